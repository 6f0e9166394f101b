// What is left of a context that shows something: as much as a person needs to see why.
import { compile, createEvaluator, type Decision, defaultLimits } from "@omega/core";
import { expect, test } from "vitest";
import { shortenContext } from "../src/shorten-context.ts";
import type { JsonRecord } from "../src/witness.ts";

const racks = Array.from({ length: 30 }, (_, index) => index + 1);

const hall = `INTENT: Keep racks cool.

CONTEXT:
${racks.map((rack) => `- Heat${rack}: <0..90 C>\n- Load${rack}: <0..100 %>`).join("\n")}
- Readings: <[number]>

RULE:
${racks.map((rack) => `- Hot${rack}: IF Heat${rack} > 60C AND Load${rack} > 5% THEN Cool`).join("\n")}
- Door: IF Heat1 > 80C THEN Open UNKNOWN Open
- Sum: IF sum(Readings) > 10 THEN Note
`;

function decider(text: string): (context: JsonRecord) => Decision {
  const { program } = compile(text);
  if (program === null) throw new Error("the document has errors");
  const evaluate = createEvaluator(program);
  const options = { limits: defaultLimits, sampleDefaults: false, strict: false, trace: true };
  return (context) => evaluate(context, { ...options, now: null });
}

const takes =
  (name: string) =>
  ({ actions }: Decision): boolean =>
    actions.some((action) => action.name === name);

test("of many readings those are left that matter, and no rule acts for want of one", () => {
  const context = Object.fromEntries([
    ...racks.flatMap((rack) => [
      [`Heat${rack}`, rack === 17 ? 61.0625 : 19.5],
      [`Load${rack}`, 9],
    ]),
    ["Readings", []],
  ]);
  const short = shortenContext(context, { decide: decider(hall), shows: takes("Cool") });
  // Without Heat1 the door would be opened.
  expect(short).toEqual({ Heat1: 0, Heat17: 61, Load17: 9 });
});

test("of few readings none is left out that a rule reads", () => {
  const decide = decider(`INTENT: Weigh.

CONTEXT:
- Load: <kg>
- Door: <boolean>
- Badge: <text>

RULE:
- Heavy: IF Load > 2kg THEN Stop
- Watch: IF Door THEN Close
`);
  const context = { Load: 2.333333333, Door: false, Badge: "guest" };
  expect(shortenContext(context, { decide, shows: takes("Stop") })).toEqual({
    Load: 2.3,
    Door: false,
  });
});

test("lists are as short as they can be", () => {
  const short = shortenContext(
    { Readings: [1, 2, 20, 4] },
    { decide: decider(hall), shows: takes("Note") },
  );
  expect(short).toEqual({ Readings: [1, 2, 20] });
});

test("what does not show it to begin with stays as it is", () => {
  const context = { Heat1: 10.25, Load1: 3 };
  expect(shortenContext(context, { decide: decider(hall), shows: takes("Cool") })).toBe(context);
});
