// Cuts a document into sections by its headers, line by line. What a section holds is cut by item-splitter.ts.
import { type Span, span } from "../source/span.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfText,
  indentOf,
  isCommentMark,
  isDigit,
  skipBlanks,
} from "./characters.ts";
import { decodeText } from "./text-literal.ts";
import { type SectionKeyword, sectionKeywords } from "./tree.ts";

/** A section's place in the text. All offsets are absolute. */
export interface SectionText {
  readonly header: SectionHeader;
  /** Comment lines directly above the header. */
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
  /** From the first of its comments to the next section's. */
  readonly extent: Span;
  /** What follows the header, to where the next section's comments begin. */
  readonly content: Span;
  /** How far the header's line is indented. */
  readonly indent: number;
}

export type SectionHeader =
  | {
      readonly kind: "section";
      readonly keyword: SectionKeyword;
      readonly title: string | null;
      readonly span: Span;
    }
  | { readonly kind: "suite"; readonly policy: string | null; readonly span: Span }
  /** An all-capitals word and a colon at the margin. */
  | { readonly kind: "unknown"; readonly word: string; readonly span: Span };

export interface SplitDocument {
  readonly sections: readonly SectionText[];
  /** Text other than comments before the first header, or null. */
  readonly strayText: Span | null;
  /** Comments at the end of the document. */
  readonly trailingComments: readonly string[];
}

interface OpenSection {
  readonly header: SectionHeader;
  readonly leadingComments: readonly string[];
  readonly extentStart: number;
  readonly indent: number;
}

/** Cuts `text` into sections. Any text has some cut: what stands before the first header is stray. */
export function splitDocument(text: string): SplitDocument {
  const sections: SectionText[] = [];
  let section: OpenSection | null = null;
  let comments: string[] = [];
  /** Where the comments began that nothing has followed yet; -1 for none. */
  let commentsStart = -1;
  let strayStart = -1;
  let strayEnd = -1;

  const close = (end: number): void => {
    if (section === null) return;
    const { header, leadingComments, extentStart, indent } = section;
    const { contentStart, trailingComment } = readHeaderComment(text, header.span.end, end);
    sections.push({
      header,
      leadingComments,
      trailingComment,
      extent: span(extentStart, end),
      content: span(contentStart, Math.max(contentStart, end)),
      indent,
    });
  };

  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const lineStart = at;
    const lineEnd = endOfLine(text, at, text.length);
    const first = skipBlanks(text, at, lineEnd);
    at = afterLineBreak(text, lineEnd);
    if (first === lineEnd) continue;
    if (isCommentMark(text, first)) {
      if (commentsStart < 0) commentsStart = lineStart;
      comments.push(text.slice(first, lineEnd).trimEnd());
      continue;
    }
    const header = readHeader(text, lineStart, first, lineEnd);
    if (header !== null) {
      const extentStart = commentsStart < 0 ? lineStart : commentsStart;
      close(extentStart);
      const indent = indentOf(text, lineStart, first);
      section = { header, leadingComments: comments, extentStart, indent };
    } else if (section === null) {
      if (strayStart < 0) strayStart = first;
      strayEnd = lineEnd;
    }
    comments = [];
    commentsStart = -1;
  }
  const end = commentsStart < 0 ? text.length : commentsStart;
  close(end);
  return {
    sections,
    strayText: strayStart < 0 ? null : span(strayStart, strayEnd),
    trailingComments: comments,
  };
}

/** The comment directly behind a header, and where the section's text begins. */
export function readHeaderComment(
  text: string,
  headerEnd: number,
  end: number,
): { readonly contentStart: number; readonly trailingComment: string | null } {
  const lineEnd = endOfLine(text, headerEnd, end);
  const first = skipBlanks(text, headerEnd, lineEnd);
  if (first >= lineEnd || !isCommentMark(text, first)) {
    return { contentStart: headerEnd, trailingComment: null };
  }
  return { contentStart: lineEnd, trailingComment: text.slice(first, lineEnd).trimEnd() };
}

