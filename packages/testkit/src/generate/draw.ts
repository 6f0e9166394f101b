// What every generator draws its choices from, and `drawn`, which makes a fast-check arbitrary of a plain function.
// Choices are kept as a tree that follows the shape of what is built, so that shrinking takes away whole rules and
// expressions, puts a part in place of the whole, and never has to know what they are.
import * as fc from "fast-check";

/** A source of choices. Whatever is drawn shrinks towards the simplest: 0, false, the first option, an empty list. */
export interface Draw {
  /** How large a thing to build, from 1; the length of lists and the depth of nesting follow it. */
  readonly size: number;
  /** A whole number from 0 to `last`, both included. */
  whole(last: number): number;
  /** True about `times` in `outOf`. */
  chance(times: number, outOf: number): boolean;
  /** One of `options`, which is not empty. */
  pick<T>(options: readonly [T, ...T[]] | readonly T[]): T;
  /** What one of the builders makes, each as likely as its weight; the first is the simplest. */
  weighted<T>(options: readonly (readonly [weight: number, build: () => T])[]): T;
  /** `least` to `most` elements (fewer than `most` where the size is small). */
  list<T>(least: number, most: number, build: (index: number) => T): T[];
  /** What `build` makes, as a part that shrinks by itself; it may be replaced by a part within it with the same label. */
  part<T>(label: string, build: () => T): T;
}

/** An arbitrary of what `build` makes of its draws; `size` as in `Draw`. */
export function drawn<T>(size: number, build: (draw: Draw) => T): fc.Arbitrary<T> {
  return new DrawnArbitrary(size, build);
}

/** The choices of a part and the parts within it, in the order they were drawn. */
interface Choices {
  readonly label: string;
  readonly numbers: readonly number[];
  readonly parts: readonly Choices[];
}

const listLabel = "list";
const noChoices: Choices = { label: "", numbers: [], parts: [] };

/** fast-check asks for a class here. */
class DrawnArbitrary<T> extends fc.Arbitrary<T> {
  readonly #size: number;
  readonly #build: (draw: Draw) => T;

  constructor(size: number, build: (draw: Draw) => T) {
    super();
    this.#size = size;
    this.#build = build;
  }

  override generate(random: fc.Random): fc.Value<T> {
    return this.#run(createDraw(this.#size, (last) => random.nextInt(0, last), null));
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    // The context is the one that #run attached to the value; fast-check only passes it on.
    const origin = context as Origin | undefined;
    return origin === undefined ? fc.Stream.nil() : fc.stream(this.#simpler(origin));
  }

  /**
   * Simpler values, the candidates behind the one that was taken last before those that were in vain then: a round over
   * all of them makes many steps.
   */
  *#simpler({ choices, reached, spent }: Origin): IterableIterator<fc.Value<T>> {
    const weight = weigh(choices);
    let tries = spent;
    for (const isSecondRound of [false, true]) {
      let position = -1;
      for (const candidate of simplerChoices(choices)) {
        position += 1;
        if (position < reached !== isSecondRound) continue;
        if (++tries > mostTries) return;
        const draw = createDraw(this.#size, () => 0, candidate);
        const value = this.#run(draw, position, tries);
        const origin = value.context as Origin; // attached by #run, as above
        if (isLighter(weigh(origin.choices), weight)) yield value;
      }
    }
  }

  #run({ draw, choices }: RecordingDraw, reached = 0, spent = 0): fc.Value<T> {
    const value = this.#build(draw);
    const origin: Origin = { choices: choices(), reached, spent };
    return new fc.Value(value, origin);
  }
}

/** Shrinking ends after so many values: what is left is small enough to read, and time is short. */
const mostTries = 5000;

/** What a value was made of, which candidate it was of those simpler than the one before, and after how many tries. */
interface Origin {
  readonly choices: Choices;
  readonly reached: number;
  readonly spent: number;
}

// --- drawing ------------------------------------------------------------------------------------------------------

interface RecordingDraw {
  readonly draw: Draw;
  /** What has been drawn so far. */
  readonly choices: () => Choices;
}

interface Recording {
  readonly label: string;
  readonly numbers: number[];
  readonly parts: Recording[];
}

