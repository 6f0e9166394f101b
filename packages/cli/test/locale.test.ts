// The command line's words in Bahasa Indonesia: nothing that it says is missing from the book, nothing in the book has gone
// stale, and the language is the one that the reader asks for.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { indonesianPhrases } from "../../core/src/locales/id/phrases.ts";
import { holesOf, unsaidPhrases } from "../../core/test/locales/said-in-source.ts";
import { phrases } from "../src/locales/id/phrases.ts";
import { languageOf } from "../src/locales/language.ts";
import { loadWords, translateLines } from "../src/locales/words.ts";
import { spokenTexts } from "./spoken-texts.ts";

const holes = /\{[=#!]?\w+\}/g;

/** What is the same in every language: commands to type, and what only joins two pieces. */
const sameEverywhere = /^(?:omegac [a-z]+ ?\{\}|and \{\}|[^a-z]*)$/;

test("everything that is said has its Indonesian", () => {
  const known = new Set(
    Object.keys({ ...indonesianPhrases, ...phrases }).map((english) =>
      english.replace(holes, "{}"),
    ),
  );
  const isKnown = (text: string): boolean => known.has(text) || sameEverywhere.test(text);
  const missing = spokenTexts().filter(
    ({ text }) => !isKnown(text) && !isKnown(text.replace(/^(?:error|note): /, "")),
  );
  const list = missing.map(({ file, text }) => `${file}: ${text}`).join("\n");
  expect(missing, `add these to packages/cli/src/locales/id/:\n${list}`).toEqual([]);
});

test("no phrase is left of something that is not said any more", () => {
  const folders = ["../src/", "../../core/src/", "../../prove/src/"].map((folder) =>
    fileURLToPath(new URL(folder, import.meta.url)),
  );
  const stale = unsaidPhrases(phrases, folders);
  const advice = `not said any more: remove them, or follow the English\n${stale.join("\n")}`;
  expect(stale, advice).toEqual([]);
});

test("both sides of a phrase have the same holes", () => {
  for (const [english, indonesian] of Object.entries(phrases)) {
    expect(holesOf(indonesian), english).toEqual(holesOf(english));
  }
});

test("no phrase of the command line takes one of core's", async () => {
  const { phrase } = await loadWords("id");
  const taken = Object.entries(indonesianPhrases).filter(
    ([english, translation]) => !english.includes("{") && phrase(english) !== translation,
  );
  expect(taken).toEqual([]);
});

describe("the language", () => {
  test.each([
    [[], {}, "en"],
    [[], { LANG: "id_ID.UTF-8" }, "id"],
    [[], { LANG: "in_ID" }, "id"],
    [[], { LANG: "id" }, "id"],
    [[], { LANG: "C.UTF-8" }, "en"],
    [[], { LANG: "de_DE.UTF-8" }, "en"],
    [[], { LANG: "ido" }, "en"],
    [[], { LANG: "id_ID.UTF-8", LC_MESSAGES: "en_GB.UTF-8" }, "en"],
    [[], { LANG: "en_US.UTF-8", LC_ALL: "id_ID.UTF-8" }, "id"],
    [[], { LANG: "id_ID.UTF-8", LC_ALL: "" }, "id"],
    [[], { LC_ALL: "id_ID.UTF-8", OMEGA_LOCALE: "en" }, "en"],
    [["check", "--locale", "id"], {}, "id"],
    [["check", "--locale=en"], { LANG: "id_ID" }, "en"],
    [["--locale", "id", "check", "--locale", "en"], {}, "en"],
    [["check", "--", "--locale", "id"], {}, "en"],
    [["check", "--locale"], { LANG: "id_ID" }, "id"],
  ] as const)("of %j with %j is %s", (argv, environment, language) => {
    expect(languageOf(argv, environment)).toBe(language);
  });
});

describe("lines for people", async () => {
  const words = await loadWords("id");
  test.each([
    ["no problems in 3 files\n", "tidak ada masalah dalam 3 berkas\n"],
    [
      "  \u001b[31m1 failed\u001b[39m, \u001b[32m2 passed\u001b[39m in 1 document\n",
      "  \u001b[31m1 gagal\u001b[39m, \u001b[32m2 lulus\u001b[39m dalam 1 dokumen\n",
    ],
    [" 3 | text\n   | text\n", " 3 | text\n   | text\n"],
    ["\u001b[34m 3 |\u001b[39m text", "\u001b[34m 3 |\u001b[39m text"],
    ["whatever nobody translated\n", "whatever nobody translated\n"],
  ])("%j", (english, indonesian) => {
    expect(translateLines(english, words)).toBe(indonesian);
  });
});
