// Arbitrary expressions, patterns, actions and types: every node the parser can make, whether or not it would check.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import { drawDigits, drawName, drawText, drawUnit } from "./names.ts";

const binaryOperators: readonly Tree.BinaryOperator[] = [
  "==",
  "<",
  "AND",
  "OR",
  "!=",
  "<=",
  ">",
  ">=",
  "IN",
  "NOT IN",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
  "MATCHES",
  "+",
  "-",
  "*",
  "/",
  "MOD",
];

/** An expression nested at most `depth` deep. */
export function drawExpression(draw: Draw, depth: number): Tree.Expression {
  return draw.part("expression", () =>
    draw.weighted([
      [1, () => drawLeaf(draw)],
      [depth > 0 ? 3 : 0, () => drawBranch(draw, depth - 1)],
    ]),
  );
}

function drawLeaf(draw: Draw): Tree.Expression {
  return draw.weighted<Tree.Expression>([
    [6, () => node.reference(drawName(draw))],
    [4, () => drawNumber(draw)],
    [2, () => node.text(drawText(draw))],
    [1, () => node.boolean(draw.chance(1, 2))],
    [1, () => ({ kind: "null", span: node.nowhere })],
  ]);
}

function drawBranch(draw: Draw, depth: number): Tree.Expression {
  const inner = (): Tree.Expression => drawExpression(draw, depth);
  return draw.weighted<Tree.Expression>([
    [12, () => node.binary(draw.pick(binaryOperators), inner(), inner())],
    [2, () => node.not(inner())],
    [2, () => node.negative(inner())],
    [3, () => node.member(inner(), drawName(draw))],
    [2, () => node.index(inner(), inner())],
    [2, () => node.between(inner(), inner(), inner())],
    [2, () => node.is(inner(), draw.pick(["KNOWN", "MISSING"]), draw.chance(1, 2))],
    [2, () => node.quantifier(draw.pick(["ANY", "ALL", "NONE"]), drawName(draw), inner(), inner())],
    [
      2,
      () =>
        node.conditional(
          draw.list(1, 3, () => ({ condition: inner(), value: inner() })),
          inner(),
        ),
    ],
    [2, () => drawMatchValue(draw, depth)],
    [3, () => drawCall(draw, depth)],
    [1, () => node.list(draw.list(0, 3, inner))],
    [1, () => node.record(draw.list(0, 3, () => [drawName(draw), inner()] as const))],
  ]);
}

function drawMatchValue(draw: Draw, depth: number): Tree.Expression {
  return {
    kind: "match-value",
    subject: drawExpression(draw, depth),
    arms: draw.list(1, 3, () => ({
      pattern: drawPattern(draw),
      guard: draw.chance(1, 4) ? drawExpression(draw, depth) : null,
      value: drawExpression(draw, depth),
      span: node.nowhere,
    })),
    span: node.nowhere,
  };
}

const functions = [
  "avg",
  "std::math::max",
  "any",
  "max",
  "std::list::map",
  "nothing",
  "a::b",
  "contains",
];

function drawCall(draw: Draw, depth: number): Tree.Expression {
  const values = draw.list(0, 3, () =>
    draw.chance(1, 3)
      ? node.lambda(
          draw.list(1, 2, () => drawName(draw)),
          drawExpression(draw, depth),
        )
      : drawExpression(draw, depth),
  );
  return node.call(draw.pick(functions), ...values);
}

/** A number or quantity, negative now and then. */
function drawNumber(draw: Draw): Tree.NumberLiteral {
  const sign = draw.chance(1, 5) ? "-" : "";
  return node.number(sign + drawDigits(draw), draw.chance(1, 2) ? drawUnit(draw) : "");
}

/** A literal as an input would hold it: also a list or record of literals. */
export function drawLiteral(draw: Draw, depth: number): Tree.Expression {
  const inner = (): Tree.Expression => drawLiteral(draw, depth - 1);
  return draw.part("literal", () =>
    draw.weighted<Tree.Expression>([
      [4, () => drawNumber(draw)],
      [3, () => node.text(drawText(draw))],
      [1, () => node.boolean(draw.chance(1, 2))],
      [1, () => ({ kind: "null", span: node.nowhere })],
      [depth > 0 ? 1 : 0, () => node.list(draw.list(0, 3, inner))],
      [
        depth > 0 ? 1 : 0,
        () => node.record(draw.list(0, 3, () => [drawName(draw), inner()] as const)),
      ],
    ]),
  );
}

