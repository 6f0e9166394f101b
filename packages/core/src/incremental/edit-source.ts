// A text after an edit, with its lines: only what the edit touches is looked at again.
import type { SourceText } from "../source/source-text.ts";
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
  const shift = newText.length - (end - start);
  const lineStarts: number[] = [];
  let line = 0;
  // Whether a carriage return ends a line depends on the character behind it, so one before is looked at again.
  for (; line < source.lineStarts.length; line++) {
    const at = source.lineStarts[line] ?? 0;
    if (at >= start && at > 0) break;
    lineStarts.push(at);
  }
  for (let at = Math.max(0, start - 1); at < start + newText.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lineStarts.push(at + 1);
  }
  for (; line < source.lineStarts.length; line++) {
    const at = source.lineStarts[line] ?? 0;
    if (at > end) lineStarts.push(at + shift);
  }
  return { file: source.file, text, lineStarts };
}
