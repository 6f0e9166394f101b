// The JSON Schema of a policy's context: what a host must send, derived from the attributes' types.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { Program, ProgramAttribute } from "../semantics/program.ts";
import type { NumberType, RecordTypeField, Type } from "../semantics/types.ts";
import { one } from "../semantics/units/unit.ts";

export type JsonSchema = { readonly [keyword: string]: JsonValue };

/**
 * The JSON Schema (draft 2020-12) of the context `program` reads. Attributes that may be absent, or for which a default
 * stands in, are not required. Quantities may be bare numbers in the attribute's unit, `"0.8m"` or `{value, unit}`.
 */
export function contextSchema(program: Program): JsonSchema {
  const required = program.attributes
    .filter((attribute) => attribute.declared && !attribute.optional && attribute.default === null)
    .filter((attribute) => attribute.sample === null)
    .map((attribute) => attribute.name);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Context of ${program.file}`,
    description: program.intent,
    type: "object",
    properties: Object.fromEntries(
      program.attributes.map((attribute) => [attribute.name, attributeSchema(attribute)]),
    ),
    required,
    additionalProperties: true,
  };
}

function attributeSchema(attribute: ProgramAttribute): JsonSchema {
  const schema = typeSchema(attribute.type);
  if (attribute.freshMilliseconds === null) return schema;
  return {
    type: "object",
    description: `A reading no older than ${attribute.freshMilliseconds} ms.`,
    properties: {
      value: schema,
      unit: { type: "string" },
      at: { type: "string", format: "date-time" },
    },
    required: ["value", "at"],
  };
}

function typeSchema(type: Type): JsonSchema {
  switch (type.kind) {
    case "boolean":
      return { type: "boolean" };
    case "number":
      return numberSchema(type);
    case "text":
      return type.values === null ? { type: "string" } : { type: "string", enum: [...type.values] };
    case "time":
      return { type: "string", format: "date-time" };
    case "list":
      return { type: "array", items: typeSchema(type.element) };
    case "record":
      return {
        type: "object",
        properties: Object.fromEntries(
          type.fields.map((field) => [field.name, fieldSchema(field)]),
        ),
        required: type.open
          ? []
          : type.fields.filter((field) => !field.optional).map((field) => field.name),
        additionalProperties: true,
      };
    case "undetermined":
      return {};
  }
}

function fieldSchema(field: RecordTypeField): JsonSchema {
  return typeSchema(field.type);
}

/** Bounds hold for the bare number; the other two forms are checked when they are read. */
function numberSchema(type: NumberType): JsonSchema {
  const bare: JsonSchema = {
    type: type.integer ? "integer" : "number",
    ...(type.minimum === null ? {} : { minimum: type.minimum }),
    ...(type.maximum === null ? {} : { maximum: type.maximum }),
  };
  if (type.unit.symbol === one.symbol) return bare;
  return {
    description: `In ${type.unit.symbol}${type.difference ? " (a difference)" : ""}, or with a unit of its own.`,
    anyOf: [
      bare,
      { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)? ?\\S+$" },
      {
        type: "object",
        properties: { value: { type: "number" }, unit: { type: "string" } },
        required: ["value", "unit"],
        additionalProperties: false,
      },
    ],
  };
}
