// Values as the encoding knows them: terms for what a value is, and a flag for whether it is known.
import { and, choose, no, not, or, type Term, whole, yes } from "./term.ts";

/** What stands for every value an expression can have. `known` false is the third truth value, whatever the rest says. */
export type SymbolicValue =
  /** Bool, Real (in the unit of the static type), Text, milliseconds as a Real. */
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
  | SymbolicList
  /** Unknown in every context. */
  | { readonly kind: "unknown" }
  /** The encoding has nothing to say; `reason` completes "not proven: ". */
  | Outside;

/** The elements in order, as many as there can be; a list that is known holds those that are present. */
export interface SymbolicList {
  readonly kind: "list";
  readonly known: Term;
  /** How many are present, an Int. */
  readonly length: Term;
  readonly slots: readonly Slot[];
  /** Whether those that are present come before all that are not: the element at an index is in the slot of that number. */
  readonly dense: boolean;
  /**
   * Where there are elements beyond the slots: nowhere, for the input's lists keep to the bound. What hangs on it is proved up to
   * the bound only, though no slot is concerned.
   */
  readonly more: Term;
}

export interface Slot {
  readonly present: Term;
  readonly value: SymbolicValue;
}

export interface Outside {
  readonly kind: "outside";
  readonly reason: string;
}

export type Scalar = Extract<SymbolicValue, { readonly value: Term }>;

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

export const unknownTruth: SymbolicTruth = truthOf(no, no);

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

export function isScalar(value: SymbolicValue): value is Scalar {
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
    return chooseList(condition, known, then, otherwise);
  }
  if (then.kind === "record" && otherwise.kind === "record") {
    const names = [...then.fields.keys()];
    const isSame =
      then.open === otherwise.open &&
      then.fields.size === otherwise.fields.size &&
      names.every((name) => otherwise.fields.has(name));
    if (isSame) {
      const fields = names.map((name) => {
        const [one, other] = [then.fields.get(name), otherwise.fields.get(name)];
        return [
          name,
          chooseValue(condition, one ?? alwaysUnknown, other ?? alwaysUnknown),
        ] as const;
      });
      return { kind: "record", known, fields: new Map(fields), open: then.open };
    }
  }
  return outside("a value that may be of several kinds, or one record or another");
}

function chooseList(
  condition: Term,
  known: Term,
  then: SymbolicList,
  otherwise: SymbolicList,
): SymbolicList {
  const longest = Math.max(then.slots.length, otherwise.slots.length);
  const slots = Array.from({ length: longest }, (_, index): Slot => {
    const one = then.slots[index] ?? nothing;
    const other = otherwise.slots[index] ?? nothing;
    return {
      present: choose(condition, one.present, other.present),
      value: chooseValue(condition, one.value, other.value),
    };
  });
  return {
    kind: "list",
    known,
    length: choose(condition, then.length, otherwise.length),
    slots,
    dense: then.dense && otherwise.dense,
    more: choose(condition, then.more, otherwise.more),
  };
}

const nothing: Slot = { present: no, value: alwaysUnknown };

/** A list of these, all of them there. */
export function listOf(elements: readonly SymbolicValue[]): SymbolicList {
  const slots = elements.map((value): Slot => ({ present: yes, value }));
  return { kind: "list", known: yes, length: whole(elements.length), slots, dense: true, more: no };
}

/** A number that is known. */
export function numberOf(value: Term): SymbolicValue {
  return { kind: "number", known: yes, value };
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
