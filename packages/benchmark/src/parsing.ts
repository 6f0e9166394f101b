// Text to tree, and text to policy: documents as people write them, beside the reference parser, which runs the published
// grammar on Ohm.
import { compile, parse } from "@omega/core";
import { parseReference } from "@omega/core/reference";
import { documentOf } from "./documents.ts";
import { measure, type Subject, type Timing } from "./measure.ts";
import type { Plan } from "./plan.ts";

export interface ParsingFigures {
  /** What the documents are asked to have. */
  readonly kilobytes: number;
  /** What one of them has, on average. */
  readonly bytes: number;
  /** Nanoseconds for one document, by round. */
  readonly timings: readonly Timing[];
}

export const parseName = "parse to a tree";
export const compileName = "parse, check and compile";
export const referenceName = "Ohm, the published grammar, to a tree";

/** Different documents in turn, so that nothing is answered from what an earlier parse of the same text left behind. */
const sizes = [
  { kilobytes: 2, documents: 64 },
  { kilobytes: 200, documents: 4 },
];

/** One turn of the reference parser over a large document takes seconds: few rounds, little warming, none for a look. */
const largePace = { rounds: 5, warmUpMilliseconds: 1_000 };

/** Throws where the documents have errors, or the two parsers differ on one: that is a mistake in the benchmark. */
export async function measureParsing(plan: Plan): Promise<readonly ParsingFigures[]> {
  const figures: ParsingFigures[] = [];
  for (const { kilobytes, documents } of sizes) {
    const texts = Array.from({ length: documents }, (_, seed) =>
      documentOf(kilobytes * 1_000, seed + 1),
    );
    requireSound(texts);
    const isLarge = kilobytes > 100;
    const subjects = [
      overTexts(parseName, texts, parse),
      overTexts(compileName, texts, compile),
      ...(isLarge && plan.isQuick ? [] : [overTexts(referenceName, texts, parseReference)]),
    ];
    const pace = isLarge ? { ...plan, ...largePace } : plan;
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;
    figures.push({ kilobytes, bytes, timings: await measure(subjects, pace) });
  }
  return figures;
}

function requireSound(texts: readonly string[]): void {
  const [text = ""] = texts;
  if (!texts.every((each) => compile(each).ok)) throw new Error("a document to parse has errors");
  if (text.length < 100_000 && !parseReference(text).accepted) {
    throw new Error("the reference parser rejects a document");
  }
}

/** Where results end, so that no optimiser can leave out what made them. */
const sink: { last: unknown } = { last: null };

function overTexts(
  name: string,
  texts: readonly string[],
  read: (text: string) => unknown,
): Subject {
  let next = 0;
  return {
    name,
    run: (times) => {
      for (let time = 0; time < times; time++) {
        sink.last = read(texts[next] ?? "");
        next = (next + 1) % texts.length;
      }
    },
  };
}
