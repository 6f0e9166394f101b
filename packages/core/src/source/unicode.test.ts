// The shipped tables against the host's where the host has the same Unicode version, and fixed facts everywhere.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bidirectionalControls,
  caseVariants,
  categoryRanges,
  codePointLength,
  codePointsWithCaseVariants,
  compareByCodePoint,
  confusableSkeleton,
  generalCategory,
  hasLoneSurrogate,
  indexOfLoneSurrogate,
  isIdentifierPart,
  isIdentifierStart,
  isWhitespace,
  lowerCase,
  mixedScripts,
  scriptOf,
  scriptRanges,
  trimWhitespace,
  upperCase,
} from "./unicode.ts";
import { categoryNames, scriptNames, unicodeVersion } from "./unicode-tables.ts";

const hostAgrees = process.versions.unicode === unicodeVersion;

function* codePoints(): Generator<readonly [number, string]> {
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint < 0xd800 || codePoint > 0xdfff)
      yield [codePoint, String.fromCodePoint(codePoint)];
  }
}

const hex = (codePoint: number): string => codePoint.toString(16);
const contains = (ranges: readonly number[], codePoint: number): boolean =>
  ranges.some(
    (first, index) =>
      index % 2 === 0 && first <= codePoint && codePoint <= (ranges[index + 1] ?? -1),
  );

describe.runIf(hostAgrees)("tables against the host", () => {
  test("identifier characters", () => {
    const wrong: string[] = [];
    for (const [codePoint, character] of codePoints()) {
      const start = /^[\p{L}_]$/u.test(character);
      const part = /^[\p{L}\p{Mn}\p{Mc}\p{Nd}_]$/u.test(character);
      if (isIdentifierStart(codePoint) !== start || isIdentifierPart(codePoint) !== part)
        wrong.push(hex(codePoint));
    }
    expect(wrong).toEqual([]);
  });

  test("case conversion of single characters", () => {
    const wrong: string[] = [];
    for (const [codePoint, character] of codePoints()) {
      if (lowerCase(character) !== character.toLowerCase()) wrong.push(hex(codePoint));
      if (upperCase(character) !== character.toUpperCase()) wrong.push(hex(codePoint));
    }
    expect(wrong).toEqual([]);
  });

  test("case conversion of text, final sigma included", () => {
    const letter = fc.constantFrom(
      "Σ",
      "σ",
      "a",
      "B",
      " ",
      "'",
      "İ",
      "ß",
      "ŉ",
      "1",
      "\u{10400}",
      "\u0301",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
        const text = letters.join("");
        expect(lowerCase(text)).toBe(text.toLowerCase());
        expect(upperCase(text)).toBe(text.toUpperCase());
      }),
      { numRuns: 2000 },
    );
  });

  test("general categories and their ranges", () => {
    const hosts = new Map(
      categoryNames.split(" ").map((name) => [name, new RegExp(`^\\p{gc=${name}}$`, "u")]),
    );
    const wrong: string[] = [];
    for (const [codePoint, character] of codePoints()) {
      if (hosts.get(generalCategory(codePoint))?.test(character) !== true)
        wrong.push(hex(codePoint));
    }
    expect(wrong).toEqual([]);
    for (const name of hosts.keys()) {
      const ranges = categoryRanges(name) ?? [];
      for (let index = 0; index < ranges.length; index += 2) {
        const [first = 0, last = 0] = ranges.slice(index, index + 2);
        expect([generalCategory(first), generalCategory(last)]).toEqual([name, name]);
        if (last < 0x10ffff) expect(generalCategory(last + 1)).not.toBe(name);
      }
    }
  });

  test("scripts", () => {
    for (const name of scriptNames.split(" ")) {
      const host = new RegExp(`^\\p{Script=${name}}$`, "u");
      const wrong: string[] = [];
      const ranges = scriptRanges(name) ?? [];
      for (let index = 0; index < ranges.length; index += 2) {
        for (let at = ranges[index] ?? 0; at <= (ranges[index + 1] ?? -1); at++) {
          if (scriptOf(at) !== name || !host.test(String.fromCodePoint(at))) wrong.push(hex(at));
        }
      }
      expect(wrong, name).toEqual([]);
    }
  });

  test("case variants are the host's simple case folding", () => {
    const all = codePointsWithCaseVariants();
    const text = String.fromCodePoint(...all);
    for (const codePoint of all) {
      const found = text.match(new RegExp(`\\u{${hex(codePoint)}}`, "giu")) ?? [];
      expect(
        found.map((character) => character.codePointAt(0)).sort((a = 0, b = 0) => a - b),
      ).toEqual(caseVariants(codePoint));
    }
    const known = new Set(all);
    const missed: string[] = [];
    for (const [codePoint, character] of codePoints()) {
      if (known.has(codePoint)) continue;
      const cases = [character.toLowerCase(), character.toUpperCase()].filter(
        (other) => other !== character,
      );
      if (cases.some((other) => new RegExp(`^\\u{${hex(codePoint)}}$`, "iu").test(other)))
        missed.push(hex(codePoint));
    }
    expect(missed).toEqual([]);
  });
});

