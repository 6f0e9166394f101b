// What the lines of rules say, written into their text as two signs that the grammar reads: • for a `-` that begins an
// item or a clause, ◂ where the reach of a FOR without braces ends. The head of omega.ohm says what they mean.
import { isReservedWord } from "./keywords.ts";

/** A line of the document, by absolute offsets. */
export interface Line {
  readonly start: number;
  /** Its first character that is not blank. */
  readonly first: number;
  readonly end: number;
}

/** An item's text as the grammar is matched against it. */
export interface ReferenceItem {
  /** Absolute offsets of the item, its `-` included. */
  readonly start: number;
  readonly end: number;
  /** What follows the `-`. */
  readonly text: string;
  /** The absolute offset of the first character of `text`. */
  readonly textStart: number;
  /** Where signs were written into `text`, ascending. Anywhere else they are the author's, and mistakes. */
  readonly signs: readonly Sign[];
}

export interface Sign {
  /** In the text with all signs. */
  readonly offset: number;
  /** True of ◂, which stands between characters; • stands for a `-`. */
  readonly isInserted: boolean;
}

/** Cuts the lines of a RULE section into items, and writes the signs into their texts. */
export function layOutRules(text: string, lines: readonly Line[]): readonly ReferenceItem[] {
  const tokens = lines.flatMap((line) => tokensOf(text, line));
  const layout: Layout = { tokens, brackets: [], reaches: [], itemStarts: [], signs: [] };
  for (const [index, token] of tokens.entries()) {
    if (index === 0) {
      layout.itemStarts.push(0);
    } else if (/^[)\]}]$/.test(token.text)) {
      endReaches(layout, index, () => true);
      layout.brackets.pop();
    } else if (isItemSign(layout, index)) {
      layout.signs.push({ at: token.start, isInserted: false });
      if (isClause(tokens[index + 1])) joinClause(layout, index, tokens[index + 1]);
      else beginItem(layout, index, true);
    } else if (isBareRule(tokens, index)) {
      beginItem(layout, index, false);
    } else if (token.firstOnLine && isClause(token)) {
      joinClause(layout, index, token);
    }
    if (isWord(token, "FOR") && !hasBraces(tokens, index)) beginReach(layout, token);
    if (/^[([{]$/.test(token.text)) {
      layout.brackets.push(
        token.text === "{" && !expectsValue(tokens, index) ? "block" : token.text,
      );
    }
  }
  endReaches(layout, tokens.length, () => true);
  layout.signs.sort((a, b) => a.at - b.at || Number(b.isInserted) - Number(a.isInserted));
  return layout.itemStarts.map((start, index) => {
    const next = layout.itemStarts[index + 1] ?? tokens.length;
    return itemOf(text, tokens.slice(start, next), layout.signs);
  });
}

interface Layout {
  readonly tokens: readonly Token[];
  /** The brackets that are open. */
  readonly brackets: string[];
  /** The unbraced FORs whose reach is open, each in a block that is open. */
  readonly reaches: Reach[];
  /** Indexes of the tokens that begin items of the section. */
  readonly itemStarts: number[];
  readonly signs: { readonly at: number; readonly isInserted: boolean }[];
}

interface Reach {
  /** How many brackets are open around it. */
  readonly depth: number;
  readonly line: Token;
  /** The first token of the item that it governs last. */
  item: Token | null;
}

function itemOf(text: string, tokens: readonly Token[], all: Layout["signs"]): ReferenceItem {
  const start = tokens[0]?.start ?? 0;
  const end = tokens[tokens.length - 1]?.end ?? start;
  const textStart = text.charAt(start) === "-" ? start + 1 : start;
  const signs: Sign[] = [];
  let written = "";
  let read = textStart;
  for (const { at, isInserted } of all) {
    if (at < textStart || at > end || (at === textStart && isInserted)) continue;
    written += text.slice(read, at);
    signs.push({ offset: written.length, isInserted });
    written += isInserted ? "◂" : "•";
    read = isInserted ? at : at + 1;
  }
  return { start, end, text: written + text.slice(read, end), textStart, signs };
}

// ---- items, clauses and reaches ----------------------------------------------------------------------------------

/** A `-` that is the first of its line, but for the sign of a number in parentheses; in blocks, one before a keyword. */
function isItemSign({ tokens, brackets }: Layout, index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  const innermost = brackets[brackets.length - 1];
  if (token?.text !== "-") return false;
  if (token.firstOnLine) {
    const isNumber = next?.start === token.end && /^[0-9]/.test(next.text);
    return !(isNumber && (innermost === "(" || innermost === "["));
  }
  return innermost === "block" && (isClause(next) || beginsRule(tokens, index + 1));
}

/** A rule without a `-` before it. */
function isBareRule(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return beginsRule(tokens, index) && !expectsValue(tokens, index) && before?.text !== "-";
}

function beginItem(layout: Layout, index: number, isDashed: boolean): void {
  const { tokens, brackets, reaches, itemStarts } = layout;
  const token = tokens[index];
  if (token === undefined) return;
  const { indent, firstOnLine } = token;
  // Outside of braces only a `-` begins an item, but for the one directly behind FOR.
  const mayFollow = firstOnLine && (isDashed || brackets.length > 0);
  endReaches(
    layout,
    index,
    ({ item, line }) => item !== null && !(mayFollow && indent > line.indent),
  );
  const reach = reaches[reaches.length - 1];
  if (reach !== undefined && reach.depth === brackets.length) reach.item = token;
  else if (isDashed && firstOnLine && brackets.length === 0) itemStarts.push(index);
}

/** ELSE and UNKNOWN on a line of their own join no rule that is indented deeper; THEN joins the IF before it. */
function joinClause(layout: Layout, index: number, keyword: Token | undefined): void {
  const { firstOnLine = false, indent = 0 } = layout.tokens[index] ?? {};
  if (!firstOnLine || keyword === undefined || isWord(keyword, "THEN")) return;
  endReaches(layout, index, ({ item }) => {
    return item !== null && !isFirstLine(layout, item) && indent < item.indent;
  });
}

function beginReach({ brackets, reaches }: Layout, line: Token): void {
  reaches.push({ depth: brackets.length, line, item: null });
}

/** Ends the innermost reaches of the block that is open, one after the other, as long as `ends` says so. */
function endReaches(layout: Layout, index: number, ends: (reach: Reach) => boolean): void {
  const { tokens, brackets, reaches, signs } = layout;
  for (let reach = reaches.at(-1); reach !== undefined; reach = reaches.at(-1)) {
    if (reach.depth < brackets.length || !ends(reach)) return;
    reaches.pop();
    const before = tokens[index - 1];
    if (before !== undefined) signs.push({ at: before.end, isInserted: true });
  }
}

/** Indentation says nothing on the line on which an item of the section begins. */
function isFirstLine({ tokens, itemStarts }: Layout, { line }: Token): boolean {
  return tokens[itemStarts[itemStarts.length - 1] ?? 0]?.line === line;
}

// ---- tokens ------------------------------------------------------------------------------------------------------

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where its line begins. */
  readonly line: number;
  readonly firstOnLine: boolean;
  /** How far its line is indented. */
  readonly indent: number;
}

