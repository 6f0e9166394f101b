// Units: read from the closed table, composed with `/`, `*` and `^`, and multiplied. The lexer reads the unit behind a
// number with `readUnitAt`, everything else names units with `parseUnit`; the checker computes with the rest.
//
// Nothing is built before it is asked for: loading this file makes no rational, and a unit is made once.

import { isIdentifierPart, isIdentifierStart } from "../../source/unicode.ts";
import {
  currencyDimension,
  type Dimension,
  type DimensionName,
  dimensionless,
  dimensionOf,
  divideDimensions,
  multiplyDimensions,
  namedDimensions,
  powerDimension,
  rootDimension,
  sameDimension,
} from "./dimension.ts";
import {
  divideRationals,
  equalRationals,
  multiplyRationals,
  oneRational,
  powerRational,
  type Rational,
  rationalFromDecimal,
  rootRational,
  zeroRational,
} from "./rational.ts";
import { findUnitEntry, type UnitEntry, unitTable } from "./unit-table.ts";

export { unitNamesNear } from "./unit-suggestions.ts";
export { unitTable } from "./unit-table.ts";

/** A unit of the table to a power, as a part of a unit's symbol. */
interface UnitPart {
  readonly symbol: string;
  /** Whole, never 0. */
  readonly exponent: number;
}

export interface Unit {
  /** How it is written, `km/h`; "" for plain numbers. `parseUnit` reads it back. */
  readonly symbol: string;
  readonly dimension: Dimension;
  /** What one of it is in the coherent unit of its dimension (SI; `deg`, `bit` and each currency besides). */
  readonly factor: Rational;
  /** For an absolute temperature, where the scale's zero lies in kelvins; else 0. */
  readonly offset: Rational;
  /** An absolute temperature scale (C, F and K by themselves); false for differences and in all products. */
  readonly affine: boolean;
  /** The parts of the symbol, in its order. */
  readonly parts: readonly UnitPart[];
}

/** How large the exponents of a unit may be together, so that factors stay small whatever a document multiplies. */
const MAXIMUM_DEGREE = 16;

/** The unit of plain numbers. */
export const one: Unit = {
  symbol: "",
  dimension: dimensionless,
  factor: oneRational,
  offset: zeroRational,
  affine: false,
  parts: [],
};

// --- the table ----------------------------------------------------------------------------------------------------

