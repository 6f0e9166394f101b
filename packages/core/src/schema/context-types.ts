// TypeScript types of a policy's context and actions, for hosts that embed it.

import type { Program, ProgramAttribute } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { one } from "../semantics/units/unit.ts";
import { isIdentifier } from "../syntax/names.ts";

/** The text of a TypeScript module with `Context` (what `evaluate` takes) and `ActionName` (what it may decide). */
export function contextTypes(program: Program): string {
  const properties = program.attributes.map((attribute) => {
    const required = attribute.declared && !attribute.optional && attribute.default === null;
    const isOptional = !required || attribute.sample !== null;
    return `${documentation(attribute.type, "  ")}  ${printProperty(attribute.name, isOptional, attributeType(attribute))}`;
  });
  const actions = program.actions.map((action) => JSON.stringify(action.name));
  return [
    `// Types of ${program.file}, made by omegac schema --types.`,
    "",
    "/** A quantity: a bare number in the attribute's unit, text with a unit, or both apart. */",
    "export type Quantity = number | string | { readonly value: number; readonly unit: string };",
    "",
    `/** ${program.intent.replaceAll("*/", "* /")} */`,
    "export interface Context {",
    ...properties,
    "}",
    "",
    `export type ActionName = ${actions.length === 0 ? "never" : actions.join(" | ")};`,
    "",
  ].join("\n");
}

/** What may be absent may be null. */
function printProperty(name: string, isOptional: boolean, type: string): string {
  const nullable = isOptional && type !== "unknown";
  return `readonly ${propertyName(name)}${isOptional ? "?" : ""}: ${type}${nullable ? " | null" : ""};`;
}

function propertyName(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

function attributeType(attribute: ProgramAttribute): string {
  const type = printType(attribute.type, "  ");
  return attribute.freshMilliseconds === null
    ? type
    : `{ readonly value: ${type}; readonly unit?: string; readonly at: string }`;
}

function documentation(type: Type, indent: string): string {
  if (type.kind !== "number" || type.unit.symbol === one.symbol) return "";
  const range =
    type.minimum === null && type.maximum === null
      ? ""
      : `, ${type.minimum ?? "−∞"} to ${type.maximum ?? "∞"}`;
  return `${indent}/** In ${type.unit.symbol}${range}. */\n`;
}

function printType(type: Type, indent: string): string {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "number":
      return type.unit.symbol === one.symbol ? "number" : "Quantity";
    case "text":
      return type.values === null
        ? "string"
        : type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "time":
      return "string";
    case "list": {
      const element = printType(type.element, indent);
      return element.includes(" | ") ? `readonly (${element})[]` : `readonly ${element}[]`;
    }
    case "record": {
      if (type.fields.length === 0) return "{ readonly [name: string]: unknown }";
      const inner = `${indent}  `;
      const fields = type.fields.map(
        (field) =>
          `${documentation(field.type, inner)}${inner}${printProperty(field.name, field.optional || type.open, printType(field.type, inner))}`,
      );
      return `{\n${fields.join("\n")}\n${indent}}`;
    }
    case "undetermined":
      return "unknown";
  }
}
