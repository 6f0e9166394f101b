// Terms: the small logic that programs are encoded into. Immutable and shared, so that a term is a graph, not a tree.

export type Sort = "Bool" | "Int" | "Real";

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
  | "to_real";

export type Term =
  | { readonly kind: "truth"; readonly value: boolean }
  /** A finite double; stands for the number that its shortest decimal writes. */
  | { readonly kind: "number"; readonly sort: "Int" | "Real"; readonly value: number }
  | Variable
  | { readonly kind: "apply"; readonly operator: Operator; readonly operands: readonly Term[] };

export const yes: Term = { kind: "truth", value: true };
export const no: Term = { kind: "truth", value: false };

export function real(value: number): Term {
  return { kind: "number", sort: "Real", value };
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

/** A comparison; of two numbers written out, its truth. */
export function compare(operator: "=" | "<" | "<=", left: Term, right: Term): Term {
  if (left.kind === "number" && right.kind === "number") {
    const { value: first } = left;
    const { value: second } = right;
    const holds =
      operator === "=" ? first === second : operator === "<" ? first < second : first <= second;
    return holds ? yes : no;
  }
  return apply(operator, left, right);
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
    if (term.kind === "apply") open.push(...term.operands);
  }
  return found;
}
