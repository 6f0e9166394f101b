// The schema asks for what strict validation asks for: what may be absent may be null, and nothing else.
import { expect, test } from "vitest";
import { compile } from "../policy.ts";
import { strictSettings } from "../semantics/settings.ts";
import { contextSchema } from "./context-schema.ts";
import { contextTypes } from "./context-types.ts";

const policy = compile(
  [
    "INTENT: Keep people away.",
    "ACTOR:\n- Primary: Gate",
    'CONTEXT:\n- Distance: <m>\n- Badge: <text?>\n- Mode: <text> = "auto"\n- Person: <{ name: text, age?: integer }>',
    'RULE:\n- IF Distance < 1m AND (Badge == "x" OR Mode == "auto") AND Person.age < 18 THEN Stop UNKNOWN Stop',
    "CONSTRAINT:\n- Legal: none",
    "IMPACT:\n- Benefit: safety\n- Risk: waiting",
    "TRACE:\n- Evidence: none",
  ].join("\n\n"),
  { settings: strictSettings },
);
const complete = { Distance: 2, Badge: "x", Mode: "auto", Person: { name: "Ana", age: 20 } };

/** Whether the schema of a property takes null. */
const takesNull = (schema: unknown): boolean => JSON.stringify(schema).includes('{"type":"null"}');

test.each([
  ["Distance", { ...complete, Distance: null }],
  ["Badge", { ...complete, Badge: null }],
  ["Mode", { ...complete, Mode: null }],
])("null for %s fits the schema if strict validation takes it", (name, context) => {
  const { properties } = contextSchema(policy.program ?? expect.fail("no program"));
  const fits = policy.evaluate(context).status !== "rejected";
  expect(takesNull(Object.entries(properties ?? {}).find(([key]) => key === name)?.[1])).toBe(fits);
});

test("types say the same", () => {
  const types = contextTypes(policy.program ?? expect.fail("no program"));
  expect(types).toContain("readonly Distance: Quantity;");
  expect(types).toContain("readonly Badge?: string | null;");
  expect(types).toContain("readonly Mode?: string | null;");
  expect(types).toContain("readonly age?: number | null;");
});
