// std::math over exact numbers.

import { isKind, mapSlots, type Numbers, ofNumbers, ofScalars } from "./call-arguments.ts";
import type { CallArgument, EncodedFunction } from "./encode-call.ts";
import { inPlaces, placesInOrder } from "./symbolic-list.ts";
import {
  alwaysUnknown,
  knownIf,
  numberOf,
  outside,
  type SymbolicList,
  type SymbolicValue,
} from "./symbolic-value.ts";
import {
  and,
  apply,
  asReal,
  asWhole,
  calculate,
  choose,
  compare,
  not,
  real,
  type Term,
  whole,
} from "./term.ts";

export const mathFunctions: readonly (readonly [string, EncodedFunction])[] = [
  ["std::math::abs", ofNumber(absolute)],
  [
    "std::math::sign",
    ofNumber((x) =>
      choose(isNegative(x), real(-1), choose(compare("<", real(0), x), real(1), real(0))),
    ),
  ],
  ["std::math::floor", ofNumber(below)],
  ["std::math::ceil", ofNumber((x) => negative(below(negative(x))))],
  ["std::math::round", ofNumber(rounded)],
  ["std::math::clamp", ofScalars("number", ([x, low, high]) => clamped(x, low, high))],
  ["std::math::pow", (values) => power(values)],
  ["std::math::sqrt", ofScalars("number", ([x = real(0)]) => root(x))],
  ["std::math::sum", sum],
  ["std::math::min", ofNumbers((list, numbers) => notEmpty(list, fold(numbers, lesser)))],
  ["std::math::max", ofNumbers((list, numbers) => notEmpty(list, fold(numbers, greater)))],
  ["std::math::avg", ofNumbers((list, numbers) => notEmpty(list, mean(list, numbers)))],
  ["std::math::median", ofNumbers((list) => notEmpty(list, median(list)))],
  ["std::math::percentile", ofNumbers((list, _, [percent]) => percentile(list, percent))],
  ["std::math::stddev", ofNumbers(deviation)],
];

// --- numbers ------------------------------------------------------------------------------------------------------

function ofNumber(compute: (x: Term) => Term): EncodedFunction {
  return ofScalars("number", ([x = real(0)]) => numberOf(compute(x)));
}

function isNegative(x: Term): Term {
  return compare("<", x, real(0));
}

function negative(x: Term): Term {
  return calculate("-", real(0), x);
}

function below(x: Term): Term {
  return asReal(asWhole(x));
}

function absolute(x: Term): Term {
  return choose(isNegative(x), negative(x), x);
}

/** Halves go away from zero. */
function rounded(x: Term): Term {
  const size = below(calculate("+", absolute(x), real(0.5)));
  return choose(isNegative(x), negative(size), size);
}

function clamped(
  x: Term | undefined,
  low: Term | undefined,
  high: Term | undefined,
): SymbolicValue {
  if (x === undefined || low === undefined || high === undefined) return alwaysUnknown;
  const value = lesser(greater(x, low), high);
  return knownIf(compare("<=", low, high), numberOf(value));
}

/** More would be more than the solver can do with. */
const greatestExponent = 8;

function power([x, exponent]: readonly CallArgument[]): SymbolicValue {
  if (!isKind(x, "number") || !isKind(exponent, "number")) return alwaysUnknown;
  if (exponent.value.kind !== "number") return outside("`pow` with an exponent that is no literal");
  const { value: times } = exponent.value;
  if (!Number.isInteger(times) || Math.abs(times) > 1000) return alwaysUnknown;
  if (Math.abs(times) > greatestExponent) return outside(`\`pow\` with the exponent ${times}`);
  const product = Array.from({ length: Math.abs(times) }, () => x.value).reduce<Term>(
    (result, factor) =>
      result.kind === "number" && result.value === 1 ? factor : calculate("*", result, factor),
    real(1),
  );
  if (times >= 0) return numberOf(product);
  return knownIf(not(compare("=", x.value, real(0))), numberOf(apply("/", real(1), product)));
}

function root(x: Term): SymbolicValue {
  return knownIf(compare("<=", real(0), x), numberOf(apply("root", x)));
}

// --- lists --------------------------------------------------------------------------------------------------------

