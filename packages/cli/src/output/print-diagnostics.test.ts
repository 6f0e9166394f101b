// Code frames: the marks stand under what is meant, whatever the line holds, and everything fits its width.
import { createSourceText, type Diagnostic } from "@omega/core";
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-text.ts";
import { printCompactFindings, printFindings } from "./print-diagnostics.ts";
import { createStyle } from "./style.ts";

const plain = createStyle(false);

/** The frame of a diagnostic about the part of `text` between ‹ and ›. */
function frame(text: string, more: Partial<Diagnostic> = {}, width = 80): string {
  const diagnostic = diagnosticAt(text, more);
  return printFindings([diagnostic], plain, width).trimEnd();
}

function diagnosticAt(text: string, more: Partial<Diagnostic>) {
  const start = text.indexOf("‹");
  const end = text.indexOf("›") - 1;
  const source = createSourceText(text.replace(/[‹›]/g, ""), "a.omni");
  const diagnostic: Diagnostic = {
    code: "OM3004",
    severity: "error",
    message: "something is wrong with `it`",
    file: "a.omni",
    span: { start, end },
    related: [],
    fixes: [],
    tags: [],
    ...more,
  };
  return { diagnostic, place: { path: "a.omni", source }, places: new Map() };
}

describe("a frame", () => {
  test("shows the line and marks the part", () => {
    expect(frame("INTENT: x\n\nRULE:\n- IF ‹Distence› < 1m THEN Stop\n")).toBe(
      `error[OM3004]: something is wrong with \`it\`
  --> a.omni:4:6
   |
 4 | - IF Distence < 1m THEN Stop
   |      ^^^^^^^^`,
    );
  });

  test("keeps its marks in place behind tabs, wide characters and emoji", () => {
    for (const line of ["\t\t‹x›", "- 名前: ‹x›", "🚒👩‍🚒 ‹x›", "é (combining): ‹x›", "ｶﾅ ‹x›"]) {
      const [code = "", marks = ""] = frame(line).split("\n").slice(-2);
      expect(displayWidth(marks)).toBe(displayWidth(code));
    }
  });

  test("has no part in line ends, nor in a byte order mark", () => {
    expect(frame("\ufeffINTENT: a\r\n- ‹b›\r\n").split("\n").slice(-2)).toEqual([
      " 2 | - b",
      "   |   ^",
    ]);
    expect(frame("\ufeff‹INTENT›: a\r\n").split("\n").slice(-2)).toEqual([
      " 1 | INTENT: a",
      "   | ^^^^^^",
    ]);
  });

  test("marks a place between characters, and the end of the text", () => {
    expect(frame("- IF a ‹›THEN b").split("\n").at(-1)).toBe("   |        ^");
    expect(frame("- IF a‹›").split("\n").slice(-2)).toEqual([" 1 | - IF a", "   |       ^"]);
    expect(frame("‹›").split("\n").slice(-2)).toEqual([" 1 |", "   | ^"]);
  });

  test("marks every line of a few, without their indentation", () => {
    expect(frame("- ‹IF a\n    THEN b\n›- IF c").split("\n").slice(3)).toEqual([
      " 1 | - IF a",
      "   |   ^^^^",
      " 2 |     THEN b",
      "   |     ^^^^^^",
    ]);
  });

  test("leaves out the middle of many lines", () => {
    expect(frame("‹a\nb\nc\nd\ne\nf›\ng").split("\n").slice(3)).toEqual([
      " 1 | a",
      "   | ^",
      " 2 | b",
      "   | ^",
      "...",
      " 6 | f",
      "   | ^",
    ]);
  });

  test("clips a long line around the part", () => {
    const long = `${"a ".repeat(500)}‹here›${" b".repeat(500)}`;
    expect(frame(long, {}, 60).split("\n").slice(3)).toEqual([
      " 1 | … a a a a a a here b b b b b b b b b b b b b b b b b b…",
      "   |               ^^^^",
    ]);
  });

  test("is quick on a line of a megabyte, and keeps its width whatever is in it", () => {
    for (const piece of ["x", "名", "🚒", "\t", "\u0000"]) {
      const lines = frame(`${piece.repeat(500_000)}‹y›${piece.repeat(500_000)}`).split("\n");
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
      expect(lines.at(-2)).toContain("y");
    }
  });

  test("shows what would hide or act on the terminal as replacement characters", () => {
    const shown = frame("‹\u001b[31mred\u202e\u200b›", { message: "name `\u001b]0;title\u0007`" });
    for (const hidden of ["\u0007", "\u001b", "\u200b", "\u202e"]) {
      expect(shown).not.toContain(hidden);
    }
    expect(shown).toContain(" 1 | \ufffd[31mred\ufffd\ufffd");
  });

  test("wraps long messages", () => {
    const lines = frame("‹x›", { message: "many words and `names` ".repeat(12).trim() }).split(
      "\n",
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/^ {2}\S/);
  });
});

