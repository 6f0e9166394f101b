import { expect, test } from "vitest";
import { factory } from "../../test/factory.ts";
import { openMarked, showPlaces } from "../../test/marked-documents.ts";
import { findTypeDefinition } from "./type-definition.ts";

const types = (scenario: string): readonly string[] => {
  const { document, workspace, at } = openMarked(scenario);
  return showPlaces(findTypeDefinition(document, at(), workspace), workspace);
};

test("a loop's element leads to the list it is an element of", () => {
  const scenario = factory.replace("$0", "").replace("worker IN", "work$0er IN");
  expect(types(scenario)).toEqual(["factory.omni: - [Workers]: <[{ name: text, distance: m }]>"]);
});

test("a member leads to its declaration, what is inferred to nothing", () => {
  expect(types("INTENT: x\nRULE:\n- IF Sp$0eed > 3m/s THEN Brake")).toEqual([]);
});
