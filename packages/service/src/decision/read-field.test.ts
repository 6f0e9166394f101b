import { compile, type Type } from "@omega/core";
import { expect, test } from "vitest";
import { fieldText, readField } from "./read-field.ts";

/** The type that a declaration gives. */
function typeOf(declared: string): Type {
  const { analysis } = compile(`INTENT: x\nCONTEXT:\n- A: <${declared}>\nRULE:\n- IF B THEN C\n`);
  return analysis.attributes.get("A")?.type ?? { kind: "undetermined" };
}

test.each([
  ["m", "0.8", 0.8],
  ["m", "0.8m", "0.8m"],
  ["m", " 80 cm ", "80cm"],
  ["m", "-3e2m", "-3e2m"],
  ["m", "close", "close"],
  ["%", "25%", "25%"],
  ["integer", "1e3", 1000],
  ["boolean", "TRUE", true],
  ["boolean", "yes", "yes"],
  ["text", "hello", "hello"],
  ["text", '"12"', "12"],
  ["text", '""', ""],
  ["text", '"open', '"open'],
  ["time", "2026-05-01T08:00:00Z", "2026-05-01T08:00:00Z"],
  ["[m]", '[1, "2m"]', [1, "2m"]],
  ["{ a: m }", '{"a": 1}', { a: 1 }],
  ["m", "", null],
])("<%s> reads %s", (declared, text, value) => {
  expect(readField(typeOf(declared), text)).toEqual({ value, complaint: null });
});

test("a list that is no JSON yet says so", () => {
  expect(readField(typeOf("[m]"), "[1,").complaint).toMatch(/^this is not JSON yet: /);
});

test.each([
  ["m", 0.8],
  ["m", "0.8m"],
  ["text", "12"],
  ["text", ""],
  ["text", '"quoted"'],
  ["text", " spaces "],
  ["boolean", false],
  ["[m]", [1, 2, 3]],
  ["{ a: m }", { a: 1, b: { c: "x".repeat(50) } }],
])("<%s> shows %j so that it reads back", (declared, value) => {
  const type = typeOf(declared);
  expect(readField(type, fieldText(type, value)).value).toEqual(value);
});

test("a quantity with its unit is shown as one literal, and nothing as nothing", () => {
  expect(fieldText(typeOf("m"), { value: 0.8, unit: "m" })).toBe("0.8m");
  expect(fieldText(typeOf("m"), null)).toBe("");
});
