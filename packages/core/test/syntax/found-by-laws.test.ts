// What the laws of test/laws once found in the parser, each as the smallest document that showed it.
import { expect, test } from "vitest";
import { parse } from "../../src/policy.ts";
import { sketchBody } from "./sketch.ts";

const bodies = (text: string): readonly string[] =>
  parse(text).document.sections.flatMap(({ items }) => items.map(({ body }) => sketchBody(body)));

test("a stray parenthesis does not make a braced FOR govern the next item", () => {
  for (const collection of [")xs", "(xs", "xs]", "xs}"]) {
    const text = `RULE:\n- FOR w IN ${collection} {\n  }\n- LET next = 1\n`;
    expect(bodies(text).at(-1), collection).toBe("LET next = 1");
  }
});

test("a `-` before a literal begins an arm only where `=>`, `|`, `..` or WHEN follows", () => {
  for (const difference of ["a - -1", "a - true", "a - [1]", 'a - "x"']) {
    const block = `RULE:\n- FOR w IN ws {\n    - IF ${difference} == b THEN Stop\n  }\n`;
    expect(
      parse(block).diagnostics.filter(({ code }) => /^OM2/.test(code)),
      difference,
    ).toEqual([]);
    const value = `RULE:\n- LET v = MATCH a { 0 => ${difference}, _ => 1 }\n`;
    expect(
      parse(value).diagnostics.filter(({ code }) => /^OM2/.test(code)),
      difference,
    ).toEqual([]);
  }
});

test("behind a name that is also an operator's word, a brace opens a block", () => {
  for (const collection of [
    "Where",
    "a.WHERE",
    "a.Contains",
    "MOD",
    "x MOD MOD",
    "(ANY x IN xs SATISFIES Where)",
  ]) {
    const text = `RULE:\n- FOR w IN ${collection} {\n    - LET inner = 1\n  }\n- LET next = 1\n`;
    expect(
      parse(text).diagnostics.filter(({ code }) => /^OM2/.test(code)),
      collection,
    ).toEqual([]);
    expect(bodies(text).at(-1), collection).toBe("LET next = 1");
  }
});
