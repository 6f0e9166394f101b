// From the context's JSON to values, by the attributes' types. What cannot be used becomes an unknown that says why.
import type { ProgramAttribute } from "../semantics/program.ts";
import type { NumberType, RecordType, TextType, Type } from "../semantics/types.ts";
import { conversionBetween, convertLiteral, convertNumber } from "../semantics/units/conversion.ts";
import { differenceOf, parseUnit, type Unit } from "../semantics/units/unit.ts";
import { parseInstant } from "../std/instant.ts";
import type { JsonRecord, JsonValue } from "./canonical-json.ts";
import { elementPath, memberPath } from "./paths.ts";
import {
  type Instant,
  isUnknown,
  type RecordValue,
  type Unknown,
  unknownValue,
  type Value,
} from "./value.ts";

/** What reading depends on besides the context itself. */
export interface ReadingTerms {
  /** What freshness is measured against; null without a clock. */
  readonly now: Instant | null;
  /** The document's time zone, for times that name none. */
  readonly offsetMinutes: number | null;
}

/** An attribute's reading, by its declaration. Defaults and samples are not looked at. */
export function readAttribute(
  attribute: ProgramAttribute,
  context: JsonRecord,
  terms: ReadingTerms,
): Value {
  const { name, type, declared, freshMilliseconds } = attribute;
  const reader: Reader = { declared, offsetMinutes: terms.offsetMinutes };
  const json = own(context, name);
  return freshMilliseconds === null || isAbsent(json)
    ? readValue(json, type, name, reader)
    : readFresh(json, attribute, freshMilliseconds, terms, reader);
}

interface Reader {
  readonly declared: boolean;
  readonly offsetMinutes: number | null;
}

/** Records from readJson inherit nothing; hasOwn keeps that true of any other. */
function own(record: JsonRecord, name: string): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isAbsent(json: JsonValue | undefined): json is null | undefined {
  return json === undefined || json === null;
}

function isJsonRecord(json: JsonValue): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function readValue(json: JsonValue | undefined, type: Type, path: string, reader: Reader): Value {
  if (isAbsent(json)) return unknownValue(path, "missing");
  switch (type.kind) {
    case "boolean":
      return typeof json === "boolean" ? json : unknownValue(path, "wrong kind");
    case "number":
      return readNumber(json, type, path, reader);
    case "text":
      return readText(json, type, path);
    case "time":
      return readTime(json, path, reader);
    case "list":
      return Array.isArray(json)
        ? readList(json, type.element, path, reader)
        : unknownValue(path, "wrong kind");
    case "record":
      return isJsonRecord(json)
        ? readRecord(json, type, path, reader)
        : unknownValue(path, "wrong kind");
    case "undetermined":
      return readUndetermined(json, path, reader);
  }
}

function readText(json: JsonValue, type: TextType, path: string): Value {
  if (typeof json !== "string") return unknownValue(path, "wrong kind");
  return type.values === null || type.values.includes(json)
    ? json
    : unknownValue(path, "not a member");
}

function readTime(json: JsonValue, path: string, reader: Reader): Value {
  const milliseconds =
    typeof json === "string" ? parseInstant(json, reader.offsetMinutes ?? undefined) : null;
  return milliseconds === null ? unknownValue(path, "wrong kind") : { kind: "time", milliseconds };
}

function readList(
  json: readonly JsonValue[],
  element: Type,
  path: string,
  reader: Reader,
): readonly Value[] {
  return json.map((item, index) => readValue(item, element, elementPath(path, index), reader));
}

/** Every field of the type is there, unknown when absent; an open record keeps what else came. */
function readRecord(json: JsonRecord, type: RecordType, path: string, reader: Reader): RecordValue {
  const fields = new Map<string, Value>();
  for (const { name, type: fieldType } of type.fields) {
    fields.set(name, readValue(own(json, name), fieldType, memberPath(path, name), reader));
  }
  if (type.open) {
    for (const [name, value] of Object.entries(json)) {
      if (fields.has(name)) continue;
      fields.set(name, readValue(value, undetermined, memberPath(path, name), reader));
    }
  }
  return { kind: "record", fields };
}

