// Expressions as code, in two truth values: what they need to be known is demanded by statements in front. What has no
// code here, and whatever is not as demanded, is the interpreter's.
import { isInstant, type Value } from "../evaluate/value.ts";
import type { ProgramExpression } from "../semantics/program.ts";
import type { Conversion } from "../semantics/units/conversion.ts";
import {
  adopt,
  constant,
  demand,
  hold,
  inner,
  type JsonPlace,
  type Scalar,
  type Scope,
  temporary,
} from "./emission.ts";
import { emitCall } from "./emit-call.ts";
import { emitConditional, emitMatchValue } from "./emit-choice.ts";
import { demandList, emitAttribute, emitPlace, fits } from "./emit-place.ts";
import { type Printable, printLiteral, printNumber, printText } from "./print-literal.ts";

type Node<Kind extends ProgramExpression["kind"]> = ProgramExpression & { readonly kind: Kind };

/** The expression's value, or null. Demands go to `scope`. */
export function emitScalar(expression: ProgramExpression, scope: Scope): Scalar | null {
  switch (expression.kind) {
    case "constant":
      return emitConstant(expression.value);
    case "attribute": {
      const attribute = scope.emission.program.attributes[expression.index];
      const read =
        attribute === undefined ? null : emitAttribute(expression.index, attribute, scope);
      if (read === null) return null;
      demand(scope, read.known);
      return scalarOf(expression, read.code);
    }
    case "local":
      return emitLocal(expression, scope);
    case "member":
    case "index":
      return emitReading(expression, scope);
    case "arithmetic":
      return emitArithmetic(expression, scope);
    case "negate": {
      const operand = emitNumber(expression.operand, scope);
      return operand === null ? null : { kind: "number", code: `(-${operand})` };
    }
    case "convert": {
      const operand = emitNumber(expression.operand, scope);
      if (operand === null) return null;
      return finite(convert(operand, expression.conversion), scope);
    }
    case "conditional":
      return emitConditional(expression, scope);
    case "match-value":
      return emitMatchValue(expression, scope);
    case "call":
      return emitCall(expression, scope);
    case "list":
    case "record":
      return null;
    case "condition":
    case "not":
    case "logical":
    case "compare":
    case "between":
    case "in":
    case "text-test":
    case "is":
    case "quantifier":
    case "atom": {
      const code = emitCondition(expression, scope);
      return code === null ? null : { kind: "boolean", code };
    }
  }
}

function emitConstant(value: Value): Scalar | null {
  switch (typeof value) {
    case "number":
      return { kind: "number", code: printNumber(value) };
    case "boolean":
      return { kind: "boolean", code: String(value) };
    case "string":
      return { kind: "text", code: printText(value) };
    case "object":
      return isInstant(value) ? { kind: "time", code: printNumber(value.milliseconds) } : null;
  }
}

/** A scalar of the expression's static type. */
function scalarOf({ type: { kind } }: ProgramExpression, code: string): Scalar | null {
  return kind === "number" || kind === "boolean" || kind === "text" || kind === "time"
    ? { kind, code }
    : null;
}

function emitLocal(expression: Node<"local">, scope: Scope): Scalar | null {
  const local = scope.locals.get(expression.slot);
  switch (local?.kind) {
    case undefined:
      return null;
    case "index":
      return { kind: "number", code: local.code };
    case "member":
      if (local.scalar.kind === "text")
        demand(scope, `${local.scalar.code}.length <= f.textLength`);
      return local.scalar;
    case "element":
      return emitReading(expression, scope);
    case "let": {
      const kind = expression.type.kind;
      if (kind !== "number" && kind !== "boolean" && kind !== "text") return null;
      const code = hold(scope, local.code);
      demand(
        scope,
        kind === "text"
          ? `typeof ${code} === "string" && ${code}.length <= f.textLength`
          : `typeof ${code} === "${kind}"`,
      );
      return { kind, code };
    }
  }
}

/** A scalar read from the context's JSON as it was given. */
function emitReading(expression: ProgramExpression, scope: Scope): Scalar | null {
  const place = emitPlace(expression, scope);
  if (place === null || place.type.kind !== expression.type.kind) return null;
  const condition = fits(place.code, place.type, place.declared);
  if (condition === null) return null;
  demand(scope, condition);
  return scalarOf(expression, place.code);
}

