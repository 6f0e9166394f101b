// The quick way in for contexts as they mostly are: a copy of plain records, made and checked in one pass.
import { hasLoneSurrogate } from "../source/unicode.ts";
import type { JsonRecord } from "./canonical-json.ts";

/** A copy of a context, as deep as it is. */
export interface ContextSnapshot {
  readonly json: JsonRecord;
  /** How many values it holds in all. */
  readonly values: number;
}

interface Intake {
  readonly depth: number;
  values: number;
}

const mostValues = 1_000_000;

/**
 * The copy that `readContext` would make, except that its records inherit from Object.prototype; null where that makes a
 * difference and for all that is to be refused, or might be. Never throws.
 */
export function snapshotContext(context: unknown, depth: number): ContextSnapshot | null {
  const intake: Intake = { depth: Math.min(depth, 1000), values: 0 };
  try {
    const json = copy(context, intake, 0);
    return json !== null && isRecord(json) ? { json, values: intake.values } : null;
  } catch {
    // A getter or a proxy threw, or the stack was nearly full.
    return null;
  }
}

/** Null in doubt. */
function copy(value: unknown, intake: Intake, depth: number): object | null {
  if (typeof value !== "object" || value === null || depth >= intake.depth) return null;
  if (++intake.values > mostValues) return null;
  if (Array.isArray(value)) return copyList(value, intake, depth + 1);
  return Object.getPrototypeOf(value) === Object.prototype
    ? copyRecord(value, intake, depth + 1)
    : null;
}

function copyRecord(record: object, intake: Intake, depth: number): object | null {
  // Reads every key once, whatever getters do; engines make such copies at a stroke.
  const result: { [key: string]: unknown } = { ...record };
  for (const key in result) {
    if (hasLoneSurrogate(key)) return null;
    const member = result[key];
    if (isPlainScalar(member)) {
      intake.values++;
      continue;
    }
    const inner = copy(member, intake, depth);
    if (inner === null) return null;
    result[key] = inner;
  }
  return result;
}

function copyList(list: readonly unknown[], intake: Intake, depth: number): object | null {
  const result = list.slice();
  for (let index = 0; index < result.length; index++) {
    const item = result[index];
    if (isPlainScalar(item)) {
      intake.values++;
      continue;
    }
    const inner = copy(item, intake, depth);
    if (inner === null) return null;
    result[index] = inner;
  }
  return result;
}

/** A scalar that JSON has as it is: no NaN, infinity, -0 or half of a surrogate pair. */
function isPlainScalar(value: unknown): boolean {
  switch (typeof value) {
    case "number":
      return value === 0 ? 1 / value > 0 : value - value === 0;
    case "string":
      return !hasLoneSurrogate(value);
    case "boolean":
      return true;
    default:
      return value === null;
  }
}

/** Called with what `copy` made only. */
function isRecord(json: object): json is JsonRecord {
  return !Array.isArray(json);
}
