// Types of CONTEXT values, `<0..100 %>`, `<[{ name: text, badge?: text }]>`, character by character: units are no tokens.
import { createReporter } from "../diagnostics/diagnostic.ts";
import { readUnitAt, unitNamesNear } from "../semantics/units/unit.ts";
import { type Span, span } from "../source/span.ts";
import { isIdentifierPart, isIdentifierStart, isWhitespace } from "../source/unicode.ts";
import {
  endOfLine,
  endOfQuotedName,
  endOfText,
  isCommentMark,
  isDigit,
  isLineBreak,
} from "./characters.ts";
import { isReservedWord } from "./keywords.ts";
import { maximumDepth } from "./limits.ts";
import { decodeText, reportEscapes } from "./text-literal.ts";
import type { Name, NumberLiteral, TypeBase, TypeExpression, TypeField } from "./tree.ts";

/** Why a text is no type: what was expected where. */
interface TypeProblem {
  readonly expected: string;
  readonly at: Span;
  /** Types that may have been meant, best first. */
  readonly near: readonly string[];
}

/** A type and where the text behind its `>` begins, or why there is none. */
export type ParsedType =
  | {
      readonly kind: "type";
      readonly type: TypeExpression;
      readonly end: number;
      readonly leadingComments: readonly string[];
      readonly trailingComments: readonly string[];
    }
  | { readonly kind: "problem"; readonly problem: TypeProblem };

interface Reader {
  readonly text: string;
  at: number;
  problem: TypeProblem | null;
  readonly leadingComments: string[];
  readonly trailingComments: string[];
}

/** Reads the type whose `<` stands at `start`. */
export function parseType(text: string, start: number): ParsedType {
  const leadingComments: string[] = [];
  const trailingComments: string[] = [];
  const reader: Reader = { text, at: start + 1, problem: null, leadingComments, trailingComments };
  skip(reader);
  const bare = parseTypeAt(reader, 1);
  const fresh = parseFresh(reader);
  if (!take(reader, ">"))
    failAt(reader, bare.base.kind === "unit-type" ? "`>` after the unit" : "`>`");
  if (reader.problem !== null) return { kind: "problem", problem: reader.problem };
  const end = reader.at;
  const type = { ...bare, fresh, span: span(start, end) };
  return { kind: "type", type, end, leadingComments, trailingComments };
}

// ---- characters --------------------------------------------------------------------------------------------------

/** Goes over white space and comments. */
function skip(reader: Reader): void {
  const { text } = reader;
  let onOwnLine = false;
  while (reader.at < text.length) {
    const code = text.charCodeAt(reader.at);
    if (isLineBreak(code)) onOwnLine = true;
    if (code <= 0x20 || isWhitespace(code)) reader.at++;
    else if (isCommentMark(text, reader.at) && text.charCodeAt(reader.at - 1) <= 0x20) {
      const end = endOfLine(text, reader.at, text.length);
      const comments = onOwnLine ? reader.leadingComments : reader.trailingComments;
      comments.push(text.slice(reader.at, end).trimEnd());
      reader.at = end;
    } else return;
  }
}

/** Takes a sign and the white space behind it; false where it does not stand. */
function take(reader: Reader, sign: string): boolean {
  if (reader.problem !== null || reader.text.charAt(reader.at) !== sign) return false;
  reader.at++;
  // What follows the last `>` is not the type's.
  if (sign !== ">") skip(reader);
  return true;
}

function failAt(reader: Reader, expected: string, at?: Span): void {
  if (reader.problem !== null) return;
  const end = endOfWord(reader, reader.at);
  const place = at ?? span(reader.at, end);
  const written = reader.text.slice(place.start, place.end);
  const scalar = otherScalars.get(written.toLowerCase());
  const near = scalar === undefined ? unitNamesNear(written) : [scalar];
  reader.problem = { expected, at: place, near };
}

