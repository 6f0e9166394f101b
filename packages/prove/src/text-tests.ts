// Looking inside texts: what is true of a text that the solver knows, or that lower, upper or trim make of one.
import { lowerCase, trimWhitespace, upperCase } from "@omega/core";
import type { Language } from "./language.ts";
import { type Outside, outside } from "./symbolic-value.ts";
import { apply, choose, compare, no, type Term, type TextMapping, text, yes } from "./term.ts";
import { sourcesOf, sourcesOfTest, type TextTest } from "./text-images.ts";

const functions: { readonly [mapping in TextMapping]: (text: string) => string } = {
  lower: lowerCase,
  upper: upperCase,
  trim: trimWhitespace,
};

/** The text in lower case, in upper case or without white space at its ends. */
export function mapText(mapping: TextMapping, of: Term): Term {
  if (of.kind === "text") return text(functions[mapping](of.value));
  const parts = choiceIn(of);
  if (parts === null) return apply(mapping, of);
  const { condition, then, otherwise } = parts;
  return choose(condition, mapText(mapping, then), mapText(mapping, otherwise));
}

/** Whether the left text equals, holds, begins or ends with the right one. */
export function testTexts(test: TextTest, left: Term, right: Term): Term | Outside {
  if (left.kind === "text" && right.kind === "text") return tested(test, left.value, right.value);
  if (left === right) return yes;
  if (!isMapped(left) && !isMapped(right)) {
    return test === "equals" ? compare("=", left, right) : apply(test, left, right);
  }
  if (test === "equals" && left.kind === "text") return testTexts(test, right, left);
  const way = choiceIn(left) ?? choiceIn(right);
  if (way !== null) {
    const isLeft = choiceIn(left) !== null;
    return chooseTerm(
      way.condition,
      isLeft ? testTexts(test, way.then, right) : testTexts(test, left, way.then),
      isLeft ? testTexts(test, way.otherwise, right) : testTexts(test, left, way.otherwise),
    );
  }
  const mapping = mappingOf(left);
  if (mapping === null || right.kind !== "text") return beyond;
  const language = sourcesOfTest(mapping.mapping, test, right.value);
  return language === null ? beyond : matchText(mapping.of, language);
}

const beyond = outside("texts in lower or upper case, or trimmed, beside such as are no literals");

/** Whether the text is one of the language. */
export function matchText(of: Term, language: Language): Term | Outside {
  const way = choiceIn(of);
  if (way !== null) {
    return chooseTerm(
      way.condition,
      matchText(way.then, language),
      matchText(way.otherwise, language),
    );
  }
  const mapping = mappingOf(of);
  if (mapping === null) return { kind: "matches", text: of, language };
  const sources = sourcesOf(mapping.mapping, language);
  return sources === null ? beyond : matchText(mapping.of, sources);
}

function tested(test: TextTest, left: string, right: string): Term {
  switch (test) {
    case "equals":
      return left === right ? yes : no;
    case "contains":
      return left.includes(right) ? yes : no;
    case "starts":
      return left.startsWith(right) ? yes : no;
    case "ends":
      return left.endsWith(right) ? yes : no;
  }
}

function chooseTerm(
  condition: Term,
  then: Term | Outside,
  otherwise: Term | Outside,
): Term | Outside {
  if (then.kind === "outside") return then;
  if (otherwise.kind === "outside") return otherwise;
  return choose(condition, then, otherwise);
}

interface Choice {
  readonly condition: Term;
  readonly then: Term;
  readonly otherwise: Term;
}

function choiceIn(term: Term): Choice | null {
  if (term.kind !== "apply" || term.operator !== "ite") return null;
  const [condition, then, otherwise] = term.operands;
  return condition === undefined || then === undefined || otherwise === undefined
    ? null
    : { condition, then, otherwise };
}

function mappingOf(term: Term): { readonly mapping: TextMapping; readonly of: Term } | null {
  if (term.kind !== "apply") return null;
  const { operator, operands } = term;
  const [of] = operands;
  const isMapping = operator === "lower" || operator === "upper" || operator === "trim";
  return isMapping && of !== undefined ? { mapping: operator, of } : null;
}

/** Whether a mapping is in a text, so that the solver cannot be asked about it as it is. */
export function isMapped(term: Term): boolean {
  const way = choiceIn(term);
  return way === null ? mappingOf(term) !== null : isMapped(way.then) || isMapped(way.otherwise);
}
