// Values as the encoding knows them: terms for what a value is, and a flag for whether it is known.
import { and, choose, compare, no, not, or, type Term, whole, yes } from "./term.ts";

/** What stands for every value an expression can have. `known` false is the third truth value, whatever the rest says. */
export type SymbolicValue =
  /** Bool, Real (in the unit of the static type), a text's number in the table, milliseconds. */
  | {
      readonly kind: "boolean" | "number" | "text" | "time";
      readonly known: Term;
      readonly value: Term;
    }
  | {
      readonly kind: "record";
      readonly known: Term;
      readonly fields: ReadonlyMap<string, SymbolicValue>;
      readonly open: boolean;
    }
  /** `elements` beyond `length` (an Int) are not there. */
  | {
      readonly kind: "list";
      readonly known: Term;
      readonly length: Term;
      readonly elements: readonly SymbolicValue[];
    }
  /** Unknown in every context. */
  | { readonly kind: "unknown" }
  /** The encoding has nothing to say; `reason` completes "not proven: ". */
  | Outside;

export interface Outside {
  readonly kind: "outside";
  readonly reason: string;
}

type Scalar = Extract<SymbolicValue, { readonly value: Term }>;

export const alwaysUnknown: SymbolicValue = { kind: "unknown" };

export function outside(reason: string): Outside {
  return { kind: "outside", reason };
}

/** A truth value with its three cases as terms. */
export interface SymbolicTruth {
  readonly kind: "truth";
  readonly known: Term;
  readonly holds: Term;
}

/** Whether it is false for certain. */
export function fails({ known, holds }: SymbolicTruth): Term {
  return and(known, not(holds));
}

export function truthOf(known: Term, value: Term): SymbolicTruth {
  return { kind: "truth", known, holds: and(known, value) };
}

const unknownTruth: SymbolicTruth = truthOf(no, no);

/** As a condition reads a value: what is no boolean is unknown. */
export function asTruth(value: SymbolicValue): SymbolicTruth | Outside {
  if (value.kind === "outside") return value;
  return value.kind === "boolean" ? truthOf(value.known, value.value) : unknownTruth;
}

export function asValue(truth: SymbolicTruth | Outside): SymbolicValue {
  return truth.kind === "outside"
    ? truth
    : { kind: "boolean", known: truth.known, value: truth.holds };
}

/** Kleene's NOT. */
export function negated(truth: SymbolicTruth): SymbolicTruth {
  return truthOf(truth.known, not(truth.holds));
}

/** Kleene's AND. */
export function both(truths: readonly SymbolicTruth[]): SymbolicTruth {
  const holds = and(...truths.map((truth) => truth.holds));
  return { kind: "truth", known: or(holds, ...truths.map(fails)), holds };
}

/** Kleene's OR. */
export function either(truths: readonly SymbolicTruth[]): SymbolicTruth {
  return negated(both(truths.map(negated)));
}

/** Whether a value is known at all: what IS KNOWN asks. */
export function knownOf(value: Exclude<SymbolicValue, Outside>): Term {
  return value.kind === "unknown" ? no : value.known;
}

/** The value where the condition holds, unknown elsewhere. */
export function knownIf(condition: Term, value: SymbolicValue): SymbolicValue {
  if (value.kind === "outside" || value.kind === "unknown") return value;
  return { ...value, known: and(condition, value.known) };
}

function isScalar(value: SymbolicValue): value is Scalar {
  return "value" in value;
}

/** One value where the condition holds, another elsewhere. */
export function chooseValue(
  condition: Term,
  then: SymbolicValue,
  otherwise: SymbolicValue,
): SymbolicValue {
  if (then === otherwise) return then;
  if (condition.kind === "truth") return condition.value ? then : otherwise;
  if (then.kind === "outside") return then;
  if (otherwise.kind === "outside") return otherwise;
  if (then.kind === "unknown") return knownIf(not(condition), otherwise);
  if (otherwise.kind === "unknown") return knownIf(condition, then);
  const known = choose(condition, then.known, otherwise.known);
  if (isScalar(then) && isScalar(otherwise) && then.kind === otherwise.kind) {
    return { kind: then.kind, known, value: choose(condition, then.value, otherwise.value) };
  }
  if (then.kind === "list" && otherwise.kind === "list") {
    const longest = Math.max(then.elements.length, otherwise.elements.length);
    return {
      kind: "list",
      known,
      length: choose(condition, then.length, otherwise.length),
      elements: Array.from({ length: longest }, (_, index) =>
        chooseValue(
          condition,
          then.elements[index] ?? alwaysUnknown,
          otherwise.elements[index] ?? alwaysUnknown,
        ),
      ),
    };
  }
  return outside("a value that may be of several kinds, or one record or another");
}

/** Whether the list has an element at `index`. */
export function hasElement(list: Extract<SymbolicValue, { kind: "list" }>, index: number): Term {
  return compare("<", whole(index), list.length);
}

/** Equality of two values; lists and records are outside. */
export function equalValues(left: SymbolicValue, right: SymbolicValue): SymbolicTruth | Outside {
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  if (isScalar(left) && isScalar(right)) {
    if (left.kind !== right.kind) return unknownTruth;
    return truthOf(and(left.known, right.known), compare("=", left.value, right.value));
  }
  const structured = (value: SymbolicValue): boolean =>
    value.kind === "list" || value.kind === "record";
  return structured(left) && structured(right)
    ? outside("comparing whole lists or records")
    : unknownTruth;
}

/** Two numbers or two times in order; nothing else is ordered. */
export function orderedValues(
  operator: "<" | "<=",
  left: SymbolicValue,
  right: SymbolicValue,
): SymbolicTruth | Outside {
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  const isOrdered = (value: SymbolicValue): value is Scalar =>
    value.kind === "number" || value.kind === "time";
  if (!isOrdered(left) || !isOrdered(right) || left.kind !== right.kind) return unknownTruth;
  return truthOf(and(left.known, right.known), compare(operator, left.value, right.value));
}

/** Applies to every truth unless one of them is outside, which is then the result. */
export function combine(
  truths: readonly (SymbolicTruth | Outside)[],
  how: (truths: readonly SymbolicTruth[]) => SymbolicTruth,
): SymbolicTruth | Outside {
  const inside: SymbolicTruth[] = [];
  for (const truth of truths) {
    if (truth.kind === "outside") return truth;
    inside.push(truth);
  }
  return how(inside);
}

export const certain: SymbolicTruth = truthOf(yes, yes);