test("identifiers", () => {
  const start = (character: string): boolean => isIdentifierStart(character.codePointAt(0) ?? 0);
  const part = (character: string): boolean => isIdentifierPart(character.codePointAt(0) ?? 0);
  for (const character of ["a", "Z", "_", "é", "Ж", "温", "ก", "\u{20000}", "ª"]) {
    expect([start(character), part(character)], character).toEqual([true, true]);
  }
  for (const character of ["0", "9", "\u0301", "٣", "\u0e34"]) {
    expect([start(character), part(character)], character).toEqual([false, true]);
  }
  for (const character of [
    " ",
    "-",
    "$",
    ".",
    "²",
    "Ⅷ",
    "€",
    "😀",
    "\u200d",
    "\u202e",
    "\u2160",
    "·",
    "°",
    "‰",
  ]) {
    expect([start(character), part(character)], character).toEqual([false, false]);
  }
});

test("categories by group", () => {
  expect(contains(categoryRanges("L") ?? [], 0x41)).toBe(true);
  expect(contains(categoryRanges("C") ?? [], 0xad)).toBe(true);
  expect(contains(categoryRanges("C") ?? [], 0x378)).toBe(true);
  expect(contains(categoryRanges("LC") ?? [], 0x5d0)).toBe(false);
  expect(contains(categoryRanges("Lu") ?? [], 0x100)).toBe(true);
  expect(contains(categoryRanges("Lu") ?? [], 0x101)).toBe(false);
  expect(contains(categoryRanges("Ll") ?? [], 0x101)).toBe(true);
  expect(categoryRanges("Any")).toEqual([0, 0x10ffff]);
  for (const name of ["", "l", "Latin", "Xx", "constructor"])
    expect(categoryRanges(name)).toBeNull();
  for (const name of ["", "Unknown", "latin", "constructor"]) expect(scriptRanges(name)).toBeNull();
});

test("case conversion", () => {
  expect(lowerCase("ΟΔΥΣΣΕΥΣ ΑΣ1")).toBe("οδυσσευς ας1");
  expect(lowerCase("Σ")).toBe("σ");
  expect(lowerCase("İ")).toBe("i\u0307");
  expect(upperCase("straße ŉ ﬁ")).toBe("STRASSE ʼN FI");
  expect(lowerCase("\ud800X")).toBe("\ud800x");
  expect(caseVariants(0x6b)).toEqual([0x4b, 0x6b, 0x212a]);
  expect(caseVariants(0x30)).toBeNull();
  expect(caseVariants(0x131)).toBeNull();
});

