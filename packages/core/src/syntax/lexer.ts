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
import {
  abandonUpToBlock,
  type BracketStack,
  closeBracket,
  createBracketStack,
  isInParentheses,
  openBracket,
} from "./bracket-stack.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfQuotedName,
  endOfText,
  indentOf,
  isDigit,
  isLineBreak,
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
  /** Where lexing began. */
  readonly from: number;
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** For each `{` that is closed, by its index among the tokens, the index of its `}`. */
  readonly closings: ReadonlyMap<number, number>;
  /** Where the lexer reported an error, ascending: the parser does not report what follows from it. */
  readonly errors: readonly number[];
}

/** The lexer's state. Loops over characters keep their place to themselves and store it at the end. */
interface Lexer {
  readonly text: string;
  readonly end: number;
  readonly reporter: Reporter;
  readonly tokens: Token[];
  readonly comments: Comment[];
  readonly errors: number[];
  readonly brackets: BracketStack;
  at: number;
  firstOnLine: boolean;
  indent: number;
}

/**
 * The tokens and comments of `text` from `from` on; only at the item's beginning is a first `-` its bullet. What is no
 * token is reported and left out, or becomes the token it was meant for; texts and names that are not closed end at
 * their line's end.
 */
export function lex(
  text: string,
  reporter: Reporter,
  from = 0,
  beginsItem = from === 0,
): LexedItem {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const errors: number[] = [];
  const brackets = createBracketStack();
  const end = text.length;
  const lexer: Lexer = {
    text,
    end,
    reporter,
    tokens,
    comments,
    errors,
    brackets,
    at: from,
    firstOnLine: beginsItem,
    indent: -1,
  };
  while (lexer.at < end) readToken(lexer, text.charCodeAt(lexer.at));
  add(lexer, "end", end, end);
  return { text, from, tokens, comments, closings: brackets.closings ?? noClosings, errors };
}

const noClosings: ReadonlyMap<number, number> = new Map();

/** Adds the token from `start` to `end`, where the lexer goes on. */
function add(
  lexer: Lexer,
  kind: TokenKind,
  start: number,
  end: number,
  contentEnd = end,
  keyword: Keyword | null = null,
): void {
  const { firstOnLine, indent } = lexer;
  lexer.tokens.push({ kind, start, end, contentEnd, keyword, firstOnLine, indent });
  lexer.firstOnLine = false;
  lexer.at = end;
}

function addSymbol(lexer: Lexer, kind: TokenKind, length: number): void {
  add(lexer, kind, lexer.at, lexer.at + length);
}

const WORD = 1;
const DIGIT = 2;
const BLANK = 3;

/** What ASCII characters begin or continue; 0 for signs. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  if (isDigit(code)) return DIGIT;
  if (code <= 0x20 || code === 0x7f) return BLANK;
  return isIdentifierStart(code) ? WORD : 0;
});

/** The class of a code unit; 0 beyond ASCII and beyond the text. */
function classOf(code: number): number {
  return classes[code] ?? 0;
}

/** Reads one token, comment, line break or run of white space. */
function readToken(lexer: Lexer, code: number): void {
  switch (classOf(code)) {
    case WORD:
      readWord(lexer);
      return;
    case DIGIT:
      readNumber(lexer);
      return;
    case BLANK:
      if (isLineBreak(code)) readLineBreak(lexer);
      else lexer.at++;
      return;
    default:
      readSign(lexer, code);
  }
}

function readLineBreak(lexer: Lexer): void {
  const { text, end } = lexer;
  const lineStart = afterLineBreak(text, lexer.at);
  lexer.at = skipBlanks(text, lineStart, end);
  lexer.firstOnLine = true;
  lexer.indent = indentOf(text, lineStart, lexer.at);
}

// ---- signs -------------------------------------------------------------------------------------------------------