/** A number's code. */
function emitNumber(expression: ProgramExpression, scope: Scope): string | null {
  const scalar = emitScalar(expression, scope);
  return scalar?.kind === "number" ? scalar.code : null;
}

function emitArithmetic(expression: Node<"arithmetic">, scope: Scope): Scalar | null {
  const { operator } = expression;
  const left = emitNumber(expression.left, scope);
  const right = emitNumber(expression.right, scope);
  if (left === null || right === null) return null;
  if (operator === "/" || operator === "MOD") demand(scope, `${right} !== 0`);
  return finite(
    operator === "MOD" ? `modulo(${left}, ${right})` : `${left} ${operator} ${right}`,
    scope,
  );
}

function finite(code: string, scope: Scope): Scalar {
  const result = hold(scope, code);
  demand(scope, `${result} - ${result} === 0`);
  return { kind: "number", code: result };
}

/** As `applyConversion` computes it, step by step. */
function convert(code: string, { shift, multiply, divide, add }: Conversion): string {
  let result = code;
  if (shift !== 0) result = `(${result} + ${printNumber(shift)})`;
  if (multiply !== 1) result = `${result} * ${printNumber(multiply)}`;
  if (divide !== 1) result = `${result} / ${printNumber(divide)}`;
  return add === 0 ? result : `${result} + ${printNumber(add)}`;
}

// --- conditions ---------------------------------------------------------------------------------------------------

/** The condition as an expression that is true or false, or null; what it demands goes to `scope`. */
export function emitCondition(expression: ProgramExpression, scope: Scope): string | null {
  switch (expression.kind) {
    case "atom":
      return emitCondition(expression.operand, scope);
    case "condition":
      return emitCondition(expression.condition.expression, scope);
    case "not": {
      const operand = emitCondition(expression.operand, scope);
      return operand === null ? null : `!${operand}`;
    }
    case "logical":
      return emitLogical(expression, scope);
    case "compare":
      return emitComparison(expression, scope);
    case "between":
      return emitBetween(expression, scope);
    case "in":
      return emitMembership(expression, scope);
    case "text-test":
      return emitTextTest(expression, scope);
    case "is":
      return emitIs(expression, scope);
    case "quantifier":
      return emitQuantifier(expression, scope);
    case "constant":
    case "attribute":
    case "local":
    case "member":
    case "index":
    case "list":
    case "record":
    case "arithmetic":
    case "negate":
    case "convert":
    case "conditional":
    case "match-value":
    case "call": {
      if (expression.type.kind !== "boolean") return null;
      const scalar = emitScalar(expression, scope);
      return scalar?.kind === "boolean" ? scalar.code : null;
    }
  }
}

/** Code that runs `exit` where the condition does not hold. False where the condition has no code. */
export function emitExit(expression: ProgramExpression, exit: string, scope: Scope): boolean {
  if (expression.kind === "logical" && expression.operator === "AND") {
    return emitExit(expression.left, exit, scope) && emitExit(expression.right, exit, scope);
  }
  const condition = emitCondition(expression, scope);
  if (condition === null) return false;
  scope.lines.push(`if (!${condition}) ${exit}`);
  return true;
}

/** The right side is not looked at where the left one decides; what it demands then is not demanded either. */
function emitLogical(expression: Node<"logical">, scope: Scope): string | null {
  const left = emitCondition(expression.left, scope);
  const inside = inner(scope);
  const right = left === null ? null : emitCondition(expression.right, inside);
  if (left === null || right === null) return null;
  adopt(scope, inside);
  return emitBoth(expression.operator === "AND", left, right, inside.lines, scope);
}

/** `left AND right`, or OR; `lines` stand before the right side and run only where that is looked at. */
function emitBoth(
  isAnd: boolean,
  left: string,
  right: string,
  lines: readonly string[],
  scope: Scope,
): string {
  if (lines.length === 0) return `(${left} ${isAnd ? "&&" : "||"} ${right})`;
  const result = temporary(scope.emission);
  scope.lines.push(
    `let ${result} = ${left};`,
    `if (${isAnd ? "" : "!"}${result}) {`,
    ...lines,
    `${result} = ${right};`,
    "}",
  );
  return result;
}

