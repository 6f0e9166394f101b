// Where a simulation leads. A policy is a function of its context: without the clock, a state that comes twice comes
// again for ever. What never comes twice may move steadily; whether it does so for ever is tried, and said to be.
import type { JsonRecord } from "../evaluate/canonical-json.ts";
import type { Decision } from "../evaluate/decision.ts";
import type { Instant } from "../evaluate/value.ts";
import type { Program } from "../semantics/program.ts";
import {
  addRationals,
  multiplyRationals,
  type Rational,
  rationalFromNumber,
  rationalToNumber,
  subtractRationals,
} from "../semantics/units/rational.ts";
import { readsClock } from "./reads-clock.ts";
import type { SimulationOptions, SimulationVerdict } from "./simulation.ts";

/** What is decided on at a tick, and what comes of it. */
export interface Moment {
  readonly context: JsonRecord;
  readonly now: Instant | null;
  /** The context as canonical JSON, readings with their age in place of their instant. */
  readonly state: string;
  /** The status and the names of the actions, as canonical JSON. */
  readonly decided: string;
  /** By attribute; null for what is no number. */
  readonly numbers: readonly (number | null)[];
}

export interface Course {
  readonly program: Program;
  readonly moments: readonly Moment[];
  /** The attribute that left the finite numbers, which ended the simulation; else null. */
  readonly overflow: string | null;
  readonly evaluate: (context: JsonRecord, now: Instant | null) => Decision;
  readonly options: Pick<SimulationOptions, "series" | "saturate">;
}

/** So often must a pattern have come before it is believed where nothing makes it certain. */
const LEAST_TURNS = 3;
/** A longer pattern is not looked for where each has to be tried. */
const LONGEST_PATTERN = 50;
/** Steady movement is tried this many times as far as simulated, doubling each time. */
const DOUBLINGS = 40;

/** What becomes of the policy: the first of these that is so. */
export function classify(course: Course): SimulationVerdict {
  return (
    leavesRange(course) ??
    overflows(course) ??
    (readsClock(course.program) ? repeatsSoFar(course) : repeats(course)) ??
    moves(course) ?? { kind: "undecided", reason: reasonOf(course), until: null }
  );
}

/** The tick from which nothing comes from outside: that of the last row of the series. */
function firstFree({ options }: Course): number {
  return Math.max(0, (options.series?.length ?? 0) - 1);
}

function reasonOf(course: Course): "series" | "clock" | "no pattern" {
  const first = firstFree(course);
  if (first > 0 && first >= course.moments.length - 2) return "series";
  return readsClock(course.program) ? "clock" : "no pattern";
}

// --- certain ------------------------------------------------------------------------------------------------------

/** An attribute that an effect takes beyond its declared range. */
function leavesRange(course: Course): SimulationVerdict | null {
  const { program, moments } = course;
  const moved = new Set(program.effects.map(({ attributeIndex }) => attributeIndex));
  for (const [tick, { numbers }] of moments.entries()) {
    const before = moments[tick - 1];
    if (before === undefined || tick <= firstFree(course)) continue;
    const index = numbers.findIndex(
      (value, at) =>
        moved.has(at) && isBeyond(program, at, value) && !isBeyond(program, at, before.numbers[at]),
    );
    const attribute = program.attributes[index]?.name;
    if (attribute === undefined) continue;
    const how = "leaves its range";
    return { kind: "runs away", attribute, how, from: tick, certainty: "certain" };
  }
  return null;
}

function isBeyond(
  { attributes }: Program,
  index: number,
  value: number | null | undefined,
): boolean {
  const type = attributes[index]?.type;
  if (type?.kind !== "number" || typeof value !== "number") return false;
  return (
    (type.minimum !== null && value < type.minimum) ||
    (type.maximum !== null && value > type.maximum)
  );
}

function overflows({ overflow, moments }: Course): SimulationVerdict | null {
  if (overflow === null) return null;
  const from = moments.length - 1;
  return { kind: "runs away", attribute: overflow, how: "overflows", from, certainty: "certain" };
}

/** A state that comes twice. */
function repeats(course: Course): SimulationVerdict | null {
  const seen = new Map<string, number>();
  for (const [tick, { state }] of course.moments.entries()) {
    if (tick < firstFree(course)) continue;
    const from = seen.get(state);
    if (from !== undefined) return repetition(from, tick - from, "certain");
    seen.set(state, tick);
  }
  return null;
}

function repetition(
  from: number,
  period: number,
  certainty: "certain" | "observed",
): SimulationVerdict {
  return period === 1
    ? { kind: "settles", from, certainty }
    : { kind: "oscillates", from, period, certainty };
}

// --- observed -----------------------------------------------------------------------------------------------------

/** Where the clock is read the same state may be decided otherwise: a pattern has to last to the end. */
function repeatsSoFar(course: Course): SimulationVerdict | null {
  const { moments } = course;
  const same = (a: Moment, b: Moment): boolean => a.state === b.state && a.decided === b.decided;
  const pattern = findPattern(moments, firstFree(course), same);
  return pattern === null ? null : repetition(pattern.from, pattern.period, "observed");
}

interface Pattern {
  readonly from: number;
  readonly period: number;
}

