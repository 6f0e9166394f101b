// What may come next in a formal item, by the tokens before the cursor: an operand, an operator, an action, a member …
import type { Keyword, Token } from "@omega/core";

export type Position =
  /** Where a rule, or a step of an example, begins. */
  | { readonly kind: "beginning" }
  | { readonly kind: "operand" }
  /** Behind an operand: `clause` is the keyword that governs it, IF or GIVEN. */
  | { readonly kind: "operator"; readonly clause: Keyword | null }
  | { readonly kind: "action" }
  | { readonly kind: "after action"; readonly clause: Keyword | null }
  /** Behind a dot: the tokens of the path before it end at `end`. */
  | { readonly kind: "member"; readonly end: number }
  | { readonly kind: "function path"; readonly end: number }
  /** A LET name, for SET. */
  | { readonly kind: "changeable name" }
  /** The loop of PER. */
  | { readonly kind: "loop name" }
  /** A name nobody knows yet. */
  | { readonly kind: "new name" }
  | { readonly kind: "keyword"; readonly words: readonly Keyword[] };

/** The position behind `tokens`, an item's tokens from its bullet on. */
export function positionAfter(tokens: readonly Token[]): Position {
  const last = tokens.at(-1);
  if (last === undefined || last.kind === "bullet" || last.kind === "{") {
    return { kind: "beginning" };
  }
  if (last.kind === ".") return { kind: "member", end: tokens.length - 1 };
  if (last.kind === "::") return { kind: "function path", end: tokens.length - 1 };
  const { clause, inBrackets } = governing(tokens);
  if (last.keyword !== null && !isNameHere(tokens)) {
    return afterKeyword(last.keyword, clause, inBrackets);
  }
  switch (last.kind) {
    case "word":
    case "quoted":
    case "number":
    case "text":
    case ")":
    case "]":
    case "}":
      return afterOperand(tokens, clause, inBrackets);
    case "=>":
      return { kind: "action" };
    case ",":
      return !inBrackets && takesActions(clause) ? { kind: "action" } : { kind: "operand" };
    case ":":
      return inBrackets ? { kind: "operand" } : { kind: "beginning" };
    default:
      return { kind: "operand" };
  }
}

/** Words that name a clause: what stands behind them is theirs until the next one. */
const clauseWords: ReadonlySet<Keyword> = new Set<Keyword>([
  "IF",
  "THEN",
  "ELSE",
  "UNKNOWN",
  "FOR",
  "WHERE",
  "WHILE",
  "MAX",
  "MATCH",
  "WHEN",
  "UNLESS",
  "LET",
  "SET",
  "FAILSAFE",
  "GIVEN",
  "EXPECT",
  "NEVER",
  "ALWAYS",
  "OF",
  "REQUIRES",
  "BEFORE",
  "MAY",
  "APPROVES",
  "BY",
  "TO",
  "AT",
]);

/** The clause the end of the tokens belongs to, and whether it is inside parentheses or brackets. */
function governing(tokens: readonly Token[]): {
  readonly clause: Keyword | null;
  readonly inBrackets: boolean;
} {
  let closed = 0;
  let inBrackets = false;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind === ")" || token.kind === "]" || token.kind === "}") closed++;
    else if (token.kind === "(" || token.kind === "[") {
      if (closed > 0) closed--;
      else inBrackets = true;
    } else if (token.kind === "{") {
      if (closed > 0) closed--;
      else if (inBrackets) continue;
      else return { clause: null, inBrackets };
    } else if (closed === 0 && token.kind === "=>") return { clause: "THEN", inBrackets };
    else if (closed === 0 && token.keyword !== null && clauseWords.has(token.keyword)) {
      return { clause: token.keyword, inBrackets };
    }
  }
  return { clause: null, inBrackets };
}

function takesActions(clause: Keyword | null): boolean {
  switch (clause) {
    case "THEN":
    case "ELSE":
    case "UNKNOWN":
    case "FAILSAFE":
    case "EXPECT":
    case "NEVER":
    case "ALWAYS":
    case "OF":
    case "REQUIRES":
    case "BEFORE":
    case "MAY":
    case "APPROVES":
      return true;
    default:
      return false;
  }
}

/** A keyword behind a dot, or one that names an attribute: `Max < 3`. Only what follows tells; here the dot does. */
function isNameHere(tokens: readonly Token[]): boolean {
  return tokens.at(-2)?.kind === ".";
}

function afterKeyword(keyword: Keyword, clause: Keyword | null, inBrackets: boolean): Position {
  switch (keyword) {
    case "THEN":
    case "ELSE":
      return inBrackets ? { kind: "operand" } : { kind: "action" };
    case "UNKNOWN":
      return clause === "EXPECT" ? { kind: "operand" } : { kind: "action" };
    case "NEVER":
    case "ALWAYS":
    case "OF":
    case "REQUIRES":
    case "BEFORE":
    case "MAY":
    case "APPROVES":
    case "ONLY":
    case "PENDING":
      return { kind: "action" };
    case "EXPECT":
      return { kind: "action" };
    case "AND":
      return clause === "NEVER" ? { kind: "action" } : { kind: "operand" };
    case "NOT":
      return clause === "EXPECT" ? { kind: "action" } : { kind: "operand" };
    case "FOR":
    case "LET":
    case "ANY":
    case "ALL":
    case "NONE":
      return { kind: "new name" };
    case "SET":
      return { kind: "changeable name" };
    case "PER":
      return { kind: "loop name" };
    case "FAILSAFE":
      return { kind: "keyword", words: ["THEN"] };
    case "IS":
      return { kind: "keyword", words: ["KNOWN", "MISSING", "NOT"] };
    case "STARTS":
    case "ENDS":
      return { kind: "keyword", words: ["WITH"] };
    case "KNOWN":
    case "MISSING":
    case "TRUE":
    case "FALSE":
    case "NULL":
      return { kind: "operator", clause };
    case "EXACTLY":
      return { kind: "keyword", words: ["ONE"] };
    case "ONE":
      return { kind: "keyword", words: ["OF"] };
    default:
      return { kind: "operand" };
  }
}

function afterOperand(
  tokens: readonly Token[],
  clause: Keyword | null,
  inBrackets: boolean,
): Position {
  if (clause === "FOR" && !inBrackets) {
    const hasIn = tokens.some(({ keyword }, index) => keyword === "IN" && index > 0);
    if (!hasIn) return { kind: "keyword", words: ["IN"] };
  }
  if (clause === "SET" && tokens.at(-2)?.keyword === "SET") return { kind: "new name" };
  const quantified = tokens.at(-2)?.keyword;
  if (quantified === "ANY" || quantified === "ALL" || quantified === "NONE") {
    return { kind: "keyword", words: ["IN"] };
  }
  if (!inBrackets && takesActions(clause)) return { kind: "after action", clause };
  return { kind: "operator", clause };
}
