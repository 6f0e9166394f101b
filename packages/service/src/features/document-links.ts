// Links in a document: web addresses in prose and comments, imported files, the policy of a suite, context files.
import { moveSpan, resolveProjectPath, type Span } from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";

/** A link: `target` is a web address, or the path of a file below the project's root, which may not be there. */
export interface FoundLink {
  readonly range: Range;
  readonly kind: "web" | "file";
  readonly target: string;
}

/** The links of a document in order. */
export function findDocumentLinks(document: ServiceDocument): readonly FoundLink[] {
  const { source, tree, file } = document;
  const links: FoundLink[] = [];
  const link = (span: Span, path: string): void => {
    const target = resolveProjectPath(file, path);
    if (target !== null) links.push({ range: toRange(source, span), kind: "file", target });
  };
  if (tree.suiteFor !== null) link(quoted(tree.suiteFor.span), tree.suiteFor.policy);
  function quoted({ start, end }: Span): Span {
    const text = source.text.slice(start, end);
    const at = text.indexOf('"');
    return at < 0 ? { start, end } : { start: start + at, end: start + text.lastIndexOf('"') + 1 };
  }
  for (const { items } of tree.sections) {
    for (const { body, start } of items) {
      if (body.kind === "import") link(moveSpan(body.pathSpan, start), body.path);
      if (body.kind === "given-file") link(quoted(moveSpan(body.span, start)), body.path);
    }
  }
  for (const { index, 0: url } of source.text.matchAll(webAddress)) {
    const range = toRange(source, { start: index, end: index + url.length });
    links.push({ range, kind: "web", target: url });
  }
  return links.sort(
    (a, b) =>
      a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Without the punctuation of the sentence around it; parentheses only in pairs. */
const webAddress =
  /https?:\/\/(?:[^\s<>"'`()\]}]|\([^\s<>"'`()]*\))*(?:[^\s<>"'`()\]}.,;:!?]|\([^\s<>"'`()]*\))/g;
