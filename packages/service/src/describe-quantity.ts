// Quantities and units in words for hovers and completions: `30 km/h = 8.33333 m/s = 18.6411 mph`.
import { convertNumber, parseUnit, type Unit, unitsOfDimension, unitTable } from "@omega/core";

/** How many other units a conversion is shown in. */
const mostConversions = 4;

/** An amount of a unit in other common units of its dimension; null where there is none. */
export function describeConversions(amount: number, unit: Unit): string | null {
  const others = unitsOfDimension(unit.dimension).filter(
    (other) => other.symbol !== unit.symbol && other.affine === unit.affine,
  );
  const shown = others
    .map((other) => ({ other, value: convertNumber(amount, unit, other) ?? 0 }))
    .sort((a, b) => awkwardness(a.value) - awkwardness(b.value))
    .slice(0, mostConversions)
    .map(({ other, value }) => `${printAmount(value)} ${other.symbol}`);
  return shown.length === 0
    ? null
    : [`${printAmount(amount)} ${unit.symbol}`, ...shown].join(" = ");
}

/** A unit's name in English, `kilometre per hour`; its symbol where the table has no name for it. */
export function nameOfUnit(symbol: string): string {
  const entry = unitTable().find(
    (candidate) => candidate.symbol === symbol || candidate.aliases.includes(symbol),
  );
  return entry?.english ?? symbol;
}

/** The unit of a symbol, and an amount of it that is worth converting: absolute temperatures have no handy one. */
export function exampleOf(symbol: string): { readonly unit: Unit; readonly amount: number } | null {
  const unit = parseUnit(symbol);
  return unit === null ? null : { unit, amount: unit.affine ? 20 : 1 };
}

/** How hard a number is to picture: powers of ten away from one, and one more when it is not round. */
function awkwardness(value: number): number {
  const powers = value === 0 ? 0 : Math.abs(Math.log10(Math.abs(value)));
  return Number(value.toPrecision(3)) === value ? powers : powers + 1;
}

/** Six significant digits at most: enough to compare by, and never taken for exact. */
function printAmount(value: number): string {
  return String(Number(value.toPrecision(6)));
}
