// The coverage report as a page: figures, then each document with its atoms and actions coloured, then what is not
// covered and why.
import {
  type CoverageMetric,
  type CoverageTotals,
  type CoveredAtom,
  type CoveredClause,
  type CoveredCondition,
  type CoveredItem,
  coverageMetrics,
  type ListedGap,
  listGaps,
  percentOf,
  type Span,
  totalsOf,
} from "@omega/core";
import { metricNames, printPercent } from "../output/print-coverage.ts";
import { countOf } from "../output/wrap-text.ts";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { annotateSource, type LineMark, type Mark, sourceStyle } from "./annotate-source.ts";
import { type Html, html } from "./html.ts";
import { badge, type PageSection, renderPage, type Tone, table, tiles } from "./page-shell.ts";

/** The page as the text of a file: self-contained, the same for the same documents. */
export function coveragePage(policies: readonly MeasuredPolicy[], version: string): string {
  const totals = totalsOf(policies.flatMap(({ coverage }) => coverage.items));
  const examples = policies.reduce((sum, { coverage }) => sum + coverage.examples, 0);
  const [only, another] = policies;
  const single = only !== undefined && another === undefined;
  const sections = policies.map((policy, index) =>
    policySection(policy, `file-${index + 1}`, single),
  );
  return renderPage({
    language: "en",
    title: single ? only.path : countOf(policies.length, "policy", "policies"),
    kicker: "Coverage",
    lead:
      policies.length === 0
        ? html`<p class="lead">No policy could be run.</p>`
        : html`<p class="lead">What ${countOf(examples, "example")} ${examples === 1 ? "shows" : "show"} of ${single ? "this policy" : "these policies"}.</p>
${totalTiles(totals)}`,
    sections: policies.length < 2 ? sections : [overview(policies), ...sections],
    footer: html`<p>Written by omegac ${version}. An atom counts for MC/DC when it decided its condition alone, once as true and once as false.</p>`,
    words: { skipToContent: "Skip to the documents", contents: "Contents" },
    style: sourceStyle + style,
  });
}

const style = `
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;padding:0;margin:1.5rem 0 .9rem;list-style:none;color:var(--muted);font-size:.875rem}
.legend .part{color:var(--ink);padding:0 .2rem;font-family:var(--code)}
.gaps td:nth-child(2){white-space:nowrap}
.gaps td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}
.gaps code{white-space:pre-wrap}
.seen th{text-transform:none}
details{margin:0 0 .75rem}
summary{cursor:pointer;padding:.2rem 0}
details>.scroll{margin:.5rem 0 1rem}
#overview th{text-transform:capitalize}
`;

const labels: Readonly<Record<CoverageMetric, string>> = {
  rules: "rules that did something",
  branches: "branches taken",
  loops: "loop bodies entered",
  conditions: "atoms both true and false",
  mcdc: "atoms that decided alone (MC/DC)",
  unknown: "UNKNOWN clauses taken",
};

function totalTiles(totals: CoverageTotals): Html {
  return tiles(
    coverageMetrics
      .filter((metric) => totals[metric].total > 0)
      .map((metric) => {
        const count = totals[metric];
        return {
          value: `${count.covered}/${count.total}`,
          label: labels[metric],
          tone: toneOf(percentOf(count)),
        };
      }),
  );
}

function toneOf(percent: number): Tone {
  return percent >= 100 ? "good" : percent >= 50 ? "warning" : "bad";
}

function overview(policies: readonly MeasuredPolicy[]): PageSection {
  const headings = ["Policy", ...coverageMetrics.map((metric) => metricNames[metric])];
  const rows = policies.map(({ path, coverage }, index) => [
    html`<a href="#file-${index + 1}">${path}</a>`,
    ...coverageMetrics.map((metric) => {
      const count = coverage.totals[metric];
      return count.total === 0 ? "–" : badge(printPercent(count), toneOf(percentOf(count)));
    }),
  ]);
  return {
    id: "overview",
    title: "All policies",
    body: table("Coverage of each policy", headings, rows),
  };
}

function policySection(policy: MeasuredPolicy, id: string, single: boolean): PageSection {
  const { path, coverage, placeOf } = policy;
  const gaps = listGaps(coverage);
  const place = placeOf(coverage.file);
  const own = coverage.items.filter(({ file }) => file === coverage.file);
  const text =
    place === null
      ? html`<p class="note warning">The document cannot be read any more.</p>`
      : annotateSource(
          place.source.text,
          marksOf(own),
          lineMarks(own, gaps, coverage.file),
          `${id}-L`,
        );
  return {
    id,
    title: single ? "Document" : path,
    body: html`${!single && totalTiles(coverage.totals)}
${legend}
${text}
<h3>Not covered</h3>
${gaps.length === 0 ? html`<p class="note good">Everything is covered.</p>` : gapTable(gaps, coverage.file, id)}
${seenTogether(own, id)}`,
  };
}

const legend = html`<ul class="legend">
<li><span class="part good">solid</span> covered</li>
<li><span class="part warning">dashed</span> seen, but not in every way</li>
<li><span class="part bad">wavy</span> not covered</li>
<li>Point at a part, or tab to it, to see why.</li>
</ul>`;

