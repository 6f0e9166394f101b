// Looks for the smallest change of a context that makes an action happen, or not: fewest readings first, then the least change.
import type { Program } from "@omega/core";
import { encodeDecision } from "../compare/encode-decision.ts";
import { createFingerprints } from "../compare/fingerprint.ts";
import { createIntern } from "../compare/intern.ts";
import { markProgram } from "../compare/policy-changes.ts";
import { createUnsettled } from "../compare/unsettled.ts";
import { type EncodedInputs, encodeInputs } from "../encode-inputs.ts";
import { encodeProgramOver } from "../encode-rules.ts";
import type { SolverValue } from "../read-model.ts";
import { createSolver, type Solver } from "../solver.ts";
import {
  and,
  apply,
  calculate,
  choose,
  compare,
  not,
  or,
  real,
  type Term,
  text,
  type Variable,
  variablesOf,
  whole,
} from "../term.ts";
import type { JsonRecord } from "../witness.ts";
import { type Flip, type FlipOptions, type FlipRequest, isTaken } from "./flip.ts";
import {
  type ContextReadings,
  costOf,
  type Reading,
  readingsOf,
  roundedTo,
  withReading,
} from "./readings.ts";
import { type ChangedReading, describeChanges, tryFlips, tryShapes } from "./try-flips.ts";

export const defaultFlipOptions: FlipOptions = { timeout: 3_000 };

/** Lists of the context that are longer are not asked about. */
const LONGEST_LIST = 16;

/** The smallest change that makes the action happen where it does not, and not happen where it does. */
export async function findFlip(
  program: Program,
  request: FlipRequest,
  options: FlipOptions = defaultFlipOptions,
): Promise<Flip> {
  const { action, context, decide, now } = request;
  const before = decide(context);
  const happens = isTaken(before, action);
  const start = { action, happens, before };
  const asked = ask(withSamples(program, request.sampleDefaults), request, happens);
  const { allReadings } = asked;
  const solver = createSolver(options.signal);
  const finish = (
    changed: readonly ChangedReading[],
    isSmallest: boolean,
    reason: string | null,
  ): Flip => {
    const result = withChanges(context, changed, now);
    return {
      ...start,
      outcome: "flipped",
      changes: describeChanges(changed),
      context: result,
      after: decide(result),
      isSmallest,
      reason,
    };
  };
  const flips = (changed: readonly ChangedReading[]): boolean =>
    isTaken(decide(withChanges(context, changed, now)), action) !== happens;
  try {
    const search = await searchChanges(asked, flips, solver, options);
    if (search.kind === "found") return finish(search.changed, search.isSmallest, search.reason);
    if (search.kind === "open") {
      const tried = tryFlips(program, allReadings, flips);
      if (tried !== null) return finish(tried, false, search.reason);
    }
    const shape = tryShapes(program, allReadings, request, happens);
    if (shape !== null) {
      return { ...start, outcome: "flipped", ...shape, isSmallest: false, reason: shapeReason };
    }
    const nothing = { changes: [], context: null, after: null, isSmallest: false };
    if (search.kind === "open")
      return { ...start, ...nothing, outcome: "not proven", reason: search.reason };
    const anywhere = await solver.ask([asked.goal, ...asked.assumed], options.timeout);
    return anywhere.kind === "impossible" && !asked.dependsOnLists
      ? { ...start, ...nothing, outcome: "impossible", reason: null }
      : { ...start, ...nothing, outcome: "not proven", reason: otherShape };
  } finally {
    solver.close();
  }
}

const shapeReason = "no other value of what is there does it, so something is added or taken away";
const otherShape = "no other value of what is there does it, and what else might is not known";

function withChanges(
  context: JsonRecord,
  changed: readonly ChangedReading[],
  now: string,
): JsonRecord {
  return changed.reduce(
    (result, { reading, value }) => withReading(result, reading, value, now),
    context,
  );
}

/** What a sample stands in for counts as read. */
function withSamples(program: Program, sampleDefaults: boolean): Program {
  if (!sampleDefaults) return program;
  const attributes = program.attributes.map((attribute) => ({
    ...attribute,
    default: attribute.default ?? attribute.sample,
  }));
  return { ...program, attributes };
}

// --- the question -------------------------------------------------------------------------------------------------

interface Asked extends ContextReadings {
  readonly goal: Term;
  readonly inputs: EncodedInputs;
  readonly assumed: readonly Term[];
  /** Those that the goal reads. */
  readonly readings: readonly Reading[];
  /** All there are: those that the goal reads, and those that what is not encoded may read. */
  readonly allReadings: readonly Reading[];
  /** Why an answer may have to be tried out; empty where it need not. */
  readonly unsettled: readonly string[];
  readonly dependsOnLists: boolean;
}

