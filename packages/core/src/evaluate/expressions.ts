// Expressions to values: the heart of the reference interpreter. Unknowns propagate with all their causes.
import type { ProgramExpression, ProgramLambda } from "../semantics/program.ts";
import { applyConversion, type Conversion } from "../semantics/units/conversion.ts";
import { unknownAmong } from "../std/arguments.ts";
import { compilePattern } from "../std/regular-expression.ts";
import type { CallContext, LambdaArgument } from "../std/standard-function.ts";
import { standardFunctions } from "../std/standard-library.ts";
import { calculate, finiteNumber } from "./arithmetic.ts";
import { type Comparing, compareValues, equalValues } from "./compare-values.ts";
import { describeExpression } from "./describe-expression.ts";
import { allHold, conjunction, disjunction, negation, someHold, type Truth } from "./logic.ts";
import { matchPattern } from "./match-patterns.ts";
import { elementPath, memberPath } from "./paths.ts";
import {
  type Located,
  noteLog,
  type State,
  spend,
  stop,
  stoppedValue,
  valueOfAttribute,
  withinLimits,
} from "./state.ts";
import { noteAtom, noteChoice, noteOperands, withAtoms } from "./trace.ts";
import {
  isList,
  isRecord,
  isUnknown,
  joinUnknowns,
  type Unknown,
  unknownValue,
  type Value,
} from "./value.ts";

/** One kind of expression node. */
type Node<Kind extends ProgramExpression["kind"]> = Extract<ProgramExpression, { kind: Kind }>;

/** The value of an expression. Never throws; what cannot be computed is unknown. */
export function evaluateExpression(expression: ProgramExpression, state: State): Value {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "attribute":
    case "local":
    case "member":
    case "index":
      return locate(expression, state).value;
    case "list":
      return withinLimits(
        expression.elements.map((element) => evaluateExpression(element, state)),
        state,
      );
    case "record":
      return evaluateRecord(expression, state);
    case "condition": {
      const { condition } = expression;
      return withAtoms(condition, state, () => evaluateCondition(condition.expression, state))
        .outcome;
    }
    case "not":
      return negation(evaluateCondition(expression.operand, state));
    case "logical":
      return evaluateLogical(expression, state);
    case "compare":
      return evaluateComparison(expression, state);
    case "between":
      return evaluateBetween(expression, state);
    case "in":
      return evaluateMembership(expression, state);
    case "text-test":
      return evaluateTextTest(expression, state);
    case "is": {
      const known = !isUnknown(evaluateExpression(expression.subject, state));
      return (expression.state === "KNOWN") !== expression.negated ? known : !known;
    }
    case "arithmetic": {
      const left = evaluateExpression(expression.left, state);
      const right = evaluateExpression(expression.right, state);
      return calculate(expression.operator, left, right, expression.type, expression.text);
    }
    case "negate": {
      const value = evaluateExpression(expression.operand, state);
      if (typeof value === "number") return -value;
      return isUnknown(value) ? value : unknownValue(describeExpression(expression), "wrong kind");
    }
    case "convert": {
      const value = evaluateExpression(expression.operand, state);
      return convert(value, expression.conversion, describeExpression(expression));
    }
    case "quantifier":
      return evaluateQuantifier(expression, state);
    case "conditional":
      return evaluateConditional(expression, state);
    case "match-value":
      return evaluateMatch(expression, state);
    case "call":
      return evaluateCall(expression, state);
    case "atom": {
      const value = evaluateCondition(expression.operand, state);
      noteAtom(expression.index, expression.operand, value, state);
      return value;
    }
  }
}

/** The truth of a condition; what is neither true nor false is unknown, `wrong kind`. */
export function evaluateCondition(expression: ProgramExpression, state: State): Truth {
  const { value, path } = locate(expression, state);
  if (typeof value === "boolean" || isUnknown(value)) return value;
  return unknownValue(path ?? describeExpression(expression), "wrong kind");
}

// --- paths --------------------------------------------------------------------------------------------------------

/**
 * The value of an expression, and where it was read. A path is written as the author would, with loop variables
 * replaced by the place they are bound to and indexes by their values: `worker.distance` is `Workers[2].distance`.
 */
export function locate(expression: ProgramExpression, state: State): Located {
  switch (expression.kind) {
    case "attribute": {
      const value = valueOfAttribute(expression.index, state);
      return { value: withinLimits(value, state), path: expression.name };
    }
    case "local": {
      const local = state.locals[expression.slot];
      if (local === undefined)
        return { value: unknownValue(expression.name, "missing"), path: null };
      return { value: withinLimits(local.value, state), path: local.path };
    }
    case "member":
      return locateMember(expression, state);
    case "index":
      return locateElement(expression, state);
    default:
      return { value: evaluateExpression(expression, state), path: null };
  }
}

