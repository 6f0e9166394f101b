// Source lines with marks under the part that is meant, clipped to the terminal's width.
import { positionAt, type SourceText, type Span } from "@omega/core";
import { displayWidth, takeWidth, visible } from "./display-text.ts";
import type { Style } from "./style.ts";

/** How a frame looks. */
export interface FrameLayout {
  /** What marks are made of: `^` under a mistake, `-` under a related place, `~` under what a fix writes. */
  readonly mark: string;
  readonly paint: (text: string) => string;
  /** Columns for line numbers. */
  readonly gutter: number;
  /** Columns in all. */
  readonly width: number;
  readonly style: Style;
}

/** More lines than this are shown by their first two and their last. */
const MOST_LINES = 4;

/** The source lines `at` touches, each with its marks; `label` stands behind the last ones where it fits. */
export function codeFrame(
  source: SourceText,
  at: Span,
  layout: FrameLayout,
  label = "",
): readonly string[] {
  const first = positionAt(source, at.start).line;
  const last = Math.max(first, lastLine(source, at));
  const numbers =
    last - first < MOST_LINES
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [first, first + 1, null, last];
  return numbers.flatMap((number) =>
    number === null
      ? [layout.style.dim("...")]
      : frameLine(source, number, at, layout, number === last ? label : ""),
  );
}

/** A line that no frame line has a number for, such as the empty one above a frame. */
export function gutterLine(layout: Pick<FrameLayout, "gutter" | "style">, text = ""): string {
  const bar = layout.style.blue("|");
  return `${" ".repeat(layout.gutter + 1)}${bar}${text === "" ? "" : ` ${text}`}`;
}

/** A span that ends at the very beginning of a line does not touch that line. */
function lastLine(source: SourceText, at: Span): number {
  const { line, column } = positionAt(source, at.end);
  return column === 1 && at.end > at.start ? line - 1 : line;
}

/** The text of a line, from 1, without its end. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, "");
}

function frameLine(
  source: SourceText,
  line: number,
  at: Span,
  layout: FrameLayout,
  label: string,
): string[] {
  const text = lineText(source, line);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const indentation = text.length - text.trimStart().length;
  const from = at.start > lineStart ? at.start - lineStart : at.end > at.start ? indentation : 0;
  const marked = { start: from, end: Math.max(from, Math.min(at.end - lineStart, text.length)) };
  return markedLine(line, text, [marked], layout, label);
}

/** One line under its number, with marks under its parts; parts are offsets in `text`, in order. */
export function markedLine(
  line: number,
  text: string,
  parts: readonly Span[],
  layout: FrameLayout,
  label = "",
): string[] {
  const { gutter, mark, paint, style } = layout;
  const available = Math.max(20, layout.width - gutter - 4);
  const shown = clipLine(text, parts, available);
  const number = style.blue(`${String(line).padStart(gutter)} |`);
  const code = ` ${number} ${shown.text}`.trimEnd();
  if (parts.length === 0) return [code];
  let marks = "";
  for (const { start, end } of shown.parts) {
    marks = `${marks.padEnd(start)}${mark.repeat(Math.max(1, end - Math.max(start, marks.length)))}`;
  }
  const besides = label !== "" && marks.length + 1 + displayWidth(label) <= available;
  const underline = gutterLine(layout, paint(besides ? `${marks} ${label}` : marks));
  return [
    code,
    ` ${underline}`,
    ...(label === "" || besides ? [] : [` ${gutterLine(layout, paint(label))}`]),
  ];
}

/** A line as shown, and the columns of its parts in it. */
interface ClippedLine {
  readonly text: string;
  readonly parts: readonly Span[];
}

/** The piece of a line that fits and holds the first part's beginning, with `…` where something is left out. */
function clipLine(text: string, parts: readonly Span[], available: number): ClippedLine {
  const [focus = { start: 0, end: 0 }] = parts;
  // Measuring a line of a megabyte takes long, and no terminal shows more than this much around the focus.
  const sliceStart = Math.max(0, focus.start - 2 * available);
  const slice = text.slice(sliceStart, focus.start + 4 * available);
  const column = (offset: number): number =>
    displayWidth(visible(slice.slice(0, Math.max(0, offset - sliceStart))));
  const columns = parts.map(({ start, end }) => ({ start: column(start), end: column(end) }));
  const shown = visible(slice);
  const whole = sliceStart === 0 && slice.length === text.length;
  if (whole && displayWidth(shown) <= available) return { text: shown, parts: columns };

  const { start, end } = columns[0] ?? { start: 0, end: 0 };
  const fits = sliceStart === 0 && Math.min(end, start + available / 2) < available - 1;
  const left = fits ? 0 : Math.max(0, start - Math.floor(available / 4));
  const dropped = takeWidth(shown, left);
  const lead = left === 0 ? "" : "…";
  const rest = shown.slice(dropped.length);
  const room = available - displayWidth(lead);
  const clipped =
    displayWidth(rest) <= room && sliceStart + slice.length === text.length
      ? rest
      : `${takeWidth(rest, room - 1)}…`;
  const shift = displayWidth(lead) - displayWidth(dropped);
  const most = displayWidth(lead) + displayWidth(clipped);
  return {
    text: lead + clipped,
    parts: columns
      .map((part) => ({ start: part.start + shift, end: Math.min(part.end + shift, most) }))
      .filter((part) => part.start >= 0 && part.start < most),
  };
}
