// Examples as editors run them: listed, run and measured over the protocol, in files that are open and in files that are not.
import { afterEach, describe, expect, test } from "vitest";
import {
  type CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeLens,
  type ShowMessageParams,
} from "vscode-languageserver";
import {
  type ExampleRequests,
  exampleRequests,
  type RunAnswer,
  trustGranted,
} from "../src/example-requests.ts";
import { type ProtocolClient, startClient } from "./protocol-client.ts";

const files = {
  "plant/cell.omni": `INTENT: keep people safe
IMPORT:
- "shared/site.omni"
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < Reach AND Armed THEN Stop UNKNOWN Stop
EXAMPLE near:
- GIVEN Distance = 0.5m, Reach = 1m, Armed = true
- EXPECT Stop
EXAMPLE far:
- GIVEN Distance = 5m, Reach = 1m, Armed = true
- EXPECT Stop
`,
  "plant/shared/site.omni": 'INTENT: the site\nIMPORT:\n- "deep.omni"\nCONTEXT:\n- Reach: <m>\n',
  "plant/shared/deep.omni": "INTENT: deeper\nCONTEXT:\n- Armed: <boolean>\n",
  "plant/tests/cell.test.omni": `EXAMPLES FOR "../cell.omni":
EXAMPLE from a file:
- GIVEN FILE "night.json"
- EXPECT ONLY Stop
`,
  "plant/tests/night.json": '{ "Distance": "0.2m", "Reach": 1, "Armed": true }',
  "plant/omega.config.json": "{}",
  "broken.omni": "INTENT: x\nRULE:\n- IF Distnce < THEN Stop\nEXAMPLE one:\n- EXPECT Stop\n",
  "empty.omni": "INTENT: x\nRULE:\n- IF Go THEN Stop UNKNOWN Stop\n",
};

const clients: ProtocolClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});

async function start(
  options: object = {},
  given: Readonly<Record<string, string>> = files,
  capabilities: ClientCapabilities = {},
) {
  const client = await startClient(given, capabilities, options);
  clients.push(client);
  const messages: string[] = [];
  client.connection.onNotification("window/showMessage", ({ message }: ShowMessageParams) => {
    messages.push(message);
  });
  const { connection, uriOf } = client;
  const ask = <Name extends keyof ExampleRequests>(
    name: Name,
    parameters: ExampleRequests[Name]["parameters"],
    token?: CancellationToken,
  ): Promise<ExampleRequests[Name]["answer"]> =>
    token === undefined
      ? connection.sendRequest(exampleRequests[name], parameters)
      : connection.sendRequest(exampleRequests[name], parameters, token);
  const run = (
    file: string,
    ids: readonly string[] | null = null,
    measurement: string | null = null,
  ): Promise<RunAnswer> => ask("run", { uri: uriOf(file), ids, measurement });
  const lensesOf = (file: string): Promise<readonly CodeLens[]> =>
    connection.sendRequest("textDocument/codeLens", { textDocument: { uri: uriOf(file) } });
  return { ...client, messages, ask, run, lensesOf };
}

type Started = Awaited<ReturnType<typeof start>>;

function change({ connection, uriOf }: Started, file: string, version: number, text: string) {
  return connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: uriOf(file), version },
    contentChanges: [{ text }],
  });
}

const told = ({ outcomes }: RunAnswer) => outcomes.map(({ id, status }) => `${id} ${status}`);

