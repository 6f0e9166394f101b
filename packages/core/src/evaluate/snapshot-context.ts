// The quick way in for contexts as they mostly are: a copy of plain records, made and checked in one pass. Emitted code
// copies by the types it knows, and has the rest copied here.
import { hasLoneSurrogate } from "../source/unicode.ts";
import { isPrototypeOfRecords, type JsonRecord, type JsonValue } from "./canonical-json.ts";

/** One context on its way in. */
export interface Intake {
  /** The levels of nesting that the host allows. */
  readonly depth: number;
  /** How many values were copied so far, at least. */
  values: number;
}

/** A copy of a context, as deep as it is. */
export interface ContextSnapshot {
  readonly json: JsonRecord;
  /** No fewer than the values it holds in all. */
  readonly values: number;
}

/** Copies a value at the top of a context; undefined for what is to be read by `readContext`. */
export type CopyContext = (context: unknown, intake: Intake) => JsonValue | undefined;

/** Beyond that, `readJson` has to count. */
const mostValues = 1_000_000;
const deepest = 1_000;

/**
 * The copy that `readContext` would make, except that its records inherit from Object.prototype; null where that makes a
 * difference and for all that is to be refused, or might be. Never throws.
 */
export function snapshotContext(
  context: unknown,
  depth: number,
  copy: CopyContext,
): ContextSnapshot | null {
  const intake: Intake = { depth: Math.min(depth, deepest), values: 0 };
  try {
    const json = copy(context, intake);
    return isRecord(json) && intake.values <= mostValues ? { json, values: intake.values } : null;
  } catch {
    // A getter or a proxy threw, or the stack was nearly full.
    return null;
  }
}

/**
 * A copy of JSON that stands `depth` levels inside a context; undefined for what is not plain JSON, or might not be. Calls
 * no functions but getters and those of proxies.
 */
export function copyJson(value: unknown, intake: Intake, depth: number): JsonValue | undefined {
  switch (typeof value) {
    case "number":
      // NaN and infinities are no JSON, and -0 is to be 0.
      return value - value === 0 && !Object.is(value, -0) ? value : undefined;
    case "string":
      return hasLoneSurrogate(value) ? undefined : value;
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      if (depth >= intake.depth) return undefined;
      return Array.isArray(value)
        ? copyList(value, intake, depth + 1)
        : copyRecord(value, intake, depth + 1);
    default:
      return undefined;
  }
}

function copyRecord(record: object, intake: Intake, depth: number): JsonRecord | undefined {
  if (!isPrototypeOfRecords(Object.getPrototypeOf(record))) return undefined;
  // Reads every key once, whatever getters do; engines make such copies at a stroke.
  const result: { [key: string]: unknown } = { ...record };
  if (++intake.values > mostValues) return undefined;
  for (const key in result) {
    if (hasLoneSurrogate(key)) return undefined;
    const member = result[key];
    const copy = copyJson(member, intake, depth);
    if (copy === undefined) return undefined;
    intake.values++;
    if (copy !== member) result[key] = copy;
  }
  // Every member is JSON by now.
  return result as JsonRecord;
}

function copyList(
  list: readonly unknown[],
  intake: Intake,
  depth: number,
): readonly JsonValue[] | undefined {
  const { length } = list;
  if (!hasRoom(intake, length)) return undefined;
  const result: JsonValue[] = [];
  for (let index = 0; index < length; index++) {
    const copy = copyJson(list[index], intake, depth);
    if (copy === undefined) return undefined;
    result.push(copy);
  }
  return result;
}

/** Counts a list of that length; false where it is too long for a context. */
export function hasRoom(intake: Intake, length: number): boolean {
  intake.values += length + 1;
  return intake.values <= mostValues;
}

/**
 * Adds copies of the members of a record that `names` leaves out to the copy of the others; undefined for what is not plain
 * JSON, or might not be. `depth` is theirs.
 */
export function copyOthers(
  record: { readonly [key: string]: unknown },
  names: ReadonlyMap<string, number>,
  result: { [key: string]: JsonValue },
  intake: Intake,
  depth: number,
): JsonRecord | undefined {
  for (const key in record) {
    if (names.has(key)) continue;
    // Assigned to, that one would be no key.
    if (key === "__proto__" || hasLoneSurrogate(key)) return undefined;
    const copy = copyJson(record[key], intake, depth);
    if (copy === undefined) return undefined;
    intake.values++;
    result[key] = copy;
  }
  return result;
}

function isRecord(json: JsonValue | undefined): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
