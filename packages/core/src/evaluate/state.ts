// The state of one evaluation: what it reads, what it has bound, the fuel it has left and what it has decided so far.
// Everything that changes while a policy is evaluated changes here.
import type { Program, ProgramActionName } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import type { CompiledPattern, PatternMistake } from "../std/regular-expression.ts";
import type { JsonRecord, JsonValue } from "./canonical-json.ts";
import type {
  ActionEvent,
  LimitName,
  LogEntry,
  ReachedLimit,
  ReportedUnknown,
  TraceEntry,
} from "./decision.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import { readAttribute } from "./read-context.ts";
import type { AtomNotes, EvaluationObserver } from "./trace.ts";
import { type Instant, isList, type Unknown, type Value } from "./value.ts";
import { valueToJson } from "./value-json.ts";
import { sizeOf, utf8Length } from "./value-size.ts";

/** A value and the path it was read at; null where it was computed. */
export interface Located {
  readonly value: Value;
  readonly path: string | null;
}

/** An action as a rule took it, before constraints have their say. */
export interface TakenAction extends ActionEvent {
  /** Empty for actions that need no approval. */
  readonly approvers: readonly string[];
}

/** What has been decided so far, in order. */
export interface Findings {
  readonly taken: TakenAction[];
  readonly unknowns: Map<string, ReportedUnknown>;
  readonly limits: ReachedLimit[];
  readonly logs: LogEntry[];
  /** The attributes whose sample stood in, by index. */
  readonly defaulted: Set<number>;
  /** The places each loop variable was bound to, for clauses that count PER variable. */
  readonly bound: Map<string, Set<string>>;
  /** Null unless the trace is wanted. */
  readonly trace: TraceEntry[] | null;
}

export interface State {
  readonly program: Program;
  readonly context: JsonRecord;
  readonly options: EvaluationOptions;
  readonly now: Instant | null;
  readonly findings: Findings;
  /** What has been read of the attributes, by index: each is read once, when it is first asked for. */
  readonly attributes: (Value | undefined)[];
  readonly patterns: Map<string, CompiledPattern | PatternMistake>;
  /** Who may take each action and who must agree to it. */
  readonly actions: ReadonlyMap<string, ProgramActionName>;
  /** LET names, loop variables and lambda parameters, by slot. */
  readonly locals: (Located | undefined)[];
  /** The loop variables in force, outermost first, and where they are bound. */
  bindings: ReadonlyMap<string, string>;
  /** What is being evaluated: a rule's or constraint's id, or `failsafe`. */
  rule: string;
  steps: number;
  /** A limit was reached: nothing more is decided with this fuel. */
  stopped: boolean;
  /** Is told what is tried and what it comes to; null where nobody asks. */
  readonly observer: EvaluationObserver | null;
  /** Where the atoms of the condition under evaluation are noted; null without a trace or an observer. */
  atoms: AtomNotes | null;
}

/** A state in which nothing has happened yet. */
export function startState(
  program: Program,
  context: JsonRecord,
  options: EvaluationOptions,
  now: Instant | null,
  observer: EvaluationObserver | null = null,
): State {
  return {
    program,
    context,
    options,
    now,
    findings: {
      taken: [],
      unknowns: new Map(),
      limits: [],
      logs: [],
      defaulted: new Set(),
      bound: new Map(),
      trace: options.trace ? [] : null,
    },
    attributes: [],
    patterns: new Map(),
    actions: new Map(program.actions.map((action) => [action.name, action])),
    locals: [],
    bindings: new Map(),
    rule: "",
    steps: 0,
    stopped: false,
    observer,
    atoms: null,
  };
}

/** The same evaluation with fuel of its own and no loop around it: for a constraint's condition, and for FAILSAFE. */
export function refuelled(state: State, rule: string): State {
  return { ...state, locals: [], bindings: new Map(), rule, steps: 0, stopped: false, atoms: null };
}

// --- fuel and limits ----------------------------------------------------------------------------------------------

