// Formatting: of the whole document, of a range, and of the line that a typed line break or brace has ended.
import { format } from "@omega/core";
import { diffLines } from "diff";
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toPosition } from "../text-range.ts";

/**
 * The edits that bring a document into canonical form: one for each run of lines that changes, so that cursors and folds
 * elsewhere stay as they are. Items with mistakes are left as they were written.
 */
export function formatDocument(document: ServiceDocument): readonly TextEdit[] {
  const { source, format: options, file } = document;
  const { text, changed } = format(source.text, options, file);
  if (!changed) return [];
  const edits: TextEdit[] = [];
  let offset = 0;
  let replaced: { start: number; end: number; newText: string } | null = null;
  const flush = (): void => {
    if (replaced === null) return;
    const { start, end, newText } = replaced;
    const range = { start: toPosition(source, start), end: toPosition(source, end) };
    edits.push({ range, newText });
    replaced = null;
  };
  for (const { added, removed, value } of diffLines(source.text, text)) {
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
  flush();
  return edits;
}

/** Of the document's edits those that touch a line of the range. */
export function formatRange(document: ServiceDocument, { start, end }: Range): readonly TextEdit[] {
  return formatDocument(document).filter(
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
  return formatDocument(document).filter(
    ({ range }) =>
      range.start.line <= ended &&
      range.end.line >= ended &&
      (typed !== "\n" ||
        range.end.line < line ||
        (range.end.line === line && range.end.character === 0)),
  );
}
