// The language that a client is spoken to in. English is there; another one is loaded when somebody asks for it.
import { english, type Locale } from "@omega/core";

/** The locale of a language tag as editors give it, `id` or `id-ID`; English where there is none of it. */
export async function loadLocale(tag: string): Promise<Locale> {
  if (!/^id(?:$|[-_])/i.test(tag)) return english;
  const { indonesianEditor } = await import("@omega/service/locales/id");
  return indonesianEditor;
}
