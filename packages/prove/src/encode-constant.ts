// Values that the program itself holds, as symbolic values.
import type { Value } from "@omega/core";
import { alwaysUnknown, listOf, numberOf, type SymbolicValue } from "./symbolic-value.ts";
import { no, real, text, yes } from "./term.ts";

export function encodeConstant(value: Value): SymbolicValue {
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", known: yes, value: value ? yes : no };
    case "number":
      return numberOf(real(value));
    case "string":
      return { kind: "text", known: yes, value: text(value) };
    case "object":
      break;
  }
  if (!("kind" in value)) return listOf(value.map(encodeConstant));
  switch (value.kind) {
    case "time":
      return { kind: "time", known: yes, value: real(value.milliseconds) };
    case "record": {
      const fields = [...value.fields].map(
        ([name, field]) => [name, encodeConstant(field)] as const,
      );
      return { kind: "record", known: yes, fields: new Map(fields), open: false };
    }
    case "unknown":
      return alwaysUnknown;
  }
}
