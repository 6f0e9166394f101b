// Masking MC/DC over three values: cases worked out by hand, and the definition itself as a law.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AtomValue } from "../evaluate/trace.ts";
import { compile } from "../policy.ts";
import type { ProgramExpression } from "../semantics/program.ts";
import { independentAtoms } from "./independent-atoms.ts";

/** `a AND NOT b` as the evaluator has it, with its atoms' letters. */
function conditionOf(text: string): { expression: ProgramExpression; letters: string[] } {
  const letters = [...new Set(text.match(/\b[a-h]\b/g))];
  const context = letters.map((letter) => `- ${letter}: <boolean>\n`).join("");
  const source = `INTENT: Test.\n\nCONTEXT:\n${context}\nRULE:\n- IF ${text} THEN Act UNKNOWN Ask\n`;
  const [rule] = compile(source).program?.rules ?? [];
  if (rule?.kind !== "if" || rule.branches[0] === undefined) throw new Error(`no rule: ${source}`);
  return { expression: rule.branches[0].condition.expression, letters };
}

const words: Readonly<Record<string, AtomValue>> = {
  t: "true",
  f: "false",
  u: "unknown",
  "-": "not evaluated",
};

describe("which atoms decide alone", () => {
  test.each([
    // AND: the other side must be true, or not have been looked at.
    ["a AND b", "tt", "ab"],
    ["a AND b", "f-", "a"],
    ["a AND b", "tf", "b"],
    ["a AND b", "uf", ""],
    ["a AND b", "tu", ""],
    ["a AND b", "ut", ""],
    // OR: the other side must be false, or not have been looked at.
    ["a OR b", "t-", "a"],
    ["a OR b", "ft", "b"],
    ["a OR b", "ff", "ab"],
    ["a OR b", "ut", ""],
    ["a OR b", "fu", ""],
    // NOT masks nothing.
    ["NOT a", "t", "a"],
    ["NOT a", "u", ""],
    ["NOT (a AND b)", "tf", "b"],
    // Nested: every AND and OR on the way up has its say.
    ["NOT (a OR b) AND c", "fft", "abc"],
    ["NOT (a OR b) AND c", "t--", "a"],
    ["NOT (a OR b) AND c", "fff", "c"],
    ["NOT (a OR b) AND c", "ft-", "b"],
    ["a AND b OR c AND d", "tftf", "bd"],
    ["a AND b OR c AND d", "f-tt", "cd"],
    ["a AND b OR c AND d", "tt--", "ab"],
    ["a AND b OR c AND d", "tutf", ""],
    ["a AND b OR c AND d", "uftf", "d"],
    ["a AND (b OR c)", "tft", "ac"],
    ["a AND (b OR c)", "tff", "bc"],
    ["(a OR b) AND (c OR NOT d)", "ftft", "cd"],
  ])("%s with %s: %s", (text, values, expected) => {
    const { expression, letters } = conditionOf(text);
    const observed = [...values].map((letter) => words[letter] ?? "not evaluated");
    const decided = independentAtoms(expression, observed).map((index) => letters[index]);
    expect(decided.join("")).toBe(expected);
  });
});

// --- the definition -----------------------------------------------------------------------------------------------

type Formula =
  | { readonly kind: "atom"; readonly letter: string }
  | { readonly kind: "NOT"; readonly of: Formula }
  | { readonly kind: "AND" | "OR"; readonly left: Formula; readonly right: Formula };

const shapes = fc.letrec<{ shape: Formula }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant<Formula>({ kind: "atom", letter: "" }),
    tie("shape").map((of): Formula => ({ kind: "NOT", of })),
    fc
      .tuple(fc.constantFrom("AND" as const, "OR" as const), tie("shape"), tie("shape"))
      .map(([kind, left, right]): Formula => ({ kind, left, right })),
  ),
})).shape;

/** The shape with its atoms called a, b, c… from the left, which are what is left in `letters`. */
function named(shape: Formula, letters: string[]): Formula {
  switch (shape.kind) {
    case "atom":
      return { kind: "atom", letter: letters.shift() ?? "a" };
    case "NOT":
      return { kind: "NOT", of: named(shape.of, letters) };
    case "AND":
    case "OR": {
      const left = named(shape.left, letters);
      return { kind: shape.kind, left, right: named(shape.right, letters) };
    }
  }
}

function print(formula: Formula): string {
  switch (formula.kind) {
    case "atom":
      return formula.letter;
    case "NOT":
      return `NOT (${print(formula.of)})`;
    case "AND":
    case "OR":
      return `(${print(formula.left)}) ${formula.kind} (${print(formula.right)})`;
  }
}

/** What comes of it from the left, with the letters it looked at: the language's rule, in the plainest words. */
function evaluate(formula: Formula, values: ReadonlyMap<string, string>, seen: string[]): string {
  switch (formula.kind) {
    case "atom":
      seen.push(formula.letter);
      return values.get(formula.letter) ?? "u";
    case "NOT": {
      const of = evaluate(formula.of, values, seen);
      return of === "t" ? "f" : of === "f" ? "t" : "u";
    }
    case "AND":
    case "OR": {
      const decisive = formula.kind === "AND" ? "f" : "t";
      const left = evaluate(formula.left, values, seen);
      if (left === decisive) return decisive;
      const right = evaluate(formula.right, values, seen);
      if (right === decisive) return decisive;
      return left === "u" || right === "u" ? "u" : decisive === "f" ? "t" : "f";
    }
  }
}

/** Every way to fill in true and false for `letters`. */
function fillings(letters: readonly string[]): readonly (readonly (readonly [string, string])[])[] {
  const [first, ...rest] = letters;
  if (first === undefined) return [[]];
  return fillings(rest).flatMap((filling) =>
    ["t", "f"].map((value) => [[first, value] as const, ...filling]),
  );
}

test("an atom decides alone just when, flipped, it can turn the outcome into its opposite", () => {
  const letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const values = fc.array(fc.constantFrom("t", "f", "u"), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(shapes, values, (shape, drawn) => {
      const formula = named(shape, [...letters]);
      const { expression, letters: used } = conditionOf(print(formula));
      // More atoms than letters would share some.
      fc.pre(print(formula).match(/\b[a-h]\b/g)?.length === used.length);
      const given = new Map(letters.map((letter, index) => [letter, drawn[index] ?? "u"]));
      const seen: string[] = [];
      const outcome = evaluate(formula, given, seen);
      const observed = used.map((letter) =>
        seen.includes(letter) ? (given.get(letter) ?? "") : "-",
      );
      const opposite = outcome === "t" ? "f" : "t";
      const unseen = used.filter((letter) => !seen.includes(letter));
      const expected = used.filter((letter, index) => {
        const value = observed[index];
        if (outcome === "u" || (value !== "t" && value !== "f")) return false;
        const flipped = value === "t" ? "f" : "t";
        return fillings(unseen).some(
          (filling) =>
            evaluate(formula, new Map([...given, ...filling, [letter, flipped]]), []) === opposite,
        );
      });
      const decided = independentAtoms(
        expression,
        observed.map((letter) => words[letter] ?? "not evaluated"),
      );
      expect(decided.map((index) => used[index])).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
