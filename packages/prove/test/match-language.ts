// Which texts are of a language, tried the plain way: every place to which each part can go on.
import type { Language } from "../src/language.ts";

/** Whether the text, all of it, is of the language. */
export function matchesWhole(text: string, language: Language): boolean {
  const characters = [...text].map((character) => character.codePointAt(0) ?? 0);
  return endsFrom(characters, 0, language).has(characters.length);
}

/** Where what the language takes from `start` on may end. */
function endsFrom(
  characters: readonly number[],
  start: number,
  language: Language,
): ReadonlySet<number> {
  switch (language.kind) {
    case "set": {
      const code = characters[start];
      const { ranges } = language;
      const isIn = ranges.some(
        (first, index) =>
          index % 2 === 0 &&
          code !== undefined &&
          first <= code &&
          code <= (ranges[index + 1] ?? 0),
      );
      return new Set(isIn ? [start + 1] : []);
    }
    case "text": {
      const wanted = [...language.text].map((character) => character.codePointAt(0) ?? 0);
      const isHere = wanted.every((code, index) => characters[start + index] === code);
      return new Set(isHere ? [start + wanted.length] : []);
    }
    case "anything":
      return new Set(placesFrom(characters, start));
    case "sequence":
      return language.parts.reduce<ReadonlySet<number>>(
        (starts, part) => onFrom(characters, starts, part),
        new Set([start]),
      );
    case "choice":
      return new Set(language.parts.flatMap((part) => [...endsFrom(characters, start, part)]));
    case "both": {
      const ends = language.parts.map((part) => endsFrom(characters, start, part));
      return new Set(
        placesFrom(characters, start).filter((end) => ends.every((found) => found.has(end))),
      );
    }
    case "others": {
      const ends = endsFrom(characters, start, language.part);
      return new Set(placesFrom(characters, start).filter((end) => !ends.has(end)));
    }
    case "repeat": {
      const { part, minimum, maximum } = language;
      let now: ReadonlySet<number> = new Set([start]);
      const found = new Set(minimum === 0 ? [start] : []);
      const most = maximum ?? minimum + characters.length + 1;
      for (let times = 1; times <= most && now.size > 0; times++) {
        now = onFrom(characters, now, part);
        if (times >= minimum) for (const end of now) found.add(end);
      }
      return found;
    }
  }
}

function onFrom(
  characters: readonly number[],
  starts: ReadonlySet<number>,
  part: Language,
): ReadonlySet<number> {
  return new Set([...starts].flatMap((start) => [...endsFrom(characters, start, part)]));
}

function placesFrom(characters: readonly number[], start: number): readonly number[] {
  return Array.from({ length: characters.length - start + 1 }, (_, index) => start + index);
}
