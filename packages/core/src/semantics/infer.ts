// Inference over expressions: the first of two walks over the rules. It says nothing about right and wrong, it only lets undeclared
// attributes take their kind and unit from what they are compared with and assigned to, whatever the order. One thing is
// reported here, because only here can it be seen: an undeclared attribute that is used in two units.
import { parseInstant } from "../std/instant.ts";
import type { BinaryExpression, Expression, Pattern } from "../syntax/tree.ts";
import { inferCall } from "./infer-call.ts";
import { agree, evidenceAt, type Inference, within } from "./inference.ts";
import { unitOfLiteral } from "./literals.ts";
import { isTemperature, millisecondsType } from "./number-type.ts";
import { lookUp } from "./scope.ts";
import {
  booleanTerm,
  elementOf,
  fieldOf,
  findUnit,
  fixedUnit,
  listTerm,
  numberTerm,
  openUnit,
  recordTerm,
  resolve,
  type Term,
  termOf,
  textTerm,
  timeTerm,
  type UnitConflict,
  type UnitTerm,
  unify,
  variableTerm,
} from "./terms.ts";
import { differenceOf, divideUnits, multiplyUnits, one } from "./units/unit.ts";

const nothing = (): void => {};

/** Walks an expression and gives its term. The parser caps its height, so recursion is bounded. */
export function infer(expression: Expression, inference: Inference): Term {
  switch (expression.kind) {
    case "boolean":
      return booleanTerm;
    case "number":
      return numberTerm(
        expression.unit === "" ? openUnit() : fixedUnit(unitOfLiteral(expression), true),
      );
    case "text":
      return textTerm;
    case "null":
    case "missing":
    case "lambda":
      return variableTerm();
    case "list": {
      const element = variableTerm();
      for (const member of expression.elements)
        agree(element, infer(member, inference), member, inference);
      return listTerm(element);
    }
    case "record":
      return recordTerm(
        new Map(expression.fields.map((field) => [field.name.text, infer(field.value, inference)])),
        false,
      );
    case "reference":
      return (
        lookUp(inference.scope, expression.name) ??
        inference.attribute(expression.name, evidenceAt(expression, inference))
      );
    case "member":
      return fieldOf(infer(expression.object, inference), expression.name.text);
    case "index": {
      const object = infer(expression.object, inference);
      if (expression.index.kind === "text") return fieldOf(object, expression.index.value);
      const index = infer(expression.index, inference);
      if (resolve(index).kind === "text") return variableTerm();
      return elementOf(object);
    }
    case "unary":
      return inferUnary(expression.operator, expression.operand, inference);
    case "binary":
      return inferBinary(expression, inference);
    case "between": {
      const value = infer(expression.value, inference);
      compare(
        expression.value,
        value,
        expression.low,
        infer(expression.low, inference),
        inference,
        true,
      );
      compare(
        expression.value,
        value,
        expression.high,
        infer(expression.high, inference),
        inference,
        true,
      );
      return booleanTerm;
    }
    case "is":
      infer(expression.subject, inference);
      return booleanTerm;
    case "quantifier": {
      const collection = infer(expression.collection, inference);
      inference.binds(expression.variable, "quantifier", inference.base);
      within(inference, [[expression.variable.text, elementOf(collection)]], () =>
        condition(expression.condition, inference),
      );
      return booleanTerm;
    }
    case "conditional": {
      const result = variableTerm();
      for (const branch of expression.branches) {
        condition(branch.condition, inference);
        agree(result, infer(branch.value, inference), branch.value, inference);
      }
      agree(result, infer(expression.otherwise, inference), expression.otherwise, inference);
      return result;
    }
    case "match-value": {
      const subject = infer(expression.subject, inference);
      const result = variableTerm();
      for (const arm of expression.arms) {
        inferPattern(arm.pattern, expression.subject, subject, inference);
        if (arm.guard !== null) condition(arm.guard, inference);
        agree(result, infer(arm.value, inference), arm.value, inference);
      }
      return result;
    }
    case "call":
      return inferCall(expression, inference, infer);
  }
}

