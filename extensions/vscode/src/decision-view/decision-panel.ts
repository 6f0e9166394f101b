// The decision view: a panel beside the text that follows the active document, and the values it writes into the text.
import { type DecideAnswer, type DecideParameters, omegaRequests } from "@omega/language-server";
import {
  CancellationTokenSource,
  commands,
  Disposable,
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "../ask-about-examples.ts";
import type { MessageFromPage, MessageToPage } from "../decision-webview/messages.ts";
import { chooseContext } from "./choose-context.ts";
import { followContextFile, nameOf, readContextFile } from "./context-files.ts";
import {
  type ContextChoice,
  createDecisionSession,
  type DecisionSession,
} from "./decision-session.ts";
import { createEditorDecorator } from "./decorate-editors.ts";
import { createNonce, panelHtml } from "./panel-html.ts";
import { saveContext, saveDecision } from "./save-decision.ts";
import { columnOf, reveal } from "./show-place.ts";

/** The type of the panel, by which it is restored and menus know it. */
export const panelType = "omega.decision";

/** Typing pauses so long before it is decided anew, in milliseconds. */
const quiet = 100;

export interface DecisionPanel extends Disposable {
  /** Shows a document's decision, on the context given or the one remembered for it. */
  readonly open: (uri: Uri, choice: ContextChoice | null) => Promise<void>;
  /** Asks for a context of the document that is shown; does nothing while the view is closed. */
  readonly choose: () => Promise<void>;
  readonly saveAsExample: () => Promise<void>;
  readonly saveContext: () => Promise<void>;
  /** Takes over a panel that the editor has kept from an earlier session. */
  readonly restore: (panel: WebviewPanel, state: unknown) => Promise<void>;
}

export function createDecisionPanel(
  context: ExtensionContext,
  client: BaseLanguageClient,
): DecisionPanel {
  const sessions = new Map<string, DecisionSession>();
  const decorator = createEditorDecorator();
  let panel: WebviewPanel | null = null;
  let current: DecisionSession | null = null;
  let following: Disposable | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  // --- sessions ---

  async function sessionOf(document: TextDocument): Promise<DecisionSession> {
    const uri = document.uri.toString();
    const known = sessions.get(uri);
    if (known !== undefined) return known;
    const choice = remembered(uri) ?? (await firstChoice(uri));
    const session = createDecisionSession(uri, nameOf(document.uri), choice, {
      decide: questionsTo(client),
      readContext: readContextFile,
      version: () => versionOf(uri),
      present: () => new Date().toISOString(),
      changed: () => {
        if (current?.uri === uri) show();
      },
    });
    sessions.set(uri, session);
    return session;
  }

  function remembered(uri: string): ContextChoice | null {
    return context.workspaceState.get<ContextChoice>(memoryKey(uri)) ?? null;
  }

  /** Where nothing is remembered: what the document's first example gives, else its samples, if it has any. */
  async function firstChoice(uri: string): Promise<ContextChoice> {
    const [example] = await askAboutExamples(client, "list", { uri });
    if (example !== undefined) return { kind: "example", id: example.id, title: example.title };
    const samples = await questionsTo(client)({ uri, context: { samples: true }, now: null });
    return samples === null || samples.context === "{}" ? { kind: "empty" } : { kind: "samples" };
  }

  async function take(session: DecisionSession, choice: ContextChoice): Promise<void> {
    await context.workspaceState.update(memoryKey(session.uri), choice);
    follow(session, choice);
    await session.choose(choice);
  }

  /** Watches what the context of the shown session comes from. */
  function follow(session: DecisionSession, choice: ContextChoice): void {
    following?.dispose();
    const refresh = (): void => void session.refresh();
    following = choice.kind === "file" ? followContextFile(choice.uri, refresh) : null;
  }

  // --- the panel ---

  function send(message: MessageToPage): void {
    void panel?.webview.postMessage(message);
  }

  function show(): void {
    if (panel === null || current === null) return;
    send({ kind: "show", model: current.model() });
    const decided = current.shown();
    const address = decided === null ? null : current.answer()?.addresses[decided.file];
    if (!showsValues()) decorator.show(null, null);
    // While nothing can be decided the values of the last decision move with the text and stay.
    else if (current.answer()?.kind !== "undecidable") decorator.show(address ?? null, decided);
  }

  function adopt(created: WebviewPanel): void {
    panel = created;
    const { webview } = created;
    const file = (...path: string[]): string =>
      webview.asWebviewUri(Uri.joinPath(context.extensionUri, ...path)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [context.extensionUri] };
    created.iconPath = Uri.joinPath(context.extensionUri, "media", "icon.png");
    webview.onDidReceiveMessage((message: MessageFromPage) => void receive(message));
    created.onDidDispose(close);
    webview.html = panelHtml(
      {
        script: file("dist", "decision-webview.js"),
        style: file("media", "decision-view.css"),
        source: webview.cspSource,
      },
      createNonce(),
    );
    void commands.executeCommand("setContext", "omega.decisionViewOpen", true);
  }

  function close(): void {
    panel = null;
    current = null;
    following?.dispose();
    following = null;
    sessions.clear();
    decorator.show(null, null);
    void commands.executeCommand("setContext", "omega.decisionViewOpen", false);
  }

  async function turnTo(document: TextDocument, choice: ContextChoice | null): Promise<void> {
    const session = await sessionOf(document);
    if (panel === null) return;
    const isOther = current?.uri !== session.uri;
    current = session;
    panel.title = `Decision: ${nameOf(document.uri)}`;
    if (choice !== null) {
      await take(session, choice);
      return;
    }
    if (isOther) follow(session, session.choice());
    show();
    await session.refresh();
  }

  async function receive(message: MessageFromPage): Promise<void> {
    const session = current;
    if (session === null) return;
    switch (message.kind) {
      case "ready":
        show();
        return;
      case "chooseContext":
        return choose();
      case "edit":
        return session.edit(message.name, message.text);
      case "reset":
        return session.reset(message.name);
      case "setClock":
        return session.setClock(message.now);
      case "reveal":
        return reveal(session, message.place);
      case "saveAsExample":
        return saveAsExample();
      case "saveContext":
        return saveShownContext();
      case "leave":
        await window.showTextDocument(Uri.parse(session.uri), {
          viewColumn: columnOf(session.uri),
        });
    }
  }

  async function choose(): Promise<void> {
    const session = current;
    if (session === null) return;
    const document = await workspace.openTextDocument(Uri.parse(session.uri));
    const choice = await chooseContext(client, document, session.choice());
    // Before it is decided, so that the keyboard is not taken from whoever has gone on meanwhile.
    panel?.reveal(undefined, false);
    if (choice !== null) await take(session, choice);
  }

  async function saveAsExample(): Promise<void> {
    const answer = current?.answer() ?? null;
    if (current === null || answer === null) return;
    const session = current;
    const saved = await saveDecision(client, session.uri, answer);
    if (saved === null) return;
    await window.showTextDocument(saved.document, {
      viewColumn: columnOf(session.uri),
      selection: saved.range,
    });
    await take(session, saved.choice);
  }

  async function saveShownContext(): Promise<void> {
    const answer = current?.answer() ?? null;
    if (current === null || answer === null) return;
    const session = current;
    const choice = await saveContext(Uri.parse(session.uri), answer.context);
    if (choice !== null) await take(session, choice);
  }

  // --- what happens around it ---

  const refreshSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void current?.refresh(), quiet);
  };
  const listening = Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // What a document builds on is edited too, and decides with it.
      if (document.languageId === "omega" && contentChanges.length > 0) refreshSoon();
    }),
    workspace.onDidSaveTextDocument(({ languageId }) => {
      // An example may name a file, and the configuration says what counts.
      if (languageId === "json" || languageId === "jsonc") refreshSoon();
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (panel === null || editor?.document.languageId !== "omega") return;
      if (editor.document.uri.toString() !== current?.uri) void turnTo(editor.document, null);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(inlineSetting)) show();
    }),
  );

  return {
    async open(uri, choice) {
      const document = await workspace.openTextDocument(uri);
      if (panel === null) {
        adopt(
          window.createWebviewPanel(
            panelType,
            "Decision",
            { viewColumn: ViewColumn.Beside, preserveFocus: true },
            { enableScripts: true },
          ),
        );
      }
      panel?.reveal(undefined, false);
      await turnTo(document, choice);
      send({ kind: "focus" });
    },
    choose,
    saveAsExample,
    saveContext: saveShownContext,
    async restore(kept, state) {
      const uri = uriOf(state);
      if (uri === null || panel !== null) {
        kept.dispose();
        return;
      }
      adopt(kept);
      try {
        await turnTo(await workspace.openTextDocument(uri), null);
      } catch {
        // The document is gone: there is nothing to decide.
        kept.dispose();
      }
    },
    dispose() {
      clearTimeout(pause);
      panel?.dispose();
      listening.dispose();
      decorator.dispose();
    },
  };
}

