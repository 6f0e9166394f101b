// A recorded decision made again by another policy.
import { createEvaluator } from "../emit/evaluator.ts";
import { canonicalJson, parseJson } from "../evaluate/canonical-json.ts";
import type { Decision } from "../evaluate/decision.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import type { Program } from "../semantics/program.ts";
import { engineVersion } from "../version.ts";
import { type ChangeKind, compareDecisions } from "./compare-decisions.ts";
import type { DecisionRecord, RecordedOptions } from "./decision-record.ts";

export type ReplayOutcome =
  /** What the policy reads, or what would have to be compared, was taken out of the record. */
  | { readonly kind: "masked"; readonly path: string }
  /** Another version of OMEGA decided: it may have decided otherwise by the same policy. */
  | { readonly kind: "other engine"; readonly engine: string }
  | { readonly kind: "same" }
  /** The same decision, for other reasons. */
  | { readonly kind: "other reasons" }
  | {
      readonly kind: "changed";
      readonly changes: readonly ChangeKind[];
      readonly after: Decision;
    };

export interface ReplayOptions {
  /** Replays what another version of OMEGA decided, too. */
  readonly anyEngine?: boolean;
}

/** Makes recorded decisions again, under the clock and the options they were made under. */
export type Replayer = (record: DecisionRecord) => ReplayOutcome;

/** A replayer by the program. */
export function createReplayer(program: Program, { anyEngine }: ReplayOptions = {}): Replayer {
  const evaluate = createEvaluator(program);
  const attributes = new Set(program.attributes.map(({ name }) => name));
  const optionsFor = createOptionsReader();
  return (record) => {
    const { decision, engine, context, masked, options } = record;
    if (engine !== engineVersion && anyEngine !== true) return { kind: "other engine", engine };
    const path = masked.find((hidden) => matters(hidden, attributes));
    if (path !== undefined) return { kind: "masked", path };
    const after = evaluate(context, optionsFor(options, decision.now));
    const { changes, otherReasons } = compareDecisions(decision, after);
    if (changes.length > 0) return { kind: "changed", changes, after };
    return { kind: otherReasons ? "other reasons" : "same" };
  };
}

/** The recorded decision made again with a trace, for an explanation. */
export function replayWithTrace(
  program: Program,
  { options, context, decision }: DecisionRecord,
): Decision {
  const optionsFor = createOptionsReader();
  return createEvaluator(program)(context, { ...optionsFor(options, decision.now), trace: true });
}

/** Of the context what the policy knows of; of the decision all but hashes and logs, which are not compared. */
function matters(path: string, attributes: ReadonlySet<string>): boolean {
  if (path.startsWith("decision")) {
    return !/^decision\.(?:id$|context\b|logs\b|policy\b|options\b)/.test(path);
  }
  const [, name, quoted] = /^context(?:\.([^.[]+)|\[("(?:[^"\\]|\\.)*")\])/s.exec(path) ?? [];
  const parsed = quoted === undefined ? null : parseJson(quoted);
  const attribute = parsed?.ok === true ? parsed.value : name;
  return typeof attribute !== "string" || attributes.has(attribute);
}

/** Hosts evaluate under few sets of options: each is made once, which evaluation is quicker with. */
function createOptionsReader(): (
  options: RecordedOptions,
  now: string | null,
) => EvaluationOptions {
  const known = new Map<string, EvaluationOptions>();
  return (options, now) => {
    const key = canonicalJson(options);
    const settled = known.get(key) ?? {
      limits: options.limits,
      sampleDefaults: options.sampleDefaults,
      strict: options.strict,
      disabled: new Set(options.disabled),
      now: null,
      trace: false,
    };
    // Whoever records a thousand sets of options must not fill memory with them.
    if (known.size < 1000) known.set(key, settled);
    return { ...settled, now };
  };
}
