// Run-time values. A quantity is a plain double in the unit its static type names; what is not known carries why.

/** Why a value is unknown. The list is closed: decisions print these words. */
const unknownReasons = [
  "missing",
  "wrong kind",
  "out of range",
  "stale",
  "division by zero",
  "overflow",
  "ambiguous percent",
  "not a member",
  "index out of range",
  "empty list",
  "invalid argument",
  "no clock",
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** A datum that could not be read or computed. `path` is written as the author would: `Workers[2].distance`. */
export interface UnknownCause {
  readonly path: string;
  readonly reason: UnknownReason;
}

/** The third truth value, and the result of every operation on it. Causes in order of evaluation, no duplicates. */
export interface Unknown {
  readonly kind: "unknown";
  readonly causes: readonly UnknownCause[];
}

/** An instant: integer milliseconds since 1970-01-01T00:00:00Z. */
export interface Instant {
  readonly kind: "time";
  readonly milliseconds: number;
}

/** A record; a Map so that no field name is special. Insertion order is the input's. */
export interface RecordValue {
  readonly kind: "record";
  readonly fields: ReadonlyMap<string, Value>;
}

/** A list may hold unknown members; operations on it say what they make of them. */
export type Value = boolean | number | string | Instant | RecordValue | readonly Value[] | Unknown;

/** An unknown with one cause. */
export function unknownValue(path: string, reason: UnknownReason): Unknown {
  return { kind: "unknown", causes: [{ path, reason }] };
}

/** True of the third truth value. */
export function isUnknown(value: Value): value is Unknown {
  return typeof value === "object" && "kind" in value && value.kind === "unknown";
}

/** How many causes one unknown carries: enough to act on, and joining thousands stays cheap. */
const mostCauses = 1000;

/** The causes of both unknowns, first come first, each once, and not more than a thousand. */
export function joinUnknowns(first: Unknown, second: Unknown): Unknown {
  if (first.causes.length >= mostCauses) return first;
  const fresh = second.causes.filter(
    (cause) =>
      !first.causes.some((known) => known.path === cause.path && known.reason === cause.reason),
  );
  return fresh.length === 0 ? first : { kind: "unknown", causes: [...first.causes, ...fresh] };
}

/** True of a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** True of a record. */
export function isRecord(value: Value): value is RecordValue {
  return typeof value === "object" && "kind" in value && value.kind === "record";
}

/** True of an instant. */
export function isInstant(value: Value): value is Instant {
  return typeof value === "object" && "kind" in value && value.kind === "time";
}
