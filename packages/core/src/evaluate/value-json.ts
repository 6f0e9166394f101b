// From values to the JSON of decisions: quantities as `{"value", "unit"}`, times as ISO 8601 in UTC, unknowns as null.
import type { NumberType, Type } from "../semantics/types.ts";
import { formatInstant } from "../std/instant.ts";
import type { JsonValue } from "./canonical-json.ts";
import { isInstant, isList, isRecord, isUnknown, type Unknown, type Value } from "./value.ts";

/** What writing a value tells its caller. */
export interface Writing {
  /** Called once for each element of a list and field of a record. */
  readonly visit: () => void;
  /** Called with each unknown that is written as null. */
  readonly unknown: (unknown: Unknown) => void;
}

/** The value as JSON; `type` says the units of the numbers in it. */
export function valueToJson(value: Value, type: Type, writing: Writing): JsonValue {
  if (isUnknown(value)) {
    writing.unknown(value);
    return null;
  }
  if (typeof value === "number") return numberToJson(value, type);
  if (isInstant(value)) return formatInstant(value.milliseconds);
  if (isList(value)) {
    const element = type.kind === "list" ? type.element : undetermined;
    return value.map((member) => {
      writing.visit();
      return valueToJson(member, element, writing);
    });
  }
  if (isRecord(value)) {
    const fields = type.kind === "record" ? type.fields : [];
    return Object.fromEntries(
      [...value.fields].map(([name, member]) => {
        writing.visit();
        const field = fields.find((candidate) => candidate.name === name);
        return [name, valueToJson(member, field?.type ?? undetermined, writing)];
      }),
    );
  }
  return value;
}

const undetermined: Type = { kind: "undetermined" };

function numberToJson(value: number, type: Type): JsonValue {
  const plain = value === 0 ? 0 : value; // never -0
  const unit = type.kind === "number" ? unitSymbol(type) : "";
  return unit === "" ? plain : { value: plain, unit };
}

/** `m`; `delta C` for a difference of temperatures, so that nobody takes it for an absolute one. */
function unitSymbol(type: NumberType): string {
  return type.difference ? `delta ${type.unit.symbol}` : type.unit.symbol;
}
