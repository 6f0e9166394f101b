// Decisions: what is left of what the rules take once constraints are enforced and FAILSAFE is called, and the status. Follows
// enforceConstraints of core step by step, for every context at once.
import type { Ir, Program } from "@omega/core";
import {
  contextScope,
  type EncodedProgram,
  encodeArguments,
  encodeContextCondition,
  type RuleAction,
} from "../encode-rules.ts";
import { certain, fails, type SymbolicTruth, type SymbolicValue } from "../symbolic-value.ts";
import { and, apply, choose, compare, no, not, or, real, type Term, yes } from "../term.ts";
import type { Intern } from "./intern.ts";
import type { Unsettled } from "./unsettled.ts";

/** One place where an action is taken, and what becomes of it. */
export interface ActionOutcome {
  readonly action: string;
  readonly approvers: readonly string[];
  readonly arguments: RuleAction["arguments"];
  /** The same for places of two programs that give the same arguments, and as often. */
  readonly key: string;
  /** Whether it may be taken several times, nobody knows how often. */
  readonly mayRepeat: boolean;
  readonly taken: Term;
  /** Whether no constraint withholds it. */
  readonly left: Term;
}

export interface EncodedDecision {
  readonly outcomes: readonly ActionOutcome[];
  readonly isViolated: Term;
  /** Whether a WHILE comes to its MAX. */
  readonly isLimited: Term;
  /** Whether something is left open. */
  readonly isIncomplete: Term;
}

/** What a program is encoded with besides its rules. */
export interface DecisionTerms {
  readonly unsettled: Unsettled;
  /** What each of the document's items does, as a fingerprint. */
  readonly items: readonly string[];
  /** What another part of the program says, as a fingerprint. */
  readonly fingerprint: (part: unknown) => string;
  readonly intern: Intern;
}

export function encodeDecision(encoded: EncodedProgram, terms: DecisionTerms): EncodedDecision {
  const { program } = encoded;
  const judged = program.constraints.map((constraint) => judge(constraint, encoded, terms));
  const taken = takenByRules(encoded, terms);
  const alone = enforce(taken, judged, new Map(), program, terms);
  const isIncomplete = or(
    ...leftOpen(encoded, terms),
    ...taken.flatMap((one) => (one.answers ? [] : [unknownArguments(one, terms)])),
    alone.mattered,
  );
  const isLimited = or(...limits(encoded, terms));
  if (program.failsafe === null) return { ...alone, isLimited, isIncomplete };
  const isCalled = or(isLimited, isIncomplete);
  const safe = program.failsafe.actions.map(
    (action, index): Taken => ({
      action: action.name,
      arguments: encodeArguments(action.arguments, contextScope(encoded)),
      approvers: approversOf(action.name, program),
      key: `${terms.fingerprint(program.failsafe)}#${index}`,
      mayRepeat: false,
      answers: false,
      taken: isCalled,
    }),
  );
  const demanded = new Map(safe.map(({ action }) => [action, isCalled]));
  const whole = enforce([...taken, ...safe], judged, demanded, program, terms);
  return { ...whole, isLimited, isIncomplete };
}

// --- what the rules take ------------------------------------------------------------------------------------------

interface Taken extends Omit<ActionOutcome, "left"> {
  readonly answers: boolean;
}

function approversOf(name: string, { actions }: Program): readonly string[] {
  return actions.find((action) => action.name === name)?.approvers ?? [];
}

function takenByRules(
  { program, taken }: EncodedProgram,
  { unsettled, items }: DecisionTerms,
): readonly Taken[] {
  const counts = new Map<number, number>();
  return taken.map((one) => {
    const position = counts.get(one.item) ?? 0;
    counts.set(one.item, position + 1);
    const key = `${items[one.item] ?? ""}#${position}`;
    const kind = program.rules[one.item]?.kind;
    return {
      action: one.action,
      arguments: one.arguments,
      answers: one.answers,
      approvers: approversOf(one.action, program),
      key,
      mayRepeat: one.outside !== null && (kind === "for" || kind === "while"),
      taken: one.outside === null ? one.when : unsettled.variable(key, "Bool", one.outside),
    };
  });
}

function leftOpen(
  { leftOpen: open }: EncodedProgram,
  { unsettled, items }: DecisionTerms,
): readonly Term[] {
  return open.map(({ when, outside, item }, index) => {
    if (outside === null) return when;
    const position = open.slice(0, index).filter((other) => other.item === item).length;
    return unsettled.variable(`${items[item] ?? ""}?${position}`, "Bool", outside);
  });
}

/** For each WHILE, whether it is still to go on when it may no longer. */
function limits({ program, loops }: EncodedProgram, terms: DecisionTerms): readonly Term[] {
  return loops.map(({ rule, exhausted, outside }, index) => {
    if (outside === null) return exhausted;
    const item = program.rules.findIndex((one) => holds(one, rule));
    const others = loops.slice(0, index).filter((loop) => holds(program.rules[item], loop.rule));
    const key = `${terms.items[item] ?? ""}!${others.length}`;
    return terms.unsettled.variable(key, "Bool", outside);
  });
}

