// Semantic tokens: what each word is, which its letters do not show. An attribute may be called Max, a keyword be lower case.
import {
  type Keyword,
  readTokens,
  reservedWords,
  type Span,
  type Token,
  type Tree,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
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
  return encode(tokensOf(document, within), document);
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

interface PlacedToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

function tokensOf(document: ServiceDocument, within: Span | null): readonly PlacedToken[] {
  const { tree, source, symbols } = document;
  const isWithin = ({ start, end }: Span): boolean =>
    within === null || (start < within.end && end > within.start);
  const tokens: PlacedToken[] = [];
  const named = new Set<number>();
  for (const occurrence of symbols.occurrences) {
    named.add(occurrence.span.start);
    if (isWithin(occurrence.span)) tokens.push(tokenOf(occurrence, document));
  }
  const add = (start: number, end: number, type: SemanticTokenType): void => {
    const span = { start, end };
    if (!named.has(start) && isWithin(span)) tokens.push({ span, type, modifiers: [] });
  };
  for (const line of source.text.matchAll(commentLine)) {
    const [whole, comment = ""] = line;
    add(line.index + whole.length - comment.length, line.index + whole.length, "comment");
  }
  if (tree.suiteFor !== null) addSuiteHeader(source.text, tree.suiteFor.span, add);
  for (const { headerSpan, keyword, items } of tree.sections) {
    const written = /^[^\s:]*/.exec(source.text.slice(headerSpan.start, headerSpan.end))?.[0] ?? "";
    add(headerSpan.start, headerSpan.start + written.length, "keyword");
    for (const item of items) {
      if (isWithin(item) && isFormal(item.body, keyword)) addWords(source.text, item, add);
    }
  }
  return tokens.sort((a, b) => a.span.start - b.span.start);
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
function addWords(text: string, { start, end, body }: Tree.Item, add: Add): void {
  let behind = start;
  for (const token of readTokens(text.slice(start, end))) {
    const at = start + token.start;
    // Between two tokens there is nothing but blanks and comments.
    for (const comment of text.slice(behind, at).matchAll(/(?:#|\/\/).*/g)) {
      add(behind + comment.index, behind + comment.index + comment[0].length, "comment");
    }
    behind = start + token.end;
    const type = typeOfWord(token, text.slice(at, behind), body);
    // The unit behind a number's digits is a name of its own.
    if (type !== null) add(at, type === "number" ? start + token.contentEnd : behind, type);
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

function tokenOf({ symbol, span, use }: Occurrence, { source }: ServiceDocument): PlacedToken {
  const modifiers: SemanticTokenModifier[] = [];
  if (use === "declare") modifiers.push("declaration");
  if (use === "write" && symbol.kind === "local") modifiers.push("modification");
  if (symbol.kind === "function") modifiers.push("defaultLibrary");
  // A text that names a member, `record["a b"]`, is still a text to look at.
  const isText = source.text.charAt(span.start) === '"';
  return { span, type: isText ? "string" : typeOfKind[symbol.kind], modifiers };
}

/** Tokens may not go over a line's end: of one that does, the part on its first line is shown. */
function encode(tokens: readonly PlacedToken[], { source }: ServiceDocument): EncodedTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = -1;
  for (const { span, type, modifiers } of tokens) {
    const text = source.text.slice(span.start, span.end);
    const length = text.search(/[\r\n]|$/);
    if (length === 0 || span.start < end) continue;
    end = span.start + length;
    const at = toPosition(source, span.start);
    const bits = modifiers.reduce(
      (sum, modifier) => sum | (1 << semanticTokenModifiers.indexOf(modifier)),
      0,
    );
    const isSameLine = at.line === line;
    data.push(
      at.line - line,
      isSameLine ? at.character - character : at.character,
      length,
      semanticTokenTypes.indexOf(type),
      bits,
    );
    line = at.line;
    character = at.character;
  }
  return data;
}
