// Which brackets are open while an item is cut into tokens, so that one that nothing closes reaches no further than it may.
import type { Token } from "./token.ts";

type Opening = "(" | "[" | "{";

/** The open brackets of an item; every operation is constant time, taken over the item as a whole. */
export interface BracketStack {
  /** Opens the bracket at token `index`; a `{` where an operand is expected is a record's, else a block's. */
  open(kind: Opening, index: number, asOperand: boolean): void;
  /** Closes the innermost open bracket of that kind, and those within it as never closed; ignores a stray one. */
  close(kind: Opening, index: number): void;
  /** At an item's bullet: only blocks stay open. */
  abandonUpToBlock(): void;
  /** Whether the innermost open bracket is a `(` or `[`. */
  isInParentheses(): boolean;
}

/** An empty stack; for each `{` that is closed, its token's index and that of its `}` go into `closings`. */
export function createBracketStack(closings: Map<number, number>): BracketStack {
  const stack: { readonly kind: Opening; readonly index: number; readonly isBlock: boolean }[] = [];
  const counts = { "(": 0, "[": 0, "{": 0 };
  const pop = (): void => {
    const top = stack.pop();
    if (top !== undefined) counts[top.kind]--;
  };
  return {
    open(kind, index, asOperand) {
      stack.push({ kind, index, isBlock: kind === "{" && !asOperand });
      counts[kind]++;
    },
    close(kind, index) {
      if (counts[kind] === 0) return;
      while (stack.length > 0 && stack[stack.length - 1]?.kind !== kind) pop();
      const opening = stack[stack.length - 1];
      if (kind === "{" && opening !== undefined) closings.set(opening.index, index);
      pop();
    },
    abandonUpToBlock() {
      while (stack.length > 0 && stack[stack.length - 1]?.isBlock !== true) pop();
    },
    isInParentheses() {
      const innermost = stack[stack.length - 1]?.kind;
      return innermost === "(" || innermost === "[";
    },
  };
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
