// From a keystroke to all diagnostics as an editor waits for them: `omegac lsp --stdio` as it ships, a client that speaks the
// protocol with it, and what the server's memory comes to.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createSourceText, positionAt } from "@omega/core";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { omegac } from "./cold-start.ts";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";
import { createRandom } from "./random.ts";
import { keystrokesOf, type TypedEdit, typings } from "./typing.ts";

export interface EditorFigures {
  readonly bytes: number;
  /** Nanoseconds from sending an edit to having all diagnostics, keystroke by keystroke. */
  readonly keystrokes: readonly number[];
  /** The same, while an editor asks for all that it shows after each keystroke, and takes back what it no longer waits for. */
  readonly askedKeystrokes: readonly number[];
  /** Nanoseconds from sending an edit to having all of that. */
  readonly answers: readonly number[];
  /** What the server holds in memory after so many edits; empty where the system does not tell. */
  readonly memory: readonly ResidentMemory[];
}

interface ResidentMemory {
  readonly edits: number;
  readonly bytes: number;
}

const uri = "untitled:policy.omni";

/** Throws where the command line is not built or does not answer. */
export async function measureEditor(plan: Plan): Promise<EditorFigures> {
  if (!existsSync(omegac)) throw new Error(`${omegac} is not there: build first`);
  const server = spawn(process.execPath, [omegac, "lsp", "--stdio"], { stdio: "pipe" });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  try {
    await initialize(connection);
    return await typeOn(connection, server, plan);
  } finally {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    connection.dispose();
  }
}

async function initialize(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      general: { staleRequestSupport: { cancel: true, retryOnContentModified: [] } },
      textDocument: {
        diagnostic: { dynamicRegistration: false },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
  });
  await connection.sendNotification("initialized", {});
}

async function typeOn(
  connection: ProtocolConnection,
  server: ChildProcess,
  plan: Plan,
): Promise<EditorFigures> {
  let text = documentOf(200_000, 1);
  const bytes = Buffer.byteLength(text);
  let version = 1;
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "omega", version, text },
  });
  const pull = (): Promise<unknown> =>
    connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  await pull();
  const send = ({ start, end, text: typed }: TypedEdit): void => {
    const source = createSourceText(text);
    const [from, to] = [positionAt(source, start), positionAt(source, end)];
    text = text.slice(0, start) + typed + text.slice(end);
    version++;
    void connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: {
            start: { line: from.line - 1, character: from.column - 1 },
            end: { line: to.line - 1, character: to.column - 1 },
          },
          text: typed,
        },
      ],
    });
  };
  const stroke = async (edit: TypedEdit): Promise<number> => {
    const begin = process.hrtime.bigint();
    send(edit);
    await pull();
    return Number(process.hrtime.bigint() - begin);
  };
  const random = createRandom(1);
  const keystrokes: number[] = [];
  const memory: ResidentMemory[] = [];
  const note = (edits: number): void => {
    const resident = residentBytes(server);
    if (resident !== null) memory.push({ edits, bytes: resident });
  };
  for (let edits = 0; edits < plan.editorEdits; ) {
    for (const typing of typings) {
      for (const edit of keystrokesOf(typing, text, random)) {
        const nanoseconds = await stroke(edit);
        if (edits >= warmUps && keystrokes.length < plan.keystrokes) keystrokes.push(nanoseconds);
        edits++;
        if (edits % (plan.editorEdits / memorySteps) === 0) note(edits);
      }
    }
  }
  const askedKeystrokes: number[] = [];
  const answers: number[] = [];
  const ask = await askingOf(connection);
  let cancel = (): void => {};
  for (let edits = 0; edits < plan.keystrokes + warmUps; ) {
    for (const typing of typings) {
      for (const edit of keystrokesOf(typing, text, random)) {
        const { line } = positionAt(createSourceText(text), edit.start);
        const begin = process.hrtime.bigint();
        cancel();
        send(edit);
        const asked = ask(line - 1);
        cancel = asked.cancel;
        await pull();
        const diagnosed = Number(process.hrtime.bigint() - begin);
        // Mostly one types on; now and then one looks.
        const isWaiting = edits % 4 === 0;
        if (isWaiting) await asked.answers;
        if (edits >= warmUps) {
          askedKeystrokes.push(diagnosed);
          if (isWaiting) answers.push(Number(process.hrtime.bigint() - begin));
        }
        edits++;
      }
    }
  }
  return { bytes, keystrokes, askedKeystrokes, answers, memory };
}

/** What an editor has asked for, and the way to take it back. */
interface Asked {
  readonly answers: Promise<unknown>;
  readonly cancel: () => void;
}

/** The lines that an editor shows around a cursor. */
const visibleLines = 60;

/** Asks, about a place that was edited, for all that VS Code asks for after a keystroke. */
async function askingOf(connection: ProtocolConnection): Promise<(line: number) => Asked> {
  const textDocument = { uri };
  const full: unknown = await connection.sendRequest("textDocument/semanticTokens/full", {
    textDocument,
  });
  let previousResultId = resultIdOf(full);
  return (line) => {
    const source = new CancellationTokenSource();
    const position = { line, character: 2 };
    const range = {
      start: { line: Math.max(0, line - visibleLines / 2), character: 0 },
      end: { line: line + visibleLines / 2, character: 0 },
    };
    const request = async (method: string, more: object = {}): Promise<unknown> => {
      try {
        return await connection.sendRequest(method, { textDocument, ...more }, source.token);
      } catch {
        // Taken back.
        return null;
      }
    };
    const answers = Promise.all([
      request("textDocument/semanticTokens/full/delta", { previousResultId }).then((tokens) => {
        previousResultId = resultIdOf(tokens) ?? previousResultId;
      }),
      request("textDocument/semanticTokens/range", { range }),
      request("textDocument/inlayHint", { range }),
      request("textDocument/codeLens"),
      request("textDocument/foldingRange"),
      request("textDocument/documentSymbol"),
      request("textDocument/documentLink"),
      request("textDocument/documentHighlight", { position }),
      request("textDocument/codeAction", { range, context: { diagnostics: [] } }),
    ]);
    return { answers, cancel: () => source.cancel() };
  };
}

function resultIdOf(tokens: unknown): string | null {
  if (typeof tokens !== "object" || tokens === null || !("resultId" in tokens)) return null;
  return typeof tokens.resultId === "string" ? tokens.resultId : null;
}

const warmUps = 200;
const memorySteps = 5;

/** What the process has in memory; null where there is no `/proc`. */
function residentBytes({ pid }: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
