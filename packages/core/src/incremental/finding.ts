// Diagnostics that are kept while their document changes: every place in them moves with the item it lies in.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { moveSpan, type Span } from "../source/span.ts";
import type { ItemRecord } from "./item-record.ts";

/** A diagnostic with the items that its places lie in. */
export interface Finding {
  /** As it was when it was last placed. */
  diagnostic: Diagnostic;
  /** Of its span, its related places and the edits of its fixes, in order; null for places outside all items. */
  readonly items: readonly (ItemRecord | null)[];
  /** Where those items began then. */
  readonly starts: number[];
  /** Whether some place in the open document lies in no item, so that it cannot be kept. */
  readonly isLoose: boolean;
}

/** Keeps a diagnostic that has just been made; `itemAt` gives the item that holds an offset of a file. */
export function keep(
  diagnostic: Diagnostic,
  ownFile: string,
  itemAt: (file: string, offset: number) => ItemRecord | null,
): Finding {
  const items: (ItemRecord | null)[] = [];
  let isLoose = false;
  const note = (file: string, { start }: Span): void => {
    const item = itemAt(file, start);
    if (item === null && file === ownFile) isLoose = true;
    items.push(item);
  };
  note(diagnostic.file, diagnostic.span);
  for (const { file, span } of diagnostic.related) note(file, span);
  for (const { edits } of diagnostic.fixes) {
    for (const { span } of edits) note(diagnostic.file, span);
  }
  return { diagnostic, items, starts: items.map((record) => record?.item.start ?? 0), isLoose };
}

/** The diagnostic where its items stand now. */
export function placed(finding: Finding): Diagnostic {
  const { items, starts } = finding;
  if (items.every((record, index) => record === null || record.item.start === starts[index])) {
    return finding.diagnostic;
  }
  let next = 0;
  const move = (span: Span): Span => {
    const index = next++;
    const start = items[index]?.item.start ?? 0;
    const moved = moveSpan(span, start - (starts[index] ?? 0));
    starts[index] = start;
    return moved;
  };
  const { diagnostic } = finding;
  const span = move(diagnostic.span);
  const related = diagnostic.related.map((place) => ({ ...place, span: move(place.span) }));
  const fixes = diagnostic.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
  }));
  finding.diagnostic = { ...diagnostic, span, related, fixes };
  return finding.diagnostic;
}
