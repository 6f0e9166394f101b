import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findLinkedRanges } from "./linked-editing.ts";

const loop = `INTENT: x
RULE:
- FOR work$0er IN Workers { - IF worker.near AND Al$1arm THEN Stop }`;

test("a loop's variable is edited where it is bound and where it is read", () => {
  const { document, at } = openMarked(loop);
  expect(findLinkedRanges(document, at())?.ranges).toHaveLength(2);
});

test("an attribute is not: other documents may read it", () => {
  const { document, at } = openMarked(loop);
  expect(findLinkedRanges(document, at(1))).toBeNull();
});
