// The words that a session speaks in. English is what the code says; another language is looked up in its book.
import { english, type Locale } from "@omega/core";
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

/**
 * A text of lines in these words. What stands around a whole line, colours or spaces, stays, and so do lines of code
 * frames, which are the author's.
 */
export function translateLines(text: string, { language, phrase }: Words): string {
  if (language === "en") return text;
  return text
    .split("\n")
    .map((line) => {
      const [, before = "", words = "", after = ""] = surrounded.exec(line) ?? [];
      return /^\d* *\|/.test(words) ? line : `${before}${phrase(words)}${after}`;
    })
    .join("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with
const surrounded = /^((?:\u001b\[\d+m| )*)(.*?)((?:\u001b\[\d+m| )*)$/;
