// A fix as a reader sees it: the line it makes, or a small diff where it touches several.
import { type Fix, positionAt, type SourceText, type Span, type TextEdit } from "@omega/core";
import { type FrameLayout, gutterLine, lineText, markedLine } from "./code-frame.ts";
import { displayWidth, takeWidth, visible } from "./display-text.ts";
import { type DiffLine, lineDiff } from "./line-diff.ts";

/** Diff lines shown of one fix. */
const MOST_LINES = 8;

/** The lines that show what `fix` does; none where it leaves nothing to see. */
export function describeFix(source: SourceText, fix: Fix, layout: FrameLayout): readonly string[] {
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
  const first = edits[0];
  const last = edits[edits.length - 1];
  if (first === undefined || last === undefined) return [];
  const firstLine = positionAt(source, first.span.start).line;
  const lastLine = positionAt(source, Math.max(last.span.end, last.span.start)).line;
  const start = source.lineStarts[firstLine - 1] ?? 0;
  if (firstLine === lastLine) {
    const { text, parts } = applyToLine(lineText(source, firstLine), start, edits);
    if (!text.includes("\n")) return markedLine(firstLine, text, parts, layout);
  }
  const end = source.lineStarts[lastLine] ?? source.text.length;
  const before = source.text.slice(start, end);
  const { text: after } = applyToLine(before, start, edits);
  return describeChange(before, after, layout);
}

function describeChange(before: string, after: string, layout: FrameLayout): string[] {
  const changes = withoutBlankEnds(
    lineDiff(toLines(before), toLines(after)).filter(({ kind }) => kind !== "same"),
  );
  const room = layout.width - layout.gutter - 6;
  const shown = changes.slice(0, changes.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES);
  const lines = shown.map(({ kind, text }) => {
    const clear = visible(text);
    const clipped = displayWidth(clear) > room ? `${takeWidth(clear, room - 1)}…` : clear;
    const line = `${kind === "added" ? "+" : "-"} ${clipped}`.trimEnd();
    return kind === "added" ? layout.style.green(line) : layout.style.red(line);
  });
  if (shown.length < changes.length) {
    lines.push(
      layout.style.dim(layout.style.phrase(`… and ${changes.length - shown.length} more lines`)),
    );
  }
  return lines.map((line) => ` ${gutterLine(layout, line)}`);
}

/** Blank lines around what a fix adds are not worth a reader's lines. */
function withoutBlankEnds(changes: readonly DiffLine[]): readonly DiffLine[] {
  const first = changes.findIndex(({ text }) => text.trim() !== "");
  if (first < 0) return changes;
  const fromEnd = [...changes].reverse().findIndex(({ text }) => text.trim() !== "");
  return changes.slice(first, changes.length - fromEnd);
}

function toLines(text: string): string[] {
  return text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/);
}

/** A piece of the source that begins at `base` with the edits made, and where in it new text stands. */
function applyToLine(
  piece: string,
  base: number,
  edits: readonly TextEdit[],
): { readonly text: string; readonly parts: readonly Span[] } {
  let text = "";
  let from = 0;
  const parts: Span[] = [];
  for (const { span, newText } of edits) {
    text += piece.slice(from, span.start - base);
    if (newText.trim() !== "") {
      const lead = newText.length - newText.trimStart().length;
      const start = text.length + lead;
      parts.push({ start, end: start + newText.trim().length });
    }
    text += newText;
    from = span.end - base;
  }
  return { text: text + piece.slice(from), parts };
}
