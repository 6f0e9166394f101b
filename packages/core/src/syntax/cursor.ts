// Where a parser stands in an item's tokens, and how it fails: one report, then silence until the next nested item.
import type { DiagnosticRule, Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { readUnitAt } from "../semantics/units/unit.ts";
import { type Span, span } from "../source/span.ts";
import type { LexedItem } from "./lexer.ts";
import { maximumDepth } from "./limits.ts";
import { decodeText } from "./text-literal.ts";
import type { Keyword, Token, TokenKind } from "./token.ts";
import type { Name } from "./tree.ts";

/** The parsers' one mutable thing. */
export interface Cursor extends LexedItem {
  readonly reporter: Reporter;
  /** The token to read next. */
  index: number;
  /** After a syntax error every token reads as the end, so that whoever was parsing unwinds without a word. */
  failed: boolean;
  /** Nested too deeply: nothing more of the item is read. */
  exhausted: boolean;
  /** Offset of the innermost item being parsed: the scope of an error. */
  itemStart: number;
  /** How many brackets, blocks and prefix operators are open. */
  depth: number;
  /** Whether the innermost bracket is a block's brace: a `-` on the line may then begin an item. */
  inBlock: boolean;
  /** Height of the expression parsed last, which long chains raise without nesting. */
  height: number;
}

const nothing: Token = {
  kind: "end",
  start: 0,
  end: 0,
  contentEnd: 0,
  keyword: null,
  firstOnLine: false,
  indent: -1,
};

/** A cursor on the first token. */
export function createCursor(lexed: LexedItem, reporter: Reporter): Cursor {
  return {
    text: lexed.text,
    from: lexed.from,
    tokens: lexed.tokens,
    comments: lexed.comments,
    closings: lexed.closings,
    errors: lexed.errors,
    reporter,
    index: 0,
    failed: false,
    exhausted: false,
    itemStart: 0,
    depth: 0,
    inBlock: false,
    height: 0,
  };
}

// ---- reading -----------------------------------------------------------------------------------------------------

/** The token to read next; the end after a failure. */
export function current(cursor: Cursor): Token {
  return cursor.failed ? nothing : (cursor.tokens[cursor.index] ?? nothing);
}

/** The token `ahead` further on; the end beyond the last. */
export function peek(cursor: Cursor, ahead: number): Token {
  return cursor.failed ? nothing : (cursor.tokens[cursor.index + ahead] ?? nothing);
}

/** Reads the next token; the end is never passed. */
export function advance(cursor: Cursor): Token {
  const token = current(cursor);
  if (token.kind !== "end") cursor.index++;
  return token;
}

/** True when the next token is of that kind. */
export function isAt(cursor: Cursor, kind: TokenKind): boolean {
  return current(cursor).kind === kind;
}

/** True when the next token is that keyword. */
export function isAtKeyword(cursor: Cursor, keyword: Keyword): boolean {
  return current(cursor).keyword === keyword;
}

/** Reads a token of that kind if it is the next. */
export function accept(cursor: Cursor, kind: TokenKind): boolean {
  if (current(cursor).kind !== kind) return false;
  cursor.index++;
  return true;
}

/** Reads that keyword if it is the next token. */
export function acceptKeyword(cursor: Cursor, keyword: Keyword): boolean {
  if (current(cursor).keyword !== keyword) return false;
  cursor.index++;
  return true;
}

/** Where the next token begins. */
export function startOf(cursor: Cursor): number {
  return (cursor.tokens[cursor.index] ?? nothing).start;
}

/**
 * The span from `start` to the end of the token read last. Where nothing has been read since `start`, it is empty and
 * stands behind that token, so that it lies within whatever is being read.
 */
export function spanFrom(cursor: Cursor, start: number): Span {
  const end = cursor.tokens[cursor.index - 1]?.end ?? cursor.from;
  return span(Math.min(start, end), end);
}

/** The empty span where something was expected and is missing. */
export function emptySpan(cursor: Cursor): Span {
  return spanFrom(cursor, startOf(cursor));
}

/** The characters of a token as they are written. */
export function tokenText(cursor: Cursor, token: Token): string {
  return cursor.text.slice(token.start, token.end);
}

/** What a text or a name in backticks says. */
export function contentOf(cursor: Cursor, token: Token): string {
  if (token.kind === "text") return decodeText(cursor.text, token.start + 1, token.contentEnd);
  if (token.kind === "quoted") return cursor.text.slice(token.start + 1, token.contentEnd);
  return tokenText(cursor, token);
}

/** The name a word, a name in backticks or a text stands for. */
export function nameOf(cursor: Cursor, token: Token): Name {
  return { kind: "name", text: contentOf(cursor, token), span: span(token.start, token.end) };
}

// ---- failing -----------------------------------------------------------------------------------------------------

/** Reports without giving up, unless the item has failed. For mistakes whose meaning is clear. */
export function report<Parameters>(
  cursor: Cursor,
  rule: DiagnosticRule<Parameters>,
  at: Span,
  parameters: Parameters,
): void {
  if (!cursor.failed) cursor.reporter.report(rule, at, parameters);
}

/** Gives up the innermost item; says why unless the lexer has already reported an error in it before this place. */
export function fail<Parameters>(
  cursor: Cursor,
  rule: DiagnosticRule<Parameters>,
  at: Span,
  parameters: Parameters,
): void {
  if (cursor.failed) return;
  const reach = Math.max(at.end, startOf(cursor));
  if (lastErrorUpTo(cursor.errors, reach) < cursor.itemStart) {
    cursor.reporter.report(rule, at, parameters);
  }
  cursor.failed = true;
}

/** The greatest of the ascending offsets that is at most `offset`, or -1. */
function lastErrorUpTo(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? -1;
}

/** Gives up because something else was expected: `THEN after the condition`. */
export function failExpected(cursor: Cursor, expected: string): void {
  if (cursor.failed) return;
  const token = current(cursor);
  const before = cursor.tokens[cursor.index - 1];
  if (token.kind === "=>" && before !== undefined && endsOperand(before)) {
    const parameters = { written: "=>", replacement: ">=" };
    fail(cursor, syntaxDiagnostics.foreignSymbol, span(token.start, token.end), parameters);
    return;
  }
  if (before?.kind === "number" && before.end === before.contentEnd && token.kind === "word") {
    const unit = readUnitAt(cursor.text, token.start);
    if (unit !== null && token.start + unit.length >= token.end) {
      const at = span(before.start, token.start + unit.length);
      const joined = tokenText(cursor, before) + cursor.text.slice(token.start, at.end);
      fail(cursor, syntaxDiagnostics.separatedUnit, at, { joined });
      return;
    }
  }
  const { kind } = token;
  if (cursor.depth === 0 && (kind === ")" || kind === "]" || kind === "}")) {
    const at = span(token.start, token.end);
    fail(cursor, syntaxDiagnostics.strayBracket, at, { written: kind });
    return;
  }
  const atEnd = kind === "end" || kind === "bullet";
  const place = atEnd && before !== undefined ? before.end : token.start;
  const at = atEnd ? span(place, place) : span(token.start, token.end);
  fail(cursor, syntaxDiagnostics.expected, at, {
    expected,
    found: atEnd ? null : tokenText(cursor, token),
  });
}

/** Whether a comparison may follow the token. */
function endsOperand({ kind }: Token): boolean {
  switch (kind) {
    case "word":
    case "quoted":
    case "number":
    case "text":
    case ")":
    case "]":
      return true;
    default:
      return false;
  }
}

/** Reads a token of that kind, or gives up. */
export function expect(cursor: Cursor, kind: TokenKind, expected: string): boolean {
  if (accept(cursor, kind)) return true;
  failExpected(cursor, expected);
  return false;
}

/** Reads that keyword, or gives up. */
export function expectKeyword(cursor: Cursor, keyword: Keyword, expected: string): boolean {
  if (acceptKeyword(cursor, keyword)) return true;
  failExpected(cursor, expected);
  return false;
}

/** Reads the bracket that closes the one at `opening`, or gives up at the one that was never closed. */
export function expectClosing(
  cursor: Cursor,
  kind: ")" | "]" | "}",
  opening: Token,
  expected: string,
): void {
  if (accept(cursor, kind)) return;
  const { kind: found, keyword } = current(cursor);
  const runsOut = found === "end" || found === "bullet" || found === "}" || keyword === "THEN";
  if (!runsOut) {
    failExpected(cursor, expected);
    return;
  }
  const written = tokenText(cursor, opening);
  fail(cursor, syntaxDiagnostics.unclosedBracket, span(opening.start, opening.end), {
    written,
    closing: kind,
  });
}

// ---- nesting -----------------------------------------------------------------------------------------------------

/** Goes one level deeper; gives up and is false beyond the limit. Every true is paired with a `leave`. */
export function enter(cursor: Cursor): boolean {
  if (cursor.depth < maximumDepth) {
    cursor.depth++;
    return true;
  }
  const token = current(cursor);
  fail(cursor, syntaxDiagnostics.tooDeep, span(token.start, token.end), { limit: maximumDepth });
  cursor.exhausted = true;
  return false;
}

/** Comes back from a level. */
export function leave(cursor: Cursor): void {
  cursor.depth--;
}
