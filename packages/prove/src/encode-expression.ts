// Expressions as symbolic values: what the interpreter's evaluateExpression computes, for every context at once.
import type { Ir } from "@omega/core";
import { encodeCall } from "./encode-call.ts";
import { encodeConstant } from "./encode-constant.ts";
import type { EncodedInputs } from "./encode-inputs.ts";
import {
  alwaysUnknown,
  asTruth,
  asValue,
  both,
  certain,
  chooseValue,
  combine,
  either,
  equalValues,
  hasElement,
  knownIf,
  knownOf,
  negated,
  type Outside,
  orderedValues,
  outside,
  type SymbolicTruth,
  type SymbolicValue,
  truthOf,
} from "./symbolic-value.ts";
import { and, apply, compare, not, or, real, type Term, yes } from "./term.ts";
import type { TextTable } from "./text-table.ts";

/** What expressions are encoded in. `locals` is the encoding's to change, as LET and loops go on. */
export interface Scope {
  readonly inputs: EncodedInputs;
  readonly texts: TextTable;
  readonly locals: Map<number, SymbolicValue>;
}

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
      return encodeConstant(expression.value, scope.texts);
    case "attribute":
      return scope.inputs.attributes[expression.index]?.value ?? alwaysUnknown;
    case "local":
      return scope.locals.get(expression.slot) ?? alwaysUnknown;
    case "member":
      return memberOf(encodeExpression(expression.object, scope), expression.name);
    case "index":
      return encodeIndex(expression, scope);
    case "list": {
      const elements = expression.elements.map((element) => encodeExpression(element, scope));
      return { kind: "list", known: yes, length: wholeNumber(elements.length), elements };
    }
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
      return encodeArithmetic(expression, scope);
    case "negate": {
      const operand = encodeExpression(expression.operand, scope);
      if (operand.kind === "outside") return operand;
      if (operand.kind !== "number") return alwaysUnknown;
      return { ...operand, value: apply("-", real(0), operand.value) };
    }
    case "convert":
      return convert(encodeExpression(expression.operand, scope), expression.conversion);
    case "quantifier":
      return encodeQuantifier(expression, scope);
    case "conditional":
      return encodeConditional(expression, scope);
    case "match-value":
      return encodeMatchValue(expression, scope);
    case "call": {
      const values = expression.arguments.map((argument) =>
        argument.kind === "lambda"
          ? outside(`a lambda in \`${expression.function}\``)
          : encodeExpression(argument, scope),
      );
      return encodeCall(expression.function, values);
    }
  }
}

/** Whether the pattern takes the subject: OR over its alternatives. */
function encodePattern(
  subject: SymbolicValue,
  pattern: Ir.ProgramPattern,
  texts: TextTable,
): SymbolicTruth | Outside {
  const alternatives = pattern.map((alternative): SymbolicTruth | Outside => {
    switch (alternative.kind) {
      case "wildcard":
        return certain;
      case "equals":
        return equalValues(subject, encodeConstant(alternative.value, texts));
      case "range": {
        const low = encodeConstant(alternative.low, texts);
        const high = encodeConstant(alternative.high, texts);
        const sides = [orderedValues("<=", low, subject), orderedValues("<=", subject, high)];
        return combine(sides, both);
      }
    }
  });
  return combine(alternatives, either);
}

const wholeNumber = (value: number): Term => ({ kind: "number", sort: "Int", value });

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
    return name.kind === "number"
      ? knownIf(index.known, memberOf(object, scope.texts.textOf(name.value)))
      : outside("a field chosen by a text that is not written out");
  }
  if (object.kind !== "list" || index.kind !== "number") return alwaysUnknown;
  const known = and(object.known, index.known);
  return object.elements.reduceRight<SymbolicValue>((rest, element, position) => {
    const here = compare("=", index.value, real(position));
    return chooseValue(here, knownIf(and(known, hasElement(object, position)), element), rest);
  }, alwaysUnknown);
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

function isMember(element: SymbolicValue, list: SymbolicValue): SymbolicTruth | Outside {
  if (element.kind === "outside") return element;
  if (list.kind === "outside") return list;
  if (list.kind !== "list") return asTruth(alwaysUnknown);
  return overElements(list, (member) => equalValues(element, member), either);
}

/** Combines what is found of the elements that are there; of an unknown list, unknown. */
function overElements(
  list: Extract<SymbolicValue, { kind: "list" }>,
  find: (element: SymbolicValue) => SymbolicTruth | Outside,
  how: (truths: readonly SymbolicTruth[]) => SymbolicTruth,
): SymbolicTruth | Outside {
  // What an element that is not there adds: nothing.
  const neutral = how([]);
  const found = list.elements.map((element, index) => {
    const there = hasElement(list, index);
    return combine([find(element)], ([truth = neutral]) =>
      truthOf(
        or(not(there), truth.known),
        and(or(there, neutral.holds), or(not(there), truth.holds)),
      ),
    );
  });
  return combine(found, (truths) => {
    const combined = how(truths);
    return truthOf(and(list.known, combined.known), combined.holds);
  });
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
  return outside(`a look inside a text (${expression.operator})`);
}

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

function encodeArithmetic(expression: Node<"arithmetic">, scope: Scope): SymbolicValue {
  const { operator } = expression;
  const left = encodeExpression(expression.left, scope);
  const right = encodeExpression(expression.right, scope);
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  if (left.kind === "time" || right.kind === "time") return outside("calculating with times");
  if (left.kind !== "number" || right.kind !== "number") return alwaysUnknown;
  const known = and(left.known, right.known);
  const divides = operator === "/" || operator === "MOD";
  return {
    kind: "number",
    known: divides ? and(known, not(compare("=", right.value, real(0)))) : known,
    value: apply(operator === "MOD" ? "mod" : operator, left.value, right.value),
  };
}

/** In the order in which the interpreter rounds, so that both mean the same steps. */
function convert(value: SymbolicValue, conversion: Node<"convert">["conversion"]): SymbolicValue {
  if (value.kind === "outside" || value.kind === "unknown") return value;
  if (value.kind === "list") {
    return { ...value, elements: value.elements.map((element) => convert(element, conversion)) };
  }
  if (value.kind !== "number") return alwaysUnknown;
  const { shift, multiply, divide, add } = conversion;
  let number = value.value;
  if (shift !== 0) number = apply("+", number, real(shift));
  if (multiply !== 1) number = apply("*", number, real(multiply));
  if (divide !== 1) number = apply("/", number, real(divide));
  if (add !== 0) number = apply("+", number, real(add));
  return { ...value, value: number };
}

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
  const matches = encodePattern(subject, pattern, scope.texts);
  if (guard === null || matches.kind === "outside") return matches;
  return combine([encodeCondition(guard, scope)], ([guarded = certain]) =>
    truthOf(
      and(matches.known, or(not(matches.holds), guarded.known)),
      and(matches.holds, guarded.holds),
    ),
  );
}
