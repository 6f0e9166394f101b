// Rename: every mention at once, or a refusal that says why. What cannot be renamed safely is not renamed.
import { printName } from "@omega/core";
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { occurrencesIn, type PlacedOccurrence } from "../symbols/project-occurrences.ts";
import type { PolicySymbol } from "../symbols/symbol.ts";
import { toOffset, toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";

/** What may be renamed at a position, or in words why nothing may. */
export type RenamePreparation =
  | { readonly kind: "renamable"; readonly range: Range; readonly placeholder: string }
  | { readonly kind: "refused"; readonly reason: string };

export type Rename =
  | { readonly kind: "renamed"; readonly documents: readonly RenamedDocument[] }
  | { readonly kind: "refused"; readonly reason: string };

/** The edits of one document, for the version they were made for. */
export interface RenamedDocument {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Whether the name at a position can be renamed. */
export function prepareRename(document: ServiceDocument, position: Position): RenamePreparation {
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return refused("there is no name here");
  const { symbol, span } = found;
  const problem = whyNot(symbol);
  if (problem !== null) return refused(problem);
  return {
    kind: "renamable",
    range: toRange(document.source, span),
    placeholder: lastName(symbol),
  };
}

/**
 * Renames the symbol at a position everywhere. Refused where the new name is taken, so that no two things become one, and
 * where a document that mentions it has no place for the name.
 */
export function rename(
  document: ServiceDocument,
  position: Position,
  newName: string,
  workspace: Workspace,
): Rename {
  const prepared = prepareRename(document, position);
  if (prepared.kind === "refused") return prepared;
  const found = document.symbols.at(toOffset(document.source, position));
  if (found === null) return refused("there is no name here");
  const name = newName.trim().replace(/^`(.*)`$/, "$1");
  const { symbol } = found;
  if (name === "" || /[`\r\n]/.test(name)) return refused("a name is one line without backticks");
  if (name === lastName(symbol)) return { kind: "renamed", documents: [] };
  const places = occurrencesIn(symbol, document, workspace);
  const taken = whereTaken(symbol, name, places);
  if (taken !== null) return refused(taken);
  const written = printName(name);
  const byDocument = new Map<ServiceDocument, TextEdit[]>();
  for (const { document: inside, occurrence } of places) {
    const edits = byDocument.get(inside) ?? [];
    const quoted = inside.source.text.charAt(occurrence.span.start) === '"';
    const newText = quoted ? JSON.stringify(name) : written;
    edits.push({ range: toRange(inside.source, occurrence.span), newText });
    byDocument.set(inside, edits);
  }
  const documents = [...byDocument].map(([{ uri, version }, edits]) => ({ uri, version, edits }));
  return { kind: "renamed", documents };
}

function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}

function whyNot({ kind, name }: PolicySymbol): string | null {
  switch (kind) {
    case "function":
      return `\`${name}\` belongs to the standard library`;
    case "unit":
      return `\`${name}\` is a unit, and units are fixed`;
    case "import":
      return "rename the file itself, then this path";
    case "attribute":
    case "field":
    case "local":
    case "rule":
    case "action":
    case "actor":
    case "constraint":
      return null;
  }
}

/** What a person sees of the name: the last part of a member's way. */
function lastName({ kind, name }: PolicySymbol): string {
  return kind === "field" ? (name.split(".").at(-1) ?? name) : name;
}

/** In words, where the new name already means something; null where it is free. */
function whereTaken(
  symbol: PolicySymbol,
  name: string,
  places: readonly PlacedOccurrence[],
): string | null {
  const wanted = symbol.kind === "field" ? symbol.name.replace(/[^.]*$/, () => name) : name;
  // Attributes and what blocks bind share one space of names: a rename must not make one hide the other.
  const alike = (other: PolicySymbol): boolean =>
    other.kind === symbol.kind || (isValue(other) && isValue(symbol));
  for (const inside of new Set(places.map(({ document }) => document))) {
    const other = inside.symbols.occurrences.find(
      ({ symbol: known }) => known.name === wanted && alike(known),
    );
    if (other === undefined) continue;
    const { line } = toRange(inside.source, other.span).start;
    return `\`${name}\` already names something else, on line ${line + 1} of ${inside.file}`;
  }
  return null;
}

function isValue({ kind }: PolicySymbol): boolean {
  return kind === "attribute" || kind === "local";
}
