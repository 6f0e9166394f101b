// npm, as the installs of the editor's tests use it: without the scripts of packages, quietly.
import { spawnSync } from "node:child_process";

/** Runs npm in a folder. Throws with what it said last when it fails. */
export function npm(folder: string, args: readonly string[]): void {
  const failure = tryNpm(folder, args);
  if (failure !== null) throw new Error(`\`npm ${args.join(" ")}\` failed:\n${failure}`);
}

/** Runs npm in a folder; gives what it said last when it fails, else null. */
export function tryNpm(folder: string, args: readonly string[]): string | null {
  const { status, stdout, stderr } = spawnSync(
    "npm",
    [...args, "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
  );
  return status === 0 ? null : `${stdout}\n${stderr}`.trim().split("\n").slice(-20).join("\n");
}
