// Sets of numbers hold what their definition says: checked number by number, on the bounds, beside and between them.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  commonNumbers,
  everyNumber,
  holdsNoNumber,
  type NumberSet,
  numbersBetween,
  numbersThatAre,
  otherNumbers,
  theseNumbers,
} from "./number-set.ts";

const probes = [-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];
const bound = fc.constantFrom(-2, -1.5, -1, 0, 0.5, 1, 2);
const operator = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");

const holds = (set: NumberSet, value: number): boolean =>
  !holdsNoNumber(commonNumbers(set, theseNumbers([value])), false);

const set: fc.Arbitrary<NumberSet> = fc.letrec<{ set: NumberSet }>((tie) => ({
  set: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(operator, bound).map(([is, value]) => numbersThatAre(is, value)),
    fc.tuple(bound, bound).map(([low, high]) => numbersBetween(low, high)),
    fc.array(bound).map(theseNumbers),
    tie("set").map(otherNumbers),
    fc.tuple(tie("set"), tie("set")).map(([first, second]) => commonNumbers(first, second)),
  ),
})).set;

test("a comparison holds the numbers for which it is true", () => {
  const isTrue = {
    "==": (x: number, y: number) => x === y,
    "!=": (x: number, y: number) => x !== y,
    "<": (x: number, y: number) => x < y,
    "<=": (x: number, y: number) => x <= y,
    ">": (x: number, y: number) => x > y,
    ">=": (x: number, y: number) => x >= y,
  };
  fc.assert(
    fc.property(operator, bound, (is, value) => {
      for (const probe of probes) {
        expect(holds(numbersThatAre(is, value), probe)).toBe(isTrue[is](probe, value));
      }
    }),
  );
});

test("both ends belong to a range; reversed ends hold nothing", () => {
  fc.assert(
    fc.property(bound, bound, (low, high) => {
      for (const probe of probes) {
        expect(holds(numbersBetween(low, high), probe)).toBe(probe >= low && probe <= high);
      }
      expect(holdsNoNumber(numbersBetween(low, high), false)).toBe(low > high);
    }),
  );
  expect(numbersBetween(null, null)).toEqual(everyNumber);
});

test("what is common is in both, what is other is not in it", () => {
  fc.assert(
    fc.property(set, set, (first, second) => {
      for (const probe of probes) {
        const inFirst = holds(first, probe);
        expect(holds(commonNumbers(first, second), probe)).toBe(inFirst && holds(second, probe));
        expect(holds(otherNumbers(first), probe)).toBe(!inFirst);
      }
    }),
  );
});

test("whole numbers are found wherever there are any", () => {
  fc.assert(
    fc.property(set, (any) => {
      const whole = probes.filter((probe) => Number.isInteger(probe) && holds(any, probe));
      if (whole.length > 0) expect(holdsNoNumber(any, true)).toBe(false);
      // Within the probes' reach all whole numbers are probes.
      const near = commonNumbers(any, numbersBetween(-3, 3));
      expect(holdsNoNumber(near, true)).toBe(whole.length === 0);
    }),
  );
});
