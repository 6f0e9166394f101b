// The tree of a document that is being edited: items that an edit leaves alone stay the same objects and only move.
import { createReporter, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan, type Span, span } from "../source/span.ts";
import { checkCharacters, isSuspicious } from "../syntax/check-characters.ts";
import { closesOutside, type ItemText, splitItems } from "../syntax/item-splitter.ts";
import { exceedsDocumentLimit } from "../syntax/limits.ts";
import { checkStructure, keywordOf, placeItem } from "../syntax/parse-document.ts";
import { type ParsedItem, parseItem } from "../syntax/parse-item.ts";
import { type SectionText, splitDocument } from "../syntax/splitter.ts";
import type { Document, Item, Section, SectionKeyword, SuiteHeader } from "../syntax/tree.ts";
import { type Edit, editSource } from "./edit-source.ts";
import { type ItemWindow, windowOf } from "./item-window.ts";

/** An item as it stands now: settled by its keyword and text, but for its place and what stands above it. */
export interface LiveItem extends Item {
  /** Never used again in the same document. */
  readonly id: number;
  readonly keyword: SectionKeyword;
  readonly text: string;
  readonly parsed: ParsedItem;
  /** Whether a brace in it closes none of its own. */
  readonly hasStray: boolean;
  start: number;
  end: number;
  blankLineBefore: boolean;
  leadingComments: readonly string[];
  /** The comments on the lines above it. */
  above: readonly string[];
  /** Its number in the document, and, in RULE sections, among their items, from 1. */
  order: number;
  position: number;
}

/** A section with its place; `section` is null where the header counts as none. */
export interface LivePart {
  readonly text: SectionText;
  readonly section: LiveSection | null;
}

interface LiveSection extends Section {
  readonly items: readonly LiveItem[];
}

/** A document as it stands now, valid until the next edit. */
export interface LiveDocument extends Document {
  source: SourceText;
  parts: readonly LivePart[];
  sections: readonly LiveSection[];
  /** In order of the text. */
  items: readonly LiveItem[];
  suiteFor: SuiteHeader | null;
  trailingComments: readonly string[];
  strayText: Span | null;
  /** What is wrong with the characters and the sections. */
  structure: readonly Diagnostic[];
  isTooLarge: boolean;
  /** Whether some character may be one to report. */
  isSuspicious: boolean;
  /** Items that parsing found something in, and those with a brace that closes none of their own. */
  readonly faulty: Set<LiveItem>;
  readonly strays: Set<LiveItem>;
  /** How many items were made so far. */
  made: number;
}

/** What an edit did to the items; those that stay keep their order. */
export interface Replaced {
  readonly gone: readonly LiveItem[];
  readonly come: readonly LiveItem[];
}

/** The tree of a text: item for item what `parseDocument` makes of it. Its items are numbered from `made` on. */
export function openLiveDocument(source: SourceText, made = 0): LiveDocument {
  const live: LiveDocument = {
    kind: "document",
    source,
    parts: [],
    sections: [],
    items: [],
    suiteFor: null,
    trailingComments: [],
    strayText: null,
    structure: [],
    isTooLarge: false,
    isSuspicious: isSuspicious(source.text),
    faulty: new Set(),
    strays: new Set(),
    made,
  };
  splitAgain(live, null);
  checkParts(live);
  return live;
}

/** Applies an edit: splits what it touches again, parses the items that are new, and moves the others. */
export function editLiveDocument(live: LiveDocument, edit: Edit): Replaced {
  const before = live.source;
  live.source = editSource(before, edit);
  const { start } = edit.span;
  const around = live.source.text.slice(Math.max(0, start - 1), start + edit.newText.length + 1);
  live.isSuspicious = live.isSuspicious ? isSuspicious(live.source.text) : isSuspicious(around);
  const isTooLarge = exceedsDocumentLimit(live.source.text);
  const window = live.isTooLarge || isTooLarge ? null : windowOf(live, before, edit);
  const replaced = window === null ? splitAgain(live, edit) : replaceItems(live, window, edit);
  for (const item of replaced.gone) {
    live.faulty.delete(item);
    live.strays.delete(item);
  }
  checkParts(live);
  return replaced;
}

