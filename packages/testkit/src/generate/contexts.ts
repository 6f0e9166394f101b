// Contexts for a compiled policy, drawn from the types of its attributes and the literals it compares them with: ones that
// fit, ones that fit in part, in every form a host may write a quantity.
import type { Ir, JsonValue, Program, Type } from "@omega/core";
import type { Draw } from "./draw.ts";
import { drawJson, drawJsonRecord } from "./json.ts";
import { convertDecimal, unitsLike } from "./quantities.ts";

export interface JsonRecord {
  readonly [key: string]: JsonValue;
}

/** The instant at which generated contexts are evaluated; fresh readings are of up to five seconds before. */
export const evaluationInstant = "2026-05-01T08:00:05Z";

const freshInstants = ["2026-05-01T08:00:05Z", "2026-05-01T08:00:01Z"];
const staleInstants = ["2026-05-01T07:00:00Z", "2026-05-01T08:00:06Z", "2026-04-01T08:00:00+07:00"];

/** How faithful a context is to the declarations. */
export type Fit = "whole" | "part" | "any";

/** A context for the program: `whole` fits, `part` has gaps and faults, `any` is arbitrary JSON with its names. */
export function drawContext(draw: Draw, program: Program, fit: Fit): JsonRecord {
  const names = program.attributes.map(({ name }) => name);
  if (fit === "any") return drawJsonRecord(draw, 3, [...names, ...names, "__proto__", "Other"]);
  const pool = constantsOf(program);
  const faults = fit === "part" ? 5 : 0;
  const drawing: Drawing = { draw, pool, faults };
  return Object.fromEntries(
    program.attributes.flatMap((attribute) => {
      const json = drawAttribute(drawing, attribute);
      return json === undefined ? [] : [[attribute.name, json] as const];
    }),
  );
}

interface Drawing {
  readonly draw: Draw;
  readonly pool: Constants;
  /** Out of 20, how often something is wrong. */
  readonly faults: number;
}

/** The literals of a program, in the units they are compared in. */
interface Constants {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

const constants = new WeakMap<Program, Constants>();

function constantsOf(program: Program): Constants {
  const known = constants.get(program);
  if (known !== undefined) return known;
  const numbers = new Set([1, 0, 2, 5]);
  const texts = new Set(["a"]);
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || node instanceof Map) return;
    const { kind, value } = node as { readonly kind?: unknown; readonly value?: unknown }; // reading only
    if (kind === "constant" || kind === "equals") {
      if (typeof value === "number") numbers.add(value);
      if (typeof value === "string") texts.add(value);
    }
    for (const part of Object.values(node)) walk(part);
  };
  walk(program.rules);
  walk(program.constraints);
  const found = { numbers: [...numbers].slice(0, 40), texts: [...texts].slice(0, 40) };
  constants.set(program, found);
  return found;
}

/** True now and then, where the context is to have faults. */
function hasFault({ draw, faults }: Drawing): boolean {
  return faults > 0 && draw.chance(faults, 20);
}

function drawAttribute(drawing: Drawing, attribute: Ir.ProgramAttribute): JsonValue | undefined {
  const { draw } = drawing;
  const { type, optional, freshMilliseconds, declared } = attribute;
  const standsIn = attribute.default !== null || attribute.sample !== null;
  if ((optional || standsIn) && draw.chance(1, 3)) return draw.pick([undefined, null]);
  if (hasFault(drawing)) return drawFault(drawing);
  if (freshMilliseconds === null) return drawOf(drawing, type, declared);
  const at = draw.pick(hasFault(drawing) ? staleInstants : freshInstants);
  const value = drawOf(drawing, type, declared);
  const separates =
    typeof value === "object" && value !== null && !Array.isArray(value) && "unit" in value;
  return separates ? { ...value, at } : { value, at };
}

/** Something that is not there, or is not what it should be. */
function drawFault({ draw }: Drawing): JsonValue | undefined {
  return draw.weighted<JsonValue | undefined>([
    [3, () => undefined],
    [2, () => null],
    [2, () => drawJson(draw, 1)],
    [
      1,
      () =>
        draw.pick([
          -1e9,
          1e9,
          "5 parsecs",
          "not a member",
          { value: 5, unit: "parsec" },
          "1e308km",
        ]),
    ],
  ]);
}

function drawOf(drawing: Drawing, type: Type, declared: boolean): JsonValue {
  const { draw, pool } = drawing;
  switch (type.kind) {
    case "boolean":
      return draw.chance(1, 2);
    case "number":
      return drawQuantity(drawing, type, declared);
    case "text":
      return draw.pick(type.values ?? pool.texts);
    case "time":
      return draw.pick([...freshInstants, ...staleInstants]);
    case "list":
      return draw.list(0, 4, () => drawMember(drawing, type.element, declared));
    case "record":
      return Object.fromEntries(
        type.fields
          .filter(({ optional }) => !optional || !draw.chance(1, 3))
          .map((field) => [field.name, drawMember(drawing, field.type, declared)] as const),
      );
    case "undetermined":
      return drawJson(draw, 1);
  }
}

/** A member of a list or record; a fault in it leaves the rest as it is. */
function drawMember(drawing: Drawing, type: Type, declared: boolean): JsonValue {
  if (drawing.faults > 0 && drawing.draw.chance(1, 12)) return drawFault(drawing) ?? null;
  return drawOf(drawing, type, declared);
}

type NumberType = Type & { readonly kind: "number" };

