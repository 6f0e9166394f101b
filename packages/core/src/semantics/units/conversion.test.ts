// Conversion: exact where it is said to be, right to the last digit but one where it is not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyConversion,
  type Conversion,
  conversionBetween,
  convertExactly,
  convertLiteral,
  convertNumber,
  identityConversion,
} from "./conversion.ts";
import { rational, rationalFromDecimal, rationalToNumber } from "./rational.ts";
import { differenceOf, one, parseUnit, type Unit, unitsOfDimension, unitTable } from "./unit.ts";

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  if (parsed === null) throw new Error(`${text} is no unit`);
  return parsed;
}

function between(from: string, to: string): Conversion {
  const conversion = conversionBetween(unit(from), unit(to));
  if (conversion === null) throw new Error(`${from} does not convert to ${to}`);
  return conversion;
}

const physical = unitTable()
  .filter(({ dimension }) => !dimension.startsWith("money"))
  .map(({ symbol }) => unit(symbol));
/** Units of one dimension, absolute temperatures and their differences apart. */
const kindred = fc.constantFrom(...physical).chain((first) => {
  const units = unitsOfDimension(first.dimension);
  return fc.constantFrom(units, units.map(differenceOf)).chain((choice) => {
    const member = fc.constantFrom(...choice);
    return fc.tuple(member, member, member);
  });
});
const values = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.bigInt({ min: 1n, max: 10n ** 20n }),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe("exact conversion", () => {
  test("there and back is where it began, and a detour changes nothing", () => {
    fc.assert(
      fc.property(kindred, values, ([a, b, c], value) => {
        const inB = convertExactly(value, a, b);
        if (inB === null) throw new Error(`${a.symbol} does not convert to ${b.symbol}`);
        expect(convertExactly(inB, b, a)).toEqual(value);
        expect(convertExactly(inB, b, c)).toEqual(convertExactly(value, a, c));
        expect(convertExactly(value, a, a)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["m", "s"],
    ["USD", "EUR"],
    ["deg", "%"],
    ["B", "m"],
    ["C/min", "C"],
  ])("%s and %s do not convert", (from, to) => {
    expect(convertExactly(rational(1n), unit(from), unit(to))).toBeNull();
    expect(conversionBetween(unit(from), unit(to))).toBeNull();
    expect(convertLiteral("1", unit(from), unit(to))).toBeNull();
    expect(convertNumber(1, unit(from), unit(to))).toBeNull();
  });

  test("an absolute temperature is no difference", () => {
    const difference = differenceOf(unit("C"));
    expect(convertExactly(rational(1n), unit("C"), difference)).toBeNull();
    expect(conversionBetween(difference, unit("K"))).toBeNull();
    expect(convertExactly(rational(9n), differenceOf(unit("F")), difference)).toEqual(rational(5n));
  });
});

describe("a literal", () => {
  test.each([
    ["250", "cm", "m", 2.5],
    ["2.5", "m", "cm", 250],
    ["1500", "ms", "s", 1.5],
    ["0.1", "km", "m", 100],
    ["0.3", "m", "mm", 300],
    ["36", "km/h", "m/s", 10],
    ["30", "kmh", "km/h", 30],
    ["25", "%", "ppm", 250_000],
    ["1.2", "kWh", "J", 4_320_000],
    ["52", "C", "K", 325.15],
    ["-40", "F", "C", -40],
    ["98.6", "F", "C", 37],
    ["451", "F", "K", 505.9277777777778],
    ["1", "GiB", "MB", 1073.741824],
    ["9.8", "m/s^2", "km/h^2", 127_008],
    ["60", "rpm", "Hz", 1],
    ["1e310", "nm", "km", 1e298],
    ["1e400", "nm", "km", Number.POSITIVE_INFINITY],
    ["0.12", "USD/kWh", "USD/MWh", 120],
    ["3600", "W*s", "Wh", 1],
  ])("%s%s in %s is %d", (text, from, to, expected) => {
    const converted = convertLiteral(text, unit(from), unit(to));
    expect(converted).toBe(Number.isFinite(expected) ? expected : null);
  });

  test("is rounded once", () => {
    const decimals = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 });
    fc.assert(
      fc.property(kindred, decimals, ([from, to], value) => {
        const exact = rationalFromDecimal(String(value));
        const converted = exact === null ? null : convertExactly(exact, from, to);
        const expected = converted === null ? null : rationalToNumber(converted);
        // In its own unit a number stays as it is, -0 too.
        const literal = convertLiteral(String(value), from, to);
        expect(literal === 0 ? 0 : literal).toBe(expected === 0 ? 0 : expected);
        expect(convertNumber(value, from, to) === literal).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("that is malformed, too long or beyond the finite doubles is none", () => {
    for (const text of ["", "1m", "abc", "1e999999999", "1e309", "Infinity"]) {
      expect(convertLiteral(text, one, one)).toBeNull();
      expect(convertLiteral(text, unit("km"), unit("m"))).toBeNull();
    }
    expect(convertLiteral("1e308", unit("km"), unit("m"))).toBeNull();
    expect(convertNumber(Number.NaN, one, one)).toBeNull();
    expect(convertNumber(Number.POSITIVE_INFINITY, unit("km"), unit("m"))).toBeNull();
    expect(convertNumber(1e308, unit("km"), unit("m"))).toBeNull();
  });
});

describe("a conversion at run time", () => {
  test("is the identity itself between equal scales", () => {
    expect(between("km/h", "kmh")).toBe(identityConversion);
    expect(between("J", "N*m")).toBe(identityConversion);
    expect(between("VA", "W")).toBe(identityConversion);
    expect(applyConversion(identityConversion, -0)).toBe(-0);
  });

  test.each<[string, string, Conversion]>([
    ["km/h", "m/s", { shift: 0, multiply: 5, divide: 18, add: 0 }],
    ["ft", "yd", { shift: 0, multiply: 1, divide: 3, add: 0 }],
    ["m", "km", { shift: 0, multiply: 1, divide: 1000, add: 0 }],
    ["F", "C", { shift: -32, multiply: 5, divide: 9, add: 0 }],
    ["C", "F", { shift: 0, multiply: 9, divide: 5, add: 32 }],
    ["C", "K", { shift: 0, multiply: 1, divide: 1, add: 273.15 }],
    ["F", "K", { shift: 459.67, multiply: 5, divide: 9, add: 0 }],
    ["K", "F", { shift: 0, multiply: 9, divide: 5, add: -459.67 }],
  ])("from %s to %s takes the exact numerator and denominator", (from, to, conversion) => {
    expect(between(from, to)).toEqual(conversion);
  });

  test.each([
    ["m", "km", 1, 0.001],
    ["ft", "yd", 3, 1],
    ["C", "F", 100, 212],
    ["F", "C", 212, 100],
    ["F", "C", 32, 0],
    ["km/h", "m/s", 36, 10],
    ["rad", "deg", Math.PI, 180],
    ["deg", "rad", 180, Math.PI],
  ])("from %s to %s takes %d to %d", (from, to, value, expected) => {
    expect(applyConversion(between(from, to), value)).toBe(expected);
  });

  test("is within two units in the last place of the exact one", () => {
    const magnitudes = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(kindred, magnitudes, ([a, b], value) => {
        const from = differenceOf(a);
        const to = differenceOf(b);
        const conversion = conversionBetween(from, to);
        const exact = convertNumber(value, from, to);
        if (conversion === null || exact === null) throw new Error("kindred units convert");
        const error = Math.abs(applyConversion(conversion, value) - exact);
        expect(error).toBeLessThanOrEqual(Math.abs(exact) * 2 * Number.EPSILON);
      }),
      { numRuns: 500 },
    );
  });

  test("rounds the factor where its numerator or denominator is no double", () => {
    const conversion = between("psi^3", "mmHg^3");
    expect(conversion.divide).toBe(1);
    const exact = convertExactly(rational(1n), unit("psi^3"), unit("mmHg^3"));
    expect(conversion.multiply).toBe(exact === null ? null : rationalToNumber(exact));
  });
});