/** The document by itself, as `parseDocument` gives it: later edits do not change it. */
export function snapshotOf({ suiteFor, sections, trailingComments }: LiveDocument): Document {
  const itemOf = (item: LiveItem): Item => {
    const { start, end, blankLineBefore, leadingComments, trailingComment, body } = item;
    return { kind: "item", start, end, blankLineBefore, leadingComments, trailingComment, body };
  };
  return {
    kind: "document",
    suiteFor,
    sections: sections.map((section) => ({ ...section, items: section.items.map(itemOf) })),
    trailingComments,
  };
}

const shiftOf = ({ span: { start, end }, newText }: Edit): number => newText.length - (end - start);

/** Numbers the items from one on. */
function number(items: readonly LiveItem[], from: number): void {
  let position = items[from - 1]?.position ?? 0;
  for (let at = from - 1; position === 0 && at >= 0; at--) position = items[at]?.position ?? 0;
  for (let order = from; order < items.length; order++) {
    const item = items[order];
    if (item === undefined) continue;
    item.order = order;
    item.position = item.keyword === "RULE" ? ++position : 0;
  }
}

/** Looks at the document's structure, once its parts are settled. */
function checkParts(live: LiveDocument): void {
  live.sections = live.parts.flatMap(({ section }) => section ?? []);
  const diagnostics: Diagnostic[] = [];
  const reporter = createReporter(live.source.file, diagnostics);
  live.suiteFor = null;
  live.structure = diagnostics;
  if (live.isTooLarge) {
    reporter.report(documentStructureDiagnostics.documentTooLarge, span(0, 0), {});
    return;
  }
  if (live.isSuspicious) checkCharacters(live.source.text, reporter);
  for (const { text } of live.parts) if (text.header.kind === "unknown") keywordOf(text, reporter);
  const { strayText, trailingComments } = live;
  live.suiteFor = checkStructure(
    live.source.text,
    { sections: live.parts.map(({ text }) => text), strayText, trailingComments },
    live.parts.flatMap(({ text, section }) => (section === null ? [] : [{ text, section }])),
    reporter,
  );
}

// ---- the items of a window ---------------------------------------------------------------------------------------

/** Puts the items of a window in the place of the old ones, and moves all that follows. */
function replaceItems(live: LiveDocument, window: ItemWindow, edit: Edit): Replaced {
  const shift = shiftOf(edit);
  const { index, first, last, texts, header } = window;
  const part = live.parts[index];
  const section = part?.section ?? null;
  if (part === undefined || section === null) return splitAgain(live, edit);
  const rest = section.items.slice(last);
  for (const item of rest) moveItem(item, shift);
  const candidates = texts.map((text) => ({ keyword: section.keyword, text, known: null }));
  const { items, gone, come } = matchItems(section.items.slice(first, last), candidates, live);
  const all = [...section.items.slice(0, first), ...items, ...rest];
  const from = orderOf(live, section, first);
  const { length } = live.items;
  live.items = [...live.items.slice(0, from), ...items, ...live.items.slice(from + last - first)];
  // Where as many came as went, those behind keep their numbers.
  const isSameCount = live.items.length === length;
  number(isSameCount ? live.items.slice(0, from + items.length) : live.items, from);
  const { text } = part;
  const contentStart = text.content.start + header.span.end - text.header.span.end;
  const grown: SectionText = {
    ...text,
    header,
    extent: span(text.extent.start, text.extent.end + shift),
    content: span(contentStart, Math.max(contentStart, text.content.end + shift)),
  };
  live.parts = live.parts.map((other, at) => {
    if (at < index) return other;
    return at === index
      ? { text: grown, section: sectionOf(grown, section.keyword, all) }
      : movePart(other, shift);
  });
  return { gone, come };
}

