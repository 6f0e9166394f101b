// Comparison is three-valued: known differences decide, unknowns propagate, kinds never mix.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Comparing,
  type ComparisonOperator,
  compareValues,
  equalValues,
} from "./compare-values.ts";
import type { Truth } from "./logic.ts";
import { isUnknown, unknownValue, type Value } from "./value.ts";

const comparing: Comparing = { path: "a == b", visit: () => {} };
const unknown = unknownValue("Speed", "missing");
const wrongKind = unknownValue("a == b", "wrong kind");

function record(fields: Record<string, Value>): Value {
  return { kind: "record", fields: new Map(Object.entries(fields)) };
}

const time = (milliseconds: number): Value => ({ kind: "time", milliseconds });

test.each<[string, Value, Value, Value]>([
  ["equal numbers", 1, 1, true],
  ["0 and -0", 0, -0, true],
  ["different texts", "auto", "manual", false],
  ["equal instants", time(5), time(5), true],
  ["a number and a text", 1, "1", wrongKind],
  ["an instant and a number", time(5), 5, wrongKind],
  ["a list and a record", [], record({}), wrongKind],
  ["an unknown and anything", unknown, [1], unknown],
  ["lists of equal elements", [1, 2], [1, 2], true],
  ["lists of different length, whatever they hold", [unknown], [1, 2], false],
  ["lists with a known difference after an unknown", [unknown, 1], [5, 2], false],
  ["lists that differ at most in an unknown", [unknown, 1], [5, 1], unknown],
  ["lists whose elements differ in kind", [1], ["1"], wrongKind],
  [
    "records with equal fields in another order",
    record({ a: 1, b: 2 }),
    record({ b: 2, a: 1 }),
    true,
  ],
  ["records with different fields", record({ a: 1 }), record({ a: 1, b: 2 }), false],
  ["records with an unknown field", record({ a: unknown }), record({ a: 1 }), unknown],
  ["nested lists", [[1], [2]], [[1], [3]], false],
])("equality of %s", (_case, left, right, expected) => {
  expect(equalValues(left, right, comparing)).toEqual(expected);
  expect(compareValues("==", left, right, comparing)).toEqual(expected);
});

describe("order", () => {
  test.each<[ComparisonOperator, Value, Value, Value]>([
    ["<", 1, 2, true],
    ["<=", 2, 2, true],
    [">", 1, 2, false],
    [">=", 2, 2, true],
    ["<", time(1), time(2), true],
    ["<", 1, unknown, unknown],
  ])("%s", (operator, left, right, expected) => {
    expect(compareValues(operator, left, right, comparing)).toEqual(expected);
  });

  test.each<[string, Value, Value]>([
    ["texts", "a", "b"],
    ["booleans", false, true],
    ["lists", [1], [2]],
    ["a number and an instant", 1, time(2)],
  ])("%s are never ordered", (_case, left, right) => {
    expect(compareValues("<", left, right, comparing)).toEqual(wrongKind);
  });
});

test("every element and field compared is visited once, up to the first known difference", () => {
  let visits = 0;
  const counting: Comparing = { path: "", visit: () => visits++ };
  equalValues([1, 2, 3, 4], [1, 0, 3, 4], counting);
  expect(visits).toBe(2);
  equalValues([record({ a: 1, b: 2 })], [record({ a: 1, b: 2 })], counting);
  expect(visits).toBe(2 + 3);
});

describe("laws", () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom("a", "b"),
      fc.constant(unknown),
      fc.integer({ min: 0, max: 3 }).map(time),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "__proto__"), tie("value")).map(record),
    ),
  })).value;

  test("equality is symmetric, but for the order in which records name their unknowns", () => {
    const inOrder = (truth: Truth): unknown =>
      isUnknown(truth) ? new Set(truth.causes.map((cause) => JSON.stringify(cause))) : truth;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(inOrder(equalValues(a, b, comparing))).toEqual(
          inOrder(equalValues(b, a, comparing)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("a value equals itself, unless something in it is unknown", () => {
    fc.assert(
      fc.property(value, (a) => {
        expect([true, unknown]).toContainEqual(equalValues(a, a, comparing));
      }),
    );
  });

  test("!= is NOT ==, and >= is NOT < on numbers", () => {
    fc.assert(
      fc.property(
        value,
        value,
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true }),
        (a, b, x, y) => {
          const equal = compareValues("==", a, b, comparing);
          const different = compareValues("!=", a, b, comparing);
          expect(different).toEqual(typeof equal === "boolean" ? !equal : equal);
          expect(compareValues(">=", x, y, comparing)).toBe(!compareValues("<", x, y, comparing));
        },
      ),
    );
  });
});
