// A text as an editor has it, counted on its own: what the server says of places is held to lines and UTF-16 units here.
import type { Position, Range, TextEdit } from "vscode-languageserver/node";

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines of a text without their ends, each with the offset it begins at. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, text: text.slice(start, index) });
    start = index + end.length;
  }
  return [...lines, { start, text: text.slice(start) }];
}

/** The position of an offset, in UTF-16 code units. */
export function positionOf(text: string, offset: number): Position {
  const lines = linesOf(text);
  const behind = lines.findIndex(({ start }) => start > offset);
  const line = (behind < 0 ? lines.length : behind) - 1;
  return { line, character: offset - (lines[line]?.start ?? 0) };
}

/** The offset of a position. Throws where the text has none: no answer may speak of a place that is not there. */
export function offsetOf(text: string, { line, character }: Position): number {
  const found = linesOf(text)[line];
  if (found === undefined) throw new Error(`the text has no line ${line}`);
  if (character > found.text.length) {
    throw new Error(`line ${line} has ${found.text.length} characters, not ${character}`);
  }
  return found.start + character;
}

/** The text after edits that are all of the text before. Throws where two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const placed = edits
    .map(({ range, newText }) => ({
      start: offsetOf(text, range.start),
      end: offsetOf(text, range.end),
      newText,
    }))
    .sort((first, second) => first.start - second.start || first.end - second.end);
  let changed = "";
  let end = 0;
  for (const edit of placed) {
    if (edit.start < end || edit.end < edit.start) throw new Error("edits overlap");
    changed += text.slice(end, edit.start) + edit.newText;
    end = edit.end;
  }
  return changed + text.slice(end);
}

/** The line of a range with the range in `«»`; of a range over several lines, how far it goes. */
export function showRange(text: string, { start, end }: Range): string {
  const from = offsetOf(text, start);
  const to = offsetOf(text, end);
  const line = linesOf(text)[start.line] ?? { start: 0, text: "" };
  const lineEnd = line.start + line.text.length;
  const goesOn = end.line > start.line;
  const last = Math.min(to, lineEnd);
  const shown = `${text.slice(line.start, from)}«${text.slice(from, last)}${goesOn ? "" : "»"}${text.slice(last, lineEnd)}`;
  return `${start.line + 1}: ${shown.trimEnd()}${goesOn ? `… to ${end.line + 1}:${end.character + 1}` : ""}`;
}