function gapTable(gaps: readonly ListedGap[], own: string, id: string): Html {
  return table(
    "What is not covered, and why",
    ["Line", "Rule", "Part", "Why"],
    gaps.map(({ file, line, rule, part, gap }) => [
      file === own ? html`<a href="#${id}-L${line}">${line}</a>` : `${file}:${line}`,
      html`<code>${rule}</code>`,
      part === "" ? "the whole rule" : html`<code>${part}</code>`,
      gap.message,
    ]),
    "gaps",
  );
}

/** What the atoms of conditions with gaps came to together: from it one sees which example is missing. */
function seenTogether(items: readonly CoveredItem[], id: string): Html | null {
  const open = items
    .flatMap(({ conditions }) => conditions)
    .filter(
      ({ atoms, observations }) =>
        atoms.length > 1 && observations.length > 0 && atoms.some(({ gap }) => gap !== null),
    );
  if (open.length === 0) return null;
  return html`<h3>What was seen together</h3>
<p>The conditions of several atoms that are not covered, with every combination an example showed.</p>
${open.map((condition) => observed(condition, id))}`;
}

function observed({ text, line, atoms, observations }: CoveredCondition, id: string): Html {
  const headings = [...atoms.map((atom) => html`<code>${atom.text}</code>`), "Outcome", "Times"];
  const rows = observations.map(({ values, outcome, count }) => [
    ...values.map(valueCell),
    html`<strong>${outcome}</strong>`,
    String(count),
  ]);
  return html`<details><summary><a href="#${id}-L${line}">${line}</a> <code>${text}</code></summary>
${table(`Combinations seen of ${text}`, headings, rows, "seen")}</details>
`;
}

function valueCell(value: string): Html | string {
  return value === "not evaluated" ? html`<span class="quiet">not evaluated</span>` : value;
}

// --- marks --------------------------------------------------------------------------------------------------------

/** Every atom, and what every branch and UNKNOWN clause does. A way that is written nowhere has no mark. */
function marksOf(items: readonly CoveredItem[]): readonly Mark[] {
  const marks = items.flatMap((item) => {
    const { kind, branches, unknown, conditions, span: whole } = item;
    const failsafe = kind === "failsafe" ? [clauseMark({ ...item, taken: item.tried })] : [];
    const written = [...branches, ...(unknown === null ? [] : [unknown])].filter(
      (clause) => !same(clause.span, whole) && !isOfCondition(clause),
    );
    return [
      ...failsafe,
      ...written.map(clauseMark),
      ...conditions.flatMap(({ atoms }) => atoms.map(atomMark)),
    ];
  });
  return apart(marks);
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** What WHERE lets in and a choice among values takes is marked at the atoms. */
function isOfCondition(clause: CoveredClause & { readonly kind?: string }): boolean {
  return clause.kind === "in" || clause.kind === "out" || clause.kind === "value";
}

/** Without what lies across another mark, or on the same place: nothing of one place is said twice. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Mark[] = [];
  const around: Mark[] = [];
  for (const mark of sorted) {
    const { start, end } = mark.span;
    while ((around[around.length - 1]?.span.end ?? end) <= start) around.pop();
    const [outer] = around.slice(-1);
    if (
      end <= start ||
      (outer !== undefined && (end > outer.span.end || same(outer.span, mark.span)))
    ) {
      continue;
    }
    kept.push(mark);
    around.push(mark);
  }
  return kept;
}

function clauseMark({ span, taken, gap }: CoveredClause): Mark {
  return gap === null
    ? { span, tone: "good", note: `taken ${times(taken)}` }
    : { span, tone: "bad", note: `not taken: ${gap.message}` };
}

function atomMark({ span, seen, decided, bothSeen, gap }: CoveredAtom): Mark {
  const counts = `true ${times(seen.true)}, false ${times(seen.false)}${
    seen.unknown > 0 ? `, unknown ${times(seen.unknown)}` : ""
  }${seen["not evaluated"] > 0 ? `, not evaluated ${times(seen["not evaluated"])}` : ""}`;
  const alone = `decided alone: ${times(decided.true)} as true, ${times(decided.false)} as false`;
  const evaluated = seen.true + seen.false + seen.unknown > 0;
  const tone = gap === null ? "good" : bothSeen || evaluated ? "warning" : "bad";
  const details = evaluated ? `${counts}\n${alone}` : "";
  const why = gap === null ? "" : gap.message;
  return { span, tone, note: [why, details].filter((line) => line !== "").join("\n") };
}

function times(count: number): string {
  return `${count}×`;
}

/** In the margin: lines on which rules begin, and lines on which something is not covered. */
function lineMarks(
  items: readonly CoveredItem[],
  gaps: readonly ListedGap[],
  own: string,
): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  for (const { line, counted, tried } of items) {
    if (counted) marks.set(line, { tone: "good", sign: "✓", note: `tried ${times(tried)}` });
  }
  const byLine = new Map<number, ListedGap[]>();
  for (const gap of gaps) {
    if (gap.file === own) byLine.set(gap.line, [...(byLine.get(gap.line) ?? []), gap]);
  }
  for (const [line, found] of byLine) {
    const bad = found.some(({ gap }) => gap.kind === "not reached");
    const note = found
      .map(({ rule, part, gap }) => `${part === "" ? rule : part}: ${gap.message}`)
      .join("\n");
    marks.set(line, bad ? { tone: "bad", sign: "✗", note } : { tone: "warning", sign: "◐", note });
  }
  return marks;
}
