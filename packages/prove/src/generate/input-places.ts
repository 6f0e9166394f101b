// The places of a program's input, and the values there at which something may change.
import type { Ir, JsonValue, NumberType, Program, Type } from "@omega/core";
import { expressionsOfRule, visitExpression } from "@omega/core";
import { numbersAround } from "./plain-numbers.ts";
import { everyExpression, everyRule } from "./program-parts.ts";

/** A place below an attribute; `null` in its path, which begins with the attribute's name, is any element of a list. */
export interface InputPlace {
  readonly attribute: Ir.ProgramAttribute;
  readonly path: readonly [string, ...(string | null)[]];
  readonly type: Type;
  /** Values worth trying, as JSON; of lists and records none: they change with what is in them. */
  readonly values: readonly JsonValue[];
}

/** All places of the input, attributes before what is in them. */
export function inputPlaces(program: Program): readonly InputPlace[] {
  const reading = readingOf(program);
  const constants = constantsByPlace(program, reading);
  const everywhere = new Set([...constants.values()].flatMap((found) => [...found]));
  const places: InputPlace[] = [];
  const visit = (attribute: Ir.ProgramAttribute, path: InputPlace["path"], type: Type): void => {
    // What a list is compared with, its elements are.
    const list = path.at(-1) === null ? constants.get(keyOfPath(path.slice(0, -1))) : undefined;
    const own = constants.get(keyOfPath(path)) ?? list;
    const near = own === undefined ? everywhere : new Set([...own, ...(list ?? [])]);
    places.push({ attribute, path, type, values: valuesOf(type, near) });
    if (path.length > DEEPEST) return;
    if (type.kind === "list") visit(attribute, [...path, null], type.element);
    if (type.kind !== "record") return;
    for (const field of type.fields) visit(attribute, [...path, field.name], field.type);
  };
  for (const attribute of program.attributes) visit(attribute, [attribute.name], attribute.type);
  return places;
}

const DEEPEST = 6;

export function keyOfPath(path: readonly (string | null)[]): string {
  return JSON.stringify(path);
}

// --- what expressions read ----------------------------------------------------------------------------------------

/** What the names in a program's rules were made from, by slot. */
export type Reading = ReadonlyMap<number, readonly Ir.ProgramExpression[]>;

/** What LET names, and the variables of loops, quantifiers and lambdas, stand for. A list stands for its elements. */
export function readingOf(program: Program): Reading {
  const meanings = new Map<number, Ir.ProgramExpression[]>();
  const note = (slot: number, meaning: Ir.ProgramExpression): void => {
    meanings.set(slot, [...(meanings.get(slot) ?? []), meaning]);
  };
  for (const rule of everyRule(program.rules)) {
    if (rule.kind === "let" || rule.kind === "set") note(rule.slot, rule.value);
    if (rule.kind === "for") note(rule.slot, elementOf(rule.collection));
  }
  for (const part of everyExpression(program)) {
    if (part.kind === "quantifier") note(part.slot, elementOf(part.collection));
    if (part.kind !== "call") continue;
    const [list] = part.arguments;
    if (list === undefined || list.kind === "lambda") continue;
    for (const argument of part.arguments) {
      if (argument.kind !== "lambda") continue;
      for (const { slot } of argument.parameters) note(slot, elementOf(list));
    }
  }
  return meanings;
}

/** Any element of a list, as an expression. */
function elementOf(list: Ir.ProgramExpression): Ir.ProgramExpression {
  const index = { kind: "constant", type: list.type, value: 0 } as const;
  return { kind: "index", type: list.type, object: list, index, text: "" };
}

/** Names may be made from names; nobody looks further than this. */
const FARTHEST = 8;

/** The keys of the places that an expression may read, through names. */
export function placesRead(part: Ir.ProgramExpression, reading: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<number>();
  const look = (expression: Ir.ProgramExpression): void => {
    visitExpression(expression, (inner) => {
      for (const path of pathsOf(inner, reading, 0)) found.add(keyOfPath(path));
      if (inner.kind !== "local" || seen.has(inner.slot)) return;
      seen.add(inner.slot);
      for (const meaning of reading.get(inner.slot) ?? []) look(meaning);
    });
  };
  look(part);
  return found;
}

type Path = readonly (string | null)[];

/** The paths that an expression may be the reading of. */
function pathsOf(part: Ir.ProgramExpression, reading: Reading, depth: number): readonly Path[] {
  if (depth > FARTHEST) return [];
  const of = (inner: Ir.ProgramExpression): readonly Path[] => pathsOf(inner, reading, depth + 1);
  switch (part.kind) {
    case "attribute":
      return [[part.name]];
    case "local":
      return (reading.get(part.slot) ?? []).flatMap(of);
    case "member":
      return of(part.object).map((path) => [...path, part.name]);
    case "index": {
      const { index } = part;
      const name =
        index.kind === "constant" && typeof index.value === "string" ? index.value : null;
      return of(part.object).map((path) => [...path, name]);
    }
    case "convert":
    case "atom":
      return of(part.operand);
    case "call": {
      // What is in a list still is when the list was filtered, mapped or sorted.
      const [list] = part.arguments;
      return list === undefined || list.kind === "lambda" ? [] : of(list);
    }
    default:
      return [];
  }
}

