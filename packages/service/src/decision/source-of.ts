// The text of the files that a document's policy is made of: the document, what it imports, and what a suite is about.
import { createSourceText, type SourceText } from "@omega/core";
import type { ServiceDocument } from "../service-document.ts";

/** The text of a file by its path below the project's root; null where it is not at hand. */
export function sourceOf(document: ServiceDocument, file: string): SourceText | null {
  if (file === document.file) return document.source;
  const imported = document.policy.analysis.imports.find(({ path }) => path === file);
  if (imported !== undefined) return imported.source;
  const text = document.options.load?.(file) ?? null;
  return text === null ? null : createSourceText(text, file);
}
