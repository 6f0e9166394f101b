// Arithmetic, checked and resolved: dimensions of sums and products, absolute temperatures and differences, times and
// durations.
import * as types from "../diagnostics/om3-types.ts";
import * as units from "../diagnostics/om3-units.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { BinaryExpression, Expression } from "../syntax/tree.ts";
import { type Checking, converted, type Expected, fail, failed, shown } from "./checking.ts";
import { isLiteral } from "./literals.ts";
import { comparableParts, type Operand } from "./lower-operators.ts";
import {
  describeType,
  describeUnit,
  differenceType,
  isPlain,
  isTemperature,
  millisecondsType,
  numberOf,
  timeType,
  undeterminedType,
} from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import type { NumberType, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, divideUnits, multiplyUnits, parseUnit, type Unit } from "./units/unit.ts";

type Operator = "+" | "-" | "*" | "/" | "MOD";

/** `a + b` and the like. A literal temperature beside a difference is a temperature where `expected` is one. */
export function lowerArithmetic(
  expression: BinaryExpression,
  operator: Operator,
  checking: Checking,
  expected?: Expected,
): ProgramExpression {
  const [left, right] =
    operator === "*" || operator === "/"
      ? lowerFactors(expression, checking)
      : lowerTerms(expression, operator, checking, expected);
  const text = printExpression(expression);
  const node = (type: Type, a: ProgramExpression, b: ProgramExpression): ProgramExpression => ({
    kind: "arithmetic",
    type,
    operator,
    left: a,
    right: b,
    text,
  });
  if (left.node.type.kind === "time" || right.node.type.kind === "time") {
    return lowerTimes(expression, operator, left, right, checking, node);
  }
  for (const operand of [left, right]) {
    const { kind } = operand.node.type;
    if (kind === "number" || kind === "undetermined") continue;
    return fail(checking, types.arithmeticOnOthers, operand.expression.span, {
      operator,
      text: shown(operand.expression),
      found: describeType(operand.node.type),
    });
  }
  const a = left.node.type;
  const b = right.node.type;
  if (a.kind !== "number" || b.kind !== "number")
    return node(undeterminedType, left.node, right.node);
  switch (operator) {
    case "*":
    case "/": {
      const unit = combinedUnit(expression, operator, left, a, right, b, checking);
      return unit === null ? failed : node(numberOf(unit), left.node, right.node);
    }
    case "+":
    case "-":
    case "MOD":
      return lowerSum(operator, { ...left, type: a }, { ...right, type: b }, checking, node);
  }
}

type MakeNode = (type: Type, a: ProgramExpression, b: ProgramExpression) => ProgramExpression;
type NumberOperand = Operand & { readonly type: NumberType };

/** Factors are read as they are written; a temperature literal among them is a difference. */
function lowerFactors(
  expression: BinaryExpression,
  checking: Checking,
): readonly [Operand, Operand] {
  const lower = (factor: Expression): Operand => {
    const node = checking.lower(factor, checking);
    const difference =
      factor.kind === "number" && node.type.kind === "number" && node.type.unit.affine
        ? { ...node, type: differenceType(node.type) }
        : node;
    return { node: difference, expression: factor };
  };
  return [lower(expression.left), lower(expression.right)];
}

/**
 * A literal beside a quantity takes its unit, beside an absolute temperature the reading that fits; a text taken from a
 * time, or the other way round, is a time.
 */
function lowerTerms(
  expression: BinaryExpression,
  operator: Operator,
  checking: Checking,
  expected: Expected | undefined,
): readonly [Operand, Operand] {
  const { left, right } = expression;
  const lent = (type: Type, of: Expression, side: "left" | "right"): Expected => {
    if (type.kind === "time") return { type: operator === "-" ? type : undeterminedType, of };
    if (type.kind !== "number") return { type, of };
    if (!type.unit.affine) {
      const changes = isTemperature(type.unit) && (operator === "+" || side === "left");
      const fits = expected?.type.kind === "number" && expected.type.unit.affine;
      return changes && fits && operator !== "MOD" ? expected : { type, of };
    }
    const absolute = operator === "-" && (side === "left" || isLiteral(of));
    return { type: absolute ? type : differenceType(type), of };
  };
  if (isLiteral(left) && !isLiteral(right)) {
    const node = checking.lower(right, checking);
    const other = checking.lower(left, checking, lent(node.type, right, "left"));
    return [
      { node: other, expression: left },
      { node, expression: right },
    ];
  }
  const node = checking.lower(left, checking);
  const other = checking.lower(right, checking, lent(node.type, left, "right"));
  return [
    { node, expression: left },
    { node: other, expression: right },
  ];
}

