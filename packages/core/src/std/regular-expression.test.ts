// Patterns against re2js, a port of RE2 that is too slow to load to be shipped, and facts that hold without it.

import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { type CompiledPattern, compilePattern } from "./regular-expression.ts";

const compiled = (pattern: string): CompiledPattern => {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(`${pattern}: ${result.message} at ${result.position}`);
  return result;
};
const mistake = (pattern: string): string => {
  const result = compilePattern(pattern);
  return result.ok ? "compiled" : `${result.position}: ${result.message}`;
};

describe("test", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["", ["", "a"], []],
    ["abc", ["abc", "xabcx"], ["", "ab", "ABC"]],
    ["^abc$", ["abc"], ["xabc", "abcx", "abc\n"]],
    ["a|b|", ["", "z"], []],
    ["a.c", ["abc", "a😀c"], ["a\nc", "ac"]],
    ["(?s)a.c", ["a\nc"], ["ac"]],
    ["(?m)^b$", ["a\nb\nc"], ["ab"]],
    ["(?i)größe", ["GRÖßE", "größe"], ["GROESSE"]],
    ["(?i)K", ["k", "\u212a"], ["x"]],
    ["a(?i)b|c", ["aB", "C"], ["Ab"]],
    ["(?i:a)b", ["Ab"], ["aB"]],
    ["[a-c]+$", ["xyzabc"], ["abcx"]],
    ["^[^a-c]$", ["d", "\n", "😀"], ["a", ""]],
    ["^[]a]$", ["]", "a"], ["b"]],
    ["^[^]a]$", ["b"], ["]", "a"]],
    ["^[a\\-z]$", ["-", "z"], ["b"]],
    ["^[-a]$", ["-", "a"], ["b"]],
    ["^[a-]$", ["-", "a"], ["b"]],
    ["^[[:alpha:]_]$", ["a", "_"], ["1", ":"]],
    ["^[[:^digit:]]$", ["a"], ["1"]],
    ["^[[a]$", ["[", "a"], ["b"]],
    ["^\\d{2,3}$", ["12", "123"], ["1", "1234", "٣٣"]],
    ["^\\d{2}$", ["12"], ["123"]],
    ["^a{,2}$", ["a{,2}"], ["a"]],
    ["^a{0}b$", ["b"], ["ab"]],
    ["^\\w\\s\\W$", ["a !"], ["é !", "a\u00a0!", "a\v!"]],
    ["^\\pL\\p{Lu}\\P{L}\\p{^L}$", ["éÉ1 "], ["11aa"]],
    ["^\\p{Greek}+$", ["αβγ"], ["abc"]],
    ["\\bcat\\b", ["a cat!", "cat"], ["concat", "cats"]],
    ["\\Bcat", ["concat"], ["cat"]],
    ["^\\x41\\x{1F600}\\101\\0$", ["A😀A\0"], ["A"]],
    ["^\\Qa.b*\\E+$", ["a.b*", "a.b***"], ["axb"]],
    ["\\Q$^", ["$^"], ["$"]],
    ["^a\\/\\_\\.$", ["a/_."], ["a/_x"]],
    ["^(?P<year>\\d{4})-(?<month>\\d\\d)$", ["2026-05"], ["2026-5"]],
    ["^(a|ab)(c|bcd)$", ["abcd", "ac"], ["abd"]],
    ["\\Aa\\z", ["a"], ["ab"]],
    ["^\\ud83d\\ude00?$".replace(/\\ud83d\\ude00/u, "😀"), ["😀", ""], ["\ude00"]],
  ];
  for (const [pattern, matching, others] of cases) {
    test(pattern === "" ? "the empty pattern" : pattern, () => {
      const { test: matches } = compiled(pattern);
      for (const text of matching) expect(matches(text), text).toBe(true);
      for (const text of others) expect(matches(text), text).toBe(false);
    });
  }
});

