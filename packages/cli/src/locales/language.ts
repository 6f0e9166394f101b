// Which language people want to be spoken to in: `--locale`, else what the environment says.
import type { Host } from "../host.ts";

export const languages = ["en", "id"] as const;

export type Language = (typeof languages)[number];

/** In which order POSIX has them, after our own for systems and pipelines that set none of them. */
const variables = ["OMEGA_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"] as const;

/**
 * The language to speak: looked up before arguments are parsed, so that what is wrong with them is told in it. `id`,
 * `id_ID.UTF-8` and the older code `in` mean Indonesian, anything else English.
 */
export function languageOf(argv: readonly string[], environment: Host["environment"]): Language {
  const set = variables.map((name) => environment[name]).find((value) => (value ?? "") !== "");
  return readLanguage(localeOption(argv) ?? set ?? "en");
}

/** The value of the last `--locale`; what stands behind a `--` is no option. */
function localeOption(argv: readonly string[]): string | null {
  const end = argv.indexOf("--");
  const options = end === -1 ? argv : argv.slice(0, end);
  let value: string | null = null;
  options.forEach((argument, index) => {
    if (argument === "--locale") value = options[index + 1] ?? value;
    else if (argument.startsWith("--locale=")) value = argument.slice("--locale=".length);
  });
  return value;
}

/** The language of a locale's name. */
export function readLanguage(locale: string): Language {
  return /^(?:id|in)(?![a-z])/i.test(locale) ? "id" : "en";
}
