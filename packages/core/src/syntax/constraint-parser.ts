// CONSTRAINT items: formal clauses, told from prose by their first words in capitals, or prose under a label.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { span } from "../source/span.ts";
import { parseActionName, parseActionNames } from "./action-parser.ts";
import { endOfQuotedName, isSpace, skipSpace } from "./characters.ts";
import {
  accept,
  acceptKeyword,
  advance,
  type Cursor,
  current,
  expectKeyword,
  failExpected,
  isAtKeyword,
  spanFrom,
} from "./cursor.ts";
import { parseCondition } from "./expression-parser.ts";
import { readLabel, skipComments, startOfContent } from "./item-text.ts";
import { parseName } from "./name-parser.ts";
import { type ParsedBody, parseFormalItem } from "./parsed-body.ts";
import { parseLabelled } from "./prose-parser.ts";
import type { Clause, Name } from "./tree.ts";

/** A clause without a kind before it is one of safety. */
const DEFAULT_KIND = "Safety";

/** Reads a constraint. Prose that begins like a clause, but not in capitals, draws a warning: nothing enforces it. */
export function parseConstraint(text: string, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  // A clause without a kind may hold a colon in a text: no label then.
  const label = readOpening(text, start)?.isFormal === true ? null : readLabel(text, start);
  const valueStart = label === null ? start : label.valueStart;
  const opening = readOpening(text, label === null ? start : skipComments(text, valueStart).at);
  if (opening === null || !opening.isFormal) {
    if (opening !== null) {
      const { words, at } = opening;
      reporter.report(documentStructureDiagnostics.proseConstraint, at, { words });
    }
    return parseLabelled(text, reporter, "a kind such as `Safety:`");
  }
  return parseFormalItem(text, valueStart, reporter, "the end of the clause", (cursor) => {
    const clause = parseClause(cursor, opening.words);
    if (clause === null) return { kind: "error", text: "", span: span(0, 0) };
    const noName: Name = { kind: "name", text: DEFAULT_KIND, span: span(start, start) };
    return {
      kind: "formal-constraint",
      category: label?.name ?? noName,
      label: label?.references[0] ?? null,
      clause,
      span: spanFrom(cursor, start),
    };
  });
}

/** The words that make a text formal, where they stand, and whether they are in capitals. */
interface Opening {
  readonly words: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly isFormal: boolean;
}

const openings = [["NEVER"], ["ALWAYS"], ["AT", "MOST"], ["EXACTLY", "ONE", "OF"], ["MAX", "LOOP"]];
const secondWords = [["REQUIRES"], ["BEFORE"]];

function readOpening(text: string, start: number): Opening | null {
  const first = findWords(text, start, openings);
  if (first?.isFormal === true) return first;
  const second = findWords(text, skipSpace(text, endOfWord(text, start)), secondWords);
  return second?.isFormal === true ? second : (first ?? second);
}

function findWords(
  text: string,
  start: number,
  choices: readonly (readonly string[])[],
): Opening | null {
  for (const words of choices) {
    const end = endOfWords(text, start, words);
    if (end < 0) continue;
    const isFormal = text.slice(start, end).split(/\s+/).join(" ") === words.join(" ");
    return { words: words.join(" "), at: span(start, end), isFormal };
  }
  return null;
}

/** Where the words end that stand at `start` in any case; -1 where they do not. */
function endOfWords(text: string, start: number, words: readonly string[]): number {
  let at = start;
  let end = start;
  for (const word of words) {
    end = endOfWord(text, at);
    if (end - at !== word.length || text.slice(at, end).toUpperCase() !== word) return -1;
    at = skipSpace(text, end);
  }
  return end;
}

/** The end of the word, or of the name in backticks, at `start`. */
function endOfWord(text: string, start: number): number {
  if (text.charCodeAt(start) === 0x60) return endOfQuotedName(text, start, text.length) + 1;
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

// ---- clauses -----------------------------------------------------------------------------------------------------

const clauseWords = ["WHEN", "UNLESS", "PER", "REQUIRES", "BEFORE"] as const;

function parseClause(cursor: Cursor, words: string): Clause | null {
  switch (words) {
    case "NEVER": {
      advance(cursor);
      const actions = parseActionNames(cursor, "AND", clauseWords);
      return { kind: "never", actions, guard: parseGuard(cursor) };
    }
    case "ALWAYS": {
      advance(cursor);
      const action = parseActionName(cursor, clauseWords).name;
      expectKeyword(cursor, "WHEN", "WHEN and a condition");
      return { kind: "always", action, condition: parseCondition(cursor) };
    }
    case "AT MOST": {
      cursor.index += 2;
      const count = parseCount(cursor);
      expectKeyword(cursor, "OF", "OF and the actions");
      const actions = parseActionNames(cursor, ",", clauseWords);
      return { kind: "at-most", count, actions, per: parsePer(cursor) };
    }
    case "EXACTLY ONE OF": {
      cursor.index += 3;
      const actions = parseActionNames(cursor, ",", clauseWords);
      return { kind: "exactly-one", actions, per: parsePer(cursor) };
    }
    case "MAX LOOP":
      cursor.index += 2;
      return { kind: "max-loop", count: parseCount(cursor) };
    default:
      return parseRelation(cursor);
  }
}

function parseRelation(cursor: Cursor): Clause | null {
  const action = parseActionName(cursor, clauseWords).name;
  const isRequirement = isAtKeyword(cursor, "REQUIRES");
  if (!isRequirement && !isAtKeyword(cursor, "BEFORE")) {
    failExpected(cursor, "REQUIRES or BEFORE");
    return null;
  }
  advance(cursor);
  const other = parseActionName(cursor, clauseWords).name;
  return isRequirement
    ? { kind: "requires", action, required: other }
    : { kind: "before", action, later: other };
}

type Guard = (Clause & { readonly kind: "never" })["guard"];

function parseGuard(cursor: Cursor): Guard {
  const isWhen = acceptKeyword(cursor, "WHEN");
  if (!isWhen && !acceptKeyword(cursor, "UNLESS")) return null;
  return { kind: isWhen ? "when" : "unless", condition: parseCondition(cursor) };
}

function parsePer(cursor: Cursor): Name | null {
  return acceptKeyword(cursor, "PER") ? parseName(cursor, "a loop variable after PER") : null;
}

/** Reads a whole number without a unit. */
function parseCount(cursor: Cursor): number {
  const token = current(cursor);
  const digits = cursor.text.slice(token.start, token.end);
  if (token.kind === "number" && /^[0-9]{1,9}$/.test(digits)) {
    accept(cursor, "number");
    return Number(digits);
  }
  failExpected(cursor, "a whole number");
  return 0;
}
