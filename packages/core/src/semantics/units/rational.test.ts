// Laws of exact arithmetic, and rounding held against the engine's own reading of decimals.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addRationals,
  compareRationals,
  divideRationals,
  equalRationals,
  formatRational,
  isDecimal,
  isZeroRational,
  multiplyRationals,
  negateRational,
  oneRational,
  powerRational,
  type Rational,
  rational,
  rationalFromDecimal,
  rationalFromNumber,
  rationalToNumber,
  rootRational,
  subtractRationals,
  zeroRational,
} from "./rational.ts";

const rationals = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    fc.bigInt({ min: 1n, max: 10n ** 30n }),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const read = (text: string): Rational => {
  const value = rationalFromDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal`);
  return value;
};

/** The exact value of a double, from its bits. */
function exactly(value: number): Rational {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const field = bits >> 52n;
  const significand = (bits & ((1n << 52n) - 1n)) + (field === 0n ? 0n : 1n << 52n);
  const exponent = (field === 0n ? 1n : field) - 1075n;
  const magnitude =
    exponent < 0n ? rational(significand, 1n << -exponent) : rational(significand << exponent);
  return value < 0 ? negateRational(magnitude) : magnitude;
}

function nextAbove(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

const hasEvenSignificand = (value: number): boolean => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return (view.getUint32(4) & 1) === 0;
};

describe("a rational", () => {
  test("is in lowest terms with a positive denominator", () => {
    expect(rational(6n, 4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(rational(5n)).toEqual({ numerator: 5n, denominator: 1n });
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  test("follows the laws of a field", () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(addRationals(a, b)).toEqual(addRationals(b, a));
        expect(multiplyRationals(a, b)).toEqual(multiplyRationals(b, a));
        expect(addRationals(addRationals(a, b), c)).toEqual(addRationals(a, addRationals(b, c)));
        expect(multiplyRationals(multiplyRationals(a, b), c)).toEqual(
          multiplyRationals(a, multiplyRationals(b, c)),
        );
        expect(multiplyRationals(a, addRationals(b, c))).toEqual(
          addRationals(multiplyRationals(a, b), multiplyRationals(a, c)),
        );
        expect(subtractRationals(addRationals(a, b), b)).toEqual(a);
        expect(addRationals(a, negateRational(a))).toEqual(zeroRational);
        expect(addRationals(a, zeroRational)).toEqual(a);
        expect(multiplyRationals(a, oneRational)).toEqual(a);
        if (!isZeroRational(b)) {
          expect(divideRationals(multiplyRationals(a, b), b)).toEqual(a);
        }
      }),
    );
    expect(divideRationals(oneRational, zeroRational)).toBeNull();
  });

  test("is ordered as its difference has it", () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        const { numerator } = subtractRationals(a, b);
        expect(Math.sign(compareRationals(a, b))).toBe(
          numerator < 0n ? -1 : numerator > 0n ? 1 : 0,
        );
        expect(compareRationals(a, b) === 0).toBe(equalRationals(a, b));
      }),
    );
  });

  test("has whole powers, and roots of them", () => {
    expect(powerRational(rational(2n, 3n), 3)).toEqual(rational(8n, 27n));
    expect(powerRational(rational(-2n, 3n), -3)).toEqual(rational(-27n, 8n));
    expect(powerRational(zeroRational, 0)).toEqual(oneRational);
    expect(powerRational(zeroRational, -1)).toBeNull();
    expect(powerRational(oneRational, 0.5)).toBeNull();
    expect(powerRational(rational(2n), 100_000_000)).toBeNull();
    fc.assert(
      fc.property(rationals, fc.integer({ min: 1, max: 6 }), (a, degree) => {
        const magnitude = a.numerator < 0n ? negateRational(a) : a;
        const power = powerRational(magnitude, degree);
        expect(power === null ? null : rootRational(power, degree)).toEqual(magnitude);
      }),
    );
    expect(rootRational(rational(2n), 2)).toBeNull();
    expect(rootRational(rational(1n, 2n), 2)).toBeNull();
    expect(rootRational(rational(-4n), 2)).toBeNull();
  });

  test("prints as a decimal where it is one", () => {
    expect(formatRational(rational(5n, 9n))).toBe("5/9");
    expect(formatRational(rational(1_609_344n, 1000n))).toBe("1609.344");
    expect(formatRational(rational(-32n))).toBe("-32");
    expect(formatRational(rational(-1n, 8n))).toBe("-0.125");
    expect(formatRational(rational(1n, 1_000_000n))).toBe("0.000001");
    expect(formatRational(zeroRational)).toBe("0");
  });
});

describe("a decimal", () => {
  test.each([
    ["1", "1", "1"],
    ["0", "0", "1"],
    ["-0", "0", "1"],
    ["0.5", "1", "2"],
    ["1e3", "1000", "1"],
    ["-2.5E-3", "-1", "400"],
    ["1.50e+2", "150", "1"],
    ["000120.0", "120", "1"],
    ["0e999999999", "0", "1"],
  ])("%s is exactly %s/%s", (text, numerator, denominator) => {
    expect(rationalFromDecimal(text)).toEqual(rational(BigInt(numerator), BigInt(denominator)));
    expect(isDecimal(text)).toBe(true);
  });

  test.each([
    "",
    "-",
    "+1",
    ".5",
    "5.",
    "1e",
    "1e+",
    "1.e3",
    " 1",
    "1 ",
    "1_000",
    "0x10",
    "Infinity",
    "NaN",
    "1,5",
    "--1",
    "١",
  ])("%j is malformed", (text) => {
    expect(rationalFromDecimal(text)).toBeNull();
    expect(isDecimal(text)).toBe(false);
  });

  test("is refused where it would take too many digits", () => {
    expect(rationalFromDecimal("1e999999999")).toBeNull();
    expect(rationalFromDecimal("1e-999999999")).toBeNull();
    expect(rationalFromDecimal(`1e${"9".repeat(400)}`)).toBeNull();
    expect(rationalFromDecimal("7".repeat(5000))).toBeNull();
    expect(rationalFromDecimal(`0.${"0".repeat(5000)}1`)).toBeNull();
    expect(rationalFromDecimal(`1${"0".repeat(1000)}`)).toEqual(rational(10n ** 1000n));
  });

  test("of any double is read, however it is written", () => {
    fc.assert(
      fc.property(finite, (value) => {
        const shortest = rationalFromNumber(value);
        expect(shortest).toEqual(rationalFromDecimal(String(value)));
        expect(rationalFromDecimal(value.toExponential(20))).not.toBeNull();
        expect(shortest === null ? null : rationalToNumber(shortest)).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 500 },
    );
    expect(rationalFromNumber(0.1)).toEqual(rational(1n, 10n));
    expect(rationalFromNumber(Number.NaN)).toBeNull();
    expect(rationalFromNumber(Number.POSITIVE_INFINITY)).toBeNull();
  });
});

describe("rounding to a double", () => {
  test.each([
    "5e-324",
    "2.4703282292062327e-324",
    "2.4703282292062328e-324",
    "2.2250738585072011e-308",
    "2.2250738585072014e-308",
    "2.225073858507201e-308",
    "1.7976931348623157e308",
    "1.7976931348623158e308",
    "1.797693134862315807e308",
    "1.797693134862315808e308",
    "1e400",
    "-1e400",
    "1e-400",
    "9007199254740993",
    "9007199254740992.9999999999999999999",
    "9007199254740993.0000000000000000001",
    "0.1",
    "0.3",
    "123456789012345678901234567890",
    "6.631236846766476e-316",
    "3.237883913302901e-319",
    "1.4916681462400413e-154",
  ])("reads %s as the engine does", (text) => {
    expect(rationalToNumber(read(text))).toBe(Number(text));
  });

  test("agrees with the engine on any decimal", () => {
    const digits = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength });
    fc.assert(
      fc.property(
        digits(40),
        digits(40),
        fc.integer({ min: -345, max: 320 }),
        (whole, fraction, exponent) => {
          const text = `${whole}.${fraction}e${exponent}`;
          expect(rationalToNumber(read(text))).toBe(Number(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("keeps every double, and takes a tie to the even neighbour", () => {
    const positive = fc.double({ min: 0, max: Number.MAX_VALUE / 2, noNaN: true });
    fc.assert(
      fc.property(positive, (low) => {
        const high = nextAbove(low);
        const middle = divideRationals(addRationals(exactly(low), exactly(high)), rational(2n));
        if (middle === null) throw new Error("two is zero");
        const little = rational(1n, 1n << 1200n);
        expect(rationalToNumber(exactly(low))).toBe(low);
        expect(rationalToNumber(middle)).toBe(hasEvenSignificand(low) ? low : high);
        expect(rationalToNumber(addRationals(middle, little))).toBe(high);
        expect(rationalToNumber(subtractRationals(middle, little))).toBe(low);
        expect(rationalToNumber(negateRational(middle))).toBe(-rationalToNumber(middle));
      }),
      { numRuns: 500 },
    );
  });

  it("divides whole numbers as division does", () => {
    expect(rationalToNumber(rational(1n, 3n))).toBe(1 / 3);
    expect(rationalToNumber(rational(-2n, 3n))).toBe(-2 / 3);
    expect(rationalToNumber(rational(10n ** 40n, 3n * 10n ** 40n))).toBe(1 / 3);
  });
});
