// Conditions that type-check: comparisons, membership, text tests, quantifiers, calls and what joins them.
import type { Tree } from "@omega/core";
import * as node from "../nodes.ts";
import type { ExpressionSource } from "./expression-source.ts";
import {
  booleanKind,
  drawQuantity,
  instants,
  type Kind,
  listOf,
  plain,
  plainKind,
  textKind,
  textValues,
  timeKind,
} from "./kinds.ts";
import { freshName, listPaths, pathsIn, pathsOf, type Scope, withVariable } from "./scope.ts";

/** Patterns in RE2 syntax. */
const patterns = ["^a", "[A-Z]{3}-\\d", "^$", "(ok|auto)", "\\p{L}+", "o.*o", "(?i)ANA"];

/** A condition, nested at most `depth` deep. */
export function drawCondition(
  source: ExpressionSource,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const { draw } = source;
  const inner = (): Tree.Expression => drawCondition(source, scope, depth - 1);
  return draw.part("condition", () =>
    draw.weighted<Tree.Expression>([
      [3, () => drawComparison(source, scope, Math.max(0, depth - 1))],
      [2, () => drawBooleanLeaf(source, scope)],
      [scope.allowsIs ? 1 : 0, () => drawIs(source, scope)],
      [2, () => drawTextTest(source, scope, Math.max(0, depth - 1))],
      [depth > 0 ? 3 : 0, () => node.binary("AND", inner(), inner())],
      [depth > 0 ? 3 : 0, () => node.binary("OR", inner(), inner())],
      [depth > 0 ? 2 : 0, () => node.not(inner())],
      [depth > 0 ? 2 : 0, () => drawBetween(source, scope, depth - 1)],
      [depth > 0 ? 2 : 0, () => drawMembership(source, scope, depth - 1)],
      [depth > 0 ? 3 : 0, () => drawQuantifier(source, scope, depth - 1)],
      [depth > 0 ? 2 : 0, () => drawPredicateCall(source, scope, depth - 1)],
      [
        depth > 0 ? 1 : 0,
        () =>
          node.conditional(
            draw.list(1, 2, () => ({ condition: inner(), value: inner() })),
            inner(),
          ),
      ],
    ]),
  );
}

function drawBooleanLeaf({ draw }: ExpressionSource, scope: Scope): Tree.Expression {
  const paths = pathsOf(scope, booleanKind);
  return paths.length === 0 || draw.chance(1, 12)
    ? node.boolean(draw.chance(1, 2))
    : draw.pick(paths).expression;
}

function drawIs({ draw }: ExpressionSource, scope: Scope): Tree.Expression {
  const paths = pathsIn(scope);
  if (paths.length === 0) return node.boolean(true);
  return node.is(draw.pick(paths).expression, draw.pick(["KNOWN", "MISSING"]), draw.chance(1, 3));
}

/** What there is in scope to compare, as a kind and an expression of it. */
function drawSubject(
  source: ExpressionSource,
  scope: Scope,
  depth: number,
  wanted: (kind: Kind) => boolean,
): { readonly kind: Kind; readonly expression: Tree.Expression } {
  const { draw } = source;
  const paths = pathsIn(scope).filter(({ kind }) => wanted(kind));
  if (paths.length === 0)
    return { kind: plainKind, expression: source.of(plainKind, scope, depth) };
  const path = draw.pick(paths);
  return depth > 0 && draw.chance(1, 3)
    ? { kind: path.kind, expression: source.of(path.kind, scope, depth) }
    : path;
}

const isNumber = (kind: Kind): boolean => kind.kind === "number";
const isScalar = (kind: Kind): boolean => kind.kind !== "record" && kind.kind !== "list";

function drawComparison(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const { kind, expression } = drawSubject(source, scope, depth, isScalar);
  const ordered = kind.kind === "number" || kind.kind === "time";
  const operator = ordered
    ? draw.pick(["<", ">", "<=", ">=", "==", "!="] as const)
    : draw.pick(["==", "!="] as const);
  const other = (): Tree.Expression => {
    if (kind.kind === "boolean") return drawBooleanLeaf(source, scope);
    const isInstant = kind.kind === "time" && draw.chance(1, 2);
    return isInstant ? node.text(draw.pick(instants)) : source.of(kind, scope, depth);
  };
  return node.binary(operator, expression, other());
}

