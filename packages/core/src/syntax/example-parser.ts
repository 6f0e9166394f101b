// EXAMPLE items: GIVEN what is known, AT which time, EXPECT what is decided.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { parseActions } from "./action-parser.ts";
import {
  accept,
  acceptKeyword,
  advance,
  type Cursor,
  contentOf,
  current,
  emptySpan,
  failExpected,
  isAt,
  peek,
  report,
  spanFrom,
  tokenText,
} from "./cursor.ts";
import { parsePath } from "./expression-parser.ts";
import { startOfContent } from "./item-text.ts";
import { parseName } from "./name-parser.ts";
import { errorBody, type ParsedBody, parseFormalItem } from "./parsed-body.ts";
import { parseLiteral } from "./pattern-parser.ts";
import type { Keyword } from "./token.ts";
import type { ExampleStep, Expectation, Expression, GivenStep, Name } from "./tree.ts";

/** Reads a step of an example. */
export function parseExampleStep(text: string, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  return parseFormalItem(text, start, reporter, "the end of the step", (cursor) => {
    if (acceptKeyword(cursor, "GIVEN")) return parseGiven(cursor, start);
    if (acceptKeyword(cursor, "EXPECT")) {
      const expectation = parseExpectation(cursor);
      return { kind: "expect", expectation, span: spanFrom(cursor, start) };
    }
    if (acceptKeyword(cursor, "AT")) {
      const instant = parseText(cursor, "a time in quotes after AT");
      return { kind: "at", instant, span: spanFrom(cursor, start) };
    }
    failExpected(cursor, "GIVEN, EXPECT or AT");
    return errorBody(text);
  });
}

function parseText(cursor: Cursor, expected: string): string {
  if (isAt(cursor, "text")) return contentOf(cursor, advance(cursor));
  failExpected(cursor, expected);
  return "";
}

function parseGiven(cursor: Cursor, start: number): ExampleStep {
  const { kind } = peek(cursor, 1);
  if (current(cursor).keyword === "FILE" && (kind === "text" || kind === "word")) {
    advance(cursor);
    const path = parsePathOfFile(cursor);
    return { kind: "given-file", path, span: spanFrom(cursor, start) };
  }
  const assignments = [parseAssignment(cursor)];
  while (accept(cursor, ",")) assignments.push(parseAssignment(cursor));
  return { kind: "given", assignments, span: spanFrom(cursor, start) };
}

/** Reads a path in quotes; one without them goes on to the next space. */
function parsePathOfFile(cursor: Cursor): string {
  const { kind, start } = current(cursor);
  if (kind === "text") return contentOf(cursor, advance(cursor));
  const written = /^\S*/.exec(cursor.text.slice(start))?.[0] ?? "";
  const end = start + written.length;
  report(cursor, syntaxDiagnostics.unquotedText, span(start, end), { written });
  while (current(cursor).kind !== "end" && current(cursor).start < end) advance(cursor);
  return written;
}

function parseAssignment(cursor: Cursor): GivenStep["assignments"][number] {
  const target = parseTarget(cursor, "an attribute");
  const { kind, start, end } = current(cursor);
  if (kind === "==" || kind === ":") {
    const parameters = { written: kind, replacement: kind === ":" ? " =" : "=" };
    report(cursor, syntaxDiagnostics.foreignSymbol, span(start, end), parameters);
    advance(cursor);
  } else if (!accept(cursor, "=")) failExpected(cursor, "`=` and a value after the attribute");
  return { target, value: parseValue(cursor) };
}

/** Reads `Workers[0].name`. */
function parseTarget(cursor: Cursor, expected: string): Expression {
  const { kind } = current(cursor);
  if (kind === "word" || kind === "quoted") return parsePath(cursor);
  failExpected(cursor, expected);
  return { kind: "missing", span: emptySpan(cursor) };
}

/** Reads a literal; a word without quotes is taken for the text it was meant as. */
function parseValue(cursor: Cursor): Expression {
  const token = current(cursor);
  if (token.kind === "word" && token.keyword === null) {
    const written = tokenText(cursor, token);
    const at = span(token.start, token.end);
    report(cursor, syntaxDiagnostics.unquotedText, at, { written });
    advance(cursor);
    return { kind: "text", value: written, span: at };
  }
  return parseLiteral(cursor, "a value: a literal, as an input would hold it");
}

// ---- EXPECT ------------------------------------------------------------------------------------------------------

function parseExpectation(cursor: Cursor): Expectation {
  if (acceptKeyword(cursor, "NOT")) return { kind: "not", actions: parseActions(cursor) };
  if (acceptKeyword(cursor, "UNKNOWN")) return { kind: "unknown", paths: parsePaths(cursor) };
  if (current(cursor).keyword === "NOTHING" && peek(cursor, 1).kind === "end") {
    advance(cursor);
    return { kind: "nothing" };
  }
  // The other words are actions' names unless something that they announce follows.
  if (acceptForm(cursor, "ONLY")) return { kind: "only", actions: parseActions(cursor) };
  if (acceptForm(cursor, "PENDING")) return { kind: "pending", actions: parseActions(cursor) };
  if (acceptForm(cursor, "VIOLATION")) return { kind: "violation", labels: parseNames(cursor) };
  if (acceptForm(cursor, "STATUS"))
    return { kind: "status", status: parseName(cursor, "a status") };
  return { kind: "occur", actions: parseActions(cursor) };
}

function acceptForm(cursor: Cursor, keyword: Keyword): boolean {
  if (current(cursor).keyword !== keyword) return false;
  const { kind } = peek(cursor, 1);
  if (kind !== "word" && kind !== "quoted" && kind !== "text") return false;
  advance(cursor);
  return true;
}

function parsePaths(cursor: Cursor): readonly Expression[] {
  const paths = [parseTarget(cursor, "what is unknown")];
  while (accept(cursor, ",")) paths.push(parseTarget(cursor, "what is unknown"));
  return paths;
}

function parseNames(cursor: Cursor): readonly Name[] {
  const names = [parseName(cursor, "a constraint's label")];
  while (accept(cursor, ",")) names.push(parseName(cursor, "a constraint's label"));
  return names;
}
