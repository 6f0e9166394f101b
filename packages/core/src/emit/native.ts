// What emitted code stands on: it does what is quick for readings as they mostly are, and has the reference interpreter
// run every rule that meets anything else. So both give the same decisions, by the same code where it is difficult.

import { modulo } from "../evaluate/arithmetic.ts";
import { buildDecision, conclude } from "../evaluate/build-decision.ts";
import type { JsonRecord } from "../evaluate/canonical-json.ts";
import type { ActionEvent, Decision } from "../evaluate/decision.ts";
import { identityOfContext } from "../evaluate/decision-identity.ts";
import { admitFor, enforce, evaluateProgram, type PolicyAdmission } from "../evaluate/evaluate.ts";
import {
  type EvaluationOptions,
  type SettledOptions,
  settleOptions,
} from "../evaluate/evaluation-options.ts";
import { locate } from "../evaluate/expressions.ts";
import { elementPath } from "../evaluate/paths.ts";
import { PreparedContext } from "../evaluate/prepared-context.ts";
import { readAttribute } from "../evaluate/read-context.ts";
import { runRules } from "../evaluate/rules.ts";
import { snapshotContext } from "../evaluate/snapshot-context.ts";
import { type State, startState, type TakenAction } from "../evaluate/state.ts";
import { type Instant, isInstant, isList, isUnknown, type Value } from "../evaluate/value.ts";
import type { Program, ProgramFor } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { compilePattern } from "../std/regular-expression.ts";
import { type NumberedRule, numberRules } from "./rule-table.ts";

/** One evaluation by emitted code. */
interface Frame {
  readonly native: NativeProgram;
  readonly json: JsonRecord;
  readonly options: SettledOptions;
  readonly now: Instant | null;
  /** The host's limits, as code holds values against them. */
  readonly most: number;
  readonly listLength: number;
  readonly iterations: number;
  /** UTF-16 units that make no more bytes of UTF-8 than a text may have. */
  readonly textLength: number;
  readonly taken: ActionEvent[];
  /** Scalars that LET names are bound to, by slot; undefined where only the interpreter's state has the value. */
  values: (Value | undefined)[];
  steps: number;
  /** Attributes that were given in another form than they mostly are, once read. */
  readings: (Value | undefined)[] | null;
  /** The interpreter's state, from the first rule on that is handed to it. */
  state: State | null;
}

/** Gives the steps taken, or a negative number when it cannot go on: then the interpreter runs the whole piece. */
type Piece = (frame: Frame) => number;

/** A program ready to run by emitted code. */
export interface NativeProgram {
  readonly program: Program;
  readonly pieces: readonly Piece[];
  readonly ends: readonly number[];
  readonly table: readonly NumberedRule[];
  readonly longestList: number;
  /** LET names outside of loops, by slot. */
  readonly lets: readonly number[];
  /** Whether names are bound anew: then what a piece has done to them must be undone before it is run again. */
  readonly rebinds: boolean;
  /** Whether actions are all there is to a decision on readings that are all there. */
  readonly plain: boolean;
  /** The most fields that any type declares: reading may add that many values to each one given. */
  readonly mostFields: number;
  readonly policy: Decision["policy"];
}

/** Makes pieces ready to run. */
export function nativeProgram(
  program: Program,
  pieces: readonly Piece[],
  ends: readonly number[],
  longestList: number,
): NativeProgram {
  const table = numberRules(program);
  const outside = table.filter(({ loops }) => loops.length === 0);
  return {
    program,
    pieces,
    ends,
    table,
    longestList,
    lets: outside.flatMap(({ rule }) => (rule.kind === "let" ? [rule.slot] : [])),
    rebinds: table.some(({ rule }) => rule.kind === "set" || rule.kind === "while"),
    plain:
      program.constraints.length === 0 &&
      program.failsafe === null &&
      program.actions.every(({ approvers }) => approvers.length === 0),
    mostFields: Math.max(0, ...program.attributes.map(({ type }) => fieldsOf(type))),
    policy: Object.freeze({ intent: program.intent, sha256: program.sha256 }),
  };
}

function fieldsOf(type: Type): number {
  switch (type.kind) {
    case "list":
      return fieldsOf(type.element);
    case "record":
      return type.fields.reduce((sum, field) => sum + 1 + fieldsOf(field.type), 0);
    case "boolean":
    case "number":
    case "text":
    case "time":
    case "undetermined":
      return 0;
  }
}

// --- an evaluation ------------------------------------------------------------------------------------------------

