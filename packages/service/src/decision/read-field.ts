// What a person types into a field, as the JSON that a context would hold; and JSON as a field shows it.
import { type JsonValue, parseJson, type Type } from "@omega/core";
import { isRecord, printQuantity } from "./print-literal.ts";

/** How a value is edited: `json` for lists, records and what is of no settled kind. */
export type FieldKind = "checkbox" | "select" | "text" | "json";

/** The field for values of a type. */
export function fieldKindOf(type: Type): FieldKind {
  switch (type.kind) {
    case "boolean":
      return "checkbox";
    case "text":
      return type.values === null ? "text" : "select";
    case "number":
    case "time":
      return "text";
    case "list":
    case "record":
    case "undetermined":
      return "json";
  }
}

export interface ReadField {
  /** Null takes the value away. */
  readonly value: JsonValue;
  /** Why the text is no value of that type; null where that is for the policy to say. */
  readonly complaint: string | null;
}

const number = /^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*(\D.*)?$/su;

/** Reads the text of a field. An empty one has no value; a text without quotes is that text; `0.8 m` is a quantity. */
export function readField(type: Type, text: string): ReadField {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null, complaint: null };
  switch (type.kind) {
    case "boolean": {
      const word = trimmed.toLowerCase();
      const isBoolean = word === "true" || word === "false";
      return { value: isBoolean ? word === "true" : trimmed, complaint: null };
    }
    case "number": {
      const [, digits = trimmed, unit = ""] = number.exec(trimmed) ?? [];
      const parsed = parseJson(digits);
      if (unit === "" && parsed.ok) return { value: parsed.value, complaint: null };
      return { value: `${digits}${unit}`, complaint: null };
    }
    case "text":
    case "time": {
      const parsed = trimmed.startsWith('"') ? parseJson(trimmed) : null;
      const isQuoted = parsed?.ok === true && typeof parsed.value === "string";
      return { value: isQuoted ? parsed.value : text, complaint: null };
    }
    case "list":
    case "record":
    case "undetermined": {
      const parsed = parseJson(trimmed);
      if (parsed.ok) return { value: parsed.value, complaint: null };
      // What nothing settles may be text: a name without quotes is one.
      if (type.kind === "undetermined" && !/^[[{"]/.test(trimmed)) {
        return { value: trimmed, complaint: null };
      }
      const place = parsed.line > 1 ? `line ${parsed.line}: ` : "";
      return { value: trimmed, complaint: `this is not JSON yet: ${place}${parsed.message}` };
    }
  }
}

/** JSON as its field shows it, to be read again by `readField`; "" for what is absent. */
export function fieldText(type: Type, value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (type.kind === "number") {
    return typeof value === "string" ? value : (printQuantity(value) ?? JSON.stringify(value));
  }
  if (typeof value === "string" && type.kind !== "list" && type.kind !== "record") {
    // A text that reads as something else, or as nothing, keeps its quotes.
    return readField(type, value).value === value ? value : JSON.stringify(value);
  }
  const text = JSON.stringify(value);
  const isLong = text.length > 40 && (Array.isArray(value) || isRecord(value));
  return isLong ? JSON.stringify(value, null, 2) : text;
}
