// Asks of every formal constraint whether some context makes the rules break it. What enforcement then does about it, it has
// to do: a constraint that holds here never withholds an action, and its decision is never `violated`.
import type { Decision, Ir } from "@omega/core";
import { type ActionTaken, type EncodedProgram, encodeContextCondition } from "../encode-rules.ts";
import type { Question } from "../question.ts";
import { certain, fails, type Outside, type SymbolicTruth } from "../symbolic-value.ts";
import {
  and,
  apply,
  choose,
  compare,
  no,
  not,
  or,
  real,
  type Term,
  type Variable,
  yes,
} from "../term.ts";

export function askConstraints(encoded: EncodedProgram): readonly Question[] {
  const events = allTaken(encoded);
  return encoded.program.constraints.flatMap((constraint): readonly Question[] => {
    if (constraint.clause.kind === "max-loop") return [];
    const { id, line, text, clause } = constraint;
    const breach = encodeBreach(constraint, events, encoded);
    const interference = encodeInterference(constraint, events, encoded);
    const obstacle = [breach, interference].find((term) => typeof term === "string") ?? null;
    return [
      {
        question: "constraint",
        subject: id,
        line,
        text,
        claim: `\`${id}\` can break`,
        outside: obstacle,
        happens: typeof breach === "string" ? no : breach,
        mayHappen: typeof interference === "string" ? no : interference,
        confirms: (decision) => isBroken(decision, constraint),
        whole: encoded.program.failsafe !== null,
        possible: {
          isFinding: true,
          message: isWithheld(clause)
            ? `\`${id}\` can break: enforcement then withholds an action`
            : `\`${id}\` can break: the decision is then \`violated\``,
        },
        impossible: { isFinding: false, message: `\`${id}\` holds in every context` },
        next: null,
      },
    ];
  });
}

/** Whether FAILSAFE is called for: anything, because an answer that depends on it is tried out. */
export const failsafeCalled: Variable = { kind: "variable", sort: "Bool", name: "failsafe" };

function allTaken({ taken, program }: EncodedProgram): readonly ActionTaken[] {
  const safe = program.failsafe?.actions ?? [];
  return [
    ...taken,
    ...safe.map(({ name }) => ({ action: name, when: failsafeCalled, outside: null })),
  ];
}

/** Where the rules break the clause. A text says why it cannot be asked. */
function encodeBreach(
  { clause }: Ir.ProgramConstraint,
  events: readonly ActionTaken[],
  encoded: EncodedProgram,
): Term | string {
  const beyond = events.find(
    ({ action, outside }) => outside !== null && actionsOf(clause).includes(action),
  );
  if (beyond !== undefined) return `\`${beyond.action}\` depends on ${beyond.outside}`;
  const isTaken = (name: string): Term =>
    or(...events.filter(({ action }) => action === name).map(({ when }) => when));
  switch (clause.kind) {
    case "never": {
      const guard = conditionTruth(clause.guard?.condition ?? null, encoded);
      if (guard.kind === "outside") return `its condition holds ${guard.reason}`;
      const applies = clause.guard?.kind === "unless" ? not(guard.holds) : not(fails(guard));
      return and(applies, ...clause.actions.map(isTaken));
    }
    case "always": {
      const condition = conditionTruth(clause.condition, encoded);
      if (condition.kind === "outside") return `its condition holds ${condition.reason}`;
      return and(condition.holds, not(isTaken(clause.action)));
    }
    case "at-most":
      if (clause.per !== null) return "it counts PER a loop variable";
      return compare("<", real(clause.count), count(clause.actions, events));
    case "exactly-one":
      if (clause.per !== null) return "it counts PER a loop variable";
      return not(compare("=", real(1), count(clause.actions, events)));
    case "requires": {
      const isPending = encoded.program.actions.some(
        ({ name, approvers }) => name === clause.required && approvers.length > 0,
      );
      return and(isTaken(clause.action), isPending ? yes : not(isTaken(clause.required)));
    }
    case "before":
      return comesAfter(clause.action, clause.later, inOrderOfDoing(events, encoded));
    case "max-loop":
      return no;
  }
}

