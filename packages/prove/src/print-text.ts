// Texts and languages in SMT-LIB 2, and texts back from it.
import { lastKnownCharacter } from "./encode-pattern.ts";
import type { Language } from "./language.ts";

/** A text as the solver writes one: printable ASCII as it is, all else by number. */
export function printText(text: string): string {
  const characters = [...text].map((character) => {
    if (character === '"') return '""';
    return /^[ !#-[\]-~]$/u.test(character) ? character : escapeOf(character.codePointAt(0) ?? 0);
  });
  return `"${characters.join("")}"`;
}

function escapeOf(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

/** Whether the solver knows all characters of the text. */
export function isPrintable(text: string): boolean {
  return [...text].every((character) => (character.codePointAt(0) ?? 0) <= lastKnownCharacter);
}

/** The text of a literal as the solver writes it, quotation marks included. */
export function readText(written: string): string {
  return written
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/\\u(?:\{([0-9a-fA-F]{1,5})\}|([0-9a-fA-F]{4}))/g, (_, braced, four) =>
      String.fromCodePoint(Number.parseInt(braced ?? four, 16)),
    );
}

export function printLanguage(language: Language): string {
  switch (language.kind) {
    case "set":
      return union(rangesIn(language.ranges));
    case "text":
      return `(str.to_re ${printText(language.text)})`;
    case "anything":
      return "re.all";
    case "sequence":
      return joined("re.++", language.parts.map(printLanguage), '(str.to_re "")');
    case "choice":
      return union(language.parts.map(printLanguage));
    case "both":
      return joined("re.inter", language.parts.map(printLanguage), "re.all");
    case "others":
      return `(re.comp ${printLanguage(language.part)})`;
    case "repeat": {
      const { minimum, maximum } = language;
      const part = printLanguage(language.part);
      if (maximum !== null) return `((_ re.loop ${minimum} ${maximum}) ${part})`;
      if (minimum === 0) return `(re.* ${part})`;
      if (minimum === 1) return `(re.+ ${part})`;
      return `(re.++ ((_ re.loop ${minimum} ${minimum}) ${part}) (re.* ${part}))`;
    }
  }
}

function rangesIn(ranges: readonly number[]): readonly string[] {
  const printed: string[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    const [first, last] = [ranges[index] ?? 0, ranges[index + 1] ?? 0].map((code) =>
      printText(String.fromCodePoint(code)),
    );
    printed.push(first === last ? `(str.to_re ${first})` : `(re.range ${first} ${last})`);
  }
  return printed;
}

function union(parts: readonly string[]): string {
  return joined("re.union", parts, "re.none");
}

function joined(operator: string, parts: readonly string[], empty: string): string {
  const [first = empty] = parts;
  return parts.length < 2 ? first : `(${operator} ${parts.join(" ")})`;
}