function readSign(lexer: Lexer, code: number): void {
  const next = lexer.text.charCodeAt(lexer.at + 1);
  switch (code) {
    case 0x22: // "
      readText(lexer);
      return;
    case 0x60: // `
      readQuotedName(lexer);
      return;
    case 0x28: // (
      readOpening(lexer, "(");
      return;
    case 0x29: // )
      readClosing(lexer, ")", "(");
      return;
    case 0x5b: // [
      readOpening(lexer, "[");
      return;
    case 0x5d: // ]
      readClosing(lexer, "]", "[");
      return;
    case 0x7b: // {
      readOpening(lexer, "{");
      return;
    case 0x7d: // }
      readClosing(lexer, "}", "{");
      return;
    case 0x2c: // ,
      addSymbol(lexer, ",", 1);
      return;
    case 0x3f: // ?
      addSymbol(lexer, "?", 1);
      return;
    case 0x2b: // +
      addSymbol(lexer, "+", 1);
      return;
    case 0x2a: // *
      addSymbol(lexer, "*", 1);
      return;
    case 0x2d: // -
      if (next === 0x3e) readForeign(lexer);
      else readDash(lexer, next);
      return;
    case 0x23: // #
      if (!readComment(lexer)) readForeign(lexer);
      return;
    case 0x2f: // /
      if (next !== 0x2f || !readComment(lexer)) addSymbol(lexer, "/", 1);
      return;
    case 0x2e: // .
      if (next === 0x2e) addSymbol(lexer, "..", 2);
      else addSymbol(lexer, ".", 1);
      return;
    case 0x3a: // :
      if (next === 0x3d) readForeign(lexer);
      else if (next === 0x3a) addSymbol(lexer, "::", 2);
      else addSymbol(lexer, ":", 1);
      return;
    case 0x7c: // |
      if (next === 0x7c) readForeign(lexer);
      else addSymbol(lexer, "|", 1);
      return;
    case 0x3d: // =
      readEquals(lexer, next);
      return;
    case 0x21: // !
      if (next === 0x3d && lexer.text.charCodeAt(lexer.at + 2) !== 0x3d) addSymbol(lexer, "!=", 2);
      else readForeign(lexer);
      return;
    case 0x3c: // <
      if (next === 0x3e) readForeign(lexer);
      else if (next === 0x3d) addSymbol(lexer, "<=", 2);
      else addSymbol(lexer, "<", 1);
      return;
    case 0x3e: // >
      if (next === 0x3d) addSymbol(lexer, ">=", 2);
      else addSymbol(lexer, ">", 1);
      return;
    default:
      readForeign(lexer);
  }
}

function readEquals(lexer: Lexer, next: number): void {
  if (next === 0x3e) addSymbol(lexer, "=>", 2);
  else if (next === 0x3c) readForeign(lexer);
  else if (next !== 0x3d) addSymbol(lexer, "=", 1);
  else if (lexer.text.charCodeAt(lexer.at + 2) === 0x3d) readForeign(lexer);
  else addSymbol(lexer, "==", 2);
}

/** A `-` that is the first of its line begins an item, except inside `(` or `[` when a digit follows directly. */
function readDash(lexer: Lexer, next: number): void {
  if (!lexer.firstOnLine || (isDigit(next) && isInParentheses(lexer.brackets))) {
    addSymbol(lexer, "-", 1);
    return;
  }
  abandonUpToBlock(lexer.brackets);
  addSymbol(lexer, "bullet", 1);
}

function readOpening(lexer: Lexer, kind: "(" | "[" | "{"): void {
  const { tokens } = lexer;
  openBracket(lexer.brackets, kind, tokens);
  addSymbol(lexer, kind, 1);
}

function readClosing(lexer: Lexer, kind: ")" | "]" | "}", opening: "(" | "[" | "{"): void {
  closeBracket(lexer.brackets, opening, lexer.tokens.length);
  addSymbol(lexer, kind, 1);
}

/** Reads a comment; false where none begins: behind something other than white space. */
function readComment(lexer: Lexer): boolean {
  const { text, at, end, tokens } = lexer;
  const ownLine = lexer.firstOnLine && tokens.length > 0;
  if (!ownLine && !isTrailingComment(text, at)) return false;
  lexer.at = endOfLine(text, at, end);
  const comment = text.slice(at, lexer.at).trimEnd();
  lexer.comments.push({ text: comment, next: tokens.length, ownLine });
  return true;
}

// ---- words -------------------------------------------------------------------------------------------------------

function readWord(lexer: Lexer): void {
  const { text, at: start } = lexer;
  let at = start;
  let hash = 0;
  let code = text.charCodeAt(at);
  for (let kind = classOf(code); kind === WORD || kind === DIGIT; kind = classOf(code)) {
    hash = addToHash(hash, code);
    code = text.charCodeAt(++at);
  }
  const end = code >= 128 ? endOfIdentifier(text, at) : at;
  if (end > at) reportMixedScripts(lexer, start, end);
  add(lexer, "word", start, end, end, end > at ? null : keywordAt(text, start, end, hash));
}

