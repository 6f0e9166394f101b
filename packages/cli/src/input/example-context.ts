// The context that an EXAMPLE gives: its file, with the GIVENs laid over it.
import { type Example, type JsonValue, parseJson, withGivens } from "@omega/core";
import type { Runnable } from "./open-runnable.ts";

export interface JsonRecord {
  readonly [name: string]: JsonValue;
}

/** The context as readings of the instant `now`, or why there is none. */
export function exampleContext(
  { program, document }: Runnable,
  { givens, contextFile }: Example,
  now: string,
): JsonRecord | string {
  const text = contextFile === null ? "{}" : document.options.load(contextFile);
  const parsed = text === null ? null : parseJson(text);
  if (parsed === null || !parsed.ok || !isRecord(parsed.value)) {
    return `GIVEN FILE ${JSON.stringify(contextFile)} holds no context`;
  }
  return withGivens(program, parsed.value, givens, now);
}

export function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
