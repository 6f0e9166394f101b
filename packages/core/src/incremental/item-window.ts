// Which items an edit can have changed, found without looking at the rest of the text: from an item that certainly still
// begins where it did, to the first one behind the edit that begins again where it did.
import { positionAt, type SourceText } from "../source/source-text.ts";
import { span } from "../source/span.ts";
import { afterLineBreak, endOfLine, isCommentMark, skipBlanks } from "../syntax/characters.ts";
import { closesOutside, type ItemText, splitItems } from "../syntax/item-splitter.ts";
import {
  readHeader,
  readHeaderComment,
  type SectionHeader,
  type SectionText,
} from "../syntax/splitter.ts";
import type { Edit } from "./edit-source.ts";
import type { LiveDocument, LiveItem, LivePart } from "./live-document.ts";

/** Items of one section that give way to others. */
export interface ItemWindow {
  /** The number of the section's part. */
  readonly index: number;
  /** The old items from `first` up to `last`. */
  readonly first: number;
  readonly last: number;
  /** What stands in their place now. */
  readonly texts: readonly ItemText[];
  /** The section's header. */
  readonly header: SectionHeader;
}

/**
 * The window of an edit that `live.source` already holds, `before` being the text without it. Null where the edit may
 * have touched a header, the comments above one, or what stands before all sections.
 */
export function windowOf(live: LiveDocument, before: SourceText, edit: Edit): ItemWindow | null {
  const { start, end } = edit.span;
  const { text } = live.source;
  const shift = edit.newText.length - (end - start);
  const from = lineStartAt(before, Math.max(0, start - 1));
  const to = before.lineStarts[positionAt(before, end).line] ?? before.text.length;
  const index = partAt(live.parts, from);
  const part = live.parts[index];
  if (part === undefined || part.section === null) return null;
  const { content } = part.text;
  if (to > content.end) return null;
  const lines = readLines(part.text, text, from, to + shift, start);
  if (lines === "headers") {
    const header = readTitle(part.text, before.text, text, { from, end, shift });
    return header === null ? null : { index, first: 0, last: 0, texts: [], header };
  }
  const { items } = part.section;
  const behind = firstFrom(items, to);
  // Comments at the end of a section belong to the next one.
  if (behind === items.length && lines === "comments last") return null;
  return (
    narrowWindow(live, index, part.section.items, part, from, behind, shift) ??
    wholeSection(text, index, part, shift)
  );
}

/** The items around the edit, where they end as they did before. */
function narrowWindow(
  { source: { text }, strays }: LiveDocument,
  index: number,
  items: readonly LiveItem[],
  part: LivePart,
  from: number,
  behind: number,
  shift: number,
): ItemWindow | null {
  const { text: sectionText, section } = part;
  // Steps of one example may stand on one line, and an intent is one item whatever it holds.
  if (section === null || section.keyword === "EXAMPLE" || section.keyword === "INTENT")
    return null;
  // A brace may close one that opens in an item far above.
  if (strays.size > 0 && items.some(({ hasStray }) => hasStray)) return null;
  const touched = firstFrom(items, from) - 1;
  const first = Math.max(0, touched);
  const last = Math.min(items.length, behind + 1);
  const opening = first === 0 ? undefined : items[first];
  const closing = items[behind];
  const next = items[last];
  const begin =
    opening === undefined ? sectionText.content.start : startOfLine(text, opening.start);
  // The next item's line is where it was, but for the edit before it.
  const stop =
    next === undefined ? sectionText.content.end + shift : startOfLine(text, next.start + shift);
  const content = span(begin, stop);
  if (section.keyword === "RULE" && closesOutside(text, content)) return null;
  const found = splitItems(
    text,
    section.keyword,
    { content, indent: sectionText.indent },
    opening === undefined,
  );
  const [head, ...others] = found;
  const isAligned = closing === undefined || found.at(-1)?.start === closing.start + shift;
  if (!isAligned) return null;
  if (opening === undefined || head === undefined)
    return { index, first, last, texts: found, header: sectionText.header };
  if (head.start !== opening.start) return null;
  const { above, blankLineBefore } = opening;
  return {
    index,
    first,
    last,
    texts: [{ ...head, leadingComments: above, blankLineBefore }, ...others],
    header: sectionText.header,
  };
}

function wholeSection(
  text: string,
  index: number,
  { text: sectionText, section }: LivePart,
  shift: number,
): ItemWindow | null {
  if (section === null) return null;
  const { start, end } = sectionText.content;
  const content = span(start, Math.max(start, end + shift));
  const texts = splitItems(text, section.keyword, { content, indent: sectionText.indent });
  return { index, first: 0, last: section.items.length, texts, header: sectionText.header };
}

/** The header again where the edit lies in its title: all that it changed, on a line that holds nothing else. */
function readTitle(
  { header, trailingComment, content }: SectionText,
  before: string,
  text: string,
  { from, end, shift }: { readonly from: number; readonly end: number; readonly shift: number },
): SectionHeader | null {
  const oldEnd = endOfLine(before, header.span.end, before.length);
  const lineEnd = endOfLine(text, from, text.length);
  const first = skipBlanks(text, from, lineEnd);
  const now = readHeader(text, from, first, lineEnd);
  const isAlone =
    end <= oldEnd &&
    trailingComment === null &&
    content.start === header.span.end &&
    lineEnd === oldEnd + shift &&
    first === header.span.start &&
    now !== null &&
    skipBlanks(before, header.span.end, oldEnd) === oldEnd &&
    skipBlanks(text, now.span.end, lineEnd) === lineEnd;
  if (!isAlone || header.kind !== "section" || now.kind !== "section") return null;
  return now.keyword === header.keyword ? now : null;
}

/** What the edited lines hold: a header that was none before, comments behind all else, or neither. */
function readLines(
  { header, trailingComment }: SectionText,
  text: string,
  from: number,
  to: number,
  editStart: number,
): "headers" | "comments last" | "content" {
  let answer: "comments last" | "content" = "comments last";
  for (let at = from; at < to; ) {
    const lineStart = at;
    const lineEnd = endOfLine(text, at, text.length);
    const first = skipBlanks(text, at, lineEnd);
    at = afterLineBreak(text, lineEnd);
    if (lineStart <= header.span.start) {
      // The header's own line: the header must be what it was, and nothing behind it a comment.
      const now = readHeader(text, lineStart, first, lineEnd);
      const isSame =
        editStart >= header.span.end &&
        header.kind === "section" &&
        now?.kind === "section" &&
        now.keyword === header.keyword &&
        now.title === header.title &&
        now.span.start === header.span.start &&
        now.span.end === header.span.end;
      const comment = readHeaderComment(text, header.span.end, lineEnd).trailingComment;
      if (!isSame || trailingComment !== null || comment !== null) return "headers";
      answer = "content";
      continue;
    }
    if (first >= lineEnd) continue;
    if (isCommentMark(text, first)) answer = "comments last";
    else if (readHeader(text, lineStart, first, lineEnd) !== null) return "headers";
    else answer = "content";
  }
  return answer;
}

/** The number of the last part whose header begins at or before an offset's line; -1 before all. */
function partAt(parts: readonly LivePart[], lineStart: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A header may be indented, so its line begins before it.
    const part = parts[middle];
    if (part !== undefined && part.text.extent.start <= lineStart) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The number of the first item that begins at the offset or later. */
function firstFrom(items: readonly LiveItem[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStartAt(source: SourceText, offset: number): number {
  return source.lineStarts[positionAt(source, offset).line - 1] ?? 0;
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 0x0a && text.charCodeAt(at - 1) !== 0x0d) at--;
  return at;
}