const operators = {
  "==": "===",
  "!=": "!==",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
} as const;

function emitComparison({ operator, left, right }: Node<"compare">, scope: Scope): string | null {
  const first = emitScalar(left, scope);
  const second = emitScalar(right, scope);
  if (first === null || second === null || first.kind !== second.kind) return null;
  if (operator !== "==" && operator !== "!=" && !isOrdered(first)) return null;
  return `(${first.code} ${operators[operator]} ${second.code})`;
}

function isOrdered({ kind }: Scalar): boolean {
  return kind === "number" || kind === "time";
}

/** The upper bound is evaluated only where the lower one holds. */
function emitBetween({ value, low, high }: Node<"between">, scope: Scope): string | null {
  const between = emitScalar(value, scope);
  const least = emitScalar(low, scope);
  const inside = inner(scope);
  const most = emitScalar(high, inside);
  if (between === null || least === null || most === null) return null;
  if (!isOrdered(between) || between.kind !== least.kind || between.kind !== most.kind) return null;
  adopt(scope, inside);
  const isAbove = `${between.code} >= ${least.code}`;
  return emitBoth(true, isAbove, `${between.code} <= ${most.code}`, inside.lines, scope);
}

// --- membership ---------------------------------------------------------------------------------------------------

/** Steps are the members up to the one that decides, so a constant list is a map of members to their positions. */
function emitMembership({ element, list, negated }: Node<"in">, scope: Scope): string | null {
  const wanted = emitScalar(element, scope);
  if (wanted === null || (wanted.kind !== "number" && wanted.kind !== "text")) return null;
  const position = emitPosition(wanted, list, scope);
  return position === null ? null : `(${position} ${negated ? "===" : "!=="} undefined)`;
}

/** A variable with the position of the member in the list, from 1, or undefined. The steps are taken. */
function emitPosition(wanted: Scalar, list: ProgramExpression, scope: Scope): string | null {
  const members = constantMembers(list);
  const type = wanted.kind === "text" ? "string" : "number";
  if (members === null) {
    return list.kind === "list" ? emitListed(wanted, list, scope) : emitSearch(wanted, list, scope);
  }
  if (!members.every((member) => typeof member === type)) return null;
  const positions = new Map<Printable, number>();
  for (const [index, member] of members.entries()) {
    // Numbers are keys in Maps as === compares them: -0 is 0.
    if (!positions.has(member)) positions.set(member, index + 1);
  }
  const entries = [...positions].map(([member, at]): Printable => [member, at]);
  const map = constant(scope.emission, `new Map(${printLiteral(entries)})`);
  scope.emission.longestList = Math.max(scope.emission.longestList, members.length);
  scope.counts = true;
  const position = hold(scope, `${map}.get(${wanted.code})`);
  scope.lines.push(`steps += ${position} === undefined ? ${members.length} : ${position};`);
  return position;
}

/** A look through members that are computed: all of them, before the first is compared. */
function emitListed(wanted: Scalar, { elements }: Node<"list">, scope: Scope): string | null {
  const members: string[] = [];
  for (const element of elements) {
    const member = emitScalar(element, scope);
    if (member?.kind !== wanted.kind) return null;
    members.push(member.code);
  }
  const { emission } = scope;
  emission.longestList = Math.max(emission.longestList, members.length);
  scope.counts = true;
  const choices = members.map((code, index) => `${code} === ${wanted.code} ? ${index + 1} : `);
  const position = hold(scope, `${choices.join("")}undefined`);
  scope.lines.push(`steps += ${position} ?? ${members.length};`);
  return position;
}

/** The members of a list that is the same in every context. */
function constantMembers(list: ProgramExpression): readonly Printable[] | null {
  if (list.kind === "constant") return Array.isArray(list.value) ? list.value : null;
  if (list.kind !== "list") return null;
  const members: Printable[] = [];
  for (const element of list.elements) {
    if (element.kind !== "constant" || typeof element.value === "object") return null;
    members.push(element.value);
  }
  return members;
}

