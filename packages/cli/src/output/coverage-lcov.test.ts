// lcov tracefiles, read back by a parser that is not ours.

import parseLcov from "@friedemannsommer/lcov-parser/sync";
import { compile, createSourceText, measureCoverage } from "@omega/core";
import { expect, test } from "vitest";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { coverageLcov } from "./coverage-lcov.ts";

const policy = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>
- Workers: <[{ name: text }]> = []

RULE:
- Near: IF Distance < 1m
  THEN Stop
  ELSE IF Distance < 3m THEN Slow
  UNKNOWN Stop
- FOR worker IN Workers { - Named: IF worker.name == "Ana" THEN Greet }

EXAMPLE near:
- GIVEN Distance = 0.5m
- EXPECT Stop

EXAMPLE nobody:
- GIVEN Distance = 9m
- EXPECT NOTHING
`;

function measured(path: string): MeasuredPolicy {
  const coverage = measureCoverage(compile(policy, { file: path }));
  if (coverage === null) throw new Error("the document has errors");
  const place = { path, source: createSourceText(policy, path) };
  return { path, coverage, thresholds: {}, placeOf: () => place };
}

test("rules are functions, their ways branches, and every line has a count", () => {
  const [section, another] = parseLcov({ from: coverageLcov([measured("policies/cell.omni")]) });
  expect(another).toBeUndefined();
  expect(section?.path).toBe("policies/cell.omni");
  expect(section?.functions.details.map(({ name, line, hit }) => [name, line, hit])).toEqual([
    ["Near", 8, 2],
    ["R2", 12, 2],
    ["Named", 12, 0],
  ]);
  expect(section?.functions).toMatchObject({ instrumented: 3, hit: 2 });
  expect(section?.branches.details.map(({ line, block, hit }) => [line, block, hit])).toEqual([
    // IF, ELSE IF, no branch, UNKNOWN
    [8, 0, 1],
    [8, 0, 0],
    [8, 0, 1],
    [8, 0, 0],
    // the body of FOR
    [12, 1, 0],
    // never come to
    [12, 2, 0],
    [12, 2, 0],
  ]);
  expect(section?.branches).toMatchObject({ instrumented: 7, hit: 2 });
  expect(section?.lines.details.map(({ line, hit }) => [line, hit])).toEqual([
    [8, 2],
    [9, 1],
    [10, 1],
    [11, 0],
    [12, 2],
  ]);
  expect(section?.lines).toMatchObject({ instrumented: 5, hit: 4 });
});

test("a section for each policy", () => {
  const sections = parseLcov({ from: coverageLcov([measured("a.omni"), measured("b.omni")]) });
  expect(sections.map(({ path }) => path)).toEqual(["a.omni", "b.omni"]);
});
