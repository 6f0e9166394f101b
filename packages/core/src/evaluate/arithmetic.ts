// Arithmetic on known values. What leaves the finite numbers, or the years that instants cover, is unknown.
import type { Type } from "../semantics/types.ts";
import { applyConversion, conversionBetween } from "../semantics/units/conversion.ts";
import { parseUnit } from "../semantics/units/unit.ts";
import { unknownAmong } from "../std/arguments.ts";
import { addToInstant } from "../std/instant.ts";
import { type Instant, isInstant, unknownValue, type Value } from "./value.ts";

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "MOD";

/**
 * `left operator right`, whose static type is `type`. Numbers are in units that the checker made fit. The difference of
 * two times comes in `type`'s unit; a number added to or taken from a time is milliseconds. `path` is the expression as
 * written, for the unknown that division by zero, an overflow or a wrong kind makes.
 */
export function calculate(
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
  type: Type,
  path: string,
): Value {
  const unknown = unknownAmong([left, right]);
  if (unknown !== null) return unknown;
  if (typeof left === "number" && typeof right === "number") {
    if (right === 0 && (operator === "/" || operator === "MOD")) {
      return unknownValue(path, "division by zero");
    }
    return finiteNumber(calculateNumbers(operator, left, right), path);
  }
  if (isInstant(left) && isInstant(right) && operator === "-") {
    return finiteNumber(inUnitOf(type, left.milliseconds - right.milliseconds), path);
  }
  if (isInstant(left) && typeof right === "number" && (operator === "+" || operator === "-")) {
    return instantAt(left, operator === "+" ? right : -right, path);
  }
  if (typeof left === "number" && isInstant(right) && operator === "+") {
    return instantAt(right, left, path);
  }
  return unknownValue(path, "wrong kind");
}

/** The number, or the unknown `overflow` where it is not finite. */
export function finiteNumber(result: number, path: string): Value {
  return Number.isFinite(result) ? result : unknownValue(path, "overflow");
}

function calculateNumbers(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "MOD":
      return modulo(left, right);
  }
}

/** The remainder of division rounded down: it has the divisor's sign, so `(hour - 8) MOD 24` is never negative. */
export function modulo(left: number, right: number): number {
  const remainder = left % right;
  return remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder;
}

function inUnitOf(type: Type, duration: number): number {
  const milliseconds = parseUnit("ms");
  if (type.kind !== "number" || milliseconds === null) return duration;
  const conversion = conversionBetween(milliseconds, type.unit);
  return conversion === null ? duration : applyConversion(conversion, duration);
}

function instantAt(from: Instant, duration: number, path: string): Value {
  const milliseconds = addToInstant(from.milliseconds, duration);
  return milliseconds === null ? unknownValue(path, "overflow") : { kind: "time", milliseconds };
}
