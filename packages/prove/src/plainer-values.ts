// Plainer values that may do as well in a context: shorter lists and rounder numbers.
import type { JsonValue } from "@omega/core";
import type { ContextPath } from "./context-path.ts";

/** The beginnings of a list, from the empty one; nothing of what is no list. */
export function shorterLists(json: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(json) ? json.map((_, length) => json.slice(0, length)) : [];
}

/** Numbers near `number` that take fewer characters. From the roundest: 0, then with one significant digit more each time. */
export function rounderThan(number: number): readonly number[] {
  const length = String(Math.abs(number)).replace(/\D/g, "").length;
  const rounded = Array.from({ length: Math.min(length, 9) }, (_, index) =>
    Number(number.toPrecision(index + 1)),
  );
  const next = rounded.flatMap((one) => [one, Math.ceil(one), Math.floor(one)]);
  return [...new Set([0, ...next])].filter(
    (one) => one !== number && String(one).length < String(number).length,
  );
}

/** Where numbers stand in `json`, which itself stands at `path`. */
export function numbersIn(json: JsonValue, path: ContextPath): readonly ContextPath[] {
  if (typeof json === "number") return [path];
  if (typeof json !== "object" || json === null) return [];
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(json)
    ? [...json.entries()]
    : Object.entries(json);
  return entries.flatMap(([name, inner]) => numbersIn(inner, [...path, name]));
}
