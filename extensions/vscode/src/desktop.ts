// The extension on the desktop: its server is a process that speaks over IPC.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateWith } from "./activate.ts";
import { clientOptions } from "./client-options.ts";

export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activateWith(
    context,
    (channel) =>
      new LanguageClient("omega", "OMEGA", { run: server, debug: server }, clientOptions(channel)),
  );
}
