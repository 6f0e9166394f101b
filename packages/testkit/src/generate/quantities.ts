// Exact decimals and the units of core's table: says a quantity in another unit where that has a short decimal. Computed
// with whole numbers, not with core's conversions, which are what is tested.
import { unitTable } from "@omega/core";

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A unit of the table: what one of it is, and where its zero lies (temperatures only), in the dimension's own unit. */
interface KnownUnit {
  readonly symbol: string;
  readonly dimension: string;
  readonly factor: Fraction;
  readonly zero: Fraction;
}

/** At most so many digits: a double then stands for exactly that decimal. */
const mostDigits = 15;

let units: ReadonlyMap<string, KnownUnit> | undefined;

function knownUnits(): ReadonlyMap<string, KnownUnit> {
  units ??= new Map(
    unitTable().map(({ symbol, dimension, factor, zero }) => [
      symbol,
      { symbol, dimension, factor: readProduct(factor), zero: readProduct(zero ?? "0") },
    ]),
  );
  return units;
}

/** The units of the table that measure the same as this one, itself included; itself alone where it is not in the table. */
export function unitsLike(symbol: string): readonly string[] {
  const unit = knownUnits().get(symbol);
  if (unit === undefined) return [symbol];
  return [...knownUnits().values()]
    .filter(({ dimension }) => dimension === unit.dimension)
    .map((other) => other.symbol);
}

/**
 * The quantity in the other unit as a decimal of at most 15 digits, or null where it has none or the units are not in the
 * table or do not convert. `difference`: temperatures are differences.
 */
export function convertDecimal(
  decimal: string,
  from: string,
  to: string,
  difference: boolean,
): string | null {
  if (from === to) return decimal;
  const source = knownUnits().get(from);
  const target = knownUnits().get(to);
  if (source === undefined || target === undefined) return null;
  if (source.dimension !== target.dimension) return null;
  const scaled = multiply(readDecimal(decimal), source.factor);
  const moved = difference ? scaled : subtract(add(scaled, source.zero), target.zero);
  return writeDecimal(divide(moved, target.factor));
}

// --- fractions ----------------------------------------------------------------------------------------------------

/** `8*1024`, `1/3.6`: decimals joined by `*` and `/`. */
function readProduct(text: string): Fraction {
  return text
    .split(/(?=[*/])/)
    .map((part) => ({
      divides: part.startsWith("/"),
      value: readDecimal(part.replace(/^[*/]/, "")),
    }))
    .reduce<Fraction>(
      (product, { divides, value }) =>
        divides ? divide(product, value) : multiply(product, value),
      { numerator: 1n, denominator: 1n },
    );
}

function readDecimal(text: string): Fraction {
  const [mantissa = "0", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

function multiply(first: Fraction, second: Fraction): Fraction {
  return {
    numerator: first.numerator * second.numerator,
    denominator: first.denominator * second.denominator,
  };
}

function divide(first: Fraction, second: Fraction): Fraction {
  return multiply(first, { numerator: second.denominator, denominator: second.numerator });
}

function add(first: Fraction, second: Fraction): Fraction {
  return {
    numerator: first.numerator * second.denominator + second.numerator * first.denominator,
    denominator: first.denominator * second.denominator,
  };
}

function subtract(first: Fraction, second: Fraction): Fraction {
  return add(first, { numerator: -second.numerator, denominator: second.denominator });
}

/** The fraction as a plain decimal; null where it goes on for ever or is longer than a double can say. */
function writeDecimal({ numerator, denominator }: Fraction): string | null {
  const places = 20;
  const scaled = numerator * 10n ** BigInt(places);
  if (scaled % denominator !== 0n) return null;
  const negative = scaled < 0n !== denominator < 0n && scaled !== 0n;
  const size = scaled / denominator;
  const digits = (size < 0n ? -size : size).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, -places);
  const decimals = digits.slice(-places).replace(/0+$/, "");
  if ((whole + decimals).replace(/^0+/, "").length > mostDigits) return null;
  return `${negative ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
