// Literals as values: numbers converted exactly to the unit they are needed in, texts read as times, whole lists and
// records. Used for constants in rules, for samples, defaults and ranges, and for what examples give.
import type { Value } from "../evaluate/value.ts";
import { parseInstant } from "../std/instant.ts";
import type { Expression, NumberLiteral } from "../syntax/tree.ts";
import {
  describeType,
  describeUnit,
  isPlain,
  isScaledRatio,
  isTemperature,
  numberOf,
  textType,
} from "./number-type.ts";
import type { NumberType, RecordTypeField, Type } from "./types.ts";
import { convertLiteral } from "./units/conversion.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, one, parseUnit, type Unit } from "./units/unit.ts";

/** The literal's own unit; `one` for a bare number. The parser lets no unknown unit through. */
export function unitOfLiteral(literal: NumberLiteral): Unit {
  return literal.unit === "" ? one : (parseUnit(literal.unit) ?? one);
}

/** The literal in `unit`, exactly converted and rounded once; of temperatures, read as `unit` is. Null beyond the doubles. */
export function literalIn(literal: NumberLiteral, unit: Unit): number | null {
  const own = unitOfLiteral(literal);
  return convertLiteral(literal.digits, unit.affine ? own : differenceOf(own), unit);
}

/** True of what is written out whole: nothing in it has to be computed or read. */
export function isLiteral(expression: Expression): boolean {
  switch (expression.kind) {
    case "boolean":
    case "number":
    case "text":
    case "null":
      return true;
    case "list":
      return expression.elements.every(isLiteral);
    case "record":
      return expression.fields.every((field) => isLiteral(field.value));
    default:
      return false;
  }
}

/** True of what is read as the side beside it needs it: a literal, and a sum with a literal temperature, `20C + Margin`. */
export function isAdaptable(expression: Expression): boolean {
  const isSum =
    expression.kind === "binary" && (expression.operator === "+" || expression.operator === "-");
  if (!isSum) return isLiteral(expression);
  return [expression.left, expression.right].some(
    (operand) => operand.kind === "number" && isTemperature(unitOfLiteral(operand)),
  );
}

/** A literal's own type. A list takes its first member's; null has none. */
function typeOfLiteral(expression: Expression): Type {
  switch (expression.kind) {
    case "boolean":
      return { kind: "boolean" };
    case "number":
      return numberOf(unitOfLiteral(expression));
    case "text":
      return textType;
    case "list": {
      const [first] = expression.elements;
      return {
        kind: "list",
        element: first === undefined ? { kind: "undetermined" } : typeOfLiteral(first),
      };
    }
    case "record": {
      const fields: RecordTypeField[] = expression.fields.map((field) => ({
        name: field.name.text,
        type: typeOfLiteral(field.value),
        optional: false,
      }));
      return { kind: "record", fields, open: true };
    }
    default:
      return { kind: "undetermined" };
  }
}

/** A literal as a value, or the part of it that does not fit and why, to go behind the value in a message. */
export type LiteralReading =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "misfit"; readonly part: Expression; readonly why: string };

/** What reading a literal depends on besides the type. */
export interface LiteralReader {
  readonly offsetMinutes: number | null;
  /** Whether a bare number may stand for a quantity in the type's unit. */
  readonly bareNumbers: boolean;
}

/** Reads a literal as a value of `type`. Values of undetermined kind are taken as they are. */
export function readLiteral(
  literal: Expression,
  type: Type,
  reader: LiteralReader,
): LiteralReading {
  const misfit = (why: string): LiteralReading => ({ kind: "misfit", part: literal, why });
  switch (type.kind) {
    case "undetermined": {
      const own = typeOfLiteral(literal);
      return own.kind === "undetermined"
        ? misfit("is no value")
        : readLiteral(literal, own, reader);
    }
    case "boolean":
      return literal.kind === "boolean"
        ? { kind: "value", value: literal.value }
        : misfit("is not true or false");
    case "number":
      return literal.kind === "number"
        ? readNumber(literal, type, reader)
        : misfit(`is not ${describeType(type)}`);
    case "text":
      if (literal.kind !== "text") return misfit("is not text");
      return type.values === null || type.values.includes(literal.value)
        ? { kind: "value", value: literal.value }
        : misfit(`is not one of ${type.values.map((value) => JSON.stringify(value)).join(", ")}`);
    case "time": {
      const at =
        literal.kind === "text"
          ? parseInstant(literal.value, reader.offsetMinutes ?? undefined)
          : null;
      return at === null
        ? misfit("is no ISO 8601 time with an offset")
        : { kind: "value", value: { kind: "time", milliseconds: at } };
    }
    case "list": {
      if (literal.kind !== "list") return misfit("is not a list");
      const values: Value[] = [];
      for (const element of literal.elements) {
        const reading = readLiteral(element, type.element, reader);
        if (reading.kind === "misfit") return reading;
        values.push(reading.value);
      }
      return { kind: "value", value: values };
    }
    case "record": {
      if (literal.kind !== "record") return misfit("is not a record");
      const fields = new Map<string, Value>();
      for (const { name, value } of literal.fields) {
        const field = type.fields.find((candidate) => candidate.name === name.text);
        if (field === undefined && !type.open)
          return misfit(`has no field \`${name.text}\` by its type`);
        const reading = readLiteral(value, field?.type ?? { kind: "undetermined" }, reader);
        if (reading.kind === "misfit") return reading;
        fields.set(name.text, reading.value);
      }
      const absent = type.fields.find((field) => !field.optional && !fields.has(field.name));
      return absent === undefined || type.open
        ? { kind: "value", value: { kind: "record", fields } }
        : misfit(`lacks the field \`${absent.name}\``);
    }
  }
}

function readNumber(
  literal: NumberLiteral,
  type: NumberType,
  reader: LiteralReader,
): LiteralReading {
  const misfit = (why: string): LiteralReading => ({ kind: "misfit", part: literal, why });
  const own = unitOfLiteral(literal);
  const bare = literal.unit === "";
  let value: number | null;
  if (bare && !isPlain(type.unit)) {
    if (!reader.bareNumbers && Number(literal.digits) !== 0) {
      const unit = isScaledRatio(type.unit) ? "says neither percent nor ratio" : "has no unit";
      return misfit(`${unit}; write \`${literal.digits}${type.unit.symbol}\``);
    }
    value = convertLiteral(literal.digits, type.unit, type.unit);
  } else {
    if (!sameDimension(own.dimension, type.unit.dimension)) {
      return misfit(`is ${describeUnit(own)}, not ${describeUnit(type.unit)}`);
    }
    value = literalIn(literal, type.unit);
  }
  if (value === null || !Number.isFinite(value)) return misfit("is beyond the largest number");
  if (type.integer && !Number.isInteger(value)) return misfit("is no whole number");
  if (
    (type.minimum !== null && value < type.minimum) ||
    (type.maximum !== null && value > type.maximum)
  ) {
    const symbol = type.unit.symbol;
    return misfit(`is outside ${type.minimum ?? ""}${symbol}..${type.maximum ?? ""}${symbol}`);
  }
  return { kind: "value", value };
}
