// Bahasa Indonesia. Loaded only where people ask for it, as `@omega/core/locales/id`.
import { type Locale, rulesByCode } from "../locale.ts";
import { documentStructure } from "./om1-document-structure.ts";
import { syntax } from "./om2-syntax.ts";
import { phrase } from "./phrases.ts";

export { indonesianPhrases } from "./phrases.ts";

export const indonesian: Locale = {
  language: "id",
  rules: rulesByCode(documentStructure, syntax),
  phrase,
};
