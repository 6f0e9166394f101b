// Expressions as symbolic values: what the interpreter's evaluateExpression computes, for every context at once.
import type { Ir } from "@omega/core";
import { equalValues, orderedValues } from "./compare-symbolic.ts";
import { convert, encodeArithmetic } from "./encode-arithmetic.ts";
import { type CallArgument, encodeCall } from "./encode-call.ts";
import { encodeConstant } from "./encode-constant.ts";
import { matchesText } from "./encode-text-functions.ts";
import { isMember, overElements } from "./membership.ts";
import type { Scope } from "./scope.ts";
import { elementAt } from "./symbolic-list.ts";
import {
  alwaysUnknown,
  asTruth,
  asValue,
  both,
  certain,
  chooseValue,
  combine,
  either,
  knownIf,
  knownOf,
  listOf,
  negated,
  type Outside,
  outside,
  type SymbolicTruth,
  type SymbolicValue,
  truthOf,
} from "./symbolic-value.ts";
import { and, asReal, asWhole, calculate, compare, not, or, real, yes } from "./term.ts";
import type { TextTest } from "./text-images.ts";
import { testTexts } from "./text-tests.ts";

type Node<Kind extends Ir.ProgramExpression["kind"]> = Extract<
  Ir.ProgramExpression,
  { kind: Kind }
>;

/** A condition's truth: what is no boolean is unknown. */
export function encodeCondition(
  expression: Ir.ProgramExpression,
  scope: Scope,
): SymbolicTruth | Outside {
  return asTruth(encodeExpression(expression, scope));
}

export function encodeExpression(expression: Ir.ProgramExpression, scope: Scope): SymbolicValue {
  switch (expression.kind) {
    case "constant":
      return encodeConstant(expression.value);
    case "attribute":
      return scope.inputs.attributes[expression.index]?.value ?? alwaysUnknown;
    case "local":
      return scope.locals.get(expression.slot) ?? alwaysUnknown;
    case "member":
      return memberOf(encodeExpression(expression.object, scope), expression.name);
    case "index":
      return encodeIndex(expression, scope);
    case "list":
      return listOf(expression.elements.map((element) => encodeExpression(element, scope)));
    case "record": {
      const fields = expression.fields.map(
        ({ name, value }) => [name, encodeExpression(value, scope)] as const,
      );
      return { kind: "record", known: yes, fields: new Map(fields), open: false };
    }
    case "condition":
      return asValue(encodeCondition(expression.condition.expression, scope));
    case "atom":
      return asValue(encodeCondition(expression.operand, scope));
    case "not":
      return asValue(
        combine([encodeCondition(expression.operand, scope)], ([operand = certain]) =>
          negated(operand),
        ),
      );
    case "logical": {
      const { operator, left, right } = expression;
      const sides = [encodeCondition(left, scope), encodeCondition(right, scope)];
      return asValue(combine(sides, operator === "AND" ? both : either));
    }
    case "compare":
      return asValue(
        encodeComparison(
          expression.operator,
          encodeExpression(expression.left, scope),
          encodeExpression(expression.right, scope),
        ),
      );
    case "between": {
      const value = encodeExpression(expression.value, scope);
      const low = encodeExpression(expression.low, scope);
      const high = encodeExpression(expression.high, scope);
      const sides = [orderedValues("<=", low, value), orderedValues("<=", value, high)];
      return asValue(combine(sides, both));
    }
    case "in": {
      const element = encodeExpression(expression.element, scope);
      const found = isMember(element, encodeExpression(expression.list, scope));
      return asValue(
        combine([found], ([outcome = certain]) =>
          expression.negated ? negated(outcome) : outcome,
        ),
      );
    }
    case "text-test":
      return encodeTextTest(expression, scope);
    case "is": {
      const subject = encodeExpression(expression.subject, scope);
      if (subject.kind === "outside") return subject;
      const known = knownOf(subject);
      const wanted = (expression.state === "KNOWN") !== expression.negated;
      return { kind: "boolean", known: yes, value: wanted ? known : not(known) };
    }
    case "arithmetic":
      return encodeArithmetic(
        expression,
        encodeExpression(expression.left, scope),
        encodeExpression(expression.right, scope),
      );
    case "negate": {
      const operand = encodeExpression(expression.operand, scope);
      if (operand.kind === "outside") return operand;
      if (operand.kind !== "number") return alwaysUnknown;
      return { ...operand, value: calculate("-", real(0), operand.value) };
    }
    case "convert":
      return convert(encodeExpression(expression.operand, scope), expression.conversion);
    case "quantifier":
      return encodeQuantifier(expression, scope);
    case "conditional":
      return encodeConditional(expression, scope);
    case "match-value":
      return encodeMatchValue(expression, scope);
    case "call":
      return encodeCall(expression.function, argumentsOf(expression, scope), scope);
  }
}

function argumentsOf(call: Node<"call">, scope: Scope): readonly CallArgument[] {
  return call.arguments.map((argument): CallArgument => {
    if (argument.kind !== "lambda") return encodeExpression(argument, scope);
    return (values) => {
      for (const [index, { slot }] of argument.parameters.entries()) {
        scope.locals.set(slot, values[index] ?? alwaysUnknown);
      }
      return encodeExpression(argument.body, scope);
    };
  });
}

