// What the extension does once it is needed, whatever host it runs in.
import { commands, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { provideDecisionView } from "./decision-view/decision-view.ts";
import { provideDiagnosticPages } from "./diagnostic-pages.ts";
import { provideProofs } from "./prove-document.ts";
import { showStatus } from "./status-item.ts";
import { provideTests } from "./test-explorer.ts";

/** Starts the client that `create` makes, and everything that needs it. */
export async function activateWith(
  context: ExtensionContext,
  create: (channel: LogOutputChannel) => BaseLanguageClient,
): Promise<void> {
  const channel = window.createOutputChannel("OMEGA", { log: true });
  const client = create(channel);
  context.subscriptions.push(
    channel,
    { dispose: () => void client.stop() },
    commands.registerCommand("omega.restartServer", async () => {
      await client.stop();
      await client.start();
    }),
    commands.registerCommand("omega.showOutput", () => channel.show()),
    showStatus(client),
    provideDiagnosticPages(client),
    provideTests(client),
    provideProofs(client),
    provideDecisionView(context, client),
  );
  await client.start();
}
