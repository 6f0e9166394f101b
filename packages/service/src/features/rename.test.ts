import { expect, test } from "vitest";
import { factory } from "../../test/factory.ts";
import { openMarked } from "../../test/marked-documents.ts";
import { prepareRename, rename } from "./rename.ts";

test("a rename changes every mention, in every file", () => {
  const { document, workspace, at } = openMarked(factory);
  const renamed = rename(document, at(5), "Reach", workspace);
  expect(renamed.kind).toBe("renamed");
  if (renamed.kind !== "renamed") return;
  expect(renamed.documents.map(({ uri, edits }) => [uri, edits.length])).toEqual([
    ["file:///project/factory.omni", 2],
    ["file:///project/site.omni", 1],
  ]);
});

test("a rename that would join two things is refused", () => {
  const { document, workspace, at } = openMarked(factory);
  expect(rename(document, at(0), "Workers", workspace)).toEqual({
    kind: "refused",
    reason: "`Workers` already names something else, on line 8 of factory.omni",
  });
});

test("what belongs to the language is not renamed", () => {
  const { document, at } = openMarked("INTENT: x\nRULE:\n- IF abs$0(Speed) > 3m$1/s THEN Brake $2");
  expect(prepareRename(document, at(0))).toEqual({
    kind: "refused",
    reason: "`std::math::abs` belongs to the standard library",
  });
  expect(prepareRename(document, at(1)).kind).toBe("refused");
  expect(prepareRename(document, at(2))).toEqual({
    kind: "refused",
    reason: "there is no name here",
  });
});

test("a new name that is no identifier is quoted", () => {
  const { document, workspace, at } = openMarked("INTENT: x\nRULE:\n- IF Spe$0ed > 3 THEN Brake");
  const renamed = rename(document, at(), "speed over ground", workspace);
  expect(renamed).toMatchObject({
    kind: "renamed",
    documents: [{ edits: [{ newText: "`speed over ground`" }] }],
  });
});
