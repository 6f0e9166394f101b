// Why a decision is what it is: every attempt of every rule with the atoms that decided it, and the fate of one action.
import type {
  Decision,
  DecisionStatus,
  ReportedUnknown,
  TraceAtom,
  TraceEntry,
} from "../evaluate/decision.ts";
import type {
  Condition,
  Program,
  ProgramAction,
  ProgramConstraint,
  ProgramRule,
} from "../semantics/program.ts";
import { decidingAtoms } from "./deciding-atoms.ts";

/** One attempt of a rule, constraint or FAILSAFE. */
export interface ExplainedAttempt {
  readonly rule: string;
  readonly line: number;
  readonly bindings: { readonly [variable: string]: string };
  /** `IF Distance < 1m`, `ELSE`, `"auto" =>`, `WHERE …`, `UNKNOWN`: what was tried. */
  readonly clause: string;
  readonly outcome: TraceEntry["outcome"];
  /** The atoms that decided it: each alone would have changed the outcome, or all of them together. */
  readonly deciding: readonly TraceAtom[];
  /** The actions this clause takes when it holds. */
  readonly takes: readonly string[];
}

/** A place of the document that takes the action asked about, and what became of it. */
export interface ActionSource {
  readonly rule: string;
  readonly line: number;
  readonly clause: string;
  /** Its attempts in order; empty when it was never come to (an earlier branch was taken, a loop had no element). */
  readonly attempts: readonly ExplainedAttempt[];
}

export type ActionFate =
  /** No rule of the policy takes it. */
  | { readonly kind: "unheard of" }
  | { readonly kind: "not taken" }
  | { readonly kind: "taken"; readonly times: number }
  | { readonly kind: "pending"; readonly approvers: readonly string[] }
  | { readonly kind: "withheld"; readonly constraints: readonly string[] };

export interface Explanation {
  readonly status: DecisionStatus;
  readonly attempts: readonly ExplainedAttempt[];
  /** What kept items from being decided. */
  readonly unknowns: readonly ReportedUnknown[];
  /** Null unless an action was asked about. */
  readonly action: {
    readonly name: string;
    readonly fate: ActionFate;
    readonly sources: readonly ActionSource[];
  } | null;
}

/**
 * Explains a decision that was made with `trace: true`; without a trace there are no attempts. `action` asks about one
 * action by name: why it was taken, or why not, in every place that takes it.
 */
export function explainDecision(
  program: Program,
  decision: Decision,
  options: { readonly action?: string } = {},
): Explanation {
  const clauses = clausesOf(program);
  const attempts = (decision.trace ?? []).map((entry) => explainAttempt(entry, clauses));
  const { action } = options;
  return {
    status: decision.status,
    attempts,
    unknowns: decision.unknowns,
    action:
      action === undefined
        ? null
        : {
            name: action,
            fate: fateOf(action, program, decision),
            sources: clauses
              .filter((clause) => clause.actions.some(({ name }) => name === action))
              .map((clause) => ({
                rule: clause.rule,
                line: clause.line,
                clause: clause.text,
                attempts: attempts.filter(
                  (attempt) => attempt.rule === clause.rule && attempt.clause === clause.text,
                ),
              })),
          },
  };
}

function fateOf(action: string, program: Program, decision: Decision): ActionFate {
  const times = decision.actions.filter(({ name }) => name === action).length;
  if (times > 0) return { kind: "taken", times };
  const pending = decision.pending.find(({ name }) => name === action);
  if (pending !== undefined) return { kind: "pending", approvers: pending.approvers };
  const withheld = decision.withheld.filter(({ name }) => name === action);
  if (withheld.length > 0) {
    return {
      kind: "withheld",
      constraints: [...new Set(withheld.map((event) => event.constraint))],
    };
  }
  return program.actions.some(({ name }) => name === action)
    ? { kind: "not taken" }
    : { kind: "unheard of" };
}

/** A clause of a rule: what it asks and what it takes. */
interface Clause {
  readonly rule: string;
  readonly branch: TraceEntry["branch"];
  readonly line: number;
  readonly text: string;
  readonly condition: Condition | null;
  readonly actions: readonly ProgramAction[];
}

