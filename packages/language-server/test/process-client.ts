// A client of the server as it ships: a process, spoken to over its stdin and stdout or over IPC.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A program that serves, by the way it is spoken to. */
export interface ServerProgram {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly transport: "stdio" | "ipc";
}

export interface ProcessClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The reports that were pushed, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** What the server asked its client to watch. */
  readonly watched: readonly string[];
  readonly open: (uri: string, text: string) => Promise<void>;
  readonly change: (uri: string, version: number, text: string) => Promise<void>;
  /** Says goodbye; gives the exit code. */
  readonly end: () => Promise<number | null>;
}

/** Starts the server without saying anything to it. */
export function spawnServer({ arguments: given, transport }: ServerProgram): ChildProcess {
  return spawn(process.execPath, given, {
    stdio: transport === "ipc" ? ["ignore", "pipe", "pipe", "ipc"] : ["pipe", "pipe", "pipe"],
  });
}

/** Starts the server and introduces a client to it. */
export async function startProcess(
  program: ServerProgram,
  folders: readonly string[],
  capabilities: ClientCapabilities,
  more: Partial<InitializeParams> = {},
): Promise<ProcessClient> {
  const child = spawnServer(program);
  const connection = connectTo(child, program);
  const published: PublishDiagnosticsParams[] = [];
  const watched: string[] = [];
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (report: PublishDiagnosticsParams) => void published.push(report),
  );
  connection.onRequest(
    "client/registerCapability",
    ({ registrations }: { readonly registrations: readonly { readonly method: string }[] }) => {
      watched.push(...registrations.map(({ method }) => method));
      return null;
    },
  );
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  const [root = null] = folders;
  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    capabilities,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    ...more,
  });
  await connection.sendNotification("initialized", {});
  return {
    process: child,
    connection,
    initialized,
    published,
    watched,
    open: (uri, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "omega", version: 1, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    async end() {
      await connection.sendRequest("shutdown");
      const code = exitCodeOf(child);
      await connection.sendNotification("exit");
      return code;
    },
  };
}

function connectTo(child: ChildProcess, { transport }: ServerProgram): ProtocolConnection {
  if (transport === "ipc") {
    return createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  }
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("the server has no pipes");
  return createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
}

/** The exit code once the process has ended; throws where it goes on. */
export async function exitCodeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const limit = new AbortController();
  const ended = once(child, "exit");
  const tooLong = wait(20_000, null, { signal: limit.signal }).then(() => {
    throw new Error("the server goes on");
  });
  tooLong.catch(() => {});
  const [code] = await Promise.race([ended, tooLong]);
  limit.abort();
  return typeof code === "number" ? code : null;
}