const openRecord: RecordType = { kind: "record", fields: [], open: true };
const undetermined: Type = { kind: "undetermined" };

/** As it comes: a number is a plain number, text is text, and `{"value", "unit"}` is a record like any other. */
function readUndetermined(json: Exclude<JsonValue, null>, path: string, reader: Reader): Value {
  if (typeof json !== "object") return json;
  if (isJsonRecord(json)) return readRecord(json, openRecord, path, reader);
  return readList(json, undetermined, path, reader);
}

// --- numbers ------------------------------------------------------------------------------------------------------

/** A bare number in the type's unit, or a number with a unit of its own: `"0.8m"`, `{"value": 0.8, "unit": "m"}`. */
function readNumber(json: JsonValue, type: NumberType, path: string, reader: Reader): Value {
  if (typeof json === "number") {
    // A fraction of one, or a small percentage? Only a declaration can say.
    const ambiguous = !reader.declared && type.unit.symbol === "%" && json > 0 && json <= 1;
    return ambiguous ? unknownValue(path, "ambiguous percent") : withinType(json, type, path);
  }
  const converted = readQuantity(json, type, path);
  return isUnknown(converted) ? converted : withinType(converted, type, path);
}

const quantityText = /^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?) ?(\D.*)$/su;

function readQuantity(json: JsonValue, type: NumberType, path: string): number | Unknown {
  if (typeof json === "string") {
    const [, digits = "", symbol = ""] = quantityText.exec(json) ?? [];
    return converted(symbol, type, path, (unit) => convertLiteral(digits, unit, type.unit));
  }
  if (isJsonRecord(json)) {
    const { value, unit: symbol, ...others } = json;
    if (
      typeof value === "number" &&
      typeof symbol === "string" &&
      Object.keys(others).length === 0
    ) {
      return converted(symbol, type, path, (unit) => convertNumber(value, unit, type.unit));
    }
  }
  return unknownValue(path, "wrong kind");
}

function converted(
  symbol: string,
  type: NumberType,
  path: string,
  convert: (from: Unit) => number | null,
): number | Unknown {
  const unit = unitOfReading(symbol, type);
  if (unit === null || conversionBetween(unit, type.unit) === null) {
    return unknownValue(path, "wrong kind");
  }
  return convert(unit) ?? unknownValue(path, "overflow");
}

/** The unit a reading states. A difference of temperatures may say so, as decisions write it: `delta C`. */
function unitOfReading(symbol: string, type: NumberType): Unit | null {
  if (!type.difference) return parseUnit(symbol);
  const unit = parseUnit(symbol.startsWith("delta ") ? symbol.slice("delta ".length) : symbol);
  return unit === null ? null : differenceOf(unit);
}

function withinType(value: number, type: NumberType, path: string): Value {
  if (type.integer && !Number.isInteger(value)) return unknownValue(path, "wrong kind");
  const tooLow = type.minimum !== null && value < type.minimum;
  const tooHigh = type.maximum !== null && value > type.maximum;
  return tooLow || tooHigh ? unknownValue(path, "out of range") : value;
}

// --- freshness ----------------------------------------------------------------------------------------------------

/** `{"value", "unit"?, "at"}`: usable unless it is older than the bound, or from the future. */
function readFresh(
  json: JsonValue,
  attribute: ProgramAttribute,
  freshMilliseconds: number,
  terms: ReadingTerms,
  reader: Reader,
): Value {
  const { name, type } = attribute;
  const at = isJsonRecord(json) ? own(json, "at") : undefined;
  const taken = typeof at === "string" ? parseInstant(at, terms.offsetMinutes ?? undefined) : null;
  if (taken === null || !isJsonRecord(json)) return unknownValue(name, "wrong kind");
  if (terms.now === null) return unknownValue(name, "no clock");
  const age = terms.now.milliseconds - taken;
  if (age < 0 || age > freshMilliseconds) return unknownValue(name, "stale");
  const value = own(json, "value");
  const unit = own(json, "unit");
  const withUnit = typeof value === "number" && !isAbsent(unit);
  return readValue(withUnit ? { value, unit } : value, type, name, reader);
}
