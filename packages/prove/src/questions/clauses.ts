// Asks of formal constraints themselves, whatever the rules do: does their condition ever hold, and can they all be kept?
import type { Decision, Ir } from "@omega/core";
import { stepOf } from "../answer-question.ts";
import { conditionTruth, encodeBreach, type TakenBy } from "../encode-breach.ts";
import type { EncodedProgram } from "../encode-rules.ts";
import type { Question, Step } from "../question.ts";
import { fails } from "../symbolic-value.ts";
import { no, or } from "../term.ts";
import { applies } from "./constraints.ts";

export function askClauses(encoded: EncodedProgram): readonly Step[] {
  const demands = demandsOf(encoded);
  return encoded.program.constraints.flatMap((constraint) => {
    const questions = [
      askVacuous(constraint, encoded),
      askIncompatible(constraint, demands, encoded),
    ];
    return questions.filter((question) => question !== null).map(stepOf);
  });
}

// --- conditions ---------------------------------------------------------------------------------------------------

/** Whether the clause is ever in force. */
function askVacuous(
  { id, line, text, clause }: Ir.ProgramConstraint,
  encoded: EncodedProgram,
): Question | null {
  const guard =
    clause.kind === "always"
      ? ({ kind: "when", condition: clause.condition } as const)
      : clause.kind === "never"
        ? clause.guard
        : null;
  if (guard === null) return null;
  const truth = conditionTruth(guard.condition, encoded);
  const beyond = truth.kind === "outside" ? `its condition holds ${truth.reason}` : null;
  const isWhen = guard.kind === "when";
  const can = isWhen ? `WHEN of \`${id}\` can hold` : `UNLESS of \`${id}\` can be false`;
  return {
    question: "vacuous",
    subject: id,
    line,
    text,
    claim: can,
    outside: beyond,
    happens: truth.kind === "outside" ? no : isWhen ? truth.holds : fails(truth),
    confirms: ({ trace = [] }) =>
      trace.some(
        ({ rule, outcome }) => rule === id && outcome === (isWhen ? "fired" : "not fired"),
      ),
    possible: { isFinding: false, message: can },
    impossible: {
      isFinding: true,
      message: isWhen
        ? `WHEN of \`${id}\` never holds`
        : `UNLESS of \`${id}\` always holds, whenever it is known`,
    },
  };
}

// --- together -----------------------------------------------------------------------------------------------------

/** What the ALWAYS clauses demand, as if a rule took it: each action once. */
function demandsOf(encoded: EncodedProgram): readonly TakenBy[] {
  const byAction = new Map<string, TakenBy>();
  for (const { id, clause } of encoded.program.constraints) {
    if (clause.kind !== "always") continue;
    const { action } = clause;
    const truth = conditionTruth(clause.condition, encoded);
    const known = byAction.get(action);
    const when = truth.kind === "outside" ? no : truth.holds;
    const beyond = truth.kind === "outside" ? `the condition of \`${id}\`` : null;
    byAction.set(action, {
      action,
      when: or(known?.when ?? no, when),
      outside: known?.outside ?? beyond,
      bindings: [],
      rule: id,
    });
  }
  return [...byAction.values()];
}

/** Whether a prohibition forbids what ALWAYS clauses demand. */
function askIncompatible(
  constraint: Ir.ProgramConstraint,
  demands: readonly TakenBy[],
  encoded: EncodedProgram,
): Question | null {
  const { id, line, text, clause } = constraint;
  if (clause.kind !== "never" && clause.kind !== "at-most" && clause.kind !== "exactly-one") {
    return null;
  }
  if (clause.kind !== "never" && clause.per !== null) return null;
  const most =
    clause.kind === "never"
      ? new Set(clause.actions).size - 1
      : clause.kind === "at-most"
        ? clause.count
        : 1;
  const relevant = demands.filter(({ action }) => clause.actions.includes(action));
  if (relevant.length <= most) return null;
  // Of EXACTLY ONE OF, only more than one can be demanded.
  const counted =
    clause.kind === "exactly-one"
      ? { ...constraint, clause: { ...clause, kind: "at-most", count: 1 } as const }
      : constraint;
  const breach = encodeBreach(counted, relevant, encoded);
  const names = relevant.map(({ rule }) => `\`${rule}\``).join(", ");
  return {
    question: "incompatible",
    subject: id,
    line,
    text,
    claim: `\`${id}\` forbids what ${names} demands`,
    outside: typeof breach === "string" ? breach : null,
    happens: typeof breach === "string" ? no : breach,
    confirms: (decision) => {
      const demanded = demandedIn(decision, encoded);
      return (
        (clause.kind !== "never" || applies(decision, id, clause)) &&
        new Set(clause.actions.filter((name) => demanded.has(name))).size > most
      );
    },
    possible: {
      isFinding: true,
      message: `\`${id}\` forbids what ${names} demands: whatever the rules take, the decision is \`violated\``,
      breach: () => ({ consequence: "violated", takers: [] }),
    },
    impossible: { isFinding: false, message: `\`${id}\` and ${names} can be kept together` },
  };
}

function demandedIn({ trace = [] }: Decision, { program }: EncodedProgram): ReadonlySet<string> {
  const inForce = new Set(
    trace.filter(({ outcome }) => outcome === "fired").map(({ rule }) => rule),
  );
  return new Set(
    program.constraints.flatMap(({ id, clause }) =>
      clause.kind === "always" && inForce.has(id) ? [clause.action] : [],
    ),
  );
}
