// std::math: numbers and their aggregates. Only IEEE 754 basic operations and square root, the same on every machine.
import type { Value } from "../evaluate/value.ts";
import { type Argument, finite, isLambda, isList, isListOf, numberList } from "./arguments.ts";
import type { CallContext, SignatureType, StandardFunction } from "./standard-function.ts";

const quantity: SignatureType = { kind: "number", unit: "u" };
const scalable: SignatureType = { kind: "number", unit: "u", absolute: false };
const plain: SignatureType = { kind: "plain" };
const quantities: SignatureType = { kind: "list", element: quantity };
const scalables: SignatureType = { kind: "list", element: scalable };

/** A function of one number. */
function numeric(
  compute: (x: number) => number | null,
): (values: readonly Argument[], call: CallContext) => Value {
  return ([x], call) => {
    if (typeof x !== "number") return call.fail("wrong kind");
    const result = compute(x);
    return result === null ? call.fail("invalid argument") : finite(result, call);
  };
}

/** A function of a list that must not be empty. */
function aggregate(
  compute: (numbers: readonly number[]) => number,
): (values: readonly Argument[], call: CallContext) => Value {
  return ([list], call) => {
    const numbers = numberList(list, call);
    if (!isListOf(numbers)) return numbers;
    return numbers.length === 0 ? call.fail("empty list") : finite(compute(numbers), call);
  };
}

