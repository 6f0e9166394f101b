import { afterEach, expect, test } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentDiagnosticReport,
  Hover,
  SemanticTokens,
  SemanticTokensDelta,
  ServerCapabilities,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver";
import { modernCapabilities, type ProtocolClient, startClient } from "./protocol-client.ts";

const files = {
  "factory.omni": `INTENT: keep people safe
IMPORT:
- "shared/site.omni"
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < Reach THEN StopMachine UNKNOWN StopMachine
- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine UNKNOWN StopMachine }
TRACE:
- Regulation [Near]: https://example.org/iso
EXAMPLE near:
- GIVEN Distance = 0.5m, Reach = 1m, Workers = []
- EXPECT StopMachine
`,
  "shared/site.omni": "INTENT: the site\nCONTEXT:\n- Reach: <m>\n",
};

const clients: ProtocolClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});

async function start(capabilities = {}, given: Readonly<Record<string, string>> = files) {
  const client = await startClient(given, capabilities);
  clients.push(client);
  return client;
}

const pulling = modernCapabilities;

/** A position inside the first mention of `word` on the line that holds `line`. */
function within(line: string, word: string) {
  const lines = files["factory.omni"].split("\n");
  const index = lines.findIndex((text) => text.includes(line));
  return { line: index, character: (lines[index] ?? "").indexOf(word) + 1 };
}

test("every capability that is advertised is answered", async () => {
  const { connection, initialized, open, uriOf } = await start(pulling);
  await open("factory.omni");
  const textDocument = { uri: uriOf("factory.omni") };
  const position = within("Near:", "Distance");
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const at = { textDocument, position };
  const options = { tabSize: 2, insertSpaces: true };
  const ask = (method: string, parameters: object): Promise<unknown> =>
    connection.sendRequest(method, parameters);
  const hierarchy = ask("textDocument/prepareCallHierarchy", {
    textDocument,
    position: within("Near:", "StopMachine"),
  });
  const answers: Partial<Record<keyof ServerCapabilities, (() => Promise<unknown>)[] | null>> = {
    // Tried by opening and changing documents.
    textDocumentSync: null,
    completionProvider: [() => ask("textDocument/completion", at)],
    hoverProvider: [() => ask("textDocument/hover", at)],
    signatureHelpProvider: [() => ask("textDocument/signatureHelp", at)],
    definitionProvider: [() => ask("textDocument/definition", at)],
    typeDefinitionProvider: [() => ask("textDocument/typeDefinition", at)],
    referencesProvider: [
      () => ask("textDocument/references", { ...at, context: { includeDeclaration: true } }),
    ],
    documentHighlightProvider: [() => ask("textDocument/documentHighlight", at)],
    renameProvider: [
      () => ask("textDocument/prepareRename", at),
      () => ask("textDocument/rename", { ...at, newName: "Gap" }),
    ],
    documentSymbolProvider: [() => ask("textDocument/documentSymbol", { textDocument })],
    workspaceSymbolProvider: [() => ask("workspace/symbol", { query: "near" })],
    foldingRangeProvider: [() => ask("textDocument/foldingRange", { textDocument })],
    selectionRangeProvider: [
      () => ask("textDocument/selectionRange", { textDocument, positions: [position] }),
    ],
    semanticTokensProvider: [
      () => ask("textDocument/semanticTokens/full", { textDocument }),
      () => ask("textDocument/semanticTokens/range", { textDocument, range }),
    ],
    inlayHintProvider: [() => ask("textDocument/inlayHint", { textDocument, range })],
    documentLinkProvider: [() => ask("textDocument/documentLink", { textDocument })],
    documentFormattingProvider: [() => ask("textDocument/formatting", { textDocument, options })],
    documentRangeFormattingProvider: [
      () => ask("textDocument/rangeFormatting", { textDocument, range, options }),
    ],
    documentOnTypeFormattingProvider: [
      () => ask("textDocument/onTypeFormatting", { ...at, ch: "\n", options }),
    ],
    linkedEditingRangeProvider: [
      () =>
        ask("textDocument/linkedEditingRange", {
          textDocument,
          position: within("FOR", "worker"),
        }),
    ],
    callHierarchyProvider: [
      () => hierarchy,
      async () => {
        const [item] = (await hierarchy) as readonly object[];
        return ask("callHierarchy/incomingCalls", { item });
      },
    ],
    codeActionProvider: [
      () => ask("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }),
    ],
    codeLensProvider: [
      () => ask("textDocument/codeLens", { textDocument }),
      async () => {
        const lenses = (await ask("textDocument/codeLens", { textDocument })) as CodeLens[];
        const lens = lenses.find(({ command }) => command === undefined);
        return ask("codeLens/resolve", lens ?? {});
      },
    ],
    executeCommandProvider: [
      () =>
        ask("workspace/executeCommand", {
          command: "omega.runExample",
          arguments: [textDocument.uri, "1:near"],
        }),
    ],
    // Says how positions are counted, and that folders are followed; tried by answers and by tests of their own.
    positionEncoding: null,
    workspace: null,
    diagnosticProvider: [() => ask("textDocument/diagnostic", { textDocument })],
  };
  expect(Object.keys(initialized.capabilities).sort()).toEqual(Object.keys(answers).sort());
  const mayBeEmpty = new Set(["signatureHelpProvider", "codeActionProvider"]);
  for (const [capability, requests] of Object.entries(answers)) {
    for (const request of requests ?? []) {
      const answer = await request();
      const isFormatting = capability.includes("Formatting");
      if (!mayBeEmpty.has(capability) && !isFormatting) {
        expect(answer, capability).toBeTruthy();
        if (Array.isArray(answer)) expect(answer.length, capability).toBeGreaterThan(0);
      }
    }
  }
});

test("diagnostics are pushed to those that cannot pull, with the version they are of", async () => {
  const { connection, open, published, uriOf } = await start();
  await open("factory.omni", "INTENT: x\nRULE:\n- IF Distnce < 1m THEN\n");
  const uri = uriOf("factory.omni");
  await expect.poll(() => published.length).toBeGreaterThan(0);
  expect(published.at(-1)).toMatchObject({ uri, version: 1 });
  expect(published.at(-1)?.diagnostics[0]?.codeDescription?.href).toMatch(/^omega-page:\/OM\d{4}/);
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await expect.poll(() => published.at(-1)?.diagnostics).toEqual([]);
});

test("typing is reported on once it pauses, never for a text that is gone", async () => {
  const { connection, open, published, uriOf } = await start();
  await open("factory.omni", "INTENT: x\nRULE:\n- IF a THEN Stop\n");
  for (let version = 2; version <= 20; version++) {
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uriOf("factory.omni"), version },
      contentChanges: [
        {
          range: { start: { line: 2, character: 5 }, end: { line: 2, character: 5 } },
          text: "b",
        },
      ],
    });
  }
  await expect.poll(() => published.at(-1)?.version).toBe(20);
  expect(published.length).toBeLessThan(4);
});