function holds(item: Ir.ProgramRule | undefined, rule: Ir.ProgramRule): boolean {
  if (item === undefined || item === rule) return item === rule;
  return "body" in item && item.body.some((inner) => holds(inner, rule));
}

function unknownArguments({ taken, arguments: given, key }: Taken, terms: DecisionTerms): Term {
  return and(
    taken,
    or(...given.map(({ name, value }) => not(whollyKnown(value, `${key}.${name}`, terms)))),
  );
}

/** Whether a value is known with all that it holds. */
function whollyKnown(value: SymbolicValue, key: string, terms: DecisionTerms): Term {
  switch (value.kind) {
    case "outside":
      return terms.unsettled.variable(key, "Bool", value.reason);
    case "unknown":
      return no;
    case "record": {
      const fields = [...value.fields].map(([name, field]) =>
        whollyKnown(field, `${key}.${name}`, terms),
      );
      const others = value.open
        ? [terms.unsettled.variable(`${key}.*`, "Bool", "a field whose kind nothing settles")]
        : [];
      return and(value.known, ...fields, ...others);
    }
    case "list": {
      const elements = value.slots.map(({ present, value: element }, index) =>
        or(not(present), whollyKnown(element, `${key}.${index}`, terms)),
      );
      return and(value.known, ...elements);
    }
    default:
      return value.known;
  }
}

// --- constraints --------------------------------------------------------------------------------------------------

interface Judged {
  readonly constraint: Ir.ProgramConstraint;
  readonly condition: SymbolicTruth;
}

function judge(
  constraint: Ir.ProgramConstraint,
  encoded: EncodedProgram,
  { unsettled, fingerprint }: DecisionTerms,
): Judged {
  const condition = conditionOf(constraint.clause);
  if (condition === null) return { constraint, condition: certain };
  const truth = encodeContextCondition(condition, encoded);
  if (truth.kind !== "outside") return { constraint, condition: truth };
  const key = fingerprint(condition);
  const known = unsettled.variable(`${key} known`, "Bool", truth.reason);
  const holds = and(known, unsettled.variable(`${key} holds`, "Bool", truth.reason));
  return { constraint, condition: { kind: "truth", known, holds } };
}

function conditionOf(clause: Ir.ProgramClause): Ir.Condition | null {
  switch (clause.kind) {
    case "always":
      return clause.condition;
    case "never":
      return clause.guard?.condition ?? null;
    default:
      return null;
  }
}

/** What enforcement works on: `left` changes as clauses withhold. */
interface Scene {
  readonly taken: readonly Taken[];
  readonly left: Term[];
  readonly demanded: ReadonlyMap<string, Term>;
  readonly terms: DecisionTerms;
  /** Unknown conditions that made a difference. */
  readonly mattered: Term[];
  readonly violated: Term[];
}

function enforce(
  taken: readonly Taken[],
  judged: readonly Judged[],
  failsafe: ReadonlyMap<string, Term>,
  program: Program,
  terms: DecisionTerms,
): Pick<EncodedDecision, "outcomes" | "isViolated"> & { readonly mattered: Term } {
  const demanded = new Map(failsafe);
  for (const { constraint, condition } of judged) {
    const { clause } = constraint;
    if (clause.kind !== "always") continue;
    demanded.set(clause.action, or(demanded.get(clause.action) ?? no, condition.holds));
  }
  const left = taken.map((one) => one.taken);
  const scene: Scene = { taken, left, demanded, terms, mattered: [], violated: [] };
  for (const each of judged) forbid(each, true, scene);
  for (const each of judged) forbid(each, false, scene);
  for (const { constraint } of judged) keepFirst(constraint.clause, scene);
  const requiring = judged.filter(({ constraint }) => constraint.clause.kind === "requires");
  for (const _ of requiring) {
    for (const { constraint } of requiring) requireOther(constraint.clause, program, scene);
  }
  for (const each of judged) noteBreach(each, program, scene);
  for (const [action, isCalled] of failsafe) {
    scene.violated.push(and(isCalled, not(isLeft(action, scene))));
  }
  return {
    outcomes: taken.map(({ answers: _, ...one }, index) => ({ ...one, left: left[index] ?? no })),
    isViolated: or(...scene.violated),
    mattered: or(...scene.mattered),
  };
}

function placesOf(action: string, { taken }: Scene): readonly number[] {
  return taken.flatMap((one, index) => (one.action === action ? [index] : []));
}

function isLeft(action: string, scene: Scene): Term {
  return or(...placesOf(action, scene).map((index) => scene.left[index] ?? no));
}

function withholdWhere(condition: Term, action: string, scene: Scene): void {
  for (const index of placesOf(action, scene)) {
    scene.left[index] = and(scene.left[index] ?? no, not(condition));
  }
}

