// std::time: instants as whole milliseconds, the calendar as far as divisions by whole numbers tell it.
import { parseOffset, parseTimeOfDay } from "@omega/core";
import { isKind, ofScalars } from "./call-arguments.ts";
import { laterBy } from "./encode-arithmetic.ts";
import type { CallArgument, EncodedFunction } from "./encode-call.ts";
import { earliestInstant } from "./encode-inputs.ts";
import type { Scope } from "./scope.ts";
import {
  alwaysUnknown,
  knownIf,
  numberOf,
  type Outside,
  outside,
  type SymbolicValue,
} from "./symbolic-value.ts";
import {
  and,
  apply,
  asReal,
  asWhole,
  calculate,
  compare,
  or,
  type Term,
  whole,
  yes,
} from "./term.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const timeFunctions: readonly (readonly [string, EncodedFunction])[] = [
  [
    "std::time::now",
    (_, { inputs }) => ({ kind: "time", known: yes, value: asReal(inputs.clock) }),
  ],
  ["std::time::now_unix_millis", (_, { inputs }) => numberOf(asReal(inputs.clock))],
  [
    "std::time::add",
    ([from, duration]) =>
      isKind(from, "time") && isKind(duration, "number")
        ? laterBy(from, duration, "+")
        : alwaysUnknown,
  ],
  ["std::time::diff", ofScalars("time", ([later, earlier]) => difference(later, earlier))],
  ["std::time::duration_between_ms", ofScalars("time", ([start, end]) => difference(end, start))],
  ["std::time::hour", calendar((local) => numberOf(asReal(divided(rest(local, DAY), HOUR))))],
  ["std::time::weekday", calendar((local) => numberOf(asReal(weekdayAt(local))))],
  [
    "std::time::is_weekend",
    calendar((local) => ({
      kind: "boolean",
      known: yes,
      value: compare("<=", whole(6), weekdayAt(local)),
    })),
  ],
  ["std::time::truncate", truncated],
  ["std::time::in_window", inWindow],
];

function divided(number: Term, by: number): Term {
  return apply("div", number, whole(by));
}

function rest(number: Term, by: number): Term {
  return apply("rest", number, whole(by));
}

function difference(later: Term | undefined, earlier: Term | undefined): SymbolicValue {
  return later === undefined || earlier === undefined
    ? alwaysUnknown
    : numberOf(calculate("-", later, earlier));
}

/** 1970-01-01 was a Thursday; 1 is Monday. */
function weekdayAt(local: Term): Term {
  return calculate("+", rest(calculate("+", divided(local, DAY), whole(3)), 7), whole(1));
}

/** A function of what clock and calendar show: of the time and the offset given, else of now and the document's. */
function calendar(compute: (local: Term) => SymbolicValue): EncodedFunction {
  return (values, scope) => {
    const written = values.find((value) => isKind(value, "text"));
    const local = localTime(values[0], written, scope);
    return isValue(local) ? local : compute(local);
  };
}

function isValue(found: Term | SymbolicValue): found is Outside | typeof alwaysUnknown {
  return found.kind === "outside" || found.kind === "unknown";
}

/** Milliseconds as clocks at the offset show them, an Int; unknown where the offset is none. */
function localTime(
  at: CallArgument | undefined,
  written: CallArgument | undefined,
  { inputs, offsetMinutes }: Scope,
): Term | Outside | typeof alwaysUnknown {
  const instant = isKind(at, "time") ? asWhole(at.value) : inputs.clock;
  let minutes = offsetMinutes;
  if (isKind(written, "text")) {
    if (written.value.kind !== "text") return outside("an offset that is no literal");
    minutes = parseOffset(written.value.value);
  }
  return minutes === null ? alwaysUnknown : calculate("+", instant, whole(minutes * MINUTE));
}

const sizes: ReadonlyMap<string, number> = new Map([
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", SECOND],
]);

function truncated(values: readonly CallArgument[], scope: Scope): SymbolicValue {
  const [at, unit, written] = values;
  if (!isKind(at, "time") || !isKind(unit, "text")) return alwaysUnknown;
  if (unit.value.kind !== "text") return outside("truncating to a unit that is no literal");
  const name = unit.value.value;
  const local = localTime(at, written, scope);
  if (isValue(local)) return local;
  if (name === "month" || name === "year") return outside(`truncating to the ${name}`);
  const begin = name === "week" ? beginOfWeek(local) : beginOf(local, sizes.get(name));
  if (begin === null) return alwaysUnknown;
  const shift = calculate("-", local, asWhole(at.value));
  const value = calculate("-", begin, shift);
  return knownIf(compare("<=", whole(earliestInstant), value), {
    kind: "time",
    known: yes,
    value: asReal(value),
  });
}

function beginOf(local: Term, size: number | undefined): Term | null {
  return size === undefined ? null : calculate("-", local, rest(local, size));
}

function beginOfWeek(local: Term): Term {
  const days = calculate("-", calculate("+", divided(local, DAY), whole(1)), weekdayAt(local));
  return apply("*", days, whole(DAY));
}

/** The start is in the window and the end is not; a window may pass midnight. */
function inWindow(values: readonly CallArgument[], scope: Scope): SymbolicValue {
  const [first] = values;
  const [start, end, written] = isKind(first, "time") ? values.slice(1) : values;
  if (!isKind(start, "text") || !isKind(end, "text")) return alwaysUnknown;
  if (start.value.kind !== "text" || end.value.kind !== "text") {
    return outside("a window whose times are no literals");
  }
  const from = parseTimeOfDay(start.value.value);
  const until = parseTimeOfDay(end.value.value);
  const local = localTime(first, written, scope);
  if (isValue(local)) return local;
  if (from === null || until === null) return alwaysUnknown;
  const time = rest(local, DAY);
  const isAfter = compare("<=", whole(from), time);
  const isBefore = compare("<", time, whole(until));
  return {
    kind: "boolean",
    known: yes,
    value: from < until ? and(isAfter, isBefore) : or(isAfter, isBefore),
  };
}
