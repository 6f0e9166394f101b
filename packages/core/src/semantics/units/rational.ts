// Exact rational numbers: what unit factors and literals are until the one rounding that makes them doubles.
// Everything is bounded, so that no document can make a number that takes long to compute with.

/** A fraction in lowest terms; the denominator is positive, and zero is 0/1. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Significant digits a decimal may have; the longest exact decimal of a double has 767. */
const MAXIMUM_DIGITS = 1100;
/** Largest power of ten, either way, of a decimal's last digit; a double's own last digit is at most at 10^-1074. */
const MAXIMUM_SCALE = 1500;
/** Largest exponent, either way, that `powerRational` computes. */
const MAXIMUM_POWER = 1024;

export const zeroRational: Rational = { numerator: 0n, denominator: 1n };
export const oneRational: Rational = { numerator: 1n, denominator: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let larger = a < 0n ? -a : a;
  let smaller = b;
  while (smaller !== 0n) {
    [larger, smaller] = [smaller, larger % smaller];
  }
  return larger;
}

/**
 * The fraction in lowest terms.
 *
 * @param denominator anything but 0n; a zero is a mistake of the caller's, and throws a RangeError as `1n / 0n` does
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator < 0n) return rational(-numerator, -denominator);
  if (denominator === 0n) throw new RangeError("a fraction's denominator is zero");
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A decimal as `digits * 10^scale`, digits without leading or trailing zeros; null if malformed or out of bounds. */
function readDecimal(text: string): { readonly digits: string; readonly scale: number } | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const written = whole + fraction;
  let start = 0;
  while (start < written.length && written.charCodeAt(start) === 0x30) start++;
  let end = written.length;
  while (end > start && written.charCodeAt(end - 1) === 0x30) end--;
  if (start === end) return { digits: "0", scale: 0 };
  // An exponent of many digits is a large double here or Infinity; both fail the bound.
  const scale = Number(exponent) - fraction.length + (written.length - end);
  if (end - start > MAXIMUM_DIGITS || Math.abs(scale) > MAXIMUM_SCALE) return null;
  return { digits: (sign === "-" ? "-" : "") + written.slice(start, end), scale };
}

/**
 * Whether `rationalFromDecimal` reads the text: a decimal number, and one within bounds.
 */
export function isDecimal(text: string): boolean {
  return readDecimal(text) !== null;
}

/**
 * The exact value of a decimal number: `1`, `0.5`, `1e3`, `-2.5E-3`. A dot needs digits on both sides.
 *
 * @returns null when the text is no such number, or when it is one that would take unreasonably many digits to hold
 *   (`1e999999999`); every double, written in any way ECMAScript or C prints it, is well within
 */
export function rationalFromDecimal(text: string): Rational | null {
  const decimal = readDecimal(text);
  if (decimal === null) return null;
  const { digits, scale } = decimal;
  if (scale >= 0) return { numerator: BigInt(digits) * 10n ** BigInt(scale), denominator: 1n };
  return rational(BigInt(digits), 10n ** BigInt(-scale));
}

/**
 * The value of a double's shortest decimal, the one ECMAScript prints: 0.1 is exactly 1/10.
 *
 * @returns null for NaN and the infinities
 */
export function rationalFromNumber(value: number): Rational | null {
  return Number.isSafeInteger(value)
    ? { numerator: BigInt(value), denominator: 1n }
    : rationalFromDecimal(String(value));
}

export function addRationals(a: Rational, b: Rational): Rational {
  return rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function subtractRationals(a: Rational, b: Rational): Rational {
  return addRationals(a, negateRational(b));
}

export function multiplyRationals(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @returns null when the divisor is zero */
export function divideRationals(a: Rational, b: Rational): Rational | null {
  return b.numerator === 0n
    ? null
    : rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function negateRational(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/** Negative when a < b, zero when they are equal, positive when a > b. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equalRationals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

export function isZeroRational(a: Rational): boolean {
  return a.numerator === 0n;
}

/**
 * A rational to a whole power; anything to the power 0 is 1.
 *
 * @returns null for zero to a negative power, an exponent that is not whole, and one beyond ±1024
 */
export function powerRational(base: Rational, exponent: number): Rational | null {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > MAXIMUM_POWER) return null;
  if (exponent >= 0) {
    const power = BigInt(exponent);
    return { numerator: base.numerator ** power, denominator: base.denominator ** power };
  }
  if (base.numerator === 0n) return null;
  const power = BigInt(-exponent);
  return rational(base.denominator ** power, base.numerator ** power);
}

/**
 * The n-th root where it is rational itself.
 *
 * @param degree a whole number of at least 1
 * @returns null when the value is negative or its root is irrational
 */
export function rootRational(value: Rational, degree: number): Rational | null {
  const numerator = exactRoot(value.numerator, degree);
  const denominator = exactRoot(value.denominator, degree);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

function exactRoot(value: bigint, degree: number): bigint | null {
  if (value < 0n || !Number.isInteger(degree) || degree < 1) return null;
  if (value < 2n || degree === 1) return value;
  const power = BigInt(degree);
  let low = 1n;
  let high = 1n << BigInt(Math.ceil(bitLength(value) / degree));
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low ** power === value ? low : null;
}

/** Bits of a positive integer. */
function bitLength(value: bigint): number {
  const hexadecimal = value.toString(16);
  return hexadecimal.length * 4 - (Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)) - 28);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const INFINITY_BITS = 0x7ff0000000000000n;

/**
 * The nearest double, ties to even (IEEE 754), subnormals included: the only rounding there is.
 *
 * @returns ±Infinity where the magnitude rounds beyond the largest double; 0, never -0, where it rounds to nothing
 *   from above, and -0 where it does so from below
 */
export function rationalToNumber(value: Rational): number {
  const { numerator, denominator } = value;
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  // Division of two doubles is correctly rounded, so where both are exact there is nothing left to do.
  if (magnitude <= SAFE && denominator <= SAFE) return Number(numerator) / Number(denominator);

  // magnitude / denominator * 2^shift is to lie in [2^52, 2^53), unless that would reach below the least subnormal.
  let shift = Math.min(53 - bitLength(magnitude) + bitLength(denominator), 1074);
  let { quotient, remainder, divisor } = divideShifted(magnitude, denominator, shift);
  if (quotient >> 53n !== 0n) {
    shift--;
    ({ quotient, remainder, divisor } = divideShifted(magnitude, denominator, shift));
  }
  const twice = remainder * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient += 1n;
  // Adding the significand, hidden bit and all, to the exponent field carries into it just as rounding up has to.
  const bits = (BigInt(1074 - shift) << 52n) + quotient;
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits < INFINITY_BITS ? bits : INFINITY_BITS);
  const number = view.getFloat64(0);
  return negative ? -number : number;
}

function divideShifted(
  magnitude: bigint,
  denominator: bigint,
  shift: number,
): { quotient: bigint; remainder: bigint; divisor: bigint } {
  const dividend = shift > 0 ? magnitude << BigInt(shift) : magnitude;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  return { quotient: dividend / divisor, remainder: dividend % divisor, divisor };
}

/** The rational as a reader would write it: `5/9`, `1609.344`, `-32`. */
export function formatRational(value: Rational): string {
  const { numerator, denominator } = value;
  if (denominator === 1n) return String(numerator);
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  const places = Math.max(twos, fives);
  if (rest !== 1n || places > 30) return `${numerator}/${denominator}`;
  const scaled = (numerator * 10n ** BigInt(places)) / denominator;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  const split = digits.length - places;
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, split)}.${digits.slice(split)}`;
}
