// The words of the language, as docs/language/keywords.md lists them.
import {
  contextualKeywords,
  keywordMeanings,
  reservedWords,
  sectionKeywords,
  sectionMeanings,
} from "@omega/core";

/** Three tables: headers, reserved words, and words with a meaning in their place. */
export function keywordTable(): string {
  return [
    "## Sections",
    table(sectionKeywords.map((word) => [word, sectionMeanings[word]])),
    "## Reserved words",
    "Never names, in any case. Backticks quote them.",
    table(reservedWords.map((word) => [word, keywordMeanings[word]])),
    "## Words with a meaning in their place",
    "Names may be called so.",
    table(contextualKeywords.map((word) => [word, keywordMeanings[word]])),
  ].join("\n\n");
}

function table(rows: readonly (readonly [string, string])[]): string {
  return [
    "| word | meaning |",
    "|---|---|",
    ...rows.map(([word, text]) => `| \`${word}\` | ${text} |`),
  ].join("\n");
}
