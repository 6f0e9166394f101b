import { expect, test } from "vitest";
import { factory } from "../../test/factory.ts";
import { openMarked, showPlaces } from "../../test/marked-documents.ts";
import { findHighlights, findReferences } from "./references.ts";

test("references are found through loops, lambdas and literals", () => {
  const { document, workspace, at } = openMarked(factory);
  const references = (mark: number) =>
    showPlaces(findReferences(document, at(mark), true, workspace), workspace);
  expect(references(0)).toEqual([
    "factory.omni: - [Distance]: <m>",
    "factory.omni: - TooClose: IF [Distance] < 1m THEN StopMachine UNKNOWN StopMachine",
    "factory.omni: - Safety: NEVER SlowDown WHEN [Distance] > 5m",
    'factory.omni: - GIVEN [Distance] = 0.5m, Workers = [{ name: "Ana", distance: 3m }], Limit = 4m',
  ]);
  expect(references(2)).toEqual([
    "factory.omni: - Workers: <[{ name: text, [distance]: m }]>",
    "factory.omni: - FOR worker IN Workers { - IF worker.[distance] < 2m AND Limit > 3m THEN SlowDown UNKNOWN SlowDown }",
    "factory.omni: - LET near = filter(Workers, |w| w.[distance] < 1m)",
    'factory.omni: - GIVEN Distance = 0.5m, Workers = [{ name: "Ana", [distance]: 3m }], Limit = 4m',
  ]);
  expect(references(5)).toHaveLength(3);
  expect(findHighlights(document, at(3))).toHaveLength(2);
});
