import fc from "fast-check";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findSemanticTokens, semanticTokenTypes, tokensDelta } from "./semantic-tokens.ts";

/** `word:type` for every token, in order. */
function tokens(text: string): readonly string[] {
  const { document } = openMarked(text);
  const data = findSemanticTokens(document);
  const lines = document.source.text.split(/\r\n|\n|\r/);
  const shown: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const word = lines[line]?.slice(character, character + length);
    shown.push(`${word}:${semanticTokenTypes[type]}`);
  }
  return shown;
}

test("keywords in any case, and attributes that look like keywords", () => {
  expect(tokens("intent: x\nRULE:\n- if Max > 3 and Status.Any < 2m then Stop")).toEqual([
    "intent:keyword",
    "RULE:keyword",
    "if:keyword",
    "Max:property",
    "3:number",
    "and:keyword",
    "Status:property",
    "Any:property",
    "2:number",
    "m:type",
    "then:keyword",
    "Stop:method",
  ]);
});

test("prose has no keywords", () => {
  expect(tokens("INTENT: stop if near\nCONTEXT:\n- Place: on site and in use")).toEqual([
    "INTENT:keyword",
    "CONTEXT:keyword",
    "Place:property",
  ]);
});

test("places hold behind emoji and Windows line ends", () => {
  expect(tokens('INTENT: 🙂 x\r\nRULE:\r\n- IF a == "🙂🙂" THEN Stop')).toEqual([
    "INTENT:keyword",
    "RULE:keyword",
    "IF:keyword",
    "a:property",
    '"🙂🙂":string',
    "THEN:keyword",
    "Stop:method",
  ]);
});

test("numbers without their units, texts and comments, for editors without a grammar of their own", () => {
  const text =
    '# why\nINTENT: x # prose\nRULE:\n- IF a < 2.5m THEN Say "no #" // it does\n  # and so on';
  expect(tokens(text)).toEqual([
    "# why:comment",
    "INTENT:keyword",
    "RULE:keyword",
    "IF:keyword",
    "a:property",
    "2.5:number",
    "m:type",
    "THEN:keyword",
    "Say:method",
    '"no #":string',
    "// it does:comment",
    "# and so on:comment",
  ]);
});

test("an item that is not finished keeps its words", () => {
  expect(tokens("INTENT: x\nRULE:\n- IF a < 2m THEN")).toEqual([
    "INTENT:keyword",
    "RULE:keyword",
    "IF:keyword",
    "a:property",
    "2:number",
    "m:type",
    "THEN:keyword",
  ]);
});

test("a delta makes the new encoding of the old", () => {
  const encoding = fc.array(fc.nat(9));
  fc.assert(
    fc.property(encoding, encoding, (before, after) => {
      const made = [...before];
      for (const { start, deleteCount, data } of tokensDelta(before, after)) {
        made.splice(start, deleteCount, ...data);
      }
      expect(made).toEqual(after);
    }),
  );
});
