// Links in a document: web addresses in prose and comments, imported files, the policy of a suite, context files.
import { moveSpan, resolveProjectPath, type Span } from "@omega/core";
import type { DocumentLink } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";

/** Finds the address of a file below the project's root; null where the host has none. */
export type FileAddress = (file: string) => string | null;

/** The links of a document in order; a file link only where the host has the file. */
export function findDocumentLinks(
  document: ServiceDocument,
  addressOf: FileAddress,
): readonly DocumentLink[] {
  const { source, tree, file } = document;
  const links: DocumentLink[] = [];
  const link = (span: Span, path: string): void => {
    const target = resolveProjectPath(file, path);
    const address = target === null ? null : addressOf(target);
    if (address !== null) links.push({ range: toRange(source, span), target: address });
  };
  if (tree.suiteFor !== null) link(tree.suiteFor.span, tree.suiteFor.policy);
  for (const { items } of tree.sections) {
    for (const { body, start } of items) {
      if (body.kind === "import") link(moveSpan(body.pathSpan, start), body.path);
      if (body.kind === "given-file") link(moveSpan(body.span, start), body.path);
    }
  }
  for (const { index, 0: url } of source.text.matchAll(webAddress)) {
    const range = toRange(source, { start: index, end: index + url.length });
    links.push({ range, target: url });
  }
  return links.sort(
    (a, b) =>
      a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Without the punctuation of the sentence around it; parentheses only in pairs. */
const webAddress =
  /https?:\/\/(?:[^\s<>"'`()\]}]|\([^\s<>"'`()]*\))*(?:[^\s<>"'`()\]}.,;:!?]|\([^\s<>"'`()]*\))/g;
