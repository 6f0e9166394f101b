// Values that type-check: numbers with their units, texts, times, lists and records, by operators, calls and choices.
import type { Tree } from "@omega/core";
import * as node from "../nodes.ts";
import type { ExpressionSource } from "./expression-source.ts";
import {
  booleanKind,
  drawLiteralOf,
  drawQuantity,
  duration,
  durationKind,
  isAbsolute,
  type Kind,
  length,
  listOf,
  type NumberKind,
  numberKind,
  plain,
  plainKind,
  sameKind,
  speed,
  textKind,
  textValues,
  timeKind,
  type UnitFamily,
} from "./kinds.ts";
import { freshName, listPaths, pathsOf, type Scope, withVariable } from "./scope.ts";

type Build = () => Tree.Expression;
type Options = readonly (readonly [number, Build])[];

/** A value that is no condition, nested at most `depth` deep. */
export function drawValue(
  source: ExpressionSource,
  kind: Exclude<Kind, { kind: "boolean" }>,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const { draw } = source;
  return draw.part(`value ${kind.kind}`, () => {
    const paths = pathsOf(scope, kind);
    return draw.weighted<Tree.Expression>([
      [2, () => drawLiteralOf(draw, kind)],
      [paths.length > 0 ? 5 : 0, () => draw.pick(paths).expression],
      ...(depth > 0 ? choices(source, kind, scope, depth - 1) : []),
      ...(depth > 0 ? operations(source, kind, scope, depth - 1) : []),
    ]);
  });
}

function operations(
  source: ExpressionSource,
  kind: Exclude<Kind, { kind: "boolean" }>,
  scope: Scope,
  depth: number,
): Options {
  switch (kind.kind) {
    case "number":
      return numberOperations(source, kind, scope, depth);
    case "text":
      return kind.values === null ? textOperations(source, scope, depth) : [];
    case "time":
      return timeOperations(source, scope, depth);
    case "list":
      return listOperations(source, kind, scope, depth);
    case "record":
      return [];
  }
}

/** What makes a value of any kind: conditional and match values, the log, a member of a list, a fold. */
function choices(source: ExpressionSource, kind: Kind, scope: Scope, depth: number): Options {
  const { draw } = source;
  const inner: Build = () => source.of(kind, scope, depth);
  const lists = pathsOf(scope, listOf(kind));
  const list: Build = () => draw.pick(lists).expression;
  const logged = kind.kind === "record" ? 0 : 1;
  return [
    [
      1,
      () =>
        node.conditional(
          draw.list(1, 2, () => ({
            condition: source.of(booleanKind, scope, depth),
            value: inner(),
          })),
          inner(),
        ),
    ],
    [1, () => drawMatchValue(source, inner, scope, depth)],
    [logged, () => node.call("std::io::log", inner())],
    [lists.length > 0 ? 1 : 0, () => node.call("std::list::first", list())],
    [lists.length > 0 ? 1 : 0, () => node.call("std::list::last", list())],
    [lists.length > 0 ? 1 : 0, () => node.index(list(), drawPosition(source, scope))],
  ];
}

/** A whole number from 0, or what is one at run time or not: no other number may be written there. */
function drawPosition({ draw }: ExpressionSource, scope: Scope): Tree.Expression {
  const paths = pathsOf(scope, plainKind);
  return paths.length === 0 || draw.chance(2, 3)
    ? node.number(String(draw.whole(3)))
    : draw.pick(paths).expression;
}

function drawMatchValue(
  source: ExpressionSource,
  inner: Build,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const { draw } = source;
  const guard = (): Tree.Expression | null =>
    draw.chance(1, 4) ? source.of(booleanKind, scope, depth) : null;
  const arms = draw.list(1, 2, (position) => ({
    pattern: node.pattern(node.literalPattern(node.number(String(position)))),
    guard: guard(),
    value: inner(),
    span: node.nowhere,
  }));
  const otherwise = {
    pattern: node.pattern(node.wildcard),
    guard: null,
    value: inner(),
    span: node.nowhere,
  };
  return {
    kind: "match-value",
    subject: source.of(plainKind, scope, depth),
    arms: draw.chance(1, 5) ? arms : [...arms, otherwise],
    span: node.nowhere,
  };
}

