// Cuts a section's content into items: at bullets, except where braces, brackets or an unbraced FOR hold them together.

import type { Span } from "../source/span.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfQuotedName,
  endOfText,
  indentOf,
  isCommentMark,
  isDigit,
  isLineBreak,
  isSpace,
  isTrailingComment,
  skipBlanks,
  skipSpace,
} from "./characters.ts";
import { readForHead } from "./for-head.ts";
import type { SectionText } from "./splitter.ts";
import type { SectionKeyword } from "./tree.ts";

/** An item's place in the text; offsets are absolute. */
export interface ItemText {
  readonly start: number;
  readonly end: number;
  readonly leadingComments: readonly string[];
  readonly blankLineBefore: boolean;
}

interface OpenItem {
  readonly start: number;
  end: number;
  readonly leadingComments: readonly string[];
  readonly blankLineBefore: boolean;
  /** How far its first line is indented. */
  readonly indent: number;
  /** Bullets indented deeper than this belong to the item; null where only its own clauses do. */
  governed: number | null;
  /** An unbraced FOR was read that governs nothing yet: the next bullet is its. */
  expectsItem: boolean;
  /** How many `(` and `[` are open at `bracketsRead`. */
  openBrackets: number;
  bracketsRead: number;
}

/**
 * The items of a section in order. Comments behind the last one are not among them: they lead the next section. The
 * content may also begin at the line of an item, and then not on the header's line.
 */
export function splitItems(
  text: string,
  keyword: SectionKeyword,
  section: Pick<SectionText, "content" | "indent">,
  startsOnHeaderLine = true,
): readonly ItemText[] {
  const items: ItemText[] = [];
  const { content } = section;
  const structure = keyword === "RULE" ? readStructure(text, content.start, content.end) : null;
  let item: OpenItem | null = null;
  let comments: string[] = [];
  let isBlankAbove = false;
  let wasBlankAboveComments = false;
  let isHeaderLine = startsOnHeaderLine;

  const close = (): void => {
    if (item === null) return;
    const { start, end, leadingComments, blankLineBefore } = item;
    items.push({ start, end, leadingComments, blankLineBefore });
  };

  for (let at = content.start; at < content.end; ) {
    const lineStart = at;
    const lineEnd = endOfLine(text, at, content.end);
    const first = skipBlanks(text, at, lineEnd);
    at = afterLineBreak(text, lineEnd);
    const onHeaderLine = isHeaderLine;
    isHeaderLine = false;
    if (first >= lineEnd) {
      if (!onHeaderLine) isBlankAbove = true;
      continue;
    }
    const isInBlock = structure !== null && first < structure.blockEnd;
    if (!isInBlock && !onHeaderLine && isCommentMark(text, first)) {
      if (comments.length === 0) wasBlankAboveComments = isBlankAbove;
      comments.push(text.slice(first, lineEnd).trimEnd());
      continue;
    }
    const indent = onHeaderLine ? section.indent : indentOf(text, lineStart, first);
    const isBullet = text.charCodeAt(first) === 0x2d;
    const begins =
      item === null ||
      (isBullet &&
        !isInBlock &&
        keyword !== "INTENT" &&
        beginsItem(text, first, indent, item, structure));
    if (begins) {
      close();
      const blankLineBefore = comments.length > 0 ? wasBlankAboveComments : isBlankAbove;
      item = {
        start: first,
        end: lineEnd,
        leadingComments: comments,
        blankLineBefore: blankLineBefore && !onHeaderLine,
        indent,
        governed: null,
        expectsItem: false,
        openBrackets: 0,
        bracketsRead: first,
      };
      if (structure !== null) govern(text, item, first, indent, content.end);
    }
    if (item !== null) item.end = endOfContent(text, first, lineEnd);
    comments = [];
    isBlankAbove = false;
    if (structure !== null && item !== null) enterBlocks(structure, lineEnd, item);
  }
  close();
  return keyword === "EXAMPLE" ? items.flatMap((whole) => splitClock(text, whole)) : items;
}

function endOfContent(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

/** Whether the bullet at `first` begins an item, given the one before. */
function beginsItem(
  text: string,
  first: number,
  indent: number,
  item: OpenItem,
  structure: Structure | null,
): boolean {
  if (isDigit(text.charCodeAt(first + 1)) && isInBrackets(text, item, first)) return false;
  if (structure === null) return true;
  if (isClauseBullet(text, first)) return false;
  if (item.governed !== null && indent > item.governed) {
    item.expectsItem = readForHead(text, first, structure.end) === "open";
    return false;
  }
  if (!item.expectsItem) return true;
  item.governed = null;
  govern(text, item, first, indent, structure.end);
  return false;
}

/** Notes what an item governs when an unbraced FOR begins at `start`. */
function govern(text: string, item: OpenItem, start: number, indent: number, end: number): void {
  const head = readForHead(text, start, end);
  item.expectsItem = head === "open";
  if (head !== "none") item.governed = indent;
}

/** True at `- THEN`, `- ELSE` and `- UNKNOWN`: clauses of the item before. */
function isClauseBullet(text: string, bullet: number): boolean {
  const start = skipSpace(text, bullet + 1);
  let end = start;
  while (
    (text.charCodeAt(end) | 0x20) >= 0x61 &&
    (text.charCodeAt(end) | 0x20) <= 0x7a &&
    end - start < 8
  )
    end++;
  const next = text.charCodeAt(end);
  if (next === 0x5f || isDigit(next) || next === 0x3a) return false;
  if (next >= 0x80 && !isSpace(next)) return false;
  const word = text.slice(start, end);
  return word === "UNKNOWN" || /^(?:then|else)$/i.test(word);
}

/** Whether a `(` or `[` of the item is open at `end`. Reads on from where it was last asked. */
function isInBrackets(text: string, item: OpenItem, end: number): boolean {
  let at = item.bracketsRead;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfText(text, at, end);
    else if (code === 0x60) at = endOfQuotedName(text, at, end);
    else if (isTrailingComment(text, at)) at = endOfLine(text, at, end);
    else if (code === 0x28 || code === 0x5b) item.openBrackets++;
    else if ((code === 0x29 || code === 0x5d) && item.openBrackets > 0) item.openBrackets--;
  }
  item.bracketsRead = at;
  return item.openBrackets > 0;
}

