// The requests behind a decision view, over the real protocol.
import { afterEach, expect, test } from "vitest";
import type { DecideAnswer, DecideParameters } from "../src/commands.ts";
import { type ProtocolClient, startClient } from "./protocol-client.ts";

const files = {
  "rules/cell.omni": `INTENT: keep people safe
IMPORT:
- "../shared/site.omni"
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < Reach THEN StopMachine UNKNOWN StopMachine
EXAMPLE near:
- GIVEN FILE "near.json"
- EXPECT StopMachine
`,
  "rules/near.json": '{ "Distance": 0.5, "Reach": 1 }',
  "rules/cell.test.omni": `EXAMPLES FOR "cell.omni":
EXAMPLE far:
- GIVEN Distance = 9m, Reach = 1m
- EXPECT NOTHING
`,
  "shared/site.omni": "INTENT: the site\nCONTEXT:\n- Reach: <m>\n",
};

const clients: ProtocolClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});

/** A client with a document open, and a way to ask what it decides. */
async function open(file: string) {
  const client = await startClient(files);
  clients.push(client);
  await client.open(file);
  const uri = client.uriOf(file);
  const decide = (request: Partial<DecideParameters>): Promise<DecideAnswer> =>
    client.connection.sendRequest("omega/decide", { uri, context: "{}", now: null, ...request });
  return { ...client, uri, decide };
}

test("a document is decided on JSON text, with what is edited laid over it", async () => {
  const { decide } = await open("rules/cell.omni");
  const context = '{"Distance": 5, "Reach": 1}';
  expect(await decide({ context })).toMatchObject({ kind: "decided", version: 1, actions: [] });
  expect(await decide({ context, edits: { Reach: "6m" } })).toMatchObject({
    actions: [{ text: "StopMachine", rule: "Near", line: 7 }],
  });
});

test("an example's context is read from its file, beside the document", async () => {
  const { decide } = await open("rules/cell.omni");
  const view = await decide({ context: { example: "1:near" } });
  expect(JSON.parse(view.context)).toEqual({ Distance: 0.5, Reach: 1 });
  expect(view).toMatchObject({ kind: "decided", actions: [{ text: "StopMachine" }] });
});

test("places name files, and the answer says where those are", async () => {
  const { decide, uriOf } = await open("rules/cell.omni");
  const { addresses, inputs } = await decide({});
  expect(inputs.map(({ name, place }) => [name, place?.file])).toEqual([
    ["Distance", "rules/cell.omni"],
    ["Reach", "shared/site.omni"],
  ]);
  expect(addresses).toEqual({
    "rules/cell.omni": uriOf("rules/cell.omni"),
    "shared/site.omni": uriOf("shared/site.omni"),
  });
});

test("a suite decides by its policy, whose file is named", async () => {
  const { decide, uriOf } = await open("rules/cell.test.omni");
  const view = await decide({ context: { example: "1:far" } });
  expect(view).toMatchObject({ kind: "decided", file: "rules/cell.omni", actions: [] });
  expect(view.addresses["rules/cell.omni"]).toBe(uriOf("rules/cell.omni"));
});

test("the decision follows what is typed, and says of which version it is", async () => {
  const { connection, decide, uri } = await open("rules/cell.omni");
  const context = '{"Distance": 5, "Reach": 1}';
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [
      {
        range: { start: { line: 6, character: 20 }, end: { line: 6, character: 21 } },
        text: ">",
      },
    ],
  });
  expect(await decide({ context })).toMatchObject({
    version: 2,
    actions: [{ because: "IF Distance > Reach, Distance = 5m, Reach = 1m" }],
  });
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [
      {
        range: { start: { line: 6, character: 20 }, end: { line: 6, character: 27 } },
        text: "",
      },
    ],
  });
  expect(await decide({ context })).toMatchObject({
    version: 3,
    kind: "undecidable",
    place: { file: "rules/cell.omni", range: { start: { line: 6 } } },
  });
});

test("a decision is saved as an example, for a version and a place", async () => {
  const { connection, uri } = await open("rules/cell.omni");
  const saved: object = await connection.sendRequest("omega/saveAsExample", {
    uri,
    context: '{"Distance": "40cm", "Reach": 1}',
    now: null,
    title: "very near",
  });
  expect(saved).toEqual({
    kind: "example",
    version: 1,
    position: { line: 10, character: 0 },
    text: "\nEXAMPLE very near:\n- GIVEN Distance = 40cm, Reach = 1m\n- EXPECT ONLY StopMachine\n",
  });
});

test("a document that is not open is not decided", async () => {
  const { connection } = await open("rules/cell.omni");
  const uri = "file:///project/other.omni";
  const decide = { uri, context: "{}", now: null };
  expect(await connection.sendRequest("omega/decide", decide)).toBeNull();
  const save = { ...decide, title: "x" };
  expect(await connection.sendRequest("omega/saveAsExample", save)).toBeNull();
});