describe("running", () => {
  test("needs no open editor: imports, configuration, suites and context files are read", async () => {
    const { ask, run, uriOf } = await start();
    const uri = uriOf("plant/cell.omni");
    const listed = await ask("list", { uri });
    expect(listed.map(({ id }) => id)).toEqual(["1:near", "1:far"]);
    const answer = await run("plant/cell.omni");
    expect(told(answer)).toEqual(["1:near passed", "1:far failed"]);
    expect([...answer.builtOn].sort()).toEqual(
      ["plant/shared/deep.omni", "plant/shared/site.omni"].map(uriOf),
    );
    const suite = await run("plant/tests/cell.test.omni");
    expect(told(suite)).toEqual(["1:from a file passed"]);
    expect(suite.builtOn).toContain(uriOf("plant/tests/night.json"));
    expect(suite.builtOn).toContain(uriOf("plant/cell.omni"));
  });

  test("sees what is open as it is now, in the policy of a suite as well", async () => {
    const started = await start();
    await started.open("plant/cell.omni");
    expect(told(await started.run("plant/tests/cell.test.omni"))).toEqual(["1:from a file passed"]);
    const text = files["plant/cell.omni"].replace("THEN Stop UNKNOWN Stop", "THEN Go UNKNOWN Stop");
    await change(started, "plant/cell.omni", 2, text);
    expect(told(await started.run("plant/tests/cell.test.omni"))).toEqual(["1:from a file failed"]);
  });

  test("tells what differs, where, why and how long it took", async () => {
    const { run } = await start();
    const { outcomes } = await run("plant/cell.omni", ["1:far"]);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.milliseconds).toBeGreaterThan(0);
    expect(outcomes[0]?.failures).toMatchObject([
      {
        range: { start: { line: 12, character: 0 } },
        difference: { expected: "Stop", actual: "no action" },
      },
    ]);
    expect(outcomes[0]?.failures[0]?.message).toContain("Distance < Reach is false");
  });

  test("of a document with errors says what is wrong; of one that is gone, nothing", async () => {
    const { run } = await start();
    const { outcomes } = await run("broken.omni");
    expect(outcomes[0]).toMatchObject({ status: "error" });
    expect(outcomes[0]?.message).toContain("the first in line 3");
    expect(await run("gone.omni")).toEqual({ outcomes: [], builtOn: [] });
    expect((await run("plant/cell.omni", ["1:no such example"])).outcomes).toEqual([]);
  });

  test("of very many examples is cancelled between two of them", async () => {
    const examples = Array.from(
      { length: 600 },
      (_, index) => `EXAMPLE ${index}:\n- GIVEN Go = true\n- EXPECT Stop\n`,
    );
    const { ask, uriOf } = await start(
      {},
      {
        "many.omni": `INTENT: x\nCONTEXT:\n- Go: <boolean>\nRULE:\n- IF Go THEN Stop\n${examples.join("")}`,
      },
    );
    const source = new CancellationTokenSource();
    const running = ask(
      "run",
      { uri: uriOf("many.omni"), ids: null, measurement: null },
      source.token,
    );
    source.cancel();
    expect((await running).outcomes.length).toBeLessThan(600);
    // The server listens in the meantime, and the next run is whole.
    const again = await ask("run", {
      uri: uriOf("many.omni"),
      ids: null,
      measurement: null,
    });
    expect(again.outcomes).toHaveLength(600);
  });
});

describe("coverage", () => {
  test("of a suite counts for its policy, together with the policy's own examples", async () => {
    const { ask, run, uriOf } = await start();
    await run("plant/tests/cell.test.omni", null, "first");
    const measured = (measurement: string) => ask("coverage", { measurement });
    const alone = await measured("first");
    expect(alone).toMatchObject([
      { uri: uriOf("plant/cell.omni"), rules: { covered: 1, total: 1 }, branches: { covered: 1 } },
    ]);
    await run("plant/cell.omni", null, "first");
    const both = await measured("first");
    expect(both).toHaveLength(1);
    expect(both[0]?.branches.covered).toBeGreaterThan(alone[0]?.branches.covered ?? 0);
    const [rule] = await ask("coverageDetails", {
      measurement: "first",
      uri: uriOf("plant/cell.omni"),
    });
    expect(rule).toMatchObject({ name: "Near", executed: 3 });
    expect(rule?.branches.map(({ label }) => label)).toContain(
      "`Armed` is never shown to decide this alone: always true in the examples",
    );
    expect(await measured("never")).toEqual([]);
  });

  test("is of the text that was measured, whatever became of it since", async () => {
    const started = await start();
    const { ask, open, run, uriOf } = started;
    await open("plant/cell.omni");
    await run("plant/cell.omni", null, "kept");
    await change(started, "plant/cell.omni", 2, "INTENT: all gone\n");
    const [rule] = await ask("coverageDetails", {
      measurement: "kept",
      uri: uriOf("plant/cell.omni"),
    });
    expect(rule?.range.start).toEqual({ line: 6, character: 2 });
  });
});

