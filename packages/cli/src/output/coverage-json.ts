// Coverage for programs: the `coverage` of `test --format json`, and what `--coverage-json` writes.
import {
  type CoverageTotals,
  coverageMetrics,
  percentOf,
  type Range,
  rangeOf,
  type Span,
  totalsOf,
} from "@omega/core";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";

/** The shape is public; version it when it changes. `docs/coverage.md` describes it. */
export function coverageJson(policies: readonly MeasuredPolicy[]): unknown {
  return {
    schemaVersion: 1,
    files: policies.map(fileJson),
    totals: totalsJson(totalsOf(policies.flatMap(({ coverage }) => coverage.items))),
  };
}

function fileJson({ path, coverage, placeOf }: MeasuredPolicy): unknown {
  const { sha256, examples, items, totals } = coverage;
  return {
    path,
    sha256,
    examples,
    totals: totalsJson(totals),
    items: items.map(({ file, ...item }) => {
      const place = placeOf(file);
      const placed = withRanges(item, (span) =>
        place === null ? null : rangeOf(place.source, span),
      );
      return { file: place?.path ?? file, ...placed };
    }),
  };
}

function totalsJson(totals: CoverageTotals): unknown {
  return Object.fromEntries(
    coverageMetrics.map((metric) => {
      const { covered, total } = totals[metric];
      return [
        metric,
        { covered, total, percent: Math.floor(percentOf(totals[metric]) * 100) / 100 },
      ];
    }),
  );
}

/** The same with a `range` of lines and columns, as diagnostics have it, for each `span` of offsets. */
function withRanges(part: object, rangeOfSpan: (span: Span) => Range | null): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (isSpan(key, value)) return ["range", rangeOfSpan(value)];
      if (Array.isArray(value)) {
        return [
          key,
          value.map((each: unknown) => (isObject(each) ? withRanges(each, rangeOfSpan) : each)),
        ];
      }
      return [key, isObject(value) ? withRanges(value, rangeOfSpan) : value];
    }),
  );
}

function isSpan(key: string, value: unknown): value is Span {
  return key === "span" && isObject(value) && "start" in value && "end" in value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