// --- numbers ------------------------------------------------------------------------------------------------------

function numberOperations(
  source: ExpressionSource,
  kind: NumberKind,
  scope: Scope,
  depth: number,
): Options {
  const { draw } = source;
  const inner: Build = () => source.of(kind, scope, depth);
  const members: Build = () => source.of(listOf(kind), scope, depth);
  const unit = node.reference(draw.pick(kind.family.units));
  const rounding = draw.pick(["round", "std::math::round", "std::math::floor", "std::math::ceil"]);
  const roundable = /^[a-z]+$/i.test(unit.kind === "reference" ? unit.name : "");
  const shared: Options = [
    [1, () => node.call(draw.pick(["min", "max", "avg", "std::math::avg"]), inner(), inner())],
    [1, () => node.call(draw.pick(["min", "std::math::max", "avg"]), members())],
    [1, () => node.call("std::math::median", members())],
    [
      1,
      () =>
        node.call(
          "std::math::percentile",
          members(),
          node.number(draw.pick(["50", "95", "0", "101"])),
        ),
    ],
    [1, () => node.call("std::math::clamp", inner(), drawQuantity(draw, kind), inner())],
    [roundable ? 1 : 0, () => node.call(rounding, inner(), unit)],
  ];
  if (isAbsolute(kind)) return [...shared, ...absoluteOperations(source, kind, scope, depth)];
  return [
    ...shared,
    [3, () => node.binary(draw.pick(["+", "-"] as const), inner(), inner())],
    [1, () => node.binary("MOD", inner(), inner())],
    [2, () => node.binary("*", inner(), source.of(plainKind, scope, depth))],
    [1, () => node.binary("/", inner(), source.of(plainKind, scope, depth))],
    [1, () => node.negative(inner())],
    [1, () => node.call(draw.pick(["abs", "std::math::abs"]), inner())],
    [1, () => node.call(draw.pick(["sum", "std::math::sum"]), members())],
    [1, () => drawSumOf(source, kind, scope, depth)],
    [1, () => drawFold(source, kind, scope, depth)],
    ...(kind.difference ? differenceOperations(source, kind, scope) : []),
    ...derivedOperations(source, kind, scope, depth),
  ];
}

/** An absolute temperature plus or minus a difference. */
function absoluteOperations(
  source: ExpressionSource,
  kind: NumberKind,
  scope: Scope,
  depth: number,
): Options {
  const { draw } = source;
  // A literal on the left would be taken for a difference.
  const paths = pathsOf(scope, kind);
  if (paths.length === 0) return [];
  const difference = numberKind(kind.family, true);
  return [
    [
      2,
      () =>
        node.binary(
          draw.pick(["+", "-"] as const),
          draw.pick(paths).expression,
          draw.chance(1, 2) ? drawQuantity(draw, kind) : source.of(difference, scope, depth),
        ),
    ],
  ];
}

function differenceOperations(source: ExpressionSource, kind: NumberKind, scope: Scope): Options {
  const absolute = numberKind(kind.family);
  const paths = pathsOf(scope, absolute);
  if (paths.length === 0) return [];
  const path: Build = () => source.draw.pick(paths).expression;
  const lists = pathsOf(scope, listOf(absolute));
  return [
    [3, () => node.binary("-", path(), path())],
    [
      lists.length > 0 ? 1 : 0,
      () => node.call("std::math::stddev", source.draw.pick(lists).expression),
    ],
  ];
}

/** Quantities of other dimensions that make one of this. */
function derivedOperations(
  source: ExpressionSource,
  kind: NumberKind,
  scope: Scope,
  depth: number,
): Options {
  const { draw } = source;
  const of = (family: UnitFamily): Tree.Expression => source.of(numberKind(family), scope, depth);
  switch (kind.family) {
    case length:
      return [[2, () => node.binary("*", of(speed), of(duration))]];
    case speed:
      return [[2, () => node.binary("/", of(length), of(duration))]];
    case duration:
      return [
        [2, () => node.binary("/", of(length), of(speed))],
        [1, () => node.call("std::time::diff", ...twoTimes(source, scope, depth))],
      ];
    case plain:
      return plainOperations(source, scope, depth);
    default: {
      const list = pathsOf(scope, listOf(kind));
      return [
        [list.length > 0 ? 1 : 0, () => node.call("std::math::stddev", draw.pick(list).expression)],
      ];
    }
  }
}

