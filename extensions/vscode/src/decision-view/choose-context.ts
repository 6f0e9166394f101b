// Asks which context to decide on: an EXAMPLE of the document, a JSON file near it, its samples, or nothing.
import {
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "../ask-about-examples.ts";
import { findContextFiles, nameOf } from "./context-files.ts";
import type { ContextChoice } from "./decision-session.ts";

interface ChoiceItem extends QuickPickItem {
  /** Null asks for a file by a dialog. */
  readonly choice?: ContextChoice | null;
}

/** The choice that a person makes; null where none is made. */
export async function chooseContext(
  client: BaseLanguageClient,
  document: TextDocument,
  current: ContextChoice,
): Promise<ContextChoice | null> {
  const picked = await window.showQuickPick(listChoices(client, document, current), {
    title: `Context for ${nameOf(document.uri)}`,
    placeHolder: "Decide on an EXAMPLE, a JSON file, the samples, or nothing known",
    matchOnDescription: true,
  });
  if (picked?.choice === undefined) return null;
  if (picked.choice !== null) return picked.choice;
  const [file] = (await window.showOpenDialog({ filters: { JSON: ["json"] } })) ?? [];
  return file === undefined ? null : fileChoice(file);
}

/** The context that a file holds. */
export function fileChoice(uri: Uri): ContextChoice {
  return { kind: "file", uri: uri.toString(), name: nameOf(uri) };
}

async function listChoices(
  client: BaseLanguageClient,
  document: TextDocument,
  current: ContextChoice,
): Promise<ChoiceItem[]> {
  const [examples, files] = await Promise.all([
    askAboutExamples(client, "list", { uri: document.uri.toString() }),
    findContextFiles(document),
  ]);
  const isCurrent = (choice: ContextChoice): boolean =>
    JSON.stringify(choice) === JSON.stringify(current);
  const item = (
    choice: ContextChoice,
    icon: string,
    label: string,
    description = "",
  ): ChoiceItem => ({
    choice,
    label: `$(${icon}) ${label}`,
    description: isCurrent(choice) ? `${description} (current)`.trim() : description,
  });
  const separator = (label: string): ChoiceItem => ({ label, kind: QuickPickItemKind.Separator });
  return [
    ...(examples.length > 0 ? [separator("examples")] : []),
    ...examples.map(({ id, title }) => item({ kind: "example", id, title }, "beaker", title)),
    separator("files"),
    ...files.map((uri) =>
      item(fileChoice(uri), "json", nameOf(uri), workspace.asRelativePath(uri)),
    ),
    { choice: null, label: "$(folder-opened) Another file…" },
    separator("without"),
    item({ kind: "samples" }, "symbol-value", "The samples", "what CONTEXT gives as examples"),
    item({ kind: "empty" }, "circle-slash", "Nothing known", "an empty context"),
  ];
}