function ask(program: Program, { action, context, now }: FlipRequest, happens: boolean): Asked {
  const inputs = encodeInputs(program, Math.min(LONGEST_LIST, Math.max(1, longestList(context))));
  const bound = Math.min(LONGEST_LIST, Math.max(1, longestList(context)));
  const unsettled = createUnsettled();
  const { items, fingerprint } = markProgram(program, [], "new", createFingerprints());
  const encoded = encodeProgramOver(inputs, program, bound);
  const decision = encodeDecision(encoded, {
    unsettled,
    items,
    fingerprint,
    intern: createIntern(),
  });
  const taken = or(
    ...decision.outcomes.flatMap((one) => (one.action === action ? [one.left] : [])),
  );
  const goal = happens ? not(taken) : taken;
  const read = variablesOf([goal]);
  const { readings, fixed } = readingsOf(program, inputs, context, now);
  const assumed = [...inputs.assumptions, ...inputs.confinements];
  return {
    goal,
    inputs,
    assumed,
    fixed,
    allReadings: readings,
    readings: readings.filter(
      ({ input, absent }) =>
        read.has(input.known) || read.has(input.value) || (absent !== null && read.has(absent)),
    ),
    unsettled: unsettled.reasonsAmong(read),
    dependsOnLists: [...fixed.keys()].some(
      (variable) => variable.sort === "Int" && variable !== inputs.clock && read.has(variable),
    ),
  };
}

function longestList(json: unknown): number {
  if (typeof json !== "object" || json === null) return 0;
  const own = Array.isArray(json) ? json.length : 0;
  return Math.max(own, ...Object.values(json).map(longestList));
}

// --- the search ---------------------------------------------------------------------------------------------------

type ChangeSearch =
  | {
      readonly kind: "found";
      readonly changed: readonly ChangedReading[];
      readonly isSmallest: boolean;
      readonly reason: string | null;
    }
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly reason: string };

interface Choice {
  readonly reading: Reading;
  readonly changes: Variable;
}

async function searchChanges(
  asked: Asked,
  flips: (changed: readonly ChangedReading[]) => boolean,
  solver: Solver,
  { timeout }: FlipOptions,
): Promise<ChangeSearch> {
  const { goal, assumed, fixed, unsettled } = asked;
  const choices = asked.readings.map((reading, index): Choice => {
    return { reading, changes: { kind: "variable", sort: "Bool", name: `c${index}` } };
  });
  const frame = [
    goal,
    ...assumed,
    ...[...fixed].map(([variable, value]) => equals(variable, value)),
    ...choices.map(staysOrChanges),
  ];
  const unchanged = await solver.ask(
    [...frame, ...choices.map(({ changes }) => not(changes))],
    timeout,
  );
  if (unchanged.kind !== "impossible")
    return { kind: "open", reason: whyOpen(unchanged, unsettled) };
  const possible = await solver.ask(frame, timeout);
  if (possible.kind === "impossible") return { kind: "none" };
  if (possible.kind === "undecided") return { kind: "open", reason: possible.reason };

  for (let most = 1; most <= choices.length; most++) {
    const few = compare(
      "<=",
      sum(choices.map(({ changes }) => choose(changes, real(1), real(0)))),
      real(most),
    );
    const answer = await solver.ask([...frame, few], timeout);
    if (answer.kind === "undecided") return { kind: "open", reason: answer.reason };
    if (answer.kind === "impossible") continue;
    return narrow([...frame, few], choices, answer.values, flips, unsettled, solver, timeout);
  }
  return { kind: "none" };
}

function whyOpen(
  answer: { readonly kind: string; readonly reason?: string },
  unsettled: readonly string[],
): string {
  if (unsettled.length > 0) return unsettled.join(", ");
  return answer.reason ?? "the encoding does not follow the context";
}

/** So many times the solver's answer is not what evaluation says, and another is asked for. */
const MOST_REFUSALS = 6;
/** So many questions are asked to make a change smaller. */
const MOST_QUESTIONS = 80;
/** So often the steps between values are made ten times finer. */
const MOST_REFINEMENTS = 4;

