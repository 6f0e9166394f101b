// One root cause, one diagnostic: what a later stage says about a rule that could not be read is left out.
import { moveSpan, type Span } from "../source/span.ts";
import type { BlockItem, Document, ErrorItem, Item, Rule } from "../syntax/tree.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * The findings of later stages without those that lie in a rule (the innermost one, or another item) that a syntax
 * error lies in. `syntax` are the parser's diagnostics of the same document.
 */
export function suppressFollowUps(
  findings: readonly Diagnostic[],
  syntax: readonly Diagnostic[],
  document: Document,
  file: string,
): readonly Diagnostic[] {
  const items = document.sections.flatMap((section) => section.items);
  const unread = new Map<Item, Span[]>();
  for (const { severity, span } of syntax) {
    const item = severity === "error" ? itemAt(items, span.start) : null;
    if (item === null) continue;
    const innermost = innermostRule(item.body, span.start - item.start);
    const part = innermost === null ? item : moveSpan(innermost, item.start);
    unread.set(item, [...(unread.get(item) ?? []), part]);
  }
  if (unread.size === 0) return findings;
  return findings.filter((finding) => {
    const item = finding.file === file ? itemAt(items, finding.span.start) : null;
    const parts = item === null ? undefined : unread.get(item);
    return parts?.some((part) => holds(part, finding.span.start)) !== true;
  });
}

/** The item that holds an absolute offset, by bisection: items stand in order and do not overlap. */
function itemAt(items: readonly Item[], offset: number): Item | null {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item !== undefined && holds(item, offset) ? item : null;
}

/** The span of the innermost rule inside a loop that holds the offset; null when no loop's body does. */
function innermostRule(body: Item["body"] | Rule | ErrorItem, offset: number): Span | null {
  if (body.kind !== "for" && body.kind !== "while") return null;
  const inner = body.body.find(({ rule }: BlockItem) => holds(rule.span, offset));
  if (inner === undefined) return null;
  return innermostRule(inner.rule, offset) ?? inner.rule.span;
}

function holds(part: Span, offset: number): boolean {
  return offset >= part.start && offset <= part.end;
}
