// Semantic tokens: what each word is, which its letters do not show. An attribute may be called Max, a keyword be lower case.
import {
  createSourceText,
  type Keyword,
  readTokens,
  reservedWords,
  type SourceText,
  type Span,
  type Token,
  type Tree,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { type ItemOccurrences, policyMention } from "../symbols/find-occurrences.ts";
import type { Occurrence, SymbolKind } from "../symbols/symbol.ts";
import { toPosition, toSpan } from "../text-range.ts";

/** The protocol's own names where it has one, so that every theme has a colour for it. */
export const semanticTokenTypes = [
  "keyword",
  "property",
  "variable",
  "parameter",
  "function",
  "method",
  "class",
  "event",
  "interface",
  "type",
  "number",
  "string",
  "comment",
  "namespace",
] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export const semanticTokenModifiers = ["declaration", "modification", "defaultLibrary"] as const;
type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];

/** The tokens as the protocol encodes them: five numbers each, places relative to the token before. */
export type EncodedTokens = readonly number[];

/** All tokens of a document, or those of a range. */
export function findSemanticTokens(document: ServiceDocument, range?: Range): EncodedTokens {
  const within = range === undefined ? null : toSpan(document.source, range);
  return encodeAll(document, within);
}

/** One replaced piece of an encoding, as `SemanticTokensDelta` has it. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: EncodedTokens;
}

/** What makes `after` of `before`: one edit between what both begin and end with; none where they are equal. */
export function tokensDelta(before: EncodedTokens, after: EncodedTokens): readonly TokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** A token that begins and ends on one line. */
interface PlacedToken {
  readonly start: number;
  readonly length: number;
  /** Where what it is of ends, which may be lines below. */
  readonly end: number;
  /** As the protocol numbers and combines them. */
  readonly type: number;
  readonly modifiers: number;
}

/** A token of an item: its place relative to the item's start, and that of its line. */
interface ItemToken extends PlacedToken {
  readonly line: number;
  readonly character: number;
}

/** The tokens of items by their mentions, which are the same for as long as nothing about an item changes. */
const known = new WeakMap<ItemOccurrences, readonly ItemToken[]>();

/** Five numbers for each token, in order; of tokens that overlap the first. */
function encodeAll(document: ServiceDocument, within: Span | null): EncodedTokens {
  const { tree, source, symbols } = document;
  const data: number[] = [];
  const last = { line: 0, character: 0, end: -1 };
  const isWithin = (start: number, end: number): boolean =>
    within === null || (start < within.end && end > within.start);
  const push = (token: PlacedToken, start: number, line: number, character: number): void => {
    if (!isWithin(start, start + token.end - token.start) || start < last.end) return;
    const isSameLine = line === last.line;
    const { length, type, modifiers } = token;
    data.push(line - last.line, isSameLine ? character - last.character : character);
    data.push(length, type, modifiers);
    last.line = line;
    last.character = character;
    last.end = start + length;
  };
  const others = tokensBesideItems(document);
  let next = 0;
  const pushOthers = (before: number): void => {
    for (let token = others[next]; token !== undefined; token = others[++next]) {
      if (token.start > before) return;
      if (!isWithin(token.start, token.end)) continue;
      const { line, character } = toPosition(source, token.start);
      push(token, token.start, line, character);
    }
  };
  for (const { items, keyword } of tree.sections) {
    for (const item of items) {
      if (!isWithin(item.start, item.end)) continue;
      const at = toPosition(source, item.start);
      const occurrences = symbols.inItem(item);
      const tokens = known.get(occurrences) ?? tokensOfItem(item, keyword, occurrences, source);
      known.set(occurrences, tokens);
      for (const token of tokens) {
        const start = item.start + token.start;
        pushOthers(start);
        const { line, character } = token;
        push(token, start, at.line + line, line === 0 ? at.character + character : character);
      }
    }
  }
  pushOthers(source.text.length);
  return data;
}

