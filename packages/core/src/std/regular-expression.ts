// Regular expressions in RE2 syntax and in linear time: what MATCHES, std::string::matches and replace stand on.
// pattern-syntax.ts reads a pattern, pattern-program.ts runs it; neither uses the host's RegExp for matching.

import { compileProgram, type PatternProgram, runProgram, type Work } from "./pattern-program.ts";
import { parsePattern } from "./pattern-syntax.ts";

export interface CompiledPattern {
  readonly ok: true;
  /**
   * Whether the pattern matches somewhere in the text, as RE2's PartialMatch: write `^…$` to mean all of it. The time
   * is bounded by the text's length times the pattern's size.
   */
  readonly test: (text: string) => boolean;
  /**
   * The text with every match, from left to right and none overlapping, replaced. In the replacement `$1` to `$99` and
   * `${name}` stand for what a group took (nothing where it took no part), `$0` for the whole match and `$$` for a
   * dollar; any other `$` is itself. Null where the result would be longer than `maxLength`, in UTF-16 code units, or
   * where the search takes more than some ten million steps, which only patterns do that look far ahead in vain at
   * many places of a long text.
   */
  readonly replaceAll: (text: string, replacement: string, maxLength?: number) => string | null;
}

export interface PatternMistake {
  readonly ok: false;
  readonly message: string;
  /** UTF-16 offset in the pattern. */
  readonly position: number;
}

/**
 * A pattern made ready, or what is wrong with it and where. The syntax is RE2's
 * (https://github.com/google/re2/wiki/Syntax) without `\C`; `\d`, `\s`, `\w` and `\b` know ASCII only, `\p{…}` and
 * `(?i)` follow the Unicode version that core ships. Characters are code points. Patterns of more than 10 000
 * characters or 3 000 instructions are refused.
 */
export function compilePattern(pattern: string): CompiledPattern | PatternMistake {
  const parse = parsePattern(pattern);
  if (!parse.ok) return parse;
  const program = compileProgram(parse.tree, parse.groupNames.length);
  if (program === null) return { ok: false, message: "the pattern is too large", position: 0 };
  const { groupNames } = parse;
  return {
    ok: true,
    test: (text) =>
      runProgram(program, text, 0, false, { left: Number.POSITIVE_INFINITY }) !== null,
    replaceAll: (text, replacement, maxLength = Number.POSITIVE_INFINITY) =>
      replaceAll(program, text, parseReplacement(replacement, groupNames), maxLength),
  };
}

const MOST_WORK = 10_000_000;

/** Texts, and the numbers of groups. */
type Replacement = readonly (string | number)[];

function parseReplacement(
  replacement: string,
  groupNames: readonly (string | undefined)[],
): Replacement {
  const parts: (string | number)[] = [];
  let literal = "";
  for (let at = 0; at < replacement.length; ) {
    const reference = replacement[at] === "$" ? parseReference(replacement, at, groupNames) : null;
    if (reference === null) {
      literal += replacement.charAt(at++);
      continue;
    }
    if (typeof reference.group === "number") {
      parts.push(literal, reference.group);
      literal = "";
    } else {
      literal += reference.group;
    }
    at += reference.length;
  }
  parts.push(literal);
  return parts;
}

const REFERENCE = /\$(?:(\$)|([0-9]{1,2})|\{([A-Za-z0-9_]+)\})/uy;

function parseReference(
  replacement: string,
  at: number,
  groupNames: readonly (string | undefined)[],
): { readonly group: number | string; readonly length: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(replacement);
  if (match === null) return null;
  const [whole, dollar, digits, name] = match;
  if (dollar !== undefined) return { group: "$", length: 2 };
  if (digits !== undefined) {
    // `$12` is group 1 and a 2 where there is no group 12.
    for (const length of [2, 1]) {
      const number = Number(digits.slice(0, length));
      if (digits.length >= length && number < groupNames.length)
        return { group: number, length: length + 1 };
    }
    return null;
  }
  const byName = groupNames.indexOf(name);
  if (byName > 0) return { group: byName, length: whole.length };
  const byNumber = /^[0-9]+$/u.test(name ?? "") ? Number(name) : groupNames.length;
  return byNumber < groupNames.length ? { group: byNumber, length: whole.length } : null;
}

function replaceAll(
  program: PatternProgram,
  text: string,
  replacement: Replacement,
  maxLength: number,
): string | null {
  const work: Work = { left: MOST_WORK };
  let result = "";
  let copied = 0;
  let lastEnd = -1;
  for (let at = 0; at <= text.length; ) {
    const captures = runProgram(program, text, at, true, work);
    if (captures === null) break;
    const [start = 0, end = 0] = captures;
    // As in RE2, no empty match right after a match.
    if (end > start || start !== lastEnd) {
      result += text.slice(copied, start);
      for (const part of replacement) {
        if (typeof part === "string") result += part;
        else result += text.slice(captures[part * 2] ?? 0, captures[part * 2 + 1] ?? 0);
        if (result.length > maxLength) return null;
      }
      copied = end;
      lastEnd = end;
    }
    at = end > start ? end : start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  }
  if (work.left < 0) return null;
  result += text.slice(copied);
  return result.length > maxLength ? null : result;
}
