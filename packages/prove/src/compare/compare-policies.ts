// Compares two policies: asks for each action whether some context has only one of them take it, and then for everything else
// that a decision says to do. What both say in the same words is not asked.
import {
  type ChangeKind,
  compareDecisions,
  createEvaluator,
  type Decision,
  defaultLimits,
  type Program,
} from "@omega/core";
import { drawContexts } from "../boundary-values.ts";
import { inOurTimes, lengthsIn } from "../encode-inputs.ts";
import { encodeProgramOver } from "../encode-rules.ts";
import { unconfirmed } from "../find-context.ts";
import { createSolver, type Solver } from "../solver.ts";
import { and, no, not, or, type Term, variablesOf } from "../term.ts";
import { type JsonRecord, witnessInstant, writeInstant } from "../witness.ts";
import type {
  DifferenceKind,
  PolicyComparison,
  PolicyDifference,
  UnprovedPart,
} from "./comparison.ts";
import { type EncodedDecision, encodeDecision } from "./encode-decision.ts";
import { createFingerprints } from "./fingerprint.ts";
import { createIntern } from "./intern.ts";
import { argumentsDiffer, orderDiffers } from "./order-and-arguments.ts";
import { listChanges, markProgram } from "./policy-changes.ts";
import {
  assumptionsFor,
  everythingThere,
  type SharedInput,
  type Side,
  shareInput,
  writeSharedContext,
} from "./shared-input.ts";
import { simplifyContext } from "./simplify-context.ts";
import { createUnsettled, type Unsettled } from "./unsettled.ts";

export interface CompareOptions {
  /** Milliseconds for one question. */
  readonly timeout: number;
  /** The longest lists of the input that proofs cover; what shows with shorter ones is looked for there first. */
  readonly listBound: number;
  /** Contexts that are tried besides, where something cannot be proved: those of examples, say. */
  readonly contexts: readonly JsonRecord[];
  /** How many contexts of boundary values are tried then. */
  readonly trials: number;
  /** Aborting ends the open question; it and those after it are not proven. */
  readonly signal?: AbortSignal;
  /** Told before each question, how many are answered of how many. */
  readonly progress?: (answered: number, all: number) => void;
}

export const defaultCompareOptions: CompareOptions = {
  timeout: 5_000,
  listBound: 8,
  contexts: [],
  trials: 3_000,
};

/** Most of what happens in loops happens with three elements, and questions about few are answered soonest. */
const FIRST_BOUND = 3;

/** Where the policies decide differently, each difference with a context that both were evaluated on. */
export async function comparePolicies(
  old: Program,
  changed: Program,
  options: CompareOptions = defaultCompareOptions,
): Promise<PolicyComparison> {
  const short = encodePair(old, changed, Math.min(FIRST_BOUND, options.listBound));
  const evaluate = { old: evaluatorOf(old), new: evaluatorOf(changed) };
  const solver = createSolver(options.signal);
  const comparing: Comparing = { solver, options, evaluate, programs: [old, changed] };
  try {
    const search = await askAll(short, comparing, () =>
      encodePair(old, changed, options.listBound),
    );
    const { found, open, listBound } = tryContexts(search, comparing);
    return {
      outcome: found.length > 0 ? "different" : open.length > 0 ? "not proven" : "equivalent",
      differences: found,
      notProven: unprovedParts(open),
      listBound,
      changes: short.changes,
    };
  } finally {
    solver.close();
  }
}

