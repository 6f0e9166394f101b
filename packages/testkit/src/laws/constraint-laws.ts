// Laws of constraints: what they forbid is not done, what they demand is done or said to be missing, nothing gets lost.
import type { Decision, Ir } from "@omega/core";
import { printDocument, type Tree } from "@omega/core";
import * as fc from "fast-check";
import { drawn } from "../generate/draw.ts";
import { drawPolicy, type WrittenPolicy } from "../generate/policies/policies.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { compileWritten, decide, drawSituation, type Situation, situations } from "./situations.ts";

type Event = Decision["actions"][number];

/** What a clause is held against: what may be done and what waits for approval, which counts as taken. */
interface Outcome {
  readonly decision: Decision;
  readonly events: readonly Event[];
  /** What a clause's condition came to; true for a clause without one. */
  readonly truthOf: (constraint: Ir.ProgramConstraint) => "true" | "false" | "unknown";
}

/** A law about every clause of one kind, on decisions that were made. */
function clauseLaw<Kind extends Ir.ProgramClause["kind"]>(
  name: string,
  statement: string,
  kind: Kind,
  holds: (
    clause: Extract<Ir.ProgramClause, { kind: Kind }>,
    constraint: Ir.ProgramConstraint,
    outcome: Outcome,
  ) => void,
): Law {
  return law({ name, statement, cases: 300 }, situations, (situation) => {
    if (situation === null) return;
    const outcome = outcomeOf(situation);
    if (outcome === null) return;
    for (const constraint of situation.program.constraints) {
      const { clause } = constraint;
      if (isOfKind(clause, kind)) holds(clause, constraint, outcome);
    }
  });
}

function isOfKind<Kind extends Ir.ProgramClause["kind"]>(
  clause: Ir.ProgramClause,
  kind: Kind,
): clause is Extract<Ir.ProgramClause, { kind: Kind }> {
  return clause.kind === kind;
}

function outcomeOf(situation: Situation): Outcome | null {
  const decision = decide(situation, situation.context, { trace: true });
  if (decision.status === "rejected") return null;
  const outcomes = new Map(decision.trace?.map(({ rule, outcome }) => [rule, outcome]));
  return {
    decision,
    events: [...decision.actions, ...decision.pending],
    truthOf({ id }) {
      const outcome = outcomes.get(id) ?? "fired";
      return outcome === "fired" ? "true" : outcome === "unknown" ? "unknown" : "false";
    },
  };
}

function count(events: readonly Event[], names: readonly string[]): number {
  return events.filter(({ name }) => names.includes(name)).length;
}

const never = clauseLaw(
  "never-means-never",
  "the actions of a NEVER that is not known to be lifted are not taken together",
  "never",
  ({ actions, guard }, constraint, outcome) => {
    const truth = outcome.truthOf(constraint);
    if (guard !== null && truth === (guard.kind === "when" ? "false" : "true")) return;
    const together = actions.every((name) => count(outcome.events, [name]) > 0);
    expectThat(!together, `${constraint.text}, and all of them are taken`);
  },
);

