// Rules: items tried in order, branches taken, loops run. What they take and what kept them undecided goes to the state.
import type {
  Condition,
  ProgramAction,
  ProgramConstraint,
  ProgramFor,
  ProgramIf,
  ProgramMatch,
  ProgramRule,
  ProgramWhile,
} from "../semantics/program.ts";
import type { JsonValue } from "./canonical-json.ts";
import { evaluateCondition, evaluateExpression, locate } from "./expressions.ts";
import type { Truth } from "./logic.ts";
import { matchPattern } from "./match-patterns.ts";
import { elementPath, placeOf } from "./paths.ts";
import { noteLimit, reportUnknown, type State, spend, stop, writeValue } from "./state.ts";
import { patternAtom, traceAttempt, withAtoms } from "./trace.ts";
import { isList, isUnknown, type Unknown, unknownValue, type Value } from "./value.ts";

/** Runs rules top to bottom, up to a limit of the host. */
export function runRules(rules: readonly ProgramRule[], state: State): void {
  const outer = state.rule;
  for (const rule of rules) {
    state.rule = rule.id;
    if (!spend(state)) return;
    runRule(rule, state);
  }
  state.rule = outer;
}

function runRule(rule: ProgramRule, state: State): void {
  switch (rule.kind) {
    case "if":
      runIf(rule, state);
      break;
    case "for":
      runFor(rule, state);
      break;
    case "while":
      runWhile(rule, state);
      break;
    case "match":
      runMatch(rule, state);
      break;
    case "let":
    case "set":
      // An unknown value is no finding yet: it is one where it keeps an item from being decided.
      state.observer?.tried(rule, null, "true");
      state.locals[rule.slot] = locate(rule.value, state);
  }
}

/** The first branch whose condition holds is taken; the first unknown one leaves the whole item undecided. */
function runIf(rule: ProgramIf, state: State): void {
  for (const [index, { condition, actions }] of rule.branches.entries()) {
    const outcome = tryCondition(condition, index, rule, state);
    if (outcome !== false) {
      settle(outcome, actions, rule, state);
      return;
    }
  }
  if (rule.otherwise === null) return;
  traceAttempt({ of: rule, line: rule.line, branch: "else", text: "ELSE", outcome: true }, state);
  takeActions(rule.otherwise, state);
}

function runFor(rule: ProgramFor, state: State): void {
  const { value, path } = locate(rule.collection, state);
  const of = path ?? rule.collectionText;
  const list = isList(value) || isUnknown(value) ? value : unknownValue(of, "wrong kind");
  const outcome = isUnknown(list) ? list : list.length > 0;
  const { line, collectionText: text } = rule;
  traceAttempt({ of: rule, line, branch: null, text, outcome }, state);
  if (isUnknown(list)) {
    leaveUndecided(list, rule, state);
    return;
  }
  const outer = state.bindings;
  for (const [index, element] of list.entries()) {
    if (index >= state.options.limits.iterations) stop(state, "iterations");
    if (!spend(state)) return;
    bindElement(rule, element, index, elementPath(of, index), outer, state);
    if (isWanted(rule, state)) runRules(rule.body, state);
  }
  state.bindings = outer;
}

function bindElement(
  rule: ProgramFor,
  element: Value,
  index: number,
  path: string,
  outer: ReadonlyMap<string, string>,
  state: State,
): void {
  state.locals[rule.slot] = { value: element, path };
  if (rule.indexSlot !== null) state.locals[rule.indexSlot] = { value: index, path: null };
  state.bindings = new Map([...outer, [rule.variable, path]]);
}

/** Whether WHERE lets the element in. One for which it is unknown is skipped, reported, and answered by UNKNOWN. */
function isWanted(rule: ProgramFor, state: State): boolean {
  if (rule.where !== null) {
    const outcome = tryCondition(rule.where, 0, rule, state);
    if (isUnknown(outcome)) leaveUndecided(outcome, rule, state);
    if (outcome !== true) return false;
  }
  noteBound(rule.variable, state);
  return true;
}

function noteBound(variable: string, state: State): void {
  const { bound } = state.findings;
  const place = placeOf(variable, Object.fromEntries(state.bindings));
  if (place !== null) bound.set(variable, (bound.get(variable) ?? new Set()).add(place));
}

/** Repeats while its condition holds, at most MAX times; a guard, whose body changes nothing it reads, runs once. */
function runWhile(rule: ProgramWhile, state: State): void {
  const { limits } = state.options;
  const declared = rule.maximum ?? limits.whileIterations;
  const maximum = Math.min(declared, state.program.maximumLoop ?? declared);
  for (let turn = 0; !state.stopped; turn++) {
    const outcome = tryCondition(rule.condition, 0, rule, state);
    if (isUnknown(outcome)) leaveUndecided(outcome, rule, state);
    if (outcome !== true) return;
    if (turn >= maximum) {
      noteLimit(state, "whileIterations", maximum);
      return;
    }
    if (turn >= limits.iterations) stop(state, "iterations");
    if (!spend(state)) return;
    runRules(rule.body, state);
    if (!rule.repeats) return;
  }
}