/** Walks a condition: what it is made of is true or false. */
export function condition(expression: Expression, inference: Inference): void {
  unify(infer(expression, inference), booleanTerm, null, nothing);
}

/** Lets a pattern say what its subject is. */
export function inferPattern(
  pattern: Pattern,
  subject: Expression,
  term: Term,
  inference: Inference,
): void {
  for (const alternative of pattern.alternatives) {
    if (alternative.kind === "literal-pattern") {
      compare(subject, term, alternative.literal, infer(alternative.literal, inference), inference);
    } else if (alternative.kind === "range-pattern") {
      for (const end of [alternative.low, alternative.high]) {
        compare(subject, term, end, infer(end, inference), inference, true);
      }
    }
  }
}

/** A comparison. A text literal beside something still open waits: it may turn out to be a time. */
function compare(
  left: Expression,
  leftTerm: Term,
  right: Expression,
  rightTerm: Term,
  inference: Inference,
  ordered = false,
): void {
  for (const [literal, other] of [
    [left, rightTerm],
    [right, leftTerm],
  ] as const) {
    if (literal.kind === "text" && resolve(other).kind === "variable") {
      inference.pending.push((last) => decideText(literal.value, other, ordered, last));
      return;
    }
  }
  const at = evidenceAt(right, inference);
  unify(leftTerm, rightTerm, at, (conflict) =>
    inference.conflict(belongsTo(conflict, leftTerm) ? left : right, conflict, at),
  );
}

function decideText(literal: string, other: Term, ordered: boolean, last: boolean): boolean {
  if (resolve(other).kind !== "variable") return true;
  if (!last) return false;
  // Texts have no order, so what is ordered beside a date is a time.
  unify(other, ordered && parseInstant(literal, 0) !== null ? timeTerm : textTerm, null, nothing);
  return true;
}

function belongsTo(conflict: UnitConflict, term: Term): boolean {
  const resolved = resolve(term);
  return resolved.kind === "number" && findUnit(resolved.unit) === findUnit(conflict.term);
}

function inferUnary(operator: "NOT" | "-", operand: Expression, inference: Inference): Term {
  const term = infer(operand, inference);
  if (operator === "NOT") {
    unify(term, booleanTerm, null, nothing);
    return booleanTerm;
  }
  return numberTerm(unitOf(term));
}

/** The unit of a term that must be a number; an open term becomes one. */
function unitOf(term: Term): UnitTerm {
  const resolved = resolve(term);
  if (resolved.kind === "number") return resolved.unit;
  const unit = openUnit(resolved.kind === "variable" && resolved.owned);
  if (resolved.kind === "variable") resolved.link = numberTerm(unit);
  return unit;
}

function inferBinary(expression: BinaryExpression, inference: Inference): Term {
  const { left, right, operator } = expression;
  const leftTerm = infer(left, inference);
  const rightTerm = infer(right, inference);
  switch (operator) {
    case "OR":
    case "AND":
      unify(leftTerm, booleanTerm, null, nothing);
      unify(rightTerm, booleanTerm, null, nothing);
      return booleanTerm;
    case "==":
    case "!=":
      if (left.kind !== "null" && right.kind !== "null")
        compare(left, leftTerm, right, rightTerm, inference);
      return booleanTerm;
    case "<":
    case "<=":
    case ">":
    case ">=":
      compare(left, leftTerm, right, rightTerm, inference, true);
      return booleanTerm;
    case "IN":
    case "NOT IN": {
      const members = right.kind === "list" ? right.elements : [];
      for (const member of members)
        compare(left, leftTerm, member, infer(member, inference), inference);
      if (members.length === 0) compare(left, leftTerm, right, elementOf(rightTerm), inference);
      return booleanTerm;
    }
    case "CONTAINS":
      if (resolve(leftTerm).kind === "list") {
        compare(left, elementOf(leftTerm), right, rightTerm, inference);
      }
      return booleanTerm;
    case "STARTS WITH":
    case "ENDS WITH":
    case "MATCHES":
      unify(leftTerm, textTerm, null, nothing);
      unify(rightTerm, textTerm, null, nothing);
      return booleanTerm;
    case "+":
    case "-":
      return inferSum(expression, leftTerm, rightTerm, inference);
    case "*":
    case "/":
      return inferProduct(expression, leftTerm, rightTerm, inference);
    case "MOD":
      return sumOfNumbers(expression, leftTerm, rightTerm, inference);
  }
}

