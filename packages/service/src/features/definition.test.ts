import { expect, test } from "vitest";
import { factory } from "../../test/factory.ts";
import { openMarked, showPlaces } from "../../test/marked-documents.ts";
import { findDefinition } from "./definition.ts";

test("a name leads to where it is declared", () => {
  const { document, workspace, at } = openMarked(factory);
  const definition = (mark: number) =>
    showPlaces(findDefinition(document, at(mark), workspace), workspace);
  expect(definition(0)).toEqual(["factory.omni: - [Distance]: <m>"]);
  expect(definition(1)).toEqual(["factory.omni: - Primary: Robot MAY [StopMachine], SlowDown"]);
  expect(definition(2)).toEqual(["factory.omni: - Workers: <[{ name: text, [distance]: m }]>"]);
  expect(definition(3)).toEqual([
    "factory.omni: - LET [near] = filter(Workers, |w| w.distance < 1m)",
  ]);
  expect(definition(4)).toEqual([
    "factory.omni: - [TooClose]: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
  ]);
  expect(definition(5)).toEqual(["site.omni: - [Limit]: <m>"]);
});
