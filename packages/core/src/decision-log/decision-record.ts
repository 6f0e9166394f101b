// A line of a decision log: a decision with all that is needed to make it again. docs/decision-log.md describes it.
// Whoever decides writes records by `decisionRecord`; `omegac replay` reads them by `readDecisionRecord`.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import { canonicalJson } from "../evaluate/canonical-json.ts";
import type { Decision, Limits } from "../evaluate/decision.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import { maskPaths } from "./mask-paths.ts";

export interface DecisionRecord {
  readonly schemaVersion: 1;
  /** When it was written, ISO 8601. The instant it was decided for is the decision's `now`. */
  readonly time: string;
  /** What the host calls the request, if it names them. */
  readonly requestId?: string;
  readonly policy: { readonly name?: string; readonly sha256: string };
  readonly engine: string;
  readonly options: RecordedOptions;
  /** As it came in, but for what is masked; null, and masked, where what came in was no JSON. */
  readonly context: JsonValue;
  /** Paths of the record whose values were taken out, and are null: `context.Patient.name`, `decision.id`. */
  readonly masked: readonly string[];
  readonly decision: RecordedDecision;
}

/** All options but the clock, which the decision states, and the trace, which changes nothing. */
export interface RecordedOptions {
  readonly limits: Limits;
  readonly sampleDefaults: boolean;
  readonly strict: boolean;
  /** The features switched off, sorted. */
  readonly disabled: readonly string[];
}

/** A decision without its trace. `id` and the context's hash are null where they could betray what is masked. */
export interface RecordedDecision extends Omit<Decision, "id" | "trace"> {
  readonly id: string | null;
}

/** What a record says besides the decision. */
export interface RecordCircumstances {
  readonly time: string;
  readonly requestId?: string;
  readonly policyName?: string;
  readonly options: EvaluationOptions;
  /** What was decided on; not looked at where the decision says that it was no JSON. */
  readonly context: JsonValue;
  /** Paths of the record to take out, as `maskPaths` reads them: `context.Workers[*].name`. */
  readonly masks?: readonly string[];
}

/**
 * The record of a decision, to be written as one line of JSON. Where a mask takes something out, the decision's id and
 * the hash of its context are taken out as well: who can guess a value can check the guess by them.
 */
export function decisionRecord(
  decision: Decision,
  { time, requestId, policyName, options, context, masks = [] }: RecordCircumstances,
): DecisionRecord {
  const { trace: _, ...stated } = decision;
  const record: DecisionRecord = {
    schemaVersion: 1,
    time,
    ...(requestId === undefined ? {} : { requestId }),
    policy: {
      ...(policyName === undefined ? {} : { name: policyName }),
      sha256: decision.policy.sha256,
    },
    engine: decision.engine,
    options: recordedOptions(options),
    ...(decision.context.sha256 === null
      ? { context: null, masked: ["context"] }
      : { context, masked: [] }),
    decision: stated,
  };
  const { value, masked } = maskPaths({ context: record.context, decision: stated }, masks);
  if (masked.length === 0) return record;
  const hidden = [
    ...record.masked,
    ...masked,
    ...betrayers.filter((path) => !masked.includes(path)),
  ];
  return {
    ...record,
    context: value.context,
    masked: hidden,
    decision: { ...value.decision, id: null, context: { sha256: null } },
  };
}

const betrayers = ["decision.context.sha256", "decision.id"];

function recordedOptions(options: EvaluationOptions): RecordedOptions {
  const { limits, sampleDefaults, strict, disabled } = options;
  return { limits, sampleDefaults, strict, disabled: [...(disabled ?? [])].sort() };
}

/** The record as a line of a log, with its line end. Equal records give equal bytes. */
export function decisionRecordLine(record: DecisionRecord): string {
  return `${canonicalJson(record)}\n`;
}
