// Places in a context: by names of fields and positions in lists.
import type { JsonValue } from "@omega/core";
import type { JsonRecord } from "./witness.ts";

export type ContextPath = readonly (string | number)[];

/** What stands at a path of a context; null where nothing does. */
export function valueAt(json: JsonValue, path: ContextPath): JsonValue {
  let value = json;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number") value = value[step] ?? null;
    else if (isRecord(value) && typeof step === "string" && Object.hasOwn(value, step)) {
      value = value[step] ?? null;
    } else return null;
  }
  return value;
}

/** A copy with another value at the path; records that are missing on the way are made. */
export function replaceAt(json: JsonValue, path: ContextPath, value: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(json) ? [...json] : [];
    while (list.length < step) list.push(null);
    list[step] = replaceAt(list[step] ?? null, rest, value);
    return list;
  }
  const record = isRecord(json) ? json : {};
  const inner = Object.hasOwn(record, step) ? (record[step] ?? null) : null;
  return Object.fromEntries([
    ...Object.entries(record).filter(([name]) => name !== step || isRecord(json)),
    [step, replaceAt(inner, rest, value)],
  ]);
}

export function isRecord(json: JsonValue): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
