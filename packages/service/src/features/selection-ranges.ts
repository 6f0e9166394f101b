// Expanding selections: word, expression around it, clause, rule, item, section, document.
import { moveSpan, type Span, type Tree } from "@omega/core";
import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toOffset, toRange } from "../text-range.ts";

/** For each position the ranges around it, each inside the next, the innermost first. */
export function findSelectionRanges(
  document: ServiceDocument,
  positions: readonly Position[],
): readonly SelectionRange[] {
  return positions.map((position) => {
    const spans = spansAround(document, toOffset(document.source, position));
    let range: SelectionRange | undefined;
    for (const span of spans) {
      range = { range: toRange(document.source, span), ...(range && { parent: range }) };
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** The outermost first; no two alike. */
function spansAround({ tree, source, symbols }: ServiceDocument, offset: number): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: source.text.length }];
  const add = (span: Span): void => {
    const inside = spans.at(-1);
    if (inside === undefined || !holds(span, offset)) return;
    const fits = span.start >= inside.start && span.end <= inside.end;
    const isSmaller = span.end - span.start < inside.end - inside.start;
    if (fits && isSmaller) spans.push(span);
  };
  for (const section of tree.sections) {
    if (!holds(section.span, offset)) continue;
    add(section.span);
    for (const item of section.items) {
      if (holds(item, offset)) {
        add({ start: item.start, end: item.end });
        addNodes(item.body, item.start, add);
      }
    }
  }
  const mention = symbols.at(offset);
  if (mention !== null) add(mention.span);
  return spans;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Adds the span of a node of the tree and of all nodes below it that hold the offset, outer ones first. */
function addNodes(node: Tree.ItemBody, base: number, add: (span: Span) => void): void {
  const pending: unknown[] = [node];
  const found: Span[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (isSpanned(next)) found.push(moveSpan(next.span, base));
    pending.push(...Object.values(next));
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const span of found) add(span);
}

function isSpanned(node: object): node is { readonly span: Span } {
  return "span" in node;
}
