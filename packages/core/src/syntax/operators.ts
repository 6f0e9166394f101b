// How tightly operators bind, and which one a cursor stands at: the table behind the precedence parser.
import { type Cursor, current, peek } from "./cursor.ts";
import { beginsArm } from "./pattern-parser.ts";
import { beginsRule, isClauseKeyword } from "./rule-start.ts";
import type { Keyword } from "./token.ts";

/** Loosest first. */
export const OR = 1;
const AND = 2;
export const NOT = 3;
export const COMPARISON = 4;
export const SUM = 5;
export const PRODUCT = 6;

/** How tightly the operator binds that the cursor stands at; 0 when it stands at none. */
export function bindingOfNext(cursor: Cursor): number {
  const token = current(cursor);
  switch (token.kind) {
    case "word":
      return bindingOfWord(cursor, token.keyword);
    case "=":
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return COMPARISON;
    case "+":
      return SUM;
    case "-":
      return cursor.inBlock && beginsItem(cursor) ? 0 : SUM;
    case "*":
    case "/":
      return PRODUCT;
    default:
      return 0;
  }
}

/** Whether the `-` at the cursor begins an item or a clause of the block around it. */
function beginsItem(cursor: Cursor): boolean {
  return beginsRule(cursor, 1) || beginsArm(cursor, 1) || isClauseKeyword(peek(cursor, 1).keyword);
}

function bindingOfWord(cursor: Cursor, keyword: Keyword | null): number {
  switch (keyword) {
    case "OR":
      return OR;
    case "AND":
      return AND;
    case "IN":
    case "IS":
    case "BETWEEN":
    case "CONTAINS":
    case "MATCHES":
      return COMPARISON;
    case "NOT":
      return peek(cursor, 1).keyword === "IN" ? COMPARISON : 0;
    case "STARTS":
    case "ENDS":
      return peek(cursor, 1).keyword === "WITH" ? COMPARISON : 0;
    case "MOD":
      return PRODUCT;
    default:
      return 0;
  }
}
