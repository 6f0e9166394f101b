// Puts a VS Code that runs on this machine's Node where the editor's tests find it: code-server, from the package registry, once.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findProgram } from "./find-program.ts";
import { npm, tryNpm } from "./npm.ts";

/** VS Code 1.100, the newest that runs on Node 20. */
const version = "4.100.3";

/**
 * The folder of an installed code-server: the one `OMEGA_CODE_SERVER` names, else one below `cache`, which is installed
 * when it is not there yet. Throws with what is missing.
 */
export async function installCodeServer(cache: string): Promise<string> {
  const given = process.env.OMEGA_CODE_SERVER;
  if (given !== undefined) return given;
  // Its native parts are compiled for one version of Node.
  const folder = join(cache, `code-server-${version}-node-${process.versions.modules}`);
  const stamp = join(folder, "installed");
  const server = join(folder, "node_modules", "code-server");
  if (existsSync(stamp)) return server;
  const ripgrep = findProgram("rg");
  if (ripgrep === null) throw new Error("ripgrep is missing: `apt-get install ripgrep`");
  console.log(`installing code-server ${version} below ${folder}; this happens once`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  npm(folder, ["install", `code-server@${version}`, "--ignore-scripts"]);
  const code = join(server, "lib", "vscode");
  for (const inside of [code, join(code, "extensions")]) {
    npm(inside, ["install", "--omit=dev", "--ignore-scripts"]);
  }
  await rm(join(code, "node_modules.asar"), { recursive: true, force: true });
  await symlink("node_modules", join(code, "node_modules.asar"));
  npm(code, ["rebuild", "@vscode/spdlog"]);
  npm(code, ["rebuild", "@parcel/watcher"]);
  npm(folder, ["rebuild", "argon2"]);
  // The terminal is built from source and is not tried here.
  tryNpm(code, ["rebuild", "node-pty"]);
  const bin = join(code, "node_modules", "@vscode", "ripgrep", "bin");
  await mkdir(bin, { recursive: true });
  await rm(join(bin, "rg"), { force: true });
  await symlink(ripgrep, join(bin, "rg"));
  const entry = join(server, "out", "node", "entry.js");
  const tried = spawnSync(process.execPath, [entry, "--version"], { encoding: "utf8" });
  if (tried.status !== 0) throw new Error(`it does not start:\n${tried.stdout}${tried.stderr}`);
  await writeFile(stamp, `${version}\n`);
  return server;
}
