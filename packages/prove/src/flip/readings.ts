// The readings of a context one by one: what each says now, how it may be changed, and how much a change is.
import {
  type Ir,
  type JsonValue,
  type NumberType,
  type Program,
  parseInstant,
  readAttribute,
  type Type,
  type Value,
} from "@omega/core";
import { type BoundaryValues, boundaryValues, roundTo, stepOf } from "../boundary-values.ts";
import { type ContextPath, isRecord, replaceAt, valueAt } from "../context-path.ts";
import type { EncodedInputs, SymbolicInput } from "../encode-inputs.ts";
import type { SolverValue } from "../read-model.ts";
import type { Variable } from "../term.ts";
import type { JsonRecord } from "../witness.ts";

/** A scalar that the context holds or could hold where it is. */
export interface Reading {
  readonly path: ContextPath;
  readonly type: Type;
  readonly attribute: Ir.ProgramAttribute;
  readonly input: Extract<SymbolicInput, { readonly kind: "scalar" }>;
  /** What has its default stand in; null for what has none, and inside records and lists. */
  readonly absent: Variable | null;
  readonly isAbsent: boolean;
  /** What is read, numbers in the type's unit; null for what is unknown. */
  readonly value: SolverValue | null;
  /** Numbers: what changes are measured from, how large one is that counts as whole, and how finely values are told apart. */
  readonly base: number;
  readonly scale: number;
  readonly step: number;
}

/** What of the input is no reading, as the context has it: lengths of lists, records that are there. */
type FixedVariables = ReadonlyMap<Variable, SolverValue>;

export interface ContextReadings {
  readonly readings: readonly Reading[];
  readonly fixed: FixedVariables;
}

/** The readings of a context, in the order of the declarations. */
export function readingsOf(
  program: Program,
  inputs: EncodedInputs,
  context: JsonRecord,
  now: string,
): ContextReadings {
  const milliseconds = parseInstant(now);
  const clock = milliseconds === null ? null : ({ kind: "time", milliseconds } as const);
  const terms = { now: clock, offsetMinutes: program.offsetMinutes };
  const values = boundaryValues([program]);
  const readings: Reading[] = [];
  const fixed = new Map<Variable, SolverValue>();
  if (milliseconds !== null) fixed.set(inputs.clock, milliseconds);
  for (const { attribute, input, absent } of inputs.attributes) {
    const isAbsent = (context[attribute.name] ?? null) === null;
    const value = readAttribute(attribute, context, terms);
    const collect = (at: SymbolicInput, found: Value | null, path: ContextPath): void => {
      if (at.kind === "outside") return;
      const known = found !== null && !isUnknown(found);
      if (at.kind === "scalar") {
        const read = known ? solverValue(found) : null;
        const own = path.length === 1 ? absent : null;
        const measure = measureOf(at.type, read, attribute, values);
        const { type } = at;
        readings.push({
          path,
          type,
          attribute,
          input: at,
          absent: own,
          isAbsent,
          value: read,
          ...measure,
        });
        return;
      }
      fixed.set(at.known, known);
      if (path.length === 1 && absent !== null) fixed.set(absent, isAbsent);
      if (at.kind === "record") {
        const fields =
          known && typeof found === "object" && "fields" in found ? found.fields : null;
        if (fields === null) return;
        for (const [name, field] of at.fields)
          collect(field, fields.get(name) ?? null, [...path, name]);
        return;
      }
      const elements = known && Array.isArray(found) ? found : [];
      fixed.set(at.length, elements.length);
      for (const [index, element] of at.elements.entries()) {
        if (index < elements.length) collect(element, elements[index] ?? null, [...path, index]);
      }
    };
    collect(input, value, [attribute.name]);
  }
  return { readings, fixed };
}

function isUnknown(value: Value): boolean {
  return typeof value === "object" && "kind" in value && value.kind === "unknown";
}

function solverValue(value: Value): SolverValue | null {
  if (typeof value !== "object") return value;
  return "kind" in value && value.kind === "time" ? value.milliseconds : null;
}

/** A day counts as a whole change of a time, which is told apart by seconds. */
const DAY = 86_400_000;

