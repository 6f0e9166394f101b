// Bahasa Indonesia, phrases: what reaches a message from elsewhere, and what is said beside messages. One file for each
// subject, joined here.
import { createPhraseBook, type Phrases } from "../phrase-book.ts";
import { decisionPhrases } from "./phrases-of-decisions.ts";
import { findingPhrases } from "./phrases-of-findings.ts";
import { pagePhrases } from "./phrases-of-pages.ts";
import { patternPhrases } from "./phrases-of-patterns.ts";
import { syntaxPhrases } from "./phrases-of-syntax.ts";
import { valuePhrases } from "./phrases-of-values.ts";

export const indonesianPhrases: Phrases = {
  ...valuePhrases,
  ...syntaxPhrases,
  ...findingPhrases,
  ...decisionPhrases,
  ...patternPhrases,
  ...pagePhrases,
};

const book = createPhraseBook(indonesianPhrases);

/** The phrase in Indonesian; as it is where the book does not have it. */
export function phrase(english: string): string {
  return book(english) ?? english;
}
