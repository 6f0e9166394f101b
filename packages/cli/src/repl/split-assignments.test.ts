// Commas between assignments and commas within values.
import { expect, test } from "vitest";
import { splitAssignments } from "./split-assignments.ts";

test.each([
  ["Distance = 0.4m, Mode = manual", ["Distance = 0.4m", "Mode = manual"]],
  ['Name = "Ana, the \\"first\\"", X = 1', ['Name = "Ana, the \\"first\\""', "X = 1"]],
  ["Xs = [1, 2], Y = { a: [3, 4], b: 5 }", ["Xs = [1, 2]", "Y = { a: [3, 4], b: 5 }"]],
  ["`a,b` = 1,, ", ["`a,b` = 1"]],
  ["X = ], Y = 1", ["X = ]", "Y = 1"]],
  ['X = "open, Y = 1', ['X = "open, Y = 1']],
  ["", []],
])("%s", (line, pieces) => {
  expect(splitAssignments(line)).toEqual(pieces);
});
