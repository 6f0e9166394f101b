// Texts as an arbitrary that shrinks by the text alone: lines and words are left out, whatever made them.
import * as fc from "fast-check";
import { type Draw, drawn } from "./draw.ts";
import { cutText } from "./mutations.ts";

/** A text that failure messages show as it is written. */
export interface WrittenText {
  readonly text: string;
  readonly [fc.toStringMethod]: () => string;
}

/** The text as fast-check shall show it: with escapes where a terminal would hide something. */
function writtenText(text: string): WrittenText {
  const shown = /[^\P{C}\n]/u.test(text) ? JSON.stringify(text) : `\n${text}`;
  return { text, [fc.toStringMethod]: () => shown };
}

/** An arbitrary of the texts that `build` makes of its draws. */
export function drawnText(size: number, build: (draw: Draw) => string): fc.Arbitrary<WrittenText> {
  return new TextArbitrary(drawn(size, build));
}

/** fast-check asks for a class here. */
class TextArbitrary extends fc.Arbitrary<WrittenText> {
  readonly #texts: fc.Arbitrary<string>;

  constructor(texts: fc.Arbitrary<string>) {
    super();
    this.#texts = texts;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<WrittenText> {
    return new fc.Value(writtenText(this.#texts.generate(random, bias).value), 0);
  }

  override canShrinkWithoutContext(value: unknown): value is WrittenText {
    return typeof value === "object" && value !== null && "text" in value;
  }

  override shrink({ text }: WrittenText, context: unknown): fc.Stream<fc.Value<WrittenText>> {
    return fc.stream(shorterFrom(text, typeof context === "number" ? context : 0));
  }
}

/** Shorter texts, those behind the `reached`th first: it is where the last step was made. */
function* shorterFrom(text: string, reached: number): IterableIterator<fc.Value<WrittenText>> {
  for (const isSecondRound of [false, true]) {
    let position = -1;
    for (const shorter of shorterTexts(text)) {
      position += 1;
      if (position < reached === isSecondRound) yield new fc.Value(writtenText(shorter), position);
    }
  }
}

/** The text without some of its lines, then without some of its words; the boldest first. */
function* shorterTexts(text: string): IterableIterator<string> {
  yield* withoutSome(text.split(/(?<=\n)/));
  yield* withoutSome(cutText(text));
}

function* withoutSome(pieces: readonly string[]): IterableIterator<string> {
  for (let length = pieces.length; length >= 1; length = length >> 1) {
    for (let from = 0; from < pieces.length; from += length) {
      yield [...pieces.slice(0, from), ...pieces.slice(from + length)].join("");
    }
  }
}
