import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findCompletions } from "./completion.ts";

/** The labels offered at `$0` of a rule (or of the whole document), best first. */
function offered(scenario: string): readonly string[] {
  const { document, at } = openMarked(scenario);
  return [...findCompletions(document, at(), ["site.omni"])]
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

const inRule = (rule: string): readonly string[] =>
  offered(`
INTENT: keep people safe
ACTOR:
- Primary: Robot MAY StopMachine
CONTEXT:
- Distance: <m>
- Mode: <"auto" | "manual">
- Workers: <[{ name: text, distance: m }]>
RULE:
- LET limit = 2m
- IF Distance < 1m THEN SlowDown
${rule}
TRACE:
- Regulation: ISO
`);

test("where a section may begin, the headers that are not written yet", () => {
  expect(offered("INTENT: safe\n$0")).toEqual([
    "IMPORT",
    "ACTOR",
    "CONTEXT",
    "ASSUMPTION",
    "RULE",
    "CONSTRAINT",
    "IMPACT",
    "TRACE",
    "REVIEW",
    "EXAMPLE",
  ]);
});

test("where a rule begins, the kinds of rules", () => {
  expect(inRule("- $0")).toContain("IF … THEN …");
});

test("in a condition, names first", () => {
  const names = inRule("- IF $0");
  expect(names.slice(0, 4)).toEqual(["Distance", "Mode", "Workers", "limit"]);
  expect(names).toContain("length");
  expect(names).not.toContain("StopMachine");
});

test("behind an operand, what may join or end it", () => {
  expect(inRule("- IF Distance $0")).toEqual(expect.arrayContaining(["THEN", "BETWEEN", "IS"]));
});

test("after THEN the actions, those an actor may take first", () => {
  expect(inRule("- IF Distance < 1m THEN $0")).toEqual(["StopMachine", "SlowDown"]);
  expect(inRule("- IF Distance < 1m THEN StopMachine, $0")).toEqual(["StopMachine", "SlowDown"]);
  expect(inRule("- IF Distance < 1m THEN StopMachine $0")).toEqual(["ELSE", "UNKNOWN"]);
});

test("after a number the units of the dimension in play, its own first", () => {
  expect(inRule("- IF Distance < 5$0")[0]).toBe("m");
  expect(inRule("- IF Distance < 5 $0")[0]).toBe("m");
  expect(inRule("- IF Distance < 5 $0")).toContain("AND");
  expect(inRule("- IF Distance < 5c$0")).toContain("cm");
  expect(inRule("- IF Distance BETWEEN 1m AND 5$0")).not.toContain("kg");
});

test("after a dot the members, in loops, quantifiers and lambdas too", () => {
  expect(inRule("- FOR w IN Workers { - IF w.$0")).toEqual(["distance", "name"]);
  expect(inRule("- FOR w IN Workers { - IF w.dis$0 < 1m THEN StopMachine }")).toEqual([
    "distance",
    "name",
  ]);
  expect(inRule("- IF ANY w IN Workers SATISFIES w.$0")).toEqual(["distance", "name"]);
  expect(inRule("- IF count(Workers, |w| w.$0")).toEqual(["distance", "name"]);
  expect(inRule("- IF Workers[0].$0")).toEqual(["distance", "name"]);
});

test("beside an enumeration its members", () => {
  expect(inRule("- IF Mode == $0").slice(0, 2)).toEqual(['"auto"', '"manual"']);
});

test("functions by their path", () => {
  expect(inRule("- IF std::$0")).toEqual(["io", "list", "math", "string", "time"]);
  expect(inRule("- IF std::math::$0")).toContain("median");
});

test("SET takes LET names only", () => {
  expect(inRule("- SET $0")).toEqual(["limit"]);
});

test("types where an attribute is declared", () => {
  expect(offered("INTENT: x\nCONTEXT:\n- Distance: <$0")).toEqual(
    expect.arrayContaining(["boolean", "km/h"]),
  );
  expect(offered("INTENT: x\nCONTEXT:\n- Distance: $0")).toContain("<0..100 %>");
});

test("rules to trace an entry to", () => {
  expect(offered("INTENT: x\nRULE:\n- Near: IF a THEN B\nTRACE:\n- Regulation [$0")).toEqual([
    "Near",
  ]);
});

test("attributes that nothing declares, where they can be declared", () => {
  expect(offered("INTENT: x\nCONTEXT:\n- $0\nRULE:\n- IF Speed > 3m/s THEN Brake")).toEqual([
    "Speed",
  ]);
});

test("files to import, and nothing in comments or texts", () => {
  expect(offered('INTENT: x\nIMPORT:\n- "$0')).toEqual(["site.omni"]);
  expect(inRule("# IF $0")).toEqual([]);
  expect(inRule('- IF Distance < 1m THEN Display "$0')).toEqual([]);
});

test("examples give attributes and expect actions", () => {
  const given = offered(
    "INTENT: x\nRULE:\n- IF Speed > 3m/s THEN Brake\nEXAMPLE fast:\n- GIVEN $0",
  );
  expect(given).toEqual(["Speed"]);
  const expected = offered(
    "INTENT: x\nRULE:\n- IF Speed > 3m/s THEN Brake\nEXAMPLE fast:\n- EXPECT $0",
  );
  expect(expected).toEqual(["Brake"]);
});
