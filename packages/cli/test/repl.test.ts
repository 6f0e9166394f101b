// The REPL as a process: reading a policy again, and lines that nothing can be made of.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine, inTemporaryFolder } from "@omega/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");
const omegac = commandLine(program);

beforeAll(async () => void (await bundle(dist)), 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const policy = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>
- Mode: <text>

RULE:
- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
- IF Mode == "manual" THEN Wait UNKNOWN Wait
`;

test(":reload keeps the values that still fit, and the policy while it has errors", () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "a.omni");
    writeFileSync(file, policy);
    const child = spawn(process.execPath, [program, "repl", "a.omni"], { cwd: folder });
    let printed = "";
    let heard = (): void => {};
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        heard();
      });
    }
    const until = (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no ${text} in\n${printed}`)), 30_000);
        heard = () => {
          const at = printed.indexOf(text);
          if (at < 0) return;
          printed = printed.slice(at + text.length);
          clearTimeout(late);
          resolve();
        };
        heard();
      });
    try {
      child.stdin.write("Distance = 2m, Mode = automatic\n");
      await until("decided: no actions\n");
      writeFileSync(file, policy.replace("< 1m", "< 3m").replace("- Mode: <text>", "- Mode: <m>"));
      child.stdin.write(":reload\n");
      await until("error: the policy stays as it was\n");
      writeFileSync(file, policy.replace("< 1m", "< 3m").replaceAll("Mode", "Phase"));
      child.stdin.write(":reload\n");
      await until("error: `Mode = automatic`: nothing declares or reads `Mode`");
      await until("decided: StopMachine, Wait\n");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end(":quit\n");
      expect(await ended).toBe(1);
    } finally {
      child.kill("SIGKILL");
    }
  }));

test("no line makes it crash", async () => {
  const lines = fc.sample(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string().map((text) => `Distance = ${text}`),
      fc.string().map((text) => `:${text}`),
      fc.constantFrom(":unset", ":load .", ":load a.omni", ":explain", ":now", "=", ",", ":", ":!"),
    ),
    { numRuns: 300, seed: 1 },
  );
  const text = lines
    .map((line) => line.replace(/[\r\n]/g, " "))
    .filter((line) => !/^\s*:(q|s)/.test(line))
    .join("\n");
  const { exitCode, stderr, stdout } = await omegac
    .file("a.omni", policy)
    .stdin(`${text}\n:reset\nDistance = 0.5m\n`)
    .run("repl", "a.omni");
  expect(stderr).not.toContain("mistake of its own");
  expect(stdout).toMatch(/decided: StopMachine, Wait\n/);
  expect(exitCode).toBe(1);
});
