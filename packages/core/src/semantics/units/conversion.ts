// Conversion between units: exact for literals and inputs, by plain doubles at run time.

import { sameDimension } from "./dimension.ts";
import {
  addRationals,
  divideRationals,
  isDecimal,
  multiplyRationals,
  oneRational,
  type Rational,
  rationalFromDecimal,
  rationalToNumber,
  subtractRationals,
} from "./rational.ts";
import { sameUnit, type Unit } from "./unit.ts";

/**
 * A conversion of doubles, `((x + shift) * multiply) / divide + add`, computed in this order, each step rounded, and
 * steps with a neutral number (0 or 1) left out. At most one of `shift` and `add` is not 0.
 */
export interface Conversion {
  readonly shift: number;
  readonly multiply: number;
  readonly divide: number;
  readonly add: number;
}

/** What `conversionBetween` returns where nothing is to be done. */
export const identityConversion: Conversion = { shift: 0, multiply: 1, divide: 1, add: 0 };

/** Absolute temperatures convert into absolute ones and differences into differences, never into each other. */
function isConvertible(from: Unit, to: Unit): boolean {
  return from.affine === to.affine && sameDimension(from.dimension, to.dimension);
}

/** Factors are never zero: the table's are not, by a test, and products of others are not either. */
function ratio(a: Rational, b: Rational): Rational {
  return divideRationals(a, b) ?? oneRational;
}

/**
 * The value in the other unit, exactly; absolute temperatures with their zeros.
 *
 * @returns null when the dimensions differ, or when one unit is an absolute temperature and the other a difference
 */
export function convertExactly(value: Rational, from: Unit, to: Unit): Rational | null {
  if (!isConvertible(from, to)) return null;
  const coherent = addRationals(multiplyRationals(value, from.factor), from.offset);
  return ratio(subtractRationals(coherent, to.offset), to.factor);
}

/**
 * A literal in the other unit: computed exactly and rounded once, so that 250cm is 2.5m and 1500ms is 1.5s.
 *
 * @param text a decimal number, as `rationalFromDecimal` reads it
 * @returns null when the text is no such number, the units do not convert, or the result is beyond the finite doubles
 */
export function convertLiteral(text: string, from: Unit, to: Unit): number | null {
  const converted = isConvertible(from, to) ? convertDecimal(text, from, to) : null;
  return converted !== null && Number.isFinite(converted) ? converted : null;
}

function convertDecimal(text: string, from: Unit, to: Unit): number | null {
  if (sameUnit(from, to)) return isDecimal(text) ? Number(text) : null;
  const value = rationalFromDecimal(text);
  const converted = value === null ? null : convertExactly(value, from, to);
  return converted === null ? null : rationalToNumber(converted);
}

/**
 * A JSON number in the other unit: the value of its shortest decimal, computed exactly and rounded once.
 *
 * @returns null as `convertLiteral` does, and for NaN and the infinities
 */
export function convertNumber(value: number, from: Unit, to: Unit): number | null {
  if (!Number.isFinite(value) || !isConvertible(from, to)) return null;
  return sameUnit(from, to) ? value : convertLiteral(String(value), from, to);
}

/**
 * How a value of one unit is brought to another at run time.
 *
 * With r = from.factor / to.factor in lowest terms, `multiply` and `divide` are its numerator and denominator where both
 * are doubles exactly, which is so for nearly all pairs and makes 3 ft exactly 1 yd; else `multiply` is the double
 * nearest to r and `divide` is 1. Between temperature scales the zeros' distance is `shift`, in `from`, or `add`, in
 * `to`: whichever is the simpler fraction, so that (x - 32) * 5 / 9 takes 212 F to exactly 100 C and x * 9 / 5 + 32
 * takes it back.
 *
 * @returns null when `convertExactly` would; `identityConversion` itself when the two are the same scale
 */
export function conversionBetween(from: Unit, to: Unit): Conversion | null {
  if (!isConvertible(from, to)) return null;
  if (sameUnit(from, to)) return identityConversion;
  const { multiply, divide } = scaleBetween(from, to);
  const distance = subtractRationals(from.offset, to.offset);
  const shift = ratio(distance, from.factor);
  const add = ratio(distance, to.factor);
  return shift.denominator < add.denominator
    ? { shift: rationalToNumber(shift), multiply, divide, add: 0 }
    : { shift: 0, multiply, divide, add: rationalToNumber(add) };
}

function scaleBetween(from: Unit, to: Unit): { multiply: number; divide: number } {
  const scale = ratio(from.factor, to.factor);
  const multiply = Number(scale.numerator);
  const divide = Number(scale.denominator);
  return isExactly(multiply, scale.numerator) && isExactly(divide, scale.denominator)
    ? { multiply, divide }
    : { multiply: rationalToNumber(scale), divide: 1 };
}

const isExactly = (double: number, integer: bigint): boolean =>
  Number.isFinite(double) && BigInt(double) === integer;

/** The value in the other unit; beyond the finite doubles it is an infinity, which the evaluator makes an unknown. */
export function applyConversion(conversion: Conversion, value: number): number {
  let result = value;
  if (conversion.shift !== 0) result += conversion.shift;
  if (conversion.multiply !== 1) result *= conversion.multiply;
  if (conversion.divide !== 1) result /= conversion.divide;
  if (conversion.add !== 0) result += conversion.add;
  return result;
}