function plus(sumOf: Term, next: Term): Term {
  return calculate("+", sumOf, next);
}

function lesser(least: Term, next: Term): Term {
  return choose(compare("<", next, least), next, least);
}

function greater(most: Term, next: Term): Term {
  return choose(compare("<", most, next), next, most);
}

/** From the left; of no element 0. */
function fold(numbers: Numbers, add: (result: Term, next: Term) => Term): Term {
  let result: Term = real(0);
  let isAny: Term | null = null;
  for (const { present, value } of numbers) {
    const next: Term = isAny === null ? value : choose(isAny, add(result, value), value);
    result = choose(present, next, result);
    isAny = isAny === null ? present : orElse(isAny, present);
  }
  return result;
}

const orElse = (one: Term, other: Term): Term => not(and(not(one), not(other)));

function total(numbers: Numbers): Term {
  return numbers.reduce<Term>(
    (result, { present, value }) => choose(present, plus(result, value), result),
    real(0),
  );
}

function sum(
  values: readonly CallArgument[],
  scope: Parameters<EncodedFunction>[1],
): SymbolicValue {
  const [list, of] = values;
  const mapped =
    isKind(list, "list") && typeof of === "function"
      ? { ...list, slots: mapSlots(list, of) }
      : list;
  const add = ofNumbers((_, numbers) => numberOf(total(numbers)));
  return mapped === undefined ? alwaysUnknown : add([mapped], scope);
}

function notEmpty(list: SymbolicList, value: Term): SymbolicValue {
  return knownIf(compare("<", whole(0), list.length), numberOf(value));
}

/** By the list's length: dividing by a number that is written out is far easier to reason about than by any. */
function perElement(list: SymbolicList, sumOf: Term): Term {
  return list.slots.reduce<Term>((result, _, index) => {
    const isLength = compare("=", list.length, whole(index + 1));
    return choose(isLength, index === 0 ? sumOf : apply("/", sumOf, real(index + 1)), result);
  }, real(0));
}

function mean(list: SymbolicList, numbers: Numbers): Term {
  return perElement(list, total(numbers));
}

/** The root of the mean square of what each differs from the mean by. */
function deviation(list: SymbolicList, numbers: Numbers): SymbolicValue {
  const center = mean(list, numbers);
  const squares = numbers.map(({ present, value }) => {
    const difference = calculate("-", value, center);
    return { present, value: apply("*", difference, difference) };
  });
  return knownIf(
    compare("<", whole(0), list.length),
    numberOf(apply("root", perElement(list, total(squares)))),
  );
}

/** The numbers in ascending order, by place; those beyond the list's length mean nothing. */
function ascending(list: SymbolicList): readonly Term[] {
  const places = placesInOrder(list, (one, other) =>
    compare("<", valueIn(list, one), valueIn(list, other)),
  );
  const inOrder = inPlaces(list, places);
  return inOrder.slots.map((_, index) => valueIn(inOrder, index));
}

function valueIn({ slots }: SymbolicList, index: number): Term {
  const value = slots[index]?.value;
  return value?.kind === "number" ? value.value : real(0);
}

function median(list: SymbolicList): Term {
  const sorted = ascending(list);
  return sorted.reduce<Term>((result, _, index) => {
    const length = index + 1;
    const upper = sorted[length >> 1] ?? real(0);
    const lower = sorted[(length >> 1) - 1] ?? real(0);
    const middle = length % 2 === 1 ? upper : apply("/", plus(lower, upper), real(2));
    return choose(compare("=", list.length, whole(length)), middle, result);
  }, real(0));
}

function percentile(list: SymbolicList, percent: CallArgument | undefined): SymbolicValue {
  if (!isKind(percent, "number")) return alwaysUnknown;
  if (percent.value.kind !== "number") return outside("`percentile` of a share that is no literal");
  const { value: share } = percent.value;
  if (share < 0 || share > 100) return alwaysUnknown;
  const sorted = ascending(list);
  const value = sorted.reduce<Term>((result, _, index) => {
    const rank = Math.max(1, Math.ceil((share * (index + 1)) / 100));
    const isLength = compare("=", list.length, whole(index + 1));
    return choose(isLength, sorted[rank - 1] ?? real(0), result);
  }, real(0));
  return notEmpty(list, value);
}
