// What `fmt --diff` prints is a diff that `patch` understands, whatever the two texts are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineDiff } from "./line-diff.ts";
import { createStyle } from "./style.ts";
import { unifiedDiff } from "./unified-diff.ts";

const plain = createStyle(false);

describe("unifiedDiff", () => {
  test("equal texts have none", () => {
    expect(unifiedDiff("a.omni", "x\n", "x\n", plain)).toBe("");
  });

  test("a change has three lines around it", () => {
    const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(unifiedDiff("a.omni", before, before.replace("5\n", "five\nFIVE\n"), plain)).toBe(
      `--- a.omni
+++ a.omni
@@ -2,7 +2,8 @@
 2
 3
 4
-5
+five
+FIVE
 6
 7
 8
`,
    );
  });

  test("changes far from one another are hunks of their own", () => {
    const before = Array.from({ length: 30 }, (_, index) => `${index}\n`).join("");
    const after = before.replace("2\n", "two\n").replace("25\n", "");
    expect(unifiedDiff("a", before, after, plain).match(/^@@.*@@$/gm)).toEqual([
      "@@ -1,6 +1,6 @@",
      "@@ -23,7 +23,6 @@",
    ]);
  });

  test("a missing last line end is told", () => {
    expect(unifiedDiff("a", "x", "x\n", plain)).toBe(
      "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n",
    );
  });

  test("an empty text has no first line", () => {
    expect(unifiedDiff("a", "", "x\n", plain)).toContain("@@ -0,0 +1 @@");
  });
});

describe("lineDiff", () => {
  const texts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

  test("holds both texts, and is no longer than replacing everything", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const diff = lineDiff(before, after);
        const without = (kind: string) => diff.filter((line) => line.kind !== kind);
        expect(without("added").map(({ text }) => text)).toEqual(before);
        expect(without("removed").map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  test("is the shortest there is", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = lineDiff(before, after).filter(({ kind }) => kind !== "same").length;
        const common = longestCommon(before, after);
        expect(changes).toBe(before.length + after.length - 2 * common);
      }),
    );
  });
});

/** The length of the longest common subsequence, by the table everyone knows. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, index) => {
      const best =
        left === right ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(best);
    });
    row = next;
  }
  return row[b.length] ?? 0;
}
