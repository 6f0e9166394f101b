// std::time: instants, durations, and the clock and calendar as an offset shows them. `now` is an input, never read here.
import type { Instant, Value } from "../evaluate/value.ts";
import { type Argument, finite } from "./arguments.ts";
import {
  addToInstant,
  type CivilDate,
  civilDate,
  inWindow,
  parseOffset,
  parseTimeOfDay,
  truncateInstant,
  truncationUnits,
} from "./instant.ts";
import type {
  CallContext,
  Signature,
  SignatureType,
  StandardFunction,
  StandardParameter,
} from "./standard-function.ts";

const time: SignatureType = { kind: "time" };
const text: SignatureType = { kind: "text" };
const plain: SignatureType = { kind: "plain" };
const milliseconds: SignatureType = { kind: "quantity", symbol: "ms" };

const at: StandardParameter = { name: "at", type: time };
/** A parameter of this name answers a clock function's need for an offset. */
const offset: StandardParameter = { name: "offset", type: text };

/** Without arguments `now` is meant and the document's TimeZone; both can be given. */
function calendarSignatures(result: SignatureType): readonly Signature[] {
  return [
    { parameters: [], result },
    { parameters: [at], result },
    { parameters: [offset], result },
    { parameters: [at, offset], result },
  ];
}

function isInstant(argument: Argument | undefined): argument is Instant {
  return typeof argument === "object" && "kind" in argument && argument.kind === "time";
}

function instant(value: number | null, call: CallContext): Value {
  return value === null ? call.fail("overflow") : { kind: "time", milliseconds: value };
}

/** The instant and offset a calendar function is asked about: given, or `now` and the document's. */
function moment(
  values: readonly Argument[],
  call: CallContext,
): { readonly at: number; readonly offset: number } | null | "no clock" {
  const given = values.find(isInstant) ?? call.now;
  const written = values.find((value) => typeof value === "string");
  const minutes = typeof written === "string" ? parseOffset(written) : call.offsetMinutes;
  if (given === null) return "no clock";
  return minutes === null ? null : { at: given.milliseconds, offset: minutes };
}

function calendar(compute: (date: CivilDate) => Value): StandardFunction["evaluate"] {
  return (values, call) => {
    const when = moment(values, call);
    if (when === "no clock") return call.fail("no clock");
    if (when === null) return call.fail("invalid argument");
    return compute(civilDate(when.at, when.offset));
  };
}