/**
 * What a change is measured by: the declared range where there is one, else the largest of the value and the literals of its
 * unit. Values are told apart by the decimal places that the value, the literals and the range use.
 */
function measureOf(
  type: Type,
  read: SolverValue | null,
  { sample, default: standIn }: Ir.ProgramAttribute,
  values: BoundaryValues,
): Pick<Reading, "base" | "scale" | "step"> {
  if (type.kind === "time") {
    const base = typeof read === "number" ? read : 0;
    return { base, scale: DAY, step: base % 1000 === 0 ? 1000 : 1 };
  }
  if (type.kind !== "number") return { base: 0, scale: 1, step: 1 };
  const { minimum, maximum } = type;
  const instead = [read, standIn, sample].find((one) => typeof one === "number");
  const nearZero = Math.max(minimum ?? 0, Math.min(0, maximum ?? 0));
  const base = typeof instead === "number" ? instead : nearZero;
  const literals = values.literals(type);
  const largest = Math.max(Math.abs(base), ...literals.map(Math.abs));
  const range = minimum !== null && maximum !== null ? maximum - minimum : largest;
  const step = type.integer ? 1 : stepOf([base, ...literals]);
  return { base, scale: range > 0 ? range : 1, step };
}

/** How much a change is: that of a number by its scale, that of anything else one; giving what is missing one more. */
export function costOf({ type, value, base, scale }: Reading, changed: SolverValue): number {
  const isMeasured = type.kind === "number" || type.kind === "time";
  const distance = isMeasured && typeof changed === "number" ? Math.abs(changed - base) / scale : 1;
  return value === null && isMeasured ? distance + 1 : distance;
}

/** Values to try: those at which conditions change, numbers on the reading's steps. */
export function valuesToTry(reading: Reading, boundaries: BoundaryValues): readonly SolverValue[] {
  const values = boundaries
    .of(reading.type)
    .map((value) =>
      reading.type.kind === "time" && typeof value === "string" ? Date.parse(value) : value,
    );
  return [...new Set(values)].filter((value) => value !== reading.value);
}

// --- writing ------------------------------------------------------------------------------------------------------

/** The context with a reading changed, written as it was: with its unit where it had one. */
export function withReading(
  context: JsonRecord,
  { path, type, attribute }: Reading,
  value: SolverValue,
  now: string,
): JsonRecord {
  const isFresh = attribute.freshMilliseconds !== null;
  const before = valueAt(context, path);
  const plain = isFresh && path.length === 1 && isRecord(before) ? (before.value ?? null) : before;
  const isDeclared = attribute.declared;
  const written = writeValue(
    value,
    type,
    plain,
    isDeclared,
    isFresh && isRecord(before) && "unit" in before,
  );
  const json = isFresh && path.length === 1 ? freshReading(written, before, now) : written;
  const changed = replaceAt(context, path, json);
  return isRecord(changed) ? changed : context;
}

function writeValue(
  value: SolverValue,
  type: Type,
  before: JsonValue,
  isDeclared: boolean,
  isStated: boolean,
): JsonValue {
  if (type.kind === "time")
    return typeof value === "number" ? new Date(value).toISOString() : value;
  if (type.kind !== "number" || typeof value !== "number") return value;
  const { symbol } = type.unit;
  if (typeof before === "string" && symbol !== "") return `${value}${symbol}`;
  const isAmbiguous = !isDeclared && symbol === "%";
  return isStated || isAmbiguous || isRecord(before) ? { value, unit: symbol } : value;
}

function freshReading(written: JsonValue, before: JsonValue, now: string): JsonValue {
  const at = isRecord(before) && typeof before.at === "string" ? before.at : now;
  return isRecord(written) ? { ...written, at } : { value: written, at };
}

/** A value as people write it, in the reading's own resolution. */
export function roundedTo(reading: Reading, value: SolverValue, step: number): SolverValue {
  return reading.type.kind === "number" && typeof value === "number" ? roundTo(value, step) : value;
}

export function unitOf(type: Type): string {
  return type.kind === "number" ? symbolOf(type) : "";
}

function symbolOf({ unit }: NumberType): string {
  return unit.symbol;
}