const isComposed = (symbol: string): boolean => /[/*^]/.test(symbol);

/** The value of a table's factor: decimals joined by `*` and `/`, from left to right. */
function readFactor(text: string): Rational {
  let value = oneRational;
  let operator = "*";
  for (const part of text.split(/([*/])/)) {
    if (part === "*" || part === "/") {
      operator = part;
      continue;
    }
    const operand = rationalFromDecimal(part);
    const result =
      operand === null
        ? null
        : operator === "*"
          ? multiplyRationals(value, operand)
          : divideRationals(value, operand);
    if (result === null) throw new Error(`the unit table has a malformed factor: ${text}`);
    value = result;
  }
  return value;
}

const MONEY = "money in ";

function dimensionOfEntry(entry: UnitEntry): Dimension {
  const { dimension } = entry;
  return dimension.startsWith(MONEY)
    ? currencyDimension(dimension.slice(MONEY.length))
    : // What is no `money in …` is a DimensionName by the field's type; narrowing by prefix is beyond the compiler.
      dimensionOf(namedDimensions[dimension as DimensionName]);
}

function unitOfEntry(entry: UnitEntry): Unit | null {
  if (isComposed(entry.symbol)) return compose(entry.symbol);
  return {
    symbol: entry.symbol,
    dimension: dimensionOfEntry(entry),
    factor: readFactor(entry.factor),
    offset: entry.zero === null ? zeroRational : readFactor(entry.zero),
    affine: entry.zero !== null,
    parts: [{ symbol: entry.symbol, exponent: 1 }],
  };
}

const simpleUnits = new Map<string, Unit | null>();

/** The unit that is in the table by this symbol or alias. */
function registeredUnit(symbol: string): Unit | null {
  const known = simpleUnits.get(symbol);
  if (known !== undefined) return known;
  const entry = findUnitEntry(symbol);
  if (entry === null) return null;
  const unit = entry.symbol === symbol ? unitOfEntry(entry) : registeredUnit(entry.symbol);
  simpleUnits.set(symbol, unit);
  return unit;
}

const differences = new Map<string, Unit>();

/**
 * The unit of differences on a temperature scale: the same symbol and factor, no offset (1 C more, not 1 °C). Every
 * other unit measures differences already and is returned as it is.
 */
export function differenceOf(unit: Unit): Unit {
  if (!unit.affine) return unit;
  const known = differences.get(unit.symbol);
  if (known !== undefined) return known;
  const difference: Unit = { ...unit, offset: zeroRational, affine: false };
  differences.set(unit.symbol, difference);
  return difference;
}

/** Whether two units are the same scale, however they are written: `J` and `N*m` are, `C` and `delta C` are not. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return (
    a === b ||
    (sameDimension(a.dimension, b.dimension) &&
      a.affine === b.affine &&
      equalRationals(a.factor, b.factor) &&
      equalRationals(a.offset, b.offset))
  );
}

// --- products -----------------------------------------------------------------------------------------------------

function writeSymbol(parts: readonly UnitPart[]): string {
  let above = "";
  let below = "";
  for (const { symbol, exponent } of parts) {
    const magnitude = Math.abs(exponent);
    const written = magnitude === 1 ? symbol : `${symbol}^${magnitude}`;
    if (exponent < 0) below += `/${written}`;
    else above += above === "" ? written : `*${written}`;
  }
  return (above === "" && below !== "" ? "1" : above) + below;
}

/** Adds up the exponents of equal symbols: first those above the line, then those below, by first appearance. */
function collect(parts: Iterable<UnitPart>): readonly UnitPart[] {
  const exponents = new Map<string, number>();
  for (const { symbol, exponent } of parts) {
    exponents.set(symbol, (exponents.get(symbol) ?? 0) + exponent);
  }
  const above: UnitPart[] = [];
  const below: UnitPart[] = [];
  for (const [symbol, exponent] of exponents) {
    if (exponent > 0) above.push({ symbol, exponent });
    else if (exponent < 0) below.push({ symbol, exponent });
  }
  return [...above, ...below];
}

const scaleExponents = (parts: readonly UnitPart[], by: number): readonly UnitPart[] =>
  parts.map(({ symbol, exponent }) => ({ symbol, exponent: exponent * by }));

const degreeOf = (parts: readonly UnitPart[]): number =>
  parts.reduce((degree, { exponent }) => degree + Math.abs(exponent), 0);

const expansions = new Map<string, string | null>();

function expansionOf(symbol: string): string | null {
  const known = expansions.get(symbol);
  if (known !== undefined) return known;
  const expansion = findUnitEntry(symbol)?.expansion ?? null;
  expansions.set(symbol, expansion);
  return expansion;
}

/**
 * Replaces a part by its expansion where that makes something cancel: kWh/h by kW*h/h, which is kW. Expansions are made
 * of parts that have none, so this ends.
 */
function cancel(parts: readonly UnitPart[]): readonly UnitPart[] {
  if (parts.length < 2) return parts;
  for (const [index, { symbol, exponent }] of parts.entries()) {
    const expansion = expansionOf(symbol);
    const expanded = expansion === null ? null : parseUnit(expansion);
    if (expanded === null) continue;
    const inner = scaleExponents(expanded.parts, exponent);
    const cancels = inner.some((part) =>
      parts.some(
        (other, at) =>
          at !== index && other.symbol === part.symbol && other.exponent > 0 !== part.exponent > 0,
      ),
    );
    if (cancels) {
      return cancel(collect([...parts.slice(0, index), ...inner, ...parts.slice(index + 1)]));
    }
  }
  return parts;
}

function product(
  written: readonly UnitPart[],
  dimension: Dimension,
  factor: Rational | null,
): Unit | null {
  if (factor === null) return null;
  if (dimension.factors.length === 0 && equalRationals(factor, oneRational)) return one;
  const parts = cancel(collect(written));
  if (degreeOf(parts) > MAXIMUM_DEGREE) return null;
  return {
    symbol: writeSymbol(parts),
    dimension,
    factor,
    offset: zeroRational,
    affine: false,
    parts,
  };
}

/**
 * The unit of a product. Operands keep their units (`km*h`), equal ones cancel, and what comes to the plain number 1 is
 * `one`. A temperature in a product is a difference, so is a temperature times `one`.
 *
 * @returns null when the result's exponents would come to more than 16 together (`m^2/s` has 3)
 */
export function multiplyUnits(a: Unit, b: Unit): Unit | null {
  return product(
    [...a.parts, ...b.parts],
    multiplyDimensions(a.dimension, b.dimension),
    multiplyRationals(a.factor, b.factor),
  );
}

/** The unit of a quotient, as `multiplyUnits` makes the product's: `km / (km/h)` is `h`. */
export function divideUnits(a: Unit, b: Unit): Unit | null {
  return product(
    [...a.parts, ...scaleExponents(b.parts, -1)],
    divideDimensions(a.dimension, b.dimension),
    divideRationals(a.factor, b.factor),
  );
}

/**
 * @returns null when the exponent is not whole, or when the result's exponents would come to more than 16 together
 */
export function powerUnit(unit: Unit, exponent: number): Unit | null {
  if (!Number.isInteger(exponent)) return null;
  if (unit.parts.length === 0) return one;
  if (degreeOf(unit.parts) * Math.abs(exponent) > MAXIMUM_DEGREE) return null;
  return product(
    scaleExponents(unit.parts, exponent),
    powerDimension(unit.dimension, exponent),
    powerRational(unit.factor, exponent),
  );
}

/**
 * The unit of a root, of the square root unless another degree is given: `m` for `m^2`. Where the unit's own parts have
 * no such root but its scale has one (`J/kg`, `m*mm^3`), it is a unit of the table, else one composed of coherent
 * units (`m/s`).
 *
 * @returns null when the dimension has no such root, or no known unit has the scale
 */
export function rootUnit(unit: Unit, degree = 2): Unit | null {
  if (!Number.isInteger(degree) || degree < 1) return null;
  const dimension = rootDimension(unit.dimension, degree);
  const factor = rootRational(unit.factor, degree);
  if (dimension === null || factor === null) return null;
  if (unit.parts.every(({ exponent }) => exponent % degree === 0)) {
    const parts = unit.parts.map(({ symbol, exponent }) => ({
      symbol,
      exponent: exponent / degree,
    }));
    return product(parts, dimension, factor);
  }
  for (const candidate of [...unitsOfDimension(dimension), coherentUnit(dimension)]) {
    if (candidate !== null && equalRationals(candidate.factor, factor)) {
      return differenceOf(candidate);
    }
  }
  return null;
}

const COHERENT_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["length", "m"],
  ["mass", "kg"],
  ["time", "s"],
  ["current", "A"],
  ["temperature", "K"],
  ["amount", "mol"],
  ["luminosity", "cd"],
  ["angle", "deg"],
  ["data", "bit"],
]);

