// The mentions of a document, by place and by symbol: what navigation, rename, hover and highlighting ask.
import type { Analysis } from "@omega/core";
import { findOccurrences } from "./find-occurrences.ts";
import type { Occurrence, PolicySymbol } from "./symbol.ts";

export interface SymbolIndex {
  /** In order of place; none overlap. */
  readonly occurrences: readonly Occurrence[];
  /** The mention that an offset is in or directly behind; the one that begins there wins. */
  readonly at: (offset: number) => Occurrence | null;
  readonly of: (symbol: PolicySymbol) => readonly Occurrence[];
}

/** The index of a document's own text. */
export function createSymbolIndex(analysis: Analysis): SymbolIndex {
  const occurrences = findOccurrences(analysis);
  const byKey = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { key } = occurrence.symbol;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [occurrence]);
    else known.push(occurrence);
  }
  return {
    occurrences,
    at: (offset) => occurrenceAt(occurrences, offset),
    of: ({ key }) => byKey.get(key) ?? [],
  };
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
