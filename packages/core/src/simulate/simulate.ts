// A policy over time: decided tick by tick, with the Effects of what it takes applied in between.
import { createEvaluator } from "../emit/evaluator.ts";
import { isRecordOfJson } from "../evaluate/build-decision.ts";
import { canonicalJson, type JsonRecord, type JsonValue } from "../evaluate/canonical-json.ts";
import type { Decision } from "../evaluate/decision.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import { readContext } from "../evaluate/prepared-context.ts";
import { withGivens } from "../evaluate/run-example.ts";
import { type Instant, isUnknown } from "../evaluate/value.ts";
import { valueToJson } from "../evaluate/value-json.ts";
import type { Program, ProgramAttribute } from "../semantics/program.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { engineVersion } from "../version.ts";
import { applyEffects, currentValue } from "./apply-effects.ts";
import { classify, type Moment } from "./classify.ts";
import {
  mostTicks,
  type SimulatedAttribute,
  type SimulatedTick,
  type Simulation,
  type SimulationOptions,
  type UnappliedEffect,
} from "./simulation.ts";

/**
 * Simulates the policy from a context. Only actions that are taken have effects: not those that wait for approval, nor
 * those that are withheld. A reading that has to be fresh keeps its age. A text says why nothing can be simulated.
 */
export function simulate(
  program: Program,
  start: unknown,
  options: SimulationOptions,
): Simulation | string {
  const run = startRun(program, start, options);
  if (typeof run === "string") return run;
  const { moments, ticks, unapplied, overflow, evaluate } = run;
  const { intent, sha256 } = program;
  return {
    schemaVersion: 1,
    policy: { intent, sha256 },
    engine: engineVersion,
    tickMilliseconds: options.tickMilliseconds,
    attributes: simulatedAttributes(program, ticks),
    actions: namesOf(program, ticks),
    ticks,
    unapplied: [...unapplied.values()],
    verdict: classify({ program, moments, overflow, evaluate, options }),
  };
}

interface Run {
  /** A moment for each tick, and one for what comes behind the last. */
  readonly moments: Moment[];
  readonly ticks: SimulatedTick[];
  readonly unapplied: Map<string, UnappliedEffect>;
  /** The attribute that left the finite numbers and ended the run. */
  overflow: string | null;
  readonly evaluate: (context: JsonRecord, now: Instant | null) => Decision;
}

function startRun(program: Program, start: unknown, options: SimulationOptions): Run | string {
  const { evaluation, tickMilliseconds, series = [], saturate = false } = options;
  const reading = readContext(start, evaluation.limits.depth);
  if (!reading.ok || !isRecordOfJson(reading.value)) return "the context is no object of JSON";
  const beginning = instantOf(evaluation.now);
  if (evaluation.now !== null && beginning === null) return "the clock shows no instant";
  const decide = createEvaluator(program);
  const evaluate = (context: JsonRecord, now: Instant | null): Decision =>
    decide(context, atInstant(evaluation, now));
  const run: Run = { moments: [], ticks: [], unapplied: new Map(), overflow: null, evaluate };
  let context = reading.value;
  let now = beginning;
  const count = Math.min(options.ticks, mostTicks);
  for (let tick = 0; tick < count; tick++) {
    const row = series[tick];
    if (row !== undefined) {
      const stated = instantOf(row.now);
      if (row.now !== null && stated === null)
        return `row ${tick + 1} has a clock that shows no instant`;
      if (stated !== null) {
        context = aged(context, program, now, stated);
        now = stated;
      }
      const laid = withGivens(program, context, row.givens, textOf(now));
      if (typeof laid === "string") return `row ${tick + 1}: ${laid}`;
      context = laid;
    }
    const decision = evaluate(context, now);
    const actions = decision.actions.map(({ name }) => name);
    run.moments.push(momentOf(program, context, now, decision, options));
    run.ticks.push(tickOf(tick, program, context, now, decision, evaluation));
    const applied = applyEffects(actions, { program, context, options: evaluation, now, saturate });
    for (const effect of applied.unapplied) {
      const key = canonicalJson([effect.action, effect.attribute, effect.reason]);
      if (!run.unapplied.has(key)) run.unapplied.set(key, { ...effect, tick });
    }
    if (applied.overflow !== null) {
      run.overflow = applied.overflow;
      return run;
    }
    const next: Instant | null =
      now === null ? null : { kind: "time", milliseconds: now.milliseconds + tickMilliseconds };
    context = aged(applied.context, program, now, next);
    now = next;
  }
  run.moments.push(momentOf(program, context, now, evaluate(context, now), options));
  return run;
}

function instantOf(text: string | null): Instant | null {
  const milliseconds = text === null ? null : parseInstant(text);
  return milliseconds === null ? null : { kind: "time", milliseconds };
}