test("mistakes say what and where", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["(a)\\1", "3: backreferences such as `\\1` are not in RE2 syntax, which never looks back"],
    [
      "(?<n>a)\\k<n>",
      "7: backreferences such as `\\k<name>` are not in RE2 syntax, which never looks back",
    ],
    ["a(?=b)", "1: lookaround `(?=` is not in RE2 syntax, which never looks back"],
    ["(?<!b)a", "0: lookaround `(?<!` is not in RE2 syntax, which never looks back"],
    ["(?>a)", "0: atomic groups `(?>` are not in RE2 syntax, which never backtracks"],
    ["a++", "2: `+` repeats a repetition; put that in `(?:…)` first"],
    ["a**", "2: `*` repeats a repetition; put that in `(?:…)` first"],
    ["a{2}{3}", "4: `{3}` repeats a repetition; put that in `(?:…)` first"],
    ["*a", "0: nothing for `*` to repeat"],
    ["a|*", "2: nothing for `*` to repeat"],
    ["(?i)*", "4: nothing for `*` to repeat"],
    ["(a", "0: `(` without `)`; write `\\(` for the character"],
    ["a)", "1: `)` without `(`; write `\\)` for the character"],
    ["[a", "0: `[` without `]`; write `\\[` for the character"],
    ["[]", "0: `[` without `]`; write `\\[` for the character"],
    ["[z-a]", "1: `z-a` ends before it begins"],
    ["[a-\\d]", "3: `\\d` is not in RE2 syntax"],
    ["[[:word1:]]", "1: no such class as `[:word1:]`"],
    ["a{1001}", "1: `{1001}` repeats more than 1000 times"],
    ["a{3,2}", "1: `{3,2}` ends before it begins"],
    ["\\pX", "0: `X` is no general category and no script"],
    ["\\p{Latn}", "0: `Latn` is no general category and no script"],
    ["\\p", "0: expected a category or script after `\\p`, as in `\\p{L}`"],
    ["\\p{L", "0: expected a category or script after `\\p`, as in `\\p{L}`"],
    ["\\Z", "0: `\\Z` is not in RE2 syntax; write `\\z` for the end of the text"],
    ["\\C", "0: `\\C` is not in RE2 syntax"],
    ["\\q", "0: `\\q` is not in RE2 syntax"],
    ["\\é", "0: `\\é` is not in RE2 syntax"],
    ["a\\", "1: `\\` at the end; write `\\\\` for the character"],
    ["\\x{110000}", "0: a number beyond the last character, `\\x{10FFFF}`"],
    ["\\xg1", "0: expected two hexadecimal digits after `\\x`, or some in braces"],
    ["[[:a]:]]", "1: no such class as `[:a]:]`"],
    ["(?z)", "0: expected flags, `:` or `<name>` after `(?`"],
    ["(?P<n>a)(?P<n>b)", "8: a second group named `n`"],
  ];
  for (const [pattern, expected] of cases) expect(mistake(pattern), pattern).toBe(expected);
});

test("patterns that would fill the memory are refused, and quickly", () => {
  expect(mistake("((a{1000}){1000}){1000}")).toBe(
    "10: repetitions inside one another come to more than 1000 times",
  );
  expect(mistake("((){1000}){1000}")).toContain("more than 1000 times");
  expect(mistake("(a{100}b{100}c{100}d{100}e{100}f{100}){10}")).toBe("0: the pattern is too large");
  expect(mistake("(".repeat(5000))).toBe("250: groups nested deeper than 250");
  expect(mistake("a".repeat(10_001))).toContain("longer than 10000 characters");
  expect(mistake(`[${"\\pL".repeat(3000)}]`)).toContain("too many sets");
  expect(mistake("x*".repeat(5000))).toBe("0: the pattern is too large");
  expect(mistake("\\pL{1000}")).toBe("compiled");
  expect(mistake(`(${"|".repeat(1000)})`)).toBe("compiled");
});

