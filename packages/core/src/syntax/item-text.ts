// What an item says before its parser looks closer: where its content begins, its label, and prose joined from lines.
import { type Span, span } from "../source/span.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfQuotedName,
  endOfText,
  isCommentMark,
  isSpace,
  isTrailingComment,
  skipBlanks,
  skipSpace,
} from "./characters.ts";
import type { Name } from "./tree.ts";

/** Where an item's content begins: behind its `-`, if it has one, and white space. */
export function startOfContent(text: string): number {
  return skipSpace(text, text.charCodeAt(0) === 0x2d ? 1 : 0);
}

/** Prose as one line, the comments within it, and where its last character ends. */
export interface Prose {
  readonly text: string;
  /** On lines of their own. */
  readonly comments: readonly string[];
  /** At the ends of lines; only where those count as comments. */
  readonly trailingComment: string | null;
  readonly end: number;
}

/**
 * Joins the lines of `text` from `start` by one space. Comment lines are no part of it; ` #` and ` //` at the end of a
 * line are, unless `formal` says that they begin a comment.
 */
export function readProse(text: string, start: number, formal = false): Prose {
  const lines: string[] = [];
  const comments: string[] = [];
  const trailing: string[] = [];
  let end = start;
  for (let at = start; at < text.length; ) {
    const lineEnd = endOfLine(text, at, text.length);
    const first = skipBlanks(text, at, lineEnd);
    if (at > start && isCommentMark(text, first) && first < lineEnd) {
      comments.push(text.slice(first, lineEnd).trimEnd());
    } else if (first < lineEnd) {
      const comment = formal ? findTrailingComment(text, first, lineEnd) : lineEnd;
      if (comment < lineEnd) trailing.push(text.slice(comment, lineEnd).trimEnd());
      const line = text.slice(first, comment).trimEnd();
      if (line !== "") {
        lines.push(line.trimStart());
        end = first + line.length;
      }
    }
    at = afterLineBreak(text, lineEnd);
  }
  const trailingComment = trailing.length === 0 ? null : trailing.join(" ");
  return { text: lines.join(" "), comments, trailingComment, end };
}

/** Where a trailing comment begins on the line from `start` to `end`, outside quoted text; `end` where none does. */
function findTrailingComment(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 0x22) {
      const closing = endOfText(text, at, end);
      if (closing < end) at = closing;
    } else if (isTrailingComment(text, at)) return at;
  }
  return end;
}

/** `Label:` or `Label [Rule, Rule]:` and where the text behind it begins. */
export interface Label {
  readonly name: Name;
  readonly references: readonly Name[];
  readonly valueStart: number;
}

/**
 * Reads the label at `start`: what stands before the line's first colon with white space behind it, or before the colon
 * directly behind the line's first word (`https://` is none), behind `[references]` or behind a name in backticks. Null
 * where no label stands.
 */
export function readLabel(text: string, start: number): Label | null {
  const lineEnd = endOfLine(text, start, text.length);
  const isQuoted = text.charCodeAt(start) === 0x60;
  if (text.charCodeAt(start) === 0x3a) return null;
  let isFirstWord = true;
  /** Where a `[` opens, and the brackets that only white space has followed. */
  let opening = -1;
  let brackets: Span | null = null;
  for (let at = isQuoted ? endOfQuotedName(text, start, lineEnd) + 1 : start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      isFirstWord = false;
      continue;
    }
    if (
      code === 0x3a &&
      (isQuoted ? opening < 0 : brackets !== null || isLabelEnd(text, at, lineEnd, isFirstWord))
    ) {
      const name = readName(text, start, brackets?.start ?? at);
      if (name.text === "") return null;
      const references =
        brackets === null ? [] : readReferences(text, brackets.start + 1, brackets.end);
      return { name, references, valueStart: startOfValue(text, at + 1, lineEnd) };
    }
    brackets = null;
    if (code === 0x3a) {
      if (isQuoted) return null;
      opening = -1;
    } else if (code === 0x5b && opening < 0) opening = at;
    else if (code === 0x5d && opening >= 0) {
      brackets = span(opening, at);
      opening = -1;
    } else if (isQuoted && opening < 0) return null;
  }
  return null;
}

/** Where the text behind a label begins; at the end of the label's line when comment lines follow, which are no text. */
function startOfValue(text: string, start: number, lineEnd: number): number {
  const first = skipSpace(text, start);
  return first > lineEnd && isCommentMark(text, first) ? lineEnd : first;
}

/** Steps over white space and comments from `start`: where a formal text begins, and the comments before it. */
export function skipComments(
  text: string,
  start: number,
): { readonly at: number; readonly comments: readonly string[] } {
  const comments: string[] = [];
  let at = skipSpace(text, start);
  while (isTrailingComment(text, at)) {
    const end = endOfLine(text, at, text.length);
    comments.push(text.slice(at, end).trimEnd());
    at = skipSpace(text, end);
  }
  return { at, comments };
}

function isLabelEnd(text: string, colon: number, lineEnd: number, isFirstWord: boolean): boolean {
  const next = text.charCodeAt(colon + 1);
  if (colon + 1 >= lineEnd || isSpace(next)) return true;
  return isFirstWord && !(next === 0x2f && text.charCodeAt(colon + 2) === 0x2f);
}

/** The name from `start` to `end` without white space around it and without backticks. */
function readName(text: string, start: number, end: number): Name {
  const first = Math.min(skipSpace(text, start), end);
  const written = text.slice(first, end).trimEnd();
  const isQuoted = written.length > 1 && written.startsWith("`") && written.endsWith("`");
  const name = isQuoted ? written.slice(1, -1) : written;
  return { kind: "name", text: name, span: span(first, first + written.length) };
}

function readReferences(text: string, start: number, end: number): readonly Name[] {
  const names: Name[] = [];
  for (let at = start; at <= end; ) {
    const comma = text.indexOf(",", at);
    const partEnd = comma < 0 || comma > end ? end : comma;
    const name = readName(text, at, partEnd);
    if (name.text !== "") names.push(name);
    at = partEnd + 1;
  }
  return names;
}
