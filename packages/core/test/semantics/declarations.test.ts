// CONTEXT: types, samples, defaults, ranges, freshness, prose and the TimeZone.
import { describe, expect, test } from "vitest";
import { describeType } from "../../src/semantics/number-type.ts";
import { defaultSettings, strictSettings } from "../../src/semantics/settings.ts";
import { check, conditionOf, programOf, remarks } from "./check-lines.ts";

const rule = ["- IF 1 > 0 THEN Stop"];
const attribute = (line: string) => programOf({ context: [line], rule }).attributes[0];
const says = (...context: readonly string[]) => remarks({ context, rule });

describe("types", () => {
  test.each([
    ["- A: <number>", "a plain number"],
    ["- A: <integer>", "a plain number"],
    ["- A: <boolean>", "true or false"],
    ["- A: <text>", "text"],
    ["- A: <time>", "a point in time"],
    ["- A: <km/h>", "speed (km/h)"],
    ["- A: <C>", "temperature (C)"],
    ["- A: <delta C>", "a temperature difference (C)"],
    ["- A: <%>", "ratio (%)"],
    ["- A: <USD>", "money in USD (USD)"],
    ["- A: <[m]>", "a list of length (m)"],
    ["- A: <{ distance: m }>", "a record"],
    ["- A: something in words", "text"],
  ])("%s is %s", (line, type) => {
    const { analysis } = check({ context: [line], rule });
    expect(describeType(analysis.attributes.get("A")?.type ?? { kind: "undetermined" })).toBe(type);
  });

  test("ranges, options, freshness and enumerations reach the program", () => {
    expect(attribute("- A: <-40..125 C>")).toMatchObject({
      type: { unit: { symbol: "C" }, minimum: -40, maximum: 125 },
      declared: true,
      optional: false,
    });
    expect(attribute("- A: <m?>")).toMatchObject({ optional: true });
    expect(attribute("- A: <C FRESH 5s>")).toMatchObject({ freshMilliseconds: 5000 });
    expect(attribute('- A: <"x" | "y">')).toMatchObject({ type: { values: ["x", "y"] } });
    expect(attribute("- A: <{ a: m, b?: text }>")).toMatchObject({
      type: { open: false, fields: [{ optional: false }, { name: "b", optional: true }] },
    });
  });

  test("what is wrong with them", () => {
    expect(
      says("- A: <5..1 m>", "- B: <m FRESH 5m>", "- B: <m>", "- TimeZone: Asia/Jakarta"),
    ).toEqual([
      "error OM3071 <5..1 m>",
      "error OM3073 5m",
      "error OM3003 B",
      "error OM3075 Asia/Jakarta",
    ]);
  });
});

describe("defaults", () => {
  test("are converted to the declared unit", () => {
    expect(attribute("- A: <s> = 350ms")).toMatchObject({ default: 0.35, sample: null });
    expect(attribute("- A: <[m]> = [1m, 20cm]")).toMatchObject({ default: [1, 0.2] });
    expect(attribute('- A: <time> = "2026-05-01"')).toMatchObject({
      default: { kind: "time", milliseconds: 1777593600000 },
    });
  });
  test.each([
    ["- A: <0..50 m> = 80m", "80m"],
    ["- A: <m> = 5s", "5s"],
    ["- A: <m> = 5", "5"],
    ["- A: <%> = 5", "5"],
    ["- A: <integer> = 5.5", "5.5"],
    ['- A: <"a" | "b"> = "c"', '"c"'],
    ['- A: <time> = "x"', '"x"'],
    ["- A: <[m]> = [1m, true]", "true"],
  ])("%s does not fit", (line, at) => {
    expect(says(line)).toEqual([`error OM3072 ${at}`]);
  });
});

describe("samples", () => {
  test("give kind and unit, and stand in", () => {
    expect(attribute("- A: 85.5C")).toMatchObject({
      type: { unit: { symbol: "C" } },
      sample: 85.5,
      default: null,
      declared: true,
    });
    expect(says("- A: 85.5C", '- B: ["auto", "manual"]')).toEqual([
      "info OM3076 85.5C",
      'info OM3076 ["auto", "manual"]',
    ]);
  });
  test("without a unit take the one that rules compare them in", () => {
    const parts = { context: ["- Temperature: 85.5"], rule: ["- IF Temperature > 80C THEN Stop"] };
    expect(conditionOf(parts)).toBe("#0(> Temperature 80)");
    expect(remarks(parts)).toEqual(["warning OM3062 85.5"]);
    const percent = programOf({ context: ["- Battery: 15"], rule: ["- IF Battery < 20% THEN Go"] });
    // A bare reading in (0, 1] stays ambiguous, as for an undeclared percentage.
    expect(percent.attributes[0]).toMatchObject({ sample: 15, declared: false });
  });
  test("are mentioned differently where they do not stand in, and less under strict", () => {
    const settings = { ...defaultSettings, sampleDefaults: false };
    expect(remarks({ context: ["- A: 5m"], rule, settings })).toEqual(["info OM3076 5m"]);
    expect(remarks({ context: ["- A: 5m"], rule, settings: strictSettings })).toEqual([
      "warning OM3076 5m",
    ]);
  });
});

describe("prose", () => {
  test("is text, and stands in as it is", () => {
    expect(attribute("- Domain: drone fleet")).toMatchObject({
      type: { kind: "text" },
      default: "drone fleet",
    });
  });
  test.each(["5foo", "5 m", "10,000 m", ".5m", "<m"])(
    "that looks like a quantity is an error where it is compared with one: %s",
    (value) => {
      const reach = { context: [`- Reach: ${value}`], rule: ["- IF Reach > 1m THEN Stop"] };
      expect(remarks(reach).filter((line) => line.startsWith("error"))).toEqual([
        "error OM3077 Reach",
      ]);
    },
  );
});

test("TimeZone sets the offset", () => {
  expect(programOf({ context: ["- TimeZone: +07:00"], rule }).offsetMinutes).toBe(420);
  expect(programOf({ context: ['- TimeZone: "-03:30"'], rule }).offsetMinutes).toBe(-210);
  expect(programOf({ rule }).offsetMinutes).toBeNull();
});
