// The identities a decision carries, computed when they are first asked for: most decisions are acted on, not filed.
// docs/decisions/011-lazy-hashes.md says why that is sound.
import { canonicalJson, type JsonValue } from "./canonical-json.ts";
import type { Decision } from "./decision.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import { sha256Hex } from "./sha256.ts";

// Both hashes are own, enumerable accessors: a decision is spread, compared and serialised as the record it stands for.
// Their functions are shared, because objects with functions of their own take a hundred times as long to make.

const ids = new WeakMap<object, string>();

const idProperty: PropertyDescriptor & ThisType<Decision> = {
  configurable: true,
  enumerable: true,
  get() {
    const id = ids.get(this) ?? idOf(this);
    ids.set(this, id);
    return id;
  },
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Makes plain records. A function that adds the accessor before all else is what engines make them by fastest: an
 * accessor behind twenty fields, or fields spread from other records, take many times as long.
 */
const DecisionRecord = ((): { new (stated: Omit<Decision, "id">): Writable<Decision> } => {
  function DecisionRecord(this: Writable<Decision>, stated: Omit<Decision, "id">): void {
    Object.defineProperty(this, "id", idProperty);
    this.status = stated.status;
    this.actions = stated.actions;
    this.pending = stated.pending;
    this.withheld = stated.withheld;
    this.violations = stated.violations;
    this.unknowns = stated.unknowns;
    this.defaulted = stated.defaulted;
    this.logs = stated.logs;
    this.problems = stated.problems;
    this.limits = stated.limits;
    this.usage = stated.usage;
    this.policy = stated.policy;
    this.context = stated.context;
    this.options = stated.options;
    this.engine = stated.engine;
    this.now = stated.now;
  }
  DecisionRecord.prototype = Object.prototype;
  // TypeScript does not see a plain function as a constructor.
  return DecisionRecord as unknown as { new (stated: Omit<Decision, "id">): Writable<Decision> };
})();

/** The decision with its id. */
export function identified(stated: Omit<Decision, "id">): Decision {
  const decision = new DecisionRecord(stated);
  if (stated.trace !== undefined) decision.trace = stated.trace;
  return decision;
}

/** Over everything a decision states, without `id`, `trace` and `logs`. */
function idOf(decision: Decision): string {
  const stated = Object.entries(Object.getOwnPropertyDescriptors(decision)).flatMap(
    ([name, { value }]) =>
      name === "id" || name === "trace" || name === "logs" ? [] : [[name, value] as const],
  );
  return sha256Hex(canonicalJson(Object.fromEntries(stated)));
}

const contexts = new WeakMap<object, JsonValue>();

const hashProperty: PropertyDescriptor & ThisType<object> = {
  configurable: true,
  enumerable: true,
  get() {
    const json = contexts.get(this);
    return json === undefined ? null : sha256Hex(canonicalJson(json));
  },
};

/**
 * The identity of a context; `sha256` is null for what is no JSON. The JSON must not change any more: it is a copy, or
 * frozen.
 */
export function identityOfContext(json: JsonValue | null): Decision["context"] {
  if (json === null) return { sha256: null };
  const identity = {};
  contexts.set(identity, json);
  // The property that was missing is now there.
  return Object.defineProperty(identity, "sha256", hashProperty) as Decision["context"];
}

/** Over what may change a decision: limits, features and settings, not the trace. */
export function identityOfOptions(options: EvaluationOptions): Decision["options"] {
  const { limits, sampleDefaults, strict, disabled } = options;
  const off = [...(disabled ?? [])].sort();
  return { sha256: sha256Hex(canonicalJson({ limits, sampleDefaults, strict, disabled: off })) };
}