function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function mean(numbers: readonly number[]): number {
  return total(numbers) / numbers.length;
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Population standard deviation, in two passes. */
function deviation(numbers: readonly number[]): number {
  const center = mean(numbers);
  return Math.sqrt(total(numbers.map((x) => (x - center) * (x - center))) / numbers.length);
}

/** Halves go away from zero, as in ISO 80000-1 annex B rule B and everyday use: 2.5 to 3, −2.5 to −3. */
function roundHalfAway(x: number): number {
  const below = Math.floor(Math.abs(x));
  const rounded = Math.abs(x) - below >= 0.5 ? below + 1 : below;
  return x < 0 ? -rounded : rounded;
}

/** x to a whole power by repeated squaring, so that no platform's `pow` decides the last bit. */
function wholePower(x: number, exponent: number): number {
  let result = 1;
  let base = x;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return exponent < 0 ? 1 / result : result;
}

/** A rounding function: bare for plain numbers, with a unit's name for quantities. */
function rounding(
  name: "round" | "floor" | "ceil",
  bare: boolean,
  summary: string,
  examples: StandardFunction["examples"],
  compute: (x: number) => number,
): StandardFunction {
  return {
    name: `std::math::${name}`,
    bare,
    signatures: [
      { parameters: [{ name: "x", type: plain }], result: plain },
      {
        parameters: [
          { name: "x", type: quantity },
          { name: "unit", type: { kind: "unit-name", names: "u" } },
        ],
        result: quantity,
      },
    ],
    summary,
    examples,
    evaluate: numeric(compute),
  };
}

export const mathFunctions: readonly StandardFunction[] = [
  {
    name: "std::math::abs",
    bare: true,
    signatures: [{ parameters: [{ name: "x", type: scalable }], result: scalable }],
    summary: "The size of a number without its sign.",
    examples: [{ call: "abs(-3m)", result: "3m" }],
    evaluate: numeric(Math.abs),
  },
  {
    name: "std::math::min",
    bare: true,
    variadic: true,
    signatures: [{ parameters: [{ name: "list", type: quantities }], result: quantity }],
    summary: "The least member of a list, or of two or more numbers; unknown for an empty list.",
    examples: [
      { call: "min([3m, 80cm])", result: "0.8m" },
      { call: "min(2, 7)", result: "2" },
    ],
    evaluate: aggregate((numbers) => numbers.reduce((least, x) => Math.min(least, x))),
  },
  {
    name: "std::math::max",
    bare: true,
    variadic: true,
    signatures: [{ parameters: [{ name: "list", type: quantities }], result: quantity }],
    summary: "The greatest member of a list, or of two or more numbers; unknown for an empty list.",
    examples: [{ call: "max([3, 7, 5])", result: "7" }],
    evaluate: aggregate((numbers) => numbers.reduce((most, x) => Math.max(most, x))),
  },
  {
    name: "std::math::sum",
    bare: true,
    signatures: [
      { parameters: [{ name: "list", type: scalables }], result: scalable },
      {
        parameters: [
          { name: "list", type: { kind: "list", element: { kind: "variable", name: "a" } } },
          {
            name: "of",
            type: {
              kind: "lambda",
              parameters: [{ kind: "variable", name: "a" }],
              result: scalable,
            },
          },
        ],
        result: scalable,
      },
    ],
    summary: "The members added from left to right; 0 for an empty list.",
    examples: [
      { call: "sum([1kg, 500g])", result: "1.5kg" },
      { call: "sum([1, 2, 3], |x| x * 2)", result: "12" },
    ],
    evaluate([list, of], call) {
      const numbers = numberList(mapped(list, of, call), call);
      return isListOf(numbers) ? finite(total(numbers), call) : numbers;
    },
  },
  {
    name: "std::math::avg",
    bare: true,
    variadic: true,
    signatures: [{ parameters: [{ name: "list", type: quantities }], result: quantity }],
    summary: "The arithmetic mean; unknown for an empty list.",
    examples: [{ call: "avg([20C, 30C])", result: "25C" }],
    evaluate: aggregate(mean),
  },
  {
    name: "std::math::median",
    bare: false,
    signatures: [{ parameters: [{ name: "list", type: quantities }], result: quantity }],
    summary:
      "The middle member in order, or the mean of the two middle ones; unknown for an empty list.",
    examples: [{ call: "std::math::median([1, 9, 4])", result: "4" }],
    evaluate: aggregate(median),
  },
  {
    name: "std::math::stddev",
    bare: false,
    signatures: [
      {
        parameters: [{ name: "list", type: quantities }],
        result: { kind: "difference", unit: "u" },
      },
    ],
    summary: "The population standard deviation; unknown for an empty list.",
    examples: [{ call: "std::math::stddev([2, 4, 4, 4, 5, 5, 7, 9])", result: "2" }],
    evaluate: aggregate(deviation),
  },
  {
    name: "std::math::percentile",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "list", type: quantities },
          { name: "percent", type: plain },
        ],
        result: quantity,
      },
    ],
    summary:
      "The nearest-rank percentile, percent from 0 to 100: the least member with at least that share at or below it.",
    examples: [{ call: "std::math::percentile([15, 20, 35, 40, 50], 40)", result: "20" }],
    evaluate([list, percent], call) {
      const numbers = numberList(list, call);
      if (!isListOf(numbers)) return numbers;
      if (typeof percent !== "number" || percent < 0 || percent > 100) {
        return call.fail("invalid argument");
      }
      if (numbers.length === 0) return call.fail("empty list");
      const rank = Math.max(1, Math.ceil((percent * numbers.length) / 100));
      return ascending(numbers)[rank - 1] ?? call.fail("invalid argument");
    },
  },
  {
    name: "std::math::clamp",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "x", type: quantity },
          { name: "low", type: quantity },
          { name: "high", type: quantity },
        ],
        result: quantity,
      },
    ],
    summary: "The number, or the bound it lies beyond; unknown when low is above high.",
    examples: [{ call: "std::math::clamp(12m, 0m, 10m)", result: "10m" }],
    evaluate([x, low, high], call) {
      if (typeof x !== "number" || typeof low !== "number" || typeof high !== "number") {
        return call.fail("wrong kind");
      }
      if (low > high) return call.fail("invalid argument");
      return Math.min(Math.max(x, low), high);
    },
  },
  rounding(
    "round",
    true,
    "The nearest whole number, halves away from zero; a quantity names the unit it is rounded in.",
    [
      { call: "round(2.5)", result: "3" },
      { call: "round(1234m, km)", result: "1km" },
    ],
    roundHalfAway,
  ),
  rounding(
    "floor",
    false,
    "The greatest whole number not above; a quantity names the unit.",
    [{ call: "std::math::floor(-1.5)", result: "-2" }],
    Math.floor,
  ),
  rounding(
    "ceil",
    false,
    "The least whole number not below; a quantity names the unit.",
    [{ call: "std::math::ceil(1.2m, m)", result: "2m" }],
    Math.ceil,
  ),
  {
    name: "std::math::sqrt",
    bare: false,
    signatures: [
      { parameters: [{ name: "x", type: scalable }], result: { kind: "root", unit: "u" } },
    ],
    summary: "The square root; unknown for a negative number.",
    examples: [{ call: "std::math::sqrt(16m^2)", result: "4m" }],
    evaluate: numeric((x) => (x < 0 ? null : Math.sqrt(x))),
  },
  {
    name: "std::math::pow",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "x", type: scalable },
          { name: "exponent", type: { kind: "integer" } },
        ],
        result: { kind: "power", unit: "u", exponent: 1 },
      },
    ],
    summary: "A number to a whole power from −1000 to 1000.",
    examples: [{ call: "std::math::pow(3m, 2)", result: "9m^2" }],
    evaluate([x, exponent], call) {
      if (typeof x !== "number" || typeof exponent !== "number") return call.fail("wrong kind");
      if (!Number.isInteger(exponent) || Math.abs(exponent) > 1000) {
        return call.fail("invalid argument");
      }
      if (x === 0 && exponent < 0) return call.fail("division by zero");
      return finite(wholePower(x, exponent), call);
    },
  },
  {
    name: "std::math::sign",
    bare: false,
    signatures: [{ parameters: [{ name: "x", type: scalable }], result: plain }],
    summary: "−1, 0 or 1.",
    examples: [{ call: "std::math::sign(-4kn)", result: "-1" }],
    evaluate: numeric((x) => (x > 0 ? 1 : x < 0 ? -1 : 0)),
  },
];

/** The list itself, or what `of` makes of each member. */
function mapped(
  list: Argument | undefined,
  of: Argument | undefined,
  call: CallContext,
): Argument | undefined {
  return isList(list) && isLambda(of) ? list.map((member) => call.apply(of, [member])) : list;
}
