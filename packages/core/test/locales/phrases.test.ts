// The book of phrases keeps up with the English it translates.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { indonesianPhrases } from "../../src/locales/id/phrases.ts";
import { holesOf, unsaidPhrases } from "./said-in-source.ts";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

test("no phrase is left of something that is not said any more", () => {
  const stale = unsaidPhrases(indonesianPhrases, [source]);
  const advice = `not said any more: remove them, or follow the English\n${stale.join("\n")}`;
  expect(stale, advice).toEqual([]);
});

test("both sides of a phrase have the same holes", () => {
  for (const [english, indonesian] of Object.entries(indonesianPhrases)) {
    expect(holesOf(indonesian), english).toEqual(holesOf(english));
  }
});