function twoTimes(
  source: ExpressionSource,
  scope: Scope,
  depth: number,
): readonly [Tree.Expression, Tree.Expression] {
  return [source.of(timeKind, scope, depth), source.of(timeKind, scope, depth)];
}

function plainOperations(source: ExpressionSource, scope: Scope, depth: number): Options {
  const { draw } = source;
  const inner: Build = () => source.of(plainKind, scope, depth);
  const text: Build = () => source.of(textKind, scope, depth);
  const offset = node.text(draw.pick(["+00:00", "-03:30"]));
  const lists = listPaths(scope);
  const durations = pathsOf(scope, durationKind);
  const clocked = scope.hasClock ? 1 : 0;
  return [
    [1, () => node.call("std::math::sqrt", inner())],
    [
      1,
      () => node.call("std::math::pow", inner(), node.number(draw.pick(["2", "3", "-1", "1000"]))),
    ],
    [1, () => node.call("std::math::sign", inner())],
    [durations.length > 0 ? 1 : 0, () => drawRatio(draw.pick(durations).expression)],
    [1, () => node.call(draw.pick(["length", "std::string::length"]), text())],
    [lists.length > 0 ? 1 : 0, () => node.call("length", draw.pick(lists).expression)],
    [lists.length > 0 ? 1 : 0, () => drawCount(source, scope, depth)],
    [1, () => node.call("std::time::duration_between_ms", ...twoTimes(source, scope, depth))],
    [clocked, () => node.call("std::time::weekday", offset)],
    [clocked, () => node.call("std::time::hour", source.of(timeKind, scope, depth), offset)],
    [clocked, () => node.call("std::time::now_unix_millis")],
  ];
}

/** Of quantities in one unit: what is in different ones has a unit itself, `s/ms`. */
function drawRatio(quantity: Tree.Expression): Tree.Expression {
  return node.binary("/", node.call("max", quantity, quantity), quantity);
}

function drawCount(source: ExpressionSource, scope: Scope, depth: number): Tree.Expression {
  const { expression, element } = source.draw.pick(listPaths(scope));
  const variable = freshName(scope, "x");
  const inside = withVariable(scope, variable, element);
  return node.call(
    "count",
    expression,
    node.lambda([variable], source.of(booleanKind, inside, depth)),
  );
}

/** `sum(list, |x| …)` over any list in scope. */
function drawSumOf(
  source: ExpressionSource,
  kind: NumberKind,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const lists = listPaths(scope);
  const found = lists.length === 0 ? null : source.draw.pick(lists);
  const list = found?.expression ?? source.of(listOf(plainKind), scope, depth);
  const variable = freshName(scope, "x");
  const inside = withVariable(scope, variable, found?.element ?? plainKind);
  return node.call("sum", list, node.lambda([variable], source.of(kind, inside, depth)));
}

/** `reduce(list, |acc, x| acc + …, initial)`. */
function drawFold(
  source: ExpressionSource,
  kind: NumberKind,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const total = freshName(scope, "acc");
  const withTotal = withVariable(scope, total, kind);
  const each = freshName(withTotal, "x");
  const inside = withVariable(withTotal, each, kind);
  const step = node.binary("+", node.reference(total), source.of(kind, inside, depth));
  const members = source.of(listOf(kind), scope, depth);
  return node.call(
    "reduce",
    members,
    node.lambda([total, each], step),
    drawLiteralOf(source.draw, kind),
  );
}

// --- texts and times ----------------------------------------------------------------------------------------------

function textOperations(source: ExpressionSource, scope: Scope, depth: number): Options {
  const { draw } = source;
  const inner: Build = () => source.of(textKind, scope, depth);
  const literal: Build = () => node.text(draw.pick(textValues));
  return [
    [
      1,
      () =>
        node.call(
          draw.pick(["std::string::lower", "std::string::upper", "std::string::trim"]),
          inner(),
        ),
    ],
    [1, () => node.call("std::string::replace", inner(), literal(), literal())],
    [1, () => node.call("std::string::join", source.of(listOf(textKind), scope, depth), literal())],
    [
      scope.hasClock ? 1 : 0,
      () => node.call("std::time::date", source.of(timeKind, scope, depth), node.text("+07:00")),
    ],
  ];
}

