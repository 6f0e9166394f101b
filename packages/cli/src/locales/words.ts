// The words that a session speaks in. English is what the code says; another language is looked up in its book.
import { type Description, english, type Locale } from "@omega/core";
import type { Starters } from "../starters/starter.ts";
import type { Language } from "./language.ts";

/** Speaks a language: `phrase` knows core's words and the command line's own. */
export type Words = Locale;

/** The words of a language, loaded only where they are wanted. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case "en":
      return english;
    case "id":
      return (await import("./indonesian.ts")).indonesianWords;
  }
}

/** The words of a policy's page in a language; without them it is English. */
export async function loadWording({
  language,
}: Words): Promise<Description.PolicyDescription["wording"] | null> {
  return language === "id" ? (await import("./indonesian.ts")).indonesianWording : null;
}

/** The documents to begin with in a language. */
export async function loadStarters({ language }: Words): Promise<Starters> {
  return language === "id"
    ? (await import("./indonesian.ts")).indonesianStarters
    : (await import("../starters/starter.ts")).englishStarters;
}

/** A text of lines in these words. Lines of code frames stay as they are, for they are the author's. */
export function translateLines(text: string, words: Words): string {
  if (words.language === "en") return text;
  return text
    .split("\n")
    .map((line) => (isFrame(line) ? line : translateLine(line, words)))
    .join("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are written with
const color = /(\u001b\[\d+m)/;

function isFrame(line: string): boolean {
  return /^ *\d* *\|/.test(line.split(color).filter(isText).join(""));
}

/** Each stretch of one colour is a phrase, apart from what joins it to its neighbours. */
function translateLine(line: string, { phrase }: Words): string {
  return line
    .split(color)
    .map((piece) => {
      const [, before = "", words = "", after = ""] = /^([\s,;]*)(.*?)([\s,;]*)$/.exec(piece) ?? [];
      return words === "" || !isText(piece) ? piece : `${before}${phrase(words)}${after}`;
    })
    .join("");
}

function isText(piece: string): boolean {
  return !color.test(piece);
}
