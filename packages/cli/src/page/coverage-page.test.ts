// The coverage report as a page: valid HTML, every document with its marks, and each reason in words.
import { compile, createSourceText, measureCoverage } from "@omega/core";
import { parse } from "parse5";
import { expect, test } from "vitest";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { coveragePage } from "./coverage-page.ts";

const text = `INTENT: Keep <people> unhurt.

CONTEXT:
- Distance: <m>
- Ready: <boolean>

RULE:
- Near: IF Distance < 1m AND Ready THEN Stop "</code><script>" ELSE Go UNKNOWN Stop

EXAMPLE near:
- GIVEN Distance = 0.5m, Ready = true
- EXPECT Stop
`;

function measured(path: string): MeasuredPolicy {
  const coverage = measureCoverage(compile(text, { file: path }));
  if (coverage === null) throw new Error("the document has errors");
  const place = { path, source: createSourceText(text, path) };
  return { path, coverage, thresholds: {}, placeOf: () => place };
}

test.each([[[]], [["a.omni"]], [["a.omni", 'b "<c>.omni']]])("a valid page about %j", (paths) => {
  const errors: string[] = [];
  const page = coveragePage(paths.map(measured), "1.0.0");
  parse(page, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  expect(page).not.toContain("<script");
});

test("every atom and clause is marked by what became of it", () => {
  const page = coveragePage([measured("a.omni")], "1.0.0");
  const part = (tone: string, content: string): RegExp =>
    new RegExp(`class="part ${tone}"[^>]*>${content}<span class="tip"[^>]*>([^<]*)`);
  expect(part("warning", "Distance &#60; 1m").exec(page)?.[1]).toBe(
    "always true in the examples\ntrue 1×, false 0×\ndecided alone: 1× as true, 0× as false",
  );
  expect(part("bad", "Go").exec(page)?.[1]).toBe(
    "not taken: what stands before it always holds in the examples",
  );
  expect(part("good", "Stop [^<]*").exec(page)?.[1]).toBe("taken 1×");
});