function textOf(now: Instant | null): string | null {
  return now === null ? null : formatInstant(now.milliseconds);
}

function atInstant(options: EvaluationOptions, now: Instant | null): EvaluationOptions {
  return { ...options, now: textOf(now), trace: false };
}

// --- readings that have to be fresh -------------------------------------------------------------------------------

/** The context with each fresh reading as old at `next` as it is at `now`: a sensor goes on reporting. */
function aged(
  context: JsonRecord,
  program: Program,
  now: Instant | null,
  next: Instant | null,
): JsonRecord {
  if (now === null || next === null) return context;
  const later = next.milliseconds - now.milliseconds;
  return mapFresh(context, program, (at) => formatInstant(at + later));
}

/** The context with what `make` makes of the instant of each reading that has to be fresh. */
function mapFresh(
  context: JsonRecord,
  program: Program,
  make: (at: number) => JsonValue,
): JsonRecord {
  const changes = program.attributes.flatMap(({ name, freshMilliseconds }) => {
    const reading = Object.hasOwn(context, name) ? context[name] : undefined;
    if (freshMilliseconds === null || reading === undefined || !isRecordOfJson(reading)) return [];
    const at = typeof reading.at === "string" ? parseInstant(reading.at) : null;
    return at === null ? [] : [[name, { ...reading, at: make(at) }] as const];
  });
  return changes.length === 0 ? context : { ...context, ...Object.fromEntries(changes) };
}

// --- what is noted of a tick --------------------------------------------------------------------------------------

function momentOf(
  program: Program,
  context: JsonRecord,
  now: Instant | null,
  decision: Decision,
  { evaluation, saturate = false }: SimulationOptions,
): Moment {
  const instant = now?.milliseconds ?? 0;
  const ageless = mapFresh(context, program, (at) => instant - at);
  const scene = { program, context, options: evaluation, now, saturate };
  const numbers = program.attributes.map((attribute) => {
    const value = attribute.type.kind === "number" ? currentValue(attribute, scene) : null;
    return typeof value === "number" ? value : null;
  });
  const { actions, pending, withheld, status } = decision;
  const names = [actions, pending, withheld].map((events) => events.map(({ name }) => name));
  return {
    context,
    now,
    state: canonicalJson(ageless),
    decided: canonicalJson([status, ...names]),
    numbers,
  };
}

function tickOf(
  tick: number,
  program: Program,
  context: JsonRecord,
  now: Instant | null,
  { status, actions, pending, withheld }: Decision,
  options: EvaluationOptions,
): SimulatedTick {
  const scene = { program, context, options, now, saturate: false };
  const values = program.attributes.flatMap((attribute) =>
    kindOf(attribute) === null ? [] : [[attribute.name, plainValue(attribute, scene)] as const],
  );
  const namesIn = (events: readonly { readonly name: string }[]): readonly string[] =>
    events.map(({ name }) => name);
  return {
    tick,
    now: textOf(now),
    values: Object.fromEntries(values),
    status,
    actions: namesIn(actions),
    pending: namesIn(pending),
    withheld: namesIn(withheld),
  };
}

function plainValue(
  attribute: ProgramAttribute,
  scene: Parameters<typeof currentValue>[1],
): JsonValue {
  const value = currentValue(attribute, scene);
  if (isUnknown(value)) return null;
  return typeof value === "number"
    ? value
    : valueToJson(value, attribute.type, { visit() {}, unknown() {} });
}

function kindOf({ type }: ProgramAttribute): SimulatedAttribute["kind"] | null {
  switch (type.kind) {
    case "number":
    case "boolean":
    case "text":
    case "time":
      return type.kind;
    case "list":
    case "record":
    case "undetermined":
      return null;
  }
}

function simulatedAttributes(
  { attributes }: Program,
  ticks: readonly SimulatedTick[],
): readonly SimulatedAttribute[] {
  return attributes.flatMap((attribute) => {
    const kind = kindOf(attribute);
    if (kind === null) return [];
    const { name, type } = attribute;
    const first = ticks[0]?.values[name];
    const bounds =
      type.kind === "number"
        ? { unit: type.unit.symbol, minimum: type.minimum, maximum: type.maximum }
        : { unit: "", minimum: null, maximum: null };
    return [{ name, kind, ...bounds, changes: ticks.some(({ values }) => values[name] !== first) }];
  });
}

/** The actions that came up: those the policy can take, in its order. */
function namesOf({ actions }: Program, ticks: readonly SimulatedTick[]): readonly string[] {
  const seen = new Set(
    ticks.flatMap((tick) => [...tick.actions, ...tick.pending, ...tick.withheld]),
  );
  return actions.flatMap(({ name }) => (seen.has(name) ? [name] : []));
}