/** What was asked of either side is told once. */
function unprovedParts(open: readonly OpenQuestion[]): readonly UnprovedPart[] {
  const parts = open.map(({ question: { kind, action }, reason }) => ({ kind, action, reason }));
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

interface Comparing {
  readonly solver: Solver;
  readonly options: CompareOptions;
  readonly evaluate: { readonly [side in Side]: Evaluate };
  readonly programs: readonly Program[];
}

/** The decision at an instant, with the trace where it is wanted. */
type Evaluate = (context: JsonRecord, now: string, trace: boolean) => Decision;

/** Samples do not stand in: whatever a sample does, a reading of that value does as well. */
function evaluatorOf(program: Program): Evaluate {
  const evaluate = createEvaluator(program);
  const options = { limits: defaultLimits, sampleDefaults: false, strict: false };
  return (context, now, trace) => evaluate(context, { ...options, trace, now });
}

// --- questions ----------------------------------------------------------------------------------------------------

interface Question {
  readonly kind: DifferenceKind;
  readonly action: string | null;
  readonly only: Side | null;
  /** What the solver is to make true. */
  readonly happens: Term;
  /** Why it cannot be asked, else null. */
  readonly outside: string | null;
  /** Whether decisions differ so. */
  readonly confirms: (old: Decision, changed: Decision) => boolean;
}

interface EncodedPair {
  readonly shared: SharedInput;
  readonly unsettled: Unsettled;
  readonly questions: readonly Question[];
  readonly changes: PolicyComparison["changes"];
}

function encodePair(old: Program, changed: Program, bound: number): EncodedPair {
  const shared = shareInput(old, changed, bound);
  const fingerprints = createFingerprints();
  const unsettled = createUnsettled();
  const intern = createIntern();
  const decide = (program: Program, side: Side): EncodedDecision => {
    const { items, fingerprint } = markProgram(program, shared.attributes, side, fingerprints);
    const encoded = encodeProgramOver(shared[side], program, bound);
    const decision = encodeDecision(encoded, { unsettled, items, fingerprint, intern });
    return {
      outcomes: decision.outcomes.map((outcome) => ({
        ...outcome,
        taken: intern.of(outcome.taken),
        left: intern.of(outcome.left),
      })),
      isLimited: intern.of(decision.isLimited),
      isViolated: intern.of(decision.isViolated),
      isIncomplete: intern.of(decision.isIncomplete),
    };
  };
  const sides = { old: decide(old, "old"), new: decide(changed, "new") };
  const actions = [...new Set([...changed.actions, ...old.actions].map(({ name }) => name))];
  const unlike = (one: Term, other: Term): readonly [Term, Term] => {
    const [left, right] = [intern.of(one), intern.of(other)];
    return left === right ? [no, no] : [and(left, not(right)), and(right, not(left))];
  };
  const fate = (kind: Fate, action: string): readonly Question[] => {
    const [onlyOld, onlyNew] = unlike(
      fateOf(kind, action, sides.old),
      fateOf(kind, action, sides.new),
    );
    return [question(kind, action, "old", onlyOld), question(kind, action, "new", onlyNew)];
  };
  const taken = actions.flatMap((action) => fate("taken", action));
  const takenAlike = not(or(...taken.map(({ happens }) => happens)));
  const furthermore = [
    ...actions.flatMap((action) => fate("pending", action)),
    ...actions.flatMap((action) => fate("withheld", action)),
    ...actions.map((action) => ({
      ...question("arguments", action, null, no),
      ...argumentsDiffer(action, sides.old, sides.new, intern),
    })),
    { ...question("order", null, null, no), ...orderDiffers(sides.old, sides.new, intern) },
    question(
      "status",
      null,
      null,
      or(
        ...unlike(sides.old.isLimited, sides.new.isLimited),
        and(not(sides.old.isLimited), or(...unlike(sides.old.isViolated, sides.new.isViolated))),
        and(
          not(or(sides.old.isLimited, sides.old.isViolated)),
          or(...unlike(sides.old.isIncomplete, sides.new.isIncomplete)),
        ),
      ),
    ),
  ];
  return {
    shared,
    unsettled,
    questions: [
      ...taken,
      // Where other actions are taken the rest follows, and needs no mention.
      ...furthermore.map((one) => ({ ...one, happens: and(one.happens, takenAlike) })),
    ].filter(({ happens, outside }) => outside !== null || happens !== no),
    changes: listChanges(old, changed, shared.attributes, fingerprints),
  };
}

type Fate = "taken" | "pending" | "withheld";

function fateOf(kind: Fate, action: string, { outcomes }: EncodedDecision): Term {
  return or(
    ...outcomes
      .filter((outcome) => outcome.action === action)
      .map(({ approvers, taken, left }) => {
        if (kind === "withheld") return and(taken, not(left));
        return approvers.length > 0 === (kind === "pending") ? left : no;
      }),
  );
}

function question(
  kind: DifferenceKind,
  action: string | null,
  only: Side | null,
  happens: Term,
): Question {
  return {
    kind,
    action,
    only,
    happens,
    outside: null,
    confirms: (old, changed) => differ(kind, action, only, old, changed),
  };
}

const changeKindOf: { readonly [kind in DifferenceKind]: ChangeKind | null } = {
  taken: null,
  pending: null,
  withheld: null,
  arguments: null,
  order: "order",
  status: "status",
};

function differ(
  kind: DifferenceKind,
  action: string | null,
  only: Side | null,
  old: Decision,
  changed: Decision,
): boolean {
  const has = (decision: Decision): boolean => {
    const { actions, pending, withheld } = decision;
    const events = kind === "pending" ? pending : kind === "withheld" ? withheld : actions;
    return events.some(({ name }) => name === action);
  };
  if (kind === "taken") return has(old) === (only === "old") && has(changed) === (only === "new");
  const names = ({ actions }: Decision): string =>
    [...new Set(actions.map(({ name }) => name))].sort().join("\n");
  if (names(old) !== names(changed)) return false;
  if (kind === "pending" || kind === "withheld") {
    return has(old) === (only === "old") && has(changed) === (only === "new");
  }
  if (kind === "arguments") return givenTo(action, old) !== givenTo(action, changed);
  const change = changeKindOf[kind];
  return change !== null && compareDecisions(old, changed).changes.includes(change);
}

/** What an action is given, each time it is taken or waits. */
function givenTo(action: string | null, { actions, pending }: Decision): string {
  return [...actions, ...pending]
    .flatMap(({ name, args }) =>
      name === action ? [JSON.stringify(Object.entries(args).sort())] : [],
    )
    .sort()
    .join("\n");
}

// --- answers ------------------------------------------------------------------------------------------------------

interface OpenQuestion {
  readonly question: Question;
  readonly reason: string;
}

interface Search {
  readonly found: readonly PolicyDifference[];
  readonly open: readonly OpenQuestion[];
  readonly listBound: number | null;
}

type Answer =
  | { readonly kind: "same"; readonly dependsOnLists: boolean }
  | { readonly kind: "different"; readonly difference: PolicyDifference }
  | { readonly kind: "open"; readonly reason: string };

async function askAll(
  short: EncodedPair,
  comparing: Comparing,
  encodeLong: () => EncodedPair,
): Promise<Search> {
  const { options } = comparing;
  const found: PolicyDifference[] = [];
  const open: OpenQuestion[] = [];
  let listBound: number | null = null;
  // Encoded when the first answer depends on how long lists are.
  let long: EncodedPair | null = null;
  for (const [index, asked] of short.questions.entries()) {
    options.progress?.(index, short.questions.length);
    // What shows in a context that is shown already needs no other.
    const shown = found.find(({ old, new: changed }) => asked.confirms(old, changed));
    if (shown !== undefined) {
      const { context, now, needsBareNumber } = shown;
      found.push({ ...differenceIn(asked, context, now, comparing.evaluate), needsBareNumber });
      continue;
    }
    let answer = await ask(asked, short, comparing);
    if (answer.kind === "same" && answer.dependsOnLists) {
      long ??= encodeLong();
      const again = long.questions.find(
        ({ kind, action, only }) =>
          kind === asked.kind && action === asked.action && only === asked.only,
      );
      const longer = again === undefined ? null : await ask(again, long, comparing);
      const bound = longer === null || longer.kind === "open" ? FIRST_BOUND : options.listBound;
      listBound = Math.min(listBound ?? bound, bound, options.listBound);
      // What is too hard for long lists is still proved for short ones.
      if (longer !== null && longer.kind !== "open") answer = longer;
    }
    if (answer.kind === "different") found.push(answer.difference);
    if (answer.kind === "open") open.push({ question: asked, reason: answer.reason });
  }
  return { found, open, listBound };
}

async function ask(
  { happens, outside, ...question }: Question,
  { shared, unsettled }: EncodedPair,
  comparing: Comparing,
): Promise<Answer> {
  const { solver, options } = comparing;
  if (outside !== null) return { kind: "open", reason: outside };
  const { assumed, asked } = assumptionsFor(shared, variablesOf([happens]));
  const everything = and(everythingThere(shared, asked), ...inOurTimes(shared.old, asked));
  const stated = not(shared.bare);
  // People would rather see a context that has everything, and in which a number says what it is.
  const attempts: readonly (readonly Term[])[] = asked.has(shared.bare)
    ? [[everything, stated], [stated], [everything], []]
    : [[everything], []];
  let open: string | null = null;
  for (const more of attempts) {
    const answer = await solver.ask(
      [happens, ...assumed, ...more],
      options.timeout / attempts.length,
    );
    if (answer.kind === "undecided") open = answer.reason;
    if (answer.kind === "impossible") {
      // Only the last attempt assumes nothing more, and can rule anything out.
      if (more.length === 0) open = null;
    }
    if (answer.kind === "possible") {
      const context = writeSharedContext(shared, answer.values, asked);
      const now = writeInstant({ inputs: shared.old }, answer.values);
      const difference = showDifference({ happens, outside, ...question }, context, now, comparing);
      if (difference !== null) {
        const needsBareNumber =
          asked.has(shared.bare) && answer.values.get(shared.bare.name) === true;
        return { kind: "different", difference: { ...difference, needsBareNumber } };
      }
      const reasons = unsettled.reasonsAmong(variablesOf([happens]));
      open = reasons.length > 0 ? reasons.join(", ") : unconfirmed;
    }
  }
  const lengths = [...lengthsIn(shared.old), ...lengthsIn(shared.new)];
  return open === null
    ? { kind: "same", dependsOnLists: lengths.some((length) => asked.has(length)) }
    : { kind: "open", reason: open };
}

/** The difference that a context shows, in a context that is easier to read where one shows it, too; null where it shows none. */
function showDifference(
  question: Question,
  found: JsonRecord,
  now: string,
  { evaluate, programs }: Comparing,
): PolicyDifference | null {
  const loudness = (context: JsonRecord): number | null => {
    const [old, changed] = [evaluate.old(context, now, false), evaluate.new(context, now, false)];
    return question.confirms(old, changed) ? loudnessOf(old) + loudnessOf(changed) : null;
  };
  if (loudness(found) === null) return null;
  return differenceIn(question, simplifyContext(found, { programs, now, loudness }), now, evaluate);
}

/** What goes on in a decision; what is left open is harder to read than what is done. */
function loudnessOf({ actions, pending, withheld, violations, unknowns }: Decision): number {
  const done = actions.length + pending.length + withheld.length;
  return done + 3 * (unknowns.length + violations.length);
}

function differenceIn(
  question: Question,
  context: JsonRecord,
  now: string,
  evaluate: Comparing["evaluate"],
): PolicyDifference {
  const { kind, action, only } = question;
  const [old, changed] = [evaluate.old(context, now, true), evaluate.new(context, now, true)];
  const rules = {
    old: rulesBehind(question, old, changed),
    new: rulesBehind(question, changed, old),
  };
  return { kind, action, only, rules, context, now, needsBareNumber: false, old, new: changed };
}

/** The rules that take the action in the one decision; without an action, what stands in the one for other reasons. */
function rulesBehind(
  { kind, action }: Question,
  decision: Decision,
  other: Decision,
): readonly string[] {
  const events = ({ actions, pending, withheld }: Decision): Decision["actions"] => [
    ...actions,
    ...pending,
    ...withheld,
  ];
  if (action !== null) {
    return [
      ...new Set(events(decision).flatMap(({ name, rule }) => (name === action ? [rule] : []))),
    ];
  }
  if (kind === "order") return [...new Set(decision.actions.map(({ rule }) => rule))];
  const reasons = ({ violations, unknowns }: Decision): readonly string[] => [
    ...violations.map(({ constraint }) => constraint),
    ...unknowns.flatMap(({ rule, handled }) => (handled === true ? [] : [rule])),
  ];
  const others = new Set(reasons(other));
  return [...new Set(reasons(decision))].filter((reason) => !others.has(reason));
}

// --- trying contexts ----------------------------------------------------------------------------------------------

/** Fewer of large policies, in which a decision takes longer. */
function trialsFor(programs: readonly Program[], { trials }: CompareOptions): number {
  const items = Math.max(...programs.map(({ rules }) => rules.length));
  return Math.ceil(trials * Math.min(1, 50 / Math.max(1, items)));
}

/** What could not be proved is looked for among the contexts of examples and of boundary values. */
function tryContexts({ found, open, listBound }: Search, comparing: Comparing): Search {
  const { options, evaluate, programs } = comparing;
  const left = new Set(open);
  const shown = [...found];
  const now = witnessInstant;
  const tryOne = (context: JsonRecord): void => {
    const [old, changed] = [evaluate.old(context, now, false), evaluate.new(context, now, false)];
    for (const each of left) {
      if (!each.question.confirms(old, changed)) continue;
      const difference = showDifference(each.question, context, now, comparing);
      if (difference === null) continue;
      shown.push(difference);
      left.delete(each);
    }
  };
  for (const context of options.contexts) if (left.size > 0) tryOne(context);
  for (const context of left.size > 0 ? drawContexts(programs, trialsFor(programs, options)) : []) {
    if (left.size === 0 || options.signal?.aborted === true) break;
    tryOne(context);
  }
  return { found: shown, open: [...left], listBound };
}