function locateMember(expression: Node<"member">, state: State): Located {
  const object = locate(expression.object, state);
  const of = object.path ?? describeExpression(expression.object);
  const path = memberPath(of, expression.name);
  if (isUnknown(object.value)) return { value: object.value, path };
  if (!isRecord(object.value)) return { value: unknownValue(of, "wrong kind"), path };
  const field = object.value.fields.get(expression.name) ?? unknownValue(path, "missing");
  return { value: withinLimits(field, state), path };
}

function locateElement(expression: Node<"index">, state: State): Located {
  const object = locate(expression.object, state);
  const index = evaluateExpression(expression.index, state);
  const of = object.path ?? describeExpression(expression.object);
  const unknown = unknownAmong([object.value, index]);
  if (unknown !== null) return { value: unknown, path: expression.text };
  if (isList(object.value) && typeof index === "number") {
    const path = elementPath(of, index);
    const element = object.value[index] ?? unknownValue(path, "index out of range");
    return { value: withinLimits(element, state), path };
  }
  if (isRecord(object.value) && typeof index === "string") {
    const path = memberPath(of, index);
    const field = object.value.fields.get(index) ?? unknownValue(path, "missing");
    return { value: withinLimits(field, state), path };
  }
  return { value: unknownValue(expression.text, "wrong kind"), path: expression.text };
}

// --- conditions ---------------------------------------------------------------------------------------------------

function comparingIn(text: string, state: State): Comparing {
  return { path: text, visit: () => spend(state) };
}

function evaluateLogical(expression: Node<"logical">, state: State): Truth {
  const left = evaluateCondition(expression.left, state);
  const right = (): Truth => evaluateCondition(expression.right, state);
  return expression.operator === "AND" ? conjunction(left, right) : disjunction(left, right);
}

function evaluateComparison(expression: Node<"compare">, state: State): Truth {
  const { operator, left, right, text } = expression;
  const first = evaluateExpression(left, state);
  const second = evaluateExpression(right, state);
  const outcome = compareValues(operator, first, second, comparingIn(text, state));
  noteOperands(
    [
      [left, first],
      [right, second],
    ],
    state,
  );
  return outcome;
}

/** `x >= low AND x <= high`, x evaluated once. */
function evaluateBetween(expression: Node<"between">, state: State): Truth {
  const { value, low, high, text } = expression;
  const comparing = comparingIn(text, state);
  const between = evaluateExpression(value, state);
  const least = evaluateExpression(low, state);
  noteOperands(
    [
      [value, between],
      [low, least],
    ],
    state,
  );
  return conjunction(compareValues(">=", between, least, comparing), () => {
    const most = evaluateExpression(high, state);
    noteOperands(
      [
        [value, between],
        [low, least],
        [high, most],
      ],
      state,
    );
    return compareValues("<=", between, most, comparing);
  });
}

function evaluateMembership(expression: Node<"in">, state: State): Truth {
  const element = evaluateExpression(expression.element, state);
  const list = evaluateExpression(expression.list, state);
  const outcome = isMember(element, list, expression.text, state);
  noteOperands(
    [
      [expression.element, element],
      [expression.list, list],
    ],
    state,
  );
  return expression.negated ? negation(outcome) : outcome;
}

/** OR over the members of `element == member`: true on a known equal one, else unknown if any is. */
function isMember(element: Value, list: Value, text: string, state: State): Truth {
  if (!isList(list)) return unknownAmong([element, list]) ?? unknownValue(text, "wrong kind");
  const comparing = comparingIn(text, state);
  return someHold(list, (member) =>
    spend(state) ? equalValues(element, member, comparing) : stoppedValue,
  );
}

function evaluateTextTest(expression: Node<"text-test">, state: State): Truth {
  const left = evaluateExpression(expression.left, state);
  const right = evaluateExpression(expression.right, state);
  const outcome = testText(expression, left, right, state);
  noteOperands(
    [
      [expression.left, left],
      [expression.right, right],
    ],
    state,
  );
  return outcome;
}

function testText(expression: Node<"text-test">, left: Value, right: Value, state: State): Truth {
  const { operator, text } = expression;
  if (operator === "CONTAINS" && isList(left)) return isMember(right, left, text, state);
  const unknown = unknownAmong([left, right]);
  if (unknown !== null) return unknown;
  if (typeof left !== "string" || typeof right !== "string")
    return unknownValue(text, "wrong kind");
  switch (operator) {
    case "CONTAINS":
      return left.includes(right);
    case "STARTS WITH":
      return left.startsWith(right);
    case "ENDS WITH":
      return left.endsWith(right);
    case "MATCHES": {
      const pattern = state.patterns.get(right) ?? compilePattern(right);
      state.patterns.set(right, pattern);
      return pattern.ok ? pattern.test(left) : unknownValue(text, "invalid argument");
    }
  }
}

