// Values at which a policy's conditions change, found by reading it: its literals, and what lies next to them. Contexts made of
// these find most of what differs where nothing can be proved.
import type { Ir, JsonValue, NumberType, Program, Type } from "@omega/core";
import { type JsonRecord, witnessInstant } from "./witness.ts";

export interface BoundaryValues {
  /** Values of a scalar type, as a context writes them; numbers in the type's unit. */
  readonly of: (type: Type) => readonly (boolean | number | string)[];
  /** The literals with which numbers of a unit are compared; ends of ranges among them. */
  readonly literals: (type: NumberType) => readonly number[];
}

/** Those of all the programs together. */
export function boundaryValues(programs: readonly Program[]): BoundaryValues {
  const numbers = new Map<string, Set<number>>();
  const texts = new Set<string>(["some text"]);
  const times = new Set<number>([Date.parse(witnessInstant)]);
  // Patterns do not say in which unit they are.
  const anywhere = "any";
  const note = (value: unknown, unit: string): void => {
    if (typeof value === "string") texts.add(value);
    if (typeof value === "number" && Number.isFinite(value)) {
      numbers.set(unit, (numbers.get(unit) ?? new Set()).add(value));
    }
    if (Array.isArray(value)) for (const inner of value) note(inner, unit);
    if (typeof value === "object" && value !== null && "milliseconds" in value) {
      if (typeof value.milliseconds === "number") times.add(value.milliseconds);
    }
  };
  const open: unknown[] = programs.flatMap(({ rules, constraints }) => [...rules, ...constraints]);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part !== "object" || part === null) continue;
    const { kind, value, type, low, high } = part as {
      readonly [name: string]: unknown; // reading only
    };
    if (kind === "constant") note(value, unitOf(type) ?? anywhere);
    if (kind === "equals") note(value, anywhere);
    if (kind === "range") {
      note(low, anywhere);
      note(high, anywhere);
    }
    for (const inner of Object.values(part)) if (inner !== undefined) open.push(inner);
  }
  const literals = ({ unit, minimum, maximum }: NumberType): readonly number[] => {
    // What is calculated may have lost its unit.
    const units = [unit.symbol, "", anywhere];
    const found = new Set(units.flatMap((one) => [...(numbers.get(one) ?? [])]));
    if (minimum !== null) found.add(minimum);
    if (maximum !== null) found.add(maximum);
    return [...found].sort((one, other) => one - other);
  };
  return {
    literals,
    of(type) {
      switch (type.kind) {
        case "boolean":
          return [false, true];
        case "number":
          return nearLiterals(type, literals(type));
        case "text":
          return (
            type.values ?? [...texts].flatMap((text) => [text, `${text}x`, `x${text}`]).concat("")
          );
        case "time":
          return [...times].flatMap((time) =>
            [-86_400_000, -3_600_000, -1000, 0, 1000, 3_600_000, 86_400_000].map((distance) =>
              new Date(time + distance).toISOString(),
            ),
          );
        case "list":
        case "record":
        case "undetermined":
          return [];
      }
    },
  };
}

function unitOf(type: unknown): string | null {
  if (typeof type !== "object" || type === null) return null;
  const { kind, unit, element } = type as {
    kind?: unknown;
    unit?: { symbol: string };
    element?: unknown;
  }; // reading only
  if (kind === "list") return unitOf(element);
  return kind === "number" && unit !== undefined ? unit.symbol : null;
}

function nearLiterals(type: NumberType, literals: readonly number[]): readonly number[] {
  const step = type.integer ? 1 : stepOf(literals);
  const near = [0, ...literals].flatMap((literal) => {
    const middle = type.integer ? Math.round(literal) : literal;
    return [roundTo(middle - step, step), middle, roundTo(middle + step, step)];
  });
  const { minimum, maximum } = type;
  const fitting = near.filter(
    (number) => number >= (minimum ?? number) && number <= (maximum ?? number),
  );
  return [...new Set(fitting)].sort((one, other) => one - other);
}

/** No finer than a millionth. */
const MOST_DECIMALS = 6;

/** The last decimal place that one of the numbers uses: 0.1 for 1.5 and 20. */
export function stepOf(numbers: readonly number[]): number {
  const places = numbers.map(decimalsOf);
  return Number(`1e-${Math.min(MOST_DECIMALS, Math.max(0, ...places))}`);
}

function decimalsOf(number: number): number {
  const [, digits = "", exponent = "0"] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  return Math.max(0, digits.length - Number(exponent));
}

/** The multiple of `step`, a power of ten, nearest to `number`; without the digits that binary arithmetic leaves behind. */
export function roundTo(number: number, step: number): number {
  return Number(number.toFixed(Math.min(100, decimalsOf(step))));
}

// --- contexts -----------------------------------------------------------------------------------------------------

/** So long are the lists that are drawn. */
const LONGEST_LIST = 3;

/** Contexts of boundary values, the same ones each time: first with everything in them, then with some things missing. */
export function* drawContexts(programs: readonly Program[], count: number): Generator<JsonRecord> {
  const values = boundaryValues(programs);
  const attributes = new Map(
    programs.flatMap((program) =>
      program.attributes.map((attribute) => [attribute.name, attribute]),
    ),
  );
  const random = randomFrom(count);
  for (let turn = 0; turn < count; turn++) {
    const leavesOut = turn % 3 === 2;
    yield Object.fromEntries(
      [...attributes.values()].flatMap((attribute) => {
        const json = leavesOut && random(4) === 0 ? null : draw(attribute.type, values, random);
        return json === null ? [] : [[attribute.name, readingOf(json, attribute)]];
      }),
    );
  }
}

function draw(type: Type, values: BoundaryValues, random: (end: number) => number): JsonValue {
  switch (type.kind) {
    case "record":
      return Object.fromEntries(
        type.fields.map(({ name, type: inner }) => [name, draw(inner, values, random)]),
      );
    case "list":
      return Array.from({ length: random(LONGEST_LIST + 1) }, () =>
        draw(type.element, values, random),
      );
    case "undetermined":
      return null;
    default: {
      const candidates = values.of(type);
      return candidates[random(candidates.length)] ?? null;
    }
  }
}

/** As the attribute asks for readings: with its instant where they are to be fresh, a small percentage with its unit. */
export function readingOf(
  json: JsonValue,
  attribute: Ir.ProgramAttribute,
  now: string = witnessInstant,
): JsonValue {
  const { type, declared, freshMilliseconds } = attribute;
  const stated =
    typeof json === "number" && type.kind === "number" && type.unit.symbol === "%" && !declared
      ? { value: json, unit: "%" }
      : json;
  if (freshMilliseconds === null || stated === null) return stated;
  return typeof stated === "object" && "unit" in stated
    ? { ...stated, at: now }
    : { value: stated, at: now };
}

/** Whole numbers from 0 below `end`. */
function randomFrom(seed: number): (end: number) => number {
  let state = seed | 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return end === 0 ? 0 : (state >>> 8) % end;
  };
}
