// Bahasa Indonesia says everything that the registry says: nothing missing, nothing stale, and no English left over.
import { diagnosticPage, diagnosticRules } from "@omega/core";
import { indonesian } from "@omega/core/locales/id";
import { describe, expect, test } from "vitest";
import { hashesOfEnglish } from "./english-rules.ts";
import { englishIn } from "./english-words.ts";

const hashes = hashesOfEnglish();

test("every code is translated, and nothing else", () => {
  const codes = diagnosticRules.map(({ code }) => code);
  expect(Object.keys(indonesian.rules).sort()).toEqual(codes);
});

describe.each(Object.values(indonesian.rules))("$code", ({ code, of, title, explanation }) => {
  test("is a translation of what the registry says now", () => {
    const advice = `the English of ${code} has changed: read its translation in locales/id again, and set \`of\` to "${hashes.get(code)}"`;
    expect(of, advice).toBe(hashes.get(code));
  });

  test("has a title and an explanation in Indonesian", () => {
    expect(title).toMatch(/^[^A-Z.]?[^.]*$/);
    expect(explanation.length).toBeGreaterThan(30);
    expect(englishIn(title)).toEqual([]);
    expect(englishIn(explanation)).toEqual([]);
  });

  test("has a page without English", () => {
    const page = diagnosticPage(code, indonesian) ?? "";
    const prose = page.replace(/^```[\s\S]*?^```$/gm, "");
    expect(englishIn(prose)).toEqual([]);
  });
});