/** The first arm whose pattern takes the subject and whose guard holds is taken; the first unknown one ends it. */
function runMatch(rule: ProgramMatch, state: State): void {
  const subject = evaluateExpression(rule.subject, state);
  if (isUnknown(subject)) {
    const { line, subjectText: text } = rule;
    traceAttempt({ of: rule, line, branch: null, text, outcome: subject }, state);
    leaveUndecided(subject, rule, state);
    return;
  }
  for (const [index, arm] of rule.arms.entries()) {
    const outcome = tryArm(rule, arm, index, subject, state);
    if (outcome !== false) {
      settle(outcome, arm.actions, rule, state);
      return;
    }
  }
}

function tryArm(
  rule: ProgramMatch,
  arm: ProgramMatch["arms"][number],
  index: number,
  subject: Value,
  state: State,
): Truth {
  const { line, patternText, guard } = arm;
  const comparing = { path: rule.subjectText, visit: () => spend(state) };
  const matches = matchPattern(subject, arm.pattern, comparing);
  const pattern = patternAtom(patternText, matches, rule.subjectText, subject, rule.subject.type);
  if (matches !== true || guard === null) {
    const attempt = { line, branch: index, text: patternText, outcome: matches, atoms: [pattern] };
    traceAttempt({ of: rule, ...attempt }, state);
    return matches;
  }
  const { outcome, atoms } = evaluateWithAtoms(guard, state);
  const text = `${patternText} WHEN ${guard.text}`;
  const tried = { line, branch: index, text, outcome, atoms: [pattern, ...atoms] };
  traceAttempt({ of: rule, ...tried }, state);
  return outcome;
}

// --- conditions and unknowns --------------------------------------------------------------------------------------

/** The truth of a rule's or constraint's condition, traced. */
export function tryCondition(
  condition: Condition,
  branch: number,
  of: ProgramRule | ProgramConstraint,
  state: State,
): Truth {
  const { outcome, atoms } = evaluateWithAtoms(condition, state);
  traceAttempt({ of, line: of.line, branch, text: condition.text, outcome, atoms }, state);
  return outcome;
}

function evaluateWithAtoms(condition: Condition, state: State): ReturnType<typeof withAtoms> {
  return withAtoms(condition, state, () => evaluateCondition(condition.expression, state));
}

type Answerable = Extract<ProgramRule, { readonly unknown: unknown }>;

/** Takes what a condition governs that holds; one that is unknown leaves its item undecided. */
function settle(
  outcome: true | Unknown,
  actions: readonly ProgramAction[],
  rule: Answerable,
  state: State,
): void {
  if (isUnknown(outcome)) leaveUndecided(outcome, rule, state);
  else takeActions(actions, state);
}

/** Reports what kept an item, or an element of a loop, from being decided, and runs the item's UNKNOWN clause. */
function leaveUndecided(unknown: Unknown, rule: Answerable, state: State): void {
  if (state.stopped) return;
  reportUnknown(unknown, rule.unknown !== null, state);
  if (rule.unknown === null) return;
  const attempt = { line: rule.line, branch: "unknown", text: "UNKNOWN", outcome: true } as const;
  traceAttempt({ of: rule, ...attempt }, state);
  takeActions(rule.unknown, state, true);
}

// --- actions ------------------------------------------------------------------------------------------------------

/**
 * Takes actions in order. An unknown argument is null and listed; in an UNKNOWN clause (`answering`) it is part of the
 * answer, and handled.
 */
export function takeActions(
  actions: readonly ProgramAction[],
  state: State,
  answering = false,
): void {
  const { taken } = state.findings;
  for (const action of actions) {
    if (taken.length >= state.options.limits.actions) stop(state, "actions");
    if (!spend(state)) return;
    const unknowns: Unknown[] = [];
    const args = evaluateArguments(action, unknowns, state);
    if (state.stopped) return;
    for (const unknown of unknowns) reportUnknown(unknown, answering, state);
    const known = state.actions.get(action.name);
    taken.push({
      name: action.name,
      args,
      rule: state.rule,
      line: action.line,
      bindings: Object.fromEntries(state.bindings),
      actors: known?.actors ?? [],
      approvers: known?.approvers ?? [],
    });
  }
}

function evaluateArguments(
  action: ProgramAction,
  unknowns: Unknown[],
  state: State,
): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(
    action.arguments.map(({ name, value: expression }) => {
      const value = evaluateExpression(expression, state);
      const note = (unknown: Unknown): void => {
        unknowns.push(unknown);
      };
      return [name, writeValue(value, expression.type, state, note)];
    }),
  );
}
