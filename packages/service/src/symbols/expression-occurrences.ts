// Mentions inside expressions and actions, and the way from an attribute to what an expression reads of it.
import { findFunction, type Span, type Tree } from "@omega/core";
import {
  mention,
  mentionAction,
  mentionAttribute,
  mentionField,
  symbolAtPath,
  type Walk,
} from "./mention.ts";
import { lookUp, openScope, type Scope } from "./scope.ts";
import { type Occurrence, type PolicySymbol, symbolOf } from "./symbol.ts";

/** Binds a name from here on and notes it. */
export function bindName(
  name: Tree.Name,
  path: string | null,
  scope: Scope,
  walk: Walk,
): PolicySymbol {
  const key = JSON.stringify(["local", walk.file, walk.item, name.span.start]);
  const standsFor = path === null ? null : symbolAtPath(walk, path);
  const symbol: PolicySymbol = {
    kind: "local",
    name: name.text,
    key,
    ...(standsFor !== null && { standsFor }),
  };
  mention(walk, symbol, name.span, "declare");
  scope.names.set(name.text, { symbol, path });
  return symbol;
}

/**
 * Notes what an expression mentions. Gives the way from an attribute to the value it reads, `Workers[].distance`; null
 * where the value is computed. `use` is what is done to the name the expression ends in.
 */
export function readExpression(
  expression: Tree.Expression,
  scope: Scope,
  walk: Walk,
  use: Occurrence["use"] = "read",
): string | null {
  const read = (part: Tree.Expression): string | null => readExpression(part, scope, walk);
  switch (expression.kind) {
    case "reference": {
      const bound = lookUp(expression.name, scope, walk.asked);
      if (bound === null) mentionAttribute(walk, expression.name, expression.span, use);
      else mention(walk, bound.symbol, expression.span, use);
      return bound === null ? expression.name : bound.path;
    }
    case "member": {
      const path = memberPath(readExpression(expression.object, scope, walk), expression.name.text);
      if (path !== null) mentionField(walk, path, expression.name.span, use);
      return path;
    }
    case "index": {
      const object = read(expression.object);
      if (expression.index.kind !== "text") {
        read(expression.index);
        return elementPath(object);
      }
      const path = memberPath(object, expression.index.value);
      if (path !== null) mentionField(walk, path, expression.index.span, use);
      return path;
    }
    case "number":
      readUnit(expression, walk);
      return null;
    case "unary":
      read(expression.operand);
      return null;
    case "binary":
      read(expression.left);
      read(expression.right);
      return null;
    case "between":
      read(expression.value);
      read(expression.low);
      read(expression.high);
      return null;
    case "is":
      read(expression.subject);
      return null;
    case "list":
      for (const element of expression.elements) read(element);
      return null;
    case "record":
      for (const { value } of expression.fields) read(value);
      return null;
    case "quantifier": {
      const path = elementPath(read(expression.collection));
      const inside = openScope(scope);
      bindName(expression.variable, path, inside, walk);
      readExpression(expression.condition, inside, walk);
      return null;
    }
    case "conditional": {
      for (const { condition, value } of expression.branches) {
        read(condition);
        read(value);
      }
      read(expression.otherwise);
      return null;
    }
    case "match-value":
      read(expression.subject);
      for (const { pattern, guard, value } of expression.arms) {
        readPattern(pattern, scope, walk);
        if (guard !== null) read(guard);
        read(value);
      }
      return null;
    case "call":
      return readCall(expression, scope, walk);
    case "lambda":
      readLambda(expression, null, scope, walk);
      return null;
    case "boolean":
    case "text":
    case "null":
    case "missing":
      return null;
  }
}

/** Notes what an action mentions, the action first. */
export function readAction(
  action: Tree.Action,
  use: Occurrence["use"],
  scope: Scope,
  walk: Walk,
): void {
  mentionAction(walk, action.name, use);
  for (const { value } of action.arguments) readExpression(value, scope, walk);
}

/** Notes what a literal mentions that is given for what `path` leads to: members of its records, and units. */
export function readValue(value: Tree.Expression, path: string | null, walk: Walk): void {
  switch (value.kind) {
    case "list":
      for (const element of value.elements) readValue(element, elementPath(path), walk);
      return;
    case "record":
      for (const { name, value: inner } of value.fields) {
        const field = memberPath(path, name.text);
        if (field !== null) mentionField(walk, field, name.span, "write");
        readValue(inner, field, walk);
      }
      return;
    default:
      readExpression(value, openScope(null), walk);
  }
}

/** Notes the units of a pattern's literals. */
export function readPattern(pattern: Tree.Pattern, scope: Scope, walk: Walk): void {
  for (const alternative of pattern.alternatives) {
    switch (alternative.kind) {
      case "literal-pattern":
        readExpression(alternative.literal, scope, walk);
        break;
      case "range-pattern":
        readUnit(alternative.low, walk);
        readUnit(alternative.high, walk);
        break;
      case "wildcard":
        break;
    }
  }
}

function readUnit({ unit, span }: Tree.NumberLiteral, walk: Walk): void {
  if (unit === "") return;
  const at: Span = { start: span.end - unit.length, end: span.end };
  mention(walk, symbolOf("unit", "", unit), at, "read");
}

/** Functions whose result holds the members of their first argument. */
const membersKept: ReadonlySet<string> = new Set([
  "filter",
  "sort",
  "sort_by",
  "unique",
  "reverse",
  "slice",
]);

/** Functions whose result is a member of their first argument. */
const memberTaken: ReadonlySet<string> = new Set(["first", "last"]);

function readCall(call: Tree.CallExpression, scope: Scope, walk: Walk): string | null {
  const definition = findFunction(call.path);
  const name = definition?.name ?? call.path.join("::");
  mention(walk, symbolOf("function", "", name), call.pathSpan, "read");
  let collection: string | null = null;
  for (const [position, argument] of call.arguments.entries()) {
    if (argument.kind === "lambda") readLambda(argument, elementPath(collection), scope, walk);
    else {
      const path = readExpression(argument, scope, walk);
      if (position === 0) collection = path;
    }
  }
  const short = call.path.at(-1) ?? "";
  if (membersKept.has(short)) return collection;
  return memberTaken.has(short) ? elementPath(collection) : null;
}

/** A lambda's last parameter stands for the member: the one before it, if any, is what `reduce` has so far. */
function readLambda(
  { parameters, body }: Tree.LambdaExpression,
  member: string | null,
  outer: Scope,
  walk: Walk,
): void {
  const scope = openScope(outer);
  for (const [position, parameter] of parameters.entries()) {
    const path = position === parameters.length - 1 ? member : null;
    bindName(parameter, path, scope, walk);
  }
  readExpression(body, scope, walk);
}

function memberPath(of: string | null, name: string): string | null {
  return of === null ? null : `${of}.${name}`;
}

export function elementPath(of: string | null): string | null {
  return of === null ? null : `${of}[]`;
}
