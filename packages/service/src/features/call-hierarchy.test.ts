import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findIncomingCalls, findOutgoingCalls, prepareCallHierarchy } from "./call-hierarchy.ts";

const policy = `INTENT: x
ACTOR:
- Primary: Robot MAY Stop
RULE:
- Near: IF a THEN St$0op, Alarm
- Fa$1r: IF b THEN Alarm, Stop, Stop`;

test("an action is called by the rules that take it", () => {
  const { document, workspace, at } = openMarked(policy);
  const [stop] = prepareCallHierarchy(document, at());
  if (stop === undefined) throw new Error("an action can be prepared");
  const calls = findIncomingCalls(stop, document, workspace);
  expect(calls.map(({ from, fromRanges }) => [from.name, fromRanges.length])).toEqual([
    ["Near", 1],
    ["Far", 2],
  ]);
});

test("a rule calls the actions it takes", () => {
  const { document, at } = openMarked(policy);
  const [rule] = prepareCallHierarchy(document, at(1));
  if (rule === undefined) throw new Error("a rule can be prepared");
  expect(findOutgoingCalls(rule, document).map(({ to }) => to.name)).toEqual(["Alarm", "Stop"]);
});
