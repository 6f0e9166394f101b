// Conditions as people say them, with AND and OR as lists of parts that a page can set out.

import { findFunction } from "../std/standard-library.ts";
import type { BinaryOperator, CallExpression, Expression, ListExpression } from "../syntax/tree.ts";
import { inlineCondition } from "./inline-condition.ts";
import { fill, listPhrase, type Phrase, piece, words } from "./phrase.ts";
import type { Speaker } from "./speaker.ts";
import type { Wording } from "./wording.ts";

/** A condition: one statement, or several of which all, any, not all or none hold. */
export type DescribedCondition =
  | { readonly kind: "statement"; readonly phrase: Phrase }
  | {
      readonly kind: "all" | "any" | "not-all" | "none";
      readonly parts: readonly DescribedCondition[];
    };

/** Whether an expression says that something is so: what is put into words as a condition rather than as a value. */
export function isCondition(expression: Expression): boolean {
  switch (expression.kind) {
    case "between":
    case "is":
    case "quantifier":
      return true;
    case "unary":
      return expression.operator === "NOT";
    case "binary":
      return comparisonOf(expression.operator) !== null || isConnective(expression.operator);
    case "call":
      return predicateOf(expression) !== null;
    default:
      return false;
  }
}

/** A condition in words. A value that stands as a condition is said to be true. */
export function describeCondition(expression: Expression, speaker: Speaker): DescribedCondition {
  return describe(expression, true, speaker);
}

function describe(expression: Expression, holds: boolean, speaker: Speaker): DescribedCondition {
  if (expression.kind === "unary" && expression.operator === "NOT") {
    return describe(expression.operand, !holds, speaker);
  }
  if (expression.kind === "binary" && isConnective(expression.operator)) {
    const { operator } = expression;
    const parts = connectedParts(expression, operator).map((part) => describe(part, true, speaker));
    if (operator === "AND") return { kind: holds ? "all" : "not-all", parts };
    return { kind: holds ? "any" : "none", parts };
  }
  return { kind: "statement", phrase: phraseStatement(expression, holds, speaker) };
}

/** `a AND b AND c` as its three parts, in order. */
export function connectedParts(
  expression: Expression,
  operator: "AND" | "OR",
): readonly Expression[] {
  const parts: Expression[] = [];
  let rest = expression;
  while (rest.kind === "binary" && rest.operator === operator) {
    parts.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts.reverse()].flatMap((part) =>
    part.kind === "binary" && part.operator === operator && part !== expression
      ? connectedParts(part, operator)
      : [part],
  );
}

function phraseStatement(expression: Expression, holds: boolean, speaker: Speaker): Phrase {
  const { wording, phrase } = speaker;
  const { predicates } = wording;
  const say = (name: keyof Wording["predicates"], parts: { [place: string]: Phrase }): Phrase =>
    fill(holds ? predicates[name].yes : predicates[name].no, parts);
  switch (expression.kind) {
    case "binary": {
      const operator = comparisonOf(expression.operator);
      if (operator === null) break;
      const left = phraseOperand(expression.left, speaker);
      if (operator !== "IN" && operator !== "NOT IN") {
        return say(operator, { left, right: phraseOperand(expression.right, speaker) });
      }
      if (isWrittenList(expression.right)) {
        return say(operator, { left, right: phraseMembers(expression.right, speaker) });
      }
      const { yes, no } = predicates.inList;
      const template = (operator === "IN") === holds ? yes : no;
      return fill(template, { left, right: phrase(expression.right) });
    }
    case "between":
      return say("between", {
        left: phraseOperand(expression.value, speaker),
        low: phraseOperand(expression.low, speaker),
        high: phraseOperand(expression.high, speaker),
      });
    case "is": {
      const known = (expression.state === "KNOWN") !== expression.negated;
      const template = known === holds ? predicates.known.yes : predicates.known.no;
      return fill(template, { left: phrase(expression.subject) });
    }
    case "quantifier":
      return say(expression.quantifier, {
        variable: piece("name", expression.variable.text),
        list: phrase(expression.collection),
        condition: inlineCondition(describe(expression.condition, true, speaker), wording),
      });
    case "call": {
      const predicate = predicateOf(expression);
      if (predicate !== null) return phrasePredicate(predicate, expression, holds, speaker);
      break;
    }
    default:
  }
  return say("true", { left: speaker.phrase(expression) });
}

