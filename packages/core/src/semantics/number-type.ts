// Number types made from units, and how types read in messages.
import type { ListType, NumberType, TextType, Type } from "./types.ts";
import { describeDimension } from "./units/dimension.ts";
import { differenceOf, one, parseUnit, type Unit } from "./units/unit.ts";

export const booleanType: Type = { kind: "boolean" };
export const textType: TextType = { kind: "text", values: null };
export const timeType: Type = { kind: "time" };
export const undeterminedType: Type = { kind: "undetermined" };
export const plainNumber: NumberType = numberOf(one);
export const integerNumber: NumberType = { ...plainNumber, integer: true };

/** Durations that come of subtracting times. */
export function millisecondsType(): NumberType {
  return numberOf(parseUnit("ms") ?? one);
}

/** A number in `unit`, any value of it. An affine unit gives absolute temperatures. */
export function numberOf(unit: Unit): NumberType {
  return {
    kind: "number",
    unit,
    difference: isTemperature(unit) && !unit.affine,
    integer: false,
    minimum: null,
    maximum: null,
  };
}

export function listOf(element: Type): ListType {
  return { kind: "list", element };
}

export function isTemperature(unit: Unit): boolean {
  return unit.dimension.key === "temperature^1";
}

/** True of a plain number: no unit, no dimension. `%` is not plain. */
export function isPlain(unit: Unit): boolean {
  return unit.symbol === "";
}

/** True of `%`, `‰`, `ppm` and what else is dimensionless but scaled. */
export function isScaledRatio(unit: Unit): boolean {
  return unit.symbol !== "" && unit.dimension.key === "";
}

/** The type of any value of that kind and unit: without the range or the members that one declared value has. */
export function widened(type: Type): Type {
  switch (type.kind) {
    case "number":
      return numberOf(type.unit);
    case "text":
      return textType;
    default:
      return type;
  }
}

export function differenceType(type: NumberType): NumberType {
  return numberOf(differenceOf(type.unit));
}

/** A type in the author's words: `length (m)`, `a plain number`, `text`, `a list of speed (km/h)`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case "boolean":
      return "true or false";
    case "number":
      return describeUnit(type.unit);
    case "text":
      return "text";
    case "time":
      return "a point in time";
    case "list":
      return type.element.kind === "undetermined"
        ? "a list"
        : `a list of ${describeMembers(type.element)}`;
    case "record":
      return "a record";
    case "undetermined":
      return "of no settled kind";
  }
}

/** Several values of a type: `records`, `length (m)`. */
function describeMembers(type: Type): string {
  switch (type.kind) {
    case "boolean":
      return "truth values";
    case "number":
      return isPlain(type.unit) ? "plain numbers" : describeUnit(type.unit);
    case "text":
      return "texts";
    case "time":
      return "times";
    case "list":
      return "lists";
    case "record":
      return "records";
    case "undetermined":
      return "values";
  }
}

/** What a unit measures, with its symbol: `length (m)`, `a temperature difference (C)`. */
export function describeUnit(unit: Unit): string {
  if (isPlain(unit)) return "a plain number";
  const what =
    isTemperature(unit) && !unit.affine
      ? "a temperature difference"
      : describeDimension(unit.dimension);
  return `${what} (${unit.symbol})`;
}

/** A type as CONTEXT would declare it, without the brackets: `m`, `delta C`, `[text]`, `"a" | "b"`. Null if it cannot. */
export function typeSource(type: Type): string | null {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "number": {
      if (isPlain(type.unit)) return type.integer ? "integer" : "number";
      return type.difference ? `delta ${type.unit.symbol}` : type.unit.symbol;
    }
    case "text":
      return type.values === null
        ? "text"
        : type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "time":
      return "time";
    case "list": {
      const element = typeSource(type.element);
      return element === null ? null : `[${element}]`;
    }
    case "record": {
      const fields: string[] = [];
      for (const field of type.fields) {
        const source = typeSource(field.type);
        if (source === null) return null;
        fields.push(`${field.name}${field.optional ? "?" : ""}: ${source}`);
      }
      return fields.length === 0 ? null : `{ ${fields.join(", ")} }`;
    }
    case "undetermined":
      return null;
  }
}
