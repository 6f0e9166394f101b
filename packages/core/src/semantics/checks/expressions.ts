// Single expressions that cannot mean what they say: comparisons with themselves, reversed bounds, divisions by zero.
import type { TextEdit } from "../../diagnostics/diagnostic.ts";
import { expressionDiagnostics } from "../../diagnostics/om4-expressions.ts";
import type { Span } from "../../source/span.ts";
import { printExpression } from "../../syntax/print-expression.ts";
import type {
  BetweenExpression,
  BinaryExpression,
  BinaryOperator,
  Expression,
  ListExpression,
  UnaryExpression,
} from "../../syntax/tree.ts";
import { shown } from "../checking.ts";
import { isLiteral } from "../literals.ts";
import { type Written, writtenBeside } from "./bound-names.ts";
import { isInexact } from "./inexact.ts";
import { type Inspection, writtenIn } from "./inspection.ts";
import { hasReversedEnds } from "./read-condition.ts";
import { keyOf } from "./subject.ts";
import { visitExpression, visitExpressionsOf } from "./visit-expressions.ts";

/** Checks every expression of the rules and of the formal constraints, part by part. */
export function checkExpressions(inspection: Inspection): void {
  for (const information of inspection.rules) {
    const { rule, item } = information;
    visitExpressionsOf(rule, (part) => checkPart(writtenIn(information, part), inspection));
    if (rule.kind === "for" && isEmptyList(rule.collection)) {
      reportEmptyList(item.start, rule.collection, "FOR", inspection);
    }
  }
  for (const { constraint, item, place, imported } of inspection.constraints) {
    const { clause } = constraint;
    const expression =
      clause.kind === "always"
        ? clause.condition
        : clause.kind === "never"
          ? clause.guard?.condition
          : null;
    if (imported || expression == null) continue;
    const moment = place.span.start;
    visitExpression(expression, (part) => {
      checkPart({ expression: part, item, moment }, inspection);
    });
  }
}

function checkPart(written: Written, inspection: Inspection): void {
  const { expression, item } = written;
  switch (expression.kind) {
    case "binary":
      checkBinary(written, expression, inspection);
      return;
    case "unary":
      if (expression.operator === "NOT") checkNegation(written, expression, inspection);
      return;
    case "between":
      checkBetween(written, expression, inspection);
      return;
    case "quantifier":
      if (isEmptyList(expression.collection)) {
        reportEmptyList(item.start, expression.collection, expression.quantifier, inspection);
      }
      return;
    default:
      return;
  }
}

function checkBinary(written: Written, expression: BinaryExpression, inspection: Inspection): void {
  const { operator, left, right } = expression;
  switch (operator) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (isComparedWithItself(written, expression, inspection)) {
        const holds = operator === "==" || operator === "<=" || operator === ">=";
        const text = shown(expression);
        inspection
          .reportIn(written.item)
          .report(expressionDiagnostics.selfComparison, expression.span, { text, holds });
      } else if (operator === "==" || operator === "!=") {
        checkFloating(written, expression, inspection);
      }
      return;
    case "/":
    case "MOD":
      if (right.kind === "number" && Number(right.digits) === 0) {
        inspection
          .reportIn(written.item)
          .report(expressionDiagnostics.divisionByZero, expression.span, {
            text: shown(expression),
          });
      }
      return;
    case "IN":
    case "NOT IN":
      if (isEmptyList(right)) {
        reportEmptyList(written.item.start, right, operator, inspection);
      } else if (right.kind === "list") checkMembers(written, right, inspection);
      return;
    case "OR":
      for (const side of [left, right]) checkMixed(written, side, inspection);
      return;
    default:
      return;
  }
}

function isComparedWithItself(
  written: Written,
  { left, right }: BinaryExpression,
  { readings }: Inspection,
): boolean {
  // Trees of two kinds print differently, and so do two names.
  if (isLiteral(left) || left.kind !== right.kind) return false;
  if (left.kind === "reference" && right.kind === "reference" && left.name !== right.name) {
    return false;
  }
  const key = (expression: Expression): string =>
    keyOf(writtenBeside(written, expression), readings);
  return key(left) === key(right);
}

/** `==` on the result of arithmetic that rounds. */
function checkFloating(
  written: Written,
  { left, right, operator, span }: BinaryExpression,
  inspection: Inspection,
): void {
  const inexact = [left, right].find((side) =>
    isInexact({ ...written, expression: side }, inspection.readings),
  );
  if (inexact === undefined) return;
  // A difference is zero exactly where its two sides are equal.
  const other = inexact === left ? right : left;
  const isZero = other.kind === "number" && Number(other.digits) === 0;
  if (isZero && inexact.kind === "binary" && inexact.operator === "-") return;
  inspection.reportIn(written.item).report(expressionDiagnostics.floatingEquality, span, {
    computed: shown(inexact),
    operator,
    left: shown(left),
    right: shown(right),
  });
}

