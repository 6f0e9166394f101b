// Why a decision is what it is: every rule with the atoms that decided it, every constraint, and the fate of one action.
import type { Decision } from "../evaluate/decision.ts";
import type { Program } from "../semantics/program.ts";
import { failsafeOf } from "./clauses.ts";
import { explainConstraints } from "./explain-constraints.ts";
import { explainRules, type TraceCursor, takeAttempt, unreachedClause } from "./explain-rules.ts";
import type {
  ActionSource,
  ExplainedAction,
  ExplainedAttempt,
  ExplainedClause,
  ExplainedRule,
  Explanation,
} from "./explanation.ts";

/**
 * Explains a decision that the program came to with `trace: true`; without a trace every rule counts as not reached.
 * `action` asks about one action by name: why it was taken, or why not, in every place that takes it.
 */
export function explainDecision(
  program: Program,
  decision: Decision,
  options: { readonly action?: string } = {},
): Explanation {
  const cursor: TraceCursor = { trace: decision.trace ?? [], at: 0 };
  const rules = explainRules(program.rules, cursor);
  const constraints = explainConstraints(program.constraints, decision, cursor);
  const failsafe = explainFailsafe(program, cursor);
  const { status, actions, pending, withheld, violations, unknowns, defaulted, limits } = decision;
  const explanation: Explanation = {
    schemaVersion: 1,
    status,
    actions,
    pending,
    withheld,
    violations,
    rules,
    failsafe,
    constraints,
    unknowns,
    defaulted,
    limits,
    action: null,
  };
  return options.action === undefined
    ? explanation
    : { ...explanation, action: explainAction(options.action, explanation) };
}

/** The attempts at clauses that evaluation came to, in its order; those of constraints are left out. */
export function attemptsOf({ rules, failsafe }: Explanation): readonly ExplainedAttempt[] {
  return clausesOf(rules, failsafe).filter(({ outcome }) => outcome !== "not reached");
}

function explainFailsafe({ failsafe }: Program, cursor: TraceCursor): ExplainedClause | null {
  if (failsafe === null) return null;
  const clause = failsafeOf(failsafe);
  return takeAttempt("failsafe", clause, cursor) ?? unreachedClause(clause, "decided without it");
}

function explainAction(name: string, explanation: Explanation): ExplainedAction {
  const ofThatName = (event: { readonly name: string }): boolean => event.name === name;
  const { actions, pending, withheld, rules, failsafe, constraints } = explanation;
  const clauses = clausesOf(rules, failsafe).filter(({ takes }) => takes.includes(name));
  return {
    name,
    taken: actions.filter(ofThatName),
    pending: pending.filter(ofThatName),
    withheld: withheld.filter(ofThatName),
    sources: sourcesAmong(clauses),
    constraints: constraints.filter(({ about }) => about.includes(name)),
  };
}

/** A clause stands in one place of the document, however often evaluation came to it. */
function sourcesAmong(clauses: readonly ExplainedAttempt[]): readonly ActionSource[] {
  const places = new Map<string, ExplainedAttempt[]>();
  for (const attempt of clauses) {
    const place = JSON.stringify([attempt.rule, attempt.line, attempt.clause]);
    const known = places.get(place);
    if (known === undefined) places.set(place, [attempt]);
    else known.push(attempt);
  }
  return [...places.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const attempts = all.filter(({ outcome }) => outcome !== "not reached");
    const { rule, line, clause, unreached } = first;
    return [{ rule, line, clause, attempts, unreached: attempts.length > 0 ? null : unreached }];
  });
}

/** All clauses in the order that evaluation comes to them, those of loops once for each turn. */
function clausesOf(
  rules: readonly ExplainedRule[],
  failsafe: ExplainedClause | null,
): ExplainedAttempt[] {
  const own = failsafe === null ? [] : [{ ...failsafe, rule: "failsafe", bindings: {} }];
  return [...rules.flatMap(clausesOfRule), ...own];
}

function clausesOfRule(rule: ExplainedRule): ExplainedAttempt[] {
  const place = (bindings: ExplainedAttempt["bindings"]) => (clause: ExplainedClause) => ({
    ...clause,
    rule: rule.rule,
    bindings,
  });
  const turns = rule.turns.flatMap(({ of, clauses, rules }) => {
    const bindings =
      typeof of === "number" || rule.variable === null
        ? rule.bindings
        : { ...rule.bindings, [rule.variable]: of };
    return [...clauses.map(place(bindings)), ...rules.flatMap(clausesOfRule)];
  });
  return [
    ...rule.clauses.map(place(rule.bindings)),
    ...turns,
    ...rule.unreachedRules.flatMap(clausesOfRule),
  ];
}
