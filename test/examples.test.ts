// The eighteen example policies: they check without errors, their EXAMPLEs hold, and their contexts decide as recorded.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runExamples } from "@omega/core";
import {
  compileExamplePolicy,
  decideSituation,
  printDecisionFile,
  readExamplePolicies,
  readTextBelow,
  writeDecisionFile,
} from "@omega/testkit";
import { describe, expect, test } from "vitest";

const root = join(fileURLToPath(new URL("..", import.meta.url)), "examples");
const examples = readExamplePolicies(root);
const update = process.env.OMEGA_UPDATE_GOLDEN === "1";

test("there are eighteen, each with at least three contexts", () => {
  expect(examples).toHaveLength(18);
  for (const example of examples) expect(example.situations.length).toBeGreaterThanOrEqual(3);
});

describe.each(examples)("$name", (example) => {
  const policy = compileExamplePolicy(root, example);

  test("checks without errors", () => {
    const errors = policy.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test("its EXAMPLEs hold", () => {
    const results = runExamples(policy, { loadText: (path) => readTextBelow(root, path) });
    expect(results.length).toBeGreaterThan(0);
    const failed = results.filter(({ status }) => status !== "passed");
    expect(failed.map((result) => `${result.example.title}: ${result.message}`)).toEqual([]);
  });

  test.each(example.situations)("decides $name as recorded", (situation) => {
    const decision = decideSituation(policy, situation);
    if (update) writeDecisionFile(situation, decision);
    else expect(printDecisionFile(decision)).toBe(situation.expected);
  });
});
