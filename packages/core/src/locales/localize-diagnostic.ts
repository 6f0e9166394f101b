// A diagnostic in another language: its message from the locale's own words, everything else phrase by phrase.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Locale } from "./locale.ts";

/** The same diagnostic with its message, the messages of related places and the titles of fixes in the locale. */
export function localizeDiagnostic(diagnostic: Diagnostic, locale: Locale): Diagnostic {
  if (locale.language === "en") return diagnostic;
  const { phrase } = locale;
  return {
    ...diagnostic,
    message: localizedMessage(diagnostic, locale),
    related: diagnostic.related.map((place) => ({ ...place, message: phrase(place.message) })),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, title: phrase(fix.title) })),
  };
}

/** What the diagnostic says, in the locale. */
export function localizedMessage(
  { code, message, parameters }: Pick<Diagnostic, "code" | "message" | "parameters">,
  { rules, phrase }: Pick<Locale, "rules" | "phrase">,
): string {
  const rule = rules[code];
  if (rule === undefined || parameters === undefined) return phrase(message);
  // A diagnostic's parameters are those of its own rule, and a translation takes what its rule takes.
  return rule.message(parameters as never);
}