/**
 * The unit of factor 1, composed of base units: `kg*m^2/s^2`, `USD/bit`. A temperature is a difference in kelvins.
 *
 * @returns null when its exponents come to more than 16 together
 */
export function coherentUnit(dimension: Dimension): Unit | null {
  const parts = dimension.factors.map(({ base, exponent }) => ({
    symbol: COHERENT_SYMBOLS.get(base) ?? base.slice("currency:".length),
    exponent,
  }));
  return product(parts, dimension, oneRational);
}

// --- reading ------------------------------------------------------------------------------------------------------

const SLASH = 0x2f;
const STAR = 0x2a;
const MIDDLE_DOT = 0xb7;
const CARET = 0x5e;
const MINUS = 0x2d;
const SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** ¹ ² ³ and the block that holds the others; not all of it are digits. NaN, at the end of a text, is none. */
const isSuperscript = (code: number): boolean =>
  code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x207b);

function isNamePartAt(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (code < 0x80) {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      isDigit(code) ||
      code === 0x5f
    );
  }
  const codePoint = text.codePointAt(position);
  return codePoint !== undefined && isIdentifierPart(codePoint);
}

/** No symbol or alias without `/`, `*` and `^` is longer, by a test; what is longer is not even cut out of the text. */
const LONGEST_SYMBOL = 8;

