// How the server behaves, whatever it is asked: cancellation, versions, trust, language.
import { afterEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  ResponseError,
} from "vscode-languageserver";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { type ProtocolClient, startClient } from "./protocol-client.ts";

const files = {
  "omega.config.json": JSON.stringify({ strict: true }),
  "cell.omni": `INTENT: keep people safe
ACTOR:
- Primary: Guard
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distence < 1m THEN Stop UNKNOWN Stop
CONSTRAINT:
- Safety: people are safe
IMPACT:
- Benefit: nobody is hurt
- Risk: it stands still
TRACE:
- Standards [Near]: ISO 10218-2
EXAMPLE near:
- GIVEN Distance = 0.5m
- EXPECT Stop
`,
};

const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const clients: ProtocolClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});

async function start(options: object = {}): Promise<ProtocolClient> {
  const client = await startClient(files, capabilities, options);
  clients.push(client);
  return client;
}

async function pull({ connection, uriOf }: ProtocolClient): Promise<readonly Diagnostic[]> {
  const report: DocumentDiagnosticReport = await connection.sendRequest("textDocument/diagnostic", {
    textDocument: { uri: uriOf("cell.omni") },
  });
  return report.kind === "full" ? report.items : [];
}

test.each([
  ["textDocument/diagnostic", {}],
  ["textDocument/hover", { position: { line: 4, character: 3 } }],
  ["textDocument/completion", { position: { line: 6, character: 10 } }],
  ["textDocument/codeLens", {}],
  ["workspace/symbol", { query: "" }],
])("%s is not answered once nobody waits for it", async (method, parameters) => {
  const client = await start();
  await client.open("cell.omni");
  const source = new CancellationTokenSource();
  const textDocument = { uri: client.uriOf("cell.omni") };
  const answer = client.connection.sendRequest(
    method,
    { textDocument, ...parameters },
    source.token,
  );
  source.cancel();
  const outcome: unknown = await answer.then(
    () => "answered",
    (error: ResponseError<void>) => error.code,
  );
  // RequestCancelled
  expect(outcome).toBe(-32800);
});

test("a document that is opened again is reported on again, though its versions begin anew", async () => {
  const client = await start();
  const textDocument = { uri: client.uriOf("cell.omni") };
  await client.open("cell.omni");
  const first: DocumentDiagnosticReport = await client.connection.sendRequest(
    "textDocument/diagnostic",
    { textDocument },
  );
  await client.connection.sendNotification("textDocument/didClose", { textDocument });
  await client.open("cell.omni", "INTENT: something else\n");
  const again: DocumentDiagnosticReport = await client.connection.sendRequest(
    "textDocument/diagnostic",
    { textDocument, previousResultId: first.resultId },
  );
  expect(again.kind).toBe("full");
});

test("one fix of a mistake is preferred, all of them come as source.fixAll.omega, for the version they are of", async () => {
  const client = await start();
  await client.open("cell.omni");
  const [mistake] = await pull(client);
  if (mistake === undefined) throw new Error("there is no mistake");
  const ask = (only: readonly string[]): Promise<readonly CodeAction[]> =>
    client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: client.uriOf("cell.omni") },
      range: mistake.range,
      context: { diagnostics: [mistake], only },
    });
  const fixes = await ask(["quickfix"]);
  expect(fixes.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
  for (const wanted of ["source.fixAll", "source.fixAll.omega", "source"]) {
    const [all, ...more] = await ask([wanted]);
    expect(more).toEqual([]);
    expect(all?.kind).toBe("source.fixAll.omega");
    expect(all?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
  }
  expect(await ask(["refactor"])).toEqual([]);
});

describe("a folder that is not trusted", () => {
  test("is checked, but its configuration is not read until it is trusted", async () => {
    const client = await start({ isTrusted: false });
    await client.open("cell.omni");
    const shown = async (): Promise<string> =>
      (await pull(client)).map(({ code, severity }) => `${code}:${severity}`).join(" ");
    const before = await shown();
    expect(before).not.toBe("");
    await client.connection.sendNotification("omega/trustGranted");
    await expect.poll(shown).not.toBe(before);
  });
});

describe("in Bahasa Indonesia", () => {
  test.each([
    ["id", "`Distence`"],
    ["id-ID", "`Distence`"],
  ])("for %s", async (locale, name) => {
    const client = await start({ locale });
    await client.open("cell.omni");
    const [mistake] = await pull(client);
    expect(mistake?.message).toContain(name);
    expect(mistake?.message).toMatch(/mungkin maksudnya/);
    const hover: Hover = await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: client.uriOf("cell.omni") },
      position: { line: 4, character: 3 },
    });
    expect(JSON.stringify(hover.contents)).toContain("dideklarasikan di CONTEXT, baris 5");
  });

  test.each(["en", "en-GB", "de", ""])("not for %j", async (locale) => {
    const client = await start({ locale });
    await client.open("cell.omni");
    const [mistake] = await pull(client);
    expect(mistake?.message).toMatch(/did you mean/);
  });
});
