// Proofs over the real protocol: asked for by command, shown as diagnostics, void after an edit.
import type { ProvedAnswer } from "@omega/service";
import { expect, test } from "vitest";
import type {
  CodeAction,
  CodeLens,
  DocumentDiagnosticReport,
  ShowMessageParams,
} from "vscode-languageserver";
import type { ProveProgram } from "../src/host.ts";
import { startClient } from "./protocol-client.ts";

const text = `INTENT: x
CONTEXT:
- Heat: <C>
RULE:
- Hot: IF Heat > 60C THEN Alarm
CONSTRAINT:
- Safety [Warned]: ALWAYS Alarm WHEN Heat >= 60C
`;

const breaks: ProvedAnswer = {
  question: "constraint",
  line: 7,
  outcome: "finding",
  message: "`Warned` can break: nothing keeps it, and the decision is `violated`",
  context: { Heat: 60 },
  now: null,
};

const capabilities = {
  textDocument: { diagnostic: { dynamicRegistration: false } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

async function open(prove: ProveProgram | null, options: object = {}) {
  const client = await startClient({ "cell.omni": text }, capabilities, options, prove);
  const messages: string[] = [];
  client.connection.onNotification("window/showMessage", ({ message }: ShowMessageParams) => {
    messages.push(message);
  });
  await client.open("cell.omni");
  const uri = client.uriOf("cell.omni");
  const textDocument = { uri };
  const { connection } = client;
  return {
    ...client,
    uri,
    messages,
    prove: () =>
      connection.sendRequest("workspace/executeCommand", {
        command: "omega.prove",
        arguments: [uri],
      }),
    async proofs() {
      const report: DocumentDiagnosticReport = await connection.sendRequest(
        "textDocument/diagnostic",
        { textDocument },
      );
      const items = report.kind === "full" ? report.items : [];
      return items.filter(({ source }) => source === "omega prove").map(({ message }) => message);
    },
    async lenses() {
      const lenses: readonly CodeLens[] = await connection.sendRequest("textDocument/codeLens", {
        textDocument,
      });
      return lenses.flatMap(({ command }) => command?.title ?? []);
    },
    async fixes() {
      const at = { line: 6, character: 4 };
      const actions: readonly CodeAction[] = await connection.sendRequest(
        "textDocument/codeAction",
        { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } },
      );
      return actions.map(({ title }) => title);
    },
    edit: (version: number) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text: text.replace("> 60C", ">= 60C") }],
      }),
  };
}

test("what a proof finds is shown until the next edit, with its context as an example", async () => {
  const client = await open(async () => [breaks]);
  expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain("omega.prove");
  expect(await client.lenses()).toEqual(["prove"]);
  expect(await client.proofs()).toEqual([]);
  await client.prove();
  expect(client.messages).toEqual(["1 finding, 0 not proven, 0 as they should be"]);
  expect(await client.proofs()).toEqual([breaks.message]);
  expect(await client.lenses()).toEqual(["prove (1 finding)"]);
  expect(await client.fixes()).toContain("add the context that shows it as an EXAMPLE");
  await client.edit(2);
  expect(await client.proofs()).toEqual([]);
  expect(await client.lenses()).toEqual(["prove"]);
  await client.end();
});

test("a document that is edited while it is proved is not told of what it was", async () => {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let answer: (answers: readonly ProvedAnswer[]) => void = () => {};
  const client = await open(() => {
    begin();
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  const proving = client.prove();
  await begun;
  // While the solver works, everything else is answered.
  expect(await client.proofs()).toEqual([]);
  await client.edit(2);
  expect(await client.lenses()).toEqual(["prove"]);
  answer([breaks]);
  await proving;
  expect(client.messages).toEqual(["the document was edited while it was proved: prove it again"]);
  expect(await client.proofs()).toEqual([]);
  await client.end();
});

test("without a solver nothing offers a proof, and an untrusted folder proves nothing", async () => {
  const bare = await open(null);
  expect(bare.initialized.capabilities.executeCommandProvider?.commands).not.toContain(
    "omega.prove",
  );
  expect(await bare.lenses()).toEqual([]);
  await bare.end();
  const untrusted = await open(async () => [breaks], { isTrusted: false });
  expect(await untrusted.lenses()).toEqual([]);
  await untrusted.prove();
  expect(await untrusted.proofs()).toEqual([]);
  await untrusted.end();
});
