// Law: wherever a decision is made, in a thread, on the event loop or by the library itself, it is the same to the byte.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, decisionJson } from "@omega/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { costBound } from "../src/evaluation/cost-bound.ts";
import { startApp, type TestRunner } from "./start-app.ts";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
const now = "2026-05-01T08:00:00Z";

interface Case {
  readonly name: string;
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  readonly context: unknown;
}

/** Every example policy with its contexts, and with one that says nothing. */
const cases: readonly Case[] = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".omni") && !path.endsWith(".test.omni"))
  .sort()
  .flatMap((path) => {
    const folder = join(examples, path, "..");
    const code = readFileSync(join(examples, path), "utf8");
    const documents = readdirSync(folder).filter((name) => name.endsWith(".omni"));
    const files = Object.fromEntries(
      documents.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
    const read = readdirSync(folder)
      .filter((name) => name.endsWith(".context.json"))
      .map((name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")));
    return [{}, ...read].map((context, index) => ({
      name: `${path} ${index}`,
      code,
      files,
      context,
    }));
  });

let running: TestRunner;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.end());

test("there is something to compare", () => {
  expect(cases.length).toBeGreaterThan(18);
});

test("no decision costs more than its bound says", () => {
  for (const { name, code, files, context } of cases) {
    const load = (path: string): string | null => files[path] ?? null;
    const { program, evaluate } = compile(code, { file: "policy.omni", load });
    if (program === null) continue;
    const bound = costBound(program, JSON.stringify(context).length);
    const { steps } = evaluate(context, { now }).usage;
    expect([name, bound >= steps]).toEqual([name, true]);
  }
});

test("the same decision, wherever it is made", async () => {
  for (const { name, code, files, context } of cases) {
    const load = (path: string): string | null => files[path] ?? null;
    const expected = decisionJson(
      compile(code, { file: "policy.omni", load }).evaluate(context, { now }),
    );
    for (let turn = 0; turn < 5; turn++) {
      const payload = { code, files, context, now };
      const answer = await running.app.inject({ method: "POST", url: "/v1/evaluate", payload });
      expect([name, turn, answer.body]).toEqual([name, turn, expected]);
    }
  }
  const { counts, pool } = running.runner.evaluation;
  expect(counts.direct).toBeGreaterThan(10);
  expect(pool.restarts()).toBe(0);
});