// ---- blocks ------------------------------------------------------------------------------------------------------

/** The braces of a RULE section, and how far the reading of its lines has come. */
interface Structure {
  readonly end: number;
  readonly openings: readonly number[];
  /** Offset of the closing brace by that of the opening one. */
  readonly closings: ReadonlyMap<number, number>;
  /** Whether something closes that nothing opened. */
  readonly hasStray: boolean;
  /** The next opening brace to enter. */
  next: number;
  /** Up to here everything belongs to a closed block. */
  blockEnd: number;
}

/** Pairs the braces between `start` and `end`, each with the nearest that fits, outside texts, names and comments. */
function readStructure(text: string, start: number, end: number): Structure {
  const openings: number[] = [];
  const closings = new Map<number, number>();
  const open: number[] = [];
  let isFirstOnLine = false;
  let hasStray = false;
  const part = text.slice(start, end);
  if (!part.includes("{")) {
    // Quoted ones count as well: whoever asks loses nothing but time by that.
    return { end, openings, closings, hasStray: part.includes("}"), next: 0, blockEnd: start };
  }
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) continue;
    if (code >= 0x30 && code <= 0x7a && code !== 0x60) {
      isFirstOnLine = false;
      continue;
    }
    if (code === 0x22) at = endOfText(text, at, end);
    else if (code === 0x60) at = endOfQuotedName(text, at, end);
    else if ((isFirstOnLine && isCommentMark(text, at)) || isTrailingComment(text, at)) {
      at = endOfLine(text, at, end);
    } else if (code === 0x7b) {
      openings.push(at);
      open.push(at);
    } else if (code === 0x7d) {
      const opening = open.pop();
      if (opening === undefined) hasStray = true;
      else closings.set(opening, at);
    }
    // What is not closed, and a comment, end at a line break.
    if (isLineBreak(text.charCodeAt(at))) isFirstOnLine = true;
    else if (code > 0x20) isFirstOnLine = false;
  }
  return { end, openings, closings, hasStray, next: 0, blockEnd: start };
}

/** Whether some brace in a part of a text closes none that opens in it: it may close one before. */
export function closesOutside(text: string, { start, end }: Span): boolean {
  return readStructure(text, start, end).hasStray;
}

/** Enters the blocks that open before `lineEnd`. One that nothing closes holds what is indented deeper than its item. */
function enterBlocks(structure: Structure, lineEnd: number, item: OpenItem): void {
  const { openings, closings } = structure;
  for (; structure.next < openings.length; structure.next++) {
    const opening = openings[structure.next] ?? lineEnd;
    if (opening >= lineEnd) return;
    if (opening < structure.blockEnd) continue;
    const closing = closings.get(opening);
    if (closing !== undefined) structure.blockEnd = closing;
    else item.governed ??= item.indent;
  }
}

// ---- examples ----------------------------------------------------------------------------------------------------

/** Cuts `GIVEN … AT "…"` in two: a clock behind a GIVEN is a step of its own. */
function splitClock(text: string, whole: ItemText): readonly ItemText[] {
  const { start, end } = whole;
  const word = skipBlanks(text, text.charCodeAt(start) === 0x2d ? start + 1 : start, end);
  if (!/^given$/i.test(text.slice(word, word + 5))) return [whole];
  let depth = 0;
  for (let at = word + 5; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfText(text, at, end);
    else if (code === 0x60) at = endOfQuotedName(text, at, end);
    else if (isTrailingComment(text, at)) at = endOfLine(text, at, end);
    else if (code === 0x28 || code === 0x5b || code === 0x7b) depth++;
    else if (code === 0x29 || code === 0x5d || code === 0x7d) depth--;
    else if (depth === 0 && isClock(text, at)) {
      const clock = { start: at, end, leadingComments: [], blankLineBefore: false };
      return [{ ...whole, end: endOfContent(text, start, at) }, clock];
    }
  }
  return [whole];
}

/** True where the word AT and a text behind it begin. */
function isClock(text: string, at: number): boolean {
  if ((text.charCodeAt(at) | 0x20) !== 0x61 || (text.charCodeAt(at + 1) | 0x20) !== 0x74)
    return false;
  return /^at\s*"$/i.test(text.slice(at, skipSpace(text, at + 2) + 1)) && !isWordPart(text, at - 1);
}

/** Whether a word or a path goes on behind that character. */
function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x80 || code === 0x2e || /\w/.test(text.charAt(at));
}
