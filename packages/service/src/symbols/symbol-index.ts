// The mentions of a document, by place and by symbol: what navigation, rename, hover and highlighting ask.
import { moveSpan, type SourceText, type Tree } from "@omega/core";
import {
  findOccurrences,
  type ItemOccurrences,
  type OccurrenceMemory,
  policyMention,
} from "./find-occurrences.ts";
import type { Homes } from "./homes.ts";
import type { Occurrence, PolicySymbol } from "./symbol.ts";

export interface SymbolIndex {
  /** In order of place; none overlap. */
  readonly occurrences: readonly Occurrence[];
  /** Those in an item, by places relative to its start: the same array for as long as nothing about them changes. */
  readonly inItem: (item: Tree.Item) => ItemOccurrences;
  /** The mention that an offset is in or directly behind; the one that begins there wins. */
  readonly at: (offset: number) => Occurrence | null;
  readonly of: (symbol: PolicySymbol) => readonly Occurrence[];
}

/** The index of a document's own text; what `memory` knows of its items is used again. */
export function createSymbolIndex(
  document: Tree.Document,
  source: SourceText,
  homes: Homes,
  memory: OccurrenceMemory,
): SymbolIndex {
  const byItem = findOccurrences(document, source, homes, memory);
  let occurrences: readonly Occurrence[] | null = null;
  let byKey: ReadonlyMap<string, readonly Occurrence[]> | null = null;
  const all = (): readonly Occurrence[] => {
    occurrences ??= placeAll(document, source, byItem);
    return occurrences;
  };
  return {
    get occurrences() {
      return all();
    },
    inItem: (item) => byItem.get(item) ?? [],
    at: (offset) => occurrenceAt(all(), offset),
    of({ key }) {
      byKey ??= groupByKey(all());
      return byKey.get(key) ?? [];
    },
  };
}

function placeAll(
  { suiteFor, sections }: Tree.Document,
  source: SourceText,
  byItem: ReadonlyMap<Tree.Item, ItemOccurrences>,
): readonly Occurrence[] {
  const header = suiteFor === null ? null : policyMention(suiteFor, source);
  const placed: Occurrence[] = header === null ? [] : [header];
  for (const { items } of sections) {
    for (const item of items) {
      for (const { symbol, span, use } of byItem.get(item) ?? []) {
        placed.push({ symbol, span: moveSpan(span, item.start), use });
      }
    }
  }
  return placed;
}

function groupByKey(
  occurrences: readonly Occurrence[],
): ReadonlyMap<string, readonly Occurrence[]> {
  const byKey = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { key } = occurrence.symbol;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [occurrence]);
    else known.push(occurrence);
  }
  return byKey;
}

function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | null {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = occurrences[low - 1];
  if (found === undefined || found.span.end < offset) return null;
  return found;
}
