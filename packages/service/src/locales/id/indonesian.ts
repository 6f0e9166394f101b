// Bahasa Indonesia for editors: core's words and those of the features in one book. Loaded only where people ask for it, as
// `@omega/service/locales/id`.
import { createPhraseBook, type Locale, type Phrases } from "@omega/core";
import { indonesian, indonesianPhrases } from "@omega/core/locales/id";
import { featurePhrases } from "./phrases-of-features.ts";
import { functionPhrases } from "./phrases-of-functions.ts";
import { keywordPhrases } from "./phrases-of-keywords.ts";
import { unitPhrases } from "./phrases-of-units.ts";

const phrases: Phrases = {
  ...indonesianPhrases,
  ...featurePhrases,
  ...functionPhrases,
  ...keywordPhrases,
  ...unitPhrases,
};

/** The phrase in Bahasa Indonesia; null where the book does not have it. */
export const indonesianEditorPhrase = createPhraseBook(phrases);

export const indonesianEditor: Locale = {
  ...indonesian,
  phrase: (english) => indonesianEditorPhrase(english) ?? english,
};
