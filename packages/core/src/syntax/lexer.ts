// Cuts a formal item into tokens, by character codes, in one pass. Offsets are relative to the item's text.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { readUnitAt, unitNamesNear } from "../semantics/units/unit.ts";
import { span } from "../source/span.ts";
import {
  isIdentifierPart,
  isIdentifierStart,
  isWhitespace,
  mixedScripts,
} from "../source/unicode.ts";
import { createBracketStack, isOperandExpected } from "./bracket-stack.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfQuotedName,
  endOfText,
  indentOf,
  isCommentMark,
  isDigit,
  isTrailingComment,
  skipBlanks,
} from "./characters.ts";
import { readForeignSymbol } from "./foreign-symbol.ts";
import { reportEscapes } from "./text-literal.ts";
import {
  addToHash,
  type Comment,
  type Keyword,
  keywordAt,
  type Token,
  type TokenKind,
} from "./token.ts";

/** What the lexer makes of an item. The last token is always the `end`. */
export interface LexedItem {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** For each `{` that is closed, by its index among the tokens, the index of its `}`. */
  readonly closings: ReadonlyMap<number, number>;
  /** Where the lexer reported an error, ascending: the parser does not report what follows from it. */
  readonly errors: readonly number[];
}

const WORD = 1;
const DIGIT = 2;

/** What ASCII characters begin or continue. */
const classes: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  if (isDigit(code)) return DIGIT;
  return isIdentifierStart(code) ? WORD : 0;
});

const classOf = (code: number): number => (code < 128 ? (classes[code] ?? 0) : 0);

/**
 * The tokens and comments of `text` from `from` on. What is no token is reported and left out, or becomes the token it
 * was meant for; texts and names that are not closed end at their line's end.
 */
