// CONTEXT items: `- Label: value`, where the value is a literal, a type, or prose if it is neither as a whole.
import { createReporter, type Diagnostic, type Reporter } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { readUnitAt, unitNamesNear } from "../semantics/units/unit.ts";
import { type Span, span } from "../source/span.ts";
import { isDigit, skipSpace } from "./characters.ts";
import { createCommentKeeper } from "./comments.ts";
import { accept, createCursor, current } from "./cursor.ts";
import { type Label, readLabel, readProse, skipComments, startOfContent } from "./item-text.ts";
import { isReservedWord } from "./keywords.ts";
import { lex } from "./lexer.ts";
import { errorBody, type ParsedBody } from "./parsed-body.ts";
import { parseLiteral } from "./pattern-parser.ts";
import type { AttributeValue, Expression } from "./tree.ts";
import { parseType } from "./type-parser.ts";

/** Reads an attribute. A value that looks like a quantity or a type and is none draws a warning: it is prose. */
export function parseAttribute(text: string, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  const label = readLabel(text, start);
  if (label === null) {
    const at = span(start, Math.max(start, readProse(text, start, true).end));
    reporter.report(syntaxDiagnostics.attributeWithoutColon, at, {
      written: text.slice(at.start, at.end),
    });
    return { body: errorBody(text), leadingComments: [], trailingComment: null };
  }
  checkName(text, label, reporter);
  const value = parseValue(text, label.valueStart, reporter);
  const at = span(start, Math.max(label.name.span.end, value.value.span.end));
  return {
    body: { kind: "attribute", name: label.name, value: value.value, span: at },
    leadingComments: value.leadingComments,
    trailingComment: value.trailingComment,
  };
}

function checkName(text: string, { name }: Label, reporter: Reporter): void {
  const isReserved = isReservedWord(name.text) || name.text === "UNKNOWN";
  if (!isReserved || text.charCodeAt(name.span.start) === 0x60) return;
  reporter.report(syntaxDiagnostics.reservedName, name.span, { word: name.text });
}

interface ParsedValue {
  readonly value: AttributeValue;
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
}

function parseValue(text: string, start: number, reporter: Reporter): ParsedValue {
  const { at: first, comments: leading } = skipComments(text, start);
  const code = text.charCodeAt(first);
  if (code === 0x3c) {
    const typed = parseTyped(text, first, reporter);
    if (typed !== null) {
      return { ...typed, leadingComments: [...leading, ...typed.leadingComments] };
    }
  } else if (mayBeginLiteral(text, first)) {
    const sample = parseLiteralFrom(text, start, false);
    if (sample !== null && sample.literal !== null) {
      const { literal, ...comments } = sample;
      return { value: { kind: "sample", literal, span: literal.span }, ...comments };
    }
  }
  const prose = readProse(text, start, true);
  const at = span(start, Math.max(start, prose.end));
  if (prose.text === "")
    reporter.report(documentStructureDiagnostics.attributeWithoutValue, at, {});
  else if (isDigit(code) || code === 0x2d) warnOfNumber(text, at, reporter);
  return {
    value: { kind: "prose-value", text: prose.text, span: at },
    leadingComments: prose.comments,
    trailingComment: prose.trailingComment,
  };
}

// ---- types -------------------------------------------------------------------------------------------------------

/** Reads `<type>` or `<type> = default`; null, with a warning, where not all of the value is that. */
function parseTyped(text: string, start: number, reporter: Reporter): ParsedValue | null {
  const parsed = parseType(text, start);
  if (parsed.kind === "problem") {
    const { at, expected, near } = parsed.problem;
    reporter.report(syntaxDiagnostics.notAType, at, { expected, near });
    return null;
  }
  const isAll = skipSpace(text, parsed.end) === text.length;
  const rest = isAll ? noDefault : parseLiteralFrom(text, parsed.end, true);
  if (rest === null) {
    const end = readProse(text, start, true).end;
    const at = span(parsed.end, Math.max(parsed.end, end));
    reporter.report(syntaxDiagnostics.notAType, at, {
      expected: "`=` and a literal, or nothing, after the type",
      near: [],
    });
    return null;
  }
  const trailing = [...parsed.trailingComments];
  if (rest.trailingComment !== null) trailing.push(rest.trailingComment);
  const end = rest.literal === null ? parsed.end : rest.literal.span.end;
  return {
    value: { kind: "typed", type: parsed.type, default: rest.literal, span: span(start, end) },
    leadingComments: [...parsed.leadingComments, ...rest.leadingComments],
    trailingComment: trailing.length === 0 ? null : trailing.join(" "),
  };
}

// ---- literals ----------------------------------------------------------------------------------------------------

/** Whether a literal can begin with what stands at `start`; spares prose the attempt. */
function mayBeginLiteral(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  if (isDigit(code) || code === 0x2d || code === 0x22 || code === 0x5b || code === 0x7b)
    return true;
  const letter = code | 0x20;
  return letter === 0x74 || letter === 0x66 || letter === 0x6e;
}

interface ParsedLiteral {
  /** null where nothing stands, which only a default may be. */
  readonly literal: Expression | null;
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
}

const noDefault: ParsedLiteral = { literal: null, leadingComments: [], trailingComment: null };

/** Reads a literal to the end of `text`, or a default with its `=`; null where anything else stands. */
function parseLiteralFrom(text: string, start: number, asDefault: boolean): ParsedLiteral | null {
  const mistakes: Diagnostic[] = [];
  const reporter = createReporter("", mistakes);
  const cursor = createCursor(lex(text, reporter, start), reporter);
  let literal: Expression | null = null;
  if (!asDefault || accept(cursor, "=")) literal = parseLiteral(cursor);
  if (cursor.failed || current(cursor).kind !== "end" || mistakes.length > 0) return null;
  const { leading, trailing } = createCommentKeeper(cursor).within(-1, cursor.tokens.length);
  return { literal, leadingComments: leading, trailingComment: trailing };
}

/** Warns of a number with something glued to it that is no unit, and of one that stands apart from its unit. */
function warnOfNumber(text: string, at: Span, reporter: Reporter): void {
  const digitsEnd = endOfNumber(text, at.start);
  if (digitsEnd === at.start || digitsEnd === at.end) return;
  const apart = text.charCodeAt(digitsEnd) === 0x20;
  const written = text.slice(apart ? digitsEnd + 1 : digitsEnd, at.end);
  const digits = text.slice(at.start, digitsEnd);
  if (apart) {
    if (readUnitAt(text, digitsEnd + 1)?.length !== written.length) return;
    reporter.report(syntaxDiagnostics.notAQuantity, at, { digits, written, near: [written] });
    return;
  }
  // A date, a version, an address or a time of day is no quantity gone wrong.
  if (/[\s:.\-()0-9]/.test(written)) return;
  reporter.report(syntaxDiagnostics.notAQuantity, at, {
    digits,
    written,
    near: unitNamesNear(written),
  });
}

function endOfNumber(text: string, start: number): number {
  let at = text.charCodeAt(start) === 0x2d ? start + 1 : start;
  if (!isDigit(text.charCodeAt(at))) return start;
  while (isDigit(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1))) return at;
  at++;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}
