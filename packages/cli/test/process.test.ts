// The bundled program as a process: bytes, pipes, signals and exit codes that no unit test sees.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine, inTemporaryFolder, runProgram, writeInFolder } from "@omega/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");
const omegac = commandLine(program);

beforeAll(async () => void (await bundle(dist)), 110_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const policy = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>

RULE:
- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

describe("unreadable input", () => {
  test.each([
    ["UTF-16", Buffer.from(`\ufeff${policy}`, "utf16le"), "is UTF-16; save it as UTF-8"],
    ["bytes that are no UTF-8", Buffer.from([0x0a, 0x61, 0xff]), "is not UTF-8: see line 2"],
  ])("%s", async (_, content, reason) => {
    const { exitCode, stdout, stderr } = await omegac
      .file("a.omni", content)
      .run("check", "a.omni");
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error: \`a.omni\` ${reason}\n`,
    });
  });

  test("a NUL is a finding with a place", async () => {
    const { exitCode, stdout } = await omegac
      .file("a.omni", policy.replace("TooClose", "Too\0Close"))
      .run("check", "a.omni", "--format", "compact");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^a\.omni:7:6: error OM\d+: .*a NUL character/m);
  });

  test("nesting of ten thousand levels is a finding like any other", async () => {
    const deep = policy.replace("Distance < 1m", `${"(".repeat(10_000)}true${")".repeat(10_000)}`);
    const { exitCode, stdout, stderr } = await omegac.file("a.omni", deep).run("check", "a.omni");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("nested more than 64 levels deep");
    expect(stderr).not.toContain("mistake of its own");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("an empty file is a document with much missing", async () => {
    const { exitCode, stdout } = await omegac.file("a.omni", "").run("check", "a.omni");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("there is no RULE section");
  });
});

describe("writing files", () => {
  const untidy = policy.replace("IF ", "if   ");

  test("keeps line ends out of the diff, permissions and links as they are", () =>
    inTemporaryFolder(async (folder) => {
      await writeInFolder(folder, "real.omni", untidy);
      chmodSync(join(folder, "real.omni"), 0o640);
      symlinkSync("real.omni", join(folder, "link.omni"));
      const { exitCode } = await runProgram(program, ["fmt", "link.omni"], folder, {});
      expect(exitCode).toBe(0);
      expect(await readFile(join(folder, "real.omni"), "utf8")).toBe(policy);
      expect(statSync(join(folder, "real.omni")).mode & 0o777).toBe(0o640);
      expect((await lstat(join(folder, "link.omni"))).isSymbolicLink()).toBe(true);
    }));

  test("leaves no other files behind", async () => {
    const { files, file } = await omegac.file("a.omni", untidy).run("fmt");
    expect(files).toEqual(["a.omni"]);
    expect(file("a.omni")).toBe(policy);
  });
});

describe("colours", () => {
  const broken = omegac.file("a.omni", policy.replace("1m", "1s"));

  test("stay out of pipes unless they are asked for", async () => {
    expect((await broken.run("check", "a.omni")).stdout).not.toContain("\u001b");
    expect((await broken.run("check", "a.omni", "--color", "always")).stdout).toContain(
      "\u001b[31m",
    );
    const forced = broken.environment({ FORCE_COLOR: "1" });
    expect((await forced.run("check", "a.omni")).stdout).toContain("\u001b[31m");
    const both = forced.environment({ NO_COLOR: "1" });
    expect((await both.run("check", "a.omni")).stdout).not.toContain("\u001b");
  });
});

describe("pipes and signals", () => {
  test("a reader that goes away ends the program quietly", () =>
    inTemporaryFolder(async (folder) => {
      await writeInFolder(folder, "a.omni", policy);
      const argv = [program, "run", "a.omni", "--context", "-", "--jsonl"];
      const child = spawn(process.execPath, argv, { cwd: folder, stdio: "pipe" });
      let complaints = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        complaints += text;
      });
      child.stdin.on("error", () => {});
      child.stdout.once("data", () => {
        child.stdout.destroy();
        child.stdin.write('{"Distance": 0.4}\n'.repeat(10_000));
      });
      child.stdin.write('{"Distance": 0.4}\n');
      const exitCode = await new Promise((resolve) => child.once("exit", resolve));
      expect(complaints).toBe("");
      expect(exitCode).toBe(141);
    }));

  test("decisions come as their contexts do, and Ctrl-C ends the waiting", () =>
    inTemporaryFolder(async (folder) => {
      await writeInFolder(folder, "a.omni", policy);
      const argv = [program, "run", "a.omni", "--context", "-", "--jsonl"];
      const child = spawn(process.execPath, argv, { cwd: folder, stdio: "pipe" });
      const next = () => new Promise<string>((resolve) => child.stdout.once("data", resolve));
      child.stdout.setEncoding("utf8");
      for (const distance of [0.4, 3]) {
        const answer = next();
        child.stdin.write(`{"Distance": ${distance}}\n`);
        expect(JSON.parse(await answer).actions).toHaveLength(distance < 1 ? 1 : 0);
      }
      child.kill("SIGINT");
      expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(130);
    }));

  test("ten thousand contexts take no more memory than a few", () =>
    inTemporaryFolder(async (folder) => {
      await writeInFolder(folder, "a.omni", policy);
      const contexts = '{"Distance": 0.4}\n'.repeat(10_000);
      const environment = { NODE_OPTIONS: "--max-old-space-size=32" };
      const argv = ["run", "a.omni", "--context", "-", "--jsonl", "--format", "compact"];
      const result = await runProgram(program, argv, folder, { stdin: contexts, environment });
      expect(result.exitCode).toBe(0);
      expect(result.stderr).toBe("10000 decisions: 10000 decided\n");
      expect(result.stdout).toBe("decided: StopMachine\n".repeat(10_000));
    }));
});

test("formatting from stdin to stdout works as a filter", async () => {
  const run = await omegac.stdin(policy.replace("IF", "if")).run("fmt", "-");
  expect(run).toMatchObject({ stdout: policy, stderr: "", exitCode: 0 });
});
