// The TextMate grammar: up to date with the tables it is made from, and how it colours every example.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readExamplePolicies } from "@omega/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";
import { renderSnippets } from "../scripts/render-snippets.ts";
import { renderGrammars } from "../scripts/render-textmate-grammar.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const golden = join(root, "..", "..", "golden", "highlight");
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await loadWASM({ data: new Uint8Array(readFileSync(wasm)).buffer });
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => {
      const path = join(root, "syntaxes", "omega.tmLanguage.json");
      return parseRawGrammar(readFileSync(path, "utf8"), path);
    },
  });
  const loaded = await registry.loadGrammar("source.omega");
  if (loaded === null) throw new Error("the grammar is not there");
  grammar = loaded;
});

test.each([...renderGrammars(), renderSnippets()])("$path is up to date", ({ path, content }) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(content);
});

describe("examples", () => {
  test.each(readExamplePolicies(join(root, "..", "..", "examples")))("$name", ({ name, text }) => {
    const shown = highlight(text);
    const file = join(golden, `${name}.txt`);
    if (process.env.OMEGA_UPDATE_GOLDEN === "1") {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, shown);
    }
    expect(shown).toBe(readFileSync(file, "utf8"));
  });
});

test.each([
  ["if Max > 3 then Stop", "if:keyword.control"],
  ["- Near: IF Distance < 1.5km/h THEN Stop", "km/h:keyword.other.unit"],
  ["- Near: IF Distance < 1m THEN Stop # why", "# why:comment.line"],
  ['- IF x == "a # b" THEN Stop', '"a # b":string.quoted.double'],
  ["- LET s = std::math::avg(x)", "std::math::avg:support.function"],
])("in a rule, %s has %s", (line, expected) => {
  expect(highlight(`RULE:\n${line}\n`)).toContain(expected);
});

test("prose has no keywords, and a web address is no comment", () => {
  const shown = highlight(
    "INTENT: stop IF near\nTRACE:\n- Evidence: see https://example.org # one\n",
  );
  expect(shown).not.toContain("keyword.control.omega");
  expect(shown).not.toContain("comment");
});

/** Each line, and under it what of it has a colour: `word:scope`. */
function highlight(text: string): string {
  let state = INITIAL;
  const shown: string[] = [];
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const parts: string[] = [];
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? "";
      const word = line.slice(startIndex, endIndex).trim();
      if (word === "" || /^(?:source|meta|punctuation)\b/.test(scope)) continue;
      const short = scope.replace(/\.omega$/, "");
      const last = parts.at(-1);
      // What one scope is cut into by the scopes inside it is shown as one.
      if (last?.endsWith(`:${short}`) && scopes.length > 2 && short.startsWith("string")) {
        parts[parts.length - 1] = `${last.slice(0, -short.length - 1)}${word}:${short}`;
      } else parts.push(`${word}:${short}`);
    }
    shown.push(line, ...(parts.length === 0 ? [] : [`    ${parts.join("  ")}`]));
  }
  return shown.join("\n");
}
