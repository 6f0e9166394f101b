// Names where only a name can stand: variables, fields, labels, actions of a list.
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import {
  advance,
  type Cursor,
  current,
  emptySpan,
  failExpected,
  nameOf,
  report,
  tokenText,
} from "./cursor.ts";
import { reservedWords } from "./keywords.ts";
import type { Keyword, Token } from "./token.ts";
import type { Name } from "./tree.ts";

const reserved: ReadonlySet<Keyword> = new Set(reservedWords);

/** True of a word that is not reserved, and of a name in backticks. */
export function isName(token: Token): boolean {
  if (token.kind === "quoted") return true;
  if (token.kind !== "word") return false;
  return token.keyword === null || (!isReserved(token) && token.keyword !== "UNKNOWN");
}

/** True of a word that is never a name. */
export function isReserved(token: Token): boolean {
  return token.keyword !== null && reserved.has(token.keyword);
}

/**
 * Reads a name. A reserved word is taken for the name it was meant as and reported; anything else gives up:
 * `expected` says what was wanted.
 */
export function parseName(cursor: Cursor, expected: string): Name {
  const token = current(cursor);
  if (token.kind === "word" && (isReserved(token) || token.keyword === "UNKNOWN")) {
    const word = tokenText(cursor, token);
    report(cursor, syntaxDiagnostics.reservedName, span(token.start, token.end), { word });
    return nameOf(cursor, advance(cursor));
  }
  if (isName(token)) return nameOf(cursor, advance(cursor));
  failExpected(cursor, expected);
  return { kind: "name", text: "", span: emptySpan(cursor) };
}
