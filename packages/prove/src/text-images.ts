// What lower, upper and trim make a text from: for a language of results, the language of texts that give one.
import { lowerCase, trimWhitespace, upperCase } from "@omega/core";
import {
  anything,
  choiceOf,
  type Language,
  literal,
  partsOfLanguage,
  sequence,
} from "./language.ts";
import type { TextMapping } from "./term.ts";

/** How a text is compared with one that is written out. */
export type TextTest = "equals" | "contains" | "starts" | "ends";

/** The texts whose image is in the language; null where no language says which. */
export function sourcesOf(mapping: TextMapping, language: Language): Language | null {
  return mapping === "trim" ? trimmedInto(language) : casedInto(casesOf(mapping), language);
}

/** The texts whose image is, holds, begins or ends with `wanted`; null where no language says which. */
export function sourcesOfTest(
  mapping: TextMapping,
  test: TextTest,
  wanted: string,
): Language | null {
  const opensBefore = test === "contains" || test === "ends";
  const opensAfter = test === "contains" || test === "starts";
  if (mapping !== "trim") return casedIntoText(casesOf(mapping), wanted, opensBefore, opensAfter);
  return trimmedInto(
    sequence(
      ...(opensBefore ? [anything] : []),
      literal(wanted),
      ...(opensAfter ? [anything] : []),
    ),
  );
}

// --- trim ---------------------------------------------------------------------------------------------------------

function trimmedInto(language: Language): Language {
  const space: Language = { kind: "set", ranges: whiteSpace() };
  const spaces: Language = { kind: "repeat", part: space, minimum: 0, maximum: null };
  const bare: Language = {
    kind: "both",
    parts: [
      language,
      { kind: "others", part: sequence(space, anything) },
      { kind: "others", part: sequence(anything, space) },
    ],
  };
  return sequence(spaces, bare, spaces);
}

const whiteSpace = once(() =>
  rangesOf(codePoints(0xffff).filter((code) => trimWhitespace(String.fromCodePoint(code)) === "")),
);

// --- lower and upper ----------------------------------------------------------------------------------------------

/** How single characters are mapped. */
interface Cases {
  /** What a character becomes, of those that become something else. */
  readonly images: ReadonlyMap<number, string>;
  /** The characters that become a text. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  /** Those that become several characters. */
  readonly widening: ReadonlyMap<number, readonly string[]>;
  /** Results of characters that depend on what stands beside them. */
  readonly contextual: ReadonlySet<string>;
}

/** Capital sigma becomes one or the other. */
const sigmas: ReadonlySet<string> = new Set(["\u03c3", "\u03c2"]);

/** No character beyond has a case. */
const lastCased = 0x1ffff;

function findCases(map: (text: string) => string, contextual: ReadonlySet<string>): Cases {
  const images = new Map<number, string>();
  const sources = new Map<string, number[]>();
  const widening = new Map<number, readonly string[]>();
  for (const code of codePoints(lastCased)) {
    const character = String.fromCodePoint(code);
    const image = map(character);
    if (image === character) continue;
    images.set(code, image);
    sources.set(image, [...(sources.get(image) ?? []), code]);
    if ([...image].length > 1) widening.set(code, [...image]);
  }
  return { images, sources, widening, contextual };
}

const lowerCases = once(() => findCases(lowerCase, sigmas));
const upperCases = once(() => findCases(upperCase, new Set()));

function casesOf(mapping: "lower" | "upper"): Cases {
  return mapping === "lower" ? lowerCases() : upperCases();
}

function casedIntoText(
  cases: Cases,
  wanted: string,
  opensBefore: boolean,
  opensAfter: boolean,
): Language | null {
  const characters = [...wanted];
  if (characters.some((character) => cases.contextual.has(character))) return null;
  const { length } = characters;
  /** The texts whose image is (or begins with) what is wanted from a position on. */
  const from: Language[] = [];
  from[length] = opensAfter ? anything : literal("");
  for (let at = length - 1; at >= 0; at--) {
    const ways: Language[] = [];
    for (let end = at + 1; end <= length; end++) {
      const set = setOf(sourcesOfCharacters(cases, characters.slice(at, end)));
      if (set !== null) ways.push(sequence(set, from[end] ?? anything));
    }
    const beyond = opensAfter ? widerThan(cases, characters.slice(at), 0) : null;
    if (beyond !== null) ways.push(sequence(beyond, anything));
    from[at] = choiceOf(...ways);
  }
  const whole = from[0] ?? anything;
  if (!opensBefore) return whole;
  const starts: Language[] = [whole];
  for (let end = 1; end <= length; end++) {
    // A character of which only the end is part of what is wanted.
    const straddling = [...cases.widening].filter(
      ([, image]) => image.length > end && endsWith(image, characters.slice(0, end)),
    );
    const set = setOf(straddling.map(([code]) => code));
    if (set !== null) starts.push(sequence(set, from[end] ?? anything));
  }
  const around = opensAfter ? widerThan(cases, characters, 1) : null;
  if (around !== null) starts.push(sequence(around, anything));
  return sequence(anything, choiceOf(...starts));
}