/** `a[0]`, `a.b`: what GIVEN sets and EXPECT UNKNOWN names. */
export function drawPath(draw: Draw): Tree.Expression {
  const first = node.reference(drawName(draw));
  return draw
    .list(0, 3, () => draw.pick(["member", "position", "key"]))
    .reduce<Tree.Expression>((object, step) => {
      if (step === "member") return node.member(object, drawName(draw));
      const at = step === "key" ? node.text(drawText(draw)) : node.number(String(draw.whole(3)));
      return node.index(object, at);
    }, first);
}

/** The pattern of an arm. */
export function drawPattern(draw: Draw): Tree.Pattern {
  if (draw.chance(1, 5)) return node.pattern(node.wildcard);
  return node.pattern(
    ...draw.list(1, 3, () =>
      draw.chance(1, 4)
        ? node.rangePattern(drawNumber(draw), drawNumber(draw))
        : node.literalPattern(drawLiteralPattern(draw)),
    ),
  );
}

function drawLiteralPattern(draw: Draw): Tree.Expression {
  return draw.weighted<Tree.Expression>([
    [3, () => drawNumber(draw)],
    [3, () => node.text(drawText(draw))],
    [1, () => node.boolean(draw.chance(1, 2))],
    [1, () => node.list(draw.list(0, 2, () => drawNumber(draw)))],
  ]);
}

/** One or more actions, as a clause governs them. */
export function drawActions(draw: Draw, depth: number): readonly Tree.Action[] {
  return draw.list(1, 3, () => drawAction(draw, depth));
}

function drawAction(draw: Draw, depth: number): Tree.Action {
  if (draw.chance(1, 10)) {
    const phrase = draw.list(2, 4, () =>
      draw.pick(["turn", "off", "Max", "the", "lights", "安全"]),
    );
    return { ...node.action(phrase.join(" "), ...drawArguments(draw, depth)), phrase: true };
  }
  return node.action(drawName(draw), ...drawArguments(draw, depth));
}

function drawArguments(draw: Draw, depth: number): readonly Tree.ActionArgument[] {
  return draw.weighted<readonly Tree.ActionArgument[]>([
    [4, () => []],
    [2, () => [node.argument(node.text(drawText(draw)))]],
    [
      2,
      () =>
        draw.list(1, 3, () =>
          node.argument(drawExpression(draw, depth), draw.chance(1, 2) ? drawName(draw) : null),
        ),
    ],
  ]);
}

/** A type as it stands between angle brackets. */
export function drawType(draw: Draw, depth: number): Tree.TypeExpression {
  return node.type(drawTypeBase(draw, depth), {
    optional: draw.chance(1, 4),
    fresh: draw.chance(1, 6)
      ? node.number(draw.pick(["5", "0.5", "60"]), draw.pick(["s", "min"]))
      : null,
  });
}

function drawTypeBase(draw: Draw, depth: number): Tree.TypeBase {
  const within = (): Tree.TypeExpression =>
    node.type(drawTypeBase(draw, depth - 1), { optional: draw.chance(1, 5) });
  return draw.part("type", () =>
    draw.weighted<Tree.TypeBase>([
      [
        3,
        () => ({
          kind: "scalar-type",
          name: draw.pick(["number", "integer", "boolean", "text", "time"]),
        }),
      ],
      [3, () => ({ kind: "unit-type", unit: drawUnit(draw), difference: draw.chance(1, 5) })],
      [2, () => drawRangeType(draw)],
      [2, () => ({ kind: "enumeration-type", values: draw.list(1, 3, () => drawText(draw)) })],
      [depth > 0 ? 2 : 0, () => ({ kind: "list-type", element: within() })],
      [
        depth > 0 ? 2 : 0,
        () => ({
          kind: "record-type",
          fields: withoutDoubles(
            draw.list(0, 3, () => ({ name: node.name(drawName(draw)), type: within() })),
          ),
        }),
      ],
    ]),
  );
}

function withoutDoubles(fields: readonly Tree.TypeField[]): readonly Tree.TypeField[] {
  return [...new Map(fields.map((field) => [field.name.text, field])).values()];
}

function drawRangeType(draw: Draw): Tree.TypeBase {
  return {
    kind: "range-type",
    low: draw.pick(["0", "-40", "0.5", "-0.25"]),
    high: draw.pick(["100", "125.5", "1"]),
    unit: draw.chance(2, 3) ? drawUnit(draw) : "",
  };
}
