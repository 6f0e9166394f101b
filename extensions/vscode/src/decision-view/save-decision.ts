// Saving what is decided: as an EXAMPLE at the end of the document, and its context as a JSON file.
import {
  type DecideAnswer,
  omegaRequests,
  type SaveAsExampleParameters,
} from "@omega/language-server";
import { problemOfTitle, type SavedExample } from "@omega/service";
import { Position, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "../ask-about-examples.ts";
import { fileChoice } from "./choose-context.ts";
import { nameOf } from "./context-files.ts";
import type { ContextChoice } from "./decision-session.ts";

export interface SavedDecision {
  readonly document: TextDocument;
  /** Of the new section's header. */
  readonly range: Range;
  /** The example, to go on from. */
  readonly choice: ContextChoice;
}

/** Asks for a title and appends the EXAMPLE; null where it cannot be, which is said, or a person thinks better of it. */
export async function saveDecision(
  client: BaseLanguageClient,
  uri: string,
  { context, now }: DecideAnswer,
): Promise<SavedDecision | null> {
  const ask = (title: string): Promise<SavedExample | null> => {
    const parameters: SaveAsExampleParameters = { uri, context, now, title };
    return client.sendRequest<SavedExample | null>(omegaRequests.saveAsExample, parameters);
  };
  // What stands in the way is said before a title is asked for.
  if (isRefused(await ask("example"))) return null;
  const title = await window.showInputBox({
    title: "Save as EXAMPLE",
    prompt: "What does the example show?",
    placeHolder: "worker inside the cell",
    validateInput: (text) => (text === "" ? null : problemOfTitle(text)),
  });
  if (title === undefined || title.trim() === "") return null;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const saved = await ask(title);
  if (isRefused(saved)) return null;
  // The text may have changed while the answer was under way; the section belongs to its end, wherever that is.
  const isCurrent = saved.version === document.version;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const position = isCurrent ? new Position(saved.position.line, saved.position.character) : end;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, position, saved.text);
  if (!(await workspace.applyEdit(edit))) return null;
  const examples = await askAboutExamples(client, "list", { uri });
  const added = examples.filter((example) => example.title === title.trim()).at(-1);
  const line = position.line + saved.text.split("\n").findIndex((text) => text !== "");
  return {
    document,
    range: new Range(line, 0, line, 0),
    choice: {
      kind: "example",
      id: added?.id ?? `1:${title.trim()}`,
      title: title.trim(),
    },
  };
}

/** Whether there is no example to save, which is then said. */
function isRefused(
  saved: SavedExample | null,
): saved is Exclude<SavedExample, { readonly kind: "example" }> | null {
  if (saved?.kind === "example") return false;
  const reason = saved === null ? "the document is not open" : saved.reason;
  void window.showErrorMessage(`The decision cannot be saved as an EXAMPLE: ${reason}.`);
  return true;
}

/** Asks for a file and writes the context into it; null where none is chosen. */
export async function saveContext(document: Uri, context: string): Promise<ContextChoice | null> {
  const stem = nameOf(document).replace(/(\.test)?\.omni$/, "");
  // A document that was never saved lies nowhere.
  const folder =
    document.scheme === "untitled"
      ? workspace.workspaceFolders?.[0]?.uri
      : Uri.joinPath(document, "..");
  const file = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `${stem}.context.json`) }),
    filters: { JSON: ["json"] },
    title: "Save Context",
  });
  if (file === undefined) return null;
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${context}\n`));
  return fileChoice(file);
}
