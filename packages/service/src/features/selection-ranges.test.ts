import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { openMarked } from "../../test/marked-documents.ts";
import { toSpan } from "../text-range.ts";
import { findSelectionRanges } from "./selection-ranges.ts";

test("a selection grows from the word to the document", () => {
  const { document, at } = openMarked(
    "INTENT: x\nRULE:\n- IF Dist$0ance + 1m < 2m AND b THEN Stop\n",
  );
  const texts: string[] = [];
  let range: SelectionRange | undefined = findSelectionRanges(document, [at()])[0];
  while (range !== undefined) {
    const { start, end } = toSpan(document.source, range.range);
    texts.push(document.source.text.slice(start, end).trim());
    range = range.parent;
  }
  expect(texts).toEqual([
    "Distance",
    "Distance + 1m",
    "Distance + 1m < 2m",
    "Distance + 1m < 2m AND b",
    "IF Distance + 1m < 2m AND b THEN Stop",
    "- IF Distance + 1m < 2m AND b THEN Stop",
    "RULE:\n- IF Distance + 1m < 2m AND b THEN Stop",
    "INTENT: x\nRULE:\n- IF Distance + 1m < 2m AND b THEN Stop",
  ]);
});
