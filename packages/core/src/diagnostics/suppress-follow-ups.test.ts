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

test("what IS compares to nothing it knows is not taken for true or false elsewhere", () => {
  expect(codes('- IF Mode == "auto" THEN Stop\n- IF Mode IS "auto" THEN Stop')).toEqual(["OM2001"]);
});

test("the next rule's own mistake is still reported", () => {
  expect(codes("- IF 1C < T < 5C THEN Stop\n- IF T > 5m THEN Stop")).toEqual(["OM2012", "OM3050"]);
});

test("inside a loop only the rule with the mistake is silent", () => {
  const loop = "- FOR x IN Xs {\n    - IF 1m < x < 5m THEN A\n    - IF x > 5s THEN B\n  }";
  expect(codes(loop)).toEqual(["OM2012", "OM3050"]);
});

const drawn = (text: string): readonly string[] => check(text).map(({ code }) => code);
const policy = (context: string, rules: string, constraint: string): string =>
  `INTENT: Stop.\n\nCONTEXT:\n${context}\n\nRULE:\n${rules}\n\nCONSTRAINT:\n${constraint}\n`;

test("what stands in a rule that could not be read is not missed elsewhere", () => {
  const text = policy("- T: <C>", "- IF T > 5C Stop", "- Safety: NEVER Stop WHEN T < 1C");
  expect(drawn(text)).not.toContain("OM3091");
});

test("what stands in no rule is missed, whatever could not be read", () => {
  const text = policy("- T: <C>", "- IF T > 5C Stop", "- Safety: NEVER Fly WHEN T < 1C");
  expect(drawn(text)).toContain("OM3091");
  const set = policy("- T: <C>", "- IF 1 < Load < 5 THEN Stop\n- SET T = 3C", "- Legal: none");
  expect(drawn(set)).toContain("OM3006");
});

test("a clause that could not be read may be any that is named by its place", () => {
  const example = "EXAMPLE one:\n- GIVEN T = 1C\n- EXPECT VIOLATION";
  const text = policy("- T: <C>", "- IF T > 5C THEN Stop", "- Safety: NEVER Stop WHEN");
  expect(drawn(`${text}\n${example} C1\n`)).not.toContain("OM3102");
  expect(drawn(`${text}\n${example} Hold\n`)).toContain("OM3102");
});

test("a rule that means nothing is not judged", () => {
  const text = policy("- T: <C?>", "- IF T == null THEN Stop", "- Safety: NEVER Stop WHEN T < 1C");
  expect(drawn(text)).toContain("OM3032");
  expect(drawn(text)).not.toContain("OM3080");
});

test("a clause that could not be read judges no rule", () => {
  const text = policy("- T: <C>", "- IF T > 5C THEN Stop, Go", "- Safety: NEVER Stop, Go");
  expect(drawn(text)).toContain("OM2001");
  expect(drawn(text)).not.toContain("OM4031");
});

test("a time zone that cannot be read is not missed by functions that need one", () => {
  const text = policy(
    "- TimeZone: Asia/Jakarta",
    "- IF std::time::hour() > 5 THEN Stop",
    "- Legal: none",
  );
  expect(drawn(text)).toContain("OM3075");
  expect(drawn(text)).not.toContain("OM3040");
});

test("one look-alike letter draws one diagnostic", () => {
  const text = policy(
    "- Distance: <m>",
    "- IF Dist\u0430nce < 1m THEN Stop",
    "- Safety: NEVER Stop WHEN Distance > 9m",
  );
  expect(drawn(text).filter((code) => ["OM2028", "OM2029", "OM3002"].includes(code))).toEqual([
    "OM2029",
  ]);
});
