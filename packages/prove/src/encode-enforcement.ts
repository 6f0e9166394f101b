// What enforcement leaves of the actions taken: enforce-constraints.ts of the evaluator, step by step, for every context at once.
import type { Ir } from "@omega/core";
import {
  actionsOf,
  conditionTruth,
  countedBy,
  failsafeCalled,
  isWithheld,
  prohibitionApplies,
  type TakenBy,
} from "./encode-breach.ts";
import type { EncodedProgram } from "./encode-rules.ts";
import { and, compare, no, not, or, type Term, whole, yes } from "./term.ts";

export interface Enforcement {
  /** The actions, each where it is taken and left. */
  readonly left: readonly TakenBy[];
  /** Where a REQUIRES withholds its action. */
  readonly withheldBy: (constraint: Ir.ProgramConstraint) => Term;
}

/**
 * Enforces the clauses that bear on the actions named, directly or by what others withhold. A text says why that cannot be
 * told.
 */
export function encodeEnforcement(
  concerned: readonly string[],
  taken: readonly TakenBy[],
  encoded: EncodedProgram,
): Enforcement | string {
  const { constraints, names } = bearingOn(concerned, encoded.program.constraints);
  const events = taken.filter(({ action }) => names.has(action));
  const beyond = events.find(({ outside }) => outside !== null);
  if (beyond !== undefined) return `\`${beyond.action}\` depends on ${beyond.outside}`;
  const scene: Scene = {
    events,
    left: new Map(events.map((event) => [event, event.when])),
    demanded: new Map(),
    withheldBy: new Map(),
    obstacle: null,
  };
  noteDemands(scene, names, encoded);
  for (const constraint of constraints) forbid(constraint, 1, scene, encoded);
  for (const constraint of constraints) forbid(constraint, 2, scene, encoded);
  for (const constraint of constraints) keepFirst(constraint, scene);
  // Each round that changes anything withholds the action of one more clause.
  for (const _ of constraints.filter(({ clause }) => clause.kind === "requires")) {
    for (const constraint of constraints) requireOther(constraint, scene, encoded);
  }
  return (
    scene.obstacle ?? {
      left: events.map((event) => ({ ...event, when: scene.left.get(event) ?? no })),
      withheldBy: ({ id }) => scene.withheldBy.get(id) ?? no,
    }
  );
}

interface Scene {
  readonly events: readonly TakenBy[];
  /** Where each event is taken and not withheld so far. */
  readonly left: Map<TakenBy, Term>;
  /** Where an action is demanded, so that another of its group goes. */
  readonly demanded: Map<string, Term>;
  readonly withheldBy: Map<string, Term>;
  /** Why the outcome cannot be told. */
  obstacle: string | null;
}

/** The clauses that withhold one of the actions, or something that another of these is withheld with or without. */
function bearingOn(
  concerned: readonly string[],
  all: readonly Ir.ProgramConstraint[],
): { readonly constraints: readonly Ir.ProgramConstraint[]; readonly names: ReadonlySet<string> } {
  const names = new Set(concerned);
  const withholding = all.filter(({ clause }) => isWithheld(clause));
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const { clause } of withholding) {
      const actions = actionsOf(clause);
      if (actions.some((name) => names.has(name))) for (const name of actions) names.add(name);
    }
  }
  const bears = ({ clause }: Ir.ProgramConstraint): boolean =>
    actionsOf(clause).some((name) => names.has(name));
  return { constraints: withholding.filter(bears), names };
}

