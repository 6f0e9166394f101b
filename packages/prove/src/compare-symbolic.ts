// Comparisons of symbolic values, as the evaluator's compare-values.ts and value-key.ts make them.
import { denseList } from "./symbolic-list.ts";
import {
  both,
  certain,
  combine,
  isScalar,
  type Outside,
  outside,
  type Scalar,
  type SymbolicList,
  type SymbolicTruth,
  type SymbolicValue,
  truthOf,
  unknownTruth,
} from "./symbolic-value.ts";
import { and, compare, no, not, or, type Term, yes } from "./term.ts";
import { isMapped, testTexts } from "./text-tests.ts";

type SymbolicRecord = Extract<SymbolicValue, { kind: "record" }>;

/** Equality, three-valued: of lists and records it is that of what they hold, where they have the same shape. */
export function equalValues(left: SymbolicValue, right: SymbolicValue): SymbolicTruth | Outside {
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  if (isScalar(left) && isScalar(right)) return equalScalars(left, right);
  if (left.kind === "list" && right.kind === "list") return equalLists(left, right);
  if (left.kind === "record" && right.kind === "record") return equalRecords(left, right);
  return unknownTruth;
}

function equalScalars(left: Scalar, right: Scalar): SymbolicTruth | Outside {
  if (left.kind !== right.kind) return unknownTruth;
  const known = and(left.known, right.known);
  const equal =
    left.kind === "text"
      ? testTexts("equals", left.value, right.value)
      : compare("=", left.value, right.value);
  return equal.kind === "outside" ? equal : truthOf(known, equal);
}

/** Lists of different length differ, whatever is in them. */
function equalLists(first: SymbolicList, second: SymbolicList): SymbolicTruth | Outside {
  const left = denseList(first);
  const right = denseList(second);
  const known = and(left.known, right.known);
  const sameLength = compare("=", left.length, right.length);
  const shorter = Math.min(left.slots.length, right.slots.length);
  const pairs = left.slots.slice(0, shorter).map(({ present, value }, index) => {
    const other = right.slots[index]?.value ?? value;
    return whereThere(present, equalValues(value, other));
  });
  return combine(pairs, (truths) => {
    const inside = both(truths);
    return truthOf(and(known, or(not(sameLength), inside.known)), and(sameLength, inside.holds));
  });
}

/** True, and known, where the element is not there. */
function whereThere(present: Term, truth: SymbolicTruth | Outside): SymbolicTruth | Outside {
  return combine([truth], ([{ known, holds } = certain]) =>
    truthOf(or(not(present), known), or(not(present), holds)),
  );
}

function equalRecords(left: SymbolicRecord, right: SymbolicRecord): SymbolicTruth | Outside {
  if (left.open || right.open) return outside("comparing records whose fields nothing settles");
  const known = and(left.known, right.known);
  const names = [...left.fields.keys()];
  if (names.length !== right.fields.size || !names.every((name) => right.fields.has(name)))
    return truthOf(known, no);
  const pairs = names.map((name) => {
    const [one, other] = [left.fields.get(name), right.fields.get(name)];
    return one === undefined || other === undefined ? certain : equalValues(one, other);
  });
  return combine(pairs, (truths) => {
    const inside = both(truths);
    return truthOf(and(known, inside.known), inside.holds);
  });
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

/**
 * Whether two values have the same key: as sets and groups tell values apart. Kinds never share one, and what holds
 * something unknown has none.
 */
export function sameKey(left: SymbolicValue, right: SymbolicValue): SymbolicTruth | Outside {
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  const known = combine([allKnown(left), allKnown(right)], both);
  if (known.kind === "outside") return known;
  const equal = left.kind === right.kind ? equalValues(left, right) : truthOf(yes, no);
  return equal.kind === "outside" ? equal : truthOf(known.holds, equal.holds);
}

/** Whether nothing in the value is unknown. */
export function allKnown(value: SymbolicValue): SymbolicTruth | Outside {
  switch (value.kind) {
    case "outside":
      return value;
    case "unknown":
      return truthOf(yes, no);
    case "list": {
      const inside = value.slots.map((slot) => whereThere(slot.present, allKnown(slot.value)));
      return combine([truthOf(yes, value.known), ...inside], both);
    }
    case "record": {
      if (value.open) return outside("a record whose fields nothing settles");
      return combine(
        [truthOf(yes, value.known), ...[...value.fields.values()].map(allKnown)],
        both,
      );
    }
    default:
      return truthOf(yes, value.known);
  }
}

/** Whether the first value comes before the second where lists are sorted: texts by code point too. */
export function comesBefore(left: SymbolicValue, right: SymbolicValue): Term | Outside | null {
  if (!isScalar(left) || !isScalar(right) || left.kind !== right.kind) return null;
  switch (left.kind) {
    case "number":
    case "time":
      return compare("<", left.value, right.value);
    case "boolean":
      return and(not(left.value), right.value);
    case "text":
      return precedes(left.value, right.value);
  }
}

function precedes(left: Term, right: Term): Term | Outside {
  const mapped = [left, right].find(isMapped);
  return mapped === undefined
    ? { kind: "apply", operator: "precedes", operands: [left, right] }
    : outside("sorting texts in lower or upper case, or trimmed");
}
