// The extension on the desktop: its server is a process that speaks over IPC, and `omegac` can be run.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateWith } from "./activate.ts";
import { provideTasks } from "./tasks.ts";

export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  const server = { module, transport: TransportKind.ipc };
  context.subscriptions.push(provideTasks());
  return activateWith(
    context,
    (options) => new LanguageClient("omega", "OMEGA", { run: server, debug: server }, options),
  );
}
