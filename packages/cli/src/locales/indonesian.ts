// Bahasa Indonesia for the command line: core's words and those of commands in one book.
import { createPhraseBook } from "@omega/core";
import { indonesian, indonesianPhrases } from "@omega/core/locales/id";
import { phrases } from "./id/phrases.ts";
import type { Words } from "./words.ts";

const book = createPhraseBook({ ...indonesianPhrases, ...phrases });

export { indonesianWording } from "@omega/core/locales/id";
export { indonesianStarters } from "./id/starters.ts";

export const indonesianWords: Words = { ...indonesian, phrase: (text) => book(text) ?? text };
