// The reference interpreter: a program and a context to a decision. Compiled code is held to what this does.
import type { DiagnosticRule } from "../diagnostics/diagnostic.ts";
import { evaluationDiagnostics } from "../diagnostics/om6-evaluation.ts";
import type { Program, ProgramFailsafe } from "../semantics/program.ts";
import { conditionOfConstraint } from "../semantics/visit-program.ts";
import { buildDecision, buildRejection, isIncomplete, isRecordOfJson } from "./build-decision.ts";
import type { JsonRecord, JsonValue } from "./canonical-json.ts";
import { checkContext } from "./check-context.ts";
import type { ContextProblem, Decision } from "./decision.ts";
import { type Circumstances, identityOfContext } from "./decision-identity.ts";
import {
  type Enforcement,
  enforceConstraints,
  type JudgedConstraint,
} from "./enforce-constraints.ts";
import {
  type EvaluationOptions,
  type SettledOptions,
  settleOptions,
} from "./evaluation-options.ts";
import { PreparedContext, readContext } from "./prepared-context.ts";
import { runRules, takeActions, tryCondition } from "./rules.ts";
import { refuelled, reportUnknown, type State, startState, type TakenAction } from "./state.ts";
import { type EvaluationObserver, traceAttempt } from "./trace.ts";

export { decisionJson } from "./build-decision.ts";
export type { EvaluationOptions } from "./evaluation-options.ts";

/**
 * Decides what to do in a context, whatever the context is. Pure and total: the same program, context and options give
 * the same decision. What is no record of plain JSON, and under `strict` what does not fit the declarations, is
 * `rejected` with the reasons in `problems`. An observer is told what is tried; it changes nothing.
 */
export function evaluateProgram(
  program: Program,
  context: unknown,
  options: EvaluationOptions,
  observer: EvaluationObserver | null = null,
): Decision {
  const admission = admitFor(program, context, settleOptions(options));
  if (admission.kind === "rejected") return admission.decision;
  const { json, circumstances } = admission;
  const { options: settled } = circumstances;
  const state = startState(program, json, settled, settled.instant, observer);
  runRules(program.rules, state);
  return buildDecision(state, enforce(state), circumstances);
}

/** The decision on a document that has errors: `rejected`, whatever the context. */
export function rejectedDecision(
  policy: Decision["policy"],
  context: unknown,
  options: EvaluationOptions,
): Decision {
  const settled = settleOptions(options);
  const { identity, problems } = admit(context, settled);
  const reason = problem(evaluationDiagnostics.documentWithErrors, "", {});
  return buildRejection({ policy, context: identity, options: settled }, [reason, ...problems]);
}

// --- what comes in ------------------------------------------------------------------------------------------------

/** A context that rules can be tried on, or the decision that says why not. */
export type PolicyAdmission =
  | {
      readonly kind: "admitted";
      readonly json: JsonRecord;
      /** How many values the context holds in all. */
      readonly values: number;
      readonly circumstances: Circumstances;
    }
  | { readonly kind: "rejected"; readonly decision: Decision };

/** Lets a context in: it has to be a record of plain JSON and, under `strict`, to fit the declarations. */
export function admitFor(
  program: Program,
  context: unknown,
  options: SettledOptions,
): PolicyAdmission {
  const { json, values, identity, problems } = admit(context, options);
  const policy = { intent: program.intent, sha256: program.sha256 };
  const circumstances = { policy, context: identity, options };
  if (json === null || !isRecordOfJson(json) || problems.length > 0) {
    return { kind: "rejected", decision: buildRejection(circumstances, problems) };
  }
  const misfits = options.strict ? strictProblems(program, json, options) : [];
  return misfits.length > 0
    ? { kind: "rejected", decision: buildRejection(circumstances, misfits) }
    : { kind: "admitted", json, values, circumstances };
}

interface Admission {
  /** Null when the context is no JSON. */
  readonly json: JsonValue | null;
  readonly values: number;
  readonly identity: Decision["context"];
  readonly problems: readonly ContextProblem[];
}

function admit(context: unknown, { limits, now, instant }: SettledOptions): Admission {
  const problems: ContextProblem[] = [];
  const { contextNoJson, contextNoRecord, nowNoInstant } = evaluationDiagnostics;
  const noInstant = now !== null && instant === null ? [problem(nowNoInstant, "", { now })] : [];
  const prepared = PreparedContext.admitted(context);
  if (prepared !== null && prepared.depth <= limits.depth) {
    const { json, values, identity } = prepared;
    return { json, values, identity, problems: noInstant };
  }
  const reading = readContext(prepared?.json ?? context, limits.depth);
  if (!reading.ok) {
    problems.push(problem(contextNoJson, reading.path, reading));
  } else if (!isRecordOfJson(reading.value)) {
    problems.push(problem(contextNoRecord, "", { found: describeJson(reading.value) }));
  }
  const { value: json, values } = reading.ok ? reading : { value: null, values: 0 };
  const identity = identityOfContext(reading.ok ? json : null);
  return { json, values, identity, problems: [...problems, ...noInstant] };
}

function problem<Parameters>(
  rule: DiagnosticRule<Parameters>,
  path: string,
  parameters: Parameters,
): ContextProblem {
  return { code: rule.code, path, message: rule.message(parameters) };
}

function describeJson(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value === "string" ? "text" : typeof value}`;
}

function strictProblems(
  program: Program,
  context: JsonRecord,
  options: SettledOptions,
): readonly ContextProblem[] {
  const terms = { now: options.instant, offsetMinutes: program.offsetMinutes };
  return checkContext(program, context, terms, options.sampleDefaults);
}

// --- constraints and FAILSAFE -------------------------------------------------------------------------------------

/**
 * Enforces the constraints on what the rules took. Where that leaves the decision incomplete or limited, FAILSAFE's
 * actions are added and the whole is enforced, with them demanded.
 */
export function enforce(state: State): Enforcement {
  const { program, findings } = state;
  const judged = judgeConstraints(state);
  const enforceOn = (
    taken: readonly TakenAction[],
    demanded: readonly TakenAction[],
  ): Enforcement => {
    const names = new Set(demanded.map(({ name }) => name));
    const enforcement = enforceConstraints(taken, judged, names, findings.bound);
    for (const { constraint, unknown } of enforcement.unknowns) {
      reportUnknown(unknown, false, refuelled(state, constraint));
    }
    return enforcement;
  };
  const enforcement = enforceOn(findings.taken, []);
  const unsettled = findings.limits.length > 0 || isIncomplete(findings);
  if (program.failsafe === null || !unsettled) return enforcement;
  const safe = takeFailsafe(program.failsafe, state);
  return enforceOn([...findings.taken, ...safe], safe);
}

/** Conditions read the context as given, each with fuel of its own, so that no limit can keep one from being judged. */
function judgeConstraints(state: State): readonly JudgedConstraint[] {
  return state.program.constraints.map((constraint) => {
    const condition = conditionOfConstraint(constraint);
    if (condition === null) return { constraint, condition: true };
    const own = refuelled(state, constraint.id);
    return { constraint, condition: tryCondition(condition, 0, constraint, own) };
  });
}

function takeFailsafe(failsafe: ProgramFailsafe, state: State): readonly TakenAction[] {
  const taken: TakenAction[] = [];
  const own = refuelled({ ...state, findings: { ...state.findings, taken } }, "failsafe");
  const attempt = { line: failsafe.line, branch: null, text: "FAILSAFE", outcome: true };
  traceAttempt({ of: failsafe, ...attempt }, own);
  takeActions(failsafe.actions, own);
  return taken;
}