// ---- negation ----------------------------------------------------------------------------------------------------

const opposites: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  IN: "NOT IN",
  "NOT IN": "IN",
};

/** NOT before something that has an opposite of its own. */
function checkNegation(
  written: Written,
  { operand, span }: UnaryExpression,
  inspection: Inspection,
): void {
  const plain = withoutNot(operand);
  if (plain === null) return;
  const { item } = written;
  const source = inspection.analysis.source.text.slice(
    item.start + span.start,
    item.start + span.end,
  );
  inspection.reportIn(item).report(expressionDiagnostics.needlessNegation, span, {
    text: shown({ ...operand }),
    plain,
    // Printing would lose a comment or a line break.
    writable: !/[\r\n#]/.test(source) && !source.includes("//"),
  });
}

function withoutNot(operand: Expression): string | null {
  if (operand.kind === "unary" && operand.operator === "NOT")
    return printExpression(operand.operand);
  if (operand.kind === "is") return printExpression({ ...operand, negated: !operand.negated });
  if (operand.kind !== "binary") return null;
  const operator = opposites[operand.operator];
  return operator === undefined ? null : printExpression({ ...operand, operator });
}

// ---- bounds, lists, chains ---------------------------------------------------------------------------------------

function checkBetween(
  written: Written,
  { low, high, value }: BetweenExpression,
  inspection: Inspection,
): void {
  const { item } = written;
  const subject = { ...written, expression: value };
  if (!hasReversedEnds(subject, low, high, inspection.readings)) return;
  const { text } = inspection.analysis.source;
  /** Puts one end in the other's place; `AND-60C` needs no blank before it, `AND40C` would. */
  const put = (end: Expression, at: Span): TextEdit => {
    const place = absolute(at, item.start);
    const source = absolute(end.span, item.start);
    const glued = /\w/.test(text.charAt(place.start - 1));
    return { span: place, newText: `${glued ? " " : ""}${text.slice(source.start, source.end)}` };
  };
  inspection.reportIn(item).report(
    expressionDiagnostics.betweenReversed,
    { start: low.span.start, end: high.span.end },
    {
      value: shown(value),
      low: shown(low),
      high: shown(high),
      swapped: [put(high, low.span), put(low, high.span)],
    },
  );
}

function absolute({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function isEmptyList(expression: Expression): boolean {
  return expression.kind === "list" && expression.elements.length === 0;
}

const emptyMeanings: Readonly<Record<string, string>> = {
  FOR: "the loop never turns",
  ANY: "it is never true",
  ALL: "it is always true",
  NONE: "it is always true",
  IN: "it is never true",
  "NOT IN": "it is always true",
};

function reportEmptyList(
  base: number,
  list: Expression,
  what: string,
  inspection: Inspection,
): void {
  inspection.report.report(expressionDiagnostics.emptyList, absolute(list.span, base), {
    what,
    meaning: emptyMeanings[what] ?? "",
  });
}

/** The same literal twice in the list that IN looks in. */
function checkMembers(written: Written, list: ListExpression, inspection: Inspection): void {
  const seen = new Set<string>();
  list.elements.forEach((member, index) => {
    const before = list.elements[index - 1];
    if (!isLiteral(member)) return;
    const text = printExpression(member);
    if (seen.has(text) && before !== undefined) {
      const { item } = written;
      inspection.reportIn(item).report(expressionDiagnostics.memberTwice, member.span, {
        text,
        removed: absolute({ start: before.span.end, end: member.span.end }, item.start),
      });
    }
    seen.add(text);
  });
}

/** `a OR b AND c` without parentheses: AND binds tighter, which not every reader knows. */
function checkMixed(written: Written, side: Expression, inspection: Inspection): void {
  if (side.kind !== "binary" || side.operator !== "AND") return;
  const { item } = written;
  const at = absolute(side.span, item.start);
  if (isParenthesised(at, inspection.analysis.source.text)) return;
  inspection
    .reportIn(item)
    .report(expressionDiagnostics.mixedAndOr, side.span, { text: shown(side) });
}

function isParenthesised({ start, end }: Span, text: string): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(text.charAt(before))) before--;
  let after = end;
  while (after < text.length && isBlank(text.charAt(after))) after++;
  return text.charAt(before) === "(" && text.charAt(after) === ")";
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}
