// Formatting: source text in, canonical text out. Items with mistakes stay as they were written.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createSourceText } from "../source/source-text.ts";
import { parseDocument } from "./parse-document.ts";
import { defaultFormatOptions, type FormatOptions, printDocument } from "./print-document.ts";

export interface FormattedDocument {
  readonly text: string;
  readonly changed: boolean;
  /** Of the text as given: what could not be read, and was left alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document in canonical form with LF line ends. A document whose structure has an error (an unknown section, a
 * section out of place) is returned unchanged; an item with a syntax error keeps its own text. Never throws.
 */
export function format(
  text: string,
  options: Partial<FormatOptions> = {},
  file?: string,
): FormattedDocument {
  const source = createSourceText(text, file);
  const { document, diagnostics } = parseDocument(source);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const items = document.sections.flatMap((section) => section.items);
  const broken = new Set<number>();
  for (const error of errors) {
    const item = items.find(
      ({ start, end }) => error.span.start >= start && error.span.start <= end,
    );
    if (item === undefined) return { text, changed: false, diagnostics };
    broken.add(item.start);
  }
  const printed = printDocument(document, { ...defaultFormatOptions, ...options }, (item) =>
    broken.has(item.start) ? text.slice(item.start, item.end).trimEnd() : null,
  );
  return { text: printed, changed: printed !== text, diagnostics };
}
