// The end of an evaluation: findings to a decision, with its status, hashes and id; and decisions to bytes.
import type { Program } from "../semantics/program.ts";
import { canonicalJson, type JsonRecord, type JsonValue } from "./canonical-json.ts";
import type {
  ActionEvent,
  ContextProblem,
  Decision,
  DecisionStatus,
  DefaultedAttribute,
  PendingAction,
} from "./decision.ts";
import { type Circumstances, conclude } from "./decision-identity.ts";
import type { Enforcement } from "./enforce-constraints.ts";
import type { Findings, State, TakenAction } from "./state.ts";
import { valueToJson } from "./value-json.ts";

/** A decision's canonical JSON (RFC 8785): equal decisions give equal bytes. */
export function decisionJson(decision: Decision): string {
  return canonicalJson(decision);
}

/** The decision of an evaluation that took place. */
export function buildDecision(
  state: State,
  enforcement: Enforcement,
  circumstances: Circumstances,
): Decision {
  const { findings, program } = state;
  const { remaining, withheld, violations } = enforcement;
  const pending = remaining.filter((action) => action.approvers.length > 0);
  const defaulted = listDefaulted(findings, program);
  return conclude(
    circumstances,
    {
      status: statusOf(findings, violations.length > 0),
      actions: remaining.filter((action) => action.approvers.length === 0).map(withoutApprovers),
      pending: pending.map(asPending),
      withheld,
      violations,
      unknowns: [...findings.unknowns.values()],
      defaulted,
      logs: findings.logs,
      problems: [],
      limits: findings.limits,
      usage: { steps: state.steps, limit: circumstances.options.limits.steps },
    },
    findings.trace,
  );
}

/** The decision of an evaluation that could not begin: no actions, and the reasons. */
export function buildRejection(
  circumstances: Circumstances,
  problems: readonly ContextProblem[],
): Decision {
  return conclude(
    circumstances,
    {
      status: "rejected",
      actions: [],
      pending: [],
      withheld: [],
      violations: [],
      unknowns: [],
      defaulted: [],
      logs: [],
      problems,
      limits: [],
      usage: { steps: 0, limit: circumstances.options.limits.steps },
    },
    null,
  );
}

/** Worst first. */
function statusOf(findings: Findings, violated: boolean): DecisionStatus {
  if (findings.limits.length > 0) return "limited";
  if (violated) return "violated";
  return isIncomplete(findings) ? "incomplete" : "decided";
}

/** Whether an unknown that nothing answered mattered, or a sample stood in. */
export function isIncomplete({ unknowns, defaulted }: Findings): boolean {
  return defaulted.size > 0 || [...unknowns.values()].some(({ handled }) => handled !== true);
}

function listDefaulted({ defaulted }: Findings, program: Program): readonly DefaultedAttribute[] {
  return program.attributes.flatMap(({ name, sample, type }, index) =>
    sample === null || !defaulted.has(index)
      ? []
      : [{ path: name, value: valueToJson(sample, type, { visit() {}, unknown() {} }) }],
  );
}

// Members are written out: an object that is spread and grown has a shape of its own, and is slow to read and to write.
function withoutApprovers(action: TakenAction): ActionEvent {
  const { name, args, rule, line, bindings, actors } = action;
  return { name, args, rule, line, bindings, actors };
}

function asPending(action: TakenAction): PendingAction {
  const { name, args, rule, line, bindings, actors, approvers } = action;
  return { name, args, rule, line, bindings, actors, approvers };
}

/** A record of JSON, as a context must be. */
export function isRecordOfJson(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