test("what makes backtracking engines explode does not grow the work beyond text times pattern", () => {
  const long = "a".repeat(65_536);
  expect(compiled("^(a+)+$").test(`${long}!`)).toBe(false);
  expect(compiled("^(a|aa)*$").test(`${long}!`)).toBe(false);
  expect(compiled("^(a*)*b").test(long)).toBe(false);
  expect(compiled("(x+x+)+y").test("x".repeat(65_536))).toBe(false);
  expect(compiled("^(([a-z])+.)+[A-Z]([a-z])+$").test(long)).toBe(false);
  expect(compiled(`${"a?".repeat(100)}${"a".repeat(100)}`).test("a".repeat(100))).toBe(true);
  expect(compiled("(.*)(.*)(.*)(.*)(.*)z").test(long)).toBe(false);
  // Looking far ahead from every position: the search gives up rather than take the square of the text's length.
  expect(compiled("a.*z|a").replaceAll(long, "b")).toBeNull();
  expect(compiled("a").replaceAll(long, "b")).toBe("b".repeat(65_536));
});

test("replaceAll", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["b", "abcb", "x", "axcx"],
    ["", "ab", "-", "-a-b-"],
    ["b*", "abc", "-", "-a-c-"],
    ["", "😀", "-", "-😀-"],
    ["(\\w+) (\\w+)", "john smith, ann lee", "$2 $1", "smith john, lee ann"],
    [
      "(?P<first>a)(b)?",
      "ab a",
      `[$first|\${first}|$2|$0|$$|$9|\${nope}|$]`,
      `[$first|a|b|ab|$|$9|\${nope}|$] [$first|a||a|$|$9|\${nope}|$]`,
    ],
    ["(a)", "a", "$12", "a2"],
    ["(a)", "a", `\${1}2\${01}`, "a2a"],
    ["^", "a\nb", "> ", "> a\nb"],
    ["(?m)^", "a\nb", "> ", "> a\n> b"],
    ["a|ab", "ab", "x", "xb"],
    ["a+?", "aaa", "x", "xxx"],
    ["$", "ab", "!", "ab!"],
    ["\\s+", " a  b ", "", "ab"],
  ];
  for (const [pattern, text, replacement, expected] of cases) {
    expect(compiled(pattern).replaceAll(text, replacement), pattern).toBe(expected);
  }
});

test("replaceAll stops at the length it may have", () => {
  const long = "a".repeat(65_536);
  expect(compiled("").replaceAll(long, long, 65_536)).toBeNull();
  expect(compiled("a").replaceAll("aaa", "bb", 6)).toBe("bbbbbb");
  expect(compiled("a").replaceAll("aaa", "bb", 5)).toBeNull();
  expect(compiled("x").replaceAll("aaa", "bb", 2)).toBeNull();
});

// --- against re2js ------------------------------------------------------------------------------------------------

const atom = fc.constantFrom(
  ..."abcABCkKsS.éß_-",
  ..."\\d \\D \\w \\W \\s \\S \\b \\B ^ $ \\A \\z [a-c] [^b] [a-] []a] [^]a] [\\d_] [^\\w] [[:upper:]] \\pL \\P{Lu} \\x41".split(
    " ",
  ),
  ..."[a-\\x{212a}] (?i) (?s) (?m) (?U) (?-i) (?i-s) \\. \\Q*\\E \\Q \\E \\1 \\101 \\07 \\x{17f} \\p{Greek} [[:^alpha:]z]".split(
    " ",
  ),
  " ",
  "\n",
  "😀",
);
const repetition = fc.constantFrom(
  ..."* + ? *? +? ?? {2} {1,2} {0,2}? {2,} {0} {,2} { } {1".split(" "),
);
const pattern = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    atom,
    fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => `${a}|${b}`),
    fc
      .tuple(fc.constantFrom("(", "(?:", "(?i:", "(?P<n>", "(?<m>", "(?s-i:", "(?U:"), tie("node"))
      .map(([a, b]) => `${a}${b})`),
    fc.tuple(tie("node"), repetition).map(([node, times]) => `${node}${times}`),
    fc.tuple(tie("node"), repetition).map(([node, times]) => `(?:${node})${times}`),
  ),
})).node;
const subject = fc
  .array(fc.constantFrom(..."abcABCkKsS.é_- *1\nαΑ", "😀", "ß", "ẞ", "ſ", "\u212a"), {
    maxLength: 10,
  })
  .map((letters) => letters.join(""));