/** The setting that says whether values are shown in the text. */
const inlineSetting = "omega.decisionView.inlineValues";

function showsValues(): boolean {
  return workspace.getConfiguration().get(inlineSetting, true);
}

/** Shows or hides the values in the text, here and from now on. */
export async function toggleInlineValues(): Promise<void> {
  await workspace.getConfiguration().update(inlineSetting, !showsValues(), true);
}

function memoryKey(uri: string): string {
  return `decision.context:${uri}`;
}

/** Asks the server; a question calls off the one before it. */
function questionsTo(
  client: BaseLanguageClient,
): (parameters: DecideParameters) => Promise<DecideAnswer | null> {
  let before: CancellationTokenSource | null = null;
  return async (parameters) => {
    before?.cancel();
    const source = new CancellationTokenSource();
    before = source;
    try {
      // A document that is shown nowhere is closed after a while, and the server knows open ones only.
      await workspace.openTextDocument(Uri.parse(parameters.uri));
      return await client.sendRequest<DecideAnswer | null>(
        omegaRequests.decide,
        parameters,
        source.token,
      );
    } catch (error) {
      // A question that was called off, or a server that is being started again: another one follows.
      if (!source.token.isCancellationRequested) client.error("No decision", error, false);
      return null;
    } finally {
      source.dispose();
    }
  };
}

function versionOf(uri: string): number {
  return workspace.textDocuments.find((open) => open.uri.toString() === uri)?.version ?? -1;
}

/** The document that a page kept from an earlier session is about. */
function uriOf(state: unknown): Uri | null {
  if (typeof state !== "object" || state === null || !("uri" in state)) return null;
  return typeof state.uri === "string" ? Uri.parse(state.uri) : null;
}