/** The number of a section's item, or of the one that follows the section's last. */
function orderOf(live: LiveDocument, section: LiveSection, index: number): number {
  const first = section.items[0];
  if (first !== undefined) return first.order + index;
  const at = live.sections.findIndex(
    (other) => other.headerSpan.start === section.headerSpan.start,
  );
  const before = live.sections.slice(0, at).flatMap(({ items }) => items.at(-1) ?? []);
  return (before.at(-1)?.order ?? -1) + 1;
}

function moveItem(item: LiveItem, by: number): void {
  item.start += by;
  item.end += by;
}

function movePart({ text, section }: LivePart, by: number): LivePart {
  const header = { ...text.header, span: moveSpan(text.header.span, by) };
  const extent = moveSpan(text.extent, by);
  const content = moveSpan(text.content, by);
  for (const item of section?.items ?? []) moveItem(item, by);
  return {
    text: { ...text, header, extent, content },
    section:
      section === null
        ? null
        : { ...section, headerSpan: header.span, span: moveSpan(section.span, by) },
  };
}

function sectionOf(
  { header, leadingComments, trailingComment }: SectionText,
  keyword: SectionKeyword,
  items: readonly LiveItem[],
): LiveSection {
  return {
    kind: "section",
    keyword,
    title: header.kind === "section" ? header.title : null,
    leadingComments,
    trailingComment,
    items,
    headerSpan: header.span,
    span: span(header.span.start, items[items.length - 1]?.end ?? header.span.end),
  };
}

// ---- the whole again ---------------------------------------------------------------------------------------------

/** An item of the new text; `known` where it is one that the edit cannot have touched. */
interface Candidate {
  readonly keyword: SectionKeyword;
  readonly text: ItemText;
  readonly known: LiveItem | null;
}

/** Splits the whole document again; sections that the edit did not touch keep their items. */
function splitAgain(live: LiveDocument, edit: Edit | null): Replaced {
  const { text } = live.source;
  const old = live.items;
  live.isTooLarge = exceedsDocumentLimit(text);
  if (live.isTooLarge) {
    Object.assign(live, { parts: [], items: [], strayText: null, trailingComments: [] });
    return { gone: old, come: [] };
  }
  const known = edit === null ? new Map<number, LivePart>() : untouchedParts(live.parts, edit);
  const split = splitDocument(text);
  const silent = createReporter("", []);
  const candidates: Candidate[] = [];
  const counts = split.sections.map((sectionText) => {
    const keyword = keywordOf(sectionText, silent);
    if (keyword === null) return null;
    const before = known.get(sectionText.header.span.start);
    const isKnown = before !== undefined && isSamePart(before, sectionText, keyword);
    if (isKnown)
      for (const item of before.section?.items ?? []) candidates.push(stay(item, keyword));
    const texts = isKnown ? [] : splitItems(text, keyword, sectionText);
    for (const each of texts) candidates.push({ keyword, text: each, known: null });
    return { keyword, count: isKnown ? (before.section?.items.length ?? 0) : texts.length };
  });
  const { items, gone, come } = matchItems(old, candidates, live);
  let next = 0;
  live.parts = split.sections.map((sectionText, index): LivePart => {
    const counted = counts[index] ?? null;
    if (counted === null) return { text: sectionText, section: null };
    const own = items.slice(next, next + counted.count);
    next += counted.count;
    return { text: sectionText, section: sectionOf(sectionText, counted.keyword, own) };
  });
  live.items = items;
  number(items, 0);
  live.strayText = split.strayText;
  live.trailingComments = split.trailingComments;
  return { gone, come };
}

function stay(item: LiveItem, keyword: SectionKeyword): Candidate {
  const { start, end, above, blankLineBefore } = item;
  return { keyword, text: { start, end, leadingComments: above, blankLineBefore }, known: item };
}

