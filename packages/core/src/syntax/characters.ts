// What a line, a quoted text and a comment are, for those who read a document character by character: splitter and lexer.
import { isWhitespace } from "../source/unicode.ts";

/** True of the two code units that end a line. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** True of a space, a tab or another control character that is no line break: what indents and separates. */
function isBlank(code: number): boolean {
  return code <= 0x20 && code !== 0x0a && code !== 0x0d;
}

/** True of white space of any kind, line breaks included; also of what word processors leave behind. */
export function isSpace(code: number): boolean {
  return code <= 0x20 || isWhitespace(code);
}

/** The first offset from `at` that is no white space of any kind. */
export function skipSpace(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

/** True of `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The end of the line that `at` stands on: the offset of its line break, or `end`. */
export function endOfLine(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && !isLineBreak(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The offset behind the line break at `at` (LF, CRLF or CR); `at` itself where there is none. */
export function afterLineBreak(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x0a) return at + 1;
  if (code === 0x0d) return text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
  return at;
}

/** The first offset from `at` that is not blank; line breaks are not skipped. */
export function skipBlanks(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** How far the first `offset` is indented when its line starts at `lineStart`: a tab reaches to a multiple of four. */
export function indentOf(text: string, lineStart: number, offset: number): number {
  let column = 0;
  for (let at = lineStart; at < offset; at++) {
    column = text.charCodeAt(at) === 0x09 ? column + 4 - (column % 4) : column + 1;
  }
  return column;
}

/** True where `#` or `//` stands. */
export function isCommentMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x23 || (code === 0x2f && text.charCodeAt(at + 1) === 0x2f);
}

/** True where a comment begins behind something on a line: a comment mark that white space precedes. */
export function isTrailingComment(text: string, at: number): boolean {
  return isCommentMark(text, at) && at > 0 && text.charCodeAt(at - 1) <= 0x20;
}

/** Where the text that opens with `"` at `at` closes: the offset of its closing quote, or its line's end. */
export function endOfText(text: string, at: number, end: number): number {
  for (let offset = at + 1; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x22 || isLineBreak(code)) return offset;
    if (code === 0x5c && offset + 1 < end && !isLineBreak(text.charCodeAt(offset + 1))) offset++;
  }
  return end;
}

/** Where the name that opens with a backtick at `at` closes: the offset of the next backtick, or its line's end. */
export function endOfQuotedName(text: string, at: number, end: number): number {
  for (let offset = at + 1; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x60 || isLineBreak(code)) return offset;
  }
  return end;
}
