import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findFoldingRanges } from "./folding.ts";

test("sections, blocks and runs of comments fold", () => {
  const { document } = openMarked(`INTENT: x
# one
# two
RULE:
- FOR a IN As {
    - IF a.b
      THEN Stop
  }
- IF c THEN Stop
`);
  expect(
    findFoldingRanges(document).map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
  ).toEqual([
    [1, 2, "comment"],
    [3, 8, undefined],
    [4, 7, undefined],
    [5, 6, undefined],
  ]);
});
