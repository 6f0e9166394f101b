// The tokens of formal items, and the lookup of keywords by their letters: what the lexer makes and the parsers read.
import { contextualKeywords, reservedWords } from "./keywords.ts";

/** A keyword in its canonical case. */
export type Keyword = (typeof reservedWords)[number] | (typeof contextualKeywords)[number];

/** Symbols are kinds by themselves. */
type SymbolKind =
  | "("
  | ")"
  | "["
  | "]"
  | "{"
  | "}"
  | ","
  | ":"
  | "::"
  | "."
  | ".."
  | "|"
  | "=>"
  | "="
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "?";

/**
 * - `bullet`: a `-` that begins an item, the first of its line;
 * - `word`: an identifier or keyword; `quoted`: a name in backticks;
 * - `invalid`: something the lexer has reported; `end`: the end of the item.
 */
export type TokenKind =
  | SymbolKind
  | "bullet"
  | "word"
  | "quoted"
  | "number"
  | "text"
  | "invalid"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The keyword a word is, wherever it stands; null for names and all other tokens. */
  readonly keyword: Keyword | null;
  /** Where a number's digits end and its unit begins; where the characters between quotes end; else the end. */
  readonly contentEnd: number;
  /** The first of its line. True of the item's first token. */
  readonly firstOnLine: boolean;
  /** How far its line is indented; -1 on the item's first line, which only the splitter sees whole. */
  readonly indent: number;
}

/** A comment among the tokens, with the token that follows it. */
export interface Comment {
  readonly text: string;
  /** Index of the next token. */
  readonly next: number;
  /** True when it has a line to itself. */
  readonly ownLine: boolean;
}

const HASH_FACTOR = 31;

/** Adds a code unit to a word's hash, letters without their case. */
export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, HASH_FACTOR) + (code | 0x20)) | 0;
}

const keywordsByHash: ReadonlyMap<number, Keyword> = new Map(
  [...reservedWords, ...contextualKeywords].map((keyword) => {
    let hash = 0;
    for (let index = 0; index < keyword.length; index++) {
      hash = addToHash(hash, keyword.charCodeAt(index));
    }
    return [hash, keyword];
  }),
);

/** The keyword that the letters from `start` to `end` with that hash spell in any case (`UNKNOWN` in capitals only). */
export function keywordAt(text: string, start: number, end: number, hash: number): Keyword | null {
  const keyword = keywordsByHash.get(hash);
  if (keyword === undefined || keyword.length !== end - start) return null;
  const caseBit = keyword === "UNKNOWN" ? 0 : 0x20;
  for (let index = 0; index < keyword.length; index++) {
    if ((text.charCodeAt(start + index) | caseBit) !== (keyword.charCodeAt(index) | caseBit))
      return null;
  }
  return keyword;
}
