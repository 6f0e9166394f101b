// Contexts on their way in: copied, because hosts change what they hand over, or prepared once for many evaluations.
import { canonicalJson, type JsonReading, type JsonRecord, readJson } from "./canonical-json.ts";
import { type Decision, defaultLimits } from "./decision.ts";
import { identityOfContext } from "./decision-identity.ts";

/** A context as evaluation takes it. */
export interface AdmittedContext {
  readonly json: JsonRecord;
  /** How many values it holds in all, and the nesting it was held to. */
  readonly values: number;
  readonly depth: number;
  readonly identity: Decision["context"];
}

/**
 * A context that was read once and that nobody can change any more: evaluating it copies and checks nothing. A class,
 * because only a private field keeps it from others and tells it from whatever looks alike.
 */
export class PreparedContext {
  readonly kind = "prepared-context";
  readonly #admitted: AdmittedContext;

  constructor(admitted: AdmittedContext) {
    this.#admitted = admitted;
  }

  /** What was prepared; null of anything else. */
  static admitted(context: unknown): AdmittedContext | null {
    const isPrepared = typeof context === "object" && context !== null && #admitted in context;
    return isPrepared ? context.#admitted : null;
  }
}

/**
 * A copy of a context, for hosts that evaluate several policies on it, or one policy often. `depth` is the limit of
 * nesting that it will be evaluated under. Null for what is no record of plain JSON: evaluate it as it is, and the
 * decision says why it is rejected.
 */
export function prepareContext(
  context: unknown,
  depth: number = defaultLimits.depth,
): PreparedContext | null {
  const reading = readContext(context, depth);
  if (!reading.ok) return null;
  // The copy that engines read fastest is one they parsed themselves.
  const json: unknown = JSON.parse(canonicalJson(reading.value));
  if (!isRecord(json)) return null;
  const { values } = reading;
  return new PreparedContext({ json, values, depth, identity: identityOfContext(json) });
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
