// Formatting: source text in, canonical text out. Items with mistakes stay as they were written.

import type { Diagnostic, DiagnosticCode } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { createSourceText, positionAt, type SourceText } from "../source/source-text.ts";
import { type Span, span } from "../source/span.ts";
import { type ParsedDocument, parseDocument } from "./parse-document.ts";
import { parseItem } from "./parse-item.ts";
import {
  type DocumentPiece,
  defaultFormatOptions,
  type FormatOptions,
  piecesOf,
  printItem,
} from "./print-document.ts";
import { withoutPlaces } from "./same-tree.ts";
import type { Document, Item, Section, SectionKeyword } from "./tree.ts";

export interface FormattedDocument {
  readonly text: string;
  readonly changed: boolean;
  /** Of the text as given: what could not be read, and was left alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document in canonical form, every line ending as most of them did. An item with a syntax error keeps its own text; a document with
 * text outside every section (an unknown header, lines before the first) is returned unchanged. Never throws.
 */
export function format(
  text: string,
  options: Partial<FormatOptions> = {},
  file?: string,
): FormattedDocument {
  const source = createSourceText(text, file);
  const parsed = parseDocument(source);
  const { diagnostics } = parsed;
  const pieces = piecesToPrint({ ...parsed, source }, options);
  if (pieces === null) return { text, changed: false, diagnostics };
  const ending = lineEndingOf(text);
  const formatted = pieces.flatMap(({ print }) => print()).map((line) => `${line}${ending}`);
  const ended = formatted.join("");
  return { text: ended, changed: ended !== text, diagnostics };
}

/** A part of a text, whole lines of it, and what stands there in canonical form. */
export interface FormattedPiece {
  readonly span: Span;
  readonly text: string;
}

/**
 * What `format` changes of a document that was parsed already, piece by piece: items and headers, in order. With `within`
 * only pieces that touch it are looked at, and the effort is theirs.
 */
export function formatPieces(
  parsed: ParsedDocument & { readonly source: SourceText },
  options: Partial<FormatOptions> = {},
  within: Span | null = null,
): readonly FormattedPiece[] {
  const { text, lineStarts } = parsed.source;
  const pieces = piecesToPrint(parsed, options);
  if (pieces === null) return [];
  const ending = lineEndingOf(text);
  const changed: FormattedPiece[] = [];
  let start = 0;
  const note = (end: number, print: () => readonly string[]): void => {
    const at = span(start, end);
    start = end;
    if (within !== null && (at.start > within.end || at.end < within.start)) return;
    const lines = print().map((line) => `${line}${ending}`);
    const formatted = lines.join("");
    if (formatted !== text.slice(at.start, at.end)) changed.push({ span: at, text: formatted });
  };
  for (const [index, { end, print }] of pieces.entries()) {
    if (index === pieces.length - 1) note(text.length, print);
    else {
      const last = start + text.slice(start, end).trimEnd().length;
      note(Math.max(start, lineStarts[positionAt(parsed.source, last).line] ?? text.length), print);
    }
  }
  if (pieces.length === 0) note(text.length, () => []);
  return changed;
}

/** The pieces of a document as they are to be printed; null where it is to be left alone. */
function piecesToPrint(
  { document, diagnostics, source: { text } }: ParsedDocument & { readonly source: SourceText },
  options: Partial<FormatOptions>,
): readonly DocumentPiece[] | null {
  const broken = brokenItems(document, diagnostics, text);
  if (broken === null) return null;
  const settled = { ...defaultFormatOptions, ...options };
  return piecesOf(document, settled, (item, section) =>
    broken.has(item) || readsOtherwise(item, section, settled)
      ? linesAsWritten(item, section, text)
      : null,
  );
}

/** A checkout on Windows ends lines with CRLF, and formatting is no reason to change that. Ties are LF's. */
function lineEndingOf(text: string): "\n" | "\r\n" {
  const lineFeeds = text.split("\n").length - 1;
  const withReturn = text.split("\r\n").length - 1;
  return withReturn > lineFeeds - withReturn ? "\r\n" : "\n";
}

/**
 * Whether an entry in plain words would be another when its lines are joined: a colon on its second line ends no label, on
 * its first it does.
 */
function readsOtherwise(
  { body }: Item,
  section: SectionKeyword,
  { width }: FormatOptions,
): boolean {
  if (section === "INTENT" || section === "ASSUMPTION") return false;
  if (body.kind !== "prose" && body.kind !== "labelled") return false;
  const printed = parseItem(section, printItem(body, width).join("\n")).body;
  return JSON.stringify(withoutPlaces(printed)) !== JSON.stringify(withoutPlaces(body));
}

/** The comments above an item and its own lines; comments within it are in these, though its tree has them above it. */
function linesAsWritten(item: Item, section: SectionKeyword, text: string): readonly string[] {
  const written = text.slice(item.start, item.end);
  const within = parseItem(section, written).leadingComments.length;
  const above = item.leadingComments.slice(0, item.leadingComments.length - within);
  return [...above, ...written.replace(/[ \t\r\n]+$/, "").split(/\r\n|\n|\r/)];
}

/** Errors of structure that leave every line of the text in the tree. */
const harmless: ReadonlySet<DiagnosticCode> = new Set([
  documentStructureDiagnostics.missingRequiredSection.code,
  documentStructureDiagnostics.duplicateSection.code,
  documentStructureDiagnostics.misplacedSection.code,
]);

/**
 * The items with errors; null when an error lies outside all items, so that the tree may lack some of the text, or in one
 * on its header's line, where alone it may be an item.
 */
function brokenItems(
  document: Document,
  diagnostics: readonly Diagnostic[],
  text: string,
): ReadonlySet<Item> | null {
  const errors = diagnostics
    .filter(({ severity, code }) => severity === "error" && !harmless.has(code))
    .sort((first, second) => first.span.start - second.span.start);
  const items = document.sections.flatMap((section) => section.items);
  const beside = new Set(document.sections.flatMap((section) => itemBesideHeader(section, text)));
  const broken = new Set<Item>();
  let next = 0;
  for (const { span } of errors) {
    while ((items[next]?.end ?? Number.POSITIVE_INFINITY) < span.start) next += 1;
    const item = items[next];
    if (item === undefined || span.start < item.start) return null;
    if (beside.has(item)) return null;
    broken.add(item);
  }
  return broken;
}

function itemBesideHeader({ headerSpan, items }: Section, text: string): readonly Item[] {
  const [first] = items;
  if (first === undefined || /[\r\n]/.test(text.slice(headerSpan.start, first.start))) return [];
  return [first];
}
