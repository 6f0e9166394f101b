// From the decision view to the text: which column shows a document, and where in it a row of the view leads.
import {
  Position,
  type Range,
  Selection,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { PagePlace } from "../decision-webview/messages.ts";
import type { DecisionSession } from "./decision-session.ts";

/** The column that shows a document's text; the first where none does. */
export function columnOf(uri: string): ViewColumn {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return editor?.viewColumn ?? ViewColumn.One;
}

/** Goes to a place that the page knows: a row's, or a declaration's. */
export async function reveal(session: DecisionSession, place: PagePlace): Promise<void> {
  const answer = session.answer();
  const file = "file" in place ? place.file : session.shown()?.file;
  const address = file === undefined ? undefined : answer?.addresses[file];
  const target = address ?? session.uri;
  const document = await workspace.openTextDocument(Uri.parse(target));
  await window.showTextDocument(document, {
    viewColumn: columnOf(target),
    selection: "range" in place ? startOf(place.range.start) : lineStart(document, place.line),
  });
}

function startOf({
  line,
  character,
}: {
  readonly line: number;
  readonly character: number;
}): Range {
  const position = new Position(line, character);
  return new Selection(position, position);
}

/** Before the first sign of a line, counted from 1. */
function lineStart(document: TextDocument, line: number): Range {
  const index = Math.max(0, Math.min(line, document.lineCount) - 1);
  return startOf({
    line: index,
    character: document.lineAt(index).firstNonWhitespaceCharacterIndex,
  });
}
