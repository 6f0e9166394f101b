// What it takes to break a formal constraint, by actions that are taken or left.
import type { Ir } from "@omega/core";
import { type ActionTaken, type EncodedProgram, encodeContextCondition } from "./encode-rules.ts";
import { type LoopPlace, placeOfVariable, samePlace } from "./loop-places.ts";
import { certain, fails, type Outside, type SymbolicTruth } from "./symbolic-value.ts";
import {
  and,
  calculate,
  choose,
  compare,
  no,
  not,
  or,
  type Term,
  type Variable,
  whole,
  yes,
} from "./term.ts";

/** Whether FAILSAFE is called for: anything, because an answer that depends on it is tried out. */
export const failsafeCalled: Variable = { kind: "variable", sort: "Bool", name: "failsafe" };

/** That FAILSAFE is called for where something unknown is left open. It may be called for elsewhere, too. */
export function failsafeAnswers({ leftOpen, program }: EncodedProgram): Term {
  if (program.failsafe === null) return yes;
  const open = leftOpen.map(({ when, outside }) => (outside === null ? when : no));
  return or(failsafeCalled, not(or(...open)));
}

/** An action that is taken, by a rule's id or `failsafe`. */
export interface TakenBy extends ActionTaken {
  readonly rule: string;
}

/** What the rules take, then what FAILSAFE does. */
export function allTaken({ taken, program }: EncodedProgram): readonly TakenBy[] {
  const safe = program.failsafe?.actions ?? [];
  return [
    ...taken.map(({ rule, ...taken }) => ({ ...taken, rule: rule.id })),
    ...safe.map(({ name }) => {
      const when = failsafeCalled;
      return { action: name, when, outside: null, bindings: [], rule: "failsafe" };
    }),
  ];
}

/** Where the actions break the clause. A text says why it cannot be asked. */
export function encodeBreach(
  { clause }: Pick<Ir.ProgramConstraint, "clause">,
  events: readonly TakenBy[],
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
      const applies = prohibitionApplies(clause, encoded);
      return typeof applies === "string" ? applies : and(applies, ...clause.actions.map(isTaken));
    }
    case "always": {
      const condition = conditionTruth(clause.condition, encoded);
      if (condition.kind === "outside") return `its condition holds ${condition.reason}`;
      return and(condition.holds, not(isTaken(clause.action)));
    }
    case "at-most":
      return moreThan(clause, events);
    case "exactly-one":
      return notOne(clause, events, encoded);
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

/** Where a prohibition is in force: unless it is known not to be. A text says why that cannot be told. */
export function prohibitionApplies(
  { guard }: Extract<Ir.ProgramClause, { kind: "never" }>,
  encoded: EncodedProgram,
): Term | string {
  const truth = conditionTruth(guard?.condition ?? null, encoded);
  if (truth.kind === "outside") return `its condition holds ${truth.reason}`;
  return guard?.kind === "unless" ? not(truth.holds) : not(fails(truth));
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

export function actionsOf(clause: Ir.ProgramClause): readonly string[] {
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

type Counting = Extract<Ir.ProgramClause, { readonly per: string | null }>;

/** Why what is counted PER a loop variable cannot be told. */
const openPlaces = "it counts PER a loop over a list that the input chooses";

/** The actions that a clause counts, each with how many come before it at its place; null where that is open. */
export function countedBy(
  { actions, per }: Pick<Counting, "actions" | "per">,
  events: readonly TakenBy[],
): readonly { readonly event: TakenBy; readonly before: Term }[] | string {
  const counted = events.filter(({ action }) => actions.includes(action));
  const places = counted.map(({ bindings }) =>
    per === null ? null : placeOfVariable(per, bindings),
  );
  const result: { event: TakenBy; before: Term }[] = [];
  for (const [index, event] of counted.entries()) {
    let before: Term = whole(0);
    for (const [earlier, other] of counted.slice(0, index).entries()) {
      const same = samePlace(places[earlier] ?? null, places[index] ?? null);
      if (same === null) return openPlaces;
      before = plusOneIf(and(other.when, same), before);
    }
    result.push({ event, before });
  }
  return result;
}

function plusOneIf(condition: Term, count: Term): Term {
  return calculate("+", choose(condition, whole(1), whole(0)), count);
}

function moreThan(
  clause: Extract<Ir.ProgramClause, { kind: "at-most" }>,
  events: readonly TakenBy[],
): Term | string {
  const counted = countedBy(clause, events);
  if (typeof counted === "string") return counted;
  return or(
    ...counted.map(({ event, before }) =>
      and(event.when, compare("<=", whole(clause.count), before)),
    ),
  );
}

/** Whether none or several are taken, at some place that the loop variable is bound to where there is one. */
function notOne(
  { actions, per }: Extract<Ir.ProgramClause, { kind: "exactly-one" }>,
  events: readonly TakenBy[],
  encoded: EncodedProgram,
): Term | string {
  const counted = events.filter(({ action }) => actions.includes(action));
  const isOneAt = (place: LoopPlace | null): Term | null => {
    let count: Term = whole(0);
    for (const { when, bindings } of counted) {
      const same = samePlace(per === null ? null : placeOfVariable(per, bindings), place);
      if (same === null) return null;
      count = plusOneIf(and(when, same), count);
    }
    return compare("=", whole(1), count);
  };
  if (per === null) return not(isOneAt(null) ?? no);
  const broken: Term[] = [];
  for (const { variable, bindings, when, outside } of encoded.bindings) {
    if (variable !== per) continue;
    if (outside !== null) return `how often \`${per}\` is bound depends on ${outside}`;
    const isOne = isOneAt(placeOfVariable(per, bindings));
    if (isOne === null) return openPlaces;
    broken.push(and(when, not(isOne)));
  }
  return or(...broken);
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
