// What Tab offers, by what stands before the cursor.
import { compile } from "@omega/core";
import { expect, test } from "vitest";
import { completeLine } from "./complete-line.ts";

const { program } = compile(`INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>
- Delay: <s>
- Mode: <"automatic" | "manual">
- Armed: <boolean>

RULE:
- IF Distance < 1m AND Delay > 1s AND Mode == "manual" AND Armed THEN StopMachine, SoundAlarm
`);

function offered(line: string): readonly string[] {
  if (program === null) throw new Error("the document has errors");
  return completeLine(line, program, (typed) => [`${typed}.json`]).candidates;
}

test.each([
  ["", ["Distance", "Delay", "Mode", "Armed"]],
  ["D", ["Distance", "Delay"]],
  ["Distance = 1m, M", ["Mode"]],
  ["Delay = 3m", ["ms", "min"]],
  ["Mode = ", ['"automatic"', '"manual"']],
  ['Mode = "m', ['"manual"']],
  ["Armed = t", ["true"]],
  [":e", [":explain"]],
  [":explain S", ["StopMachine", "SoundAlarm"]],
  [":unset Distance A", ["Armed"]],
  [":load c", ["c.json"]],
  [":save! c", ["c.json"]],
  [":trace ", []],
  ["Nothing = a", []],
])("%s", (line, candidates) => {
  expect(offered(line)).toEqual(candidates);
});