/** As `evaluateProgram`, faster. */
export function evaluateNative(
  native: NativeProgram,
  context: unknown,
  options: EvaluationOptions,
): Decision {
  const { program } = native;
  const settled = settleOptions(options);
  if (options.trace) return evaluateProgram(program, context, options);
  const admission = admitQuickly(native, context, settled) ?? admitFor(program, context, settled);
  if (admission.kind === "rejected") return admission.decision;
  const { json, values, circumstances } = admission;
  if (!isRoomy(settled, native, values)) return evaluateProgram(program, context, options);
  const frame = startFrame(native, json, settled, circumstances.now);
  run(frame);
  if (native.plain && frame.state === null) {
    return conclude(circumstances, plainOutcome(frame), null);
  }
  const state = stateOf(frame);
  state.steps = frame.steps;
  return buildDecision(state, enforce(state), circumstances);
}

/** Lets in what is in order beyond doubt; null otherwise. */
function admitQuickly(
  { policy }: NativeProgram,
  context: unknown,
  options: SettledOptions,
): PolicyAdmission | null {
  if (options.strict || PreparedContext.admitted(context) !== null) return null;
  const milliseconds = options.now === null ? null : parseInstant(options.now);
  if (options.now !== null && milliseconds === null) return null;
  const snapshot = isPolluted() ? null : snapshotContext(context, options.limits.depth);
  if (snapshot === null) return null;
  const { json, values } = snapshot;
  const identity = identityOfContext(json);
  const now: Instant | null = milliseconds === null ? null : { kind: "time", milliseconds };
  const circumstances = { policy, context: identity, options, now };
  return { kind: "admitted", json, values, circumstances };
}

/** Whether no limit can be met where code does not look for it. */
function isRoomy(
  { limits }: SettledOptions,
  { longestList, mostFields }: NativeProgram,
  values: number,
): boolean {
  return (
    limits.listLength >= longestList &&
    limits.depth >= 2 &&
    values * (mostFields + 1) <= 1_000_000 &&
    !isPolluted()
  );
}

/** Whether plain objects seem to have fields that they were not given. */
function isPolluted(): boolean {
  for (const _ in {}) return true;
  return false;
}

function startFrame(
  native: NativeProgram,
  json: JsonRecord,
  options: SettledOptions,
  now: Instant | null,
): Frame {
  const { limits } = options;
  return {
    native,
    json,
    options,
    now,
    most: limits.steps,
    listLength: limits.listLength,
    iterations: limits.iterations,
    textLength: Math.floor(limits.textLength / 3),
    taken: [],
    values: native.lets.length === 0 ? noValues : [],
    steps: 0,
    readings: null,
    state: null,
  };
}

const noValues: (Value | undefined)[] = [];

function run(frame: Frame): void {
  const { native, options, taken } = frame;
  let from = 0;
  for (let index = 0; index < native.pieces.length; index++) {
    const piece = native.pieces[index];
    const end = native.ends[index] ?? 0;
    const { steps, state } = frame;
    const actions = taken.length;
    const logs = state?.findings.logs.length ?? 0;
    const values = native.rebinds ? [...frame.values] : frame.values;
    const locals = native.rebinds && state !== null ? [...state.locals] : null;
    const reached = piece === undefined ? -1 : piece(frame);
    if (frame.state?.stopped === true) return;
    if (reached < 0 || reached > frame.most || taken.length > options.limits.actions) {
      // What the interpreter has noted of this piece so far, it will note again in the same order.
      taken.length = actions;
      frame.steps = steps;
      frame.values = values;
      const again = stateOf(frame);
      again.findings.logs.length = logs;
      if (locals !== null) again.locals.splice(0, again.locals.length, ...locals);
      tellNames(frame, again);
      again.steps = steps;
      runRules(native.program.rules.slice(from, end), again);
      frame.steps = again.steps;
      if (again.stopped) return;
      learnNames(frame, again);
    }
    from = end;
  }
}

function plainOutcome(frame: Frame): Parameters<typeof conclude>[1] {
  return {
    status: "decided",
    actions: frame.taken,
    pending: nothing,
    withheld: nothing,
    violations: nothing,
    unknowns: nothing,
    defaulted: nothing,
    logs: nothing,
    problems: nothing,
    limits: nothing,
    usage: { steps: frame.steps, limit: frame.most },
  };
}

const nothing: readonly never[] = Object.freeze([]);

// --- the interpreter's part ---------------------------------------------------------------------------------------

/** The interpreter's state, with all that was done so far. */
function stateOf(frame: Frame): State {
  if (frame.state !== null) {
    adoptActions(frame, frame.state);
    return frame.state;
  }
  const { native, json, options, now } = frame;
  const started = startState(native.program, json, options, now);
  // One list of actions, filled from both sides; code leaves out the approvers.
  const taken = frame.taken as TakenAction[];
  const state = { ...started, findings: { ...started.findings, taken } };
  adoptActions(frame, state);
  frame.state = state;
  return state;
}