/** What other languages call the scalar types. */
const otherScalars: ReadonlyMap<string, string> = new Map([
  ["string", "text"],
  ["str", "text"],
  ["bool", "boolean"],
  ["int", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["date", "time"],
  ["datetime", "time"],
  ["timestamp", "time"],
  ["instant", "time"],
]);

/** The end of what a person would take for one word. */
function endOfWord({ text }: Reader, start: number): number {
  let end = start;
  while (end < text.length && !" \t\r\n<>[]{},|?:".includes(text.charAt(end))) end++;
  return Math.max(end, Math.min(start + 1, text.length));
}

function readIdentifier(reader: Reader): string {
  const { text } = reader;
  const start = reader.at;
  let end = start;
  while (end < text.length) {
    const codePoint = text.codePointAt(end) ?? 0;
    if (!(end === start ? isIdentifierStart(codePoint) : isIdentifierPart(codePoint))) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return text.slice(start, end);
}

/** The end of an optionally signed decimal at `at`; `at` where there is none. */
function endOfDecimal(text: string, at: number): number {
  let end = text.charCodeAt(at) === 0x2d ? at + 1 : at;
  if (!isDigit(text.charCodeAt(end))) return at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) !== 0x2e || !isDigit(text.charCodeAt(end + 1))) return end;
  end++;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

// ---- types -------------------------------------------------------------------------------------------------------

const scalars: ReadonlySet<string> = new Set(["number", "integer", "boolean", "text", "time"]);

/** A base and its `?`. */
function parseTypeAt(reader: Reader, depth: number): TypeExpression {
  const start = reader.at;
  const base = parseBase(reader, depth);
  skip(reader);
  const optional = take(reader, "?");
  return {
    kind: "type",
    base,
    optional,
    fresh: null,
    span: span(start, Math.max(start, reader.at)),
  };
}

function parseBase(reader: Reader, depth: number): TypeBase {
  const nothing: TypeBase = { kind: "unit-type", unit: "", difference: false };
  if (depth > maximumDepth) {
    failAt(reader, `a type of at most ${maximumDepth} levels`);
    return nothing;
  }
  const { text } = reader;
  const code = text.charCodeAt(reader.at);
  if (code === 0x22) return parseEnumeration(reader, depth);
  if (take(reader, "[")) {
    const element = parseTypeAt(reader, depth + 1);
    if (!take(reader, "]")) failAt(reader, "`]` after the element's type");
    return { kind: "list-type", element };
  }
  if (code === 0x7b) return parseRecordType(reader, depth);
  if (isDigit(code) || code === 0x2d) return parseRange(reader);
  const word = readIdentifier(reader);
  if (scalars.has(word.toLowerCase())) {
    reader.at += word.length;
    return { kind: "scalar-type", name: scalarName(word.toLowerCase()) };
  }
  const difference = word.toLowerCase() === "delta";
  if (difference) {
    reader.at += word.length;
    skip(reader);
  }
  const unit = readUnit(reader);
  if (unit === "") failAt(reader, "a type: number, integer, boolean, text, time or a unit");
  return { kind: "unit-type", unit, difference };
}

function scalarName(word: string): (TypeBase & { readonly kind: "scalar-type" })["name"] {
  switch (word) {
    case "integer":
    case "boolean":
    case "text":
    case "time":
      return word;
    default:
      return "number";
  }
}

/** Reads a unit as written; "" where none stands, or something follows it directly. */
function readUnit(reader: Reader): string {
  const match = readUnitAt(reader.text, reader.at);
  if (match === null) return "";
  const end = reader.at + match.length;
  if (
    end < reader.text.length &&
    endOfWord(reader, end) > end &&
    !">]},|?".includes(reader.text.charAt(end)) &&
    !isWhitespace(reader.text.charCodeAt(end))
  ) {
    return "";
  }
  const unit = reader.text.slice(reader.at, end);
  reader.at = end;
  return unit;
}

function parseEnumeration(reader: Reader, depth: number): TypeBase {
  const values: string[] = [];
  do {
    const closing = endOfText(reader.text, reader.at, reader.text.length);
    if (reader.text.charCodeAt(reader.at) !== 0x22 || reader.text.charCodeAt(closing) !== 0x22) {
      failAt(reader, "a value in quotes");
      break;
    }
    values.push(readQuoted(reader, closing));
    reader.at = closing + 1;
    skip(reader);
  } while (take(reader, "|"));
  // In a record, a comma ends the field.
  const isAlone = depth === 1 && reader.text.charAt(reader.at) === ",";
  if (isAlone) failAt(reader, "`|` between the values");
  return { kind: "enumeration-type", values };
}

function parseRange(reader: Reader): TypeBase {
  const { text, at } = reader;
  const lowEnd = endOfDecimal(text, at);
  const highStart = text.startsWith("..", lowEnd) ? lowEnd + 2 : lowEnd;
  const highEnd = endOfDecimal(text, highStart);
  if (lowEnd === at || highStart === lowEnd || highEnd === highStart) {
    failAt(reader, "a range such as `0..100 %`");
    return { kind: "range-type", low: "0", high: "0", unit: "" };
  }
  reader.at = highEnd;
  skip(reader);
  const unitStart = reader.at;
  const unit = readUnit(reader);
  if (
    unit === "" &&
    !">]},?|".includes(text.charAt(unitStart)) &&
    !text.startsWith("FRESH", unitStart)
  ) {
    failAt(reader, "a unit after the range");
  }
  return {
    kind: "range-type",
    low: text.slice(at, lowEnd),
    high: text.slice(highStart, highEnd),
    unit,
  };
}

function parseRecordType(reader: Reader, depth: number): TypeBase {
  const fields: TypeField[] = [];
  take(reader, "{");
  while (reader.problem === null && reader.text.charAt(reader.at) !== "}") {
    const name = parseFieldName(reader);
    const optional = take(reader, "?");
    if (!take(reader, ":")) failAt(reader, "`:` and the field's type");
    const type = parseTypeAt(reader, depth + 1);
    fields.push({ name, type: optional ? { ...type, optional } : type });
    if (!take(reader, ",")) break;
  }
  if (!take(reader, "}")) failAt(reader, "`,` or `}` after the field");
  return { kind: "record-type", fields };
}

/** What the text says that ends at `closing`. */
function readQuoted(reader: Reader, closing: number): string {
  const { text, at } = reader;
  const hasUnknownEscape = reportEscapes(text, at + 1, closing, createReporter("", []));
  if (hasUnknownEscape) failAt(reader, "a text with the escapes of JSON", span(at, closing + 1));
  return decodeText(text, at + 1, closing);
}

function parseFieldName(reader: Reader): Name {
  const start = reader.at;
  const { text } = reader;
  let name = readIdentifier(reader);
  reader.at += name.length;
  if (text.charCodeAt(start) === 0x60 || text.charCodeAt(start) === 0x22) {
    const isText = text.charCodeAt(start) === 0x22;
    const closing = isText
      ? endOfText(text, start, text.length)
      : endOfQuotedName(text, start, text.length);
    name = isText ? readQuoted(reader, closing) : text.slice(start + 1, closing);
    reader.at = Math.min(closing + 1, text.length);
  } else if (isReservedWord(name) || name === "UNKNOWN") {
    failAt(reader, "a field's name (a reserved word stands in backticks)", span(start, reader.at));
  }
  if (name === "") failAt(reader, "a field's name");
  const end = reader.at;
  skip(reader);
  return { kind: "name", text: name, span: span(start, end) };
}

/** Reads `FRESH 5s`. */
function parseFresh(reader: Reader): NumberLiteral | null {
  const word = readIdentifier(reader);
  if (word.toUpperCase() !== "FRESH" || reader.problem !== null) return null;
  reader.at += word.length;
  skip(reader);
  const start = reader.at;
  const digitsEnd = endOfDecimal(reader.text, start);
  if (digitsEnd === start) {
    failAt(reader, "a time such as `5s` after FRESH");
    return null;
  }
  reader.at = digitsEnd;
  const unit = readUnit(reader);
  if (unit === "") failAt(reader, "a unit of time after FRESH, as in `5s`");
  const at = span(start, reader.at);
  skip(reader);
  return { kind: "number", digits: reader.text.slice(start, digitsEnd), unit, span: at };
}
