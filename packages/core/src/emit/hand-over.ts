// How emitted code hands a rule to the reference interpreter, and goes on with what that has noted and bound.
import { locate } from "../evaluate/expressions.ts";
import { elementPath } from "../evaluate/paths.ts";
import { runRules } from "../evaluate/rules.ts";
import { type State, startState, type TakenAction } from "../evaluate/state.ts";
import { isList, type Value } from "../evaluate/value.ts";
import type { ProgramFor } from "../semantics/program.ts";
import type { Frame } from "./frame.ts";

/** The interpreter's state, with all that was done so far. */
export function stateOf(frame: Frame): State {
  if (frame.state !== null) {
    adoptActions(frame, frame.state);
    return frame.state;
  }
  const { native, json, options } = frame;
  const started = startState(native.program, json, options, options.instant);
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
    const { name, args, rule, line, bindings, actors } = action;
    const approvers = actions.get(name)?.approvers ?? [];
    const completed: TakenAction = { name, args, rule, line, bindings, actors, approvers };
    taken[index] = completed;
  }
}

/**
 * Has the interpreter run rule `number`, and gives the steps taken; negative where the piece cannot go on. `indexes` say
 * where the loops around stand, `values` what the LET names in them are bound to.
 */
export function interpret(
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

export function tellNames({ native, values }: Frame, state: State): void {
  for (const slot of native.lets) tell(slot, values[slot], state);
}

function tell(slot: number, value: Value | undefined, state: State): void {
  if (value !== undefined) state.locals[slot] = { value, path: null };
}

export function learnNames({ native, values }: Frame, { locals }: State): void {
  for (const slot of native.lets) values[slot] = scalar(locals[slot]?.value);
}

/** The value where it is one that code holds. */
export function scalar(value: Value | undefined): Value | undefined {
  return typeof value === "object" ? undefined : value;
}

/** What the interpreter bound a name to, where it is a scalar. */
export function bound(frame: Frame, slot: number): Value | undefined {
  return scalar(frame.state?.locals[slot]?.value);
}
