// The REPL as a process: reading a policy again, and lines that nothing can be made of.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine, inTemporaryFolder, startProgram } from "@omega/testkit";
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
    const talk = startProgram(program, ["repl", "a.omni"], folder);
    try {
      talk.type("Distance = 2m, Mode = automatic\n");
      await talk.until("decided: no actions\n");
      writeFileSync(file, policy.replace("< 1m", "< 3m").replace("- Mode: <text>", "- Mode: <m>"));
      talk.type(":reload\n");
      await talk.until("error: the policy stays as it was\n");
      writeFileSync(file, policy.replace("< 1m", "< 3m").replaceAll("Mode", "Phase"));
      talk.type(":reload\n");
      await talk.until("error: `Mode = automatic`: nothing declares or reads `Mode`");
      await talk.until("decided: StopMachine, Wait\n");
      talk.type(":quit\n");
      expect(await talk.end()).toBe(1);
    } finally {
      talk.kill();
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
