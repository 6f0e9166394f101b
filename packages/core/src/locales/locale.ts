// In which language people are spoken to. The registry is English; a locale has what it says in another language.
import type { DiagnosticCode, DiagnosticRule, Statement } from "../diagnostics/diagnostic.ts";

/** What a translation says of one code. */
export interface TranslatedRule<Parameters> {
  readonly code: DiagnosticCode;
  /** Of which English it is a translation: a hash that a test compares, so that a change to the English is noticed. */
  readonly of: string;
  readonly title: string;
  readonly explanation: string;
  /** `say` gives what another diagnostic says, for those that quote one. */
  readonly message: (parameters: Parameters, say: (statement: Statement) => string) => string;
}

/** A translation of every rule of a family of the registry, under the family's own names. */
export type TranslatedFamily<Family> = {
  readonly [Name in keyof Family as Family[Name] extends DiagnosticRule<never>
    ? Name
    : never]: Family[Name] extends DiagnosticRule<infer Parameters>
    ? TranslatedRule<Parameters>
    : never;
};

export interface Locale {
  /** As in BCP 47: `id`. */
  readonly language: string;
  /** By code; empty in English, which the registry speaks itself. */
  readonly rules: Readonly<Record<string, TranslatedRule<never>>>;
  /** The phrase in this language; as it is where the locale does not have it. */
  readonly phrase: (english: string) => string;
}

/** The language of the registry. */
export const english: Locale = { language: "en", rules: {}, phrase: (text) => text };

/** The translations of some families by code. */
export function rulesByCode(
  ...families: readonly Readonly<Record<string, TranslatedRule<never>>>[]
): Locale["rules"] {
  return Object.fromEntries(
    families.flatMap((family) => Object.values(family)).map((rule) => [rule.code, rule]),
  );
}
