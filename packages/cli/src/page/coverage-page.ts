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
  english,
  type ListedGap,
  listGaps,
  percentOf,
  type Span,
  totalsOf,
} from "@omega/core";
import type { Words } from "../locales/words.ts";
import { metricNames, printPercent } from "../output/print-coverage.ts";
import { countOf } from "../output/wrap-text.ts";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { annotateSource, type LineMark, type Mark, sourceStyle } from "./annotate-source.ts";
import { type Html, html } from "./html.ts";
import { badge, type PageSection, renderPage, type Tone, table, tiles } from "./page-shell.ts";

type Phrase = Words["phrase"];

/** The page as the text of a file: self-contained, the same for the same documents. English unless `words` are given. */
export function coveragePage(
  policies: readonly MeasuredPolicy[],
  version: string,
  words: Words = english,
): string {
  const { phrase } = words;
  const totals = totalsOf(policies.flatMap(({ coverage }) => coverage.items));
  const examples = policies.reduce((sum, { coverage }) => sum + coverage.examples, 0);
  const [only, another] = policies;
  const single = only !== undefined && another === undefined;
  const sections = policies.map((policy, index) =>
    policySection(policy, `file-${index + 1}`, single, phrase),
  );
  return renderPage({
    language: words.language,
    title: single ? only.path : phrase(countOf(policies.length, "policy", "policies")),
    kicker: phrase("Coverage"),
    lead:
      policies.length === 0
        ? html`<p class="lead">${phrase("No policy could be run.")}</p>`
        : html`<p class="lead">${phrase(`Shown by ${countOf(examples, "example")}.`)}</p>
${totalTiles(totals, phrase)}`,
    sections: policies.length < 2 ? sections : [overview(policies, phrase), ...sections],
    footer: html`<p>${phrase(`Written by omegac ${version}.`)} ${phrase("An atom counts for MC/DC when it decided its condition alone, once as true and once as false.")}</p>`,
    words: { skipToContent: phrase("Skip to the documents"), contents: phrase("Contents") },
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

function totalTiles(totals: CoverageTotals, phrase: Phrase): Html {
  return tiles(
    coverageMetrics
      .filter((metric) => totals[metric].total > 0)
      .map((metric) => {
        const count = totals[metric];
        return {
          value: `${count.covered}/${count.total}`,
          label: phrase(labels[metric]),
          tone: toneOf(percentOf(count)),
        };
      }),
  );
}

function toneOf(percent: number): Tone {
  return percent >= 100 ? "good" : percent >= 50 ? "warning" : "bad";
}

function overview(policies: readonly MeasuredPolicy[], phrase: Phrase): PageSection {
  const headings = ["Policy", ...coverageMetrics.map((metric) => metricNames[metric])].map(phrase);
  const rows = policies.map(({ path, coverage }, index) => [
    html`<a href="#file-${index + 1}">${path}</a>`,
    ...coverageMetrics.map((metric) => {
      const count = coverage.totals[metric];
      return count.total === 0 ? "–" : badge(printPercent(count), toneOf(percentOf(count)));
    }),
  ]);
  return {
    id: "overview",
    title: phrase("All policies"),
    body: table(phrase("Coverage of each policy"), headings, rows),
  };
}

function policySection(
  policy: MeasuredPolicy,
  id: string,
  single: boolean,
  phrase: Phrase,
): PageSection {
  const { path, coverage, placeOf } = policy;
  const gaps = listGaps(coverage);
  const place = placeOf(coverage.file);
  const own = coverage.items.filter(({ file }) => file === coverage.file);
  const text =
    place === null
      ? html`<p class="note warning">${phrase("The document cannot be read any more.")}</p>`
      : annotateSource(
          place.source.text,
          marksOf(own, phrase),
          lineMarks(own, gaps, coverage.file, phrase),
          `${id}-L`,
        );
  return {
    id,
    title: single ? phrase("Document") : path,
    body: html`${!single && totalTiles(coverage.totals, phrase)}
${legend(phrase)}
${text}
<h3>${phrase("Not covered")}</h3>
${gaps.length === 0 ? html`<p class="note good">${phrase("Everything is covered.")}</p>` : gapTable(gaps, coverage.file, id, phrase)}
${seenTogether(own, id, phrase)}`,
  };
}

const legend = (phrase: Phrase): Html => html`<ul class="legend">
<li><span class="part good">${phrase("solid")}</span> ${phrase("covered")}</li>
<li><span class="part warning">${phrase("dashed")}</span> ${phrase("seen, but not in every way")}</li>
<li><span class="part bad">${phrase("wavy")}</span> ${phrase("not covered")}</li>
<li>${phrase("Point at a part, or tab to it, to see why.")}</li>
</ul>`;

function gapTable(gaps: readonly ListedGap[], own: string, id: string, phrase: Phrase): Html {
  return table(
    phrase("What is not covered, and why"),
    ["Line", "Rule", "Part", "Why"].map(phrase),
    gaps.map(({ file, line, rule, part, gap }) => [
      file === own ? html`<a href="#${id}-L${line}">${line}</a>` : `${file}:${line}`,
      html`<code>${rule}</code>`,
      part === "" ? phrase("the whole rule") : html`<code>${phrase(part)}</code>`,
      phrase(gap.message),
    ]),
    "gaps",
  );
}

/** What the atoms of conditions with gaps came to together: from it one sees which example is missing. */
function seenTogether(items: readonly CoveredItem[], id: string, phrase: Phrase): Html | null {
  const open = items
    .flatMap(({ conditions }) => conditions)
    .filter(
      ({ atoms, observations }) =>
        atoms.length > 1 && observations.length > 0 && atoms.some(({ gap }) => gap !== null),
    );
  if (open.length === 0) return null;
  return html`<h3>${phrase("What was seen together")}</h3>
<p>${phrase("The conditions of several atoms that are not covered, with every combination an example showed.")}</p>
${open.map((condition) => observed(condition, id, phrase))}`;
}

function observed(
  { text, line, atoms, observations }: CoveredCondition,
  id: string,
  phrase: Phrase,
): Html {
  const headings = [
    ...atoms.map((atom) => html`<code>${atom.text}</code>`),
    phrase("Outcome"),
    phrase("Times"),
  ];
  const rows = observations.map(({ values, outcome, count }) => [
    ...values.map((value) => valueCell(value, phrase)),
    html`<strong>${phrase(outcome)}</strong>`,
    String(count),
  ]);
  return html`<details><summary><a href="#${id}-L${line}">${line}</a> <code>${text}</code></summary>
${table(phrase(`Combinations seen of ${text}`), headings, rows, "seen")}</details>
`;
}

function valueCell(value: string, phrase: Phrase): Html | string {
  const said = phrase(value);
  return value === "not evaluated" ? html`<span class="quiet">${said}</span>` : said;
}

// --- marks --------------------------------------------------------------------------------------------------------

/** Every atom, and what every branch and UNKNOWN clause does. A way that is written nowhere has no mark. */
function marksOf(items: readonly CoveredItem[], phrase: Phrase): readonly Mark[] {
  const marks = items.flatMap((item) => {
    const { kind, branches, unknown, conditions, span: whole } = item;
    const failsafe =
      kind === "failsafe" ? [clauseMark({ ...item, taken: item.tried }, phrase)] : [];
    const written = [...branches, ...(unknown === null ? [] : [unknown])].filter(
      (clause) => !same(clause.span, whole) && !isOfCondition(clause),
    );
    return [
      ...failsafe,
      ...written.map((clause) => clauseMark(clause, phrase)),
      ...conditions.flatMap(({ atoms }) => atoms.map((atom) => atomMark(atom, phrase))),
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

function clauseMark({ span, taken, gap }: CoveredClause, phrase: Phrase): Mark {
  return gap === null
    ? { span, tone: "good", note: `${phrase("taken")} ${times(taken)}` }
    : { span, tone: "bad", note: `${phrase("not taken")}: ${phrase(gap.message)}` };
}

function atomMark({ span, seen, decided, bothSeen, gap }: CoveredAtom, phrase: Phrase): Mark {
  const counts = (["true", "false", "unknown", "not evaluated"] as const)
    .filter((value) => value === "true" || value === "false" || seen[value] > 0)
    .map((value) => `${phrase(value)} ${times(seen[value])}`)
    .join(", ");
  const alone = phrase(
    `decided alone: ${times(decided.true)} as true, ${times(decided.false)} as false`,
  );
  const evaluated = seen.true + seen.false + seen.unknown > 0;
  const tone = gap === null ? "good" : bothSeen || evaluated ? "warning" : "bad";
  const details = evaluated ? `${counts}\n${alone}` : "";
  const why = gap === null ? "" : phrase(gap.message);
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
  phrase: Phrase,
): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  for (const { line, counted, tried } of items) {
    if (counted)
      marks.set(line, { tone: "good", sign: "✓", note: `${phrase("tried")} ${times(tried)}` });
  }
  const byLine = new Map<number, ListedGap[]>();
  for (const gap of gaps) {
    if (gap.file === own) byLine.set(gap.line, [...(byLine.get(gap.line) ?? []), gap]);
  }
  for (const [line, found] of byLine) {
    const bad = found.some(({ gap }) => gap.kind === "not reached");
    const note = found
      .map(({ rule, part, gap }) => `${part === "" ? rule : phrase(part)}: ${phrase(gap.message)}`)
      .join("\n");
    marks.set(line, bad ? { tone: "bad", sign: "✗", note } : { tone: "warning", sign: "◐", note });
  }
  return marks;
}
