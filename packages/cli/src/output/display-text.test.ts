// Widths are those of common terminals.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth, takeWidth, visible } from "./display-text.ts";

describe("displayWidth", () => {
  test.each([
    ["abc", 3],
    ["héllo… “quoted”", 15],
    ["e\u0301", 1],
    ["名前", 4],
    ["ｶﾅ", 2],
    ["ｆｕｌｌ", 8],
    ["한국어", 6],
    ["🚒", 2],
    ["👩‍🚒", 2],
    ["👍🏽", 2],
    ["🇮🇩🇩🇪", 4],
    ["❤️", 2],
    ["✓ ✗ ·", 5],
    ["ไทย", 3],
    ["עברית", 5],
    ["", 0],
  ])("%s", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("takeWidth", () => {
  test("keeps characters whole", () => {
    expect(takeWidth("ab名c", 3)).toBe("ab");
    expect(takeWidth("👩‍🚒x", 2)).toBe("👩‍🚒");
    expect(takeWidth("abc", -1)).toBe("");
  });

  test("gives a beginning that fits, and as much as fits", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "名", "🚒", "\u0301", " ") });
    fc.assert(
      fc.property(text, fc.nat(20), (whole, width) => {
        const taken = takeWidth(whole, width);
        expect(whole.startsWith(taken)).toBe(true);
        expect(displayWidth(taken)).toBeLessThanOrEqual(width);
        if (displayWidth(whole) <= width) expect(taken).toBe(whole);
      }),
    );
  });
});

test("visible leaves nothing that a terminal obeys or hides", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codes) => {
      expect(visible(String.fromCodePoint(...codes))).not.toMatch(
        /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
      );
    }),
  );
});
