// A client that speaks the real protocol with the server over streams, and a project of files in memory.
import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { ServerHost } from "../src/host.ts";
import { startServer } from "../src/server.ts";

/** What editors of today can do. */
export const modernCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
};

export interface ProtocolClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The reports that were pushed, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly open: (file: string, text?: string) => Promise<void>;
  readonly uriOf: (file: string) => string;
  readonly end: () => Promise<void>;
}

/**
 * Starts a server on files by their path below `file:///project`, and a client that can do `capabilities` and says
 * `options` of itself.
 */
export async function startClient(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities = {},
  options: object = {},
  prove: ServerHost["prove"] = null,
): Promise<ProtocolClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  const root = "file:///project";
  const uriOf = (file: string): string => `${root}/${file}`;
  const known = new Map(Object.entries(files).map(([file, text]) => [uriOf(file), text]));
  startServer(
    server,
    {
      readText: (uri) => Promise.resolve(known.get(uri) ?? null),
      findDocuments: (folder) =>
        Promise.resolve(
          [...known.keys()].filter((uri) => uri.startsWith(folder) && uri.endsWith(".omni")),
        ),
      today: () => "2026-11-21",
      prove,
    },
    "0.0.0-test",
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const published: PublishDiagnosticsParams[] = [];
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (report: PublishDiagnosticsParams) => {
      published.push(report);
    },
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: null,
    rootUri: root,
    capabilities,
    workspaceFolders: [{ uri: root, name: "project" }],
    initializationOptions: { pageAddress: "omega-page:/{code}.md", ...options },
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialized,
    published,
    uriOf,
    open: (file, text = files[file] ?? "") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uriOf(file), languageId: "omega", version: 1, text },
      }),
    async end() {
      await connection.sendRequest("shutdown");
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