describe("related places", () => {
  test("of the same file follow with their label", () => {
    const text = "- Distance: <m>\n- IF ‹Distance < 5min› THEN Stop";
    const related = [{ file: "a.omni", span: { start: 2, end: 10 }, message: "metres, by this" }];
    expect(frame(text, { related }).split("\n").slice(3)).toEqual([
      " 2 | - IF Distance < 5min THEN Stop",
      "   |      ^^^^^^^^^^^^^^^",
      " ...",
      " 1 | - Distance: <m>",
      "   |   -------- metres, by this",
    ]);
  });

  test("of another file name it", () => {
    const finding = diagnosticAt("- IF ‹Distance› < 5min THEN Stop", {
      related: [{ file: "site.omni", span: { start: 2, end: 10 }, message: "declared here" }],
    });
    const site = { path: "lib/site.omni", source: createSourceText("- Distance: <m>") };
    const shown = printFindings(
      [{ ...finding, places: new Map([["site.omni", site]]) }],
      plain,
      80,
    );
    expect(shown).toContain("  ::: lib/site.omni:1:3\n 1 | - Distance: <m>\n");
  });
});

describe("fixes", () => {
  const fix = (start: number, end: number, newText: string) => [
    { title: "write it so", edits: [{ span: { start, end }, newText }], preferred: true },
  ];

  test("show the line they make", () => {
    expect(
      frame("- IF ‹Distence› < 1m THEN Stop", { fixes: fix(5, 13, "Distance") })
        .split("\n")
        .slice(5),
    ).toEqual([
      "   |",
      "   = help: write it so",
      " 1 | - IF Distance < 1m THEN Stop",
      "   |      ~~~~~~~~",
    ]);
  });

  test("that take something away mark nothing", () => {
    const shown = frame("- IF ‹NOT NOT› a THEN b", { fixes: fix(5, 13, "") });
    expect(shown.split("\n").slice(6)).toEqual(["   = help: write it so", " 1 | - IF a THEN b"]);
  });

  test("of several lines are small diffs", () => {
    expect(
      frame("- IF a\n- ‹THEN› b", { fixes: fix(6, 13, " THEN") })
        .split("\n")
        .slice(6),
    ).toEqual([
      "   = help: write it so",
      "   | - - IF a",
      "   | - - THEN b",
      "   | + - IF a THEN b",
    ]);
  });

  test("of many lines are cut short", () => {
    const many = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join("");
    const shown = frame("‹›x", { fixes: fix(0, 0, many) });
    expect(shown.split("\n")).toHaveLength(3 + 2 + 2 + 8);
    expect(shown).toContain("… and 13 more lines");
  });
});

test("compact findings are one line each", () => {
  const finding = diagnosticAt("a\n- ‹b›", {});
  expect(printCompactFindings([finding, finding], plain)).toBe(
    "a.omni:2:3: error OM3004: something is wrong with `it`\n".repeat(2),
  );
});
