// Calls of the standard library: those that are arithmetic over what a list holds. Every other is outside.
import {
  alwaysUnknown,
  hasElement,
  knownIf,
  outside,
  type SymbolicValue,
} from "./symbolic-value.ts";
import { and, apply, choose, compare, no, not, or, real, type Term, whole } from "./term.ts";

/** The call's value; arguments in order. */
export function encodeCall(name: string, values: readonly SymbolicValue[]): SymbolicValue {
  const beyond = values.find((value) => value.kind === "outside");
  if (beyond !== undefined) return beyond;
  const [value] = values;
  const compute = value === undefined || values.length > 1 ? undefined : functions.get(name);
  return value === undefined || compute === undefined
    ? outside(`the function \`${name}\``)
    : compute(value);
}

type SymbolicList = Extract<SymbolicValue, { kind: "list" }>;

const functions: ReadonlyMap<string, (value: SymbolicValue) => SymbolicValue> = new Map([
  ["std::io::log", (value: SymbolicValue) => value],
  ["std::math::abs", absolute],
  ["std::list::length", ofList(lengthOf)],
  ["std::math::sum", ofList((list) => aggregate(list, plus))],
  ["std::math::min", ofList((list) => notEmpty(list, aggregate(list, lesser)))],
  ["std::math::max", ofList((list) => notEmpty(list, aggregate(list, greater)))],
  ["std::math::avg", ofList(average)],
]);

function ofList(
  compute: (list: SymbolicList) => SymbolicValue,
): (value: SymbolicValue) => SymbolicValue {
  return (value) => {
    if (value.kind === "text") return outside("the length of a text");
    return value.kind === "list" ? compute(value) : alwaysUnknown;
  };
}

function absolute(value: SymbolicValue): SymbolicValue {
  if (value.kind !== "number") return alwaysUnknown;
  const isNegative = compare("<", value.value, real(0));
  return { ...value, value: choose(isNegative, apply("-", real(0), value.value), value.value) };
}

function lengthOf({ known, length }: SymbolicList): SymbolicValue {
  const value = length.kind === "number" ? real(length.value) : apply("to_real", length);
  return { kind: "number", known, value };
}

const plus = (sum: Term, next: Term): Term => apply("+", sum, next);
const lesser = (least: Term, next: Term): Term => choose(compare("<", next, least), next, least);
const greater = (most: Term, next: Term): Term => choose(compare("<", most, next), next, most);

/** From the left; of no element 0. Unknown where an element is, or is no number. */
function aggregate(list: SymbolicList, add: (result: Term, next: Term) => Term): SymbolicValue {
  let known = list.known;
  let result: Term | null = null;
  for (const [index, element] of list.elements.entries()) {
    const there = hasElement(list, index);
    if (element.kind === "outside") return element;
    const isNumber = element.kind === "number";
    known = and(known, or(not(there), isNumber ? element.known : no));
    if (!isNumber) continue;
    // The first element, where there is one, is what the next are added to.
    result = result === null ? element.value : choose(there, add(result, element.value), result);
  }
  const isEmpty = not(hasElement(list, 0));
  return { kind: "number", known, value: choose(isEmpty, real(0), result ?? real(0)) };
}

function notEmpty(list: SymbolicList, value: SymbolicValue): SymbolicValue {
  return knownIf(hasElement(list, 0), value);
}

/** Length by length: dividing by a number that is written out is far easier to reason about than by any. */
function average(list: SymbolicList): SymbolicValue {
  const sum = aggregate(list, plus);
  if (sum.kind !== "number") return sum;
  const value = list.elements.reduce<Term>((mean, _, index) => {
    const count = index + 1;
    return choose(
      compare("=", list.length, whole(count)),
      apply("/", sum.value, real(count)),
      mean,
    );
  }, real(0));
  return notEmpty(list, { ...sum, value });
}