/**
 * Takes steps from the fuel; false once it is used up. Every back end counts the same. One step each is
 * - an item tried: every IF, FOR, WHILE, MATCH, LET and SET, each time it is come to;
 * - an iteration: every element a FOR comes to, whatever its WHERE says, and every turn of a WHILE's body;
 * - an action taken, with its arguments;
 * - an element visited: by ANY, ALL, NONE, IN and CONTAINS up to the one that decides; by a standard function, each
 *   time it calls its lambda, else for each member of its lists; by comparing lists or records, and by writing them
 *   into an argument or the log, for each element and field.
 */
export function spend(state: State, steps = 1): boolean {
  if (state.stopped) return false;
  const { steps: maximum } = state.options.limits;
  if (state.steps + steps > maximum) {
    state.steps = maximum;
    return stop(state, "steps");
  }
  state.steps += steps;
  return true;
}

/** Ends the evaluation at a limit of the host. */
export function stop(state: State, limit: LimitName): false {
  if (!state.stopped) noteLimit(state, limit, state.options.limits[limit]);
  state.stopped = true;
  return false;
}

/** Notes that a limit was reached, once for each rule. */
export function noteLimit(state: State, limit: LimitName, maximum: number): void {
  const { limits } = state.findings;
  const { rule } = state;
  if (!limits.some((known) => known.limit === limit && known.rule === rule)) {
    limits.push({ limit, rule, maximum });
  }
}

/** What an evaluation that a limit has ended comes to: unknown, and nothing more is said about it. */
export const stoppedValue: Unknown = { kind: "unknown", causes: [] };

/** As many as a context may hold. What a loop doubles again and again ([x, x]) must stay of a size that can be written. */
const mostParts = 1_000_000;

/** The value, unless it is longer, deeper or larger than the host allows: that ends the evaluation. */
export function withinLimits(value: Value, state: State): Value {
  const { limits } = state.options;
  if (typeof value === "string") {
    const fits = value.length * 3 <= limits.textLength || utf8Length(value) <= limits.textLength;
    if (!fits) stop(state, "textLength");
  } else if (typeof value === "object") {
    if (isList(value) && value.length > limits.listLength) stop(state, "listLength");
    const { depth, parts } = sizeOf(value);
    if (depth > limits.depth) stop(state, "depth");
    if (parts > mostParts) stop(state, "listLength");
  }
  return state.stopped ? stoppedValue : value;
}

// --- reading ------------------------------------------------------------------------------------------------------

/** An attribute's value: as read, else its default, else its sample where samples stand in. */
export function valueOfAttribute(index: number, state: State): Value {
  const known = state.attributes[index];
  if (known !== undefined) return known;
  const value = readOrStandIn(index, state);
  state.attributes[index] = value;
  return value;
}

function readOrStandIn(index: number, state: State): Value {
  const { program, context, now, options } = state;
  const attribute = program.attributes[index];
  if (attribute === undefined) return stoppedValue;
  const given = Object.hasOwn(context, attribute.name) && context[attribute.name] !== null;
  if (!given && attribute.default !== null) return attribute.default;
  if (!given && attribute.sample !== null && options.sampleDefaults) {
    state.findings.defaulted.add(index);
    return attribute.sample;
  }
  return readAttribute(attribute, context, { now, offsetMinutes: program.offsetMinutes });
}

// --- findings -----------------------------------------------------------------------------------------------------

/** Lists the causes of an unknown under the current rule. One that is met answered and unanswered is unanswered. */
export function reportUnknown(unknown: Unknown, handled: boolean, state: State): void {
  const { unknowns } = state.findings;
  for (const { path, reason } of unknown.causes) {
    const key = JSON.stringify([path, state.rule, reason]);
    const known = unknowns.get(key);
    if (known !== undefined && known.handled !== true) continue;
    const { rule } = state;
    unknowns.set(key, handled ? { path, rule, reason, handled } : { path, rule, reason });
  }
}

/** Records a logged value under the current rule. */
export function noteLog(value: Value, type: Type, state: State): void {
  if (state.stopped) return;
  const json = writeValue(value, type, state, () => {});
  if (!state.stopped) state.findings.logs.push({ rule: state.rule, value: json });
}

/** The value as a decision holds it; writing a list or record takes steps. */
export function writeValue(
  value: Value,
  type: Type,
  state: State,
  unknown: (met: Unknown) => void,
): JsonValue {
  return valueToJson(value, type, { visit: () => spend(state), unknown });
}