/** A search through a list of the context. A list that holds anything else than fits is the interpreter's. */
function emitSearch(wanted: Scalar, list: ProgramExpression, scope: Scope): string | null {
  const place = emitPlace(list, scope);
  if (place === null || place.type.kind !== "list") return null;
  const { element } = place.type;
  if (element.kind !== wanted.kind) return null;
  const fitting = fits("member", element, place.declared);
  if (fitting === null) return null;
  scope.counts = true;
  const isOfKind = constant(
    scope.emission,
    `(list, f) => { for (const member of list) if (!(${fitting})) return false; return true; }`,
  );
  const usable = `Array.isArray(${place.code}) && ${place.code}.length <= f.listLength && ${isOfKind}(${place.code}, f)`;
  if (list.kind === "attribute") {
    // Looked through once, however often a loop searches it.
    scope.reads.searches.set(list.index, usable);
    demand(scope, `m${list.index}`);
  } else demand(scope, usable);
  const at = hold(scope, `${place.code}.indexOf(${wanted.code})`);
  const found = hold(scope, `${at} === -1 ? undefined : ${at} + 1`);
  scope.lines.push(`steps += ${found} ?? ${place.code}.length;`);
  return found;
}

// --- texts, IS, quantifiers ---------------------------------------------------------------------------------------

function emitTextTest({ operator, left, right }: Node<"text-test">, scope: Scope): string | null {
  const text = emitScalar(left, scope);
  const part = emitScalar(right, scope);
  if (text?.kind !== "text" || part?.kind !== "text") return null;
  switch (operator) {
    case "CONTAINS":
      return `${text.code}.includes(${part.code})`;
    case "STARTS WITH":
      return `${text.code}.startsWith(${part.code})`;
    case "ENDS WITH":
      return `${text.code}.endsWith(${part.code})`;
    case "MATCHES": {
      if (right.kind !== "constant") return null;
      const pattern = constant(scope.emission, `compilePattern(${part.code})`);
      demand(scope, `${pattern}.ok`);
      return `${pattern}.test(${text.code})`;
    }
  }
}

/** Whether a reading is there and usable. Samples, and forms that take more to read, are the interpreter's. */
function emitIs({ subject, state, negated }: Node<"is">, scope: Scope): string | null {
  const asksKnown = (state === "KNOWN") !== negated;
  const known = emitKnown(subject, scope);
  return known === null ? null : asksKnown ? `(${known})` : `!(${known})`;
}

function emitKnown(subject: ProgramExpression, scope: Scope): string | null {
  if (subject.kind === "attribute") {
    const attribute = scope.emission.program.attributes[subject.index];
    if (attribute === undefined || attribute.sample !== null) return null;
    const read = emitAttribute(subject.index, attribute, scope);
    if (read !== null) demand(scope, `${read.code} !== null`);
    return read?.known ?? null;
  }
  const place = emitPlace(subject, scope);
  const condition = place === null ? null : fits(place.code, place.type, place.declared);
  if (place === null || condition === null) return null;
  demand(scope, `${place.code} === undefined || ${place.code} === null || ${condition}`);
  return `${place.code} !== undefined && ${place.code} !== null`;
}

/** A loop that ends at the element that decides. */
function emitQuantifier(expression: Node<"quantifier">, scope: Scope): string | null {
  const { emission } = scope;
  const list = emitPlace(expression.collection, scope);
  if (list === null || list.type.kind !== "list") return null;
  demandList(list, scope);
  const index = temporary(emission);
  const code = temporary(emission);
  const path = `${list.path} + "[" + ${index} + "]"`;
  const json: JsonPlace = { code, type: list.type.element, declared: list.declared, path };
  const inside: Scope = {
    ...inner(scope),
    locals: new Map([...scope.locals, [expression.slot, { kind: "element", json }]]),
  };
  const condition = emitCondition(expression.condition, inside);
  if (condition === null) return null;
  adopt(scope, inside);
  scope.counts = true;
  const { quantifier } = expression;
  const decides = quantifier === "ALL" ? `!${condition}` : condition;
  const decided = temporary(emission);
  scope.lines.push(
    `let ${decided} = false;`,
    `for (let ${index} = 0; ${index} < ${list.code}.length; ${index}++) {`,
    `const ${code} = ${list.code}[${index}];`,
    `if (++steps > most) ${scope.giveUp}`,
    ...inside.lines,
    `if (${decides}) { ${decided} = true; break; }`,
    "}",
  );
  return quantifier === "ANY" ? decided : `!${decided}`;
}
