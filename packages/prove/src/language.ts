// Languages: sets of texts that a text may be one of, as regular expressions over code points.

export type Language =
  /** One character; inclusive ranges of code points, `[first, last, first, last, …]`, ascending and apart. */
  | { readonly kind: "set"; readonly ranges: readonly number[] }
  | { readonly kind: "text"; readonly text: string }
  /** Every text. */
  | { readonly kind: "anything" }
  | { readonly kind: "sequence" | "choice" | "both"; readonly parts: readonly Language[] }
  /** `maximum` is null where there is no bound. */
  | {
      readonly kind: "repeat";
      readonly part: Language;
      readonly minimum: number;
      readonly maximum: number | null;
    }
  | { readonly kind: "others"; readonly part: Language };

export const anything: Language = { kind: "anything" };

export function sequence(...parts: readonly Language[]): Language {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "sequence", parts };
}

export function choiceOf(...parts: readonly Language[]): Language {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "choice", parts };
}

export function literal(text: string): Language {
  return { kind: "text", text };
}

/** Each part of the language, itself included, once for each place it stands at. */
export function* partsOfLanguage(language: Language): Iterable<Language> {
  yield language;
  switch (language.kind) {
    case "sequence":
    case "choice":
    case "both":
      for (const part of language.parts) yield* partsOfLanguage(part);
      break;
    case "repeat":
    case "others":
      yield* partsOfLanguage(language.part);
      break;
    case "set":
    case "text":
    case "anything":
  }
}
