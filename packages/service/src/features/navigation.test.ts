import { expect, test } from "vitest";
import { openMarked, showPlaces } from "../../test/marked-documents.ts";
import { findDefinition } from "./definition.ts";
import { findHighlights, findReferences } from "./references.ts";
import { rename } from "./rename.ts";

const factory = `
//- factory.omni
INTENT: keep people safe
IMPORT:
- "site.omni"
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown
CONTEXT:
- Distance: <m>
- Workers: <[{ name: text, distance: m }]>
RULE:
- TooClose: IF Dist$0ance < 1m THEN Stop$1Machine UNKNOWN StopMachine
- FOR worker IN Workers { - IF worker.dist$2ance < 2m AND Limit > 3m THEN SlowDown UNKNOWN SlowDown }
- LET near = filter(Workers, |w| w.distance < 1m)
- IF length(ne$3ar) > 0 THEN SlowDown
CONSTRAINT:
- Safety: NEVER SlowDown WHEN Distance > 5m
TRACE:
- Regulation [Too$4Close]: ISO 13849
EXAMPLE near:
- GIVEN Distance = 0.5m, Workers = [{ name: "Ana", distance: 3m }], Lim$5it = 4m
- EXPECT StopMachine
//- site.omni
INTENT: the site
CONTEXT:
- Limit: <m>
`;

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
