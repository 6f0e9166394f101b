// Symbols that authors bring from other languages and from word processors, and what OMEGA writes instead: for the lexer.
import { isIdentifierPart } from "../source/unicode.ts";
import { isLineBreak } from "./characters.ts";
import type { Keyword, TokenKind } from "./token.ts";

/** A foreign symbol: how long it is, what to write instead, and the token it stands for (null for none). */
export interface ForeignSymbol {
  readonly length: number;
  readonly replacement: string;
  readonly kind: TokenKind | null;
  readonly keyword: Keyword | null;
}

/** Longer ones before those they begin with. */
const symbols: readonly (readonly [string, TokenKind | null, string, Keyword | null])[] = [
  ["===", "==", "==", null],
  ["!==", "!=", "!=", null],
  ["<>", "!=", "!=", null],
  ["=<", "<=", "<=", null],
  [":=", "=", "=", null],
  ["->", "=>", "=>", null],
  ["&&", "word", "AND", "AND"],
  ["&", "word", "AND", "AND"],
  ["||", "word", "OR", "OR"],
  ["!", "word", "NOT", "NOT"],
  [";", null, "", null],
  ["≥", ">=", ">=", null],
  ["⩾", ">=", ">=", null],
  ["≤", "<=", "<=", null],
  ["⩽", "<=", "<=", null],
  ["≠", "!=", "!=", null],
  ["→", "=>", "=>", null],
  ["⇒", "=>", "=>", null],
  ["×", "*", "*", null],
  ["÷", "/", "/", null],
  ["−", "-", "-", null],
  ["–", "-", "-", null],
  ["—", "-", "-", null],
  ["∧", "word", "AND", "AND"],
  ["∨", "word", "OR", "OR"],
  ["¬", "word", "NOT", "NOT"],
  ["∈", "word", "IN", "IN"],
];

/** Opening quotation marks and the marks that close them. */
const quotes: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ["“", "”"],
  ["„", "“”"],
  ["”", "”"],
  ["‘", "’"],
  ["’", "’"],
  ["«", "»"],
]);

/** The foreign symbol or foreign quotation at `at`; null where there is neither. */
export function readForeignSymbol(text: string, at: number, end: number): ForeignSymbol | null {
  for (const [written, kind, replacement, keyword] of symbols) {
    if (!text.startsWith(written, at)) continue;
    const { length } = written;
    // A word needs room: `!Ready` is `NOT Ready`.
    const left = keyword !== null && isIdentifierPart(text.charCodeAt(at - 1)) ? " " : "";
    const right = keyword !== null && text.charCodeAt(at + length) > 0x20 ? " " : "";
    return { length, replacement: left + replacement + right, kind, keyword };
  }
  const closing = quotes.get(text.charAt(at));
  // An apostrophe within a word opens nothing.
  if (closing === undefined || (at > 0 && isIdentifierPart(text.charCodeAt(at - 1)))) return null;
  for (let offset = at + 1; offset < end && !isLineBreak(text.charCodeAt(offset)); offset++) {
    if (!closing.includes(text.charAt(offset))) continue;
    const replacement = JSON.stringify(text.slice(at + 1, offset));
    return { length: offset + 1 - at, replacement, kind: "text", keyword: null };
  }
  return null;
}
