// A document's text with its line starts: turns offsets into lines and columns and back. First stage of the pipeline.
import type { Span } from "./span.ts";

/** A place a person can find: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Two places, the end exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The text exactly as given (BOM and CRLF kept, so that offsets are the host's) and where its lines begin: the first
 * behind a BOM, which no editor shows and no column counts.
 */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Indexes the lines of `text`; a line ends at LF, CRLF or a lone CR. `file` is the name diagnostics carry. */
export function createSourceText(text: string, file = "policy.omni"): SourceText {
  const lineStarts: number[] = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  // Engines search for one character much faster than a loop can.
  const find = (sign: string, from: number): number => {
    const at = text.indexOf(sign, from);
    return at < 0 ? text.length : at;
  };
  let feed = find("\n", 0);
  let carriage = find("\r", 0);
  while (feed < text.length || carriage < text.length) {
    if (feed < carriage) {
      lineStarts.push(feed + 1);
      feed = find("\n", feed + 1);
    } else {
      const isPair = feed === carriage + 1 && feed < text.length;
      if (!isPair) lineStarts.push(carriage + 1);
      carriage = find("\r", carriage + 1);
    }
  }
  return { file, text, lineStarts };
}

const lineFeed = 10;
const carriageReturn = 13;

/** The position of an offset; offsets outside the text are taken to its nearest end. */
export function positionAt(source: SourceText, offset: number): Position {
  const within = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= within) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, within - (source.lineStarts[low] ?? 0)) + 1 };
}

/** The range of a span. */
export function rangeOf(source: SourceText, of: Span): Range {
  return { start: positionAt(source, of.start), end: positionAt(source, of.end) };
}

/** The offset of a position; a line or column past the end is taken to the end of the text or line. */
export function offsetAt(source: SourceText, position: Position): number {
  const start = source.lineStarts[position.line - 1];
  if (start === undefined) return position.line < 1 ? 0 : source.text.length;
  return Math.min(start + Math.max(0, position.column - 1), endOfLine(source, position.line));
}

/** Where a line ends, counted from 1: in front of its line break, which may be two characters. */
function endOfLine({ text, lineStarts }: SourceText, line: number): number {
  const next = lineStarts[line];
  if (next === undefined) return text.length;
  const isPair =
    text.charCodeAt(next - 1) === lineFeed && text.charCodeAt(next - 2) === carriageReturn;
  return next - (isPair ? 2 : 1);
}
