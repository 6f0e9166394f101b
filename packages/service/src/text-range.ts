// Between OMEGA's offsets and the protocol's positions: lines and characters from 0, characters in UTF-16 code units.
import { offsetAt, positionAt, type SourceText, type Span } from "@omega/core";
import type { Position, Range } from "vscode-languageserver-types";

/** The range of a span of the source's text. */
export function toRange(source: SourceText, span: Span): Range {
  return { start: toPosition(source, span.start), end: toPosition(source, span.end) };
}

/** The position of an offset; one outside the text is taken to its nearest end. */
export function toPosition(source: SourceText, offset: number): Position {
  const { line, column } = positionAt(source, offset);
  return { line: line - 1, character: column - 1 };
}

/** The offset of a position; one behind a line's end is taken to it, one outside the text to its nearest end. */
export function toOffset(source: SourceText, { line, character }: Position): number {
  return offsetAt(source, { line: line + 1, column: character + 1 });
}

/** The span of a range; an end before the start is taken to it. */
export function toSpan(source: SourceText, { start, end }: Range): Span {
  const from = toOffset(source, start);
  return { start: from, end: Math.max(from, toOffset(source, end)) };
}