// ---- headers -----------------------------------------------------------------------------------------------------

const keywords: ReadonlyMap<string, SectionKeyword> = new Map(
  sectionKeywords.map((keyword) => [keyword, keyword]),
);

/** The header on a line, or null. `first` is the line's first character that is not blank. */
export function readHeader(
  text: string,
  lineStart: number,
  first: number,
  lineEnd: number,
): SectionHeader | null {
  const { end, isCapital } = readHeaderWord(text, first, lineEnd);
  if (end === first) return null;
  const word = text.slice(first, end);
  const next = text.charCodeAt(end);
  const isColonNext = end < lineEnd && next === 0x3a;
  if (isCapital) {
    const keyword = keywords.get(word);
    if (keyword === undefined) {
      if (word === "EXAMPLES") {
        const suite = readSuiteHeader(text, first, end, lineEnd);
        if (suite !== null) return suite;
      }
      const isUnknown = isColonNext && first === lineStart && end - first > 1;
      return isUnknown ? { kind: "unknown", word, span: span(first, end + 1) } : null;
    }
    if (isColonNext) return { kind: "section", keyword, title: null, span: span(first, end + 1) };
    if (end >= lineEnd || next > 0x20) return null;
    const colon = endOfTitle(text, end, lineEnd);
    if (colon < 0) return null;
    const title = text.slice(end, colon).trim();
    return {
      kind: "section",
      keyword,
      title: title === "" ? null : title,
      span: span(first, colon + 1),
    };
  }
  if (!isColonNext || first !== lineStart) return null;
  const keyword = keywords.get(word.toUpperCase());
  return keyword === undefined
    ? null
    : { kind: "section", keyword, title: null, span: span(first, end + 1) };
}

/** Reads letters, digits, `_` and `-` of ASCII, and whether all letters are capitals and the first is one. */
function readHeaderWord(
  text: string,
  start: number,
  lineEnd: number,
): { readonly end: number; readonly isCapital: boolean } {
  let end = start;
  let isCapital = true;
  for (; end < lineEnd; end++) {
    const code = text.charCodeAt(end);
    if (code >= 0x61 && code <= 0x7a) isCapital = false;
    else if (code >= 0x41 && code <= 0x5a) continue;
    else if (end === start || !(isDigit(code) || code === 0x5f || code === 0x2d)) break;
  }
  return { end, isCapital };
}

/** The colon that ends a title: the first with white space or the line's end behind it, else the first; -1 for none. */
function endOfTitle(text: string, start: number, lineEnd: number): number {
  let first = -1;
  for (let at = start; at < lineEnd; at++) {
    if (text.charCodeAt(at) !== 0x3a) continue;
    if (at + 1 >= lineEnd || text.charCodeAt(at + 1) <= 0x20) return at;
    if (first < 0) first = at;
  }
  return first;
}

/** Reads `EXAMPLES FOR "factory.omni":`; null where FOR does not follow, without a policy where it is malformed. */
function readSuiteHeader(
  text: string,
  first: number,
  end: number,
  lineEnd: number,
): SectionHeader | null {
  const forStart = skipBlanks(text, end, lineEnd);
  const behind = forStart + 3;
  const isWord = behind >= lineEnd || text.charCodeAt(behind) <= 0x20;
  const isSuite = text.startsWith("FOR", forStart) && isWord;
  if (!isSuite) return null;
  const malformed: SectionHeader = { kind: "suite", policy: null, span: span(first, lineEnd) };
  const opening = skipBlanks(text, forStart + 3, lineEnd);
  if (text.charCodeAt(opening) !== 0x22) return malformed;
  const closing = endOfText(text, opening, lineEnd);
  if (closing >= lineEnd) return malformed;
  const colon = skipBlanks(text, closing + 1, lineEnd);
  if (colon >= lineEnd || text.charCodeAt(colon) !== 0x3a) return malformed;
  const policy = decodeText(text, opening + 1, closing);
  return { kind: "suite", policy, span: span(first, colon + 1) };
}
