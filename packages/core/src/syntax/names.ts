// What an identifier is. The one place that says so, for the lexer, the printer and tools that build names.
import { isIdentifierPart, isIdentifierStart } from "../source/unicode.ts";

/** True when `text` is a letter or `_`, then letters, digits and `_`. */
export function isIdentifier(text: string): boolean {
  let first = true;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!(first ? isIdentifierStart(codePoint) : isIdentifierPart(codePoint))) return false;
    first = false;
  }
  return !first;
}

/** The identifiers of a text, in order, whatever else stands between them. */
export function identifiersIn(text: string): readonly string[] {
  const identifiers: string[] = [];
  let current = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (current === "" ? isIdentifierStart(codePoint) : isIdentifierPart(codePoint)) {
      current += character;
    } else if (current !== "") {
      identifiers.push(current);
      current = "";
    }
  }
  return current === "" ? identifiers : [...identifiers, current];
}
