// What is said of documents in Bahasa Indonesia: of every scenario in golden/diagnostics, and of documents with slips. The
// words that reach a message from elsewhere, titles of fixes and messages of related places are all in the book.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, createPhraseBook, type Diagnostic, localizeDiagnostic } from "@omega/core";
import { indonesian, indonesianPhrases } from "@omega/core/locales/id";
import { readFixture, runDiagnosticFixture } from "@omega/testkit";
import { slippedTexts } from "@omega/testkit/laws";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { englishIn } from "../packages/core/test/locales/english-words.ts";

const book = createPhraseBook(indonesianPhrases);
const folder = fileURLToPath(new URL("../golden/diagnostics/", import.meta.url));

describe("golden/diagnostics in Bahasa Indonesia", () => {
  test.each(readdirSync(folder).sort())("%s", (name) => {
    const { diagnostics } = runDiagnosticFixture(readFixture(readFileSync(folder + name, "utf8")));
    for (const diagnostic of diagnostics) {
      const { message, related } = localizeDiagnostic(diagnostic, indonesian);
      const said = [message, ...related.map((place) => place.message)];
      for (const text of said) expect(englishIn(text), text).toEqual([]);
      expect(unknownPhrases(diagnostic)).toEqual([]);
    }
  });
});

test("no slip draws words that the book does not have", () => {
  fc.assert(
    fc.property(slippedTexts(6), ({ text }) => {
      for (const diagnostic of check(text)) {
        localizeDiagnostic(diagnostic, indonesian);
        expect(unknownPhrases(diagnostic)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

/** Parameters that hold words of ours, by code; what others hold is the author's, or is told apart by the message. */
const phrasesIn: Readonly<Record<string, readonly string[]>> = {
  OM1013: ["advice"],
  OM2001: ["expected"],
  OM2024: ["expected"],
  OM3004: ["kind", "hides"],
  OM3012: ["wanted", "found"],
  OM3014: ["what"],
  OM3022: ["what"],
  OM3030: ["found"],
  OM3031: ["leftType", "rightType"],
  OM3033: ["found"],
  OM3035: ["found"],
  OM3036: ["found"],
  OM3037: ["found"],
  OM3039: ["found", "wanted"],
  OM3041: ["was", "found"],
  OM3042: ["found", "type"],
  OM3043: ["first", "found", "what"],
  OM3044: ["problem"],
  OM3050: ["leftUnit", "rightUnit"],
  OM3052: ["doing"],
  OM3053: ["leftUnit", "rightUnit"],
  OM3059: ["found", "unit"],
  OM3060: ["operation", "unit"],
  OM3072: ["what", "why"],
  OM3078: ["what"],
  OM3096: ["found"],
  OM4001: ["because"],
  OM4002: ["because", "consequence"],
  OM4022: ["what"],
  OM4034: ["meaning"],
  OM4050: ["what"],
  OM4065: ["meaning"],
  OM6002: ["reason"],
  OM6003: ["found"],
  OM6005: ["problem"],
  OM6008: ["message"],
  OM7001: ["mistake"],
  OM7003: ["allowed"],
};

function unknownPhrases({ code, parameters, related, fixes }: Diagnostic): readonly string[] {
  const values = new Map(Object.entries(Object(parameters)));
  const words = (phrasesIn[code] ?? []).map((name) => values.get(name));
  return [
    ...words.filter((word): word is string => typeof word === "string"),
    ...related.filter((place) => place.statement === undefined).map(({ message }) => message),
    ...fixes.map(({ title }) => title),
  ].filter((word) => /[a-z]{2}/.test(word) && book(word) === null);
}