const atMost = clauseLaw(
  "at-most-means-at-most",
  "of the actions of an AT MOST no more are taken than it says, in all or for each place",
  "at-most",
  (clause, constraint, { events }) => {
    const places = new Map<string, number>();
    for (const event of events) {
      if (!clause.actions.includes(event.name)) continue;
      const place = clause.per === null ? "" : placeOf(event, clause.per);
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    for (const [place, times] of places) {
      expectThat(times <= clause.count, `${constraint.text}, but ${times} are taken ${place}`);
    }
  },
);

/** Where a loop variable is bound, with the loops around it. */
function placeOf({ bindings }: Event, variable: string): string {
  const names = Object.keys(bindings);
  const within = names.slice(0, names.indexOf(variable) + 1);
  return JSON.stringify(within.map((name) => bindings[name]));
}

const requires = clauseLaw(
  "requires-is-closed",
  "an action that REQUIRES another is taken only where the other may be done for certain",
  "requires",
  (clause, constraint, { decision, events }) => {
    if (count(events, [clause.action]) === 0) return;
    expectThat(count(decision.actions, [clause.required]) > 0, `${constraint.text} is broken`);
  },
);

const always = clauseLaw(
  "always-or-violated",
  "an ALWAYS in force has its action taken, or is listed as violated, and nothing else is",
  "always",
  ({ action }, constraint, outcome) => {
    const isBroken =
      outcome.truthOf(constraint) === "true" && count(outcome.decision.actions, [action]) === 0;
    expectViolated(constraint, outcome, isBroken);
  },
);

const exactlyOne = clauseLaw(
  "exactly-one-or-violated",
  "of an EXACTLY ONE one event is taken, or it is listed as violated",
  "exactly-one",
  (clause, constraint, outcome) => {
    if (clause.per !== null) return;
    expectViolated(constraint, outcome, count(outcome.events, clause.actions) !== 1);
  },
);

const before = clauseLaw(
  "before-or-violated",
  "what is to come BEFORE another first comes before it, or the clause is listed as violated",
  "before",
  (clause, constraint, outcome) => {
    const names = outcome.events.map(({ name }) => name);
    const first = names.indexOf(clause.action);
    const later = names.indexOf(clause.later);
    expectViolated(constraint, outcome, first >= 0 && later >= 0 && later < first);
  },
);

function expectViolated(
  { id, text }: Ir.ProgramConstraint,
  { decision }: Outcome,
  isBroken: boolean,
): void {
  const isListed = decision.violations.some(({ constraint }) => constraint === id);
  expectSame(isListed, isBroken, `\`${text}\` is listed as violated`);
}

const withheld = law(
  {
    name: "withheld-names-its-clause",
    statement:
      "what is withheld says by which clause, and a prohibition withholds every event of the action",
    cases: 150,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const decision = decide(situation, situation.context);
    const clauses = new Map(situation.program.constraints.map(({ id, clause }) => [id, clause]));
    for (const { name, constraint } of decision.withheld) {
      const clause = clauses.get(constraint);
      expectThat(clause !== undefined, `${name} is withheld by ${constraint}, which is no clause`);
      if (clause?.kind !== "never" && clause?.kind !== "requires") continue;
      const others = count([...decision.actions, ...decision.pending], [name]);
      expectSame(others, 0, `events of ${name}, which ${constraint} withholds`);
    }
  },
);

// --- conservation -------------------------------------------------------------------------------------------------

interface Pair {
  readonly constrained: Situation;
  /** The same policy without its formal constraints. */
  readonly free: Situation["policy"];
  readonly [fc.toStringMethod]: () => string;
}

const conserved = law(
  {
    name: "constraints-only-withhold",
    statement:
      "what is taken, pending and withheld is together what the rules take without constraints",
    cases: 150,
  },
  withAndWithout,
  (pair) => {
    if (pair === null) return;
    const { constrained, free } = pair;
    const decision = decide(constrained, constrained.context);
    const { actions, pending } = decide({ policy: free }, constrained.context);
    const all = [...decision.actions, ...decision.pending, ...decision.withheld];
    expectSame(
      all.map(eventKey).sort(),
      [...actions, ...pending].map(eventKey).sort(),
      "the events",
    );
  },
);

/** An event without its line, which moves, and what only one of the lists says. */
function eventKey({ name, args, rule, bindings }: Event): string {
  return JSON.stringify([rule, name, args, bindings]);
}

function withAndWithout(size: number): fc.Arbitrary<Pair | null> {
  return drawn(size, (draw) => {
    const written = drawPolicy(draw, { constraints: true, failsafe: false });
    const constrained = drawSituation(draw, written);
    const bounded = constrained?.program.constraints.some(
      ({ clause }) => clause.kind === "max-loop",
    );
    if (constrained === null || bounded === true || written.imported.size > 0) return null;
    const free = compileWritten(withoutConstraints(written));
    return { constrained, free, [fc.toStringMethod]: constrained[fc.toStringMethod] };
  });
}

function withoutConstraints({
  document,
  imported,
}: WrittenPolicy): Pick<WrittenPolicy, "text" | "imported"> {
  const isFormal = ({ body }: Tree.Item): boolean => body.kind === "formal-constraint";
  const sections = document.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => !isFormal(item)),
  }));
  return { text: printDocument({ ...document, sections }), imported };
}

export const constraintLaws: readonly Law[] = [
  never,
  atMost,
  requires,
  always,
  exactlyOne,
  before,
  withheld,
  conserved,
];
