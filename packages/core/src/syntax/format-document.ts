// Formatting: source text in, canonical text out. Items with mistakes stay as they were written.

import type { Diagnostic, DiagnosticCode } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { createSourceText } from "../source/source-text.ts";
import { parseDocument } from "./parse-document.ts";
import { parseItem } from "./parse-item.ts";
import {
  defaultFormatOptions,
  type FormatOptions,
  printDocument,
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
  const { document, diagnostics } = parseDocument(source);
  const broken = brokenItems(document, diagnostics, text);
  if (broken === null) return { text, changed: false, diagnostics };
  const settled = { ...defaultFormatOptions, ...options };
  const printed = printDocument(document, settled, (item, section) =>
    broken.has(item) || readsOtherwise(item, section, settled)
      ? linesAsWritten(item, section, text)
      : null,
  );
  const ended = endLinesAs(text, printed);
  return { text: ended, changed: ended !== text, diagnostics };
}

/** A checkout on Windows ends lines with CRLF, and formatting is no reason to change that. Ties are LF's. */
function endLinesAs(text: string, printed: string): string {
  const lineFeeds = text.split("\n").length - 1;
  const withReturn = text.split("\r\n").length - 1;
  return withReturn > lineFeeds - withReturn ? printed.replaceAll("\n", "\r\n") : printed;
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
