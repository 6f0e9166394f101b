// Linked editing: a loop's variable, a parameter or a LET name changes everywhere as one types.
import type { Position, Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toOffset, toRange } from "../text-range.ts";

/** Ranges that are edited together, as `textDocument/linkedEditingRange` has them. */
export interface LinkedRanges {
  readonly ranges: readonly Range[];
  readonly wordPattern: string;
}

/** The mentions of the bound name at a position; null where there is none. Quoted names are edited one by one. */
export function findLinkedRanges(
  document: ServiceDocument,
  position: Position,
): LinkedRanges | null {
  const { source, symbols } = document;
  const found = symbols.at(toOffset(source, position));
  if (found === null || found.symbol.kind !== "local") return null;
  const spans = symbols.of(found.symbol).map(({ span }) => span);
  if (spans.some(({ start }) => source.text.charAt(start) === "`")) return null;
  return {
    ranges: spans.map((span) => toRange(source, span)),
    wordPattern: "[\\p{L}_][\\p{L}\\p{N}_]*",
  };
}