/**
 * The end of the simple unit at a position, else the position itself. A symbol is a letter or sign and the identifier
 * characters behind it, all of them: so the longest match is the only one, and none is followed by one.
 */
function endOfSimpleUnit(text: string, position: number): number {
  const first = text.charCodeAt(position);
  // A letter, %, or something beyond ASCII; NaN, at the end of the text, is neither.
  const possible =
    (first >= 0x61 && first <= 0x7a) ||
    (first >= 0x41 && first <= 0x5a) ||
    first === 0x25 ||
    first >= 0x80;
  if (!possible) return position;
  const limit = position + LONGEST_SYMBOL;
  let end = position + 1;
  while (end <= limit && isNamePartAt(text, end)) end++;
  if (end > limit) return position;
  return registeredUnit(text.slice(position, end)) === null ? position : end;
}

/** The end of an exponent at a position (`^2`, `^-1`, `²`), else the position itself. */
function endOfExponent(text: string, position: number): number {
  const code = text.charCodeAt(position);
  let end = position;
  if (code === CARET) {
    end++;
    if (text.charCodeAt(end) === MINUS) end++;
    const digits = end;
    while (isDigit(text.charCodeAt(end))) end++;
    // `m^2.5` has no whole exponent, `0m^2..4m^2` has.
    const fraction = text.charAt(end) === "." && isDigit(text.charCodeAt(end + 1));
    if (end === digits || fraction) return position;
  } else {
    while (isSuperscript(text.charCodeAt(end))) end++;
    if (end === position) return position;
  }
  if (isNamePartAt(text, end)) return position;
  return Number.isNaN(readExponent(text.slice(position, end))) ? position : end;
}

/** The number that an exponent as written stands for, or NaN. */
function readExponent(written: string): number {
  const plain = written.startsWith("^") ? written.slice(1) : plainDigits(written);
  if (!/^-?[1-9]\d?$/.test(plain)) return Number.NaN;
  const exponent = Number(plain);
  return Math.abs(exponent) <= MAXIMUM_DEGREE ? exponent : Number.NaN;
}

/** `-2` for `⁻²`. */
function plainDigits(superscripts: string): string {
  let plain = "";
  for (const character of superscripts) {
    const digit = SUPERSCRIPT_DIGITS.indexOf(character);
    plain += character === "⁻" ? "-" : digit < 0 ? character : String(digit);
  }
  return plain;
}

/** `10m/min(a, b)`, `10m/s.length`, `10m/t[0]`: what looks like a unit is a function or the name that a path begins with. */
function beginsPathOrCall(text: string, position: number): boolean {
  const next = text.charAt(position);
  if (next === "(" || next === "[") return true;
  if (next === ":") return text.charAt(position + 1) === ":";
  if (next !== ".") return false;
  const codePoint = text.codePointAt(position + 1);
  return codePoint !== undefined && (codePoint === 0x60 || isIdentifierStart(codePoint));
}

const isJoin = (code: number): boolean => code === SLASH || code === STAR || code === MIDDLE_DOT;

/** The end of the longest composed unit that begins with the simple one that ends at `end`. */
function endOfComposedUnit(text: string, endOfFirst: number): number {
  let end = endOfExponent(text, endOfFirst);
  for (let count = 1; count < MAXIMUM_DEGREE && isJoin(text.charCodeAt(end)); count++) {
    const simple = endOfSimpleUnit(text, end + 1);
    if (simple === end + 1 || beginsPathOrCall(text, simple)) break;
    end = endOfExponent(text, simple);
  }
  return end;
}

/** Composed units by how they are written; emptied when full, so that a long-running host keeps no document's units. */
const composedUnits = new Map<string, Unit | null>();
const MAXIMUM_COMPOSED = 1000;
/** Longer ones are rare, and as part of a document such a text can keep the whole of it in memory. */
const LONGEST_CACHED = 12;