/** The parts with all their text before or behind an edit, moved to where they stand now, by their header's place. */
function untouchedParts(parts: readonly LivePart[], edit: Edit): ReadonlyMap<number, LivePart> {
  const { start, end } = edit.span;
  const untouched = new Map<number, LivePart>();
  for (const part of parts) {
    const { header, content } = part.text;
    if (content.end <= start) untouched.set(header.span.start, part);
    else if (header.span.start > end) {
      const moved = movePart(part, shiftOf(edit));
      untouched.set(moved.text.header.span.start, moved);
    }
  }
  return untouched;
}

/** Whether a part holds what it held before. */
function isSamePart(
  { text, section }: LivePart,
  now: SectionText,
  keyword: SectionKeyword,
): boolean {
  return (
    section?.keyword === keyword &&
    text.indent === now.indent &&
    text.content.start === now.content.start &&
    text.content.end === now.content.end
  );
}

/** The items of the new text: old ones where they begin and end alike, and those that are known; others are parsed. */
function matchItems(
  old: readonly LiveItem[],
  candidates: readonly Candidate[],
  live: LiveDocument,
): Replaced & { readonly items: readonly LiveItem[] } {
  const { text } = live.source;
  const isSame = (item: LiveItem | undefined, candidate: Candidate | undefined): boolean =>
    item !== undefined &&
    candidate !== undefined &&
    (candidate.known === item ||
      (candidate.known === null &&
        item.keyword === candidate.keyword &&
        item.text.length === candidate.text.end - candidate.text.start &&
        text.startsWith(item.text, candidate.text.start)));
  let first = 0;
  while (isSame(old[first], candidates[first])) first++;
  let behind = 0;
  while (
    behind < Math.min(old.length, candidates.length) - first &&
    isSame(old[old.length - 1 - behind], candidates[candidates.length - 1 - behind])
  ) {
    behind++;
  }
  const come: LiveItem[] = [];
  const stayed = new Set<LiveItem>();
  const items = candidates.map((candidate, index) => {
    const isBehind = index >= candidates.length - behind;
    const item =
      candidate.known ??
      (index < first ? old[index] : isBehind ? old[index + old.length - candidates.length] : null);
    if (item == null) {
      const made = makeItem(candidate, live);
      come.push(made);
      return made;
    }
    stayed.add(item);
    placeAgain(item, candidate.text);
    return item;
  });
  return { items, come, gone: old.filter((item) => !stayed.has(item)) };
}

function makeItem({ keyword, text: at }: Candidate, live: LiveDocument): LiveItem {
  const text = ownText(live.source.text, at.start, at.end);
  const parsed = parseItem(keyword, text);
  const { start, end, blankLineBefore, leadingComments, trailingComment, body } = placeItem(
    at,
    parsed,
  );
  // Written out, not spread: V8 gives objects that are spread and grown a shape each, and all that reads them is slow then.
  const made: LiveItem = {
    kind: "item",
    start,
    end,
    order: 0,
    position: 0,
    id: live.made++,
    keyword,
    text,
    parsed,
    hasStray: keyword === "RULE" && closesOutside(text, span(0, text.length)),
    above: at.leadingComments,
    blankLineBefore,
    leadingComments,
    trailingComment,
    body,
  };
  if (parsed.diagnostics.length > 0) live.faulty.add(made);
  if (made.hasStray) live.strays.add(made);
  return made;
}

/** A piece of a text that does not keep the whole alive: engines make slices that point into what they were cut from. */
function ownText(whole: string, start: number, end: number): string {
  return ` ${whole.slice(start, end)}`.slice(1);
}

function placeAgain(item: LiveItem, at: ItemText): void {
  item.start = at.start;
  item.end = at.end;
  item.above = at.leadingComments;
  item.blankLineBefore = at.blankLineBefore;
  item.leadingComments = placeItem(at, item.parsed).leadingComments;
}