/** Every match in brackets; re2js, as Java, also finds an empty match right after another one. */
function bracketed(pattern: RE2JS, text: string): string {
  const matcher = pattern.matcher(text);
  let result = "";
  let copied = 0;
  let lastEnd = -1;
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (start === end && start === lastEnd) continue;
    result += `${text.slice(copied, start)}[${text.slice(start, end)}]`;
    copied = end;
    lastEnd = end;
  }
  return result + text.slice(copied);
}

test("patterns mean what they mean to RE2", () => {
  let tried = 0;
  fc.assert(
    fc.property(pattern, fc.array(subject, { minLength: 1, maxLength: 5 }), (source, texts) => {
      const own = compilePattern(source);
      let reference: RE2JS;
      try {
        reference = RE2JS.compile(source);
      } catch {
        expect(own.ok, source).toBe(false);
        return;
      }
      expect(own.ok ? "" : own.message).toBe("");
      if (!own.ok) return;
      tried++;
      for (const text of texts) {
        expect(own.test(text), text).toBe(reference.matcher(text).find());
        expect(own.replaceAll(text, "[$0]"), text).toBe(bracketed(reference, text));
      }
    }),
    { numRuns: 5_000 },
  );
  expect(tried).toBeGreaterThan(500);
});

test("groups take what they take in RE2", () => {
  const plain = fc.constantFrom(..."aab", "", "[ab]", ".");
  const grouped = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      plain,
      fc.array(tie("node"), { maxLength: 3 }).map((nodes) => nodes.join("")),
      fc.tuple(tie("node"), tie("node")).map(([a, b]) => `(${a}|${b})`),
      fc
        .tuple(
          tie("node"),
          fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{2,}?", "{0,2}"),
        )
        .map(([node, times]) => `(${node})${times}`),
    ),
  })).node;
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  fc.assert(
    fc.property(grouped, text, (source, given) => {
      const count = Math.min(source.split("(").length - 1, 9);
      const reference = RE2JS.compile(`^x${source}`).matcher(`x${given}`);
      if (!reference.find()) {
        expect(compiled(`^x${source}`).test(`x${given}`)).toBe(false);
        return;
      }
      const expected = Array.from(
        { length: count },
        (_, index) => reference.group(index + 1) ?? "",
      );
      const template = expected.map((_, index) => `\${${index + 1}}`).join(",");
      const rest = reference.group(0) ?? "";
      expect(compiled(`^x${source}`).replaceAll(`x${given}`, template)).toBe(
        expected.join(",") + `x${given}`.slice(rest.length),
      );
    }),
    { numRuns: 3_000 },
  );
});

test("sets hold the characters that they hold in RE2", () => {
  const patterns = [
    "\\pL",
    "\\pC",
    "\\PS",
    "\\p{Han}",
    "(?i)\\p{Lu}",
    "(?i)\\W",
    "(?i)[[:upper:]é]",
    "(?i)[^k]",
  ];
  for (const pattern of patterns) {
    const own = compiled(`^${pattern}$`);
    const reference = RE2JS.compile(`^${pattern}$`);
    const wrong: string[] = [];
    // All that have case or are common, and a sample of the rest.
    for (let codePoint = 0; codePoint < 0x110000; codePoint += codePoint < 0x3000 ? 1 : 97) {
      const character = String.fromCodePoint(codePoint);
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      if (own.test(character) !== reference.matcher(character).find())
        wrong.push(codePoint.toString(16));
    }
    expect(wrong, pattern).toEqual([]);
  }
});