/** Whether the pattern takes the subject: OR over its alternatives. */
function encodePattern(
  subject: SymbolicValue,
  pattern: Ir.ProgramPattern,
): SymbolicTruth | Outside {
  const alternatives = pattern.map((alternative): SymbolicTruth | Outside => {
    switch (alternative.kind) {
      case "wildcard":
        return certain;
      case "equals":
        return equalValues(subject, encodeConstant(alternative.value));
      case "range": {
        const low = encodeConstant(alternative.low);
        const high = encodeConstant(alternative.high);
        const sides = [orderedValues("<=", low, subject), orderedValues("<=", subject, high)];
        return combine(sides, both);
      }
    }
  });
  return combine(alternatives, either);
}

// --- paths --------------------------------------------------------------------------------------------------------

function memberOf(object: SymbolicValue, name: string): SymbolicValue {
  if (object.kind === "outside") return object;
  if (object.kind !== "record") return alwaysUnknown;
  const field = object.fields.get(name);
  if (field !== undefined) return knownIf(object.known, field);
  return object.open ? outside("a field whose kind nothing settles") : alwaysUnknown;
}

function encodeIndex(expression: Node<"index">, scope: Scope): SymbolicValue {
  const object = encodeExpression(expression.object, scope);
  const index = encodeExpression(expression.index, scope);
  if (object.kind === "outside") return object;
  if (index.kind === "outside") return index;
  if (object.kind === "record" && index.kind === "text") {
    const name = index.value;
    return name.kind === "text"
      ? knownIf(index.known, memberOf(object, name.value))
      : outside("a field chosen by a text that is not written out");
  }
  if (object.kind !== "list" || index.kind !== "number") return alwaysUnknown;
  const at = asWhole(index.value);
  const isWhole = compare("=", asReal(at), index.value);
  return knownIf(and(object.known, index.known, isWhole), elementAt(object, at));
}

// --- conditions ---------------------------------------------------------------------------------------------------

function encodeComparison(
  operator: Node<"compare">["operator"],
  left: SymbolicValue,
  right: SymbolicValue,
): SymbolicTruth | Outside {
  switch (operator) {
    case "==":
      return equalValues(left, right);
    case "!=":
      return combine([equalValues(left, right)], ([equal = certain]) => negated(equal));
    case "<":
      return orderedValues("<", left, right);
    case "<=":
      return orderedValues("<=", left, right);
    case ">":
      return orderedValues("<", right, left);
    case ">=":
      return orderedValues("<=", right, left);
  }
}

function encodeTextTest(expression: Node<"text-test">, scope: Scope): SymbolicValue {
  const left = encodeExpression(expression.left, scope);
  const right = encodeExpression(expression.right, scope);
  if (left.kind === "outside") return left;
  if (expression.operator === "CONTAINS" && left.kind === "list") {
    return asValue(isMember(right, left));
  }
  if (right.kind === "outside") return right;
  if (left.kind !== "text" || right.kind !== "text") return alwaysUnknown;
  const known = and(left.known, right.known);
  if (expression.operator === "MATCHES") return matchesText(left.value, right.value, known);
  const found = testTexts(textTests[expression.operator], left.value, right.value);
  return found.kind === "outside" ? found : { kind: "boolean", known, value: found };
}

const textTests = {
  CONTAINS: "contains",
  "STARTS WITH": "starts",
  "ENDS WITH": "ends",
} as const satisfies { readonly [operator: string]: TextTest };

function encodeQuantifier(expression: Node<"quantifier">, scope: Scope): SymbolicValue {
  const { quantifier, slot, condition } = expression;
  const list = encodeExpression(expression.collection, scope);
  if (list.kind === "outside") return list;
  if (list.kind !== "list") return alwaysUnknown;
  const holds = (element: SymbolicValue): SymbolicTruth | Outside => {
    scope.locals.set(slot, element);
    return encodeCondition(condition, scope);
  };
  switch (quantifier) {
    case "ANY":
      return asValue(overElements(list, holds, either));
    case "ALL":
      return asValue(overElements(list, holds, both));
    case "NONE":
      return asValue(
        combine([overElements(list, holds, either)], ([any = certain]) => negated(any)),
      );
  }
}

// --- values -------------------------------------------------------------------------------------------------------

function encodeConditional(expression: Node<"conditional">, scope: Scope): SymbolicValue {
  const otherwise = encodeExpression(expression.otherwise, scope);
  return expression.branches.reduceRight<SymbolicValue>((rest, { condition, value }) => {
    const outcome = encodeCondition(condition, scope);
    return outcome.kind === "outside"
      ? outcome
      : knownIf(outcome.known, chooseValue(outcome.holds, encodeExpression(value, scope), rest));
  }, otherwise);
}

function encodeMatchValue(expression: Node<"match-value">, scope: Scope): SymbolicValue {
  const subject = encodeExpression(expression.subject, scope);
  if (subject.kind === "outside") return subject;
  const chosen = expression.arms.reduceRight<SymbolicValue>((rest, { pattern, guard, value }) => {
    const outcome = encodeArm(subject, pattern, guard, scope);
    return outcome.kind === "outside"
      ? outcome
      : knownIf(outcome.known, chooseValue(outcome.holds, encodeExpression(value, scope), rest));
  }, alwaysUnknown);
  return knownIf(knownOf(subject), chosen);
}

/** A pattern and, where it takes the subject for certain, its guard. */
export function encodeArm(
  subject: SymbolicValue,
  pattern: Ir.ProgramPattern,
  guard: Ir.ProgramExpression | null,
  scope: Scope,
): SymbolicTruth | Outside {
  const matches = encodePattern(subject, pattern);
  if (guard === null || matches.kind === "outside") return matches;
  return combine([encodeCondition(guard, scope)], ([guarded = certain]) =>
    truthOf(
      and(matches.known, or(not(matches.holds), guarded.known)),
      and(matches.holds, guarded.holds),
    ),
  );
}