/** Completes the actions that code has taken. */
function adoptActions({ taken }: Frame, { actions }: State): void {
  for (let index = taken.length - 1; index >= 0; index--) {
    const action = taken[index];
    if (action === undefined || "approvers" in action) continue;
    const completed: TakenAction = {
      ...action,
      approvers: actions.get(action.name)?.approvers ?? [],
    };
    taken[index] = completed;
  }
}

/**
 * Has the interpreter run rule `number`, and gives the steps taken; negative where the piece cannot go on. `indexes` say
 * where the loops around stand, `values` what the LET names in them are bound to.
 */
function interpret(
  frame: Frame,
  number: number,
  steps: number,
  indexes: readonly number[] = [],
  values: readonly (Value | undefined)[] = [],
): number {
  const numbered = frame.native.table[number];
  if (numbered === undefined || steps > frame.most) return -1;
  if (frame.taken.length > frame.options.limits.actions) return -1;
  const state = frame.state ?? stateOf(frame);
  const { bindings } = state;
  state.steps = steps;
  tellNames(frame, state);
  for (const [depth, loop] of numbered.loops.entries()) enterLoop(loop, indexes[depth] ?? 0, state);
  for (const [position, slot] of numbered.lets.entries()) tell(slot, values[position], state);
  runRules([numbered.rule], state);
  state.bindings = bindings;
  learnNames(frame, state);
  frame.steps = state.steps;
  return state.stopped ? -1 : state.steps;
}

/** Binds a loop's variable as the interpreter does. */
function enterLoop(loop: ProgramFor, index: number, state: State): void {
  const { value: list, path } = locate(loop.collection, state);
  const element = isList(list) ? list[index] : undefined;
  const at = elementPath(path ?? loop.collectionText, index);
  if (element !== undefined) state.locals[loop.slot] = { value: element, path: at };
  if (loop.indexSlot !== null) state.locals[loop.indexSlot] = { value: index, path: null };
  state.bindings = new Map([...state.bindings, [loop.variable, at]]);
}

function tellNames({ native, values }: Frame, state: State): void {
  for (const slot of native.lets) tell(slot, values[slot], state);
}

function tell(slot: number, value: Value | undefined, state: State): void {
  if (value !== undefined) state.locals[slot] = { value, path: null };
}

function learnNames({ native, values }: Frame, { locals }: State): void {
  for (const slot of native.lets) values[slot] = scalar(locals[slot]?.value);
}

function scalar(value: Value | undefined): Value | undefined {
  return typeof value === "object" ? undefined : value;
}

/** What the interpreter bound a name to, where it is a scalar. */
function bound(frame: Frame, slot: number): Value | undefined {
  return scalar(frame.state?.locals[slot]?.value);
}

// --- readings in other forms --------------------------------------------------------------------------------------

/** An attribute's value where it is known; undefined where it is not, or where a sample may have to stand in. */
function reading(frame: Frame, index: number): Value | undefined {
  const known = frame.readings?.[index];
  if (known !== undefined) return known;
  const { native, json, now } = frame;
  const attribute = native.program.attributes[index];
  if (attribute === undefined) return undefined;
  const given = Object.hasOwn(json, attribute.name) && json[attribute.name] !== null;
  const terms = { now, offsetMinutes: native.program.offsetMinutes };
  const value = given ? readAttribute(attribute, json, terms) : attribute.default;
  if (value === null || isUnknown(value)) return undefined;
  frame.readings ??= [];
  frame.readings[index] = value;
  return value;
}

/** A truth value or a text; null for a text that may be longer than the host allows. */
function odd(frame: Frame, index: number): Value | null | undefined {
  const value = reading(frame, index);
  if (typeof value === "string" && value.length > frame.textLength) return null;
  return scalar(value);
}

function oddNumber(frame: Frame, index: number): number {
  const value = reading(frame, index);
  return typeof value === "number" ? value : Number.NaN;
}

function oddTime(frame: Frame, index: number): number {
  const value = reading(frame, index);
  return value !== undefined && isInstant(value) ? value.milliseconds : Number.NaN;
}

/** Freezes a literal through and through, and gives it back. */
function freeze<Literal>(literal: Literal): Literal {
  if (typeof literal === "object" && literal !== null) {
    for (const part of Object.values(literal)) freeze(part);
    Object.freeze(literal);
  }
  return literal;
}

/** What emitted code calls, by name. */
export const nativeSupport = {
  bound,
  compilePattern,
  formatInstant,
  freeze,
  interpret,
  modulo,
  odd,
  oddNumber,
  oddTime,
};
