// Text in a person's language whose parts keep what they are, so that a page can set names, values and actions apart.

/** A part of a phrase. `words` are the page's; everything else is the document's own. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  /** An attribute, a variable, or a path. */
  | { readonly kind: "name"; readonly text: string }
  /** A number with its unit, a text, a literal. */
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "action"; readonly text: string }
  /** The id of a rule or constraint, to lead to it. */
  | { readonly kind: "rule" | "constraint"; readonly text: string };

export type Phrase = readonly Piece[];

export function words(text: string): Phrase {
  return text === "" ? [] : [{ kind: "words", text }];
}

export function piece(kind: Piece["kind"], text: string): Phrase {
  return [{ kind, text }];
}

/** A template of the wording, `{left} is below {right}`, with phrases in its places. Places without one stay empty. */
export function fill(template: string, parts: { readonly [place: string]: Phrase } = {}): Phrase {
  return template
    .split(/\{(\w+)\}/u)
    .flatMap((text, index) => (index % 2 === 0 ? words(text) : (parts[text] ?? [])));
}

/** Phrases one after the other, as the wording joins two, and the last two, of a list. */
export function listPhrase(
  phrases: readonly Phrase[],
  joints: { readonly between: string; readonly last: string },
): Phrase {
  return phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    return [...words(index === phrases.length - 1 ? joints.last : joints.between), ...phrase];
  });
}

/** The phrase without what its parts are. */
export function plainText(phrase: Phrase): string {
  return phrase.map(({ text }) => text).join("");
}

/** The phrase as the beginning of a sentence; a name of the document keeps its first letter. */
export function capitalised(phrase: Phrase): Phrase {
  const [first, ...others] = phrase;
  if (first === undefined || first.kind !== "words") return phrase;
  return [...words(first.text.charAt(0).toUpperCase() + first.text.slice(1)), ...others];
}