function between(compute: (first: number, second: number) => number): StandardFunction["evaluate"] {
  return ([first, second], call) =>
    isInstant(first) && isInstant(second)
      ? finite(compute(first.milliseconds, second.milliseconds), call)
      : call.fail("wrong kind");
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

export const timeFunctions: readonly StandardFunction[] = [
  {
    name: "std::time::now",
    bare: false,
    needsClock: true,
    signatures: [{ parameters: [], result: time }],
    summary: "The instant the host stamped on the evaluation.",
    examples: [{ call: "std::time::now()", result: '"2026-05-01T08:00:00.000Z"' }],
    evaluate: (_values, call) => call.now ?? call.fail("no clock"),
  },
  {
    name: "std::time::now_unix_millis",
    bare: false,
    needsClock: true,
    signatures: [{ parameters: [], result: plain }],
    summary: "The evaluation's instant as milliseconds since 1970-01-01T00:00:00Z.",
    examples: [{ call: "std::time::now_unix_millis()", result: "1777622400000" }],
    evaluate: (_values, call) => call.now?.milliseconds ?? call.fail("no clock"),
  },
  {
    name: "std::time::add",
    bare: false,
    signatures: [{ parameters: [at, { name: "duration", type: milliseconds }], result: time }],
    summary: "The instant a duration later; earlier when the duration is negative.",
    examples: [
      { call: "std::time::add(std::time::now(), 90min)", result: '"2026-05-01T09:30:00.000Z"' },
    ],
    evaluate([from, duration], call) {
      if (!isInstant(from) || typeof duration !== "number") return call.fail("wrong kind");
      return instant(addToInstant(from.milliseconds, duration), call);
    },
  },
  {
    name: "std::time::diff",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "later", type: time },
          { name: "earlier", type: time },
        ],
        result: milliseconds,
      },
    ],
    summary: "How much later the first instant is than the second, as a duration.",
    examples: [
      {
        call: 'std::time::diff("2026-05-01T08:00:30Z", "2026-05-01T08:00:00Z")',
        result: "30000ms",
      },
    ],
    evaluate: between((later, earlier) => later - earlier),
  },
  {
    name: "std::time::duration_between_ms",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "start", type: time },
          { name: "end", type: time },
        ],
        result: plain,
      },
    ],
    summary:
      "Milliseconds from the start to the end, a plain number; negative when the end is earlier.",
    examples: [
      {
        call: 'std::time::duration_between_ms("2026-05-01T08:00:00Z", "2026-05-01T08:00:30Z")',
        result: "30000",
      },
    ],
    evaluate: between((start, end) => end - start),
  },
  {
    name: "std::time::truncate",
    bare: false,
    needsOffset: true,
    signatures: [
      { parameters: [at, { name: "unit", type: text }], result: time },
      { parameters: [at, { name: "unit", type: text }, offset], result: time },
    ],
    summary:
      'The beginning of the "year", "month", "week" (Monday), "day", "hour", "minute" or "second" an instant lies in.',
    examples: [
      {
        call: 'std::time::truncate("2026-05-01T08:20:00Z", "hour", "+00:00")',
        result: '"2026-05-01T08:00:00.000Z"',
      },
    ],
    evaluate([when, unit, written], call) {
      if (!isInstant(when)) return call.fail("wrong kind");
      const minutes = typeof written === "string" ? parseOffset(written) : call.offsetMinutes;
      const known = truncationUnits.find((name) => name === unit);
      if (known === undefined || minutes === null) return call.fail("invalid argument");
      return instant(truncateInstant(when.milliseconds, known, minutes), call);
    },
  },
  {
    name: "std::time::weekday",
    bare: false,
    needsOffset: true,
    signatures: calendarSignatures(plain),
    summary: "The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).",
    examples: [{ call: 'std::time::weekday("+07:00")', result: "5" }],
    evaluate: calendar((date) => date.weekday),
  },
  {
    name: "std::time::hour",
    bare: false,
    needsOffset: true,
    signatures: calendarSignatures(plain),
    summary: "The hour of the day, 0 to 23.",
    examples: [{ call: 'std::time::hour("+07:00")', result: "15" }],
    evaluate: calendar((date) => date.hour),
  },
  {
    name: "std::time::date",
    bare: false,
    needsOffset: true,
    signatures: calendarSignatures(text),
    summary: "The calendar date as text, `2026-05-01`.",
    examples: [{ call: 'std::time::date("+07:00")', result: '"2026-05-01"' }],
    evaluate: calendar(
      (date) =>
        `${String(date.year).padStart(4, "0")}-${twoDigits(date.month)}-${twoDigits(date.day)}`,
    ),
  },
  {
    name: "std::time::is_weekend",
    bare: false,
    needsOffset: true,
    signatures: calendarSignatures({ kind: "boolean" }),
    summary: "Whether the day is Saturday or Sunday.",
    examples: [{ call: 'std::time::is_weekend("+07:00")', result: "false" }],
    evaluate: calendar((date) => date.weekday >= 6),
  },
  {
    name: "std::time::in_window",
    bare: false,
    needsOffset: true,
    signatures: windowSignatures(),
    summary:
      "Whether the clock stands in a daily window: its start included, its end not; it may pass midnight.",
    examples: [{ call: 'std::time::in_window("22:00", "06:00", "+07:00")', result: "false" }],
    evaluate(values, call) {
      const [first] = values;
      const [start, end, written] = isInstant(first) ? values.slice(1) : values;
      const given = isInstant(first) ? first : call.now;
      if (given === null) return call.fail("no clock");
      if (typeof start !== "string" || typeof end !== "string") return call.fail("wrong kind");
      const from = parseTimeOfDay(start);
      const until = parseTimeOfDay(end);
      const minutes = typeof written === "string" ? parseOffset(written) : call.offsetMinutes;
      if (from === null || until === null || minutes === null) {
        return call.fail("invalid argument");
      }
      return inWindow(given.milliseconds, from, until, minutes);
    },
  },
];

function windowSignatures(): readonly Signature[] {
  const window: readonly StandardParameter[] = [
    { name: "start", type: text },
    { name: "end", type: text },
  ];
  const result: SignatureType = { kind: "boolean" };
  return [
    { parameters: window, result },
    { parameters: [...window, offset], result },
    { parameters: [at, ...window], result },
    { parameters: [at, ...window, offset], result },
  ];
}
