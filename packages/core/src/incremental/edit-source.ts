// A text after an edit, with its lines: only what the edit touches is looked at again.
import { createSourceText, type SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";

/** One replaced piece of a text. */
export interface Edit {
  /** What goes, in the text before. */
  readonly span: Span;
  readonly newText: string;
}

/** The source with the edit applied: equal to one made of the new text. */
export function editSource(source: SourceText, { span, newText }: Edit): SourceText {
  const { start, end } = span;
  const text = source.text.slice(0, start) + newText + source.text.slice(end);
  // A byte order mark counts as such only where the text begins.
  if (start <= 1) return createSourceText(text, source.file);
  const shift = newText.length - (end - start);
  const { lineStarts: before } = source;
  // Whether a carriage return ends a line depends on the character behind it, so one before is looked at again.
  const ahead = before.slice(0, Math.max(1, firstFrom(before, start)));
  const within: number[] = [];
  for (let at = Math.max(0, start - 1); at < start + newText.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) within.push(at + 1);
  }
  const behind = before.slice(firstFrom(before, end + 1));
  for (let line = 0; line < behind.length; line++) behind[line] = (behind[line] ?? 0) + shift;
  return { file: source.file, text, lineStarts: [...ahead, ...within, ...behind] };
}

/** The number of the first line that begins at the offset or behind it. */
function firstFrom(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