/** The shortest pattern that lasts to the end, and the tick it begins at. */
function findPattern(
  moments: readonly Moment[],
  first: number,
  fits: (earlier: Moment, later: Moment) => boolean,
): Pattern | null {
  const length = moments.length - first;
  for (let period = 1; period <= Math.min(LONGEST_PATTERN, length / LEAST_TURNS); period++) {
    let from = moments.length - period;
    while (from > first) {
      const earlier = moments[from - 1];
      const later = moments[from - 1 + period];
      if (earlier === undefined || later === undefined || !fits(earlier, later)) break;
      from--;
    }
    if (moments.length - from >= LEAST_TURNS * period) return { from, period };
  }
  return null;
}

/** Numbers that move by the same amount each time, while the policy decides the same. */
function moves(course: Course): SimulationVerdict | null {
  const { moments } = course;
  if (moments.length - firstFree(course) < LEAST_TURNS + 2) return null;
  const step = (earlier: Moment, later: Moment): string =>
    JSON.stringify(
      stepsBetween(earlier, later).map((each) => (each === null ? null : rationalToNumber(each))),
    );
  const decided = findPattern(
    moments,
    firstFree(course),
    (earlier, later) => earlier.decided === later.decided,
  );
  if (decided === null) return null;
  const { period } = decided;
  const last = moments.length - 1;
  const steps = step(at(moments, last - period), at(moments, last));
  let from = last;
  while (
    from - period > decided.from &&
    step(at(moments, from - 1 - period), at(moments, from - 1)) === steps
  ) {
    from--;
  }
  if (last - from < (LEAST_TURNS - 1) * period) return null;
  return followTo(course, { from: Math.max(decided.from, from - period), period });
}

function at(moments: readonly Moment[], index: number): Moment {
  const moment = moments[index];
  if (moment === undefined) throw new RangeError(`no tick ${index}`);
  return moment;
}

/** By how much each number moves; null where one of the two is none. */
function stepsBetween(earlier: Moment, later: Moment): readonly (Rational | null)[] {
  return later.numbers.map((number, index) => {
    const before = earlier.numbers[index] ?? null;
    const a = before === null ? null : exactly(before);
    const b = number === null ? null : exactly(number);
    return a === null || b === null ? null : subtractRationals(b, a);
  });
}

/** Of numbers that contexts hold, which are finite. */
function exactly(value: number): Rational | null {
  return rationalFromNumber(value);
}

/** Tries the policy further and further along its way: it runs away where it goes on deciding the same. */
function followTo(course: Course, { from, period }: Pattern): SimulationVerdict | null {
  const { moments, program } = course;
  const last = moments.length - 1;
  const steps = stepsBetween(at(moments, last - period), at(moments, last));
  const moving = steps.findIndex((step) => step !== null && step.numerator !== 0n);
  const attribute = program.attributes[moving]?.name;
  if (attribute === undefined) return null;
  for (let doubling = 0; doubling < DOUBLINGS; doubling++) {
    const times = 2n ** BigInt(doubling);
    const until = Number(times) * period;
    for (let phase = 0; phase < period; phase++) {
      const moment = at(moments, last - period + 1 + phase);
      const ahead = contextAhead(moment, steps, times, course);
      if (ahead === null) break;
      const tick = last - period + 1 + phase + until;
      const beyond = ahead.numbers.findIndex((value, index) => isBeyond(program, index, value));
      const left = program.attributes[beyond]?.name;
      if (left !== undefined && course.options.saturate !== true) {
        const how = "leaves its range";
        return { kind: "runs away", attribute: left, how, from: tick, certainty: "observed" };
      }
      if (left !== undefined) return { kind: "undecided", reason: "changes later", until: tick };
      if (decidedAt(ahead.context, moment.now, course) !== moment.decided) {
        return { kind: "undecided", reason: "changes later", until: tick };
      }
    }
  }
  const rises = (steps[moving]?.numerator ?? 0n) > 0n;
  const how = rises ? "rises without end" : "falls without end";
  return { kind: "runs away", attribute, how, from, certainty: "observed" };
}

function decidedAt(context: JsonRecord, now: Instant | null, { evaluate }: Course): string {
  const { status, actions, pending, withheld } = evaluate(context, now);
  const names = [actions, pending, withheld].map((events) => events.map(({ name }) => name));
  return JSON.stringify([status, ...names]);
}

/** The context after so many more steps; null where that leaves the finite numbers. */
function contextAhead(
  { context, numbers }: Moment,
  steps: readonly (Rational | null)[],
  times: bigint,
  { program }: Course,
): { readonly context: JsonRecord; readonly numbers: readonly (number | null)[] } | null {
  const ahead = numbers.map((number, index) => {
    const step = steps[index] ?? null;
    const exact = number === null ? null : exactly(number);
    if (step === null || exact === null || step.numerator === 0n) return number;
    const way = multiplyRationals(step, { numerator: times, denominator: 1n });
    return rationalToNumber(addRationals(exact, way));
  });
  if (ahead.some((number) => number !== null && !Number.isFinite(number))) return null;
  const moved = program.attributes.flatMap(({ name, type }, index) => {
    const number = ahead[index] ?? null;
    if (number === null || number === numbers[index] || type.kind !== "number") return [];
    const symbol = type.difference ? `delta ${type.unit.symbol}` : type.unit.symbol;
    const before = context[name];
    const isReading = typeof before === "object" && before !== null && !Array.isArray(before);
    const quantity = symbol === "" ? { value: number } : { value: number, unit: symbol };
    const reading = isReading ? { ...before, ...quantity } : symbol === "" ? number : quantity;
    return [[name, reading] as const];
  });
  return { context: { ...context, ...Object.fromEntries(moved) }, numbers: ahead };
}
