// The texts that laws of parsing and formatting are tried on: generated documents, the example policies, and either with a
// few slips of the hand.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printDocument } from "@omega/core";
import type * as fc from "fast-check";
import { readExamplePolicies } from "../example-policies.ts";
import type { Draw } from "../generate/draw.ts";
import { drawCodeUnits, drawGibberish, mutate } from "../generate/mutations.ts";
import { drawPolicy } from "../generate/policies/policies.ts";
import { drawnText, type WrittenText } from "../generate/texts.ts";
import { drawDocument } from "../generate/trees/documents.ts";

const examplesRoot = join(fileURLToPath(new URL("../../../..", import.meta.url)), "examples");

let examples: readonly string[] | undefined;

/** The texts of the example policies. */
function exampleTexts(): readonly string[] {
  examples ??= readExamplePolicies(examplesRoot).map(({ text }) => text);
  return examples;
}

/** One of the example policies. */
function drawExample(draw: Draw): string {
  return draw.pick(exampleTexts());
}

/** A document without a mistake of syntax: arbitrary, or a policy, or one of the examples. */
export function drawWellFormed(draw: Draw): string {
  return draw.weighted([
    [3, () => printDocument(drawDocument(draw))],
    [2, () => drawPolicy(draw).text],
    [1, () => drawExample(draw)],
  ]);
}

/** Documents without mistakes of syntax. */
export function wellFormedTexts(size: number): fc.Arbitrary<WrittenText> {
  return drawnText(size, drawWellFormed);
}

/** Any text at all: nonsense, documents, documents with slips. */
export function anyTexts(size: number): fc.Arbitrary<WrittenText> {
  return drawnText(size, (draw) =>
    draw.weighted([
      [1, () => drawGibberish(draw)],
      [1, () => drawCodeUnits(draw)],
      [1, () => drawWellFormed(draw)],
      [5, () => mutate(draw, drawWellFormed(draw))],
    ]),
  );
}

/** Documents with up to a few slips: most of each is still as its author meant it. */
export function slippedTexts(size: number): fc.Arbitrary<WrittenText> {
  return drawnText(size, (draw) => {
    const text = drawWellFormed(draw);
    return draw.chance(3, 4) ? mutate(draw, text) : text;
  });
}
