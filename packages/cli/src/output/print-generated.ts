// What `omegac generate` found: sections to append, and what stays open; for people and for programs.
import { type CoverageMetric, coverageMetrics, percentOf } from "@omega/core";
import type { Generated, GeneratedExample, OpenObligation } from "@omega/prove";
import { visible } from "./display-text.ts";
import { metricNames } from "./print-coverage.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** The sections as OMEGA text; "" where there is none. */
export function printSections(examples: readonly GeneratedExample[]): string {
  return examples.length === 0 ? "" : `${examples.map(({ text }) => text).join("\n\n")}\n`;
}

/** One JSON document. The shape is public; version it when it changes. */
export function generatedJson(path: string, { examples, open, before, after }: Generated): string {
  const written = examples.map(({ title, text, context, now, decision, shows }) => {
    const { status, actions, pending } = decision;
    const names = (events: readonly { readonly name: string }[]): readonly string[] =>
      events.map(({ name }) => name);
    const decided = { status, actions: names(actions), pending: names(pending) };
    return { title, text, context, now, decision: decided, shows };
  });
  const coverage = { before, after };
  return `${JSON.stringify({ schemaVersion: 1, path, examples: written, open, coverage })}\n`;
}

/** What was done, what stays open and why; `where` the examples were written to, or null. */
export function printSummary(
  { examples, open, before, after }: Generated,
  where: string | null,
  style: Style,
  width: number,
): string {
  const count = countOf(examples.length, "example");
  const done =
    examples.length === 0
      ? "no example to add"
      : where === null
        ? `${count} to add`
        : `${count} added to ${visible(where)}`;
  const isProved = open.every(({ outcome }) => outcome === "unreachable");
  const figures = coverageMetrics
    .filter((metric) => after[metric].total > 0)
    .map((metric) => describeMetric(metric, before, after, style));
  return [
    style.bold((isProved ? style.green : style.yellow)(style.phrase(done))),
    wrapIndented(`  ${figures.join(", ")}`, width, 2),
    ...printOpen(open, "unreachable", "proved unreachable: no context can cover it", style, width),
    ...printOpen(open, "not proven", "neither covered nor proved unreachable", style, width),
    "",
  ].join("\n");
}

function describeMetric(
  metric: CoverageMetric,
  before: Generated["before"],
  after: Generated["after"],
  { phrase }: Style,
): string {
  const name = phrase(metricNames[metric]);
  const then = Math.floor(percentOf(before[metric]));
  const now = Math.floor(percentOf(after[metric]));
  return then === now ? `${name} ${now}%` : `${name} ${then}% → ${now}%`;
}

const MOST_LINES = 30;

function printOpen(
  open: readonly OpenObligation[],
  outcome: OpenObligation["outcome"],
  heading: string,
  style: Style,
  width: number,
): readonly string[] {
  const listed = open.filter((each) => each.outcome === outcome);
  if (listed.length === 0) return [];
  const digits = Math.max(...listed.map(({ line }) => String(line).length));
  const lines = [...new Set(listed.map((each) => printOne(each, digits, style, width)))];
  const hidden = lines.length - MOST_LINES;
  return [
    "",
    style.bold(style.phrase(heading)),
    ...lines.slice(0, MOST_LINES),
    ...(hidden > 0
      ? [style.dim(`  ${style.phrase(`and ${hidden} more: --format json lists all`)}`)]
      : []),
  ];
}

function printOne(
  { line, what, reason, listBound }: OpenObligation,
  digits: number,
  style: Style,
  width: number,
): string {
  const why =
    listBound !== null
      ? ` (${style.phrase(`proved for lists of up to ${listBound} elements`)})`
      : reason === ""
        ? ""
        : `: ${style.phrase(reason)}`;
  const text = visible(`${what}${why}`);
  return `  ${style.dim(String(line).padStart(digits))}  ${wrapIndented(text, width, digits + 4)}`;
}
