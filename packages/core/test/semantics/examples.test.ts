// EXAMPLE sections as the runner gets them, and what does not fit in them.
import { expect, test } from "vitest";
import { check } from "./check-lines.ts";

const parts = {
  context: [
    "- Distance: <0..50 m>",
    "- Heat: <C FRESH 5s>",
    "- Started: <time>",
    '- Mode: <"auto" | "manual">',
    "- Workers: <[{ name: text, distance: m }]>",
  ],
  rule: [
    "- IF Distance < 1m OR Undeclared > 5kg THEN Stop(Distance), Log ELSE Go",
    "- FAILSAFE THEN Stop(0m)",
  ],
  constraint: ["- Safety [Held]: NEVER Go WHEN Distance < 1m"],
};
const example = (...steps: readonly string[]) =>
  check({ ...parts, examples: ["EXAMPLE one of many:", ...steps] });

test("givens become JSON, expectations keep their order", () => {
  const { lines, examples } = example(
    '- GIVEN FILE "base.json"',
    '- GIVEN Distance = 40cm, Workers = [{ name: "Ana", distance: 1.5m }], Workers[1].distance = 2',
    '- GIVEN Started = "2026-05-01T15:00+07:00", Undeclared = null, Heat = { value: 20C, at: "2026-05-01T08:00:00Z" }',
    '- AT "2026-05-01T08:00:00Z"',
    "- EXPECT Stop(40cm), Log",
    "- EXPECT NOT Go",
    "- EXPECT UNKNOWN Workers[1].name",
    "- EXPECT VIOLATION Held",
    "- EXPECT STATUS Incomplete",
  );
  expect(lines).toEqual([]);
  expect(examples).toMatchObject([
    {
      title: "one of many",
      contextFile: "base.json",
      now: "2026-05-01T08:00:00Z",
      givens: [
        { path: ["Distance"], value: { value: 40, unit: "cm" } },
        { path: ["Workers"], value: [{ name: "Ana", distance: { value: 1.5, unit: "m" } }] },
        { path: ["Workers", 1, "distance"], value: 2 },
        { path: ["Started"], value: "2026-05-01T08:00:00.000Z" },
        { path: ["Undeclared"], value: null },
        {
          path: ["Heat"],
          value: { value: { value: 20, unit: "C" }, at: "2026-05-01T08:00:00.000Z" },
        },
      ],
      expectations: [
        {
          kind: "occur",
          actions: [
            { name: "Stop", arguments: { _0: { value: 40, unit: "cm" } } },
            { name: "Log", arguments: null },
          ],
        },
        { kind: "not", actions: [{ name: "Go", arguments: null }] },
        { kind: "unknown", paths: ["Workers[1].name"] },
        { kind: "violation", labels: ["Held"] },
        { kind: "status", status: "incomplete" },
      ],
    },
  ]);
});

test("out of range is a fair example, the wrong kind is not", () => {
  expect(example("- GIVEN Distance = 900m", '- GIVEN Mode = "off"', "- EXPECT Go").lines).toEqual(
    [],
  );
  expect(
    example(
      "- GIVEN Distance = 5s",
      '- GIVEN Distance = "far"',
      "- GIVEN Workers = [{ distance: true }]",
    ).lines,
  ).toEqual(["error OM3072 5s", 'error OM3072 "far"', "error OM3072 true"]);
});

test("names that nothing knows", () => {
  expect(
    example(
      "- GIVEN Distanse = 1m, Workers[0].load = 5kg",
      '- AT "noon"',
      "- EXPECT Stpo",
      "- EXPECT UNKNOWN Speed",
      "- EXPECT VIOLATION Hold",
      "- EXPECT STATUS done",
    ).lines,
  ).toEqual([
    "error OM3100 Distanse",
    "error OM3100 Workers[0].load",
    'error OM3104 AT "noon"',
    "error OM3101 Stpo",
    "error OM3100 Speed",
    "error OM3102 Hold",
    "error OM3103 done",
  ]);
});
