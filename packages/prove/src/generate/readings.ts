// Readings as GIVEN writes them: quantities with their unit, so that a candidate means what its EXAMPLE will mean.
import {
  type Ir,
  type JsonValue,
  type NumberType,
  type Program,
  parseUnit,
  type Type,
} from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { Candidate } from "./candidate.ts";

export function isRecord(json: JsonValue | undefined): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A number of the type, as JSON with its unit. */
export function quantity(value: number, { unit }: NumberType): JsonValue {
  return unit.symbol === "" ? value : { value, unit: unit.symbol };
}

/** The candidate with what no attribute reads left out, and every number with its unit. */
export function normalised({ context, now }: Candidate, program: Program): Candidate {
  const entries = program.attributes.flatMap((attribute): readonly [string, JsonValue][] => {
    const json = Object.hasOwn(context, attribute.name) ? context[attribute.name] : undefined;
    return json === undefined || json === null
      ? []
      : [[attribute.name, normalisedReading(json, attribute, now)]];
  });
  return { context: Object.fromEntries(entries), now: now?.replace(/\.000Z$/, "Z") ?? null };
}

/** Of a fresh attribute, a reading that is taken at the instant of the evaluation is its bare value. */
function normalisedReading(
  json: JsonValue,
  { type, declared, freshMilliseconds }: Ir.ProgramAttribute,
  now: string | null,
): JsonValue {
  if (freshMilliseconds === null || !isRecord(json) || !("at" in json)) {
    return normalisedValue(json, type, declared);
  }
  const { at = null, value = null, unit, ...others } = json;
  const read = unit === undefined ? value : { value, unit };
  const plain = normalisedValue(read, type, declared);
  const isNow = typeof at === "string" && now !== null && Date.parse(at) === Date.parse(now);
  if (isNow && Object.keys(others).length === 0) return plain;
  return isRecord(plain) && "unit" in plain ? { ...plain, at } : { value: plain, at };
}

/** An element that is nothing cannot be given in an EXAMPLE; a record without members says as little. */
function normalisedElement(json: JsonValue, type: Type, declared: boolean): JsonValue {
  return json === null && type.kind === "record" ? {} : normalisedValue(json, type, declared);
}

const quantityText = /^(-?\d+(?:\.\d+)?) ?(\D.*)$/su;

function normalisedValue(json: JsonValue, type: Type, declared: boolean): JsonValue {
  switch (type.kind) {
    case "number": {
      if (typeof json === "number") {
        const ambiguous = !declared && type.unit.symbol === "%" && json > 0 && json <= 1;
        return ambiguous ? json : quantity(json, type);
      }
      if (typeof json !== "string") return json;
      const [, digits = "", symbol = ""] = quantityText.exec(json) ?? [];
      return digits === "" || parseUnit(symbol) === null
        ? json
        : { value: Number(digits), unit: symbol };
    }
    case "list":
      return Array.isArray(json)
        ? json.map((element: JsonValue) => normalisedElement(element, type.element, declared))
        : json;
    case "record": {
      if (!isRecord(json)) return json;
      const types = new Map(type.fields.map((field) => [field.name, field.type]));
      const entries = Object.entries(json).flatMap(([name, value]): [string, JsonValue][] => {
        const field = types.get(name);
        if (field === undefined && !type.open) return [];
        const read = field === undefined ? value : normalisedValue(value, field, declared);
        return read === null ? [] : [[name, read]];
      });
      return Object.fromEntries(entries);
    }
    case "time":
      return typeof json === "string" ? json.replace(/\.000Z$/, "Z") : json;
    default:
      return json;
  }
}
