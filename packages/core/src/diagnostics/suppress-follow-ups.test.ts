// One mistake draws one diagnostic: a rule that could not be read says nothing else.
import { expect, test } from "vitest";
import { check } from "../policy.ts";

const codes = (rules: string): readonly string[] =>
  check(`INTENT: Stop.\n\nCONTEXT:\n- T: <C>\n- Xs: <[m]>\n\nRULE:\n${rules}\n`)
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

test("a chained comparison is reported once, not as a comparison of kinds too", () => {
  expect(codes("- IF 1C < T < 5C THEN Stop")).toEqual(["OM2012"]);
});

test("the next rule's own mistake is still reported", () => {
  expect(codes("- IF 1C < T < 5C THEN Stop\n- IF T > 5m THEN Stop")).toEqual(["OM2012", "OM3050"]);
});

test("inside a loop only the rule with the mistake is silent", () => {
  const loop = "- FOR x IN Xs {\n    - IF 1m < x < 5m THEN A\n    - IF x > 5s THEN B\n  }";
  expect(codes(loop)).toEqual(["OM2012", "OM3050"]);
});
