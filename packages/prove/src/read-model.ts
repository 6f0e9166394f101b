// What the solver says the values of variables are: `(define-fun v0 () Bool true) (define-fun v1 () Real (/ 13.0 8.0))`.
import { readText } from "./print-text.ts";
import type { Variable } from "./term.ts";
import type { TextTable } from "./text-table.ts";

/** A truth, a number or a text, by the variable's sort. */
export type SolverValue = boolean | number | string;

type Expression = string | readonly Expression[];

/**
 * The values of variables, by name; one that is no fraction (a root, say) is left out, and so is what cannot be read.
 * `texts` says what the numbers that stand for texts mean.
 */
export function readModel(
  text: string,
  variables: ReadonlySet<Variable>,
  texts: TextTable | null,
): ReadonlyMap<string, SolverValue> {
  const areTexts = new Set(
    [...variables].flatMap(({ name, sort }) => (sort === "Text" ? [name] : [])),
  );
  const values = new Map<string, SolverValue>();
  for (const definition of readExpressions(text)) {
    if (typeof definition === "string") continue;
    const [, name, , , written] = definition;
    if (typeof name !== "string" || written === undefined) continue;
    const value = valueFrom(written);
    if (value === null) continue;
    const isNumbered = texts !== null && typeof value === "number" && areTexts.has(name);
    values.set(name, isNumbered ? texts.textOf(value) : value);
  }
  return values;
}

function readExpressions(text: string): readonly Expression[] {
  const open: Expression[][] = [[]];
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|[()]|[^\s()"]+/g)) {
    if (token === "(") {
      open.push([]);
    } else if (token === ")") {
      const closed = open.pop() ?? [];
      open.at(-1)?.push(closed);
    } else {
      open.at(-1)?.push(token);
    }
  }
  return open[0] ?? [];
}

function valueFrom(expression: Expression): SolverValue | null {
  if (typeof expression === "string" && expression.startsWith('"')) return readText(expression);
  if (expression === "true" || expression === "false") return expression === "true";
  const fraction = fractionOf(expression);
  if (fraction === null) return null;
  const number = nearestNumber(fraction);
  return Number.isFinite(number) ? number : null;
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function fractionOf(expression: Expression): Fraction | null {
  if (typeof expression === "string") {
    const [, digits = "", zeros] = /^(\d+)(?:\.(0+))?$/.exec(expression) ?? [];
    return digits === "" || (zeros !== undefined && /[^0]/.test(zeros))
      ? null
      : { numerator: BigInt(digits), denominator: 1n };
  }
  const [operator, first, second] = expression;
  const left = first === undefined ? null : fractionOf(first);
  if (left === null) return null;
  if (operator === "-" && second === undefined) return { ...left, numerator: -left.numerator };
  const right = second === undefined ? null : fractionOf(second);
  if (operator !== "/" || right === null || right.numerator === 0n) return null;
  return {
    numerator: left.numerator * right.denominator,
    denominator: left.denominator * right.numerator,
  };
}

/** Digits enough for a double to be the nearest or next to it: whoever uses it tries it out. */
const DIGITS = 25n;

function nearestNumber({ numerator, denominator }: Fraction): number {
  const whole = Number(numerator) / Number(denominator);
  const isExact = BigInt(Number.MAX_SAFE_INTEGER) >= abs(numerator) && abs(denominator) < 2n ** 53n;
  if (isExact) return whole;
  const scaled = (numerator * 10n ** DIGITS) / denominator;
  return Number(`${scaled}e-${DIGITS}`);
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
