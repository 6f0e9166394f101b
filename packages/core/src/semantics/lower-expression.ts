// Expressions, checked and resolved: literals in the unit they are needed in, names as slots, paths by type. Operators
// and calls have files of their own.
import { lambdaMisuse } from "../diagnostics/om3-names.ts";
import * as types from "../diagnostics/om3-types.ts";
import * as units from "../diagnostics/om3-units.ts";
import { parseInstant } from "../std/instant.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type {
  ConditionalExpression,
  Expression,
  ListExpression,
  MatchExpression,
  NumberLiteral,
  QuantifierExpression,
  TextLiteral,
} from "../syntax/tree.ts";
import { bind, elementType, warnOfShadowing } from "./binding.ts";
import {
  type Checking,
  converted,
  type Expected,
  fail,
  failed,
  placeOf,
  requireFeature,
  shown,
} from "./checking.ts";
import { literalIn, unitOfLiteral } from "./literals.ts";
import { lowerArithmetic } from "./lower-arithmetic.ts";
import { lowerCall } from "./lower-call.ts";
import { conditionNode } from "./lower-condition.ts";
import {
  comparableParts,
  lowerBetween,
  lowerComparison,
  lowerIn,
  lowerIs,
  lowerTextTest,
} from "./lower-operators.ts";
import { lowerIndex, lowerMember, lowerReference } from "./lower-path.ts";
import { lowerPattern } from "./lower-pattern.ts";
import { speaksOfTime } from "./names-of-time.ts";
import {
  booleanType,
  describeType,
  isPlain,
  isScaledRatio,
  isTemperature,
  numberOf,
  textType,
  timeType,
  undeterminedType,
  widened,
} from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import { openScope } from "./scope.ts";
import type { RecordType, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";

/** Checks an expression and resolves it. What cannot be checked is reported once and then of no kind. */
export function lowerExpression(
  expression: Expression,
  checking: Checking,
  expected?: Expected,
): ProgramExpression {
  const node = lowerKind(expression, checking, expected);
  checking.types.set(expression, node.type);
  return node;
}

function lowerKind(
  expression: Expression,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  switch (expression.kind) {
    case "boolean":
      return { kind: "constant", type: booleanType, value: expression.value };
    case "number":
      return lowerNumber(expression, checking, expected);
    case "text":
      return lowerText(expression, checking, expected);
    case "null":
      return fail(checking, types.comparedWithNull, expression.span, {
        subject: null,
        negated: false,
      });
    case "missing":
      return failed;
    case "list":
      return lowerList(expression, checking, expected);
    case "record":
      return lowerRecord(expression.fields, checking);
    case "reference":
      return lowerReference(expression, checking);
    case "member":
      return lowerMember(expression, checking);
    case "index":
      return lowerIndex(expression, checking);
    case "unary":
      return expression.operator === "NOT"
        ? conditionNode(expression, checking)
        : lowerNegation(expression.operand, checking, expected);
    case "binary":
      switch (expression.operator) {
        case "OR":
        case "AND":
          return conditionNode(expression, checking);
        case "==":
        case "!=":
        case "<":
        case "<=":
        case ">":
        case ">=":
          return lowerComparison(expression, expression.operator, checking);
        case "IN":
        case "NOT IN":
          return lowerIn(expression, checking);
        case "CONTAINS":
        case "STARTS WITH":
        case "ENDS WITH":
        case "MATCHES":
          return lowerTextTest(expression, expression.operator, checking);
        case "+":
        case "-":
        case "*":
        case "/":
        case "MOD":
          return lowerArithmetic(expression, expression.operator, checking, expected);
      }
      return failed;
    case "between":
      return lowerBetween(expression, checking);
    case "is":
      return lowerIs(expression, checking);
    case "quantifier":
      return lowerQuantifier(expression, checking);
    case "conditional":
      return lowerConditional(expression, checking, expected);
    case "match-value":
      return lowerMatchValue(expression, checking, expected);
    case "call":
      return lowerCall(expression, checking);
    case "lambda":
      return fail(checking, lambdaMisuse, expression.span, {
        problem: "not here",
        name: "",
        parameters: 0,
      });
  }
}

// ---- literals ----------------------------------------------------------------------------------------------------

function lowerNumber(
  literal: NumberLiteral,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  const own = unitOfLiteral(literal);
  let unit = own;
  if (expected?.type.kind === "number") {
    const wanted = expected.type.unit;
    warnOfMetres(literal, expected, checking);
    if (literal.unit === "" && !isPlain(wanted)) {
      if (isScaledRatio(wanted) && Number(literal.digits) !== 0) {
        return fail(checking, units.bareBesidePercent, literal.span, {
          digits: literal.digits,
          of: shown(expected.of),
          unit: wanted.symbol,
        });
      }
      if (!isScaledRatio(wanted)) {
        checking.report.report(units.bareBesideQuantity, literal.span, {
          digits: literal.digits,
          unit: wanted.symbol,
          of: shown(expected.of),
          writable: !wanted.symbol.includes("*") && !wanted.symbol.startsWith("1/"),
        });
      }
      return numberConstant(literal, Number(literal.digits), numberOf(wanted), checking);
    }
    if (sameDimension(own.dimension, wanted.dimension)) unit = wanted;
  }
  return numberConstant(literal, literalIn(literal, unit), numberOf(unit), checking);
}

/** `IdleTime > 5m`: metres, where minutes seem meant. Beside a declared time it is an error that says the same. */
function warnOfMetres(literal: NumberLiteral, { type, of }: Expected, checking: Checking): void {
  if (literal.unit !== "m" || type.kind !== "number" || type.unit.symbol !== "m") return;
  const name = of.kind === "reference" ? of.name : of.kind === "member" ? of.name.text : "";
  if (!speaksOfTime(name)) return;
  checking.report.report(units.metresForMinutes, literal.span, {
    literal: `${literal.digits}m`,
    minutes: `${literal.digits}min`,
    beside: shown(of),
  });
}

function numberConstant(
  literal: NumberLiteral,
  value: number | null,
  type: Type,
  checking: Checking,
): ProgramExpression {
  return value === null || !Number.isFinite(value)
    ? fail(checking, units.literalOutOfReach, literal.span, {
        literal: `${literal.digits}${literal.unit}`,
        unit: type.kind === "number" ? type.unit.symbol : "",
      })
    : { kind: "constant", type, value };
}

function lowerText(
  literal: TextLiteral,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  if (expected?.type.kind === "time") {
    const milliseconds = parseInstant(literal.value, checking.facts.offsetMinutes ?? undefined);
    return milliseconds === null
      ? fail(checking, types.notATime, literal.span, { value: literal.value })
      : { kind: "constant", type: timeType, value: { kind: "time", milliseconds } };
  }
  if (expected?.type.kind === "text" && expected.type.values !== null) {
    const { values } = expected.type;
    if (!values.includes(literal.value)) {
      return fail(checking, types.notAMember, literal.span, {
        value: literal.value,
        of: shown(expected.of),
        values,
        suggestions: checking.facts.suggest(literal.value, values),
      });
    }
    return { kind: "constant", type: expected.type, value: literal.value };
  }
  return { kind: "constant", type: textType, value: literal.value };
}

/** A list's members take the expected member's unit, else the first one's. */
function lowerList(
  list: ListExpression,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  const wanted = expected?.type.kind === "list" ? expected.type.element : undeterminedType;
  let lead: Expected | undefined =
    expected === undefined || wanted.kind === "undetermined"
      ? undefined
      : { type: wanted, of: expected.of };
  let element = widened(wanted);
  const elements = list.elements.map((member) => {
    const node = checking.lower(member, checking, lead);
    if (lead === undefined && node.type.kind !== "undetermined") {
      element = widened(node.type);
      lead = { type: element, of: member };
    }
    return lead === undefined || lead.of === member
      ? node
      : alike(node, member, lead, "members", checking);
  });
  return { kind: "list", type: { kind: "list", element }, elements };
}

/** A value beside others of `lead`'s type: of the same kind, and in the same unit. */
function alike(
  node: ProgramExpression,
  expression: Expression,
  lead: Expected,
  what: string,
  checking: Checking,
): ProgramExpression {
  const { type } = node;
  if (type.kind === "undetermined" || lead.type.kind === "undetermined") return node;
  if (type.kind !== lead.type.kind) {
    return fail(checking, types.branchesDiffer, expression.span, {
      first: describeType(lead.type),
      found: describeType(type),
      what,
    });
  }
  if (type.kind === "number" && lead.type.kind === "number") {
    const parts = comparableParts(
      { node: { ...node, type: lead.type }, expression: lead.of },
      { node, expression },
      checking,
    );
    return parts === null ? failed : converted(node, lead.type.unit);
  }
  return node;
}

function lowerRecord(
  fields: Extract<Expression, { kind: "record" }>["fields"],
  checking: Checking,
): ProgramExpression {
  const lowered = fields.map((field) => ({
    name: field.name.text,
    value: checking.lower(field.value, checking),
  }));
  const type: RecordType = {
    kind: "record",
    fields: lowered.map(({ name, value }) => ({ name, type: value.type, optional: false })),
    open: false,
  };
  return { kind: "record", type, fields: lowered };
}

function lowerNegation(
  operand: Expression,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  const node = checking.lower(operand, checking, expected);
  if (node.type.kind === "undetermined")
    return { kind: "negate", type: undeterminedType, operand: node };
  if (node.type.kind !== "number") {
    return fail(checking, types.arithmeticOnOthers, operand.span, {
      operator: "-",
      text: shown(operand),
      found: describeType(node.type),
    });
  }
  if (isTemperature(node.type.unit) && node.type.unit.affine) {
    return fail(checking, units.absoluteTemperature, operand.span, {
      text: shown(operand),
      doing: "negated",
    });
  }
  return { kind: "negate", type: numberOf(node.type.unit), operand: node };
}

// ---- choices and quantifiers -------------------------------------------------------------------------------------

function lowerQuantifier(expression: QuantifierExpression, checking: Checking): ProgramExpression {
  requireFeature(checking, "quantifiers", expression.quantifier, expression.span);
  const collection = checking.lower(expression.collection, checking);
  const element = elementType(collection, expression.collection, expression.quantifier, checking);
  const outer = checking.scope;
  checking.scope = openScope(outer);
  const { text, span } = expression.variable;
  warnOfShadowing(checking, text, "quantifier", span);
  const local = bind(checking, text, "quantifier", element, span);
  local.scope = placeOf(checking, expression.condition.span).span;
  const condition = conditionNode(expression.condition, checking);
  checking.scope = outer;
  return {
    kind: "quantifier",
    type: booleanType,
    quantifier: expression.quantifier,
    variable: text,
    slot: local.slot,
    collection,
    collectionText: printExpression(expression.collection),
    condition,
  };
}

function lowerConditional(
  expression: ConditionalExpression,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  let lead = expected;
  const branches = expression.branches.map((branch) => {
    const condition = conditionNode(branch.condition, checking);
    const value = lowerChoice(branch.value, lead, expected, checking);
    lead ??= { type: value.type, of: branch.value };
    return { condition, value };
  });
  const otherwise = lowerChoice(expression.otherwise, lead, expected, checking);
  return { kind: "conditional", type: choiceType(branches, otherwise), branches, otherwise };
}

/** One value of a choice: of the first one's kind and unit. */
function lowerChoice(
  expression: Expression,
  lead: Expected | undefined,
  expected: Expected | undefined,
  checking: Checking,
): ProgramExpression {
  const node = checking.lower(expression, checking, lead);
  if (lead === undefined) return node;
  // What the surroundings expect is checked by them; a number is only brought to their unit here.
  if (lead === expected && node.type.kind !== lead.type.kind) return node;
  return alike(node, expression, lead, "values", checking);
}

function choiceType(
  branches: readonly { readonly value: ProgramExpression }[],
  otherwise: ProgramExpression,
): Type {
  const values = [...branches.map((branch) => branch.value), otherwise];
  const settled = values.find((value) => value.type.kind !== "undetermined");
  if (settled === undefined || values.some((value) => value.type.kind !== settled.type.kind)) {
    return undeterminedType;
  }
  if (settled.type.kind === "text") return textType;
  return settled.type.kind === "number" ? numberOf(settled.type.unit) : settled.type;
}

function lowerMatchValue(
  expression: MatchExpression,
  checking: Checking,
  expected: Expected | undefined,
): ProgramExpression {
  requireFeature(checking, "match", "MATCH", expression.span);
  const subject = checking.lower(expression.subject, checking);
  let lead = expected;
  const arms = expression.arms.map((arm) => {
    const pattern = lowerPattern(arm.pattern, expression.subject, subject.type, checking);
    const guard = arm.guard === null ? null : conditionNode(arm.guard, checking);
    const value = lowerChoice(arm.value, lead, expected, checking);
    lead ??= { type: value.type, of: arm.value };
    return { pattern, guard, value };
  });
  const [last] = arms.slice(-1);
  return {
    kind: "match-value",
    type: last === undefined ? undeterminedType : choiceType(arms, last.value),
    subject,
    arms,
    text: printExpression(expression),
  };
}
