// What became of each formal constraint in a decision.
import type { Decision } from "../evaluate/decision.ts";
import type { ProgramClause, ProgramConstraint } from "../semantics/program.ts";
import { conditionOfConstraint } from "../semantics/visit-program.ts";
import type { Clause } from "./clauses.ts";
import { type TraceCursor, takeAttempt } from "./explain-rules.ts";
import type { ExplainedClause, ExplainedConstraint } from "./explanation.ts";

/** The constraints as the trace has them from where the cursor stands, which is behind all rules. */
export function explainConstraints(
  constraints: readonly ProgramConstraint[],
  decision: Decision,
  cursor: TraceCursor,
): readonly ExplainedConstraint[] {
  return constraints.flatMap((constraint) =>
    constraint.clause.kind === "max-loop" ? [] : [explainConstraint(constraint, decision, cursor)],
  );
}

function explainConstraint(
  constraint: ProgramConstraint,
  { withheld, violations }: Decision,
  cursor: TraceCursor,
): ExplainedConstraint {
  const { id, line, text, clause } = constraint;
  const condition = conditionOfConstraint(constraint);
  const asked: Clause = { branch: 0, line, text, condition, takes: [] };
  const attempt = condition === null ? null : takeAttempt(id, asked, cursor);
  const own = withheld.filter((event) => event.constraint === id).map(({ name }) => name);
  const violation = violations.find((broken) => broken.constraint === id)?.message ?? null;
  return {
    constraint: id,
    line,
    text,
    about: actionsOf(clause),
    outcome: violation === null ? outcomeOf(clause, attempt) : "violated",
    deciding: attempt?.deciding ?? [],
    missing: attempt?.missing ?? [],
    withholds: [...new Set(own)],
    violation,
  };
}

/** UNLESS lifts a prohibition when it holds; every other condition puts its clause in force. */
function outcomeOf(
  clause: ProgramClause,
  attempt: ExplainedClause | null,
): ExplainedConstraint["outcome"] {
  if (attempt === null) return "in force";
  if (attempt.outcome === "unknown") return "unknown";
  const lifts = clause.kind === "never" && clause.guard?.kind === "unless";
  return (attempt.outcome === "fired") !== lifts ? "in force" : "not in force";
}

function actionsOf(clause: ProgramClause): readonly string[] {
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
