// What a term comes to under values for its variables, with the doubles that the interpreter calculates with.
import type { Term } from "../src/term.ts";

/** Thrown where a number leaves the finite doubles: the encoding's numbers do not, so nothing is to be compared. */
export class Overflow extends Error {}

export function evaluateTerm(
  term: Term,
  values: ReadonlyMap<string, boolean | number>,
  known: Map<Term, boolean | number> = new Map(),
): boolean | number {
  const before = known.get(term);
  if (before !== undefined) return before;
  const value = evaluate(term, values, known);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Overflow();
  known.set(term, value);
  return value;
}

function evaluate(
  term: Term,
  values: ReadonlyMap<string, boolean | number>,
  known: Map<Term, boolean | number>,
): boolean | number {
  if (term.kind === "truth" || term.kind === "number") return term.value;
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
  const of = (index: number): boolean | number => evaluateTerm(operand(index), values, known);
  const number = (index: number): number => Number(of(index));
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
  }
}
