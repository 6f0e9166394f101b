// The completion script for bash, in bash: what it offers is what the commands declare.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTemporaryFolder, writeInFolder } from "@omega/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";
import { commands } from "../src/commands.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
let script = "";

beforeAll(async () => {
  await bundle(dist);
  script = printScript("bash");
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function printScript(shell: string): string {
  const argv = [join(dist, "omegac.cjs"), "completion", shell];
  return execFileSync(process.execPath, argv, { encoding: "utf8" });
}

/** What bash offers behind these words, the last of which is being typed. */
function offered(words: readonly string[], folder = dist): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const line = `${script}
COMP_WORDS=(${quoted}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _omegac; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

// Where there is no bash, nobody completes with it.
const hasBash = spawnSync("bash", ["--version"]).status === 0;

describe.runIf(hasBash)("in bash", () => {
  test("every command, and those that begin with what is typed", () => {
    for (const { name } of commands) expect(offered(["omegac", ""])).toContain(name);
    expect(offered(["omegac", "rev"])).toEqual(["review"]);
    expect(offered(["omegac", "help", "rev"])).toEqual(["review"]);
  });

  test("every option of every command", async () => {
    for (const { name, load } of commands) {
      const { options } = await load();
      expect(offered(["omegac", name, "--"])).toEqual(
        Object.keys(options).map((option) => `--${option}`),
      );
    }
  });

  test("choices, behind a space and behind an equals sign", () => {
    expect(offered(["omegac", "check", "--format", "j"])).toEqual(["json", "junit"]);
    expect(offered(["omegac", "check", "--format", "=", "s"])).toEqual(["sarif"]);
    expect(offered(["omegac", "check", "--format", "="])).toContain("github");
    expect(offered(["omegac", "completion", ""])).toContain("fish");
  });

  test("documents and folders, whatever their names", () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ["a b.omni", "other.txt", "policies/x.omni"]) {
        await writeInFolder(folder, name, "");
      }
      expect(offered(["omegac", "check", ""], folder)).toEqual(["policies", "a b.omni"]);
      expect(offered(["omegac", "check", "-q", "policies/"], folder)).toEqual(["policies/x.omni"]);
      expect(offered(["omegac", "run", "-c", "o"], folder)).toEqual(["other.txt"]);
    }));
});

test.each(["zsh", "fish", "powershell"])("the script for %s knows every option", async (shell) => {
  const text = printScript(shell);
  for (const { name, load } of commands) {
    const { options } = await load();
    expect(text).toContain(name);
    for (const option of Object.keys(options)) {
      expect(text).toContain(shell === "fish" ? `-l ${option}` : `--${option}`);
    }
  }
});
