// Where a cursor stands, as completion sees it: section, item, the tokens before it, and the word that is being typed.
// Read from the text rather than the tree, because what is being typed is not finished.
import { readTokens, type Token, type Tree } from "@omega/core";
import type { ServiceDocument } from "../service-document.ts";

export interface Situation {
  readonly document: ServiceDocument;
  readonly offset: number;
  /** The cursor's line up to it. */
  readonly line: string;
  /** The section the cursor is in; null above the first. */
  readonly section: Tree.SectionKeyword | null;
  /** Whether a section may begin here: nothing but the word being typed is on the line, at the margin. */
  readonly atMargin: boolean;
  /** The item's text up to the word being typed, from its `-` on; null where no item has begun. */
  readonly item: string | null;
  /** Absolute start of the item; the cursor where none has begun. */
  readonly itemStart: number;
  /** The tokens of `item`, without the end. */
  readonly tokens: readonly Token[];
  /** What is typed already of the word to complete, and where it begins. */
  readonly prefix: string;
  readonly prefixStart: number;
}

const typedWord = /[\p{L}_][\p{L}\p{N}_]*$/u;

/** The situation of an offset. */
export function situationAt(document: ServiceDocument, offset: number): Situation {
  const { text } = document.source;
  const lineStart = startOfLine(text, offset);
  const prefix = typedWord.exec(text.slice(lineStart, offset))?.[0] ?? "";
  const prefixStart = offset - prefix.length;
  const section = sectionAt(document.tree, lineStart, offset);
  const itemStart = section === null ? null : startOfItem(text, section, offset);
  const item = itemStart === null ? null : text.slice(itemStart, prefixStart);
  return {
    document,
    offset,
    line: text.slice(lineStart, offset),
    section: section?.keyword ?? null,
    atMargin: prefixStart === lineStart,
    item,
    itemStart: itemStart ?? offset,
    tokens: item === null ? [] : readTokens(item).slice(0, -1),
    prefix,
    prefixStart,
  };
}

/** The last section that begins above the cursor's line, or on it before the cursor. */
function sectionAt(tree: Tree.Document, lineStart: number, offset: number): Tree.Section | null {
  let found: Tree.Section | null = null;
  for (const section of tree.sections) {
    const { headerSpan } = section;
    if (headerSpan.start < lineStart || headerSpan.end <= offset) found = section;
  }
  return found;
}

/** The last bullet at the margin of the section's items; deeper ones belong to blocks. Null above the first. */
function startOfItem(text: string, section: Tree.Section, offset: number): number | null {
  const body = text.slice(section.headerSpan.end, offset);
  const bullets = [...body.matchAll(/^([ \t]*)-(?=\s|$)/gm)];
  const last = bullets.at(-1);
  if (last === undefined) return null;
  const known = section.items.find(({ start, end }) => start <= offset && offset <= end);
  const lastStart = section.headerSpan.end + last.index + (last[1]?.length ?? 0);
  if (known !== undefined && known.start <= lastStart) return known.start;
  return lastStart;
}

function startOfLine(text: string, offset: number): number {
  // Searched from before its beginning, a text is searched from its beginning.
  if (offset === 0) return 0;
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The text of a token. */
export function textOf({ item }: Situation, { start, end }: Token): string {
  return (item ?? "").slice(start, end);
}