// --- what it is compared with -------------------------------------------------------------------------------------

type Constant = boolean | number | string;

/** By the place's key, every constant that some expression has beside it. */
function constantsByPlace(
  program: Program,
  reading: Reading,
): ReadonlyMap<string, ReadonlySet<Constant>> {
  const found = new Map<string, Set<Constant>>();
  const note = (places: Iterable<string>, constants: Iterable<Constant>): void => {
    for (const place of places) {
      const known = found.get(place) ?? new Set();
      for (const constant of constants) known.add(constant);
      found.set(place, known);
    }
  };
  for (const part of everyExpression(program)) {
    if (!comparing.has(part.kind)) continue;
    note(placesRead(part, reading), constantsIn(part, reading));
  }
  for (const rule of everyRule(program.rules)) {
    if (rule.kind !== "match") continue;
    const patterns = rule.arms.flatMap(({ pattern }) => constantsOfPattern(pattern));
    note(placesRead(rule.subject, reading), patterns);
    for (const top of expressionsOfRule(rule)) note(placesRead(top, reading), patterns);
  }
  return found;
}

const comparing: ReadonlySet<Ir.ProgramExpression["kind"]> = new Set([
  "compare",
  "between",
  "in",
  "text-test",
  "match-value",
  "call",
]);

function constantsIn(part: Ir.ProgramExpression, reading: Reading): ReadonlySet<Constant> {
  const found = new Set<Constant>();
  const seen = new Set<number>();
  const look = (expression: Ir.ProgramExpression): void => {
    visitExpression(expression, (inner) => {
      if (inner.kind === "constant") for (const value of plainValues(inner.value)) found.add(value);
      if (inner.kind === "match-value") {
        for (const { pattern } of inner.arms) {
          for (const value of constantsOfPattern(pattern)) found.add(value);
        }
      }
      if (inner.kind !== "local" || seen.has(inner.slot)) return;
      seen.add(inner.slot);
      for (const meaning of reading.get(inner.slot) ?? []) look(meaning);
    });
  };
  look(part);
  return found;
}

function constantsOfPattern(pattern: Ir.ProgramPattern): readonly Constant[] {
  return pattern.flatMap((alternative) => {
    switch (alternative.kind) {
      case "wildcard":
        return [];
      case "equals":
        return plainValues(alternative.value);
      case "range":
        return [alternative.low, alternative.high];
    }
  });
}

type Value = Extract<Ir.ProgramExpression, { kind: "constant" }>["value"];

function plainValues(value: Value): readonly Constant[] {
  if (typeof value !== "object") return [value];
  return "kind" in value ? [] : value.flatMap(plainValues);
}

// --- values worth trying ------------------------------------------------------------------------------------------

const MOST_VALUES = 40;

function valuesOf(type: Type, near: ReadonlySet<Constant>): readonly JsonValue[] {
  const constants = [...near];
  const texts = constants.filter((value) => typeof value === "string");
  const numbers = constants.filter((value) => typeof value === "number");
  switch (type.kind) {
    case "boolean":
      return [true, false];
    case "number":
      return numberValues(type, numbers).slice(0, MOST_VALUES);
    case "text":
      return (type.values ?? [...texts, "other", ...longTexts(numbers)]).slice(0, MOST_VALUES);
    case "time":
      return [];
    case "list":
    case "record":
      return [];
    case "undetermined":
      return [...new Set<JsonValue>([...constants, true, false, 1, 0, "other"])].slice(
        0,
        MOST_VALUES,
      );
  }
}

const LONGEST_TEXT = 200;

/** Texts as long as the lengths that a text's is compared with, and one longer. */
function longTexts(lengths: readonly number[]): readonly string[] {
  return lengths
    .filter((length) => Number.isInteger(length) && length > 0 && length < LONGEST_TEXT)
    .flatMap((length) => [length, length + 1])
    .map((length) => "a text as long as this one ".repeat(1 + length / 27).slice(0, length - 1))
    .map((text) => `${text}.`);
}

/** Within the declared range, around what it is compared with, and at the ends of the range. */
function numberValues(type: NumberType, near: readonly number[]): readonly number[] {
  const { minimum, maximum, integer } = type;
  const ends = [minimum, maximum].filter((end) => end !== null);
  const middle = minimum !== null && maximum !== null ? [(minimum + maximum) / 2] : [];
  const values = [
    ...near.flatMap((number) => numbersAround(number, integer)),
    ...ends,
    ...middle,
    0,
    1,
    10,
    100,
  ];
  const fits = (value: number): boolean =>
    Number.isFinite(value) &&
    (!integer || Number.isInteger(value)) &&
    (minimum === null || value >= minimum) &&
    (maximum === null || value <= maximum);
  return [...new Set(values.filter(fits).map((value) => value + 0))];
}
