// A document's text as HTML: the text stays what it is, marks nest and end where they should.

import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { annotateSource, type Mark } from "./annotate-source.ts";

/** The annotated lines as text, each part in brackets with its tone before it. */
function lines(text: string, marks: readonly Mark[]): string[] {
  const list = parseFragment(annotateSource(text, marks, new Map(), "L").text).childNodes[0];
  if (list === undefined || !("childNodes" in list)) return [];
  return list.childNodes.map((line) => {
    const code =
      "childNodes" in line ? line.childNodes.find((child) => child.nodeName === "code") : undefined;
    return code === undefined ? "" : written(code);
  });
}

function written(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  const inside = node.childNodes.map(written).join("");
  const names =
    "attrs" in node ? (node.attrs.find(({ name }) => name === "class")?.value ?? "") : "";
  if (names === "tip") return "";
  return names.startsWith("part ") ? `[${names.slice(5)}:${inside}]` : inside;
}

function mark(text: string, part: string, tone: Mark["tone"]): Mark {
  const start = text.indexOf(part);
  return { span: { start, end: start + part.length }, tone, note: "why" };
}

describe("annotateSource", () => {
  test("marks nest", () => {
    const text = "IF ANY x IN xs SATISFIES x < 2 THEN Stop";
    expect(
      lines(text, [
        mark(text, "Stop", "bad"),
        mark(text, "x < 2", "good"),
        mark(text, "ANY x IN xs SATISFIES x < 2", "warning"),
      ]),
    ).toEqual(["IF [warning:ANY x IN xs SATISFIES [good:x < 2]] THEN [bad:Stop]"]);
  });

  test("a mark of several lines is on each, behind the indent; line ends stay outside", () => {
    const text = "IF a\r\n  OR b\r\nEND\r\n";
    expect(lines(text, [mark(text, "a\r\n  OR b", "good")])).toEqual([
      "IF [good:a]",
      "  [good:OR b]",
      "END",
    ]);
  });

  test("no text becomes HTML, and none is lost, whatever is marked", () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "<b>", "&amp;", " ", "\n", '"'), { maxLength: 20 }),
        spans,
        (pieces, drawn) => {
          const text = pieces.join("");
          const marks = drawn.map(
            ([start, length]): Mark => ({
              span: {
                start: Math.min(start, text.length),
                end: Math.min(start + length, text.length),
              },
              tone: "bad",
              note: '"<i>',
            }),
          );
          const shown = lines(text, marks).map((line) => line.replace(/\[bad:|\]/g, ""));
          expect(shown.join("\n")).toBe(text.endsWith("\n") ? text.slice(0, -1) : text);
        },
      ),
      { numRuns: 200 },
    );
  });
});
