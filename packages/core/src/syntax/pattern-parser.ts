// Literals, and the patterns of MATCH arms that are made of them: `0..10 | "off" | _`.
import { span } from "../source/span.ts";
import {
  accept,
  advance,
  type Cursor,
  contentOf,
  current,
  emptySpan,
  enter,
  expectClosing,
  failExpected,
  isAt,
  leave,
  nameOf,
  peek,
  spanFrom,
  startOf,
  tokenText,
} from "./cursor.ts";
import { parseName } from "./name-parser.ts";
import type { Expression, Name, NumberLiteral, Pattern, PatternAlternative } from "./tree.ts";

// ---- literals ----------------------------------------------------------------------------------------------------

/** True at a number, or at a `-` directly before one. */
export function isAtNumber(cursor: Cursor): boolean {
  const token = current(cursor);
  if (token.kind !== "-") return token.kind === "number";
  const next = peek(cursor, 1);
  return next.kind === "number" && next.start === token.end;
}

/** Reads a number and the `-` directly before it; the cursor stands at one (`isAtNumber`). */
export function parseNumber(cursor: Cursor): NumberLiteral {
  const start = startOf(cursor);
  const sign = accept(cursor, "-") ? "-" : "";
  const token = advance(cursor);
  return {
    kind: "number",
    digits: sign + cursor.text.slice(token.start, token.contentEnd),
    unit: token.end === token.contentEnd ? "" : cursor.text.slice(token.contentEnd, token.end),
    span: span(start, token.end),
  };
}

/** Reads `true`, a number, a text, null, or a list or record of literals; gives up at anything else. */
export function parseLiteral(cursor: Cursor, expected = "a value"): Expression {
  const token = current(cursor);
  if (isAtNumber(cursor)) return parseNumber(cursor);
  const at = span(token.start, token.end);
  if (token.kind === "text") {
    advance(cursor);
    return { kind: "text", value: contentOf(cursor, token), span: at };
  }
  if (token.keyword === "TRUE" || token.keyword === "FALSE") {
    advance(cursor);
    return { kind: "boolean", value: token.keyword === "TRUE", span: at };
  }
  if (token.keyword === "NULL") {
    advance(cursor);
    return { kind: "null", span: at };
  }
  if (token.kind === "[") return parseList(cursor, parseLiteral);
  if (token.kind === "{") return parseRecord(cursor, parseLiteral);
  failExpected(cursor, expected);
  return { kind: "missing", span: emptySpan(cursor) };
}

/** Reads `[a, b]`, each element by `parseElement`; a comma may follow the last. */
export function parseList(
  cursor: Cursor,
  parseElement: (cursor: Cursor) => Expression,
): Expression {
  const opening = advance(cursor);
  const elements = parseElements(cursor, "]", parseElement);
  expectClosing(cursor, "]", opening, "`,` or `]` after the element");
  return { kind: "list", elements, span: spanFrom(cursor, opening.start) };
}

/** Reads `{ name: value, … }`, each value by `parseValue`; a comma may follow the last. */
export function parseRecord(
  cursor: Cursor,
  parseValue: (cursor: Cursor) => Expression,
): Expression {
  const opening = advance(cursor);
  const fields = parseElements(cursor, "}", (within): { name: Name; value: Expression } => {
    const name = isAt(within, "text")
      ? nameOf(within, advance(within))
      : parseName(within, "a field's name");
    if (!accept(within, ":")) failExpected(within, "`:` after the field's name");
    return { name, value: parseValue(within) };
  });
  expectClosing(cursor, "}", opening, "`,` or `}` after the field");
  return { kind: "record", fields, span: spanFrom(cursor, opening.start) };
}

/** Reads elements between brackets up to the closing one, which stays. */
export function parseElements<Element>(
  cursor: Cursor,
  closing: ")" | "]" | "}",
  parseElement: (cursor: Cursor) => Element,
): readonly Element[] {
  const elements: Element[] = [];
  if (!enter(cursor)) return elements;
  const { inBlock } = cursor;
  let height = 0;
  cursor.inBlock = false;
  while (!cursor.failed && !isAt(cursor, closing)) {
    cursor.height = 0;
    elements.push(parseElement(cursor));
    height = Math.max(height, cursor.height);
    if (!accept(cursor, ",")) break;
  }
  cursor.height = height + 1;
  cursor.inBlock = inBlock;
  leave(cursor);
  return elements.slice();
}

// ---- patterns ----------------------------------------------------------------------------------------------------

/** Reads alternatives joined by `|`. */
export function parsePattern(cursor: Cursor): Pattern {
  const start = startOf(cursor);
  const alternatives = [parseAlternative(cursor)];
  while (accept(cursor, "|")) alternatives.push(parseAlternative(cursor));
  return { alternatives, span: spanFrom(cursor, start) };
}

function parseAlternative(cursor: Cursor): PatternAlternative {
  const token = current(cursor);
  if (token.kind === "word" && tokenText(cursor, token) === "_") {
    advance(cursor);
    return { kind: "wildcard", span: span(token.start, token.end) };
  }
  if (!isAtNumber(cursor)) {
    const expected = "a pattern: a number, a text, a range or `_`";
    if (token.kind === "{") failExpected(cursor, expected);
    const literal = parseLiteral(cursor, expected);
    return { kind: "literal-pattern", literal, span: literal.span };
  }
  const low = parseNumber(cursor);
  if (!accept(cursor, "..")) return { kind: "literal-pattern", literal: low, span: low.span };
  if (!isAtNumber(cursor)) {
    failExpected(cursor, "the range's upper end");
    return { kind: "literal-pattern", literal: low, span: low.span };
  }
  const high = parseNumber(cursor);
  return { kind: "range-pattern", low, high, span: span(low.span.start, high.span.end) };
}

/** True when an arm begins `ahead` tokens on: the literal or `_` of a pattern, and what goes on behind it. */
export function beginsArm(cursor: Cursor, ahead: number): boolean {
  const token = peek(cursor, ahead);
  switch (token.kind) {
    case "[":
      return continuesPattern(cursor, endOfBrackets(cursor, ahead));
    case "-":
      return peek(cursor, ahead + 1).kind === "number" && continuesPattern(cursor, ahead + 2);
    case "number":
    case "text":
      return continuesPattern(cursor, ahead + 1);
    case "word": {
      const { keyword } = token;
      const isLiteral = keyword === "TRUE" || keyword === "FALSE" || keyword === "NULL";
      const isPattern = isLiteral || tokenText(cursor, token) === "_";
      return isPattern && continuesPattern(cursor, ahead + 1);
    }
    default:
      return false;
  }
}

/** How far on the token behind the brackets is that open `ahead` tokens on. */
function endOfBrackets(cursor: Cursor, ahead: number): number {
  let depth = 0;
  for (let at = ahead; ; at++) {
    const { kind } = peek(cursor, at);
    if (kind === "[") depth++;
    else if (kind === "]") depth--;
    if (depth === 0) return at + 1;
    if (kind === "end") return at;
  }
}

/** Reads the `-` before an arm; one directly before a number is the number's. */
export function acceptDash(cursor: Cursor): void {
  if (!accept(cursor, "bullet") && !isAtNumber(cursor)) accept(cursor, "-");
}

function continuesPattern(cursor: Cursor, ahead: number): boolean {
  const { kind, keyword } = peek(cursor, ahead);
  return kind === "=>" || kind === "|" || kind === ".." || keyword === "WHEN";
}
