// How the context's JSON is read by an attribute's type: what is usable, converted exactly, and what is unknown and why.
import { describe, expect, test } from "vitest";
import {
  booleanType,
  listOf,
  numberOf,
  plainNumber,
  textType,
  timeType,
  undeterminedType,
} from "../semantics/number-type.ts";
import type { ProgramAttribute } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { differenceOf, parseUnit } from "../semantics/units/unit.ts";
import { type JsonValue, parseJson } from "./canonical-json.ts";
import { readAttribute } from "./read-context.ts";
import { isUnknown, type Value } from "./value.ts";

const now = { kind: "time", milliseconds: Date.UTC(2026, 4, 1, 8) } as const;

function unit(symbol: string): NonNullable<ReturnType<typeof parseUnit>> {
  const found = parseUnit(symbol);
  if (found === null) throw new Error(`no unit ${symbol}`);
  return found;
}

const metres = numberOf(unit("m"));
const celsius = numberOf(unit("C"));
const percent = numberOf(unit("%"));

function attribute(type: Type, more: Partial<ProgramAttribute> = {}): ProgramAttribute {
  return {
    name: "A",
    type,
    declared: true,
    optional: false,
    sample: null,
    default: null,
    freshMilliseconds: null,
    line: 1,
    ...more,
  };
}

/** A reading as a test can state it: the value, else `path: reason`. */
function read(
  json: JsonValue | undefined,
  type: Type,
  more: Partial<ProgramAttribute> = {},
): unknown {
  const context = json === undefined ? {} : { A: json };
  return show(readAttribute(attribute(type, more), context, { now, offsetMinutes: null }));
}

function show(value: Value): unknown {
  if (isUnknown(value))
    return value.causes.map(({ path, reason }) => `${path}: ${reason}`).join(", ");
  if (typeof value !== "object") return value;
  if (!("kind" in value)) return value.map(show);
  if (value.kind === "time") return new Date(value.milliseconds).toISOString();
  return Object.fromEntries([...value.fields].map(([name, field]) => [name, show(field)]));
}

describe("numbers", () => {
  test.each<[string, JsonValue, unknown]>([
    ["a bare number is in the declared unit", 0.8, 0.8],
    ["text with a unit converts exactly", "250cm", 2.5],
    ["a space before the unit is allowed", "250 cm", 2.5],
    ["so does a value with a unit", { value: 250, unit: "cm" }, 2.5],
    ["decimal digits are read exactly", "0.1km", 100],
    ["exponents too", "1e-3km", 1],
    ["text without a unit is text", "0.8", "A: wrong kind"],
    ["another dimension is a wrong kind", "5s", "A: wrong kind"],
    ["no unit of the table is a wrong kind", "5 paces", "A: wrong kind"],
    ["a boolean is a wrong kind", true, "A: wrong kind"],
    ["a list is a wrong kind", [1], "A: wrong kind"],
    ["a value without a unit is a wrong kind", { value: 1 }, "A: wrong kind"],
    [
      "a reading with more than value and unit is a wrong kind",
      { value: 1, unit: "m", at: "" },
      "A: wrong kind",
    ],
    ["what is too large for a double overflows", "1e308km", "A: overflow"],
    ["null is missing", null, "A: missing"],
  ])("%s", (_case, json, expected) => {
    expect(read(json, metres)).toEqual(expected);
  });

  test("a path that is absent is missing", () => {
    expect(read(undefined, metres)).toBe("A: missing");
  });

  test.each<[string, JsonValue, unknown]>([
    ["`%` is the plain ratio scaled by 100", "25%", 0.25],
    ["a bare number is itself", 0.25, 0.25],
    ["-0 stays a zero", -0, -0],
  ])("a plain ratio: %s", (_case, json, expected) => {
    expect(read(json, plainNumber)).toBe(expected);
  });

  test("both ends of a range are in it; what is outside is unknown", () => {
    const type = { ...metres, minimum: 0, maximum: 100 };
    expect([0, 100, -0.1, 100.1, "10001cm"].map((json) => read(json, type))).toEqual([
      0,
      100,
      "A: out of range",
      "A: out of range",
      "A: out of range",
    ]);
  });

  test("an integer has no fraction", () => {
    const type = { ...plainNumber, integer: true };
    expect([3, -3, 3.5].map((json) => read(json, type))).toEqual([3, -3, "A: wrong kind"]);
  });

  test("an undeclared percent between 0 and 1 may be a fraction: it is unknown", () => {
    const readings = [0, 0.5, 1, 1.5, 15, "1%", -0.5];
    expect(readings.map((json) => read(json, percent, { declared: false }))).toEqual([
      0,
      "A: ambiguous percent",
      "A: ambiguous percent",
      1.5,
      15,
      1,
      -0.5,
    ]);
    expect(readings.map((json) => read(json, percent))).toEqual([0, 0.5, 1, 1.5, 15, 1, -0.5]);
  });

  test("absolute temperatures convert with their zeros, differences without", () => {
    const difference = numberOf(differenceOf(unit("C")));
    expect(read("212F", celsius)).toBe(100);
    expect(read("9F", difference)).toBe(5);
    expect(read({ value: 9, unit: "delta F" }, difference)).toBe(5);
    expect(read({ value: 9, unit: "delta F" }, celsius)).toBe("A: wrong kind");
  });
});

