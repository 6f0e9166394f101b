// Where rules begin, by their first tokens: asked by expressions, actions and blocks, which end there.
import { type Cursor, peek } from "./cursor.ts";
import { isName } from "./name-parser.ts";
import type { Keyword, Token } from "./token.ts";

/** True of a word that begins a rule in any place, FAILSAFE included. */
export function isRuleKeyword(token: Token): boolean {
  switch (token.keyword) {
    case "IF":
    case "FOR":
    case "WHILE":
    case "MATCH":
    case "LET":
    case "SET":
    case "FAILSAFE":
      return true;
    default:
      return false;
  }
}

/** True when a rule begins `ahead` tokens on: its keyword, or a label before it. FAILSAFE counts only before THEN. */
export function beginsRule(cursor: Cursor, ahead: number): boolean {
  const token = peek(cursor, ahead);
  if (token.keyword === "FAILSAFE") return peek(cursor, ahead + 1).keyword === "THEN";
  if (isRuleKeyword(token)) return true;
  if (!isName(token) || peek(cursor, ahead + 1).kind !== ":") return false;
  return isRuleKeyword(peek(cursor, ahead + 2));
}

/** True of a word that continues a rule: THEN, ELSE or UNKNOWN. */
export function isClauseKeyword(keyword: Keyword | null): boolean {
  return keyword === "THEN" || keyword === "ELSE" || keyword === "UNKNOWN";
}
