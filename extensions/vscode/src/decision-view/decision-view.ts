// The decision view's commands, and its panel once one of them has been called.
import { commands, Disposable, type ExtensionContext, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "../ask-about-examples.ts";
import { createDecisionPanel, panelType, toggleInlineValues } from "./decision-panel.ts";
import type { ContextChoice } from "./decision-session.ts";

/** Registers the view. */
export function provideDecisionView(
  context: ExtensionContext,
  client: BaseLanguageClient,
): Disposable {
  const panel = createDecisionPanel(context, client);
  const open = async (given: unknown, example: unknown): Promise<boolean> => {
    const uri = documentOf(given);
    if (uri === null) {
      void window.showInformationMessage("Open an OMEGA document to see what it decides.");
      return false;
    }
    await panel.open(uri, await choiceOf(client, uri, example));
    return true;
  };
  return Disposable.from(
    panel,
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (kept, state) => panel.restore(kept, state),
    }),
    commands.registerCommand("omega.openDecisionView", open),
    commands.registerCommand("omega.runWithContext", async (given: unknown) => {
      if (await open(given, null)) await panel.choose();
    }),
    commands.registerCommand("omega.chooseContext", () => panel.choose()),
    commands.registerCommand("omega.saveDecisionAsExample", () => panel.saveAsExample()),
    commands.registerCommand("omega.saveContext", () => panel.saveContext()),
    commands.registerCommand("omega.toggleInlineValues", toggleInlineValues),
  );
}

/** A lens gives an address, a menu a Uri, the palette nothing. */
function documentOf(given: unknown): Uri | null {
  if (given instanceof Uri) return given;
  if (typeof given === "string") return Uri.parse(given);
  const document = window.activeTextEditor?.document;
  return document?.languageId === "omega" ? document.uri : null;
}

/** The example that a lens names by its id; null for anything else. */
async function choiceOf(
  client: BaseLanguageClient,
  uri: Uri,
  example: unknown,
): Promise<ContextChoice | null> {
  if (typeof example !== "string") return null;
  const listed = await askAboutExamples(client, "list", { uri: uri.toString() });
  const found = listed.find(({ id }) => id === example);
  return found === undefined ? null : { kind: "example", id: found.id, title: found.title };
}