test("an imported file is read, and read again when it changes", async () => {
  const client = await start(pulling);
  const { connection, open, uriOf } = client;
  await open("factory.omni");
  const pull = (): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: uriOf("factory.omni") },
    });
  const first = await pull();
  expect(first).toMatchObject({ kind: "full" });
  const codes = "items" in first ? first.items.map(({ code }) => code) : [];
  expect(codes).not.toContain("OM3001");
  await open("shared/site.omni", "INTENT: the site\nCONTEXT:\n- Range: <m>\n");
  const second = await pull();
  expect(second).not.toEqual(first);
});

test("asked again for the same text, the report is unchanged", async () => {
  const { connection, open, uriOf } = await start(pulling);
  await open("factory.omni");
  const textDocument = { uri: uriOf("factory.omni") };
  const first: DocumentDiagnosticReport = await connection.sendRequest("textDocument/diagnostic", {
    textDocument,
  });
  const again = await connection.sendRequest("textDocument/diagnostic", {
    textDocument,
    previousResultId: first.resultId,
  });
  expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
});

test("a definition, a rename and a symbol cross files", async () => {
  const { connection, open, uriOf } = await start(pulling);
  await open("factory.omni");
  const textDocument = { uri: uriOf("factory.omni") };
  const position = within("Near:", "Reach");
  const definition: readonly { uri: string }[] = await connection.sendRequest(
    "textDocument/definition",
    { textDocument, position },
  );
  expect(definition.map(({ uri }) => uri)).toEqual([uriOf("shared/site.omni")]);
  const renamed: WorkspaceEdit = await connection.sendRequest("textDocument/rename", {
    textDocument,
    position,
    newName: "Limit",
  });
  expect(renamed.documentChanges).toMatchObject([
    { textDocument: { uri: uriOf("factory.omni"), version: 1 } },
    { textDocument: { uri: uriOf("shared/site.omni"), version: null } },
  ]);
});