/** Of actions that are all taken the last one goes that nothing demands; the last, where all are demanded. */
function forbid({ constraint, condition }: Judged, ofOne: boolean, scene: Scene): void {
  const { clause } = constraint;
  if (clause.kind !== "never") return;
  const names = [...new Set(clause.actions)];
  if ((names.length === 1) !== ofOne) return;
  const { guard } = clause;
  const applies =
    guard === null ? yes : guard.kind === "when" ? not(fails(condition)) : not(condition.holds);
  const isBroken = and(applies, ...names.map((name) => isLeft(name, scene)));
  const isDemanded = (name: string): Term => scene.demanded.get(name) ?? no;
  const allDemanded = and(...names.map(isDemanded));
  const mayGo = (name: string): Term => or(not(isDemanded(name)), allDemanded);
  const goes = names.map((name) =>
    and(
      isBroken,
      mayGo(name),
      ...names
        .filter((other) => other !== name)
        .map((other) => or(not(mayGo(other)), comesFirst(other, name, scene))),
    ),
  );
  for (const [index, name] of names.entries()) withholdWhere(goes[index] ?? no, name, scene);
  scene.mattered.push(and(isBroken, not(condition.known)));
}

/** Whether the first that is taken of one action comes before that of the other, where both are. */
function comesFirst(action: string, other: string, { taken }: Scene): Term {
  let otherBefore: Term = no;
  const first: Term[] = [];
  for (const one of taken) {
    if (one.action === action) first.push(and(one.taken, not(otherBefore)));
    if (one.action === other) otherBefore = or(otherBefore, one.taken);
  }
  return or(...first);
}

function keepFirst(clause: Ir.ProgramClause, scene: Scene): void {
  if (clause.kind !== "at-most") return;
  const places = scene.taken.flatMap((one, index) =>
    clause.actions.includes(one.action) ? [index] : [],
  );
  const beyond = whyUncounted(clause.per, places, scene);
  const before = places.map((index) => scene.left[index] ?? no);
  let count: Term = real(0);
  for (const [position, index] of places.entries()) {
    const left = before[position] ?? no;
    const kept =
      beyond === null
        ? compare("<", count, real(clause.count))
        : unsettledCount(clause, places, `kept ${position}`, beyond, scene);
    scene.left[index] = and(left, kept);
    count = apply("+", count, choose(left, real(1), real(0)));
  }
}

function whyUncounted(per: string | null, places: readonly number[], scene: Scene): string | null {
  if (per !== null) return "a clause that counts PER a loop variable";
  return places.some((index) => scene.taken[index]?.mayRepeat === true)
    ? "how often a loop takes an action"
    : null;
}

/** The same wherever the same clause counts the same. */
function unsettledCount(
  clause: Ir.ProgramClause,
  places: readonly number[],
  what: string,
  reason: string,
  { taken, left, terms }: Scene,
): Term {
  const counted = places.map(
    (index) => `${taken[index]?.key} ${terms.intern.numberOf(left[index] ?? no)}`,
  );
  const key = `${terms.fingerprint(clause)} ${counted.join()} ${what}`;
  return terms.unsettled.variable(key, "Bool", reason);
}

function requireOther(clause: Ir.ProgramClause, program: Program, scene: Scene): void {
  if (clause.kind !== "requires") return;
  const waits = approversOf(clause.required, program).length > 0;
  const isMet = waits ? no : isLeft(clause.required, scene);
  withholdWhere(not(isMet), clause.action, scene);
}

function noteBreach({ constraint, condition }: Judged, program: Program, scene: Scene): void {
  const { clause } = constraint;
  switch (clause.kind) {
    case "always": {
      const isMissing = not(isLeft(clause.action, scene));
      scene.violated.push(and(condition.holds, isMissing));
      scene.mattered.push(and(not(condition.known), isMissing));
      break;
    }
    case "exactly-one": {
      const places = clause.actions.flatMap((action) => placesOf(action, scene));
      const beyond = whyUncounted(clause.per, places, scene);
      const counted = [...new Set(places)].map((index) =>
        choose(scene.left[index] ?? no, real(1), real(0)),
      );
      const sum = counted.reduce<Term>((all, one) => apply("+", all, one), real(0));
      scene.violated.push(
        beyond === null
          ? not(compare("=", sum, real(1)))
          : unsettledCount(clause, places, "broken", beyond, scene),
      );
      break;
    }
    case "before":
      scene.violated.push(comesLate(clause.action, clause.later, program, scene));
      break;
    case "never":
    case "at-most":
    case "requires":
    case "max-loop":
      break;
  }
}

/** Whether the first of `action` comes after one of `later`; what waits for an approval is done after everything else. */
function comesLate(action: string, later: string, program: Program, scene: Scene): Term {
  const order = [...scene.taken.keys()];
  const waits = (index: number): boolean =>
    approversOf(scene.taken[index]?.action ?? "", program).length > 0;
  let earlier: Term = no;
  let laterAlone: Term = no;
  const broken: Term[] = [];
  for (const index of [...order.filter((one) => !waits(one)), ...order.filter(waits)]) {
    const left = scene.left[index] ?? no;
    if (scene.taken[index]?.action === action) {
      broken.push(and(left, laterAlone, not(earlier)));
      earlier = or(earlier, left);
    }
    if (scene.taken[index]?.action === later) laterAlone = or(laterAlone, and(left, not(earlier)));
  }
  return or(...broken);
}
