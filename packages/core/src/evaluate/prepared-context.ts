// Contexts on their way in: copied, because hosts change what they hand over, or prepared once for many evaluations.
import { canonicalJson, type JsonReading, type JsonRecord, readJson } from "./canonical-json.ts";
import { type Decision, defaultLimits } from "./decision.ts";
import { identityOfContext } from "./decision-identity.ts";

/** A context that was read once and can no longer change: evaluating it copies and checks nothing. */
export interface PreparedContext {
  readonly kind: "prepared-context";
  readonly json: JsonRecord;
  /** How many values it holds in all, and the nesting it was held to. */
  readonly values: number;
  readonly depth: number;
  readonly identity: Decision["context"];
}

const prepared = new WeakSet<object>();

/** True of what `prepareContext` made; nothing else passes for it. */
export function isPreparedContext(context: unknown): context is PreparedContext {
  return typeof context === "object" && context !== null && prepared.has(context);
}

/**
 * A frozen copy of a context, for hosts that evaluate several policies on it, or one policy often. `depth` is the limit
 * of nesting that it will be evaluated under. Null for what is no record of plain JSON: evaluate it as it is, and the
 * decision says why it is rejected.
 */
export function prepareContext(
  context: unknown,
  depth: number = defaultLimits.depth,
): PreparedContext | null {
  const reading = readContext(context, depth);
  if (!reading.ok) return null;
  // The copy that engines read fastest is one they parsed themselves.
  const json: unknown = freeze(JSON.parse(canonicalJson(reading.value)));
  if (!isRecord(json)) return null;
  const { values } = reading;
  const made = { kind: "prepared-context", json, values, depth, identity: identityOfContext(json) };
  prepared.add(made);
  return isPreparedContext(made) ? Object.freeze(made) : null;
}

/** Limits on lists and texts are met where they are read; here the context only has to be plain JSON. */
export function readContext(context: unknown, depth: number): JsonReading {
  const unlimited = Number.POSITIVE_INFINITY;
  return readJson(context, { depth, textLength: unlimited, listLength: unlimited });
}

/** Called with what JSON.parse gives only. */
function isRecord(json: unknown): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function freeze(json: unknown): unknown {
  if (typeof json === "object" && json !== null) {
    for (const part of Object.values(json)) freeze(part);
    Object.freeze(json);
  }
  return json;
}
