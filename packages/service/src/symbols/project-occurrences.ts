// Mentions of a symbol beyond the document in front: in every document of the workspace that means the same by it.
import type { ServiceDocument } from "../service-document.ts";
import type { Workspace } from "../workspace.ts";
import type { Occurrence, PolicySymbol } from "./symbol.ts";

export interface PlacedOccurrence {
  readonly document: ServiceDocument;
  readonly occurrence: Occurrence;
}

/** The mentions of a symbol, those of `document` first, each document's in order of place. */
export function occurrencesIn(
  symbol: PolicySymbol,
  document: ServiceDocument,
  workspace: Workspace,
): readonly PlacedOccurrence[] {
  const others = [...workspace.documents()].filter(({ uri }) => uri !== document.uri);
  return [document, ...others].flatMap((inside) =>
    inside.symbols.of(symbol).map((occurrence) => ({ document: inside, occurrence })),
  );
}
