// What the extension does once it is needed, whatever host it runs in.
import { commands, type ExtensionContext, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { createChecking } from "./check-after-quiet.ts";
import { clientOptions } from "./client-options.ts";
import { followContextFiles } from "./context-files.ts";
import { provideDecisionView } from "./decision-view/decision-view.ts";
import { provideDiagnosticPages } from "./diagnostic-pages.ts";
import { provideProofs } from "./prove-document.ts";
import { showStatus } from "./status-item.ts";
import { provideTests } from "./test-explorer.ts";

/** Starts the client that `create` makes, and everything that needs it. */
export async function activateWith(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const channel = window.createOutputChannel("OMEGA", { log: true });
  const checking = createChecking();
  const client = create(clientOptions(channel, checking));
  const restart = async (): Promise<void> => {
    // What cannot be stopped any more is started all the same.
    await client.stop().catch((error: unknown) => channel.error(String(error)));
    await client.start();
  };
  context.subscriptions.push(
    channel,
    checking,
    { dispose: () => void client.stop() },
    commands.registerCommand("omega.restartServer", restart),
    commands.registerCommand("omega.showOutput", () => channel.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("omega.locale")) void restart();
    }),
    showStatus(client, checking),
    provideDiagnosticPages(client),
    followContextFiles(client),
    provideTests(client),
    provideProofs(client),
    provideDecisionView(context, client),
  );
  await client.start();
}