async function narrow(
  frame: readonly Term[],
  choices: readonly Choice[],
  found: ReadonlyMap<string, SolverValue>,
  flips: (changed: readonly ChangedReading[]) => boolean,
  unsettled: readonly string[],
  solver: Solver,
  timeout: number,
): Promise<ChangeSearch> {
  const refused: Term[] = [];
  let finer = 1;
  let steps: readonly Term[] = [];
  let values: ReadonlyMap<string, SolverValue> | null = null;
  for (let attempt = 0; attempt <= MOST_REFINEMENTS && values === null; attempt++) {
    finer = 10 ** -attempt;
    steps = choices.flatMap((choice, index) => onSteps(choice, index, finer));
    const answer = await solver.ask([...frame, ...steps], timeout);
    if (answer.kind === "possible") values = answer.values;
  }
  if (values === null) steps = [];
  let best = readChanges(choices, values ?? found, finer);
  let isSmallest = true;
  let questions = MOST_QUESTIONS;
  const total = sum(choices.map(costTerm));
  const better = async (limit: number, strictly: boolean): Promise<"better" | "none" | "open"> => {
    questions--;
    const bound = compare(strictly ? "<" : "<=", total, real(limit));
    const answer = await solver.ask([...frame, ...steps, ...refused, bound], timeout);
    if (answer.kind === "undecided") return "open";
    if (answer.kind === "impossible") return "none";
    best = readChanges(choices, answer.values, finer);
    return "better";
  };
  for (let refusals = 0; refusals < MOST_REFUSALS; refusals++) {
    let least = 0;
    while (questions > 0 && totalOf(best) - least > 0.01 * totalOf(best)) {
      const middle = (least + totalOf(best)) / 2;
      const outcome = await better(middle, false);
      if (outcome !== "better") least = middle;
      if (outcome === "open") isSmallest = false;
    }
    for (;;) {
      const before = totalOf(best);
      const outcome = questions > 0 ? await better(before * (1 - 1e-9), true) : "open";
      if (outcome === "open") isSmallest = false;
      if (outcome !== "better" || totalOf(best) >= before) break;
    }
    if (flips(best)) {
      const reason = isSmallest ? (unsettled.length > 0 ? unsettled.join(", ") : null) : tooLong;
      return { kind: "found", changed: best, isSmallest: reason === null, reason };
    }
    const blocked = best.map(({ reading, value }) => equals(reading.input.value, value));
    refused.push(not(and(...blocked)));
    const answer = await solver.ask([...frame, ...steps, ...refused], timeout);
    if (answer.kind !== "possible") break;
    best = readChanges(choices, answer.values, finer);
  }
  return { kind: "open", reason: unsettled.length > 0 ? unsettled.join(", ") : refusedReason };
}

const tooLong = "the search for a smaller one took too long";
const refusedReason = "over exact numbers it can be done, but evaluation does not confirm it";

function totalOf(changed: readonly ChangedReading[]): number {
  return changed.reduce((all, { reading, value }) => all + costOf(reading, value), 0);
}

function readChanges(
  choices: readonly Choice[],
  values: ReadonlyMap<string, SolverValue>,
  finer: number,
): readonly ChangedReading[] {
  return choices.flatMap(({ reading, changes }) => {
    if (values.get(changes.name) !== true) return [];
    const value = values.get(reading.input.value.name) ?? anyValue(reading);
    return [{ reading, value: roundedTo(reading, value, reading.step * finer) }];
  });
}

/** For what the solver leaves open. */
function anyValue({ type, base }: Reading): SolverValue {
  if (type.kind === "boolean") return false;
  return type.kind === "text" ? (type.values?.[0] ?? "some text") : base;
}

// --- terms --------------------------------------------------------------------------------------------------------

function equals(variable: Variable, value: SolverValue): Term {
  switch (typeof value) {
    case "boolean":
      return value ? variable : not(variable);
    case "string":
      return compare("=", variable, text(value));
    case "number":
      return compare("=", variable, variable.sort === "Int" ? whole(value) : real(value));
  }
}

/** A reading that does not change is what it was; one that does has a value that is read, and another than it was. */
function staysOrChanges({ reading, changes }: Choice): Term {
  const { input, absent, isAbsent, value } = reading;
  const is = value === null ? not(input.known) : and(input.known, equals(input.value, value));
  const stands = absent === null ? [] : [isAbsent ? absent : not(absent)];
  // What has its default stand in is not read, whatever it holds.
  const stays = isAbsent && absent !== null ? and(...stands) : and(is, ...stands);
  const other = value === null ? [] : [not(equals(input.value, value))];
  const differs = and(input.known, ...(absent === null ? [] : [not(absent)]), ...other);
  return and(or(changes, stays), or(not(changes), differs));
}

/** A number that changes is a multiple of its step. */
function onSteps({ reading, changes }: Choice, index: number, finer: number): readonly Term[] {
  const { type, input, step } = reading;
  if ((type.kind !== "number" && type.kind !== "time") || input.value.sort !== "Real") {
    if (type.kind !== "time" || step === 1) return [];
  }
  const count: Variable = { kind: "variable", sort: "Int", name: `n${index}` };
  const number = input.value.sort === "Int" ? apply("to_real", input.value) : input.value;
  const size = type.kind === "time" ? step : step * finer;
  return [or(not(changes), compare("=", number, apply("*", apply("to_real", count), real(size))))];
}

function costTerm({ reading, changes }: Choice): Term {
  const { type, input, base, scale, value } = reading;
  const extra = value === null ? 1 : 0;
  if (type.kind !== "number" && type.kind !== "time") return choose(changes, real(1), real(0));
  const number = input.value.sort === "Int" ? apply("to_real", input.value) : input.value;
  const distance = apply("-", number, real(base));
  const size = choose(compare("<", distance, real(0)), apply("-", real(0), distance), distance);
  return choose(changes, calculate("+", apply("/", size, real(scale)), real(extra)), real(0));
}

function sum(terms: readonly Term[]): Term {
  return terms.reduce<Term>((all, one) => calculate("+", all, one), real(0));
}
