// What is written into the text of a document.
import type { InlineTurn } from "@omega/service";
import { expect, test } from "vitest";
import { ruleDecoration, valueDecoration } from "../../src/decision-view/decoration-text.ts";

const range = { start: { line: 8, character: 2 }, end: { line: 8, character: 14 } };

function turn(outcome: InlineTurn["outcome"], text: string, worker?: number): InlineTurn {
  return { outcome, text, bindings: worker === undefined ? "" : `worker = Workers[${worker}]` };
}

test.each([
  [[turn("true", "0.4m")], "✓ 0.4m", "fired"],
  [[turn("false", "")], "✗", "not fired"],
  [[turn("unknown", "missing")], "? missing", "unknown"],
  [[turn("read", "2 elements")], "2 elements", "value"],
  [[turn("true", "0.4m", 0), turn("false", "3m", 1)], "✓ 0.4m  ✗ 3m", "fired"],
  [[turn("true", "1m", 0), turn("true", "1m", 1)], "✓ 1m", "fired"],
  [
    [0, 1, 2, 3, 4].map((worker) => turn("false", `${worker}m`, worker)),
    "✗ 0m  ✗ 1m  ✗ 2m  … 2 more",
    "not fired",
  ],
] as const)("%j is shown as %s", (turns, text, tone) => {
  expect(valueDecoration({ range, turns })).toMatchObject({ range, side: "after", text, tone });
});

test("what was not looked at is not marked", () => {
  expect(valueDecoration({ range, turns: [turn("not evaluated", "")] })).toBeNull();
});

test("in a loop the hover has every turn by its name", () => {
  const turns = [turn("true", "0.4m", 0), turn("unknown", "missing", 1)];
  expect(valueDecoration({ range, turns })?.hover).toEqual([
    "worker = Workers[0]: ✓ 0.4m",
    "worker = Workers[1]: ? missing",
  ]);
});

test("before a rule stands its sign, which the hover puts into words", () => {
  const rule = { id: "Near", text: "IF A", depth: 0, range, because: "A = 1m" };
  expect(ruleDecoration({ ...rule, outcome: "fired" })).toEqual({
    range: { start: range.start, end: range.start },
    side: "before",
    tone: "fired",
    text: "✓",
    hover: ["fired: A = 1m"],
  });
  expect(ruleDecoration({ ...rule, outcome: "not reached", because: "" })).toMatchObject({
    tone: "not fired",
    text: "–",
    hover: ["not reached"],
  });
});