/** Where ALWAYS clauses that are known to hold, and FAILSAFE, demand an action. */
function noteDemands(scene: Scene, names: ReadonlySet<string>, encoded: EncodedProgram): void {
  const { constraints, failsafe } = encoded.program;
  const demand = (name: string, when: Term): void => {
    scene.demanded.set(name, or(scene.demanded.get(name) ?? no, when));
  };
  for (const { id, clause } of constraints) {
    if (clause.kind !== "always" || !names.has(clause.action)) continue;
    const truth = conditionTruth(clause.condition, encoded);
    if (truth.kind === "outside")
      scene.obstacle ??= `the condition of \`${id}\` holds ${truth.reason}`;
    else demand(clause.action, truth.holds);
  }
  for (const { name } of failsafe?.actions ?? []) demand(name, failsafeCalled);
}

function isLeft(name: string, { events, left }: Scene): Term {
  return or(...events.map((event) => (event.action === name ? (left.get(event) ?? no) : no)));
}

function withhold(event: TakenBy, where: Term, { left }: Scene): void {
  left.set(event, and(left.get(event) ?? no, not(where)));
}

function withholdAll(name: string, where: Term, scene: Scene): void {
  for (const event of scene.events) if (event.action === name) withhold(event, where, scene);
}

// --- NEVER --------------------------------------------------------------------------------------------------------

/** Prohibitions of one action, or of two and more: the last that nothing demands goes, else the last. */
function forbid(
  { id, clause }: Ir.ProgramConstraint,
  least: 1 | 2,
  scene: Scene,
  encoded: EncodedProgram,
): void {
  if (clause.kind !== "never") return;
  const names = [...new Set(clause.actions)];
  if (Math.min(names.length, 2) !== least) return;
  const applies = prohibitionApplies(clause, encoded);
  if (typeof applies === "string") {
    scene.obstacle ??= `what \`${id}\` withholds is open: ${applies}`;
    return;
  }
  const together = and(applies, ...names.map((name) => isLeft(name, scene)));
  const demanded = (name: string): Term => scene.demanded.get(name) ?? no;
  const allDemanded = and(...names.map(demanded));
  const victims = names.map((name) => {
    const others = names.filter((other) => other !== name);
    const isLast = others.map((other) => or(demanded(other), comesFirst(other, name, scene)));
    const isLastOfAll = others.map((other) => comesFirst(other, name, scene));
    return or(and(not(demanded(name)), ...isLast), and(allDemanded, ...isLastOfAll));
  });
  for (const [index, name] of names.entries()) {
    withholdAll(name, and(together, victims[index] ?? no), scene);
  }
}

/** Whether the first action is taken before the second is, where both are. */
function comesFirst(first: string, second: string, { events }: Scene): Term {
  let secondBefore: Term = no;
  const ways: Term[] = [];
  for (const { action, when } of events) {
    if (action === first) ways.push(and(when, not(secondBefore)));
    if (action === second) secondBefore = or(secondBefore, when);
  }
  return or(...ways);
}

// --- AT MOST, REQUIRES --------------------------------------------------------------------------------------------

function keepFirst({ clause }: Ir.ProgramConstraint, scene: Scene): void {
  if (clause.kind !== "at-most") return;
  const own = scene.events.filter(({ action }) => clause.actions.includes(action));
  const counted = countedBy(
    clause,
    own.map((event) => ({ ...event, when: scene.left.get(event) ?? no })),
  );
  if (typeof counted === "string") {
    scene.obstacle ??= counted;
    return;
  }
  for (const [index, { before }] of counted.entries()) {
    const event = own[index];
    if (event !== undefined) withhold(event, compare("<=", whole(clause.count), before), scene);
  }
}

function requireOther(
  { id, clause }: Ir.ProgramConstraint,
  scene: Scene,
  { program }: EncodedProgram,
): void {
  if (clause.kind !== "requires") return;
  const isPending = program.actions.some(
    ({ name, approvers }) => name === clause.required && approvers.length > 0,
  );
  const lacks = isPending ? yes : not(isLeft(clause.required, scene));
  const where = and(isLeft(clause.action, scene), lacks);
  scene.withheldBy.set(id, or(scene.withheldBy.get(id) ?? no, where));
  withholdAll(clause.action, where, scene);
}
