// Terms: the small logic that programs are encoded into. Immutable and shared, so that a term is a graph, not a tree.

import type { Language } from "./language.ts";

export type Sort = "Bool" | "Int" | "Real" | "Text";

export interface Variable {
  readonly kind: "variable";
  readonly sort: Sort;
  readonly name: string;
}

export type Operator =
  | "and"
  | "or"
  | "not"
  | "ite"
  | "="
  | "<"
  | "<="
  | "+"
  | "-"
  | "*"
  | "/"
  /** The remainder of division rounded down, on reals. */
  | "mod"
  /** An Int as a Real. */
  | "to_real"
  /** The greatest Int not above a Real. */
  | "floor"
  /** Division of Ints rounded down, and what remains; by a positive number that is written out. */
  | "div"
  | "rest"
  /** The root of a Real that is not negative. */
  | "root"
  /** Of two texts: whether the first holds the second, begins with it, ends with it. */
  | "contains"
  | "starts"
  | "ends"
  /** Whether the first text comes before the second, by code point. */
  | "precedes"
  /** How many code points a text has, an Int. */
  | "length"
  /** Texts made of a text. The solver knows none of them: `text-tests.ts` asks about the text they are made of. */
  | TextMapping;

export type TextMapping = "lower" | "upper" | "trim";

export type Term =
  | { readonly kind: "truth"; readonly value: boolean }
  /** A finite double; stands for the number that its shortest decimal writes. */
  | { readonly kind: "number"; readonly sort: "Int" | "Real"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | Variable
  /** Whether a text is one of a language. */
  | { readonly kind: "matches"; readonly text: Term; readonly language: Language }
  | { readonly kind: "apply"; readonly operator: Operator; readonly operands: readonly Term[] };

export const yes: Term = { kind: "truth", value: true };
export const no: Term = { kind: "truth", value: false };

export function real(value: number): Term {
  return { kind: "number", sort: "Real", value };
}

export function text(value: string): Term {
  return { kind: "text", value };
}

export function whole(value: number): Term {
  return { kind: "number", sort: "Int", value };
}

/** An operator on operands of the sorts it takes; for `and`, `or`, `not` and `ite` see the functions below. */
export function apply(operator: Operator, ...operands: readonly Term[]): Term {
  return { kind: "apply", operator, operands };
}

/** True of all; true of none. */
export function and(...operands: readonly Term[]): Term {
  return junction("and", yes, no, operands);
}

/** True of one at least; false of none. */
export function or(...operands: readonly Term[]): Term {
  return junction("or", no, yes, operands);
}

function junction(
  operator: "and" | "or",
  neutral: Term,
  deciding: Term,
  operands: readonly Term[],
): Term {
  const left = [...new Set(operands)].filter((operand) => !isSame(operand, neutral));
  if (left.some((operand) => isSame(operand, deciding))) return deciding;
  const [first = neutral, ...others] = left;
  return others.length === 0 ? first : apply(operator, ...left);
}

function isSame(term: Term, truth: Term): boolean {
  return term.kind === "truth" && truth.kind === "truth" && term.value === truth.value;
}

export function not(operand: Term): Term {
  if (operand.kind === "truth") return operand.value ? no : yes;
  if (operand.kind !== "apply" || operand.operator !== "not") return apply("not", operand);
  return operand.operands[0] ?? no;
}

/** `then` where the condition is true, else `otherwise`. */
export function choose(condition: Term, then: Term, otherwise: Term): Term {
  if (condition.kind === "truth") return condition.value ? then : otherwise;
  return then === otherwise ? then : apply("ite", condition, then, otherwise);
}

/** A comparison; of two numbers written out, its truth; equality of two texts or truths too. */
export function compare(operator: "=" | "<" | "<=", left: Term, right: Term): Term {
  if (operator === "=") {
    if (left === right) return yes;
    if (left.kind === "text" && right.kind === "text") return left.value === right.value ? yes : no;
    if (left.kind === "truth") return left.value ? right : not(right);
    if (right.kind === "truth") return right.value ? left : not(left);
  }
  if (left.kind === "number" && right.kind === "number") {
    const { value: first } = left;
    const { value: second } = right;
    const holds =
      operator === "=" ? first === second : operator === "<" ? first < second : first <= second;
    return holds ? yes : no;
  }
  return apply(operator, left, right);
}

/**
 * A sum, difference or product; of whole numbers written out, the number. Fractions are left to the solver: doubles round
 * them.
 */
export function calculate(operator: "+" | "-" | "*", left: Term, right: Term): Term {
  if (left.kind === "number" && right.kind === "number") {
    const { value: first } = left;
    const { value: second } = right;
    const result =
      operator === "+" ? first + second : operator === "-" ? first - second : first * second;
    const isExact = [first, second, result].every(Number.isSafeInteger);
    if (isExact) return { kind: "number", sort: left.sort, value: result === 0 ? 0 : result };
  }
  if (operator !== "*" && right.kind === "number" && right.value === 0) return left;
  return apply(operator, left, right);
}

/** An Int as a Real. */
export function asReal(term: Term): Term {
  return term.kind === "number" ? real(term.value) : apply("to_real", term);
}

/** The greatest Int not above a Real. */
export function asWhole(term: Term): Term {
  if (term.kind === "number") return whole(Math.floor(term.value));
  const [inner] = term.kind === "apply" && term.operator === "to_real" ? term.operands : [];
  return inner ?? apply("floor", term);
}

/** The parts that a term is made of. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "apply":
      return term.operands;
    case "matches":
      return [term.text];
    case "truth":
    case "number":
    case "text":
    case "variable":
      return [];
  }
}

/** The variables of terms, each once. */
export function variablesOf(terms: readonly Term[]): ReadonlySet<Variable> {
  const seen = new Set<Term>();
  const found = new Set<Variable>();
  const open = [...terms];
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    if (term.kind === "variable") found.add(term);
    open.push(...partsOf(term));
  }
  return found;
}