function drawBetween(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { kind, expression } = drawSubject(source, scope, depth, isNumber);
  return node.between(expression, source.of(kind, scope, 0), source.of(kind, scope, depth));
}

function drawMembership(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const { kind, expression } = drawSubject(source, scope, depth, isScalar);
  const operator = draw.pick(["IN", "NOT IN"] as const);
  return node.binary(operator, expression, source.of(listOf(kind), scope, depth));
}

function drawTextTest(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const subject = source.of(textKind, scope, depth);
  if (draw.chance(1, 5)) {
    const lists = listPaths(scope).filter(({ element }) => isScalar(element));
    if (lists.length > 0) {
      const { expression, element } = draw.pick(lists);
      return node.binary("CONTAINS", expression, source.of(element, scope, depth));
    }
  }
  if (draw.chance(1, 3)) return node.binary("MATCHES", subject, node.text(draw.pick(patterns)));
  const operator = draw.pick(["CONTAINS", "STARTS WITH", "ENDS WITH"] as const);
  return node.binary(operator, subject, node.text(draw.pick(textValues)));
}

function drawQuantifier(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const { expression, element } = drawList(source, scope, depth);
  const variable = freshName(scope, "each");
  const condition = drawCondition(source, withVariable(scope, variable, element), depth);
  return node.quantifier(draw.pick(["ANY", "ALL", "NONE"]), variable, expression, condition);
}

/** A list in scope with the kind of its members, else one of numbers. */
function drawList(
  source: ExpressionSource,
  scope: Scope,
  depth: number,
): { readonly expression: Tree.Expression; readonly element: Kind } {
  const lists = listPaths(scope);
  return lists.length === 0
    ? { expression: source.of(listOf(plainKind), scope, depth), element: plainKind }
    : source.draw.pick(lists);
}

function drawPredicateCall(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const text = (): Tree.Expression => source.of(textKind, scope, depth);
  const literal = (): Tree.Expression => node.text(draw.pick(textValues));
  const overList = (name: string): Tree.Expression => {
    const { expression, element } = drawList(source, scope, depth);
    const variable = freshName(scope, "x");
    const inside = withVariable(scope, variable, element);
    return node.call(
      name,
      expression,
      node.lambda([variable], drawCondition(source, inside, depth)),
    );
  };
  return draw.weighted<Tree.Expression>([
    [2, () => overList(draw.pick(["any", "std::list::any"]))],
    [2, () => overList(draw.pick(["all", "std::list::all"]))],
    [1, () => node.call("std::string::contains", text(), literal())],
    [1, () => node.call("std::string::starts_with", text(), literal())],
    [1, () => node.call("std::string::ends_with", text(), literal())],
    [1, () => node.call("std::string::matches", text(), node.text(draw.pick(patterns)))],
    [1, () => drawListContains(source, scope, depth)],
    [1, () => node.call("std::io::log", drawCondition(source, scope, depth))],
    [scope.hasClock ? 2 : 0, () => drawClockCall(source, scope, depth)],
  ]);
}

function drawListContains(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const lists = listPaths(scope).filter(({ element }) => isScalar(element));
  const found = lists.length === 0 ? null : draw.pick(lists);
  const list = found?.expression ?? node.list(draw.list(1, 3, () => drawQuantity(draw, plainKind)));
  const element = found?.element ?? { kind: "number", family: plain, difference: false };
  return node.call("std::list::contains", list, source.of(element, scope, depth));
}

function drawClockCall(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { draw } = source;
  const at = (): readonly Tree.Expression[] =>
    draw.chance(1, 2) ? [source.of(timeKind, scope, depth)] : [];
  const offset = node.text(draw.pick(["+00:00", "+07:00", "-03:30"]));
  const windows = [
    ["08:00", "17:00"],
    ["22:00", "06:00"],
  ] as const;
  const [start, end] = draw.pick(windows);
  return draw.chance(1, 2)
    ? node.call("std::time::is_weekend", ...at(), offset)
    : node.call("std::time::in_window", ...at(), node.text(start), node.text(end), offset);
}
