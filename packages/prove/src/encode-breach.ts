// What it takes to break a formal constraint: over what the rules take, and over what other clauses withhold.
import type { Ir } from "@omega/core";
import { type ActionTaken, type EncodedProgram, encodeContextCondition } from "./encode-rules.ts";
import { certain, fails, type Outside, type SymbolicTruth } from "./symbolic-value.ts";
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
} from "./term.ts";

/** Whether FAILSAFE is called for: anything, because an answer that depends on it is tried out. */
export const failsafeCalled: Variable = { kind: "variable", sort: "Bool", name: "failsafe" };

/** An action that is taken, by a rule's id or `failsafe`. */
export interface TakenBy extends ActionTaken {
  readonly rule: string;
}

/** What the rules take, then what FAILSAFE does. */
export function allTaken({ taken, program }: EncodedProgram): readonly TakenBy[] {
  const safe = program.failsafe?.actions ?? [];
  return [
    ...taken.map(({ action, when, outside, rule }) => ({ action, when, outside, rule: rule.id })),
    ...safe.map(({ name }) => {
      return { action: name, when: failsafeCalled, outside: null, rule: "failsafe" };
    }),
  ];
}

/** Where the rules break the clause. A text says why it cannot be asked. */
export function encodeBreach(
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
export function encodeInterference(
  constraint: Ir.ProgramConstraint,
  events: readonly ActionTaken[],
  encoded: EncodedProgram,
): Term | string {
  const { clause } = constraint;
  if (clause.kind === "never" || clause.kind === "at-most") return no;
  const { constraints } = encoded.program;
  const needed = neededFor(clause, constraints);
  const breaches: Term[] = [];
  for (const other of constraints) {
    if (other === constraint || !isWithheld(other.clause)) continue;
    if (!actionsOf(other.clause).some((action) => needed.has(action))) continue;
    const breach = encodeBreach(other, events, encoded);
    if (typeof breach === "string") return `what \`${other.id}\` withholds is open: ${breach}`;
    breaches.push(breach);
  }
  const condition = conditionTruth(clause.kind === "always" ? clause.condition : null, encoded);
  return and(condition.kind === "outside" ? yes : condition.holds, or(...breaches));
}

/** The actions of a clause, and what each of them is withheld without. */
function neededFor(
  clause: Ir.ProgramClause,
  constraints: readonly Ir.ProgramConstraint[],
): ReadonlySet<string> {
  const needed = new Set(actionsOf(clause));
  for (const action of needed) {
    for (const { clause: other } of constraints) {
      if (other.kind === "requires" && other.action === action) needed.add(other.required);
    }
  }
  return needed;
}

/** Whether enforcement answers a breach of the clause by withholding, rather than by `violated`. */
export function isWithheld({ kind }: Ir.ProgramClause): boolean {
  return kind === "never" || kind === "at-most" || kind === "requires";
}

export function conditionTruth(
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
