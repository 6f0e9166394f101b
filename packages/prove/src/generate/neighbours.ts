// Candidates next to a candidate: one reading changed, taken away or added.
import { convertNumber, type JsonValue, type Program, parseUnit, type Type } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { Candidate } from "./candidate.ts";
import { type InputPlace, keyOfPath } from "./input-places.ts";
import { everyExpression } from "./program-parts.ts";
import { isRecord, quantity } from "./readings.ts";

/** What changes are made from. */
export interface Changing {
  readonly places: readonly InputPlace[];
  /** Milliseconds that the program compares times with. */
  readonly durations: readonly number[];
  /** Instants worth evaluating at. */
  readonly instants: readonly string[];
}

/** `instants` are those that examples already use. */
export function changesOf(
  program: Program,
  places: readonly InputPlace[],
  instants: readonly string[],
): Changing {
  const millisecond = parseUnit("ms");
  const durations = new Set<number>();
  let readsClock = false;
  for (const part of everyExpression(program)) {
    if (part.kind === "call" && part.function.startsWith("std::time::")) readsClock = true;
    if (part.kind !== "constant" || part.type.kind !== "number" || millisecond === null) continue;
    if (typeof part.value !== "number" || part.type.unit.symbol === "") continue;
    const length = convertNumber(part.value, part.type.unit, millisecond);
    if (length !== null && length > 0) durations.add(length);
  }
  for (const { freshMilliseconds } of program.attributes) {
    if (freshMilliseconds !== null) durations.add(freshMilliseconds);
  }
  const [first = null] = instants;
  const hours = readsClock && first !== null ? hoursAround(first) : [];
  return { places, durations: [...durations], instants: [...new Set([...instants, ...hours])] };
}

const HOUR = 3_600_000;

/** Every other hour of a day, and of a day of the week's end. */
function hoursAround(instant: string): readonly string[] {
  const start = Math.floor(Date.parse(instant) / HOUR) * HOUR;
  if (!Number.isFinite(start)) return [];
  const toSaturday = (6 - new Date(start).getUTCDay() + 7) % 7;
  return [0, toSaturday, (toSaturday + 3) % 7].flatMap((days) =>
    Array.from({ length: 12 }, (_, index) => instantText(start + (days * 24 + index * 2) * HOUR)),
  );
}

function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.000Z$/, "Z");
}

/** The candidates that differ from one in one reading at a place whose key is in `relevant`, or in the instant. */
export function* neighbours(
  candidate: Candidate,
  relevant: ReadonlySet<string>,
  changing: Changing,
): Generator<Candidate> {
  const { context, now } = candidate;
  for (const place of changing.places) {
    if (!relevant.has(keyOfPath(place.path))) continue;
    const [name, ...rest] = place.path;
    const here = Object.hasOwn(context, name) ? context[name] : undefined;
    for (const changed of changes(here, rest, place, { candidate, changing })) {
      const { [name]: _, ...others } = context;
      yield { context: changed === undefined ? others : { ...others, [name]: changed }, now };
    }
  }
  for (const instant of changing.instants) if (instant !== now) yield { context, now: instant };
}

interface Around {
  readonly candidate: Candidate;
  readonly changing: Changing;
}

/** What may stand where `json` does, which `rest` leads on from; undefined for nothing. */
function* changes(
  json: JsonValue | undefined,
  rest: readonly (string | null)[],
  place: InputPlace,
  around: Around,
): Generator<JsonValue | undefined> {
  const [step, ...further] = rest;
  if (step === undefined) {
    yield* replacements(json, place, around);
    return;
  }
  if (step === null) {
    if (!Array.isArray(json)) return;
    for (const [index, element] of json.entries()) {
      for (const changed of changes(element, further, place, around)) {
        // An element that is nothing cannot be given in an EXAMPLE; without its members it can.
        if (changed === undefined) continue;
        yield json.map((kept: JsonValue, at) => (at === index ? changed : kept));
      }
    }
    return;
  }
  const record = isRecord(json) ? json : {};
  const member = Object.hasOwn(record, step) ? record[step] : undefined;
  for (const changed of changes(member, further, place, around)) {
    const { [step]: _, ...others } = record;
    yield changed === undefined ? others : { ...others, [step]: changed };
  }
}

function* replacements(
  json: JsonValue | undefined,
  place: InputPlace,
  around: Around,
): Generator<JsonValue | undefined> {
  const { type, values, attribute, path } = place;
  for (const value of scalarValues(type, values, around)) {
    if (!isSame(value, json)) yield value;
  }
  if (type.kind === "text" && type.values === null && typeof json === "string") {
    for (const value of values) if (typeof value === "string") yield* joined(json, value);
  }
  if (type.kind === "list") yield* otherLists(json, place, around);
  if (type.kind === "record" && !isRecord(json))
    yield plainValue(type, around.candidate.now, nameOf(path));
  if (json !== undefined) yield undefined;
  // Without a reading the default stands in; to be unknown, one has to be there and of no use.
  if (attribute.default !== null && path.length === 1) yield* uselessValues(type);
  const { freshMilliseconds } = attribute;
  const now = Date.parse(around.candidate.now ?? "");
  if (freshMilliseconds !== null && path.length === 1 && Number.isFinite(now)) {
    const value = json ?? plainValue(type, around.candidate.now, nameOf(path));
    const at = instantText(now - 2 * freshMilliseconds);
    if (isRecord(value) && "at" in value) return;
    yield isRecord(value) && "unit" in value ? { ...value, at } : { value, at };
  }
}

