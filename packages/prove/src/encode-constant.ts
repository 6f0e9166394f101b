// Values that the program itself holds, as symbolic values.
import type { Value } from "@omega/core";
import { alwaysUnknown, type SymbolicValue } from "./symbolic-value.ts";
import { no, real, whole, yes } from "./term.ts";
import type { TextTable } from "./text-table.ts";

export function encodeConstant(value: Value, texts: TextTable): SymbolicValue {
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean", known: yes, value: value ? yes : no };
    case "number":
      return { kind: "number", known: yes, value: real(value) };
    case "string":
      return { kind: "text", known: yes, value: whole(texts.numberOf(value)) };
    case "object":
      break;
  }
  if (!("kind" in value)) {
    const elements = value.map((element) => encodeConstant(element, texts));
    return { kind: "list", known: yes, length: whole(elements.length), elements };
  }
  switch (value.kind) {
    case "time":
      return { kind: "time", known: yes, value: real(value.milliseconds) };
    case "record": {
      const fields = [...value.fields].map(
        ([name, field]) => [name, encodeConstant(field, texts)] as const,
      );
      return { kind: "record", known: yes, fields: new Map(fields), open: false };
    }
    case "unknown":
      return alwaysUnknown;
  }
}
