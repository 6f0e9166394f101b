// Dimensions: what a unit measures, as whole exponents over base dimensions. The checker compares and combines them.

/**
 * Base dimensions. The first seven are those of the SI (SI Brochure, 9th ed., 2.3.3). Angle and data are added, so that
 * degrees and bytes cannot stand for plain ratios or for each other; each currency is one of its own, because no factor
 * between two of them holds for longer than a moment.
 */
export type BaseDimension =
  | "length"
  | "mass"
  | "time"
  | "current"
  | "temperature"
  | "amount"
  | "luminosity"
  | "angle"
  | "data"
  | `currency:${string}`;

interface DimensionFactor {
  readonly base: BaseDimension;
  /** Whole, never 0. */
  readonly exponent: number;
}

/** A product of powers of base dimensions, in canonical order: equal dimensions have equal keys. */
export interface Dimension {
  readonly factors: readonly DimensionFactor[];
  /** `mass^1 length^2 time^-2`; "" for plain numbers. */
  readonly key: string;
}

export type Exponents = Readonly<Partial<Record<BaseDimension, number>>>;

const BASE_ORDER: readonly BaseDimension[] = [
  "mass",
  "length",
  "time",
  "current",
  "temperature",
  "amount",
  "luminosity",
  "angle",
  "data",
];

/** Named dimensions first by name; currencies follow the others, by code. */
function compareBases(a: BaseDimension, b: BaseDimension): number {
  const orderOfA = BASE_ORDER.indexOf(a);
  const orderOfB = BASE_ORDER.indexOf(b);
  if (orderOfA >= 0 && orderOfB >= 0) return orderOfA - orderOfB;
  if (orderOfA >= 0) return -1;
  if (orderOfB >= 0) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function dimensionFromFactors(factors: DimensionFactor[]): Dimension {
  factors.sort((a, b) => compareBases(a.base, b.base));
  return {
    factors,
    key: factors.map(({ base, exponent }) => `${base}^${exponent}`).join(" "),
  };
}

/** The dimension with these whole exponents; zeros are as good as absent. */
export function dimensionOf(exponents: Exponents): Dimension {
  const factors: DimensionFactor[] = [];
  for (const name of Object.keys(exponents)) {
    // Object.keys forgets the key type that the parameter states.
    const base = name as BaseDimension;
    const exponent = exponents[base] ?? 0;
    if (exponent !== 0) factors.push({ base, exponent });
  }
  return dimensionFromFactors(factors);
}

/** The dimension of plain numbers and of ratios. */
export const dimensionless: Dimension = { factors: [], key: "" };

/** The dimension of amounts of one currency, by its ISO 4217 code. */
export function currencyDimension(code: string): Dimension {
  return dimensionOf({ [`currency:${code}`]: 1 });
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.key === b.key;
}

function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (b.factors.length === 0) return a;
  const exponents = new Map<BaseDimension, number>();
  for (const { base, exponent } of a.factors) exponents.set(base, exponent);
  for (const { base, exponent } of b.factors) {
    exponents.set(base, (exponents.get(base) ?? 0) + sign * exponent);
  }
  const factors: DimensionFactor[] = [];
  for (const [base, exponent] of exponents) {
    if (exponent !== 0) factors.push({ base, exponent });
  }
  return dimensionFromFactors(factors);
}

export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, 1);
}

export function divideDimensions(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, -1);
}

/** @param exponent a whole number */
export function powerDimension(dimension: Dimension, exponent: number): Dimension {
  if (exponent === 0) return dimensionless;
  return dimensionFromFactors(
    dimension.factors.map((factor) => ({
      base: factor.base,
      exponent: factor.exponent * exponent,
    })),
  );
}

/**
 * @param degree a whole number of at least 1
 * @returns null when some exponent is no multiple of the degree: no unit measures the square root of a length
 */
export function rootDimension(dimension: Dimension, degree: number): Dimension | null {
  if (dimension.factors.some(({ exponent }) => exponent % degree !== 0)) return null;
  return dimensionFromFactors(
    dimension.factors.map(({ base, exponent }) => ({ base, exponent: exponent / degree })),
  );
}

/**
 * Dimensions that have a name of their own, by that name (SI Brochure, 9th ed., tables 4 to 6). Some names cover
 * several quantities that no unit tells apart: energy is torque as well, frequency is radioactivity as well. Solid angle
 * counts as a plain number, as it does in the SI, so that lux and candela a square metre are alike.
 */
