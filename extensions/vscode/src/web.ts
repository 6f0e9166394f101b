// The extension in the browser: its server is a worker, which asks here for files.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith } from "./activate.ts";
import { answerHostRequests } from "./answer-host-requests.ts";
import { clientOptions } from "./client-options.ts";

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "web-server.js").toString(true);
  return activateWith(context, (channel) => {
    const start = (): Promise<Worker> => Promise.resolve(new Worker(script));
    const client = new LanguageClient("omega", "OMEGA", start, clientOptions(channel));
    answerHostRequests(client);
    return client;
  });
}