/** A draw that repeats `replayed` where it is given (0 once it runs out), and else asks `random`; it records either. */
function createDraw(
  size: number,
  random: (last: number) => number,
  replayed: Choices | null,
): RecordingDraw {
  let recording: Recording = { label: "", numbers: [], parts: [] };
  let source = replayed;
  const root = recording;

  const whole = (last: number): number => {
    const choice =
      source === null
        ? random(last)
        : Math.min(source.numbers[recording.numbers.length] ?? 0, last);
    recording.numbers.push(choice);
    return choice;
  };

  /** Goes into the part that comes next, does `inside`, and comes back. */
  const within = <R>(label: string, inside: (from: Choices | null) => R): R => {
    const outer = recording;
    const outerSource = source;
    source = source === null ? null : (source.parts[recording.parts.length] ?? noChoices);
    recording = { label, numbers: [], parts: [] };
    outer.parts.push(recording);
    const result = inside(source);
    recording = outer;
    source = outerSource;
    return result;
  };

  const draw: Draw = {
    size,
    whole,
    chance: (times, outOf) => whole(outOf - 1) >= outOf - times,
    pick(options) {
      const picked = options[whole(options.length - 1)];
      if (picked === undefined && options.length === 0) throw new Error("nothing to pick from");
      return picked as (typeof options)[number]; // `undefined` only where it is one of the options
    },
    weighted(options) {
      const total = options.reduce((sum, [weight]) => sum + weight, 0);
      let left = whole(total - 1);
      for (const [weight, build] of options) {
        if (left < weight) return build();
        left -= weight;
      }
      throw new Error("weights are whole numbers from 1");
    },
    list: (least, most, build) =>
      within(listLabel, (from) => {
        const length =
          from === null
            ? least + random(Math.max(0, Math.min(most - least, size)))
            : Math.min(Math.max(least, from.parts.length), most);
        return Array.from({ length }, (_, index) => within("element", () => build(index)));
      }),
    part: (label, build) => within(label, build),
  };
  return { draw, choices: () => root };
}

// --- shrinking ----------------------------------------------------------------------------------------------------

/** How much there is to a tree of choices: parts and choices that are not 0, then what they add up to. */
type Weight = readonly [count: number, sum: number];

function weigh({ numbers, parts }: Choices): Weight {
  let count = 0;
  let sum = 0;
  for (const number of numbers) {
    if (number > 0) count += 1;
    sum += number;
  }
  for (const part of parts) {
    const [partCount, partSum] = weigh(part);
    count += partCount + (part.label === "element" ? 1 : 0);
    sum += partSum;
  }
  return [count, sum];
}

function isLighter([count, sum]: Weight, [otherCount, otherSum]: Weight): boolean {
  return count < otherCount || (count === otherCount && sum < otherSum);
}

/** Simpler trees, the boldest first: fewer elements, emptied parts, parts in place of wholes, smaller numbers. */
function* simplerChoices(choices: Choices): IterableIterator<Choices> {
  const { label, numbers, parts } = choices;
  if (label === listLabel) {
    for (let length = parts.length; length >= 1; length = length >> 1) {
      for (let from = 0; from < parts.length; from += length) {
        yield { ...choices, parts: [...parts.slice(0, from), ...parts.slice(from + length)] };
      }
    }
  } else if (weigh(choices)[0] > 0) {
    yield { label, numbers: [], parts: [] };
    for (const inner of innerParts(choices, label)) yield inner;
  }
  for (const [index, part] of parts.entries()) {
    for (const simpler of simplerChoices(part)) {
      yield { ...choices, parts: replaceAt(parts, index, simpler) };
    }
  }
  for (const [index, number] of numbers.entries()) {
    for (const smaller of smallerNumbers(number)) {
      yield { ...choices, numbers: replaceAt(numbers, index, smaller) };
    }
  }
}

function replaceAt<T>(list: readonly T[], index: number, element: T): readonly T[] {
  return [...list.slice(0, index), element, ...list.slice(index + 1)];
}

/** The outermost parts within that carry the label. */
function* innerParts({ parts }: Choices, label: string): IterableIterator<Choices> {
  if (label === "" || label === "element") return;
  for (const part of parts) {
    if (part.label === label) yield part;
    else yield* innerParts(part, label);
  }
}

function* smallerNumbers(number: number): IterableIterator<number> {
  if (number > 0) yield 0;
  for (let away = number >> 1; away > 0; away = away >> 1) yield number - away;
}