function* scalarValues(
  type: Type,
  values: readonly JsonValue[],
  { candidate, changing }: Around,
): Generator<JsonValue> {
  switch (type.kind) {
    case "number":
      for (const value of values) if (typeof value === "number") yield quantity(value, type);
      return;
    case "time": {
      const now = Date.parse(candidate.now ?? DEFAULT_INSTANT);
      for (const length of [0, ...changing.durations]) {
        const step = length / 10;
        yield instantText(now - length);
        if (length === 0) continue;
        yield instantText(now - length - step);
        yield instantText(now - length + step);
        yield instantText(now + length);
      }
      return;
    }
    default:
      yield* values;
  }
}

/** Of candidates that read times and name no instant. */
export const DEFAULT_INSTANT = "2026-01-05T09:00:00Z";

/** Readings outside of what is declared. */
function* uselessValues(type: Type): Generator<JsonValue> {
  if (type.kind === "number" && type.maximum !== null) {
    yield quantity(type.maximum + Math.max(1, Math.abs(type.maximum)), type);
  } else if (type.kind === "number" && type.minimum !== null) {
    yield quantity(type.minimum - Math.max(1, Math.abs(type.minimum)), type);
  }
  if (type.kind === "text" && type.values !== null) yield "none of these";
}

/** A text with another at its end or its beginning, for what looks inside texts. */
function* joined(text: string, other: string): Generator<string> {
  if (text.includes(other) || text.length > LONGEST_JOINED) return;
  yield `${text}${other}`;
  yield `${other}${text}`;
}

const LONGEST_JOINED = 120;

function* otherLists(
  json: JsonValue | undefined,
  { path, type }: InputPlace,
  around: Around,
): Generator<JsonValue> {
  if (type.kind !== "list") return;
  const { element } = type;
  const list: readonly JsonValue[] = Array.isArray(json) ? json : [];
  const key = keyOfPath([...path, null]);
  const ofElements = around.changing.places.find((each) => keyOfPath(each.path) === key);
  for (const value of scalarValues(element, ofElements?.values ?? [], around)) {
    yield [...list, value].slice(0, MOST_ELEMENTS);
  }
  if (list.length > 0 || json === undefined) yield [];
  const last = list.at(-1);
  if (last !== undefined) {
    if (list.length > 1) yield list.slice(0, -1);
    if (list.length > 1) yield [last];
    yield [...list, last];
    yield [...list, ...list, ...list].slice(0, MOST_ELEMENTS);
  }
  yield [...list, plainValue(element, around.candidate.now, nameOf(path))].slice(0, MOST_ELEMENTS);
  if (list.length === 0) {
    const one = plainValue(element, around.candidate.now, nameOf(path));
    yield [one, one];
  }
}

const MOST_ELEMENTS = 24;

function isSame(a: JsonValue, b: JsonValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What a place is called: its last name. */
function nameOf(path: InputPlace["path"]): string {
  return [...path].reverse().find((step) => step !== null) ?? path[0];
}

/** A value of the type about which there is nothing special. */
function plainValue(type: Type, now: string | null, name: string): JsonValue {
  switch (type.kind) {
    case "boolean":
      return false;
    case "number": {
      const { minimum, maximum, integer } = type;
      const middle = minimum !== null && maximum !== null ? (minimum + maximum) / 2 : 10;
      const within = Math.min(Math.max(middle, minimum ?? middle), maximum ?? middle);
      return quantity(integer ? Math.ceil(within) : within, type);
    }
    case "text":
      return type.values?.[0] ?? `some ${name.toLowerCase()}`;
    case "time":
      return now ?? DEFAULT_INSTANT;
    case "list":
      return [];
    case "record":
      return Object.fromEntries(
        type.fields.map((field): [string, JsonValue] => [
          field.name,
          plainValue(field.type, now, field.name),
        ]),
      );
    case "undetermined":
      return 1;
  }
}

/** A context in which everything that is not filled in by a default has a plain value; lists hold one element. */
export function plainContext(program: Program, now: string | null): JsonRecord {
  const entries = program.attributes.flatMap((attribute): [string, JsonValue][] => {
    const { name, type } = attribute;
    if (attribute.default !== null) return [];
    if (attribute.sample !== null && typeof attribute.sample !== "object") {
      const { sample } = attribute;
      const isNumber = typeof sample === "number" && type.kind === "number";
      return [[name, isNumber ? quantity(sample, type) : sample]];
    }
    return [
      [
        name,
        type.kind === "list" ? [plainValue(type.element, now, name)] : plainValue(type, now, name),
      ],
    ];
  });
  return Object.fromEntries(entries);
}
