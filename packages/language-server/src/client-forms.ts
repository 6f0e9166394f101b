// Answers in the forms a client can take: newer editors say what they understand, older ones get what the protocol had first.
import type { RenamedDocument } from "@omega/service";
import {
  type CodeAction,
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Entries of a list; where the client knows no snippets, their places to fill in hold their examples. */
export function completionsFor(
  client: Client,
  items: readonly CompletionItem[],
): readonly CompletionItem[] {
  if (client.snippets) return items;
  return items.map(({ insertTextFormat, textEdit, ...item }) =>
    textEdit === undefined || insertTextFormat !== InsertTextFormat.Snippet
      ? { ...item, ...(textEdit && { textEdit }) }
      : { ...item, textEdit: { ...textEdit, newText: withoutPlaceholders(textEdit.newText) } },
  );
}

/** `${1:name}` becomes `name`, `${1|a,b|}` its first choice, `$0` nothing. */
function withoutPlaceholders(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replaceAll(/\$\d/g, "")
    .trimEnd();
}

/** A hover, in plain text where the client shows no Markdown. */
export function hoverFor(client: Client, hover: Hover | null): Hover | null {
  if (client.markdown || hover === null || !MarkupContent.is(hover.contents)) return hover;
  const value = hover.contents.value.replaceAll(/```(?:omega)?\n?|\*\*|`/g, "").trim();
  return { ...hover, contents: { kind: MarkupKind.PlainText, value } };
}

/** The outline, flat where the client knows no tree of it. */
export function symbolsFor(
  client: Client,
  uri: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  if (client.symbolTree) return [...symbols];
  const flat = (inside: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    inside.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
      ...flat(children, name),
    ]);
  return flat(symbols);
}

/**
 * A rename's edits: with the version that each was made for, or by address where the client knows no versions. A file that
 * is not `open` has no version that an editor would know.
 */
export function renameFor(
  client: Client,
  documents: readonly RenamedDocument[],
  open: ReadonlySet<string>,
): WorkspaceEdit {
  return workspaceEditFor(client, {
    documentChanges: documents.map(({ uri, version, edits }) => ({
      textDocument: { uri, version: open.has(uri) ? version : null },
      edits: [...edits],
    })),
  });
}

/** A code action with its edit as the client can take it. */
export function codeActionFor(client: Client, action: CodeAction): CodeAction {
  const { edit } = action;
  return edit === undefined ? action : { ...action, edit: workspaceEditFor(client, edit) };
}

function workspaceEditFor(client: Client, edit: WorkspaceEdit): WorkspaceEdit {
  if (client.versionedEdits) return edit;
  const changes: Record<string, TextEdit[]> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!isTextDocumentEdit(change)) continue;
    changes[change.textDocument.uri] = change.edits.filter(isPlain);
  }
  return { changes };
}

function isTextDocumentEdit(change: object): change is TextDocumentEdit {
  return "textDocument" in change;
}

/** Edits of the service are plain ones; the protocol has others. */
function isPlain(edit: TextDocumentEdit["edits"][number]): edit is TextEdit {
  return "newText" in edit;
}
