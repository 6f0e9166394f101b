// What a term comes to under values for its variables, with the doubles that the interpreter calculates with.
import { lowerCase, trimWhitespace, upperCase } from "@omega/core";
import type { Term } from "../src/term.ts";
import { matchesWhole } from "./match-language.ts";

/** A truth, a number or a text. */
export type TermValue = boolean | number | string;

/** Thrown where a number leaves the finite doubles: the encoding's numbers do not, so nothing is to be compared. */
export class Overflow extends Error {}

export function evaluateTerm(
  term: Term,
  values: ReadonlyMap<string, TermValue>,
  known: Map<Term, TermValue> = new Map(),
): TermValue {
  const before = known.get(term);
  if (before !== undefined) return before;
  const value = evaluate(term, values, known);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Overflow();
  known.set(term, value);
  return value;
}

function evaluate(
  term: Term,
  values: ReadonlyMap<string, TermValue>,
  known: Map<Term, TermValue>,
): TermValue {
  if (term.kind === "truth" || term.kind === "number" || term.kind === "text") return term.value;
  if (term.kind === "matches")
    return matchesWhole(String(evaluateTerm(term.text, values, known)), term.language);
  if (term.kind === "variable") {
    const value = values.get(term.name);
    if (value === undefined) throw new Error(`no value for ${term.name}`);
    return value;
  }
  const { operator, operands } = term;
  const operand = (index: number): Term => {
    const found = operands[index];
    if (found === undefined) throw new Error(`${operator} without operand ${index}`);
    return found;
  };
  const of = (index: number): TermValue => evaluateTerm(operand(index), values, known);
  const number = (index: number): number => Number(of(index));
  const text = (index: number): string => String(of(index));
  switch (operator) {
    case "and":
      return operands.every((each) => evaluateTerm(each, values, known) === true);
    case "or":
      return operands.some((each) => evaluateTerm(each, values, known) === true);
    case "not":
      return of(0) !== true;
    case "ite":
      return of(0) === true ? of(1) : of(2);
    case "=":
      return of(0) === of(1);
    case "<":
      return number(0) < number(1);
    case "<=":
      return number(0) <= number(1);
    case "+":
      return number(0) + number(1);
    case "-":
      return number(0) - number(1);
    case "*":
      return number(0) * number(1);
    case "/":
      return number(0) / number(1);
    case "mod": {
      const remainder = number(0) % number(1);
      return remainder !== 0 && remainder < 0 !== number(1) < 0 ? remainder + number(1) : remainder;
    }
    case "to_real":
      return number(0);
    case "floor":
      return Math.floor(number(0));
    case "div":
      return Math.floor(number(0) / number(1));
    case "rest":
      return number(0) - Math.floor(number(0) / number(1)) * number(1);
    case "root":
      // Of a negative number anything: nobody may ask.
      return number(0) < 0 ? 0 : Math.sqrt(number(0));
    case "contains":
      return text(0).includes(text(1));
    case "starts":
      return text(0).startsWith(text(1));
    case "ends":
      return text(0).endsWith(text(1));
    case "precedes":
      return comesFirst(text(0), text(1));
    case "length":
      return [...text(0)].length;
    case "lower":
      return lowerCase(text(0));
    case "upper":
      return upperCase(text(0));
    case "trim":
      return trimWhitespace(text(0));
  }
}

/** By code point. */
function comesFirst(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) =>
    [...text].map((character) => character.codePointAt(0) ?? 0),
  );
  for (const [index, code] of (one ?? []).entries()) {
    const against = other?.[index];
    if (against === undefined) return false;
    if (code !== against) return code < against;
  }
  return (one?.length ?? 0) < (other?.length ?? 0);
}
