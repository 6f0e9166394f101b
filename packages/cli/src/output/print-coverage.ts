// Coverage on a terminal: a table of figures, and below it what is not covered and why.
import {
  type CoverageCount,
  type CoverageMetric,
  type CoverageTotals,
  coverageMetrics,
  type ListedGap,
  listGaps,
  percentOf,
  totalsOf,
} from "@omega/core";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { displayWidth, visible } from "./display-text.ts";
import type { Style } from "./style.ts";
import { wrapIndented, wrapText } from "./wrap-text.ts";

/** What metrics are called, short enough for a column. */
export const metricNames: Readonly<Record<CoverageMetric, string>> = {
  rules: "rules",
  branches: "branches",
  loops: "loops",
  conditions: "conditions",
  mcdc: "MC/DC",
  unknown: "UNKNOWN",
};

/** The column of names is at least this wide, so that tables of several runs look alike. */
const LEAST_FOR_NAMES = 24;

/** So many of the things not covered are shown of one policy, and of each of several. */
const MOST_GAPS = 20;
const MOST_GAPS_OF_EACH = 8;

/** The report for people, or a line that says there is nothing to report on. */
export function printCoverage(
  policies: readonly MeasuredPolicy[],
  style: Style,
  width: number,
): string {
  if (policies.length === 0) return `${style.phrase("no coverage: no policy could be run")}\n`;
  const most = policies.length === 1 ? MOST_GAPS : MOST_GAPS_OF_EACH;
  const blocks = [
    printTable(policies, style, width),
    ...policies.flatMap((policy) => printGaps(policy, most, style, width) ?? []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** `74%`; `–` where there is nothing to cover. Never rounded up to 100%. */
export function printPercent(count: CoverageCount): string {
  return count.total === 0 ? "–" : `${Math.floor(percentOf(count))}%`;
}

function printTable(policies: readonly MeasuredPolicy[], style: Style, width: number): string {
  const columns = coverageMetrics.map(
    (metric) => Math.max(7, style.phrase(metricNames[metric]).length) + 2,
  );
  const free = width - columns.reduce((sum, column) => sum + column, 0);
  const longest = Math.max(...policies.map(({ path }) => displayWidth(visible(path))));
  const room = Math.min(free, Math.max(longest, LEAST_FOR_NAMES));
  const names = coverageMetrics.map((metric, index) =>
    style.phrase(metricNames[metric]).padStart(columns[index] ?? 0),
  );
  const cells = (totals: CoverageTotals, print: (count: CoverageCount) => string): string =>
    coverageMetrics
      .map((metric, index) => {
        const count = totals[metric];
        return paintFor(count, style)(print(count).padStart(columns[index] ?? 0));
      })
      .join("");
  const row = (name: string, totals: CoverageTotals): string[] => {
    const figures = cells(totals, printPercent);
    return displayWidth(name) <= room
      ? [`${name}${" ".repeat(room - displayWidth(name))}${figures}`]
      : [...wrapText(name, width), `${" ".repeat(room)}${figures}`];
  };
  const [only, another] = policies;
  const all = totalsOf(policies.flatMap(({ coverage }) => coverage.items));
  const counts = cells(all, ({ covered, total }) => (total === 0 ? "" : `${covered}/${total}`));
  return [
    `${style.bold(style.phrase("coverage").padEnd(room))}${style.dim(names.join(""))}`,
    ...policies.flatMap(({ path, coverage }) => row(visible(path), coverage.totals)),
    ...(only !== undefined && another === undefined ? [] : row(style.phrase("total"), all)),
    `${" ".repeat(room)}${counts}`.trimEnd(),
  ].join("\n");
}

function paintFor(count: CoverageCount, style: Style): (text: string) => string {
  if (count.total === 0) return style.dim;
  if (count.covered === count.total) return style.green;
  return count.covered * 2 >= count.total ? style.yellow : style.red;
}

function printGaps(
  { path, coverage }: MeasuredPolicy,
  most: number,
  style: Style,
  width: number,
): string | null {
  const gaps = listGaps(coverage);
  if (gaps.length === 0) return null;
  const shown = gaps.slice(0, most);
  const digits = Math.max(...shown.map(({ line }) => String(line).length));
  const hidden = gaps.length - shown.length;
  return [
    style.bold(style.phrase(`not covered in ${visible(path)}`)),
    ...shown.map((gap) => printGap(gap, coverage.file, digits, style, width)),
    ...(hidden > 0
      ? [style.dim(`  ${style.phrase(`and ${hidden} more: --coverage-html FILE shows all`)}`)]
      : []),
  ].join("\n");
}

function printGap(
  { rule, file, line, part, gap }: ListedGap,
  own: string,
  digits: number,
  style: Style,
  width: number,
): string {
  const place = file === own ? "" : `${file}, `;
  const what = part === "" ? rule : `${rule}: ${part}`;
  const text = visible(`${place}${what}: ${style.phrase(gap.message)}`);
  const indent = digits + 4;
  return `  ${style.dim(String(line).padStart(digits))}  ${wrapIndented(text, width, indent)}`;
}
