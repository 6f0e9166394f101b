// The server in a web worker: it has no files of its own and asks the editor for them.
import { engineVersion } from "@omega/core";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { hostRequests } from "./host-requests.ts";
import { startServer } from "./server.ts";

/** Serves the page that started this worker. */
export function serveWorker(scope: DedicatedWorkerGlobalScope): void {
  const connection = createConnection(
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  startServer(
    connection,
    {
      readText: (uri) =>
        connection.sendRequest<string | null>(hostRequests.readText, { uri }).catch(() => null),
      findDocuments: (folder) =>
        connection
          .sendRequest<readonly string[]>(hostRequests.findDocuments, { folder })
          .catch(() => []),
      // The solver needs threads that share memory, which a web worker of an editor has not.
      prove: null,
      today: () => new Date().toISOString().slice(0, 10),
    },
    engineVersion,
  );
}
