// A diagnostic in another language: its message from the locale's own words, everything else phrase by phrase.
import type { Diagnostic, Statement } from "../diagnostics/diagnostic.ts";
import type { Locale } from "./locale.ts";

/** The same diagnostic with its message, the messages of related places and the titles of fixes in the locale. */
export function localizeDiagnostic(diagnostic: Diagnostic, locale: Locale): Diagnostic {
  if (locale.language === "en") return diagnostic;
  const { phrase } = locale;
  return {
    ...diagnostic,
    message: say(diagnostic, locale),
    related: diagnostic.related.map((place) => ({
      ...place,
      message: place.statement === undefined ? phrase(place.message) : say(place.statement, locale),
    })),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, title: phrase(fix.title) })),
  };
}

function say({ code, message, parameters }: Statement, locale: Locale): string {
  const rule = locale.rules[code];
  if (rule === undefined || parameters === undefined) return locale.phrase(message);
  // A diagnostic's parameters are those of its own rule, and a translation takes what its rule takes.
  return rule.message(parameters as never, (statement) => say(statement, locale));
}
