// Go to definition: where a name is declared, or what it stands for first where nothing declares it.
import { resolveProjectPath } from "@omega/core";
import type { Location, Position } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { occurrencesIn, type PlacedOccurrence } from "../symbols/project-occurrences.ts";
import { toOffset, toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";

/**
 * Where the name at a position is declared: every place that declares it, as several actors may share an action. An
 * action that no actor names is defined where rules take it, an undeclared attribute where it is first read. The name of
 * an imported file leads to its beginning. Empty where there is no name.
 */
export function findDefinition(
  document: ServiceDocument,
  position: Position,
  workspace: Workspace,
): readonly Location[] {
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return [];
  const { symbol } = found;
  if (symbol.kind === "import") return definitionOfImport(symbol.name, document, workspace);
  const all = occurrencesIn(symbol, document, workspace);
  const declared = all.filter(({ occurrence }) => occurrence.use === "declare");
  if (declared.length > 0) return declared.map(locationOf);
  if (symbol.kind === "rule") return definitionOfPosition(symbol.name, document);
  if (symbol.kind === "action") {
    const taken = all.filter(({ occurrence }) => occurrence.use === "write");
    return (taken.length > 0 ? taken : all.slice(0, 1)).map(locationOf);
  }
  if (symbol.kind === "attribute") return all.slice(0, 1).map(locationOf);
  return [];
}

/** The location of a mention. */
export function locationOf({ document, occurrence }: PlacedOccurrence): Location {
  return { uri: document.uri, range: toRange(document.source, occurrence.span) };
}

function definitionOfImport(
  path: string,
  document: ServiceDocument,
  workspace: Workspace,
): readonly Location[] {
  const file = resolveProjectPath(document.file, path);
  const imported = file === null ? null : workspace.find(file);
  if (imported === null) return [];
  return [{ uri: imported.uri, range: toRange(imported.source, { start: 0, end: 0 }) }];
}

/** A rule that is named by its position, `R3`. */
function definitionOfPosition(id: string, document: ServiceDocument): readonly Location[] {
  const rule = document.meanings.rules.find((candidate) => candidate.id === id);
  return rule === undefined
    ? []
    : [{ uri: document.uri, range: toRange(document.source, rule.span) }];
}