/** A side of a comparison; one that says what it depends on stands in parentheses. */
export function phraseOperand(expression: Expression, speaker: Speaker): Phrase {
  const phrase = speaker.phrase(expression);
  const isOpen =
    expression.kind === "conditional" ||
    expression.kind === "match-value" ||
    isCondition(expression);
  return isOpen ? [...words("("), ...phrase, ...words(")")] : phrase;
}

/** Whether a list has its members written out. */
export function isWrittenList(list: Expression): list is ListExpression {
  return list.kind === "list" && list.elements.length > 0;
}

/** The members of a written list: "“cash” or “card”". */
export function phraseMembers({ elements }: ListExpression, speaker: Speaker): Phrase {
  return listPhrase(elements.map(speaker.phrase), speaker.wording.or);
}

function isConnective(operator: BinaryOperator): operator is "AND" | "OR" {
  return operator === "AND" || operator === "OR";
}

/** The predicate of an operator that compares; null for arithmetic and connectives. */
export function comparisonOf(
  operator: BinaryOperator,
): Exclude<BinaryOperator, "AND" | "OR" | "+" | "-" | "*" | "/" | "MOD"> | null {
  switch (operator) {
    case "AND":
    case "OR":
    case "+":
    case "-":
    case "*":
    case "/":
    case "MOD":
      return null;
    default:
      return operator;
  }
}

// ---- functions that say whether something is so ------------------------------------------------------------------

type Predicate = keyof Wording["predicates"];

const predicateFunctions: Readonly<Record<string, Predicate>> = {
  "std::string::contains": "CONTAINS",
  "std::list::contains": "CONTAINS",
  "std::string::starts_with": "STARTS WITH",
  "std::string::ends_with": "ENDS WITH",
  "std::string::matches": "MATCHES",
  "std::list::any": "ANY",
  "std::list::all": "ALL",
  "std::time::is_weekend": "isWeekend",
  "std::time::in_window": "inWindow",
};

/** The function's qualified name is in the table above where its call is a statement. */
function predicateOf(call: CallExpression): Predicate | null {
  const name = findFunction(call.path)?.name ?? "";
  return Object.hasOwn(predicateFunctions, name) ? (predicateFunctions[name] ?? null) : null;
}

function phrasePredicate(
  predicate: Predicate,
  call: CallExpression,
  holds: boolean,
  speaker: Speaker,
): Phrase {
  const { wording } = speaker;
  const [first, second] = call.arguments;
  const template = wording.predicates[atInstant(predicate, first, speaker)][holds ? "yes" : "no"];
  if (second?.kind === "lambda" && first !== undefined) {
    return fill(template, {
      variable: piece("name", second.parameters[0]?.text ?? ""),
      list: speaker.phrase(first),
      condition: inlineCondition(describe(second.body, true, speaker), wording),
    });
  }
  const given = call.arguments.map((argument) => speaker.phrase(argument));
  const [left = [], right = []] = given;
  return fill(template, {
    left,
    right,
    all: listPhrase(given, wording.comma),
    ...Object.fromEntries(given.map((phrase, index) => [String(index), phrase])),
  });
}

/** Functions of the clock ask about now, unless they are given an instant. */
function atInstant(
  predicate: Predicate,
  first: Expression | undefined,
  { typeOf }: Speaker,
): Predicate {
  if (predicate === "isWeekend") return first === undefined ? "isWeekend" : "isWeekendAt";
  const isInstant = first !== undefined && typeOf(first)?.kind === "time";
  return predicate === "inWindow" && isInstant ? "inWindowAt" : predicate;
}