describe("other kinds", () => {
  test.each<[string, JsonValue, Type, unknown]>([
    ["true", true, booleanType, true],
    ["text for true or false", "true", booleanType, "A: wrong kind"],
    ["a number for true or false", 1, booleanType, "A: wrong kind"],
    ["text", "auto", textType, "auto"],
    ["a number for text", 1, textType, "A: wrong kind"],
    ["a member of an enumeration", "auto", { kind: "text", values: ["auto", "manual"] }, "auto"],
    ["another text", "Auto", { kind: "text", values: ["auto", "manual"] }, "A: not a member"],
    ["an instant", "2026-05-01T15:00:00+07:00", timeType, "2026-05-01T08:00:00.000Z"],
    ["a local time without a zone", "2026-05-01T15:00:00", timeType, "A: wrong kind"],
    ["text that is no time", "noon", timeType, "A: wrong kind"],
  ])("%s", (_case, json, type, expected) => {
    expect(read(json, type)).toEqual(expected);
  });

  test("lists and records are read all through; unknowns inside have paths as an author writes them", () => {
    const worker: Type = {
      kind: "record",
      open: false,
      fields: [
        { name: "distance", type: metres, optional: false },
        { name: "badge", type: textType, optional: true },
        { name: "key card", type: textType, optional: true },
      ],
    };
    const json = [
      { distance: "80cm", badge: "A1", "key card": "K", hat: true },
      { badge: 7 },
      3,
      null,
    ];
    expect(read(json, listOf(worker))).toEqual([
      { distance: 0.8, badge: "A1", "key card": "K" },
      {
        distance: "A[1].distance: missing",
        badge: "A[1].badge: wrong kind",
        "key card": 'A[1]["key card"]: missing',
      },
      "A[2]: wrong kind",
      "A[3]: missing",
    ]);
  });

  test("an inferred record keeps what else came", () => {
    const open: Type = { kind: "record", open: true, fields: [] };
    expect(read({ hat: true, "0": [1, null] }, open)).toEqual({
      hat: true,
      "0": [1, 'A["0"][1]: missing'],
    });
  });

  test("what nothing determines is taken as it comes: no text becomes a quantity", () => {
    const json = [1, "0.8m", true, { value: 1, unit: "m" }];
    expect(read(json, undeterminedType)).toEqual(json);
  });

  test("names that mean something to JavaScript are names like any other", () => {
    const parsed = parseJson('{"__proto__": 1, "constructor": 2}');
    const context = parsed.ok ? parsed.value : null;
    const open: Type = { kind: "record", open: true, fields: [] };
    const value = readAttribute(attribute(open), { A: context }, { now, offsetMinutes: null });
    expect(
      isUnknown(value) || typeof value !== "object" || !("fields" in value)
        ? []
        : [...value.fields],
    ).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
    for (const name of ["__proto__", "constructor", "toString"]) {
      const reading = readAttribute(
        attribute(plainNumber, { name }),
        {},
        { now, offsetMinutes: null },
      );
      expect(show(reading)).toBe(`${name}: missing`);
    }
  });
});

describe("FRESH", () => {
  const fresh = { freshMilliseconds: 5000 };
  test.each<[string, JsonValue | undefined, unknown]>([
    ["a reading as old as the bound", { value: 20, at: "2026-05-01T07:59:55Z" }, 20],
    ["with a unit of its own", { value: 68, unit: "F", at: "2026-05-01T08:00:00Z" }, 20],
    ["with the unit in the text", { value: "68F", at: "2026-05-01T08:00:00Z" }, 20],
    ["an older one", { value: 20, at: "2026-05-01T07:59:54.999Z" }, "A: stale"],
    ["one from the future", { value: 20, at: "2026-05-01T08:00:00.001Z" }, "A: stale"],
    ["a bare number", 20, "A: wrong kind"],
    ["one that does not say when", { value: 20 }, "A: wrong kind"],
    ["one whose time is no time", { value: 20, at: "now" }, "A: wrong kind"],
    ["one without a value", { at: "2026-05-01T08:00:00Z" }, "A: missing"],
    ["none", undefined, "A: missing"],
  ])("%s", (_case, json, expected) => {
    expect(read(json, celsius, fresh)).toEqual(expected);
  });

  test("without a clock nothing is fresh", () => {
    const json = { value: 20, at: "2026-05-01T08:00:00Z" };
    const value = readAttribute(
      attribute(celsius, fresh),
      { A: json },
      { now: null, offsetMinutes: null },
    );
    expect(show(value)).toBe("A: no clock");
  });
});