/** Times and durations, or numbers of one dimension; which of the two may have to wait. */
function inferSum(
  expression: BinaryExpression,
  left: Term,
  right: Term,
  inference: Inference,
): Term {
  if (expression.operator === "-") {
    // Only from a time can a text be taken, and only a time from a text.
    if (expression.left.kind === "text") unify(right, timeTerm, null, nothing);
    if (expression.right.kind === "text") unify(left, timeTerm, null, nothing);
  }
  const isTime = (term: Term, operand: Expression): boolean =>
    resolve(term).kind === "time" || (expression.operator === "-" && operand.kind === "text");
  const decide = (last: boolean): Term | null => {
    const times = [isTime(left, expression.left), isTime(right, expression.right)];
    if (times.includes(true)) {
      const difference = expression.operator === "-" && !times.includes(false);
      return difference ? termOf(millisecondsType()) : timeTerm;
    }
    const kinds = [resolve(left).kind, resolve(right).kind];
    if (last || kinds.includes("number")) return sumOfNumbers(expression, left, right, inference);
    return null;
  };
  const decided = decide(false);
  if (decided !== null) return decided;
  const result = variableTerm();
  inference.pending.push((last) => {
    const term = decide(last);
    if (term !== null) unify(result, term, null, nothing);
    return term !== null;
  });
  return result;
}

function sumOfNumbers(
  expression: BinaryExpression,
  left: Term,
  right: Term,
  inference: Inference,
): Term {
  const leftUnit = unitOf(left);
  const rightUnit = unitOf(right);
  compare(
    expression.left,
    numberTerm(leftUnit),
    expression.right,
    numberTerm(rightUnit),
    inference,
  );
  const first = findUnit(leftUnit);
  const second = findUnit(rightUnit);
  // A declared operand settles the result: it is no bare reading any more, and may be compared in any unit. A literal
  // does not: the sum of an undeclared reading and `5cm` is still read in the reading's unit.
  const result = isDeclared(first) || second.literal || !second.fixed ? first : second;
  if (result.unit === null || !isTemperature(result.unit)) return numberTerm(result);
  const literals = expression.left.kind === "number" || expression.right.kind === "number";
  const difference =
    expression.operator === "-" &&
    !literals &&
    first.unit?.affine === true &&
    second.unit?.affine === true;
  return numberTerm(difference ? fixedUnit(differenceOf(result.unit)) : result);
}

const isDeclared = (unit: UnitTerm): boolean => unit.fixed && !unit.literal;

/** The unit of a product follows from its operands'; a plain factor also lets the unit through the other way. */
function inferProduct(
  expression: BinaryExpression,
  left: Term,
  right: Term,
  inference: Inference,
): Term {
  const leftUnit = factorUnit(expression.left, left);
  const rightUnit = factorUnit(expression.right, right);
  const result = openUnit();
  const solve = (): boolean => {
    const first = findUnit(leftUnit);
    const second = findUnit(rightUnit);
    const whole = findUnit(result);
    if (first.unit !== null && second.unit !== null) {
      const combine = expression.operator === "*" ? multiplyUnits : divideUnits;
      if (whole.unit === null) whole.unit = combine(first.unit, second.unit);
      return true;
    }
    if (second.unit === one && second.fixed) linkUnits(first, whole);
    else if (first.unit === one && first.fixed && expression.operator === "*")
      linkUnits(second, whole);
    return false;
  };
  if (!solve()) inference.pending.push(solve);
  return numberTerm(result);
}

function linkUnits(operand: UnitTerm, whole: UnitTerm): void {
  if (operand !== whole && operand.unit === null && whole.unit !== null) {
    operand.unit = whole.unit;
    operand.evidence = whole.evidence;
  }
}

function factorUnit(expression: Expression, term: Term): UnitTerm {
  return expression.kind === "number" && expression.unit === "" ? fixedUnit(one) : unitOf(term);
}