/** ANY is an OR over the elements, ALL an AND, and NONE an AND of what does not hold. */
function evaluateQuantifier(expression: Node<"quantifier">, state: State): Truth {
  const { quantifier, slot, condition, collectionText } = expression;
  const { value: list, path } = locate(expression.collection, state);
  const of = path ?? collectionText;
  if (isUnknown(list)) return list;
  if (!isList(list)) return unknownValue(of, "wrong kind");
  const holds = (element: Value, index: number): Truth => {
    if (!spend(state)) return stoppedValue;
    state.locals[slot] = { value: element, path: elementPath(of, index) };
    return evaluateCondition(condition, state);
  };
  switch (quantifier) {
    case "ANY":
      return someHold(list, holds);
    case "ALL":
      return allHold(list, holds);
    case "NONE":
      return negation(someHold(list, holds));
  }
}

// --- values -------------------------------------------------------------------------------------------------------

function evaluateRecord(expression: Node<"record">, state: State): Value {
  const fields = new Map<string, Value>();
  for (const { name, value } of expression.fields)
    fields.set(name, evaluateExpression(value, state));
  return withinLimits({ kind: "record", fields }, state);
}

/** In the other unit; a list element by element. */
function convert(value: Value, conversion: Conversion, path: string): Value {
  if (isUnknown(value)) return value;
  if (typeof value === "number") return finiteNumber(applyConversion(conversion, value), path);
  if (isList(value)) return value.map((element) => convert(element, conversion, path));
  return unknownValue(path, "wrong kind");
}

/** The value of the first branch whose condition holds; the first unknown condition makes the whole unknown. */
function evaluateConditional(expression: Node<"conditional">, state: State): Value {
  for (const [index, { condition, value }] of expression.branches.entries()) {
    const outcome = evaluateCondition(condition, state);
    noteChoice(expression, index, outcome, state);
    if (isUnknown(outcome)) return outcome;
    if (outcome) return evaluateExpression(value, state);
  }
  noteChoice(expression, "else", true, state);
  return evaluateExpression(expression.otherwise, state);
}

/** The value of the first arm that takes the subject; `not a member` where none does. */
function evaluateMatch(expression: Node<"match-value">, state: State): Value {
  const subject = evaluateExpression(expression.subject, state);
  if (isUnknown(subject)) return subject;
  const comparing = comparingIn(expression.text, state);
  for (const [index, { pattern, guard, value }] of expression.arms.entries()) {
    const matches = matchPattern(subject, pattern, comparing);
    const outcome = matches === true && guard !== null ? evaluateCondition(guard, state) : matches;
    noteChoice(expression, index, outcome, state);
    if (isUnknown(outcome)) return outcome;
    if (outcome) return evaluateExpression(value, state);
  }
  noteChoice(expression, "else", true, state);
  return unknownValue(expression.text, "not a member");
}

// --- calls --------------------------------------------------------------------------------------------------------

/** Arguments are all evaluated, left to right; a call with an unknown one is unknown without being made. */
function evaluateCall(expression: Node<"call">, state: State): Value {
  const called = standardFunctions.get(expression.function);
  if (called === undefined) return unknownValue(expression.text, "invalid argument");
  const lambdas = new Map<LambdaArgument, ProgramLambda>();
  const values: (Value | LambdaArgument)[] = [];
  let unknown: Unknown | null = null;
  for (const argument of expression.arguments) {
    if (argument.kind === "lambda") {
      const handle: LambdaArgument = { kind: "lambda-argument" };
      lambdas.set(handle, argument);
      values.push(handle);
    } else {
      const value = evaluateExpression(argument, state);
      if (isUnknown(value)) unknown = unknown === null ? value : joinUnknowns(unknown, value);
      values.push(value);
    }
  }
  if (unknown !== null || state.stopped) return unknown ?? stoppedValue;
  return withinLimits(called.evaluate(values, callContext(expression, lambdas, state)), state);
}

function callContext(
  expression: Node<"call">,
  lambdas: ReadonlyMap<LambdaArgument, ProgramLambda>,
  state: State,
): CallContext {
  const [logged] = expression.arguments;
  const { listLength, textLength } = state.options.limits;
  return {
    now: state.now,
    offsetMinutes: state.program.offsetMinutes,
    apply(handle, values) {
      const lambda = lambdas.get(handle);
      if (lambda === undefined || !spend(state)) return stoppedValue;
      for (const [index, { name, slot }] of lambda.parameters.entries()) {
        const value = values[index] ?? unknownValue(name, "missing");
        state.locals[slot] = { value, path: null };
      }
      return evaluateExpression(lambda.body, state);
    },
    visit(elements) {
      spend(state, elements);
    },
    log(value) {
      if (logged !== undefined && logged.kind !== "lambda") noteLog(value, logged.type, state);
    },
    fail: (reason) => unknownValue(expression.text, reason),
    checkLength(kind, length) {
      if (length <= (kind === "list" ? listLength : textLength)) return null;
      stop(state, kind === "list" ? "listLength" : "textLength");
      return stoppedValue;
    },
  };
}
