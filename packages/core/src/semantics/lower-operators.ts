// Operators, checked and resolved: both sides of one kind and one unit, literals converted now, other operands by a
// `convert` node when the program runs.

import { notAQuantity } from "../diagnostics/om3-declarations.ts";
import * as types from "../diagnostics/om3-types.ts";
import * as units from "../diagnostics/om3-units.ts";
import { compilePattern } from "../std/regular-expression.ts";
import { printExpression, printOperand } from "../syntax/print-expression.ts";
import type {
  BetweenExpression,
  BinaryExpression,
  Expression,
  IsExpression,
} from "../syntax/tree.ts";
import {
  type Checking,
  converted,
  type Expected,
  emptyReads,
  fail,
  failed,
  requireFeature,
  shown,
} from "./checking.ts";
import { isAdaptable, isLiteral } from "./literals.ts";
import { booleanType, describeType, describeUnit, isPlain } from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import type { NumberType, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";
import type { Unit } from "./units/unit.ts";

/** A node with what it was written as. */
export interface Operand {
  readonly node: ProgramExpression;
  readonly expression: Expression;
}

/** An expression that must be true or false. */
export function booleanNode(expression: Expression, checking: Checking): ProgramExpression {
  const node = checking.lower(expression, checking);
  if (node.type.kind === "boolean" || node.type.kind === "undetermined") return node;
  return fail(checking, types.conditionNotBoolean, expression.span, {
    text: shown(expression),
    found: describeType(node.type),
  });
}

/** Lowers two sides so that a literal among them is read as the other side needs it. */
function lowerPair(
  left: Expression,
  right: Expression,
  checking: Checking,
): readonly [ProgramExpression, ProgramExpression] {
  if (isAdaptable(left) && !isAdaptable(right)) {
    const rightNode = checking.lower(right, checking);
    return [checking.lower(left, checking, { type: rightNode.type, of: right }), rightNode];
  }
  const leftNode = checking.lower(left, checking);
  return [leftNode, checking.lower(right, checking, { type: leftNode.type, of: left })];
}

// ---- comparison --------------------------------------------------------------------------------------------------

/** `==` and the like. */
export function lowerComparison(
  expression: BinaryExpression,
  operator: "==" | "!=" | "<" | "<=" | ">" | ">=",
  checking: Checking,
): ProgramExpression {
  const { left, right } = expression;
  if (left.kind === "null" || right.kind === "null") {
    const subject = right.kind === "null" ? left : right;
    if (subject.kind !== "null") checking.lower(subject, checking);
    return fail(checking, types.comparedWithNull, expression.span, {
      subject: subject.kind === "null" ? null : printOperand(subject),
      negated: operator === "!=",
    });
  }
  const [leftNode, rightNode] = lowerPair(left, right, checking);
  if (leftNode === failed || rightNode === failed) return { ...failed, type: booleanType };
  const parts = comparableParts(
    { node: leftNode, expression: left },
    { node: rightNode, expression: right },
    checking,
  );
  if (parts === null) return { ...failed, type: booleanType };
  if (operator !== "==" && operator !== "!=") {
    for (const part of parts)
      if (!isOrdered(part, operator, checking)) return { ...failed, type: booleanType };
  }
  return {
    kind: "compare",
    type: booleanType,
    operator,
    left: parts[0].node,
    right: parts[1].node,
    text: printExpression(expression),
  };
}

/** Reports a value that `<` and BETWEEN cannot order. */
function isOrdered({ node, expression }: Operand, operator: string, checking: Checking): boolean {
  const { kind } = node.type;
  if (kind === "number" || kind === "time" || kind === "undetermined") return true;
  checking.report.report(types.notOrdered, expression.span, {
    operator,
    text: shown(expression),
    found: describeType(node.type),
  });
  return false;
}

/** Two values side by side, the right one in the left one's unit; null where they do not compare, which is reported. */
export function comparableParts(
  left: Operand,
  right: Operand,
  checking: Checking,
): readonly [Operand, Operand] | null {
  const a = left.node.type;
  const b = right.node.type;
  if (a.kind === "undetermined" || b.kind === "undetermined") return [left, right];
  if (a.kind !== b.kind) {
    reportKinds(left, right, checking);
    return null;
  }
  if (a.kind === "number" && b.kind === "number") {
    return sameScale(left, a, right, b, checking)
      ? [left, { ...right, node: converted(right.node, a.unit) }]
      : null;
  }
  if (
    a.kind === "list" &&
    b.kind === "list" &&
    a.element.kind === "number" &&
    b.element.kind === "number"
  ) {
    return sameScale(left, a.element, right, b.element, checking)
      ? [left, { ...right, node: converted(right.node, a.element.unit) }]
      : null;
  }
  return [left, right];
}

function reportKinds(left: Operand, right: Operand, checking: Checking): void {
  for (const [text, number] of [
    [left, right],
    [right, left],
  ] as const) {
    const { node } = text;
    const declaration =
      node.kind === "attribute" ? checking.facts.attributes.get(node.name)?.declaration : null;
    if (
      node.kind === "attribute" &&
      declaration?.malformed === true &&
      number.node.type.kind === "number"
    ) {
      if (checking.facts.reported.has(node.name)) return;
      checking.facts.reported.add(node.name);
      checking.report.report(
        notAQuantity,
        text.expression.span,
        { name: node.name, value: declaration.prose ?? "", other: shown(number.expression) },
        [{ file: declaration.file, span: declaration.valueSpan, message: "declared here" }],
      );
      return;
    }
  }
  checking.report.report(types.kindsDiffer, right.expression.span, {
    left: shown(left.expression),
    leftType: describeType(left.node.type),
    right: shown(right.expression),
    rightType: describeType(right.node.type),
  });
}

/** Whether two numbers convert into each other; reported where they do not. */
function sameScale(
  left: Operand,
  a: NumberType,
  right: Operand,
  b: NumberType,
  checking: Checking,
): boolean {
  const texts = { left: shown(left.expression), right: shown(right.expression) };
  if (!sameDimension(a.unit.dimension, b.unit.dimension)) {
    reportDimensions(left, a.unit, right, b.unit, checking);
    return false;
  }
  if (a.unit.affine !== b.unit.affine) {
    checking.report.report(units.absoluteAndDifference, right.expression.span, {
      ...texts,
      leftUnit: describeTemperature(a.unit),
      rightUnit: describeTemperature(b.unit),
    });
    return false;
  }
  return true;
}

const describeTemperature = (unit: Unit): string =>
  unit.affine ? `an absolute temperature (${unit.symbol})` : describeUnit(unit);

function reportDimensions(
  left: Operand,
  leftUnit: Unit,
  right: Operand,
  rightUnit: Unit,
  checking: Checking,
): void {
  const money = isMoney(leftUnit) && isMoney(rightUnit);
  const related = [left, right].flatMap(({ node }) => unitEvidence(node, checking));
  checking.report.report(
    money ? units.currenciesMixed : units.dimensionsDiffer,
    right.expression.span,
    {
      left: shown(left.expression),
      leftUnit: money ? leftUnit.symbol : describeUnit(leftUnit),
      right: shown(right.expression),
      rightUnit: money ? rightUnit.symbol : describeUnit(rightUnit),
      minutes: minutesFor(right.expression, leftUnit),
      undeclared: [
        ...(isPlain(leftUnit) ? withoutUnit(left.node, checking) : []),
        ...(isPlain(rightUnit) ? withoutUnit(right.node, checking) : []),
      ],
    },
    related,
  );
}

/** Undeclared attributes in a product or sum that nothing gave a unit, so that they count as plain numbers. */
function withoutUnit(node: ProgramExpression, checking: Checking): readonly string[] {
  switch (node.kind) {
    case "attribute": {
      const attribute = checking.facts.attributes.get(node.name);
      const open = attribute?.declaration === null && attribute.evidence === null;
      return open ? [node.name] : [];
    }
    case "arithmetic":
      return [...withoutUnit(node.left, checking), ...withoutUnit(node.right, checking)];
    case "negate":
      return withoutUnit(node.operand, checking);
    default:
      return [];
  }
}

/** `5min` where `5m` stands beside a time. */
function minutesFor(expression: Expression, beside: Unit): string | null {
  const metres = expression.kind === "number" && expression.unit === "m";
  return metres && beside.dimension.key === "time^1" ? `${expression.digits}min` : null;
}

const isMoney = (unit: Unit): boolean =>
  unit.dimension.factors.length === 1 &&
  unit.dimension.factors[0]?.base.startsWith("currency:") === true;

/** Where an attribute has its unit from: its declaration, or the use it was inferred from. */
function unitEvidence(node: ProgramExpression, checking: Checking) {
  if (node.kind !== "attribute") return [];
  const attribute = checking.facts.attributes.get(node.name);
  if (attribute?.declaration != null) {
    const { file, valueSpan } = attribute.declaration;
    return [{ file, span: valueSpan, message: `\`${node.name}\` is declared here` }];
  }
  return attribute?.evidence == null
    ? []
    : [{ ...attribute.evidence, message: `\`${node.name}\` takes its unit from here` }];
}

/** `x BETWEEN a AND b`: both ends in the unit of x. */
export function lowerBetween(expression: BetweenExpression, checking: Checking): ProgramExpression {
  const { value, low, high } = expression;
  const anchor = isLiteral(value) ? [low, high].find((end) => !isLiteral(end)) : undefined;
  const anchorNode = anchor === undefined ? null : checking.lower(anchor, checking);
  const node =
    anchor === undefined || anchorNode === null
      ? checking.lower(value, checking)
      : checking.lower(value, checking, { type: anchorNode.type, of: anchor });
  const expected: Expected = { type: node.type, of: value };
  const middle: Operand = { node, expression: value };
  const ends = [low, high].map((end) => {
    const lowered =
      end === anchor && anchorNode !== null ? anchorNode : checking.lower(end, checking, expected);
    return comparableParts(middle, { node: lowered, expression: end }, checking)?.[1] ?? null;
  });
  const [first, second] = ends;
  const whole = { ...failed, type: booleanType };
  if (first == null || second == null) return whole;
  if ([node, first.node, second.node].includes(failed)) return whole;
  for (const part of [middle, first, second])
    if (!isOrdered(part, "BETWEEN", checking)) return whole;
  return {
    kind: "between",
    type: booleanType,
    value: node,
    low: first.node,
    high: second.node,
    text: printExpression(expression),
  };
}

/** `x IN xs` and `x NOT IN xs`. */
export function lowerIn(expression: BinaryExpression, checking: Checking): ProgramExpression {
  const { left, right } = expression;
  const whole = { ...failed, type: booleanType };
  let element: ProgramExpression;
  let list: ProgramExpression;
  if (isLiteral(left) && !isLiteral(right)) {
    list = checking.lower(right, checking);
    const member = list.type.kind === "list" ? list.type.element : null;
    element = checking.lower(
      left,
      checking,
      member === null ? undefined : { type: member, of: right },
    );
  } else {
    element = checking.lower(left, checking);
    const lent: Type = { kind: "list", element: element.type };
    list = checking.lower(right, checking, { type: lent, of: left });
  }
  const { type } = list;
  if (type.kind !== "list" && type.kind !== "undetermined") {
    return fail(checking, types.notAList, right.span, {
      text: shown(right),
      found: describeType(type),
      wanted: expression.operator,
    });
  }
  if (type.kind === "list" && !(right.kind === "list" && isChecked(list))) {
    const member: Operand = { node: { ...list, type: type.element }, expression: right };
    const found = element.type.kind;
    const held = type.element.kind;
    if (found !== held && found !== "undetermined" && held !== "undetermined") {
      return fail(checking, types.kindsDiffer, right.span, {
        left: shown(left),
        leftType: describeType(element.type),
        right: shown(right),
        rightType: describeType(type),
      });
    }
    const parts = comparableParts({ node: element, expression: left }, member, checking);
    if (parts === null) return whole;
    if (element.type.kind === "number") list = converted(list, element.type.unit);
  }
  return {
    kind: "in",
    type: booleanType,
    negated: expression.operator === "NOT IN",
    element,
    list,
    text: printExpression(expression),
  };
}

/** A list literal's members were checked against what was expected of them one by one. */
function isChecked(list: ProgramExpression): boolean {
  return list.kind === "list";
}

/** CONTAINS, STARTS WITH, ENDS WITH, MATCHES. */
export function lowerTextTest(
  expression: BinaryExpression,
  operator: "CONTAINS" | "STARTS WITH" | "ENDS WITH" | "MATCHES",
  checking: Checking,
): ProgramExpression {
  const { left, right } = expression;
  const leftNode = checking.lower(left, checking);
  const { type } = leftNode;
  const whole = { ...failed, type: booleanType };
  if (operator === "CONTAINS" && type.kind === "list") {
    const rightNode = checking.lower(right, checking, { type: type.element, of: left });
    const member: Operand = { node: { ...leftNode, type: type.element }, expression: left };
    const parts = comparableParts(member, { node: rightNode, expression: right }, checking);
    if (parts === null) return whole;
    return {
      kind: "text-test",
      type: booleanType,
      operator,
      left: leftNode,
      right: parts[1].node,
      text: printExpression(expression),
    };
  }
  const rightNode = checking.lower(right, checking);
  for (const { node, expression: operand } of [
    { node: leftNode, expression: left },
    { node: rightNode, expression: right },
  ]) {
    if (node.type.kind === "text" || node.type.kind === "undetermined") continue;
    if (operator === "CONTAINS" && operand === right && type.kind === "undetermined") continue;
    checking.report.report(types.notText, operand.span, {
      operator,
      text: shown(operand),
      found: describeType(node.type),
      wanted: operator === "CONTAINS" && operand === left ? "a text or a list" : "text",
    });
    return whole;
  }
  if (operator === "MATCHES") {
    requireFeature(checking, "regular-expressions", "MATCHES", expression.operatorSpan);
    if (!isReadablePattern(right, checking)) return whole;
  }
  return {
    kind: "text-test",
    type: booleanType,
    operator,
    left: leftNode,
    right: rightNode,
    text: printExpression(expression),
  };
}

/** Reports a literal regular expression that cannot be read. */
export function isReadablePattern(pattern: Expression, checking: Checking): boolean {
  if (pattern.kind !== "text") return true;
  const compiled = compilePattern(pattern.value);
  if (compiled.ok) return true;
  checking.report.report(types.invalidPattern, pattern.span, { problem: compiled.message });
  return false;
}

/** `x IS [NOT] MISSING`, `x IS [NOT] KNOWN`: asks about what it reads, so that being unknown is answered. */
export function lowerIs(expression: IsExpression, checking: Checking): ProgramExpression {
  if (isLiteral(expression.subject)) {
    checking.report.report(types.unknownState, expression.subject.span, {
      text: shown(expression.subject),
    });
  }
  const outer = checking.reads;
  checking.reads = emptyReads();
  const subject = checking.lower(expression.subject, checking);
  for (const name of checking.reads.uncertain.keys()) outer.asked.add(name);
  checking.reads = outer;
  return {
    kind: "is",
    type: booleanType,
    subject,
    state: expression.state,
    negated: expression.negated,
  };
}
