// The identities a decision carries, computed when they are first asked for: most decisions are acted on, not filed.
// docs/decisions/011-lazy-hashes.md says why that is sound.
import { engineVersion } from "../version.ts";
import { canonicalJson, type JsonValue } from "./canonical-json.ts";
import type { Decision } from "./decision.ts";
import type { EvaluationOptions, SettledOptions } from "./evaluation-options.ts";
import { sha256Hex } from "./sha256.ts";

// Both hashes are own, enumerable accessors: a decision is spread, compared and serialised as the record it stands for.
// Their functions are shared, because objects with functions of their own take a hundred times as long to make.

/**
 * Adds an own, enumerable accessor. By the old way where there is one: it takes no descriptor, and two thirds of the time
 * (docs/decisions/036-speed-of-evaluation.md).
 */
const defineGetter: (this: object, name: string, getter: () => unknown) => void =
  "__defineGetter__" in Object.prototype && typeof Object.prototype.__defineGetter__ === "function"
    ? // The types leave out what only old code should use.
      (Object.prototype.__defineGetter__ as () => void)
    : function (name, get) {
        Object.defineProperty(this, name, { configurable: true, enumerable: true, get });
      };

const ids = new WeakMap<object, string>();

function getId(this: Decision): string {
  const id = ids.get(this) ?? idOf(this);
  ids.set(this, id);
  return id;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a decision states of its circumstances. */
export interface Circumstances {
  readonly policy: Decision["policy"];
  readonly context: Decision["context"];
  readonly options: SettledOptions;
}

/** What an evaluation came to. */
export type Outcome = Omit<Decision, keyof Circumstances | "engine" | "now" | "id" | "trace">;

type MakeDecision = new (outcome: Outcome, circumstances: Circumstances) => Writable<Decision>;

/**
 * Makes plain records. A function that adds the accessor before all else is what engines make them by fastest: an
 * accessor behind twenty fields, or fields spread from other records, take many times as long.
 */
const DecisionRecord = ((): MakeDecision => {
  function DecisionRecord(
    this: Writable<Decision>,
    outcome: Outcome,
    { policy, context, options }: Circumstances,
  ): void {
    defineGetter.call(this, "id", getId);
    this.status = outcome.status;
    this.actions = outcome.actions;
    this.pending = outcome.pending;
    this.withheld = outcome.withheld;
    this.violations = outcome.violations;
    this.unknowns = outcome.unknowns;
    this.defaulted = outcome.defaulted;
    this.logs = outcome.logs;
    this.problems = outcome.problems;
    this.limits = outcome.limits;
    this.usage = outcome.usage;
    this.policy = policy;
    this.context = context;
    this.options = options.identity;
    this.engine = engineVersion;
    this.now = options.written;
  }
  DecisionRecord.prototype = Object.prototype;
  // TypeScript does not see a plain function as a constructor.
  return DecisionRecord as unknown as MakeDecision;
})();

/** The decision of an evaluation that came to `outcome`. */
export function conclude(
  circumstances: Circumstances,
  outcome: Outcome,
  trace: Decision["trace"] | null,
): Decision {
  const decision = new DecisionRecord(outcome, circumstances);
  if (trace !== null && trace !== undefined) decision.trace = trace;
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

/** Gives an object what its constructor was told: so that a class can add a private field to any object. */
const Itself = ((): { new (object: object): object } => {
  function Itself(object: object): object {
    return object;
  }
  // TypeScript does not see a plain function as a constructor.
  return Itself as unknown as { new (object: object): object };
})();

/** Remembers the context that a plain record identifies: as a WeakMap would, at a tenth of the time. */
class Identified extends Itself {
  readonly #json: JsonValue;

  constructor(identity: object, json: JsonValue) {
    super(identity);
    this.#json = json;
  }

  static jsonOf(identity: object): JsonValue {
    return #json in identity ? identity.#json : null;
  }
}

const hashes = new WeakMap<object, string>();

function getHash(this: object): string | null {
  const json = Identified.jsonOf(this);
  if (json === null) return null;
  // Decisions on one prepared context share its identity.
  const hash = hashes.get(this) ?? sha256Hex(canonicalJson(json));
  hashes.set(this, hash);
  return hash;
}

/**
 * The identity of a context; `sha256` is null for what is no JSON. The JSON must not change any more: it is a copy, or
 * frozen.
 */
export function identityOfContext(json: JsonValue | null): Decision["context"] {
  if (json === null) return { sha256: null };
  const identity = {};
  new Identified(identity, json);
  defineGetter.call(identity, "sha256", getHash);
  // The property that was missing is now there.
  return identity as Decision["context"];
}

/** Over what may change a decision: limits, features and settings, not the trace. */
export function identityOfOptions(options: EvaluationOptions): Decision["options"] {
  const { limits, sampleDefaults, strict, disabled } = options;
  const off = [...(disabled ?? [])].sort();
  const sha256 = sha256Hex(canonicalJson({ limits, sampleDefaults, strict, disabled: off }));
  return Object.freeze({ sha256 });
}
