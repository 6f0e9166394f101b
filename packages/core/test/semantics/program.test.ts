// Programs: rules with ids, lines, slots and texts, as the evaluator walks them.
import { describe, expect, test } from "vitest";
import type { ProgramRule } from "../../src/semantics/program.ts";
import { check, printNode, programOf } from "./check-lines.ts";

const context = [
  "- Distance: <0..5 m>",
  '- Mode: <"auto" | "manual">',
  "- Workers: <[{ distance: m }]>",
];
const only = (...rule: readonly string[]): ProgramRule | undefined =>
  programOf({ context, rule }).rules[0];

test("IF: branches, ELSE, UNKNOWN, actions with arguments", () => {
  const rule = only(
    '- Near: IF Distance < 1m THEN Stop, Notify("Ana", after: 5min) ELSE IF Distance < 2m THEN Slow ELSE Go UNKNOWN Stop',
  );
  expect(rule).toMatchObject({ kind: "if", id: "Near", line: 12 });
  if (rule?.kind !== "if") return;
  expect(rule.branches.map(({ condition }) => condition.text)).toEqual([
    "Distance < 1m",
    "Distance < 2m",
  ]);
  expect(rule.branches[0]?.actions).toMatchObject([
    { name: "Stop", arguments: [] },
    { name: "Notify", arguments: [{ name: "_0" }, { name: "after" }] },
  ]);
  expect(rule.otherwise).toMatchObject([{ name: "Go" }]);
  expect(rule.unknown).toMatchObject([{ name: "Stop" }]);
});

test("conditions are split into atoms at AND, OR and NOT", () => {
  const rule = only('- IF NOT (Distance < 1m OR Mode == "auto") AND Distance IS KNOWN THEN Stop');
  if (rule?.kind !== "if") return;
  const condition = rule.branches[0]?.condition;
  expect(condition?.atoms.map(({ text }) => text)).toEqual([
    "Distance < 1m",
    'Mode == "auto"',
    "Distance IS KNOWN",
  ]);
  expect(condition === undefined ? "" : printNode(condition.expression)).toBe(
    '(AND (NOT (OR #0(< Distance 1) #1(== Mode "auto"))) #2(IS KNOWN Distance))',
  );
});

describe("loops", () => {
  test("FOR binds slots and keeps the collection's text", () => {
    expect(
      only("- FOR w, i IN Workers WHERE w.distance < 1m { - IF i > 0 THEN Stop(w.distance) }"),
    ).toMatchObject({
      kind: "for",
      variable: "w",
      slot: 0,
      index: "i",
      indexSlot: 1,
      collectionText: "Workers",
      where: { text: "w.distance < 1m" },
      body: [{ id: "R1.1", kind: "if" }],
    });
  });
  test.each([
    ["- WHILE n > 0 { - SET n = n - 1 }", true],
    ["- WHILE n > 0 { - FOR w IN Workers { - SET n = n - 1 } }", true],
    ["- WHILE n > 0 { - SET m = n - 1 }", false],
    ["- WHILE Distance > 0m { - IF n > 0 THEN Stop }", false],
  ])("%s repeats: %s", (rule, repeats) => {
    const { rules } = programOf({ context, rule: ["- LET n = 3", "- LET m = 3", rule] });
    expect(rules[2]).toMatchObject({ kind: "while", repeats, maximum: null });
  });
  test("MAX", () => {
    expect(only("- WHILE Distance > 0m MAX 7 { - IF Distance > 1m THEN Stop }")).toMatchObject({
      maximum: 7,
    });
  });
});

test("MATCH: patterns in the subject's unit, with their texts", () => {
  const rule = only(
    '- MATCH Distance { 0..100cm WHEN Mode == "auto" => Stop, 2m | 3m => Slow, _ => Go }',
  );
  expect(rule).toMatchObject({
    kind: "match",
    subjectText: "Distance",
    arms: [
      { pattern: [{ kind: "range", low: 0, high: 1 }], guard: { text: 'Mode == "auto"' } },
      {
        pattern: [
          { kind: "equals", value: 2 },
          { kind: "equals", value: 3 },
        ],
        patternText: "2m | 3m",
      },
      { pattern: [{ kind: "wildcard" }] },
    ],
  });
});

test("a LET name that SET changes is of any value of its kind", () => {
  const types = check({
    context,
    rule: [
      "- LET kept = Distance",
      "- LET changed = Distance",
      "- SET changed = 80m",
      "- LET mode = Mode",
      '- SET mode = "off"',
      '- IF kept > 1m AND changed > 1m AND mode == "off" THEN Stop',
    ],
  });
  expect(types.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  expect(types.analysis.locals.map(({ name, type }) => [name, type])).toMatchObject([
    ["kept", { maximum: 5 }],
    ["changed", { maximum: null }],
    ["mode", { values: null }],
  ]);
});

test("the failsafe, the intent and the document's hash", () => {
  const program = programOf({
    context,
    rule: ["- IF Distance < 1m THEN Stop", "- FAILSAFE THEN Stop"],
  });
  expect(program).toMatchObject({
    intent: "A scenario.",
    failsafe: { line: 13, actions: [{ name: "Stop" }] },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});
