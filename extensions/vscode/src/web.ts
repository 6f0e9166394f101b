// The extension in the browser: its server is a worker, which asks here for files.
import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateWith } from "./activate.ts";
import { answerHostRequests } from "./answer-host-requests.ts";

export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "web-server.js").toString(true);
  let worker: Worker | null = null;
  // The client itself takes workers that are of the class `Worker`; those of an extension host are not.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, (options) => {
    const client = new LanguageClient("omega", "OMEGA", start, options);
    answerHostRequests(client);
    return client;
  });
}
