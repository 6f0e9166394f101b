// Go to type definition: the declaration in CONTEXT that gives a value its type.
import type { Location, Position } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { occurrencesIn } from "../symbols/project-occurrences.ts";
import { toOffset } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";
import { locationOf } from "./definition.ts";

/**
 * Where the type of the value at a position is written: for an attribute or a member, and for a loop's element or a LET
 * name the attribute or member it stands for. Empty where the type is inferred.
 */
export function findTypeDefinition(
  document: ServiceDocument,
  position: Position,
  workspace: Workspace,
): readonly Location[] {
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return [];
  const { symbol } = found;
  const typed = symbol.kind === "local" ? symbol.standsFor : symbol;
  if (typed?.kind !== "attribute" && typed?.kind !== "field") return [];
  return occurrencesIn(typed, document, workspace)
    .filter(({ occurrence }) => occurrence.use === "declare")
    .map(locationOf);
}
