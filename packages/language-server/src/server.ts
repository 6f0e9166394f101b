// The language server: a connection's life, and the parts that answer on it. Where files and the date come from is the
// host's matter; what there is to say about a document the service's.
import type { Locale } from "@omega/core";
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
} from "vscode-languageserver";
import { serverCapabilities } from "./capabilities.ts";
import { type Client, readClient } from "./client.ts";
import { serveCommands } from "./commands.ts";
import { type DiagnosticsChannel, openDiagnosticsChannel } from "./diagnostics.ts";
import { type LensesOfOthers, refreshLensesBy, serveExamples } from "./examples.ts";
import { serveFeatures } from "./features.ts";
import type { ServerHost } from "./host.ts";
import { loadLocale } from "./load-locale.ts";
import { configurationName, createProject, type Project } from "./project.ts";
import { createProofs } from "./proofs.ts";
import { createRightOfWay, type RightOfWay } from "./right-of-way.ts";
import { createTokenMemory, type TokenMemory } from "./token-memory.ts";

/** Serves a connection until it ends; `version` is what the client is told. */
export function startServer(connection: Connection, host: ServerHost, version: string): void {
  connection.onInitialize(async (parameters) => {
    const client = readClient(parameters);
    const locale = await loadLocale(client.locale);
    return {
      capabilities: serve(connection, client, host, locale),
      serverInfo: { name: "omega", version },
    };
  });
  connection.listen();
}

function serve(
  connection: Connection,
  client: Client,
  host: ServerHost,
  locale: Locale,
): ServerCapabilities {
  // The project tells the channel what is affected, the channel asks the project: one of them is there first.
  let channel: DiagnosticsChannel | null = null;
  const project: Project = createProject({
    host,
    folders: client.folders,
    locale,
    isTrusted: client.isTrusted,
    affected: (uris) => channel?.affected(uris),
  });
  const refreshLenses = refreshLensesBy(connection, client);
  const proofs = createProofs(connection, project, host, locale, (uri) => {
    channel?.affected([uri]);
    refreshLenses();
  });
  const rightOfWay = createRightOfWay();
  channel = openDiagnosticsChannel(connection, client, project, proofs.diagnostics, rightOfWay);
  const tokens = createTokenMemory();
  const lenses = serveExamples(connection, client, project, proofs, locale, rightOfWay);
  serveDocuments(connection, { project, channel, tokens, lenses, rightOfWay });
  let isOver = false;
  serveFeatures(connection, {
    client,
    project,
    proofs,
    tokens,
    rightOfWay,
    phrase: locale.phrase,
    isOver: () => isOver,
  });
  serveCommands(connection, project);
  connection.onInitialized(() => {
    if (client.watchesFiles) watchFiles(connection);
    if (client.workspaceFolders) followFolders(connection, project);
  });
  connection.onShutdown(() => {
    isOver = true;
    channel?.end();
    lenses.end();
  });
  return serverCapabilities(client, proofs.isPossible);
}

/** Those who must know when a document opens, changes or closes. */
interface Followers {
  readonly project: Project;
  readonly channel: DiagnosticsChannel;
  readonly tokens: TokenMemory;
  readonly lenses: LensesOfOthers;
  readonly rightOfWay: RightOfWay;
}

function serveDocuments(
  connection: Connection,
  { project, channel, tokens, lenses, rightOfWay }: Followers,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    project.open(uri, version, text);
    channel.changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    rightOfWay.heard();
    project.change(uri, version, contentChanges);
    channel.changed(uri);
    lenses.changed();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    project.close(uri);
    channel.closed(uri);
    tokens.forget(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    project.filesChanged(changes.map(({ uri }) => uri));
    lenses.changed();
  });
}

function followFolders(connection: Connection, project: Project): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    project.foldersChanged(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    );
  });
}

function watchFiles(connection: Connection): void {
  const patterns = ["**/*.omni", `**/${configurationName}`, "**/*.json"];
  const watchers = patterns.map((globPattern) => ({ globPattern }));
  void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
