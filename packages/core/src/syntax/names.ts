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
