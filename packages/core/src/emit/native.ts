// Evaluation by emitted code: it does what is quick for readings as they mostly are, and has the reference interpreter run
// every rule that meets anything else. So both give the same decisions, by the same code where it is difficult.

import { buildDecision } from "../evaluate/build-decision.ts";
import type { JsonRecord } from "../evaluate/canonical-json.ts";
import type { Decision } from "../evaluate/decision.ts";
import {
  type Circumstances,
  conclude,
  identityOfContext,
  type Outcome,
} from "../evaluate/decision-identity.ts";
import { admitFor, enforce, evaluateProgram } from "../evaluate/evaluate.ts";
import {
  type EvaluationOptions,
  type SettledOptions,
  settleOptions,
} from "../evaluate/evaluation-options.ts";
import { type AdmittedContext, PreparedContext } from "../evaluate/prepared-context.ts";
import { runRules } from "../evaluate/rules.ts";
import { snapshotContext } from "../evaluate/snapshot-context.ts";
import type { Value } from "../evaluate/value.ts";
import type { Program } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import type { EmittedParts, Frame, NativeProgram } from "./frame.ts";
import { learnNames, stateOf, tellNames } from "./hand-over.ts";
import { numberRules } from "./rule-table.ts";

/** Makes emitted code ready to run. */
export function nativeProgram(
  program: Program,
  parts: EmittedParts,
  ends: readonly number[],
  longestList: number,
): NativeProgram {
  const table = numberRules(program);
  const outside = table.filter(({ loops }) => loops.length === 0);
  return {
    program,
    ...parts,
    ends,
    table,
    longestList,
    lets: outside.flatMap(({ rule }) => (rule.kind === "let" ? [rule.slot] : [])),
    rebinds: table.some(({ rule }) => rule.kind === "set" || rule.kind === "while"),
    mostFields: Math.max(0, ...program.attributes.map(({ type }) => fieldsOf(type))),
    policy: Object.freeze({ intent: program.intent, sha256: program.sha256 }),
  };
}

function fieldsOf(type: Type): number {
  switch (type.kind) {
    case "list":
      return fieldsOf(type.element);
    case "record":
      return type.fields.reduce((sum, field) => sum + 1 + fieldsOf(field.type), 0);
    case "boolean":
    case "number":
    case "text":
    case "time":
    case "undetermined":
      return 0;
  }
}

// --- an evaluation ------------------------------------------------------------------------------------------------

/** As `evaluateProgram`, faster. */
export function evaluateNative(
  native: NativeProgram,
  context: unknown,
  options: EvaluationOptions,
): Decision {
  const { program } = native;
  const settled = settleOptions(options);
  if (!isAllowed(native, settled)) return evaluateProgram(program, context, options);
  const { policy } = native;
  const admitted = admitQuickly(native, context, settled);
  if (admitted !== null) {
    const { json, values, identity } = admitted;
    return isRoomFor(values, native)
      ? decide(native, json, { policy, context: identity, options: settled })
      : evaluateProgram(program, context, options);
  }
  const admission = admitFor(program, context, settled);
  if (admission.kind === "rejected") return admission.decision;
  return isRoomFor(admission.values, native)
    ? decide(native, admission.json, admission.circumstances)
    : evaluateProgram(program, context, options);
}

function decide(native: NativeProgram, json: JsonRecord, circumstances: Circumstances): Decision {
  const frame = startFrame(native, json, circumstances.options);
  run(frame);
  // Without the interpreter nothing came to be unknown and no limit was met, so FAILSAFE is not called for either.
  if (frame.state === null && native.isSettled(frame)) {
    return conclude(circumstances, plainOutcome(frame), null);
  }
  const state = stateOf(frame);
  state.steps = frame.steps;
  return buildDecision(state, enforce(state), circumstances);
}

/** As many as any value may have parts. */
const mostValues = 1_000_000;

function isRoomFor(values: number, { mostFields }: NativeProgram): boolean {
  return values * (mostFields + 1) <= mostValues;
}

/** Whether no limit can be met where code does not look for it, and nothing else is in its way. */
function isAllowed(native: NativeProgram, { trace, limits }: SettledOptions): boolean {
  return !trace && limits.listLength >= native.longestList && limits.depth >= 2 && !isPolluted();
}

/** Whether plain objects seem to have fields that they were not given. */
function isPolluted(): boolean {
  for (const _ in {}) return true;
  return false;
}

/** Lets in what is in order beyond doubt; null otherwise. */
function admitQuickly(
  native: NativeProgram,
  context: unknown,
  options: SettledOptions,
): AdmittedContext | null {
  const { strict, now, instant, limits } = options;
  if (strict || (now !== null && instant === null)) return null;
  const prepared = PreparedContext.admitted(context);
  if (prepared !== null) return prepared.depth <= limits.depth ? prepared : null;
  const snapshot = snapshotContext(context, limits.depth, native.copy);
  if (snapshot === null) return null;
  const { json, values } = snapshot;
  return { json, values, depth: limits.depth, identity: identityOfContext(json) };
}

function startFrame(native: NativeProgram, json: JsonRecord, options: SettledOptions): Frame {
  const { limits } = options;
  return {
    native,
    json,
    read: json,
    options,
    most: limits.steps,
    listLength: limits.listLength,
    iterations: limits.iterations,
    textLength: Math.floor(limits.textLength / 3),
    taken: [],
    values: native.lets.length === 0 ? noValues : [],
    steps: 0,
    readings: null,
    calls: null,
    visited: 0,
    lost: false,
    state: null,
  };
}

const noValues: (Value | undefined)[] = [];

function run(frame: Frame): void {
  const { native, options, taken } = frame;
  let from = 0;
  for (let index = 0; index < native.pieces.length; index++) {
    const piece = native.pieces[index];
    const end = native.ends[index] ?? 0;
    const { steps, state } = frame;
    const actions = taken.length;
    const logs = state?.findings.logs.length ?? 0;
    const values = native.rebinds ? [...frame.values] : frame.values;
    const locals = native.rebinds && state !== null ? [...state.locals] : null;
    const reached = piece === undefined ? -1 : piece(frame);
    if (frame.state?.stopped === true) return;
    if (reached < 0 || reached > frame.most || taken.length > options.limits.actions) {
      // What the interpreter has noted of this piece so far, it will note again in the same order.
      taken.length = actions;
      frame.steps = steps;
      frame.values = values;
      const again = stateOf(frame);
      again.findings.logs.length = logs;
      if (locals !== null) again.locals.splice(0, again.locals.length, ...locals);
      tellNames(frame, again);
      again.steps = steps;
      runRules(native.program.rules.slice(from, end), again);
      frame.steps = again.steps;
      if (again.stopped) return;
      learnNames(frame, again);
    }
    from = end;
  }
}

function plainOutcome(frame: Frame): Outcome {
  return {
    status: "decided",
    actions: frame.taken,
    pending: nothing,
    withheld: nothing,
    violations: nothing,
    unknowns: nothing,
    defaulted: nothing,
    logs: nothing,
    problems: nothing,
    limits: nothing,
    usage: { steps: frame.steps, limit: frame.most },
  };
}

const nothing: readonly never[] = Object.freeze([]);
