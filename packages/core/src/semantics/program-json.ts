// The program as JSON: what `omegac compile --target json` writes for tools in other languages.
import { canonicalJson, type JsonValue } from "../evaluate/canonical-json.ts";
import { engineVersion } from "../version.ts";
import type { Program } from "./program.ts";

/** Counts changes of the shape below that a reader must know of. */
const formatVersion = 1;

/**
 * A program as canonical JSON (RFC 8785): `{"format": "omega-program", "formatVersion", "engine", "program"}`. The
 * program is as `Program` says, except that a unit is its symbol ("" for a plain number) and that the value of a record
 * is an object of its fields under `fields`.
 */
export function programJson(program: Program): string {
  return canonicalJson({
    format: "omega-program",
    formatVersion,
    engine: engineVersion,
    program: toJson(program),
  });
}

/** A program holds only plain data, maps of record values and units; anything else has no place in it. */
function toJson(part: unknown): JsonValue {
  switch (typeof part) {
    case "string":
    case "number":
    case "boolean":
      return part;
    case "object":
      if (part === null) return null;
      if (Array.isArray(part)) return part.map(toJson);
      if (part instanceof Map) return fromEntries([...part]);
      return isUnit(part) ? part.symbol : fromEntries(Object.entries(part));
    default:
      return null;
  }
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): JsonValue {
  return Object.fromEntries(entries.map(([name, part]) => [name, toJson(part)]));
}

function isUnit(part: object): part is { readonly symbol: string } {
  return "symbol" in part && "dimension" in part && "factor" in part;
}
