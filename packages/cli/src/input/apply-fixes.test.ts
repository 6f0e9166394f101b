// `check --fix` is safe: it ends, and never leaves a document worse than it was.
import { compile, type Policy } from "@omega/core";
import { describe, expect, test } from "vitest";
import { applyFixes } from "./apply-fixes.ts";

/** A compiler whose diagnostics are made up: each pattern found is an error with a preferred fix. */
function replacing(...replacements: readonly (readonly [RegExp, string])[]) {
  return (text: string): Policy => ({
    ...compile(text),
    diagnostics: replacements.flatMap(([pattern, newText]) =>
      [...text.matchAll(pattern)].map((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        return {
          code: "OM2001" as const,
          severity: "error" as const,
          message: "made up",
          file: "policy.omni",
          span,
          related: [],
          fixes: [{ title: "", edits: [{ span, newText }], preferred: true }],
          tags: [],
        };
      }),
    ),
  });
}

describe("applyFixes", () => {
  test("makes all fixes that keep clear of one another, and counts them", () => {
    expect(applyFixes("a b a", replacing([/a/g, "x"], [/b/g, "y"]))).toEqual({
      text: "x y x",
      count: 3,
    });
  });

  test("ends lines as the document does", () => {
    const split = replacing([/ab/g, "a\nb"]);
    expect(applyFixes("x\r\nab", split).text).toBe("x\r\na\r\nb");
    expect(applyFixes("x\nab", split).text).toBe("x\na\nb");
  });

  test("makes one of those that touch, and the other when it is found again", () => {
    expect(applyFixes("ab", replacing([/a/g, "xx"], [/b/g, "y"]))).toEqual({
      text: "xxy",
      count: 2,
    });
  });

  test("makes one change that two diagnostics ask for once", () => {
    expect(applyFixes("a", replacing([/a/g, "x"], [/a/g, "x"]))).toEqual({ text: "x", count: 1 });
  });

  test("goes on with what a fix uncovers", () => {
    expect(applyFixes("a", replacing([/a/g, "b"], [/b/g, "c"])).text).toBe("c");
  });

  test("ends when fixes undo each other", () => {
    const { text, count } = applyFixes("a", replacing([/a/g, "b"], [/b/g, "a"]));
    expect(text).toBe("a");
    expect(count).toBe(10);
  });

  test("keeps a text that its fixes would make worse", () => {
    expect(applyFixes("a", replacing([/a/g, "bb"], [/b/g, "b"]))).toEqual({ text: "a", count: 0 });
  });

  test("leaves a document without fixes alone, to the byte", () => {
    const text = "\ufeffINTENT: x\r\n\r\nRULE:\r\n- nonsense\r\n";
    expect(applyFixes(text, (changed) => compile(changed)).text).toContain("- nonsense\r\n");
  });
});