function timeOperations(source: ExpressionSource, scope: Scope, depth: number): Options {
  const { draw } = source;
  const inner: Build = () => source.of(timeKind, scope, depth);
  const units = ["day", "hour", "week", "month", "year", "minute", "second"];
  return [
    [scope.hasClock ? 2 : 0, () => node.call("std::time::now")],
    [1, () => node.call("std::time::add", inner(), source.of(durationKind, scope, depth))],
    [
      1,
      () =>
        node.call("std::time::truncate", inner(), node.text(draw.pick(units)), node.text("+07:00")),
    ],
  ];
}

// --- lists --------------------------------------------------------------------------------------------------------

function listOperations(
  source: ExpressionSource,
  kind: Kind & { readonly kind: "list" },
  scope: Scope,
  depth: number,
): Options {
  const { draw } = source;
  const { element } = kind;
  const inner: Build = () => source.of(kind, scope, depth);
  const variable = freshName(scope, "x");
  const inside = withVariable(scope, variable, element);
  const whole = (): Tree.Expression => node.number(String(draw.whole(3)));
  const sortable =
    element.kind !== "record" && element.kind !== "list" && element.kind !== "boolean";
  const others = listPaths(scope);
  return [
    [
      2,
      () =>
        node.call(
          "filter",
          inner(),
          node.lambda([variable], source.of(booleanKind, inside, depth)),
        ),
    ],
    [others.length > 0 ? 2 : 0, () => drawMap(source, element, scope, depth)],
    [1, () => node.call("std::list::reverse", inner())],
    [1, () => node.call("std::list::unique", inner())],
    [1, () => node.call("std::list::slice", inner(), whole(), whole())],
    [
      1,
      () =>
        node.call(
          draw.pick(["std::list::union", "std::list::intersect", "std::list::difference"]),
          inner(),
          inner(),
        ),
    ],
    [1, () => node.call("std::list::flatten", node.list(draw.list(1, 2, inner)))],
    [1, () => node.list(draw.list(1, 3, () => source.of(element, scope, depth)))],
    [sortable ? 1 : 0, () => node.call("std::list::sort", inner())],
    [
      1,
      () =>
        node.call(
          draw.pick(["std::list::sort_by", "sort_by"]),
          inner(),
          node.lambda([variable], source.of(plainKind, inside, depth)),
        ),
    ],
    ...(sameKind(element, plainKind) ? plainListOperations(source, scope, depth) : []),
    ...(sameKind(element, textKind)
      ? ([
          [
            1,
            () =>
              node.call(
                "std::string::split",
                source.of(textKind, scope, depth),
                node.text(draw.pick([",", "", "-"])),
              ),
          ],
        ] as const)
      : []),
  ];
}

function drawMap(
  source: ExpressionSource,
  element: Kind,
  scope: Scope,
  depth: number,
): Tree.Expression {
  const { expression, element: from } = source.draw.pick(listPaths(scope));
  const variable = freshName(scope, "x");
  const inside = withVariable(scope, variable, from);
  return node.call(
    source.draw.pick(["map", "std::list::map"]),
    expression,
    node.lambda([variable], source.of(element, inside, depth)),
  );
}

/** Ranges, and the sizes of groups. */
function plainListOperations(source: ExpressionSource, scope: Scope, depth: number): Options {
  const { draw } = source;
  const lists = listPaths(scope);
  return [
    [
      1,
      () =>
        node.call(
          "std::list::range",
          node.number(String(draw.whole(3))),
          node.number(String(draw.whole(6))),
        ),
    ],
    [
      lists.length > 0 ? 1 : 0,
      () => {
        const { expression, element } = draw.pick(lists);
        const variable = freshName(scope, "x");
        const key = source.of(plainKind, withVariable(scope, variable, element), depth);
        const groups = node.call("std::list::group_by", expression, node.lambda([variable], key));
        const size = node.call("length", node.member(node.reference("g"), "members"));
        return node.call("map", groups, node.lambda(["g"], size));
      },
    ],
  ];
}