test("white space", () => {
  expect(trimWhitespace("\u3000\t a b\u00a0\u0085\r\n")).toBe("a b");
  expect(trimWhitespace(" \n")).toBe("");
  expect(trimWhitespace("")).toBe("");
  expect(isWhitespace(0xfeff)).toBe(false);
  const all = Array.from({ length: 0x10000 }, (_, code) => code).filter(isWhitespace);
  expect(all).toHaveLength(25);
  expect(all.every((code) => /\p{White_Space}/u.test(String.fromCharCode(code)))).toBe(true);
});

test("names that mix scripts", () => {
  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ["Distance_2", null],
    ["Größe", null],
    ["Distаnce", ["Latin", "Cyrillic"]],
    ["ΔT", ["Greek", "Latin"]],
    ["температура_1", null],
    ["温度センサーの値", null],
    ["온도温度", null],
    ["ひらがな온도", ["Hiragana", "Hangul"]],
    ["温度C", null],
    ["e\u0301tat", null],
    ["тест温", ["Cyrillic", "Han"]],
    ["", null],
  ];
  for (const [name, scripts] of cases) expect(mixedScripts(name), name).toEqual(scripts);
});

test("names that look alike have the same skeleton", () => {
  const alike: readonly (readonly [string, string])[] = [
    ["Distance", "Distаnce"],
    ["Speed", "Ѕрееd"],
    ["ΑΒΕ", "ABE"],
    ["Ｄistance", "Distance"],
    ["𝐃istance", "Distance"],
    ["O2", "02"],
    ["Valve1", "ValveI"],
    ["Alarm", "Alarrn"],
    ["état", "e\u0301tat"],
    ["Ё1", "Ël"],
    ["ГПФ", "ΓΠΦ"],
  ];
  for (const [a, b] of alike)
    expect(confusableSkeleton(a), `${a} ${b}`).toBe(confusableSkeleton(b));
  const distinct = [
    "Distance",
    "distance",
    "Distanz",
    "DistanceA",
    "Dístance",
    "Größe",
    "Grosse",
    "D1stance",
  ];
  expect(new Set(distinct.map(confusableSkeleton)).size).toBe(distinct.length);
});

test("a skeleton is its own skeleton", () => {
  const wrong: string[] = [];
  for (const [codePoint, character] of codePoints()) {
    const skeleton = confusableSkeleton(character);
    if (confusableSkeleton(skeleton) !== skeleton) wrong.push(hex(codePoint));
  }
  expect(wrong).toEqual([]);
});

test("bidirectional controls", () => {
  expect(bidirectionalControls("a\u202eb\u2066c\u200e\u061c\u2070\u202f")).toEqual([1, 3, 5, 6]);
  expect(bidirectionalControls("plain text")).toEqual([]);
});

test("lone surrogates", () => {
  expect(indexOfLoneSurrogate("a😀b")).toBe(-1);
  expect(indexOfLoneSurrogate("a\ud83d")).toBe(1);
  expect(indexOfLoneSurrogate("\ude00\ud83d")).toBe(0);
  expect(indexOfLoneSurrogate("😀\ud83d😀")).toBe(2);
  expect(hasLoneSurrogate("😀")).toBe(false);
  expect(hasLoneSurrogate("\udc00")).toBe(true);
});

test("text is ordered by code point", () => {
  expect(compareByCodePoint("\uffff", "\u{10000}")).toBeLessThan(0);
  expect("\uffff" < "\u{10000}").toBe(false);
  const codePointsOf = (text: string): readonly number[] =>
    Array.from(text, (character) => character.codePointAt(0) ?? 0);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const [left, right] = [codePointsOf(a), codePointsOf(b)];
      const at = left.findIndex((codePoint, index) => codePoint !== right[index]);
      const expected = at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
      expect(Math.sign(compareByCodePoint(a, b))).toBe(Math.sign(expected));
      expect(codePointLength(a)).toBe(left.length);
    }),
  );
});
