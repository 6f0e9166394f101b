// Replaying logs that are compressed, torn in the middle, or far larger than memory.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import {
  compile,
  configuredOptions,
  decisionRecord,
  decisionRecordLine,
  type JsonValue,
} from "@omega/core";
import { commandLine } from "@omega/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");
const document = "INTENT: Keep people unhurt.\n\nRULE:\n- IF Distance < 1m THEN StopMachine\n";
const policy = compile(document);
const omegac = commandLine(program).file("cell.omni", document);

beforeAll(async () => void (await bundle(dist)), 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function lineOf(context: JsonValue): string {
  const decision = policy.evaluate(context, { now: "2026-05-01T08:00:00Z" });
  const options = configuredOptions(policy.settings);
  return decisionRecordLine(
    decisionRecord(decision, { time: "2026-05-01T08:00:00.000Z", options, context }),
  );
}

const lines = [0.5, 1.5, 3].map((Distance) => lineOf({ Distance })).join("");

test("logs compressed by gzip are read, whatever they are called, and from stdin", async () => {
  const { stdout, exitCode } = await omegac
    .file("log.jsonl.1", gzipSync(lines))
    .stdin(gzipSync(lines))
    .run("replay", "log.jsonl.1", "-", "--policy", "cell.omni");
  expect(stdout).toBe("6 decisions replayed: 0 changed, 6 the same\n");
  expect(exitCode).toBe(0);
});

test("a compressed log that ends in the middle is counted, and others are read", async () => {
  const whole = gzipSync(lines);
  const { stdout, exitCode } = await omegac
    .file("a.jsonl.gz", whole.subarray(0, whole.length - 12))
    .file("b.jsonl", lines)
    .run("replay", "*.jsonl*", "--policy", "cell.omni");
  expect(stdout).toContain("1  lines that hold no record\n            a.jsonl.gz:");
  expect(stdout).toContain("cannot be read: unexpected end of file");
  expect(exitCode).toBe(1);
});

test("memory stays the same however long the log is", async () => {
  // Held in memory, these would take more than the heap may grow to.
  const count = 12_000;
  const note = "x".repeat(1500);
  const line = lineOf({ Distance: 0.5, Note: note });
  writeFileSync(join(dist, "cell.omni"), document);
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=24", program, "replay", "-", "--policy", "cell.omni"],
    { cwd: dist, stdio: ["pipe", "pipe", "inherit"] },
  );
  Readable.from(chunks(line, count)).pipe(child.stdin);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  expect(stdout).toBe(`${count} decisions replayed: 0 changed, ${count} the same\n`);
  expect(exitCode).toBe(0);
});

function* chunks(line: string, count: number): Generator<string> {
  for (let written = 0; written < count; written += 100) yield line.repeat(100);
}
