// What is suggested for a mistyped name, and what is not.

import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestNames } from "./edit-distance.ts";

test("nearest names", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["Distnace", ["Distance", "Display"], ["Distance"]],
    ["distance", ["Distances", "Distance", "Distant"], ["Distance", "Distances", "Distant"]],
    ["DISTANCE", ["distance"], ["distance"]],
    ["RULES", ["RULE", "ROLE", "REVIEW"], ["RULE"]],
    ["CONTRAINT", ["CONSTRAINT", "CONTEXT"], ["CONSTRAINT"]],
    ["Temprature", ["Temperature", "Pressure"], ["Temperature"]],
    ["x", ["y", "z"], []],
    ["x", ["X", "xy"], ["X"]],
    ["ab", ["ba", "abc"], ["abc", "ba"]],
    ["Speed", ["Distance", "Temperature"], []],
    ["Speed", ["Speed"], []],
    ["a", [], []],
    ["", ["a"], []],
    ["ÉTAT", ["état"], ["état"]],
  ];
  for (const [name, candidates, expected] of cases)
    expect(nearestNames(name, candidates), name).toEqual(expected);
});

test("at most as many as asked for, in an order that the candidates' order does not change", () => {
  expect(nearestNames("abcd", ["abce", "abcf", "abcg", "abch"], 2)).toEqual(["abce", "abcf"]);
  const name = fc.string({
    unit: fc.constantFrom("a", "b", "A", "B", "_"),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(name, fc.array(name), (wanted, candidates) => {
      const found = nearestNames(wanted, candidates);
      expect(found).toEqual(nearestNames(wanted, [...candidates].reverse()));
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      expect(found).not.toContain(wanted);
    }),
  );
});

test("very long names are not compared", () => {
  const long = "a".repeat(1_000_000);
  expect(nearestNames(long, [`${long}b`])).toEqual([]);
  expect(nearestNames("a", [long])).toEqual([]);
});
