// A document's text as HTML with parts of it marked: each mark says in a word what it is, and on demand why.
import type { Span } from "@omega/core";
import { type Html, html, joined } from "./html.ts";

/** A part of the text to mark. Two of them are apart, or one holds the other. */
export interface Mark {
  readonly span: Span;
  readonly tone: "good" | "warning" | "bad";
  /** What a reader sees who points at it: `true 3×, false 2×`. */
  readonly note: string;
}

/** A line's own mark, in the margin. */
export interface LineMark {
  readonly tone: "good" | "warning" | "bad";
  /** One character, so that colour is not all there is. */
  readonly sign: string;
  readonly note: string;
}

/** The lines of `text`, numbered, each with the id `prefix` and its number, marks nested as they stand. */
export function annotateSource(
  text: string,
  marks: readonly Mark[],
  lines: ReadonlyMap<number, LineMark>,
  prefix: string,
): Html {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const rows: Html[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    // A part of several lines is marked on each of them.
    while (next < sorted.length && (sorted[next]?.span.end ?? 0) <= start) next++;
    const here: Mark[] = [];
    for (let index = next; index < sorted.length; index++) {
      const mark = sorted[index];
      if (mark === undefined || mark.span.start >= end) break;
      if (mark.span.end > start) here.push(mark);
    }
    rows.push(
      lineRow(
        rows.length + 1,
        markedText(text, start, trimmedEnd(line, start), here),
        lines,
        prefix,
      ),
    );
    start = end + 1;
  }
  if (text.endsWith("\n")) rows.pop();
  return html`<ol class="source">${joined(rows)}</ol>`;
}

function trimmedEnd(line: string, start: number): number {
  return start + (line.endsWith("\r") ? line.length - 1 : line.length);
}

function lineRow(
  number: number,
  content: Html,
  lines: ReadonlyMap<number, LineMark>,
  prefix: string,
): Html {
  const mark = lines.get(number);
  const margin =
    mark === undefined
      ? html`<span class="sign"></span>`
      : html`<span class="sign ${mark.tone}" title="${mark.note}" role="img" aria-label="${mark.note}">${mark.sign}</span>`;
  return html`<li id="${prefix}${number}">${margin}<code dir="auto">${content}</code></li>`;
}

/** The text from `start` to `end` with `marks`, sorted, the outer ones first. */
function markedText(text: string, start: number, end: number, marks: readonly Mark[]): Html {
  const pieces: (string | Html)[] = [];
  let at = start;
  let index = 0;
  while (index < marks.length) {
    const mark = marks[index];
    if (mark === undefined) break;
    const from = mark.span.start < start ? indented(text, start) : mark.span.start;
    const to = Math.min(mark.span.end, end);
    let inside = index + 1;
    while (inside < marks.length && (marks[inside]?.span.start ?? end) < to) inside++;
    if (from >= at && to > from) {
      pieces.push(text.slice(at, from));
      pieces.push(markedPart(mark, markedText(text, from, to, marks.slice(index + 1, inside))));
      at = to;
    }
    index = inside;
  }
  pieces.push(text.slice(at, Math.max(at, end)));
  return joined(pieces);
}

/** Where a line begins that goes on with a part: behind its indent. */
function indented(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** What is not covered can be reached by keyboard, and is described to who cannot see it. */
function markedPart({ tone, note }: Mark, content: Html): Html {
  return tone === "good"
    ? html`<span class="part good">${content}<span class="tip" aria-hidden="true">${note}</span></span>`
    : html`<span class="part ${tone}" tabindex="0" role="mark" aria-description="${note}">${content}<span class="tip" aria-hidden="true">${note}</span></span>`;
}

/** The style of annotated text. */
export const sourceStyle = `
.source{list-style:none;margin:0 0 1.25rem;padding:.75rem 0;background:var(--raised);border:1px solid var(--line);border-radius:8px;font-family:var(--code);font-size:.86rem;line-height:1.75;counter-reset:line}
.source li{display:grid;grid-template-columns:3.4rem 1.6rem minmax(0,1fr);margin:0;counter-increment:line}
.source li::before{content:counter(line);color:var(--muted);text-align:end;padding-inline-end:.5rem;font-variant-numeric:tabular-nums}
.source li:target{background:var(--accent-soft)}
.source li:hover{background:var(--sunken)}
.source code{background:none;border-radius:0;padding:0 .75rem 0 0;font-size:1em;white-space:pre-wrap;overflow-wrap:anywhere}
.sign{font-weight:700;text-align:center}
.sign.good{color:var(--good)}.sign.warning{color:var(--warning)}.sign.bad{color:var(--bad)}
.part{position:relative;border-radius:3px;text-decoration:underline;text-underline-offset:.28em;text-decoration-thickness:2px;text-decoration-skip-ink:none}
.part.good{background:var(--good-soft);text-decoration-color:var(--good)}
.part.warning{background:var(--warning-soft);text-decoration-style:dashed;text-decoration-color:var(--warning)}
.part.bad{background:var(--bad-soft);text-decoration-style:wavy;text-decoration-thickness:1.5px;text-decoration-color:var(--bad)}
.tip{display:none;position:absolute;inset-inline-start:0;top:calc(100% + .3rem);z-index:5;width:max-content;max-width:min(26rem,70vw);padding:.4rem .65rem;border-radius:6px;background:var(--ink);color:var(--ground);font:400 .82rem/1.45 var(--text);white-space:pre-line;text-decoration:none;user-select:none}
.part:hover:not(:has(.part:hover))>.tip,.part:focus-visible>.tip{display:block}
@media print{.tip{display:none!important}.source{border-radius:0}.source li{break-inside:avoid}}
`;
