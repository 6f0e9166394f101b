// A book of phrases: English texts and templates with what they are in another language. For the words that reach a
// message from elsewhere (titles of fixes, kinds of values, what the parser expected), and for a host's own words.

/**
 * English and the other language, side by side. A hole, `{name}`, stands for a piece that is kept as it is; `{=name}`
 * for one that is itself a phrase of the book, `{#name}` for digits, `{!name}` for a
 * single word, or keywords in capitals. Both sides name the same holes, in any order.
 */
export type Phrases = Readonly<Record<string, string>>;

/** What an English text is in the other language; null where the book does not have it. */
export type PhraseBook = (text: string) => string | null;

/** Makes a book of phrases. A text that it has as it stands is that; of two templates the more specific is meant. */
export function createPhraseBook(phrases: Phrases): PhraseBook {
  const whole = new Map<string, string>();
  const templates: Entry[] = [];
  for (const [english, translation] of Object.entries(phrases)) {
    const from = readTemplate(english);
    if (from.holes.length === 0) whole.set(english, translation);
    else templates.push({ from, to: readTemplate(translation) });
  }
  templates.sort((first, second) => weightOf(second) - weightOf(first));

  function lookUp(text: string, depth: number, known: Map<string, string | null>): string | null {
    const found = whole.get(text) ?? known.get(text);
    if (found !== undefined) return found;
    known.set(text, null);
    const answer = fillTemplate(text, depth, known);
    known.set(text, answer);
    return answer;
  }

  function fillTemplate(
    text: string,
    depth: number,
    known: Map<string, string | null>,
  ): string | null {
    if (depth > DEEPEST) return null;
    for (const { from, to } of templates) {
      const values = match(text, from.pieces)?.map((value, index) => {
        switch (from.holes[index]?.kind) {
          case "phrase":
            return lookUp(value, depth + 1, known);
          case "number":
            return /^\d+$/.test(value) ? value : null;
          case "word":
            return /^(?:\S+|[A-Z]+(?: [A-Z]+)+)$/.test(value) ? value : null;
          default:
            return value;
        }
      });
      if (values !== undefined && isComplete(values)) return write(to, from, values);
    }
    return null;
  }

  return (text) => lookUp(text, 0, new Map());
}

/** Phrases within phrases; beyond it nothing is meant to be one. */
const DEEPEST = 8;

function isComplete(values: readonly (string | null)[]): values is readonly string[] {
  return !values.includes(null);
}

interface Hole {
  readonly name: string;
  readonly kind: "text" | "phrase" | "number" | "word";
}

/** One piece more than holes. */
interface Template {
  readonly pieces: readonly string[];
  readonly holes: readonly Hole[];
}

interface Entry {
  readonly from: Template;
  readonly to: Template;
}

const kindsOfHole: Readonly<Record<string, Hole["kind"]>> = {
  "=": "phrase",
  "#": "number",
  "!": "word",
};

/** Reads `a list of {=what}`. */
function readTemplate(text: string): Template {
  const pieces: string[] = [];
  const holes: Hole[] = [];
  let from = 0;
  for (const found of text.matchAll(/\{([=#!]?)([a-z]\w*)\}/gi)) {
    pieces.push(text.slice(from, found.index));
    holes.push({ name: found[2] ?? "", kind: kindsOfHole[found[1] ?? ""] ?? "text" });
    from = found.index + found[0].length;
  }
  return { pieces: [...pieces, text.slice(from)], holes };
}

/** How much of a template is fixed: of two that match, the one that says more is meant. */
function weightOf({ from }: Entry): number {
  return from.pieces.reduce((sum, piece) => sum + piece.length, 0);
}

/** What stands in the holes, each as short as the piece behind it allows; null where the text is another. */
function match(text: string, pieces: readonly string[]): readonly string[] | null {
  const first = pieces[0] ?? "";
  const last = pieces[pieces.length - 1] ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values: string[] = [];
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return null;
    values.push(text.slice(at, found));
    at = found + piece.length;
  }
  if (at > end) return null;
  return [...values, text.slice(at, end)];
}

/** The translation with the values of the holes of the original. */
function write(to: Template, from: Template, values: readonly string[]): string {
  let text = to.pieces[0] ?? "";
  to.holes.forEach(({ name }, index) => {
    text += values[from.holes.findIndex((hole) => hole.name === name)] ?? "";
    text += to.pieces[index + 1] ?? "";
  });
  return text;
}