function explainAttempt(entry: TraceEntry, clauses: readonly Clause[]): ExplainedAttempt {
  const clause = clauses.find(({ rule, branch }) => rule === entry.rule && branch === entry.branch);
  const { rule, line, bindings, outcome, atoms } = entry;
  return {
    rule,
    line,
    bindings,
    clause: clause?.text ?? entry.text,
    outcome,
    deciding: explainAtoms(clause?.condition ?? null, atoms),
    takes: clause?.actions.map(({ name }) => name) ?? [],
  };
}

/** For an arm of MATCH the pattern comes before the atoms of its guard, and decides by itself when it does not fit. */
function explainAtoms(
  condition: Condition | null,
  atoms: readonly TraceAtom[],
): readonly TraceAtom[] {
  if (condition === null) return atoms;
  const before = atoms.slice(0, Math.max(0, atoms.length - condition.atoms.length));
  return [...before, ...decidingAtoms(condition, atoms.slice(before.length))];
}

function clausesOf(program: Program): readonly Clause[] {
  const clauses = program.rules.flatMap(clausesOfRule);
  const { failsafe } = program;
  return [
    ...clauses,
    ...(failsafe === null
      ? []
      : [clauseOf("failsafe", null, failsafe.line, "FAILSAFE", null, failsafe.actions)]),
    ...program.constraints.map(clauseOfConstraint),
  ];
}

function clauseOf(
  rule: string,
  branch: TraceEntry["branch"],
  line: number,
  text: string,
  condition: Condition | null,
  actions: readonly ProgramAction[],
): Clause {
  return { rule, branch, line: actions[0]?.line ?? line, text, condition, actions };
}

function clauseOfConstraint({ id, line, text, clause }: ProgramConstraint): Clause {
  const condition =
    clause.kind === "always"
      ? clause.condition
      : clause.kind === "never"
        ? (clause.guard?.condition ?? null)
        : null;
  return { rule: id, branch: 0, line, text, condition, actions: [] };
}

function clausesOfRule(rule: ProgramRule): readonly Clause[] {
  const { id, line } = rule;
  switch (rule.kind) {
    case "let":
    case "set":
      return [];
    case "if": {
      const branches = rule.branches.map(({ condition, actions }, index) => {
        const keyword = index === 0 ? "IF" : "ELSE IF";
        return clauseOf(id, index, line, `${keyword} ${condition.text}`, condition, actions);
      });
      const otherwise =
        rule.otherwise === null ? [] : [clauseOf(id, "else", line, "ELSE", null, rule.otherwise)];
      return [...branches, ...otherwise, ...unknownClause(rule)];
    }
    case "for": {
      const where =
        rule.where === null
          ? []
          : [clauseOf(id, 0, line, `WHERE ${rule.where.text}`, rule.where, [])];
      const head = clauseOf(
        id,
        null,
        line,
        `FOR ${rule.variable} IN ${rule.collectionText}`,
        null,
        [],
      );
      return [head, ...where, ...rule.body.flatMap(clausesOfRule), ...unknownClause(rule)];
    }
    case "while": {
      const head = clauseOf(id, 0, line, `WHILE ${rule.condition.text}`, rule.condition, []);
      return [head, ...rule.body.flatMap(clausesOfRule), ...unknownClause(rule)];
    }
    case "match": {
      const arms = rule.arms.map((arm, index) => {
        const guard = arm.guard === null ? "" : ` WHEN ${arm.guard.text}`;
        const text = `MATCH ${rule.subjectText} { ${arm.patternText}${guard} }`;
        return clauseOf(id, index, arm.line, text, arm.guard, arm.actions);
      });
      const head = clauseOf(id, null, line, `MATCH ${rule.subjectText}`, null, []);
      return [head, ...arms, ...unknownClause(rule)];
    }
  }
}

function unknownClause(rule: {
  readonly id: string;
  readonly line: number;
  readonly unknown: readonly ProgramAction[] | null;
}): readonly Clause[] {
  return rule.unknown === null
    ? []
    : [clauseOf(rule.id, "unknown", rule.line, "UNKNOWN", null, rule.unknown)];
}
