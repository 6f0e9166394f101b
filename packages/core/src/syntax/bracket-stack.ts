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

/** Opens the bracket behind `tokens`: a `{` is a record's where an operand is expected, else a block's. */
export function openBracket(
  { open, counts }: BracketStack,
  kind: Opening,
  tokens: readonly Token[],
): void {
  const index = tokens.length;
  open.push({ kind, index, isBlock: kind === "{" && !isOperandExpected(tokens, index) });
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

/** Whether an operand is expected at `index`: behind an operator, a comma or an opening bracket, not behind a value. */
export function isOperandExpected(tokens: readonly Token[], index: number): boolean {
  // A word such as WHERE is an operator behind a value, and a name where a value is expected.
  let words = 0;
  while (isContextualOperator(tokens[index - 1 - words])) words++;
  const expected = announcesOperand(tokens[index - 1 - words]);
  return words % 2 === 0 ? expected : !expected;
}

function isContextualOperator(token: Token | undefined): boolean {
  switch (token?.keyword) {
    case "MOD":
    case "BETWEEN":
    case "CONTAINS":
    case "MATCHES":
    case "WITH":
    case "SATISFIES":
    case "WHERE":
    case "WHEN":
      return true;
    default:
      return false;
  }
}

function announcesOperand(token: Token | undefined): boolean {
  switch (token?.kind) {
    case undefined:
    case "bullet":
      return true;
    case "word":
      return isReservedOperator(token);
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

function isReservedOperator({ keyword }: Token): boolean {
  switch (keyword) {
    case "AND":
    case "OR":
    case "NOT":
    case "IN":
    case "IF":
    case "WHILE":
    case "MATCH":
    case "THEN":
    case "ELSE":
      return true;
    default:
      return false;
  }
}
