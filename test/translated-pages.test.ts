// Pages in Bahasa Indonesia keep up with the English pages they translate: the same headings and code blocks, and a hash of
// the English prose that says which version was translated.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CodeBlock, readCodeBlocks, replaceCodeBlocks } from "@omega/testkit";
import { describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pages = [
  "README.id.md",
  ...readdirSync(join(root, "docs", "id", "panduan")).map((name) => `docs/id/panduan/${name}`),
];

const translationOf = /^<!-- translation of (\S+), (\w+) -->$/m;

const headingsOf = (prose: string): readonly number[] =>
  [...prose.matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);

/** A block as both languages have it: of commands only what is typed, without the language. */
function shared({ language, options, text }: CodeBlock): string {
  if (language !== "sh") return [language, ...[...options].flat(), text].join("\n");
  const commands = text.split("\n").filter((line) => line.startsWith("$ "));
  return commands.map((line) => line.replace(/ --locale id$/, "")).join("\n");
}

const proseOf = (markdown: string): string =>
  replaceCodeBlocks(markdown, new Map(readCodeBlocks(markdown).map(({ line }) => [line, ""])));

describe.each(pages)("%s", (page) => {
  const markdown = readFileSync(join(root, page), "utf8");
  const [, original = "", hash = ""] = translationOf.exec(markdown) ?? [];
  const english = original === "" ? "" : readFileSync(join(root, original), "utf8");

  test("translates what its original says now", () => {
    expect(original, `${page} does not say what it is a translation of`).not.toBe("");
    const prose = proseOf(english).replace(/\s+/g, " ");
    const now = createHash("sha256").update(prose).digest("hex").slice(0, 8);
    const advice = `${original} has changed: bring ${page} up to date, and write in it: translation of ${original}, ${now}`;
    expect(hash, advice).toBe(now);
  });

  test("has the headings and the code blocks of its original", () => {
    expect(headingsOf(proseOf(markdown))).toEqual(headingsOf(proseOf(english)));
    expect(readCodeBlocks(markdown).map(shared)).toEqual(readCodeBlocks(english).map(shared));
  });
});