/** Comments on lines of their own, wherever they stand, and headers, in order. */
function tokensBesideItems({ tree, source }: ServiceDocument): readonly PlacedToken[] {
  const { text } = source;
  const tokens: PlacedToken[] = [];
  const add = (start: number, end: number, type: SemanticTokenType): void => {
    if (end > start) tokens.push(placed({ start, end }, type, text));
  };
  for (const line of text.matchAll(commentLine)) {
    const [whole, comment = ""] = line;
    add(line.index + whole.length - comment.length, line.index + whole.length, "comment");
  }
  if (tree.suiteFor !== null) {
    addSuiteHeader(text, tree.suiteFor.span, add);
    const policy = policyMention(tree.suiteFor, source);
    if (policy !== null) tokens.push(tokenOf(policy, text));
  }
  for (const { headerSpan } of tree.sections) {
    const written = /^[^\s:]*/.exec(text.slice(headerSpan.start, headerSpan.end))?.[0] ?? "";
    add(headerSpan.start, headerSpan.start + written.length, "keyword");
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function tokensOfItem(
  item: Tree.Item,
  keyword: Tree.SectionKeyword,
  occurrences: ItemOccurrences,
  source: SourceText,
): readonly ItemToken[] {
  const text = source.text.slice(item.start, item.end);
  const tokens = occurrences.map((occurrence) => tokenOf(occurrence, text));
  const named = new Set(occurrences.map(({ span }) => span.start));
  if (isFormal(item.body, keyword)) {
    addWords(text, item.body, (start, end, type) => {
      if (!named.has(start)) tokens.push(placed({ start, end }, type, text));
    });
  }
  const own = createSourceText(text);
  return tokens
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.start - b.start)
    .map(({ start, length, end, type, modifiers }) => {
      const { line, character } = toPosition(own, start);
      return { start, length, end, type, modifiers, line, character };
    });
}

/** A line that is nothing but a comment, wherever it stands. */
const commentLine = /^[ \t]*((?:#|\/\/).*)$/gm;

type Add = (start: number, end: number, type: SemanticTokenType) => void;

function addSuiteHeader(text: string, { start, end }: Span, add: Add): void {
  for (const word of text.slice(start, end).matchAll(/^EXAMPLES|\bFOR\b/gi)) {
    add(start + word.index, start + word.index + word[0].length, "keyword");
  }
}

/** Keywords, numbers, texts and comments of an item: what is no name. */
function addWords(text: string, body: Tree.ItemBody, add: Add): void {
  let behind = 0;
  for (const token of readTokens(text)) {
    // Between two tokens there is nothing but blanks and comments.
    for (const comment of text.slice(behind, token.start).matchAll(/(?:#|\/\/).*/g)) {
      add(behind + comment.index, behind + comment.index + comment[0].length, "comment");
    }
    behind = token.end;
    const type = typeOfWord(token, text.slice(token.start, behind), body);
    // The unit behind a number's digits is a name of its own.
    if (type !== null) add(token.start, type === "number" ? token.contentEnd : behind, type);
  }
}

function typeOfWord(
  { kind, keyword }: Token,
  written: string,
  body: Tree.ItemBody,
): SemanticTokenType | null {
  if (kind === "number") return "number";
  if (kind === "text") return "string";
  return keyword !== null && isKeywordIn(keyword, written, body) ? "keyword" : null;
}

const reserved: ReadonlySet<Keyword> = new Set(reservedWords);

/** Whether an item's words are tokens of the language; labels of prose are not. What is being typed is mostly wrong. */
function isFormal(body: Tree.ItemBody, section: Tree.SectionKeyword): boolean {
  switch (body.kind) {
    case "prose":
    case "labelled":
    case "import":
      return false;
    case "error":
      return section === "RULE" || section === "CONSTRAINT" || section === "EXAMPLE";
    case "attribute":
      return body.value.kind !== "prose-value";
    default:
      return true;
  }
}

/** In CONTEXT and ACTOR few words are keywords; in what cannot be read `Max` may be a name, and `MAX` is none. */
function isKeywordIn(word: Keyword, written: string, body: Tree.ItemBody): boolean {
  if (body.kind === "error") return written === word || reserved.has(word);
  if (body.kind === "actor") return word === "MAY" || word === "APPROVES";
  if (body.kind !== "attribute") return true;
  return word === "FRESH" || word === "TRUE" || word === "FALSE" || word === "NULL";
}

const typeOfKind: Readonly<Record<SymbolKind, SemanticTokenType>> = {
  attribute: "property",
  field: "property",
  local: "variable",
  rule: "event",
  action: "method",
  actor: "class",
  constraint: "interface",
  function: "function",
  unit: "type",
  import: "string",
};

function tokenOf({ symbol, span, use }: Occurrence, text: string): PlacedToken {
  const modifiers: SemanticTokenModifier[] = [];
  if (use === "declare") modifiers.push("declaration");
  if (use === "write" && symbol.kind === "local") modifiers.push("modification");
  if (symbol.kind === "function") modifiers.push("defaultLibrary");
  // A text that names a member, `record["a b"]`, is still a text to look at.
  const isText = text.charAt(span.start) === '"';
  return placed(span, isText ? "string" : typeOfKind[symbol.kind], text, modifiers);
}

/** Tokens may not go over a line's end: of one that does, the part on its first line is shown. */
function placed(
  { start, end }: Span,
  type: SemanticTokenType,
  text: string,
  modifiers: readonly SemanticTokenModifier[] = [],
): PlacedToken {
  return {
    start,
    length: text.slice(start, end).search(/[\r\n]|$/),
    end,
    type: semanticTokenTypes.indexOf(type),
    modifiers: modifiers.reduce(
      (sum, modifier) => sum | (1 << semanticTokenModifiers.indexOf(modifier)),
      0,
    ),
  };
}
