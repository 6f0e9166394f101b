// The sentences of the language's design that say what happens, each with the scenario that holds it to its word. The
// pages beside this file are the table: a heading is a sentence, the blocks below it run like those of documentation.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder, replaceCodeBlocks, runBlocks } from "@omega/testkit";
import { describe, expect, test } from "vitest";
import { createDocumentationHost } from "../documentation-host.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const update = process.env.OMEGA_UPDATE_GOLDEN === "1";
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

describe.each(pages)("%s", (page) => {
  const [head = "", ...sentences] = readFileSync(join(folder, page), "utf8").split(/^(?=## )/m);
  const rewritten = [...sentences];

  test.each(
    sentences.map((text, index) => [text.slice(3, text.indexOf("\n")), text, index] as const),
  )("%s", async (_sentence, text, index) => {
    const outcomes = await inTemporaryFolder((folder) =>
      runBlocks(text, createDocumentationHost(folder)),
    );
    expect(outcomes.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    const actual = replaceCodeBlocks(
      text,
      new Map(outcomes.map((each) => [each.block.line, each.text])),
    );
    rewritten[index] = actual;
    if (update) writeFileSync(join(folder, page), head + rewritten.join(""));
    else expect(actual).toBe(text);
  });
});