function drawQuantity(drawing: Drawing, type: NumberType, declared: boolean): JsonValue {
  const { draw } = drawing;
  if (hasFault(drawing) && draw.chance(1, 2)) return drawBeyond(draw, type);
  const value = drawNumber(drawing, type);
  const ambiguous = !declared && type.unit.symbol === "%" && value > 0 && value <= 1;
  const bare = !ambiguous || (drawing.faults > 0 && draw.chance(1, 2));
  if (bare && draw.chance(1, 2)) return value;
  return sayOtherwise(draw, { decimal: String(value), unit: type.unit.symbol }, type) ?? value;
}

/** A number out of its range, or out of what doubles hold in the attribute's unit. */
function drawBeyond(draw: Draw, { unit, minimum, maximum }: NumberType): JsonValue {
  return draw.pick([
    (maximum ?? 0) + 1,
    (minimum ?? 0) - 1,
    `1e308${draw.pick(unitsLike(unit.symbol))}`,
    1e308,
  ]);
}

function drawNumber({ draw, pool }: Drawing, type: NumberType): number {
  const within = (value: number): boolean =>
    (type.minimum === null || value >= type.minimum) &&
    (type.maximum === null || value <= type.maximum) &&
    (!type.integer || Number.isInteger(value));
  const near = draw.pick(pool.numbers);
  const value = draw.pick([near, near + 1, near - 1, near * 2, near / 2]);
  if (within(value)) return value;
  const ends = [type.minimum, type.maximum, 0, 1].filter((end) => end !== null);
  return ends.find(within) ?? 0;
}

// --- saying a quantity otherwise ----------------------------------------------------------------------------------

/** A decimal as written and the unit it is in. */
interface Quantity {
  readonly decimal: string;
  readonly unit: string;
}

/** The quantity in any unit in which it is a short decimal, as text or record; null where it can only stand bare. */
function sayOtherwise(draw: Draw, { decimal, unit }: Quantity, type: NumberType): JsonValue | null {
  if (unit === "" || /e/i.test(decimal)) return null;
  const sayings = unitsLike(unit).flatMap((other) => {
    const converted = convertDecimal(decimal, unit, other, type.difference);
    return converted === null ? [] : [{ decimal: converted, unit: other }];
  });
  const { decimal: digits, unit: symbol } = draw.pick(sayings);
  const isShort = /^-?\d{1,15}$/.test(digits.replace(".", "")) && String(Number(digits)) === digits;
  if (isShort && draw.chance(1, 2)) return { value: Number(digits), unit: symbol };
  return `${digits}${draw.chance(1, 4) ? " " : ""}${symbol}`;
}

/** The context with its quantities said in other units and forms; what is exactly the same stays exactly the same. */
export function reexpressContext(draw: Draw, context: JsonRecord, program: Program): JsonRecord {
  const types = new Map(program.attributes.map((attribute) => [attribute.name, attribute]));
  return Object.fromEntries(
    Object.entries(context).map(([name, json]) => {
      const attribute = types.get(name);
      if (attribute === undefined || json === null) return [name, json];
      const { type, declared, freshMilliseconds } = attribute;
      if (freshMilliseconds === null) return [name, reexpress(draw, json, type, declared)];
      return [name, reexpressFresh(draw, json, type, declared)];
    }),
  );
}

function reexpressFresh(draw: Draw, json: JsonValue, type: Type, declared: boolean): JsonValue {
  if (!isJsonRecord(json) || !("value" in json) || json.value === undefined) return json;
  const { at, value, unit, ...others } = json;
  if (Object.keys(others).length > 0 || at === undefined) return json;
  const whole: JsonValue = unit === undefined || unit === null ? value : { value, unit };
  const said = reexpress(draw, whole, type, declared);
  return isJsonRecord(said) && "unit" in said && type.kind === "number"
    ? { ...said, at }
    : { value: said, at };
}

function isJsonRecord(json: JsonValue): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function reexpress(draw: Draw, json: JsonValue, type: Type, declared: boolean): JsonValue {
  switch (type.kind) {
    case "number":
      return reexpressNumber(draw, json, type, declared);
    case "list":
      return Array.isArray(json)
        ? json.map((element) => reexpress(draw, element, type.element, declared))
        : json;
    case "record":
      if (!isJsonRecord(json)) return json;
      return Object.fromEntries(
        Object.entries(json).map(([name, value]) => {
          const field = type.fields.find((known) => known.name === name);
          return [name, field === undefined ? value : reexpress(draw, value, field.type, declared)];
        }),
      );
    default:
      return json;
  }
}

function reexpressNumber(
  draw: Draw,
  json: JsonValue,
  type: NumberType,
  declared: boolean,
): JsonValue {
  const quantity = readQuantity(json, type, declared);
  if (quantity === null) return json;
  return draw.part("saying", () => sayOtherwise(draw, quantity, type)) ?? json;
}

/** The quantity that the JSON says in a unit of the table; null for what is none, or may mean something else. */
function readQuantity(json: JsonValue, type: NumberType, declared: boolean): Quantity | null {
  if (typeof json === "number") {
    const ambiguous = !declared && type.unit.symbol === "%" && json > 0 && json <= 1;
    return ambiguous ? null : { decimal: String(json), unit: type.unit.symbol };
  }
  if (typeof json === "string") {
    const [, decimal, unit] = /^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?) ?(\D.*)$/su.exec(json) ?? [];
    return decimal === undefined || unit === undefined ? null : { decimal, unit };
  }
  if (!isJsonRecord(json) || Object.keys(json).length !== 2) return null;
  const { value, unit } = json;
  return typeof value === "number" && typeof unit === "string"
    ? { decimal: String(value), unit }
    : null;
}
