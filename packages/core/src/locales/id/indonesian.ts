// Bahasa Indonesia. Loaded only where people ask for it, as `@omega/core/locales/id`.
import { type Locale, rulesByCode } from "../locale.ts";
import { documentStructure } from "./om1-document-structure.ts";
import { syntax } from "./om2-syntax.ts";
import { actions } from "./om3-actions.ts";
import { declarations } from "./om3-declarations.ts";
import { examples } from "./om3-examples.ts";
import { names } from "./om3-names.ts";
import { types } from "./om3-types.ts";
import { units } from "./om3-units.ts";
import { branches, conditions, constraints, rules } from "./om4-logic.ts";
import { expressions, loops, unreadNames } from "./om4-loops-names-expressions.ts";
import { governance } from "./om5-governance.ts";
import { evaluation } from "./om6-evaluation.ts";
import { configuration, exemptions } from "./om7-configuration.ts";
import { phrase } from "./phrases.ts";

export { indonesianPhrases } from "./phrases.ts";
export { indonesianWording } from "./wording.ts";

export const indonesian: Locale = {
  language: "id",
  rules: rulesByCode(
    documentStructure,
    syntax,
    names,
    types,
    units,
    declarations,
    actions,
    examples,
    conditions,
    branches,
    rules,
    constraints,
    loops,
    unreadNames,
    expressions,
    governance,
    evaluation,
    configuration,
    exemptions,
  ),
  phrase,
};
