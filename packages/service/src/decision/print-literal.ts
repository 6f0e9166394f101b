// JSON values as the language writes them: in actions, beside conditions and in EXAMPLEs.
import { type JsonValue, printName } from "@omega/core";

/** `0.4m`, `"auto"`, `[{ name: "Ana" }]`: a quantity, `{"value", "unit"}`, is one literal. */
export function printLiteral(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const quantity = printQuantity(value);
  if (quantity !== null) return quantity;
  const fields = Object.entries(value).map(
    ([name, field]) => `${printName(name)}: ${printLiteral(field)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** `0.4m` for `{"value": 0.4, "unit": "m"}`; null for anything else. */
export function printQuantity(value: JsonValue): string | null {
  if (!isRecord(value) || Object.keys(value).length !== 2) return null;
  const { value: amount, unit } = value;
  return typeof amount === "number" && typeof unit === "string" ? `${amount}${unit}` : null;
}

/** Whether JSON is an object. */
export function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
