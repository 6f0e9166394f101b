// Whether a FOR stands without braces, and thus governs the items after it: what the item splitter must know.
import { createReporter } from "../diagnostics/diagnostic.ts";
import { isOperandExpected } from "./bracket-stack.ts";
import {
  afterLineBreak,
  endOfLine,
  endOfQuotedName,
  isSpace,
  skipBlanks,
  skipSpace,
} from "./characters.ts";
import { lex } from "./lexer.ts";
import type { Token } from "./token.ts";

/** `open`: an unbraced FOR that needs an item; `filled`: one with a rule of its own; `none`: anything else. */
export type ForHead = "open" | "filled" | "none";

/** Looks at the item at `start`, up to the next bullet or `end`. */
export function readForHead(text: string, start: number, end: number): ForHead {
  if (!beginsWithFor(text, start, end)) return "none";
  const { tokens } = lex(text.slice(start, endOfHead(text, start, end)), createReporter("", []));
  let parentheses = 0;
  /** MATCH as a value has braces of its own. */
  let pendingMatches = 0;
  let braces = 0;
  const forIndex = tokens.findIndex((token) => token.keyword === "FOR");
  for (let index = forIndex + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    switch (token.kind) {
      case "(":
      case "[":
        parentheses++;
        break;
      case ")":
      case "]":
        parentheses = Math.max(0, parentheses - 1);
        break;
      case "}":
        braces = Math.max(0, braces - 1);
        break;
      case "{": {
        // Also in a parenthesis: then it is one that nothing closes.
        const isBlock = braces === 0 && !isOperandExpected(tokens, index);
        if (isBlock && pendingMatches === 0) return "none";
        if (isBlock) pendingMatches--;
        braces++;
        break;
      }
      case "word":
        if (braces > 0) break;
        if (token.keyword === "MATCH" && isOperandExpected(tokens, index)) pendingMatches++;
        else if (parentheses === 0 && isRule(token)) return "filled";
        break;
      default:
        break;
    }
  }
  return "open";
}

function isRule({ keyword }: Token): boolean {
  switch (keyword) {
    case "IF":
    case "FOR":
    case "WHILE":
    case "MATCH":
    case "LET":
    case "SET":
      return true;
    default:
      return false;
  }
}

/** True at `- FOR`, `FOR` and `- Label: FOR`, in any case. */
function beginsWithFor(text: string, start: number, end: number): boolean {
  let at = skipSpace(text, text.charCodeAt(start) === 0x2d ? start + 1 : start);
  if (isFor(text, at)) return true;
  const colon =
    text.charCodeAt(at) === 0x60 ? endOfQuotedName(text, at, end) + 1 : endOfName(text, at, end);
  at = skipSpace(text, colon);
  return text.charCodeAt(at) === 0x3a && isFor(text, skipSpace(text, at + 1));
}

function endOfName(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x3a) at++;
  return at;
}

function isFor(text: string, at: number): boolean {
  return (
    (text.charCodeAt(at) | 0x20) === 0x66 &&
    (text.charCodeAt(at + 1) | 0x20) === 0x6f &&
    (text.charCodeAt(at + 2) | 0x20) === 0x72 &&
    isSpace(text.charCodeAt(at + 3))
  );
}

/** The start of the next line that begins with `-`, or `end`. */
function endOfHead(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    at = afterLineBreak(text, endOfLine(text, at, end));
    const first = skipBlanks(text, at, end);
    if (at < end && text.charCodeAt(first) === 0x2d) return at;
  }
  return end;
}