/** Texts, names in backticks, numbers with what is glued to them, words and signs; comments are stepped over. */
const tokenPattern =
  /(?<=^|[\0-\x20])(?:#|\/\/).*|"(?:\\.|[^"\\])*"?|`[^`]*`?|[0-9](?:[\w.%]|[^\s\0-\x9f])*|(?:\w|[^\s\0-\x9f])+|=>|->|\S/gs;

function tokensOf(text: string, line: Line): readonly Token[] {
  const physicalStart =
    Math.max(text.lastIndexOf("\n", line.start - 1), text.lastIndexOf("\r", line.start - 1)) + 1;
  const indent = columnsOf(/^[ \t]*/.exec(text.slice(physicalStart, line.end))?.[0] ?? "");
  const tokens: Token[] = [];
  for (const { index, 0: written } of text.slice(line.first, line.end).matchAll(tokenPattern)) {
    if (/^(#|\/\/)/.test(written)) continue;
    const start = line.first + index;
    const firstOnLine = start === line.first && line.start === physicalStart;
    tokens.push({
      text: written,
      start,
      end: start + written.length,
      line: physicalStart,
      firstOnLine,
      indent,
    });
  }
  return tokens;
}

/** The width of white space in which a tab reaches to a multiple of four. */
function columnsOf(blanks: string): number {
  return [...blanks].reduce(
    (column, blank) => (blank === "\t" ? column + 4 - (column % 4) : column + 1),
    0,
  );
}

function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token !== undefined && words.includes(token.text.toUpperCase());
}

function isClause(token: Token | undefined): boolean {
  return isWord(token, "THEN", "ELSE") || token?.text === "UNKNOWN";
}

function isRuleWord(token: Token | undefined): boolean {
  return isWord(token, "IF", "FOR", "WHILE", "MATCH", "LET", "SET");
}

/** Whether a rule begins at a token, with its label or its keyword. */
function beginsRule(tokens: readonly Token[], index: number): boolean {
  const [first, second, third] = tokens.slice(index, index + 3);
  if (isWord(first, "FAILSAFE")) return isWord(second, "THEN");
  if (isRuleWord(first)) return true;
  return isName(first) && second?.text === ":" && isRuleWord(third);
}

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^[`A-Za-z_\u0080-\uffff]/.test(token.text) &&
    !isReservedWord(token.text)
  );
}

/** Whether what follows the token before `index` must be a value: a `{` is then a record's, a MATCH no rule's. */
function expectsValue(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return false;
  if (/^[^\w\s"`\u0080-\uffff]/.test(before.text)) return !/^[)\]}{]$/.test(before.text);
  // Words that are not reserved are names where a value is expected: `Door.with {`.
  return (
    isWord(before, ...openWords) ||
    (isWord(before, ...operators) && !expectsValue(tokens, index - 1))
  );
}

const openWords = ["AND", "OR", "NOT", "IN", "IF", "WHILE", "MATCH", "THEN", "ELSE"];
const operators = ["MOD", "BETWEEN", "CONTAINS", "MATCHES", "WITH", "WHERE", "WHEN", "SATISFIES"];

/** Whether the FOR at a token has braces; those of a MATCH in its head are not its own. */
function hasBraces(tokens: readonly Token[], start: number): boolean {
  let depth = 0;
  let matches = 0;
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isBlock = token.text === "{" && depth === 0 && !expectsValue(tokens, index);
    if (isBlock && matches === 0) return true;
    if (isBlock) matches--;
    if (/^[([{]$/.test(token.text)) depth++;
    else if (/^[)\]}]$/.test(token.text)) depth--;
    else if (depth === 0 && isWord(token, "MATCH") && expectsValue(tokens, index)) matches++;
    else if (depth === 0 && (isRuleWord(token) || (token.text === "-" && token.firstOnLine)))
      return false;
    if (depth < 0) return false;
  }
  return false;
}