test("a rename that cannot be done says why", async () => {
  const { connection, open, uriOf } = await start(pulling);
  await open("factory.omni");
  await expect(
    connection.sendRequest("textDocument/rename", {
      textDocument: { uri: uriOf("factory.omni") },
      position: within("Near:", "Distance"),
      newName: "Workers",
    }),
  ).rejects.toThrow("already names something else");
});

test("semantic tokens are sent as a delta of what was sent before", async () => {
  const { connection, open, uriOf } = await start(pulling);
  await open("factory.omni");
  const textDocument = { uri: uriOf("factory.omni") };
  const full: SemanticTokens = await connection.sendRequest("textDocument/semanticTokens/full", {
    textDocument,
  });
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [
      { range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } }, text: "\n" },
    ],
  });
  const delta: SemanticTokensDelta = await connection.sendRequest(
    "textDocument/semanticTokens/full/delta",
    { textDocument, previousResultId: full.resultId },
  );
  expect(delta.edits.length).toBe(1);
  expect(delta.edits[0]?.data?.length ?? 0).toBeLessThan(full.data.length / 2);
});

test("the page of a code is served offline", async () => {
  const { connection } = await start();
  expect(await connection.sendRequest("omega/page", { code: "OM3004" })).toContain("# OM3004");
  expect(await connection.sendRequest("omega/page", { code: "OM0000" })).toBeNull();
});

test("completion, hover and fixes work in the middle of typing", async () => {
  const { connection, open, uriOf } = await start(pulling);
  await open(
    "factory.omni",
    "INTENT: x\nCONTEXT:\n- Distance: <m>\nRULE:\n- IF Distence < 1m THEN Stop",
  );
  const textDocument = { uri: uriOf("factory.omni") };
  const position = { line: 4, character: 8 };
  const items: readonly CompletionItem[] = await connection.sendRequest("textDocument/completion", {
    textDocument,
    position,
  });
  expect(items.map(({ label }) => label)).toContain("Distance");
  const hover: Hover | null = await connection.sendRequest("textDocument/hover", {
    textDocument,
    position,
  });
  expect(hover).not.toBeNull();
  const actions: readonly CodeAction[] = await connection.sendRequest("textDocument/codeAction", {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(actions[0]?.edit?.documentChanges?.[0]).toMatchObject({
    edits: [{ newText: "Distance" }],
  });
});

test("a client that can do nothing gets what the protocol had first", async () => {
  const plain = { textDocument: { hover: { contentFormat: ["plaintext" as const] } } };
  const { connection, initialized, open, uriOf } = await start(plain);
  expect(initialized.capabilities.renameProvider).toBe(true);
  expect(initialized.capabilities).not.toHaveProperty("diagnosticProvider");
  await open("factory.omni");
  const textDocument = { uri: uriOf("factory.omni") };
  const position = within("Near:", "Reach");
  const renamed: WorkspaceEdit = await connection.sendRequest("textDocument/rename", {
    textDocument,
    position,
    newName: "Limit",
  });
  expect(Object.keys(renamed.changes ?? {})).toEqual([
    uriOf("factory.omni"),
    uriOf("shared/site.omni"),
  ]);
  const symbols: readonly SymbolInformation[] = await connection.sendRequest(
    "textDocument/documentSymbol",
    { textDocument },
  );
  expect(symbols.find(({ name }) => name === "Near")).toMatchObject({
    containerName: "RULE",
    location: textDocument,
  });
  const hover: Hover | null = await connection.sendRequest("textDocument/hover", {
    textDocument,
    position,
  });
  expect(hover?.contents).toMatchObject({
    kind: "plaintext",
    value: expect.stringMatching(/^Reach: <m>\n/),
  });
  const items: readonly CompletionItem[] = await connection.sendRequest("textDocument/completion", {
    textDocument,
    position: { line: 14, character: 0 },
  });
  const example = items.find(({ label }) => label === "EXAMPLE");
  expect(example?.textEdit).toMatchObject({ newText: "EXAMPLE what is shown:\n-" });
  expect(example).not.toHaveProperty("insertTextFormat");
});

test("a folder that is opened later is searched, one that is closed no more", async () => {
  const { connection, open } = await start(pulling);
  await open("factory.omni");
  const search = (): Promise<readonly object[]> =>
    connection.sendRequest("workspace/symbol", { query: "Reach" });
  expect(await search()).toHaveLength(1);
  const folder = { uri: "file:///project", name: "project" };
  const change = (added: readonly object[], removed: readonly object[]): Promise<void> =>
    connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added, removed },
    });
  await change([], [folder]);
  expect(await search()).toHaveLength(0);
  await change([folder], []);
  expect(await search()).toHaveLength(1);
});