/** The characters whose image is these characters. */
function sourcesOfCharacters(
  { images, sources }: Cases,
  characters: readonly string[],
): readonly number[] {
  const mapped = sources.get(characters.join("")) ?? [];
  const [only] = characters;
  const code = only?.codePointAt(0);
  const itself = characters.length === 1 && code !== undefined && !images.has(code) ? [code] : [];
  return [...itself, ...mapped];
}

/** The characters whose image holds the characters from `first` on or later, and goes on after them. */
function widerThan(
  { widening }: Cases,
  characters: readonly string[],
  first: number,
): Language | null {
  if (characters.length === 0) return null;
  const wider = [...widening].filter(([, image]) =>
    image.some(
      (_, at) =>
        (first === 0 ? at === 0 : at >= first) &&
        at + characters.length < image.length &&
        characters.every((character, index) => image[at + index] === character),
    ),
  );
  return setOf(wider.map(([code]) => code));
}

function endsWith(image: readonly string[], characters: readonly string[]): boolean {
  const from = image.length - characters.length;
  return characters.every((character, index) => image[from + index] === character);
}

/** Character by character, where those that become several cannot be part of a result. */
function casedInto(cases: Cases, language: Language): Language | null {
  const taken: (readonly number[])[] = [];
  for (const part of partsOfLanguage(language)) {
    if (part.kind === "anything" || part.kind === "others" || part.kind === "both") return null;
    if (part.kind === "set") taken.push(part.ranges);
    if (part.kind === "text")
      for (const character of part.text) {
        const code = character.codePointAt(0) ?? 0;
        taken.push([code, code]);
      }
  }
  const canTake = (character: string): boolean =>
    taken.some((ranges) => holds(ranges, character.codePointAt(0) ?? 0));
  if ([...cases.contextual].some(canTake)) return null;
  if ([...cases.widening.values()].some((image) => image.every(canTake))) return null;
  return mapCharacters(cases, language);
}

function mapCharacters(cases: Cases, language: Language): Language {
  switch (language.kind) {
    case "set": {
      const { ranges } = language;
      const mapped = [...cases.images].flatMap(([code, image]) =>
        [...image].length === 1 && holds(ranges, image.codePointAt(0) ?? 0) ? [code] : [],
      );
      return { kind: "set", ranges: joined(without(ranges, cases.images), rangesOf(mapped)) };
    }
    case "text": {
      const sets = [...language.text].map((character) =>
        setOf(sourcesOfCharacters(cases, [character])),
      );
      const nothing: Language = { kind: "choice", parts: [] };
      return sequence(...sets.map((set) => set ?? nothing));
    }
    case "repeat":
    case "others":
      return { ...language, part: mapCharacters(cases, language.part) };
    case "sequence":
    case "choice":
    case "both":
      return { ...language, parts: language.parts.map((part) => mapCharacters(cases, part)) };
    case "anything":
      return language;
  }
}

// --- ranges -------------------------------------------------------------------------------------------------------

function codePoints(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, code) => code).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );
}

function rangesOf(codes: readonly number[]): readonly number[] {
  const ranges: number[] = [];
  for (const code of [...new Set(codes)].sort((first, second) => first - second)) {
    if (ranges.length > 0 && ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

function setOf(codes: readonly number[]): Language | null {
  return codes.length === 0 ? null : { kind: "set", ranges: rangesOf(codes) };
}

function holds(ranges: readonly number[], code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if ((ranges[index] ?? 0) <= code && code <= (ranges[index + 1] ?? -1)) return true;
  }
  return false;
}

function without(
  ranges: readonly number[],
  codes: ReadonlyMap<number, unknown>,
): readonly number[] {
  const left: number[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    let first = ranges[index] ?? 0;
    const last = ranges[index + 1] ?? first;
    const within = [...codes.keys()].filter((code) => first <= code && code <= last);
    for (const code of within.sort((one, other) => one - other)) {
      if (first < code) left.push(first, code - 1);
      first = code + 1;
    }
    if (first <= last) left.push(first, last);
  }
  return left;
}

function joined(first: readonly number[], second: readonly number[]): readonly number[] {
  const pairs: (readonly [number, number])[] = [];
  for (const ranges of [first, second]) {
    for (let index = 0; index < ranges.length; index += 2) {
      pairs.push([ranges[index] ?? 0, ranges[index + 1] ?? 0]);
    }
  }
  const result: number[] = [];
  for (const [start, end] of pairs.sort(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last + 1) result[result.length - 1] = Math.max(last, end);
    else result.push(start, end);
  }
  return result;
}

function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | null = null;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}
