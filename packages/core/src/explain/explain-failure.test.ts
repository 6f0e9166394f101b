// Nearest misses: how many atoms kept a rule from coming out as expected, and which attempt is shown.
import { describe, expect, test } from "vitest";
import { runExample } from "../evaluate/run-example.ts";
import { compile } from "../policy.ts";
import { explainFailure } from "./explain-failure.ts";

/** What is missing and not wanted: `missing Act: R1 IF … (distance)`. */
function misses(rules: string, steps: string): string[] {
  const source = `INTENT: Test.

CONTEXT:
- a: <boolean>
- b: <boolean>
- c: <boolean>
- xs: <[number]> = []
- n: <number> = 0

RULE:
${rules}

EXAMPLE one:
${steps}
`;
  const { program, examples, settings, diagnostics } = compile(source);
  const [example] = examples;
  if (program === null || example === undefined) {
    throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  }
  const { decision } = runExample(program, example, settings, { trace: true });
  if (decision === null) throw new Error("the example cannot be run");
  return explainFailure(program, example.expectations, decision).flatMap(
    ({ action, kind, misses: found }) =>
      found.map(
        ({ rule, clause, distance }) => `${kind} ${action}: ${rule} ${clause} (${distance})`,
      ),
  );
}

describe("the distance of a condition", () => {
  test.each([
    ["a AND b", "a = false, b = false", 1],
    ["a AND b", "a = true, b = false", 1],
    ["a OR b", "a = false, b = false", 1],
    ["NOT (a OR b)", "a = true, b = true", 1],
    ["NOT (a AND b)", "a = true, b = true", 1],
    ["NOT a AND NOT b", "a = true, b = true", 1],
    ["(a OR b) AND NOT c", "a = false, b = false, c = true", 1],
    ["b AND (a OR c)", "a = false, b = true, c = false", 1],
    ["NOT (a OR NOT b) AND c", "a = false, b = false, c = true", 1],
    ["(a AND b) OR (b AND c)", "a = false, b = false, c = false", 1],
  ])("%s with %s: %i", (condition, given, distance) => {
    const steps = `- GIVEN ${given}\n- EXPECT Act`;
    const [miss] = misses(`- R: IF ${condition} THEN Act`, steps);
    expect(miss).toMatch(new RegExp(`\\(${distance}\\)$`));
  });

  test("atoms that were unknown have to be otherwise, too", () => {
    // `a` is unknown, so `b` is looked at; both stand in the way.
    expect(
      misses("- R: IF a AND b THEN Act UNKNOWN Ask", "- GIVEN b = false\n- EXPECT Act"),
    ).toEqual(["missing Act: R IF a AND b (2)"]);
  });
});

describe("which attempt is shown", () => {
  test("the closest of all elements, and the closest of all rules first", () => {
    const rules =
      "- Far: IF a AND b AND c THEN Act\n" + "- FOR x IN xs { - Near: IF x > 5 AND a THEN Act }";
    const steps = "- GIVEN a = true, b = false, c = true, xs = [1, 7]\n- EXPECT Act, Act";
    expect(misses(rules, steps)).toEqual([
      "missing Act: Far IF a AND b AND c (1)",
      "missing Act: Near IF x > 5 AND a (1)",
    ]);
  });

  test("an earlier branch that was taken stands in the way of a later one", () => {
    expect(
      misses(
        "- R: IF a THEN One ELSE IF b THEN Two ELSE Three",
        "- GIVEN a = true, b = true\n- EXPECT Three",
      ),
    ).toEqual(["missing Three: R IF a (1)"]);
  });

  test("a loop without elements, a WHERE that lets none in", () => {
    const rules = "- R: FOR x IN xs WHERE x > 5 { - IF a THEN Act }";
    expect(misses(rules, "- GIVEN a = true, xs = []\n- EXPECT Act")).toEqual([
      "missing Act: R FOR x IN xs (0)",
    ]);
    expect(misses(rules, "- GIVEN a = true, xs = [3]\n- EXPECT Act")).toEqual([
      "missing Act: R WHERE x > 5 (1)",
    ]);
  });

  test("arms by pattern and guard", () => {
    const rules = "- R: MATCH n { 1 => One, 2..4 WHEN a => Two, _ => Other }";
    expect(misses(rules, "- GIVEN n = 3, a = false\n- EXPECT ONLY Two")).toEqual([
      "missing Two: R 2..4 WHEN a => (1)",
      "unwanted Other: R _ => (1)",
    ]);
  });

  test("nothing where only the order or the arguments differ", () => {
    expect(
      misses("- R: IF a THEN One, Two(1)", "- GIVEN a = true\n- EXPECT Two, One\n- EXPECT Two(2)"),
    ).toEqual([]);
  });
});
