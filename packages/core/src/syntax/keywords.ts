// The one table of keywords: feeds the lexer, the grammar, completion, highlighting and the docs.

/** Words that are never names, in any case; backticks quote them. */
export const reservedWords = [
  "IF",
  "THEN",
  "ELSE",
  "AND",
  "OR",
  "NOT",
  "IN",
  "FOR",
  "WHILE",
  "MATCH",
  "LET",
  "SET",
  "TRUE",
  "FALSE",
  "NULL",
] as const;

/** Words that mean something only in their place; attributes may have these names. Any case, except `UNKNOWN`. */
export const contextualKeywords = [
  "UNKNOWN",
  "WHERE",
  "MAX",
  "WHEN",
  "UNLESS",
  "FAILSAFE",
  "ANY",
  "ALL",
  "NONE",
  "SATISFIES",
  "BETWEEN",
  "IS",
  "MISSING",
  "KNOWN",
  "CONTAINS",
  "STARTS",
  "ENDS",
  "WITH",
  "MATCHES",
  "MOD",
  "MAY",
  "APPROVES",
  "NEVER",
  "ALWAYS",
  "AT",
  "MOST",
  "OF",
  "PER",
  "EXACTLY",
  "ONE",
  "REQUIRES",
  "BEFORE",
  "LOOP",
  "RAISES",
  "LOWERS",
  "SETS",
  "BY",
  "TO",
  "GIVEN",
  "FILE",
  "EXPECT",
  "ONLY",
  "NOTHING",
  "VIOLATION",
  "STATUS",
  "PENDING",
  "FRESH",
] as const;

const reserved: ReadonlySet<string> = new Set(reservedWords);
const longestReserved = Math.max(...reservedWords.map((word) => word.length));

/** True of a reserved word in any case. */
export function isReservedWord(word: string): boolean {
  return word.length <= longestReserved && reserved.has(word.toUpperCase());
}