describe("lenses", () => {
  const titles = async ({ connection, lensesOf }: Started, file: string) => {
    const lenses = await lensesOf(file);
    return Promise.all(
      lenses.map(async (lens) => {
        const { command, range }: CodeLens =
          lens.command === undefined
            ? await connection.sendRequest("codeLens/resolve", lens)
            : lens;
        return `${range.start.line + 1}: ${command?.title}`;
      }),
    );
  };

  test("run an example and tell how it came out, until something changes", async () => {
    const started = await start();
    const { connection, messages, open, uriOf } = started;
    await open("plant/cell.omni");
    expect(await titles(started, "plant/cell.omni")).toEqual([
      "7: 1 of 2 conditions and 2 of 3 branches covered",
      "8: run example",
      "8: run all 2 examples",
      "11: run example",
    ]);
    const execute = (command: string, ...given: readonly unknown[]) =>
      connection.sendRequest("workspace/executeCommand", {
        command,
        arguments: [uriOf("plant/cell.omni"), ...given],
      });
    await execute("omega.runExample", "1:near");
    await execute("omega.runExamples");
    await execute("omega.showCoverage", 7, 7);
    await expect.poll(() => messages).toHaveLength(3);
    expect(messages[0]).toBe("`near` passed");
    expect(messages[1]).toMatch(/^`far`: expected `Stop` in this order/);
    expect(messages[2]).toContain("line 7: `Armed`: always true in the examples");
    expect((await titles(started, "plant/cell.omni")).slice(1)).toEqual([
      "8: run example (passed)",
      "8: run all 2 examples",
      "11: run example (failed)",
    ]);
    await change(started, "plant/cell.omni", 2, `# moved\n${files["plant/cell.omni"]}`);
    expect((await titles(started, "plant/cell.omni")).slice(1)).toEqual([
      "9: run example",
      "9: run all 2 examples",
      "12: run example",
    ]);
  });

  test("of a policy are asked for anew when a suite beside it changes, by those who can", async () => {
    const started = await start({}, files, { workspace: { codeLens: { refreshSupport: true } } });
    const refreshed: null[] = [];
    started.connection.onRequest("workspace/codeLens/refresh", () => {
      refreshed.push(null);
      return null;
    });
    await started.open("plant/cell.omni");
    await started.open("plant/tests/cell.test.omni");
    const before = await titles(started, "plant/cell.omni");
    const suite = `${files["plant/tests/cell.test.omni"]}EXAMPLE unarmed:\n- GIVEN Distance = 0.5m, Reach = 1m, Armed = false\n- EXPECT NOTHING\n`;
    await change(started, "plant/tests/cell.test.omni", 2, suite);
    await expect.poll(() => refreshed.length).toBe(1);
    expect(before[0]).toBe("7: 1 of 2 conditions and 2 of 3 branches covered");
    expect((await titles(started, "plant/cell.omni"))[0]).toBe("7: 2 of 3 branches covered");
  });

  test("of rules are there where a suite covers them, and not where nothing could", async () => {
    const { "plant/cell.omni": cell, ...others } = files;
    const bare = cell.slice(0, cell.indexOf("EXAMPLE near"));
    const started = await start({}, { ...others, "plant/cell.omni": bare });
    await started.open("plant/cell.omni");
    await started.open("empty.omni");
    expect(await titles(started, "plant/cell.omni")).toEqual([
      "7: 0 of 2 conditions and 1 of 3 branches covered",
    ]);
    expect(await titles(started, "empty.omni")).toEqual([]);
  });

  test("say that nothing is measured while there are errors", async () => {
    const started = await start();
    await started.open("broken.omni");
    expect(await titles(started, "broken.omni")).toContain(
      "3: not measured while there are errors",
    );
  });

  test("of a very large policy offer to measure, and do when they are asked to", async () => {
    const rules = Array.from({ length: 60 }, (_, index) => `- Rule${index}: IF Go THEN Stop`);
    const examples = Array.from(
      { length: 400 },
      (_, index) => `EXAMPLE ${index}:\n- GIVEN Go = true\n- EXPECT Stop`,
    );
    const text = ["INTENT: x", "CONTEXT:", "- Go: <boolean>", "RULE:", ...rules, ...examples];
    const started = await start({}, { "large.omni": `${text.join("\n")}\n` });
    const { connection, lensesOf, messages, open, uriOf } = started;
    await open("large.omni");
    const [lens] = await lensesOf("large.omni");
    const resolved: CodeLens = await connection.sendRequest("codeLens/resolve", lens);
    expect(resolved.command?.title).toBe("show coverage");
    await connection.sendRequest("workspace/executeCommand", {
      command: resolved.command?.command ?? "",
      arguments: [uriOf("large.omni"), 5, 5],
    });
    await expect.poll(() => messages.join()).toContain("0 of 1 condition and 1 of 2 branches");
  });

  test("of an older text are not resolved with what was measured of a newer one", async () => {
    const started = await start();
    const { connection, lensesOf, open } = started;
    await open("plant/cell.omni");
    const [lens] = await lensesOf("plant/cell.omni");
    const resolving = connection.sendRequest("codeLens/resolve", lens);
    await change(started, "plant/cell.omni", 2, files["plant/cell.omni"]);
    await expect(resolving).rejects.toThrow("the document has changed");
  });
});

test("in a folder that is not trusted nothing runs, and it says why", async () => {
  const started = await start({ isTrusted: false });
  const { ask, connection, lensesOf, messages, open, run, uriOf } = started;
  await open("plant/cell.omni");
  const { outcomes } = await run("plant/cell.omni", null, "none");
  expect(new Set(outcomes.map(({ status, message }) => `${status}: ${message}`))).toEqual(
    new Set(["error: examples do not run in a folder that is not trusted: trust it to run them"]),
  );
  expect(await ask("coverage", { measurement: "none" })).toEqual([]);
  expect((await lensesOf("plant/cell.omni")).filter(({ command }) => !command)).toEqual([]);
  await connection.sendRequest("workspace/executeCommand", {
    command: "omega.runExamples",
    arguments: [uriOf("plant/cell.omni")],
  });
  await expect.poll(() => messages.join()).toContain("not trusted");
  await connection.sendNotification(trustGranted);
  expect(told(await run("plant/cell.omni"))).toEqual(["1:near passed", "1:far failed"]);
});
