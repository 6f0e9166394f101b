// The server as it ships, `omegac lsp --stdio` and the one inside the extension, each a process with a real client: its whole
// life, and what clients and systems do to it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CompletionItem,
  type Diagnostic,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type Hover,
  type InitializeParams,
  LSPErrorCodes,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { bundleServer } from "../../../extensions/vscode/scripts/bundle-server.ts";
import { bundle } from "../../cli/scripts/bundle.ts";
import {
  exitCodeOf,
  type ProcessClient,
  type ServerProgram,
  spawnServer,
  startProcess,
} from "./process-client.ts";
import { modernCapabilities } from "./protocol-client.ts";

const built = mkdtempSync(join(tmpdir(), "omega-servers-"));
const programs: readonly ServerProgram[] = [
  {
    name: "omegac lsp --stdio",
    arguments: [join(built, "omegac.cjs"), "lsp", "--stdio"],
    transport: "stdio",
  },
  {
    name: "the extension's server",
    arguments: [join(built, "server.cjs"), "--node-ipc"],
    transport: "ipc",
  },
];

beforeAll(async () => {
  await Promise.all([bundle(built), bundleServer(built)]);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const cell = `INTENT: Keep people away from the cell.

IMPORT:
- "site.omni"

ACTOR:
- Primary: Robot MAY StopMachine

CONTEXT:
- Distance: <m>

RULE:
- Near: IF Distance < Reach THEN StopMachine UNKNOWN StopMachine

CONSTRAINT:
- Safety: NEVER StopMachine WHEN Distance > 5m

IMPACT:
- Benefit: fewer injuries
- Risk: more stops

TRACE:
- Standards [Near]: ISO 13855

EXAMPLE near:
- GIVEN Distance = 0.4m, Reach = 1m
- EXPECT StopMachine
`;
const site = "INTENT: What every cell measures.\n\nCONTEXT:\n- Reach: <m>\n";

const folders: string[] = [];
const clients: ProcessClient[] = [];
const others: ChildProcess[] = [];
afterEach(() => {
  for (const { connection, process } of clients.splice(0)) {
    connection.dispose();
    process.kill();
  }
  for (const other of others.splice(0)) other.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder on the disk with files by their paths. */
function folderWith(files: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(tmpdir(), "omega files Å-"));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    uri: pathToFileURL(path).toString(),
    uriOf: (name: string): string => pathToFileURL(join(path, name)).toString(),
  };
}

/** The position behind `words` where they stand first. */
function behind(text: string, words: string) {
  const before = text.slice(0, text.indexOf(words) + words.length).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe.each(programs)("$name", (program) => {
  async function start(
    folder: readonly string[],
    capabilities: ClientCapabilities = modernCapabilities,
    more: Partial<InitializeParams> = {},
  ): Promise<ProcessClient> {
    const client = await startProcess(program, folder, capabilities, more);
    clients.push(client);
    return client;
  }

  async function pull({ connection }: ProcessClient, uri: string): Promise<readonly Diagnostic[]> {
    const report: DocumentDiagnosticReport = await connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    return "items" in report ? report.items : [];
  }

  test("a session: open, edit, ask, rename, format, goodbye", async () => {
    const folder = folderWith({ "cell.omni": cell, "site.omni": site });
    const client = await start([folder.uri]);
    const { connection, initialized } = client;
    expect(initialized.serverInfo?.name).toBe("omega");
    const uri = folder.uriOf("cell.omni");
    const textDocument = { uri };
    await client.open(uri, cell);
    expect(await pull(client, uri)).toEqual([]);

    const misspelt = cell.replace("IF Distance", "IF   Distanse");
    await client.change(uri, 2, misspelt);
    const codes = (await pull(client, uri)).map(({ code }) => code);
    expect(codes).toContain("OM3002");
    const position = behind(misspelt, "IF   Distan");
    const actions: readonly { title: string; edit?: WorkspaceEdit }[] =
      await connection.sendRequest("textDocument/codeAction", {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
    const fix = actions.find(({ title }) => title === "change to `Distance`");
    expect(fix?.edit?.documentChanges?.[0]).toMatchObject({
      textDocument: { version: 2 },
      edits: [{ newText: "Distance" }],
    });
    const edits: readonly TextEdit[] = await connection.sendRequest("textDocument/formatting", {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.map(({ newText }) => newText.trim())).toEqual([
      "- Near: IF Distanse < Reach THEN StopMachine UNKNOWN StopMachine",
    ]);
    await client.change(uri, 3, cell);

    const at = { textDocument, position: behind(cell, "< Rea") };
    const hover: Hover = await connection.sendRequest("textDocument/hover", at);
    expect(JSON.stringify(hover.contents)).toContain("site.omni:4");
    const definition = await connection.sendRequest("textDocument/definition", at);
    expect(definition).toMatchObject([{ uri: folder.uriOf("site.omni") }]);
    const items: readonly CompletionItem[] = await connection.sendRequest(
      "textDocument/completion",
      { textDocument, position: behind(cell, "THEN ") },
    );
    expect(items.map(({ label }) => label)).toEqual(["StopMachine"]);
    const renamed: WorkspaceEdit = await connection.sendRequest("textDocument/rename", {
      ...at,
      newName: "Limit",
    });
    expect(renamed.documentChanges).toMatchObject([
      { textDocument: { uri, version: 3 } },
      { textDocument: { uri: folder.uriOf("site.omni"), version: null } },
    ]);
    const outcomes = await connection.sendRequest("workspace/executeCommand", {
      command: "omega.runExamples",
      arguments: [uri],
    });
    expect(outcomes).toMatchObject([{ title: "near", status: "passed" }]);
    expect(await client.end()).toBe(0);
    // Nothing was written: edits are the editor's to make.
    expect(readFileSync(join(folder.path, "site.omni"), "utf8")).toBe(site);
  });

  test("a client without capabilities is told what is wrong, and of which version", async () => {
    const folder = folderWith({ "site.omni": site });
    const client = await start([folder.uri], {});
    expect(client.initialized.capabilities.positionEncoding).toBe("utf-16");
    expect(client.watched).toEqual([]);
    const uri = folder.uriOf("cell.omni");
    await client.open(uri, cell.replace("Distance <", "Distanse <"));
    await expect
      .poll(() => client.published.at(-1)?.diagnostics.map(({ code }) => code))
      .toEqual(["OM3002"]);
    await client.change(uri, 7, cell);
    await expect.poll(() => client.published.at(-1)).toEqual({ uri, version: 7, diagnostics: [] });
    expect(await client.end()).toBe(0);
  });

  test("positions are UTF-16, whatever else a client could count in", async () => {
    const client = await start([], {
      ...modernCapabilities,
      general: { positionEncodings: ["utf-8", "utf-32", "utf-16"] },
    });
    expect(client.initialized.capabilities.positionEncoding).toBe("utf-16");
    const uri = "untitled:Untitled-1";
    await client.open(uri, 'INTENT: 🙂\nRULE:\n- IF Mode == "🙂🙂" AND Distence < 1m THEN Stop\n');
    const hover: Hover = await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 2, character: 25 },
    });
    expect(hover.range).toEqual({
      start: { line: 2, character: 24 },
      end: { line: 2, character: 32 },
    });
  });

  test("a document that was never saved, an empty one, and one that is too large", async () => {
    const client = await start([]);
    const untitled = "untitled:Untitled-1";
    await client.open(untitled, cell);
    const found = (await pull(client, untitled)).map(({ code }) => code);
    expect(found).toContain("OM3020");
    const empty = "file:///nowhere/empty.omni";
    await client.open(empty, "");
    expect((await pull(client, empty)).map(({ code }) => code)).toContain("OM1001");
    const large = "file:///nowhere/large.omni";
    await client.open(large, `INTENT: x\nRULE:\n${"- IF a THEN Stop\n".repeat(80_000)}`);
    expect((await pull(client, large)).map(({ code }) => code)).toEqual(["OM1012"]);
    const tokens = await client.connection.sendRequest("textDocument/semanticTokens/full", {
      textDocument: { uri: large },
    });
    expect(tokens).toHaveProperty("data");
    expect(await client.end()).toBe(0);
  });

  test("two folders have a configuration each, and one that changes is read again", async () => {
    const strict = '{ "strict": true }';
    const [one, two] = [folderWith({ "omega.config.json": strict }), folderWith({})];
    const client = await start([one.uri, two.uri], {
      ...modernCapabilities,
      workspace: {
        ...modernCapabilities.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    });
    const text = cell.replace('IMPORT:\n- "site.omni"\n\n', "");
    const severityIn = async (folder: typeof one): Promise<number | undefined> => {
      const found = await pull(client, folder.uriOf("cell.omni"));
      return found.find(({ code }) => code === "OM3001")?.severity;
    };
    for (const folder of [one, two]) await client.open(folder.uriOf("cell.omni"), text);
    expect(await severityIn(one)).toBe(1);
    expect(await severityIn(two)).not.toBe(1);
    await expect.poll(() => client.watched).toContain("workspace/didChangeWatchedFiles");
    writeFileSync(join(two.path, "omega.config.json"), strict);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: two.uriOf("omega.config.json"), type: 1 }],
    });
    expect(await severityIn(two)).toBe(1);
    expect(await client.end()).toBe(0);
  });

  test("an imported file that changes on the disk is read again", async () => {
    const folder = folderWith({ "cell.omni": cell, "site.omni": site });
    const client = await start([folder.uri]);
    const uri = folder.uriOf("cell.omni");
    await client.open(uri, cell);
    expect(await pull(client, uri)).toEqual([]);
    writeFileSync(join(folder.path, "site.omni"), site.replace("<m>", "<kg>"));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uriOf("site.omni"), type: 2 }],
    });
    expect((await pull(client, uri)).map(({ code }) => code)).toContain("OM3050");
    rmSync(join(folder.path, "site.omni"));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uriOf("site.omni"), type: 3 }],
    });
    expect((await pull(client, uri)).map(({ code }) => code)).toContain("OM3020");
  });

  test("a request that is cancelled ends, and so does one that nobody knows", async () => {
    const client = await start([]);
    const uri = "file:///nowhere/cell.omni";
    await client.open(uri, cell);
    const cancel = new CancellationTokenSource();
    const asked = Array.from({ length: 20 }, () =>
      client.connection
        .sendRequest("textDocument/diagnostic", { textDocument: { uri } }, cancel.token)
        .then(
          () => "answered",
          ({ code }) => code,
        ),
    );
    cancel.cancel();
    const ends = new Set(await Promise.all(asked));
    ends.delete("answered");
    expect([...ends].filter((code) => code !== LSPErrorCodes.RequestCancelled)).toEqual([]);
    await expect(client.connection.sendRequest("omega/unheardOf", {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    await client.connection.sendNotification("omega/unheardOf", {});
    expect(await client.end()).toBe(0);
  });

  test("after shutdown nothing is answered but exit", async () => {
    const client = await start([]);
    const uri = "untitled:Untitled-1";
    await client.open(uri, cell);
    await client.connection.sendRequest("shutdown");
    await expect(
      client.connection.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    ).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await client.connection.sendNotification("exit");
    expect(await exitCodeOf(client.process)).toBe(0);
  });

  test("exit without shutdown is an end that nobody wanted", async () => {
    const client = await start([]);
    await client.connection.sendNotification("exit");
    expect(await exitCodeOf(client.process)).toBe(1);
  });

  test("it ends with the editor that started it", async () => {
    const editor = spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60_000)"]);
    others.push(editor);
    const client = await start([], modernCapabilities, { processId: editor.pid ?? null });
    editor.kill("SIGKILL");
    expect(await exitCodeOf(client.process)).toBe(1);
  });
});

describe("omegac lsp --stdio", () => {
  const [program] = programs;
  if (program === undefined) throw new Error("there is no program");

  test("it ends when its input ends", async () => {
    const child = spawnServer(program);
    others.push(child);
    child.stdin?.end();
    expect(await exitCodeOf(child)).toBe(1);
  });

  test("what is no message does not keep it from the next one", async () => {
    const client = await startProcess(program, [], modernCapabilities);
    clients.push(client);
    client.process.stdin?.write("Content-Length: 7\r\n\r\n{abc: }");
    const uri = "untitled:Untitled-1";
    await client.open(uri, cell);
    const report = await client.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
    });
    expect(report).toMatchObject({ kind: "full" });
    expect(await client.end()).toBe(0);
  });

  test("what is not the protocol at all ends it, with a word about it", async () => {
    const child = spawnServer(program);
    others.push(child);
    let said = "";
    child.stderr?.on("data", (piece: Buffer) => {
      said += piece.toString();
    });
    child.stdin?.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    child.stdin?.end("hello\n");
    expect(await exitCodeOf(child)).toBe(1);
    expect(said).toMatch(/no message of the Language Server Protocol: it begins with `GET \/ HTTP/);
  });
});