/** The end of the identifier characters from `start` on. */
function endOfIdentifier(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (!isIdentifierPart(codePoint)) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

function reportMixedScripts({ text, reporter }: Lexer, start: number, end: number): void {
  const name = text.slice(start, end);
  const scripts = mixedScripts(name);
  if (scripts === null) return;
  reporter.report(syntaxDiagnostics.mixedScripts, span(start, end), { name, scripts });
}

// ---- numbers -----------------------------------------------------------------------------------------------------

function readNumber(lexer: Lexer): void {
  const { text, at: start } = lexer;
  const digitsEnd = endOfExponent(text, endOfDecimal(text, start));
  const code = text.charCodeAt(digitsEnd);
  if (classOf(code) !== WORD && code !== 0x25 && !(code >= 128)) {
    add(lexer, "number", start, digitsEnd);
    return;
  }
  const unit = readUnitAt(text, digitsEnd);
  if (unit !== null) {
    add(lexer, "number", start, digitsEnd + unit.length, digitsEnd);
    return;
  }
  add(lexer, "number", start, digitsEnd);
  reportUnknownUnit(lexer, start, digitsEnd);
}

/** Steps over what is glued to a number and is no unit: the number then stands without one. */
function reportUnknownUnit(lexer: Lexer, start: number, unitStart: number): void {
  const { text, reporter, errors } = lexer;
  const end = endOfIdentifier(text, unitStart);
  if (end === unitStart) return;
  lexer.at = end;
  errors.push(start);
  const written = text.slice(unitStart, end);
  const parameters = {
    digits: text.slice(start, unitStart),
    written,
    near: unitNamesNear(written),
  };
  reporter.report(syntaxDiagnostics.unknownUnit, span(start, end), parameters);
}

/** The end of digits, with a fraction when digits stand on both sides of the dot. */
function endOfDecimal(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1))) return at;
  at++;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
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

// ---- quotes ------------------------------------------------------------------------------------------------------

function readText(lexer: Lexer): void {
  const { text, at: start, end, reporter, errors } = lexer;
  const contentEnd = endOfText(text, start, end);
  const isClosed = contentEnd < end && text.charCodeAt(contentEnd) === 0x22;
  if (!isClosed) reportUnclosed(lexer, start, contentEnd, '"');
  if (reportEscapes(text, start + 1, contentEnd, reporter)) errors.push(start);
  add(lexer, "text", start, isClosed ? contentEnd + 1 : contentEnd, contentEnd);
}

function readQuotedName(lexer: Lexer): void {
  const { text, at: start, end, reporter, errors } = lexer;
  const contentEnd = endOfQuotedName(text, start, end);
  const isClosed = contentEnd < end && text.charCodeAt(contentEnd) === 0x60;
  if (!isClosed) reportUnclosed(lexer, start, contentEnd, "`");
  else if (contentEnd === start + 1) {
    errors.push(start);
    reporter.report(syntaxDiagnostics.emptyName, span(start, contentEnd + 1), {});
  }
  add(lexer, "quoted", start, isClosed ? contentEnd + 1 : contentEnd, contentEnd);
}

function reportUnclosed(
  { reporter, errors }: Lexer,
  start: number,
  contentEnd: number,
  quote: string,
): void {
  errors.push(start);
  const insertAt = reporter.base + contentEnd;
  reporter.report(syntaxDiagnostics.unclosedText, span(start, start + 1), { insertAt, quote });
}

// ---- what is not OMEGA -------------------------------------------------------------------------------------------

const operand = /^\s*(?:[\d(]|(?!(?:THEN|ELSE|AND|OR|UNKNOWN|WHERE|MAX)\b)[a-z_\u0080-\uffff])/i;

/** The bare number that a `%` at the end of what was read stands apart from; null where it can only mean a division. */
function numberBefore({ text, tokens, at }: Lexer): Token | null {
  const number = tokens[tokens.length - 2];
  if (number?.kind !== "number" || number.end !== number.contentEnd) return null;
  if (number.end === at - 1) return null;
  return operand.test(text.slice(at, at + 80)) ? null : number;
}

/** Reads what stands for nothing in OMEGA, but may in another language or in typeset text. */
function readForeign(lexer: Lexer): void {
  const { text, at: start, end, reporter, errors } = lexer;
  const codePoint = text.codePointAt(start) ?? 0;
  if (isWhitespace(codePoint) || isInvisibleControl(codePoint)) {
    lexer.at++;
    return;
  }
  if (isIdentifierStart(codePoint)) {
    readWord(lexer);
    return;
  }
  const symbol = readForeignSymbol(text, start, end);
  errors.push(start);
  if (symbol === null) {
    add(lexer, "invalid", start, start + (codePoint > 0xffff ? 2 : 1));
    const written = text.slice(start, lexer.at);
    const number = written === "%" ? numberBefore(lexer) : null;
    if (number !== null) {
      const at = span(number.start, lexer.at);
      const joined = `${text.slice(number.start, number.end)}%`;
      reporter.report(syntaxDiagnostics.separatedUnit, at, { joined });
      return;
    }
    reporter.report(syntaxDiagnostics.unexpectedCharacter, span(start, lexer.at), { written });
    return;
  }
  const { kind, keyword, length, replacement } = symbol;
  const at = span(start, start + length);
  const written = text.slice(at.start, at.end);
  reporter.report(syntaxDiagnostics.foreignSymbol, at, { written, replacement });
  if (kind === null) lexer.at = at.end;
  else add(lexer, kind, start, at.end, kind === "text" ? at.end - 1 : at.end, keyword);
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
