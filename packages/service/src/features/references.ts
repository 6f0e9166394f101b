// Find references, and the highlights of the name under the cursor.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { occurrencesIn } from "../symbols/project-occurrences.ts";
import { toOffset, toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";
import { locationOf } from "./definition.ts";

/** Every mention of the name at a position, in all documents of the workspace; declarations only when asked for. */
export function findReferences(
  document: ServiceDocument,
  position: Position,
  includeDeclaration: boolean,
  workspace: Workspace,
): readonly Location[] {
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return [];
  return occurrencesIn(found.symbol, document, workspace)
    .filter(({ occurrence }) => includeDeclaration || occurrence.use !== "declare")
    .map(locationOf);
}

/** The mentions in this document, told apart as reads and writes. */
export function findHighlights(
  document: ServiceDocument,
  position: Position,
): readonly DocumentHighlight[] {
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return [];
  return document.symbols.of(found.symbol).map(({ span, use }) => ({
    range: toRange(document.source, span),
    kind: use === "read" ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
  }));
}
