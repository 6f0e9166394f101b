// The law of synchronisation: after any edits, sent in any portions, the server has the text that the client has. What it says
// of it is compared with what it says of the same text opened anew.
import { applyEdit, type DrawnEdit, drawEdits, drawn, drawWellFormed } from "@omega/testkit/laws";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modernCapabilities, type ProtocolClient, startClient } from "./protocol-client.ts";
import { offsetOf, positionOf } from "./scenario/editor-text.ts";

let client: ProtocolClient;
beforeAll(async () => {
  client = await startClient({}, modernCapabilities);
});
afterAll(() => client.end());

interface Script {
  readonly text: string;
  readonly edits: readonly DrawnEdit[];
  /** How many edits each notification brings; 0 sends the whole text instead. */
  readonly portions: readonly number[];
}

const scripts = drawn(3, (draw): Script => {
  const written = drawWellFormed(draw);
  const text = draw.chance(1, 3) ? written.replaceAll("\n", "\r\n") : written;
  const edits = drawEdits(draw, text, 12);
  return { text, edits, portions: draw.list(1, 12, () => draw.whole(3)) };
});

let documents = 0;

test("what was edited is as if it had just been opened", async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async ({ text, edits, portions }) => {
      const file = `edited-${documents++}.omni`;
      await client.open(file, text);
      let current = text;
      let version = 1;
      const waiting = [...edits];
      for (const portion of portions) {
        const sent = waiting.splice(0, Math.max(1, portion));
        const contentChanges: object[] = [];
        for (const drawn of sent) {
          const edit = betweenCharacters(current, drawn);
          const range = {
            start: positionOf(current, edit.start),
            end: positionOf(current, edit.end),
          };
          contentChanges.push({ range, text: edit.text });
          current = applyEdit(current, edit);
        }
        version++;
        await client.connection.sendNotification("textDocument/didChange", {
          textDocument: { uri: client.uriOf(file), version },
          contentChanges: portion === 0 ? [{ text: current }] : contentChanges,
        });
        const fresh = `fresh-${documents++}.omni`;
        await client.open(fresh, current);
        expect(await said(file)).toEqual(await said(fresh));
        await close(fresh);
      }
      await close(file);
    }),
    { numRuns: 12 },
  );
});

test("changes that overtake each other are done in the order of their versions", async () => {
  const swaps = fc.array(fc.nat(4), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(swaps, async (late) => {
      const [typed, whole] = [`typed-${documents++}.omni`, `whole-${documents++}.omni`];
      await client.open(typed, "INTENT: x\nRULE:\n- ");
      const rule = "IF Distance < 1m THEN StopMachine";
      const changes = [...rule].map((text, character) => {
        const position = { line: 2, character: character + 2 };
        return { version: character + 2, text, range: { start: position, end: position } };
      });
      // Each may come up to four places later than it was sent.
      const order = changes
        .map((change, index) => ({ change, place: index + (late[index] ?? 0) }))
        .sort((a, b) => a.place - b.place);
      for (const { change } of order) {
        const { version, text, range } = change;
        await client.connection.sendNotification("textDocument/didChange", {
          textDocument: { uri: client.uriOf(typed), version },
          contentChanges: [{ range, text }],
        });
      }
      await client.open(whole, `INTENT: x\nRULE:\n- ${rule}`);
      expect(await said(typed)).toEqual(await said(whole));
      for (const file of [typed, whole]) await close(file);
    }),
    { numRuns: 20 },
  );
});

/** Editors edit between characters: not inside a line break, and not before a byte order mark. */
function betweenCharacters(text: string, { start, end, text: inserted }: DrawnEdit): DrawnEdit {
  const place = (offset: number): number =>
    offsetOf(text, clamped(text, Math.min(offset, text.length)));
  return { start: place(start), end: Math.max(place(start), place(end)), text: inserted };
}

function clamped(text: string, offset: number) {
  const isInside = text.charAt(offset - 1) === "\r" && text.charAt(offset) === "\n";
  return positionOf(text, isInside ? offset - 1 : offset);
}

async function said(file: string): Promise<unknown> {
  const textDocument = { uri: client.uriOf(file) };
  const options = { tabSize: 2, insertSpaces: true };
  const ask = (request: string, more: object = {}): Promise<object> =>
    client.connection.sendRequest(`textDocument/${request}`, { textDocument, ...more });
  const report = await ask("diagnostic");
  const tokens = await ask("semanticTokens/full");
  return {
    // What belongs to the document's name and to the answer is left out.
    diagnostics: withoutName("items" in report ? report.items : null, file),
    tokens: "data" in tokens ? tokens.data : null,
    format: await ask("formatting", { options }),
    symbols: await ask("documentSymbol"),
    folding: await ask("foldingRange"),
  };
}

function withoutName(value: unknown, file: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(file, "FILE"));
}

function close(file: string): Promise<void> {
  const textDocument = { uri: client.uriOf(file) };
  return client.connection.sendNotification("textDocument/didClose", { textDocument });
}