export const namedDimensions = {
  ratio: {},
  length: { length: 1 },
  area: { length: 2 },
  volume: { length: 3 },
  mass: { mass: 1 },
  time: { time: 1 },
  current: { current: 1 },
  temperature: { temperature: 1 },
  "amount of substance": { amount: 1 },
  "luminous intensity": { luminosity: 1 },
  angle: { angle: 1 },
  data: { data: 1 },
  speed: { length: 1, time: -1 },
  acceleration: { length: 1, time: -2 },
  frequency: { time: -1 },
  "angular speed": { angle: 1, time: -1 },
  "angular acceleration": { angle: 1, time: -2 },
  "data rate": { data: 1, time: -1 },
  "volume flow": { length: 3, time: -1 },
  "mass flow": { mass: 1, time: -1 },
  density: { mass: 1, length: -3 },
  concentration: { amount: 1, length: -3 },
  "molar mass": { mass: 1, amount: -1 },
  force: { mass: 1, length: 1, time: -2 },
  momentum: { mass: 1, length: 1, time: -1 },
  pressure: { mass: 1, length: -1, time: -2 },
  energy: { mass: 1, length: 2, time: -2 },
  power: { mass: 1, length: 2, time: -3 },
  irradiance: { mass: 1, time: -3 },
  dose: { length: 2, time: -2 },
  "dose rate": { length: 2, time: -3 },
  voltage: { mass: 1, length: 2, time: -3, current: -1 },
  charge: { current: 1, time: 1 },
  resistance: { mass: 1, length: 2, time: -3, current: -2 },
  conductance: { mass: -1, length: -2, time: 3, current: 2 },
  conductivity: { mass: -1, length: -3, time: 3, current: 2 },
  inductance: { mass: 1, length: 2, time: -2, current: -2 },
  "electric field": { mass: 1, length: 1, time: -3, current: -1 },
  "magnetic flux": { mass: 1, length: 2, time: -2, current: -1 },
  "magnetic flux density": { mass: 1, time: -2, current: -1 },
  viscosity: { mass: 1, length: -1, time: -1 },
  illuminance: { luminosity: 1, length: -2 },
} as const satisfies Record<string, Exponents>;

export type DimensionName = keyof typeof namedDimensions;

let nameByKey: ReadonlyMap<string, string> | undefined;

function dimensionName(dimension: Dimension): string | null {
  nameByKey ??= new Map(
    Object.entries(namedDimensions).map(([name, exponents]) => [dimensionOf(exponents).key, name]),
  );
  return nameByKey.get(dimension.key) ?? null;
}

const CURRENCY_PREFIX = "currency:";

/**
 * A dimension in words, for messages: its name where it has one (`length`, `speed`, `ratio`, `money in USD`), a price
 * as `money in USD / energy`, else a formula of base dimensions (`length² / time`).
 */
export function describeDimension(dimension: Dimension): string {
  const name = dimensionName(dimension);
  if (name !== null) return name;
  const money = dimension.factors.filter(({ base }) => base.startsWith(CURRENCY_PREFIX));
  const [currency] = money;
  if (currency !== undefined && money.length === 1 && currency.exponent === 1) {
    const rest = divideDimensions(dimension, dimensionOf({ [currency.base]: 1 }));
    const per = dimensionName(powerDimension(rest, -1));
    if (rest.factors.length > 0 && per !== null) return `${describeBase(currency.base)} / ${per}`;
  }
  return formula(dimension);
}

function describeBase(base: BaseDimension): string {
  if (base.startsWith(CURRENCY_PREFIX)) return `money in ${base.slice(CURRENCY_PREFIX.length)}`;
  if (base === "amount") return "amount of substance";
  return base === "luminosity" ? "luminous intensity" : base;
}

function formula(dimension: Dimension): string {
  const above = dimension.factors.filter(({ exponent }) => exponent > 0);
  const below = dimension.factors.filter(({ exponent }) => exponent < 0);
  const numerator = above.length === 0 ? "1" : above.map(describeFactor).join(" · ");
  const denominator = below.map(describeFactor).join(" · ");
  if (below.length === 0) return numerator;
  return `${numerator} / ${below.length === 1 ? denominator : `(${denominator})`}`;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function describeFactor({ base, exponent }: DimensionFactor): string {
  const magnitude = Math.abs(exponent);
  const digits = magnitude === 1 ? "" : String(magnitude);
  return describeBase(base) + digits.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}
