// Which brackets are open while an item is cut into tokens, so that one that nothing closes reaches no further than it may.
import type { Token } from "./token.ts";

type Opening = "(" | "[" | "{";

interface OpenBracket {
  readonly kind: Opening;
  /** Its token's index. */
  readonly index: number;
  /** A block's brace, which bullets do not close. */
  readonly isBlock: boolean;
}

/** The open brackets of an item; every operation is constant time, taken over the item as a whole. */
export interface BracketStack {
  readonly open: OpenBracket[];
  readonly counts: { "(": number; "[": number; "{": number };
  /** For each `{` that was closed, by its token's index, the index of its `}`; made when one is. */
  closings: Map<number, number> | null;
}

/** An empty stack. */
export function createBracketStack(): BracketStack {
  return { open: [], counts: { "(": 0, "[": 0, "{": 0 }, closings: null };
}

/** Opens the bracket at token `index`, behind `before`: a `{` is a record's where an operand is expected, else a block's. */
export function openBracket(
  { open, counts }: BracketStack,
  kind: Opening,
  index: number,
  before: Token | undefined,
): void {
  open.push({ kind, index, isBlock: kind === "{" && !isOperandExpected(before) });
  counts[kind]++;
}

/** Closes the innermost open bracket of that kind, and those within it as never closed; ignores a stray one. */
export function closeBracket(stack: BracketStack, kind: Opening, index: number): void {
  if (stack.counts[kind] === 0) return;
  while (innermost(stack)?.kind !== kind) pop(stack);
  const opening = pop(stack);
  if (opening?.kind !== "{") return;
  stack.closings ??= new Map();
  stack.closings.set(opening.index, index);
}

/** At an item's bullet: only blocks stay open. */
export function abandonUpToBlock(stack: BracketStack): void {
  while (innermost(stack)?.isBlock === false) pop(stack);
}

/** Whether the innermost open bracket is a `(` or `[`. */
export function isInParentheses(stack: BracketStack): boolean {
  const kind = innermost(stack)?.kind;
  return kind === "(" || kind === "[";
}

function innermost({ open }: BracketStack): OpenBracket | undefined {
  return open[open.length - 1];
}

function pop({ open, counts }: BracketStack): OpenBracket | undefined {
  const top = open.pop();
  if (top !== undefined) counts[top.kind]--;
  return top;
}

/** Whether an operand follows that token: after an operator, a comma or an opening bracket, not after a value. */
export function isOperandExpected(before: Token | undefined): boolean {
  switch (before?.kind) {
    case undefined:
    case "bullet":
      return true;
    case "word":
      return isOperatorWord(before);
    case "quoted":
    case "number":
    case "text":
    case ")":
    case "]":
    case "}":
    case "invalid":
      return false;
    default:
      return true;
  }
}

function isOperatorWord({ keyword }: Token): boolean {
  switch (keyword) {
    case "AND":
    case "OR":
    case "NOT":
    case "IN":
    case "MOD":
    case "BETWEEN":
    case "CONTAINS":
    case "MATCHES":
    case "WITH":
    case "IF":
    case "WHERE":
    case "WHEN":
    case "WHILE":
    case "MATCH":
    case "THEN":
    case "ELSE":
      return true;
    default:
      return false;
  }
}
