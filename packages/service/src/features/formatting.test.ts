import { expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { openMarked } from "../../test/marked-documents.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toSpan } from "../text-range.ts";
import { formatDocument, formatOnType, formatRange } from "./formatting.ts";

const untidy = `INTENT: x
RULE:
- if a   then Stop
- IF b THEN Stop
- if c   then Stop
`;

function applied({ source }: ServiceDocument, edits: readonly TextEdit[]): string {
  let { text } = source;
  for (const { range, newText } of [...edits].reverse()) {
    const { start, end } = toSpan(source, range);
    text = text.slice(0, start) + newText + text.slice(end);
  }
  return text;
}

test("the document in canonical form, by edits of the lines that change", () => {
  const { document } = openMarked(untidy);
  const edits = formatDocument(document);
  expect(edits.length).toBeGreaterThan(1);
  expect(applied(document, edits)).toContain(
    "- IF a THEN Stop\n- IF b THEN Stop\n- IF c THEN Stop",
  );
});

test("a range, and the line that Enter ended, by themselves", () => {
  const { document } = openMarked(untidy);
  const third = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
  expect(applied(document, formatRange(document, third))).toContain("- IF a THEN Stop\n- IF b");
  expect(applied(document, formatRange(document, third))).toContain("- if c   then");
  const after = { line: 3, character: 0 };
  expect(applied(document, formatOnType(document, after, "\n"))).toContain("- IF a THEN Stop");
});
