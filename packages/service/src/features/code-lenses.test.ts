import { measureCoverage } from "@omega/core";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import {
  findCodeLenses,
  type LensKnowledge,
  lensCommands,
  resolveCoverageLens,
  ruleOfLens,
} from "./code-lenses.ts";

const policy = `INTENT: x
CONTEXT:
- Distance: <m>
RULE:
- LET reach = 1m
- Near: IF Distance < reach THEN Stop
  UNKNOWN Stop
- FAILSAFE THEN Stop
EXAMPLE near:
- GIVEN Distance = 0.5m
- EXPECT Stop
EXAMPLE far:
- GIVEN Distance = 5m
- EXPECT Stop
`;

const nothing: LensKnowledge = {
  outcomes: new Map(),
  canMeasure: false,
  canProve: false,
  proof: null,
  showsDecisions: false,
};

/** The lenses by line, from 1, with their titles; `…` where they are still to be resolved. */
function lenses(text: string, knowledge: Partial<LensKnowledge> = {}): string[] {
  return findCodeLenses(openMarked(text).document, { ...nothing, ...knowledge }).map(
    ({ range, command }) => `${range.start.line + 1}: ${command?.title ?? "…"}`,
  );
}

test("each example has a lens, and the first one for all", () => {
  expect(lenses(policy)).toEqual(["9: run example", "9: run all 2 examples", "12: run example"]);
});

test("a lens tells how its example came out", () => {
  const outcomes = new Map([
    ["1:near", "passed"],
    ["1:far", "failed"],
  ] as const);
  expect(lenses(policy, { outcomes })).toEqual([
    "9: run example (passed)",
    "9: run all 2 examples",
    "12: run example (failed)",
  ]);
});

test("an editor with a decision view has a lens to it above the rules and each example", () => {
  const found = lenses(policy, { showsDecisions: true });
  expect(found[0]).toBe("4: run with context…");
  expect(found.slice(-2)).toEqual(["9: open in decision view", "12: open in decision view"]);
});

test("each rule has a lens where its coverage can be measured, whatever else is wrong", () => {
  const broken = policy.replace("- LET reach = 1m\n", "- LET\n");
  for (const text of [policy, broken]) {
    const found = lenses(text, { canMeasure: true });
    expect(found.slice(0, 2)).toEqual(["6: …", "8: …"]);
  }
});

test("such a lens is resolved with what is covered of its rule", () => {
  const { document } = openMarked(policy);
  const coverage = measureCoverage(document.policy);
  const [near] = findCodeLenses(document, { ...nothing, canMeasure: true });
  const rule = near === undefined ? null : ruleOfLens(near);
  if (near === undefined || rule === null) throw new Error("there is no lens of a rule");
  expect(rule).toEqual({ uri: document.uri, version: 1, first: 6, last: 7 });
  expect(resolveCoverageLens(near, rule, coverage).command).toEqual({
    title: "2 of 3 branches covered",
    tooltip: ["line 7: `UNKNOWN`: nothing it answers is ever unknown in the examples"],
    command: lensCommands.showCoverage,
    arguments: [document.uri, 6, 7],
  });
  expect(resolveCoverageLens(near, rule, null).command?.title).toBe(
    "not measured while there are errors",
  );
  expect(resolveCoverageLens(near, rule, "too much").command?.title).toBe("show coverage");
  expect(ruleOfLens({ range: near.range, data: { uri: 1 } })).toBeNull();
});
