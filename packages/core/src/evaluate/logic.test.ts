// Strong Kleene logic, by its tables and its laws.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allHold, conjunction, disjunction, negation, someHold, type Truth } from "./logic.ts";
import { isUnknown, unknownValue } from "./value.ts";

const unknown = unknownValue("Distance", "missing");

/** T, F or U. */
function letter(truth: Truth): string {
  return isUnknown(truth) ? "U" : truth ? "T" : "F";
}

const byLetter = { T: true, F: false, U: unknown };
type Letter = keyof typeof byLetter;
const letters: readonly Letter[] = ["T", "F", "U"];

function table(combine: (left: Truth, right: Truth) => Truth): string {
  return letters
    .map((left) =>
      letters.map((right) => letter(combine(byLetter[left], byLetter[right]))).join(" "),
    )
    .join("\n");
}

test("AND follows Kleene's table (rows and columns: true, false, unknown)", () => {
  expect(table((left, right) => conjunction(left, () => right))).toBe("T F U\nF F F\nU F U");
});

test("OR follows Kleene's table", () => {
  expect(table((left, right) => disjunction(left, () => right))).toBe("T T T\nT F U\nT U U");
});

test("NOT of unknown is the same unknown", () => {
  expect(letters.map((one) => letter(negation(byLetter[one])))).toEqual(["F", "T", "U"]);
  expect(negation(unknown)).toBe(unknown);
});

describe("what is looked at", () => {
  const never = (): Truth => {
    throw new Error("the right side was looked at");
  };

  test("`false AND` and `true OR` do not look at their right side", () => {
    expect(conjunction(false, never)).toBe(false);
    expect(disjunction(true, never)).toBe(true);
  });

  test("otherwise both sides are, left to right, and the unknowns of both listed", () => {
    const right = unknownValue("Temperature", "stale");
    const causes = [
      { path: "Distance", reason: "missing" },
      { path: "Temperature", reason: "stale" },
    ];
    expect(conjunction(unknown, () => right)).toEqual({ kind: "unknown", causes });
    expect(disjunction(unknown, () => right)).toEqual({ kind: "unknown", causes });
  });

  test("an unknown beside a deciding right side is not listed: the whole is known", () => {
    expect(conjunction(unknown, () => false)).toBe(false);
    expect(disjunction(unknown, () => true)).toBe(true);
  });

  test("a list is looked at up to the element that decides", () => {
    const seen: number[] = [];
    const isTwo = (element: number): Truth => {
      seen.push(element);
      return element === 2;
    };
    expect(someHold([1, 2, 3], isTwo)).toBe(true);
    expect(seen).toEqual([1, 2]);
  });

  test("over the empty list OR is false and AND is true", () => {
    expect(someHold([], never)).toBe(false);
    expect(allHold([], never)).toBe(true);
  });
});

describe("laws", () => {
  const truth = fc.constantFrom(...letters).map((one): Truth => byLetter[one]);
  const and = (left: Truth, right: Truth): Truth => conjunction(left, () => right);
  const or = (left: Truth, right: Truth): Truth => disjunction(left, () => right);
  const same = (left: Truth, right: Truth): void => expect(letter(left)).toBe(letter(right));

  test("De Morgan", () => {
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        same(negation(and(a, b)), or(negation(a), negation(b)));
      }),
    );
  });

  test("order and grouping do not change the truth", () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        same(and(a, b), and(b, a));
        same(or(a, b), or(b, a));
        same(and(a, and(b, c)), and(and(a, b), c));
        same(and(a, or(b, c)), or(and(a, b), and(a, c)));
      }),
    );
  });

  test("knowing more never turns true into false: an unknown may become either", () => {
    const sharpen = (value: Truth, to: boolean): Truth => (isUnknown(value) ? to : value);
    fc.assert(
      fc.property(truth, truth, fc.boolean(), fc.boolean(), (a, b, x, y) => {
        const before = and(a, b);
        if (!isUnknown(before)) same(before, and(sharpen(a, x), sharpen(b, y)));
      }),
    );
  });

  test("over lists they are the operators, folded", () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        same(
          allHold(truths, (one) => one),
          truths.reduce(and, true),
        );
        same(
          someHold(truths, (one) => one),
          truths.reduce(or, false),
        );
      }),
    );
  });
});
