// The JSON Schema of a policy's context: what a host must send, derived from the attributes' types.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { Program, ProgramAttribute } from "../semantics/program.ts";
import type { NumberType, RecordTypeField, Type } from "../semantics/types.ts";
import { one } from "../semantics/units/unit.ts";

export type JsonSchema = { readonly [keyword: string]: JsonValue };

/**
 * The JSON Schema (draft 2020-12) of the context `program` reads. Attributes that may be absent, or for which a default
 * stands in, are not required, and null says that they are absent. Quantities may be bare numbers in the attribute's unit, `"0.8m"` or `{value, unit}`.
 */
export function contextSchema(program: Program): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Context of ${program.file}`,
    description: program.intent,
    type: "object",
    properties: Object.fromEntries(
      program.attributes.map((attribute) => {
        const schema = attributeSchema(attribute);
        return [attribute.name, isRequired(attribute) ? schema : orNull(schema)];
      }),
    ),
    required: program.attributes.filter(isRequired).map(({ name }) => name),
    additionalProperties: true,
  };
}

function isRequired({ declared, optional, default: standard, sample }: ProgramAttribute): boolean {
  return declared && !optional && standard === null && sample === null;
}

/** The schema of what may be absent; null is another way to say so. */
function orNull(schema: JsonSchema): JsonSchema {
  const { description, anyOf, ...rest } = schema;
  const choices = Array.isArray(anyOf) ? anyOf : [rest];
  // `{}` takes null already.
  if (Object.keys(schema).length === 0) return schema;
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [...choices, { type: "null" }],
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
          type.fields.map((field) => [field.name, fieldSchema(field, type.open)]),
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

function fieldSchema(field: RecordTypeField, isOpen: boolean): JsonSchema {
  const schema = typeSchema(field.type);
  return field.optional || isOpen ? orNull(schema) : schema;
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