/**
 * Where another clause withholds something, which may break this one in turn: without an action that it demands, or with
 * what comes first gone. A prohibition cannot break so, and neither can AT MOST.
 */
function encodeInterference(
  constraint: Ir.ProgramConstraint,
  events: readonly ActionTaken[],
  encoded: EncodedProgram,
): Term | string {
  if (constraint.clause.kind === "never" || constraint.clause.kind === "at-most") return no;
  const breaches: Term[] = [];
  for (const other of encoded.program.constraints) {
    if (other === constraint || !isWithheld(other.clause)) continue;
    const breach = encodeBreach(other, events, encoded);
    if (typeof breach === "string") return `what \`${other.id}\` withholds is open: ${breach}`;
    breaches.push(breach);
  }
  return or(...breaches);
}

/** Whether enforcement answers a breach of the clause by withholding, rather than by `violated`. */
function isWithheld({ kind }: Ir.ProgramClause): boolean {
  return kind === "never" || kind === "at-most" || kind === "requires";
}

function conditionTruth(
  condition: Ir.Condition | null,
  encoded: EncodedProgram,
): SymbolicTruth | Outside {
  return condition === null ? certain : encodeContextCondition(condition, encoded);
}

function actionsOf(clause: Ir.ProgramClause): readonly string[] {
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

function count(actions: readonly string[], events: readonly ActionTaken[]): Term {
  return events
    .filter(({ action }) => actions.includes(action))
    .reduce<Term>((sum, { when }) => apply("+", sum, choose(when, real(1), real(0))), real(0));
}

/** What waits for an approval is done after everything else. */
function inOrderOfDoing(
  events: readonly ActionTaken[],
  { program }: EncodedProgram,
): readonly ActionTaken[] {
  const waiting = new Set(
    program.actions.filter(({ approvers }) => approvers.length > 0).map(({ name }) => name),
  );
  const waits = ({ action }: ActionTaken): boolean => waiting.has(action);
  return [...events.filter((event) => !waits(event)), ...events.filter(waits)];
}

/** Whether the first event of `action` comes after one of `later`. */
function comesAfter(action: string, later: string, events: readonly ActionTaken[]): Term {
  let earlierAction: Term = no;
  let laterAlone: Term = no;
  const broken: Term[] = [];
  for (const event of events) {
    if (event.action === action) {
      broken.push(and(event.when, laterAlone));
      earlierAction = or(earlierAction, event.when);
    }
    if (event.action === later) laterAlone = or(laterAlone, and(event.when, not(earlierAction)));
  }
  return or(...broken);
}

/**
 * Whether the decision shows the breach. What a clause would withhold, another may have withheld before it: then what the
 * rules took shows it.
 */
function isBroken(decision: Decision, { id, clause }: Ir.ProgramConstraint): boolean {
  if (!isWithheld(clause)) return decision.violations.some(({ constraint }) => constraint === id);
  if (decision.withheld.some(({ constraint }) => constraint === id)) return true;
  const { actions, pending, withheld } = decision;
  const taken = [...actions, ...pending, ...withheld].map(({ name }) => name);
  switch (clause.kind) {
    case "never":
      return applies(decision, id, clause) && clause.actions.every((name) => taken.includes(name));
    case "at-most":
      return taken.filter((name) => clause.actions.includes(name)).length > clause.count;
    default:
      return false;
  }
}

/** Whether the guard of a prohibition leaves it in force, as the trace has it. */
function applies(
  { trace = [] }: Decision,
  id: string,
  { guard }: Extract<Ir.ProgramClause, { kind: "never" }>,
): boolean {
  if (guard === null) return true;
  const lifting = guard.kind === "when" ? "not fired" : "fired";
  return trace.some(({ rule, outcome }) => rule === id && outcome !== lifting);
}