function lowerSum(
  operator: "+" | "-" | "MOD",
  left: NumberOperand,
  right: NumberOperand,
  checking: Checking,
  node: MakeNode,
): ProgramExpression {
  const a = left.type.unit;
  const b = right.type.unit;
  const temperatures = isTemperature(a) && sameDimension(a.dimension, b.dimension);
  if (!temperatures || (!a.affine && !b.affine)) {
    const parts = comparableParts(left, right, checking);
    return parts === null ? failed : node(numberOf(a), parts[0].node, parts[1].node);
  }
  const absolute = (operand: Operand, doing: string): ProgramExpression =>
    fail(checking, units.absoluteTemperature, operand.expression.span, {
      text: shown(operand.expression),
      doing,
    });
  if (operator === "MOD") return absolute(a.affine ? left : right, "divided");
  if (a.affine && b.affine) {
    if (operator === "+") return absolute(right, "added to another");
    return node(numberOf(differenceOf(a)), left.node, converted(right.node, a));
  }
  if (a.affine) return node(numberOf(a), left.node, converted(right.node, differenceOf(a)));
  if (operator === "-") return absolute(right, "taken from a difference");
  const scale = parseUnit(a.symbol) ?? b;
  return node(numberOf(scale), left.node, converted(right.node, scale));
}

function combinedUnit(
  expression: BinaryExpression,
  operator: "*" | "/",
  left: Operand,
  a: NumberType,
  right: Operand,
  b: NumberType,
  checking: Checking,
): Unit | null {
  for (const [operand, type] of [
    [left, a],
    [right, b],
  ] as const) {
    if (!type.unit.affine) continue;
    checking.report.report(units.absoluteTemperature, operand.expression.span, {
      text: shown(operand.expression),
      doing: "multiplied or divided",
    });
    return null;
  }
  if (isPlain(b.unit)) return a.unit;
  if (isPlain(a.unit) && operator === "*") return b.unit;
  const unit = (operator === "*" ? multiplyUnits : divideUnits)(a.unit, b.unit);
  if (unit === null) {
    checking.report.report(units.noSuchUnit, expression.span, {
      text: shown(right.expression),
      operation: `${describeUnit(a.unit)} ${operator} that`,
      unit: describeUnit(b.unit),
    });
  }
  return unit;
}

// ---- times -------------------------------------------------------------------------------------------------------

function lowerTimes(
  expression: BinaryExpression,
  operator: Operator,
  left: Operand,
  right: Operand,
  checking: Checking,
  node: MakeNode,
): ProgramExpression {
  const wrong = (fixed: string | null): ProgramExpression =>
    fail(checking, types.timeFirst, expression.span, { fixed });
  if (operator !== "+" && operator !== "-") return wrong(null);
  const a = left.node.type;
  const b = right.node.type;
  if (a.kind === "time" && b.kind === "time") {
    return operator === "-" ? node(millisecondsType(), left.node, right.node) : wrong(null);
  }
  if (a.kind === "undetermined" || b.kind === "undetermined") {
    return node(
      a.kind === "time" && operator === "+" ? timeType : undeterminedType,
      left.node,
      right.node,
    );
  }
  if (a.kind !== "time") {
    const swapped = `${printExpression(right.expression)} + ${printExpression(left.expression)}`;
    return wrong(a.kind === "number" && operator === "+" ? swapped : null);
  }
  if (b.kind !== "number") {
    return fail(checking, types.arithmeticOnOthers, right.expression.span, {
      operator,
      text: shown(right.expression),
      found: describeType(b),
    });
  }
  const { unit } = millisecondsType();
  if (!sameDimension(b.unit.dimension, unit.dimension)) {
    return fail(checking, units.dimensionsDiffer, right.expression.span, {
      left: shown(left.expression),
      leftUnit: "a point in time",
      right: shown(right.expression),
      rightUnit: describeUnit(b.unit),
      minutes:
        right.expression.kind === "number" && right.expression.unit === "m"
          ? `${right.expression.digits}min`
          : null,
      undeclared: [],
    });
  }
  const duration =
    right.expression.kind === "number"
      ? checking.lower(right.expression, checking, {
          type: millisecondsType(),
          of: left.expression,
        })
      : converted(right.node, unit);
  return node(timeType, left.node, duration);
}
