// The formal constraints as code that answers one question: have they anything to say about what was taken? Where they
// might, and wherever a condition is not plain to see, `enforceConstraints` says what.
import type { ProgramClause, ProgramExpression } from "../semantics/program.ts";
import { type Emission, inner, newScope, type Scope } from "./emission.ts";
import { printText } from "./print-literal.ts";

/** Beyond that many names, counting what was taken costs as much as it saves. */
const mostNames = 32;

/** A scope whose statements return false where a constraint may have something to say. It sees no names of rules. */
export function emitSettled(emission: Emission): Scope {
  const leave = "return false;";
  const scope = newScope(emission, new Map(), leave);
  const { program } = emission;
  const clauses = program.constraints.map(({ clause }) => clause);
  const pending = program.actions.filter(({ approvers }) => approvers.length > 0);
  const counted = new Set(clauses.flatMap(namesOf));
  if (counted.size + pending.length > mostNames) {
    scope.lines.push(leave);
    return scope;
  }
  const counters = new Map([...counted].map((name, index) => [name, `n${index}`]));
  emitCounts(counters, new Set(pending.map(({ name }) => name)), scope);
  for (const clause of clauses) {
    const condition = conditionOf(clause);
    const holds = condition === null ? "true" : emitOwnCondition(condition, scope);
    const quiet =
      holds === null ? null : isQuiet(clause, holds, (name) => counters.get(name) ?? "0");
    scope.lines.push(quiet === null ? leave : `if (!(${quiet})) ${leave}`);
  }
  return scope;
}

/** Counts the actions that clauses name. One that waits for an approval is not for code to settle. */
function emitCounts(
  counters: ReadonlyMap<string, string>,
  pending: ReadonlySet<string>,
  { lines, leave }: Scope,
): void {
  const ways = [
    ...[...pending].map((name) => `case ${printText(name)}: ${leave}`),
    ...[...counters].flatMap(([name, counter]) =>
      pending.has(name) ? [] : [`case ${printText(name)}: ${counter}++; break;`],
    ),
  ];
  if (counters.size > 0)
    lines.push(`let ${[...counters.values()].map((c) => `${c} = 0`).join(", ")};`);
  if (ways.length === 0) return;
  lines.push("for (let i = 0; i < taken.length; i++) switch (taken[i].name) {", ...ways, "}");
}

/** The names whose count decides whether the clause is quiet. */
function namesOf(clause: ProgramClause): readonly string[] {
  switch (clause.kind) {
    case "never":
    case "at-most":
    case "exactly-one":
      return clause.actions;
    case "always":
      return [clause.action];
    case "requires":
      return [clause.action, clause.required];
    case "before":
      return [clause.action, clause.later];
    case "max-loop":
      return [];
  }
}

function conditionOf(clause: ProgramClause): ProgramExpression | null {
  switch (clause.kind) {
    case "always":
      return clause.condition.expression;
    case "never":
      return clause.guard?.condition.expression ?? null;
    case "at-most":
    case "exactly-one":
    case "requires":
    case "before":
    case "max-loop":
      return null;
  }
}

/** A condition with fuel of its own. All of them are evaluated, for a limit met there shows in the decision. */
function emitOwnCondition(condition: ProgramExpression, scope: Scope): string | null {
  const own = inner(scope);
  const holds = scope.emission.expressions.condition(condition, own);
  if (holds === null) return null;
  scope.lines.push("steps = 0;", ...own.lines, `if (steps > most) ${scope.leave}`);
  return holds;
}

/** That a clause neither withholds anything nor is broken, as an expression; null where only counting places could tell. */
function isQuiet(
  clause: ProgramClause,
  holds: string,
  count: (name: string) => string,
): string | null {
  switch (clause.kind) {
    case "never": {
      const absent = [...new Set(clause.actions)].map((name) => `${count(name)} === 0`);
      const lifted =
        clause.guard === null ? [] : [clause.guard.kind === "when" ? `!${holds}` : holds];
      return [...absent, ...lifted].join(" || ");
    }
    case "always":
      return `!${holds} || ${count(clause.action)} > 0`;
    case "at-most":
      return `${total(clause.actions, count)} <= ${clause.count}`;
    case "exactly-one":
      return clause.per === null ? `${total(clause.actions, count)} === 1` : null;
    case "requires":
      return `${count(clause.action)} === 0 || ${count(clause.required)} > 0`;
    case "before":
      return `${count(clause.action)} === 0 || ${count(clause.later)} === 0`;
    case "max-loop":
      return "true";
  }
}

function total(names: readonly string[], count: (name: string) => string): string {
  return [...new Set(names)].map(count).join(" + ");
}