/** The unit that the text spells with `/`, `*`, `·` and exponents, and nothing else. */
function compose(text: string): Unit | null {
  if (text.length > LONGEST_CACHED) return composeAnew(text);
  const known = composedUnits.get(text);
  if (known !== undefined) return known;
  const unit = composeAnew(text);
  if (composedUnits.size >= MAXIMUM_COMPOSED) composedUnits.clear();
  composedUnits.set(text, unit);
  return unit;
}

function composeAnew(text: string): Unit | null {
  let unit: Unit | null = one;
  // `1/s` begins with a divisor.
  let position = text.startsWith("1/") ? 1 : 0;
  for (let count = 0; position < text.length; count++) {
    let divides = false;
    if (count > 0 || position > 0) {
      const code = text.charCodeAt(position);
      if (!isJoin(code)) return null;
      divides = code === SLASH;
      position++;
    }
    const endOfSymbol = endOfSimpleUnit(text, position);
    if (endOfSymbol === position || count >= MAXIMUM_DEGREE) return null;
    const end = endOfExponent(text, endOfSymbol);
    const simple = registeredUnit(text.slice(position, endOfSymbol));
    const exponent = end === endOfSymbol ? 1 : readExponent(text.slice(endOfSymbol, end));
    const factor = simple === null ? null : powerUnit(simple, divides ? -exponent : exponent);
    unit = factor === null ? null : multiplyUnits(unit, factor);
    if (unit === null) return null;
    position = end;
  }
  return unit;
}

/**
 * The unit of a whole text: a symbol or alias of the table (`kWh`, `%`, `°C`, `kmh`), or a composition of them (`m/s^2`,
 * `kg*m²`, `USD/kWh`, `W/m^2/K`, `1/s`), read from left to right. Case matters and nothing may be left over.
 *
 * @returns null when the text is no unit, "" included
 */
export function parseUnit(text: string): Unit | null {
  if (text.length <= LONGEST_SYMBOL) {
    const unit = registeredUnit(text);
    if (unit !== null) return unit;
  }
  if (text.length === 0 || text.length > MAXIMUM_DEGREE * (LONGEST_SYMBOL + 5)) return null;
  return compose(text);
}

export interface UnitMatch {
  readonly unit: Unit;
  /** In UTF-16 code units. */
  readonly length: number;
}

/**
 * The longest unit at a position: what a number takes that ends there. No identifier character follows it (`5minute` has
 * no unit `min`). A part joined by `/`, `*` or `·` belongs to it where it is a unit itself and no name that a path or a
 * call begins with: `30km/h` is read whole, `10m/x` and `10m/min(a, b)` end at `m`.
 *
 * @returns null when there is none
 */
export function readUnitAt(text: string, position: number): UnitMatch | null {
  const endOfFirst = endOfSimpleUnit(text, position);
  if (endOfFirst === position) return null;
  const next = text.charCodeAt(endOfFirst);
  let end = endOfFirst;
  if (isJoin(next) || next === CARET || isSuperscript(next)) {
    end = endOfComposedUnit(text, endOfFirst);
  }
  const unit = parseUnit(text.slice(position, end));
  if (unit !== null) return { unit, length: end - position };
  // Whatever the parts, a unit can be too large to compose: the first part then stands by itself.
  const first = registeredUnit(text.slice(position, endOfFirst));
  return first === null ? null : { unit: first, length: endOfFirst - position };
}

// --- completion ---------------------------------------------------------------------------------------------------

const unitsByDimension = new Map<string, readonly Unit[]>();

/** The units of the table that measure a dimension, in its order; empty where none does. */
export function unitsOfDimension(dimension: Dimension): readonly Unit[] {
  const known = unitsByDimension.get(dimension.key);
  if (known !== undefined) return known;
  const units: Unit[] = [];
  for (const entry of unitTable()) {
    if (!sameDimension(dimensionOfEntry(entry), dimension)) continue;
    const unit = registeredUnit(entry.symbol);
    if (unit !== null) units.push(unit);
  }
  // Only what the table measures is kept: dimensions that documents make up are without number.
  if (units.length > 0) unitsByDimension.set(dimension.key, units);
  return units;
}