export function lex(text: string, reporter: Reporter, from = 0): LexedItem {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const errors: number[] = [];
  const closings = new Map<number, number>();
  const open = createBracketStack(closings);
  const end = text.length;
  let firstOnLine = true;
  let indent = -1;
  let at = from;

  /** Adds the token from `start` to where the lexer stands. */
  const add = (
    kind: TokenKind,
    start: number,
    contentEnd = at,
    keyword: Keyword | null = null,
    tokenEnd = at,
  ): void => {
    tokens.push({ kind, start, end: tokenEnd, contentEnd, keyword, firstOnLine, indent });
    firstOnLine = false;
  };

  const push = (kind: TokenKind, length: number): void => {
    at += length;
    add(kind, at - length);
  };

  const pushOpening = (kind: "(" | "[" | "{"): void => {
    open.open(kind, tokens.length, isOperandExpected(tokens[tokens.length - 1]));
    push(kind, 1);
  };

  const pushClosing = (kind: ")" | "]" | "}", opening: "(" | "[" | "{"): void => {
    open.close(opening, tokens.length);
    push(kind, 1);
  };

  const readWord = (): void => {
    const start = at;
    let hash = 0;
    let code = text.charCodeAt(at);
    while (classOf(code) !== 0) {
      hash = addToHash(hash, code);
      code = text.charCodeAt(++at);
    }
    if (code >= 128 && readRestOfWord()) {
      const scripts = mixedScripts(text.slice(start, at));
      if (scripts !== null) {
        const name = text.slice(start, at);
        reporter.report(syntaxDiagnostics.mixedScripts, span(start, at), { name, scripts });
      }
      hash = 0;
    }
    const keyword = keywordAt(text, start, at, hash);
    add("word", start, at, keyword);
  };

  /** Reads on from a character beyond ASCII; true when the word goes on with it. */
  const readRestOfWord = (): boolean => {
    const start = at;
    while (at < end) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (!isIdentifierPart(codePoint)) break;
      at += codePoint > 0xffff ? 2 : 1;
    }
    return at > start;
  };

  const readNumber = (): void => {
    const start = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at + 1))) {
      at++;
      while (isDigit(text.charCodeAt(at))) at++;
    }
    at = endOfExponent(text, at);
    const contentEnd = at;
    const code = text.charCodeAt(at);
    let numberEnd = at;
    if (classOf(code) === WORD || code === 0x25 || code >= 128) {
      const unit = readUnitAt(text, at);
      if (unit !== null) at += unit.length;
      numberEnd = at;
      if (unit === null) reportUnknownUnit(start);
    }
    add("number", start, contentEnd, null, numberEnd);
  };

  /** Steps over what is glued to a number and is no unit: the number then stands without one. */
  const reportUnknownUnit = (start: number): void => {
    const unitStart = at;
    if (!readRestOfWord()) return;
    errors.push(start);
    const written = text.slice(unitStart, at);
    reporter.report(syntaxDiagnostics.unknownUnit, span(start, at), {
      digits: text.slice(start, unitStart),
      written,
      near: unitNamesNear(written),
    });
  };

  const readText = (): void => {
    const start = at;
    const contentEnd = endOfText(text, at, end);
    const closed = contentEnd < end && text.charCodeAt(contentEnd) === 0x22;
    if (!closed) {
      errors.push(start);
      reporter.report(syntaxDiagnostics.unclosedText, span(start, start + 1), {
        insertAt: reporter.base + contentEnd,
        quote: '"',
      });
    }
    at = closed ? contentEnd + 1 : contentEnd;
    if (reportEscapes(text, start + 1, contentEnd, reporter)) errors.push(start);
    add("text", start, contentEnd);
  };

  const readQuotedName = (): void => {
    const start = at;
    const contentEnd = endOfQuotedName(text, at, end);
    const closed = contentEnd < end && text.charCodeAt(contentEnd) === 0x60;
    at = closed ? contentEnd + 1 : contentEnd;
    if (!closed) {
      errors.push(start);
      reporter.report(syntaxDiagnostics.unclosedText, span(start, start + 1), {
        insertAt: reporter.base + contentEnd,
        quote: "`",
      });
    } else if (contentEnd === start + 1) {
      errors.push(start);
      reporter.report(syntaxDiagnostics.emptyName, span(start, at), {});
    }
    add("quoted", start, contentEnd);
  };

  /** What stands for nothing in OMEGA, but may in another language or in typeset text. */
  const readForeign = (): void => {
    const start = at;
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint >= 128) {
      if (isWhitespace(codePoint) || isInvisibleControl(codePoint)) {
        at++;
        return;
      }
      if (isIdentifierStart(codePoint)) {
        readWord();
        return;
      }
    }
    const symbol = readForeignSymbol(text, at, end);
    errors.push(start);
    if (symbol === null) {
      at += codePoint > 0xffff ? 2 : 1;
      const written = text.slice(start, at);
      reporter.report(syntaxDiagnostics.unexpectedCharacter, span(start, at), { written });
      add("invalid", start);
      return;
    }
    at += symbol.length;
    const written = text.slice(start, at);
    const replacement = symbol.replacement;
    reporter.report(syntaxDiagnostics.foreignSymbol, span(start, at), { written, replacement });
    if (symbol.kind === null) return;
    const contentEnd = symbol.kind === "text" ? at - 1 : at;
    add(symbol.kind, start, contentEnd, symbol.keyword);
  };

  const readLineBreak = (): void => {
    at = afterLineBreak(text, at);
    const lineStart = at;
    at = skipBlanks(text, at, end);
    firstOnLine = true;
    indent = indentOf(text, lineStart, at);
  };

  while (at < end) {
    const code = text.charCodeAt(at);
    switch (classOf(code)) {
      case WORD:
        readWord();
        continue;
      case DIGIT:
        readNumber();
        continue;
    }
    if (code === 0x0a || code === 0x0d) {
      readLineBreak();
      continue;
    }
    if (code <= 0x20 || code === 0x7f) {
      at++;
      continue;
    }
    if (firstOnLine && tokens.length > 0 ? isCommentMark(text, at) : isTrailingComment(text, at)) {
      const start = at;
      at = endOfLine(text, at, end);
      const ownLine = firstOnLine && tokens.length > 0;
      comments.push({ text: text.slice(start, at).trimEnd(), next: tokens.length, ownLine });
      continue;
    }
    const next = text.charCodeAt(at + 1);
    switch (code) {
      case 0x22: // "
        readText();
        break;
      case 0x60: // `
        readQuotedName();
        break;
      case 0x28: // (
        pushOpening("(");
        break;
      case 0x29: // )
        pushClosing(")", "(");
        break;
      case 0x5b: // [
        pushOpening("[");
        break;
      case 0x5d: // ]
        pushClosing("]", "[");
        break;
      case 0x7b: // {
        pushOpening("{");
        break;
      case 0x7d: // }
        pushClosing("}", "{");
        break;
      case 0x2c: // ,
        push(",", 1);
        break;
      case 0x3f: // ?
        push("?", 1);
        break;
      case 0x3a: // :
        if (next === 0x3d) readForeign();
        else if (next === 0x3a) push("::", 2);
        else push(":", 1);
        break;
      case 0x2e: // .
        if (next === 0x2e) push("..", 2);
        else push(".", 1);
        break;
      case 0x7c: // |
        if (next === 0x7c) readForeign();
        else push("|", 1);
        break;
      case 0x3d: // =
        if (next === 0x3e) push("=>", 2);
        else if (next === 0x3c) readForeign();
        else if (next !== 0x3d) push("=", 1);
        else if (text.charCodeAt(at + 2) === 0x3d) readForeign();
        else push("==", 2);
        break;
      case 0x21: // !
        if (next === 0x3d && text.charCodeAt(at + 2) !== 0x3d) push("!=", 2);
        else readForeign();
        break;
      case 0x3c: // <
        if (next === 0x3e) readForeign();
        else if (next === 0x3d) push("<=", 2);
        else push("<", 1);
        break;
      case 0x3e: // >
        if (next === 0x3d) push(">=", 2);
        else push(">", 1);
        break;
      case 0x2b: // +
        push("+", 1);
        break;
      case 0x2d: // -
        if (next === 0x3e) {
          readForeign();
        } else if (firstOnLine && !(open.isInParentheses() && isDigit(next))) {
          open.abandonUpToBlock();
          push("bullet", 1);
        } else push("-", 1);
        break;
      case 0x2a: // *
        push("*", 1);
        break;
      case 0x2f: // /
        push("/", 1);
        break;
      default:
        readForeign();
    }
  }
  add("end", end);
  return { text, tokens, comments, closings, errors };
}

/** The end of `e3`, `E-7` behind digits; the same offset where no exponent follows. */
function endOfExponent(text: string, at: number): number {
  if ((text.charCodeAt(at) | 0x20) !== 0x65) return at;
  const sign = text.charCodeAt(at + 1);
  let offset = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
  if (!isDigit(text.charCodeAt(offset))) return at;
  while (isDigit(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Characters that are diagnosed for the whole document and therefore stand for nothing here. */
function isInvisibleControl(codePoint: number): boolean {
  return (
    codePoint === 0xfeff ||
    codePoint === 0x61c ||
    (codePoint >= 0x80 && codePoint < 0xa0) ||
    (codePoint >= 0x200e && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2066 && codePoint <= 0x2069) ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff)
  );
}
