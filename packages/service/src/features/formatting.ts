// Formatting: of the whole document, of a range, and of the line that a typed line break or brace has ended.
import { formatPieces, type Span } from "@omega/core";
import { diffLines } from "diff";
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toPosition, toSpan } from "../text-range.ts";

/**
 * The edits that bring a document into canonical form: one for each run of lines that changes, so that cursors and folds
 * elsewhere stay as they are. Items with mistakes are left as they were written.
 */
export function formatDocument(document: ServiceDocument): readonly TextEdit[] {
  return editsWithin(document, null);
}

/** Of the document's edits those that touch a line of the range. */
export function formatRange(document: ServiceDocument, { start, end }: Range): readonly TextEdit[] {
  return editsWithin(document, linesOf(document, start.line, end.line)).filter(
    ({ range }) => range.start.line <= end.line && range.end.line >= start.line,
  );
}

/**
 * What typing a line break or `}` at a position lets one put right: the line it ended, never the line of the cursor, which
 * is still being written.
 */
export function formatOnType(
  document: ServiceDocument,
  { line }: Position,
  typed: string,
): readonly TextEdit[] {
  const ended = typed === "\n" ? line - 1 : line;
  return editsWithin(document, linesOf(document, ended, ended)).filter(
    ({ range }) =>
      range.start.line <= ended &&
      range.end.line >= ended &&
      (typed !== "\n" ||
        range.end.line < line ||
        (range.end.line === line && range.end.character === 0)),
  );
}

function linesOf({ source }: ServiceDocument, first: number, last: number): Span {
  return toSpan(source, {
    start: { line: Math.max(0, first), character: 0 },
    end: { line: Math.max(0, last) + 1, character: 0 },
  });
}

/** The edits of the pieces that touch a span, items and headers; of all without one. */
function editsWithin(
  { parsed, source, format }: ServiceDocument,
  within: Span | null,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let replaced: { start: number; end: number; newText: string } | null = null;
  const flush = (): void => {
    if (replaced === null) return;
    const { start, end, newText } = replaced;
    const range = { start: toPosition(source, start), end: toPosition(source, end) };
    edits.push({ range, newText });
    replaced = null;
  };
  for (const { span, text } of formatPieces(parsed, format, within)) {
    let offset = span.start;
    if (replaced !== null && replaced.end < offset) flush();
    for (const { added, removed, value } of diffLines(
      source.text.slice(span.start, span.end),
      text,
    )) {
      if (!added && !removed) {
        flush();
        offset += value.length;
        continue;
      }
      replaced ??= { start: offset, end: offset, newText: "" };
      if (added) replaced.newText += value;
      else {
        offset += value.length;
        replaced.end = offset;
      }
    }
  }
  flush();
  return edits;
}
