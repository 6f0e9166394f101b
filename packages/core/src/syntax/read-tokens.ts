// The tokens of an item for editors: what stands before a cursor, and which words are keywords.
import { createReporter } from "../diagnostics/diagnostic.ts";
import { lex } from "./lexer.ts";
import type { Token } from "./token.ts";

/** The tokens of a formal item's text, the last one its `end`. What is wrong with it is the checker's to say. */
export function readTokens(text: string): readonly Token[] {
  return lex(text, createReporter("", [])).tokens;
}
