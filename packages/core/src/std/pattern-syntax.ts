// Regular expressions, first step: from RE2 syntax (https://github.com/google/re2/wiki/Syntax) to a tree.
// pattern-program.ts turns the tree into a program; regular-expression.ts is what the rest of core sees.

import {
  caseVariants,
  categoryRanges,
  codePointsWithCaseVariants,
  scriptRanges,
} from "../source/unicode.ts";

export type Assertion =
  | "text start"
  | "text end"
  | "line start"
  | "line end"
  | "word boundary"
  | "no word boundary";

/** Inclusive ranges of code points, `[first, last, first, last, …]`, ascending and apart. */
export type Ranges = readonly number[];

/** `span` is how often the repetitions in it may multiply its size. */
export type PatternNode =
  | { readonly kind: "empty"; readonly span: 1 }
  | { readonly kind: "character"; readonly codePoint: number; readonly span: 1 }
  | { readonly kind: "set"; readonly ranges: Ranges; readonly span: 1 }
  | { readonly kind: "assertion"; readonly assertion: Assertion; readonly span: 1 }
  | { readonly kind: "sequence"; readonly nodes: readonly PatternNode[]; readonly span: number }
  | { readonly kind: "choice"; readonly nodes: readonly PatternNode[]; readonly span: number }
  | {
      readonly kind: "group";
      readonly index: number;
      readonly node: PatternNode;
      readonly span: number;
    }
  | {
      readonly kind: "repeat";
      readonly node: PatternNode;
      readonly min: number;
      /** Infinity where there is no upper bound. */
      readonly max: number;
      readonly greedy: boolean;
      readonly span: number;
    };

export type PatternParse =
  | {
      readonly ok: true;
      readonly tree: PatternNode;
      /** Names of the groups by index; index 0, the whole match, and groups without a name are undefined. */
      readonly groupNames: readonly (string | undefined)[];
    }
  | { readonly ok: false; readonly message: string; readonly position: number };

/** RE2's bound for one repetition, and for the product of those inside one another. */
const MOST_REPEATS = 1000;
const MOST_NESTING = 250;
const LONGEST_PATTERN = 10_000;
/** All sets of a pattern together; `[\pL\pL…]` must not fill the memory. */
const MOST_RANGES = 200_000;

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly swapGreed: boolean;
}

interface Parser {
  readonly pattern: string;
  at: number;
  flags: Flags;
  readonly groupNames: (string | undefined)[];
  nesting: number;
  rangesLeft: number;
  readonly named: Map<string, Ranges>;
  failure: { readonly message: string; readonly position: number } | null;
}

/**
 * The tree of a pattern, or what is wrong with it and where (a UTF-16 offset). Backreferences, lookaround, atomic
 * groups and possessive repetition are mistakes that say so; bounds keep a tree small whatever the pattern.
 */
export function parsePattern(pattern: string): PatternParse {
  const parser: Parser = {
    pattern,
    at: 0,
    flags: { ignoreCase: false, multiLine: false, dotAll: false, swapGreed: false },
    groupNames: [undefined],
    nesting: 0,
    rangesLeft: MOST_RANGES,
    named: new Map(),
    failure: null,
  };
  if (pattern.length > LONGEST_PATTERN) {
    return {
      ok: false,
      message: `a pattern longer than ${LONGEST_PATTERN} characters`,
      position: LONGEST_PATTERN,
    };
  }
  const tree = parseChoice(parser);
  if (tree !== undefined && parser.at < pattern.length)
    fail(parser, "`)` without `(`; write `\\)` for the character");
  if (parser.failure !== null || tree === undefined) {
    return { ok: false, message: "not a pattern", position: parser.at, ...parser.failure };
  }
  return { ok: true, tree, groupNames: parser.groupNames };
}

function fail(parser: Parser, message: string, position = parser.at): undefined {
  parser.failure ??= { message, position };
  return undefined;
}

const looksAt = (parser: Parser, text: string): boolean =>
  parser.pattern.startsWith(text, parser.at);

function skip(parser: Parser, text: string): boolean {
  if (!looksAt(parser, text)) return false;
  parser.at += text.length;
  return true;
}

/** Undefined after a mistake, as all functions below. Ends at `)` or at the pattern's end; flags set in it end there. */
function parseChoice(parser: Parser): PatternNode | undefined {
  const { flags } = parser;
  const nodes: PatternNode[] = [];
  do {
    const node = parseSequence(parser);
    if (node === undefined) return undefined;
    nodes.push(node);
  } while (skip(parser, "|"));
  parser.flags = flags;
  return nodes.length === 1 ? nodes[0] : { kind: "choice", nodes, span: widest(nodes) };
}

const widest = (nodes: readonly PatternNode[]): number =>
  nodes.reduce((most, { span }) => Math.max(most, span), 1);

const EMPTY: PatternNode = { kind: "empty", span: 1 };

function parseSequence(parser: Parser): PatternNode | undefined {
  const { pattern } = parser;
  const nodes: PatternNode[] = [];
  /** Whether a repetition may come next, or why not. */
  let before: "atom" | "nothing" | "repetition" = "nothing";
  while (parser.at < pattern.length && !looksAt(parser, "|") && !looksAt(parser, ")")) {
    const start = parser.at;
    if (skip(parser, "\\Q")) {
      pushQuoted(parser, nodes);
      before = nodes.length > 0 ? "atom" : "nothing";
      continue;
    }
    const repetition = parseRepetition(parser);
    if (repetition === undefined) return undefined;
    if (repetition !== null) {
      const operator = pattern.slice(start, parser.at);
      if (before === "nothing") return fail(parser, `nothing for \`${operator}\` to repeat`, start);
      if (before === "repetition") {
        return fail(
          parser,
          `\`${operator}\` repeats a repetition; put that in \`(?:…)\` first`,
          start,
        );
      }
      const node = repeat(parser, nodes.pop() ?? EMPTY, repetition, start);
      if (node === undefined) return undefined;
      nodes.push(node);
      before = "repetition";
      continue;
    }
    const atom = parseAtom(parser);
    if (atom === undefined) return undefined;
    if (atom !== null) nodes.push(atom);
    // Flags leave what stands before them to be repeated, as in RE2.
    before = nodes.length > 0 ? "atom" : "nothing";
  }
  if (nodes.length === 1) return nodes[0];
  return nodes.length === 0 ? EMPTY : { kind: "sequence", nodes, span: widest(nodes) };
}

/** The characters up to `\E` or the pattern's end, as they are. */
function pushQuoted(parser: Parser, nodes: PatternNode[]): void {
  const { pattern } = parser;
  const end = pattern.indexOf("\\E", parser.at);
  const quoted = pattern.slice(parser.at, end < 0 ? pattern.length : end);
  for (const character of quoted) nodes.push(literal(parser, character.codePointAt(0) ?? 0));
  parser.at = end < 0 ? pattern.length : end + 2;
}

// --- repetition ---------------------------------------------------------------------------------------------------

interface Repetition {
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
}

const COUNTED = /\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/uy;

/** Null where none stands here; `{` that begins no count is an ordinary character, as in RE2. */
function parseRepetition(parser: Parser): Repetition | null | undefined {
  const start = parser.at;
  let min: number;
  let max: number;
  if (skip(parser, "*")) {
    min = 0;
    max = Number.POSITIVE_INFINITY;
  } else if (skip(parser, "+")) {
    min = 1;
    max = Number.POSITIVE_INFINITY;
  } else if (skip(parser, "?")) {
    min = 0;
    max = 1;
  } else {
    COUNTED.lastIndex = start;
    const match = COUNTED.exec(parser.pattern);
    if (match === null) return null;
    parser.at += match[0].length;
    min = Number(match[1]);
    max =
      match[2] === undefined
        ? min
        : match[3] === undefined
          ? Number.POSITIVE_INFINITY
          : Number(match[3]);
    if (min > MOST_REPEATS || (Number.isFinite(max) && max > MOST_REPEATS)) {
      return fail(parser, `\`${match[0]}\` repeats more than ${MOST_REPEATS} times`, start);
    }
    if (min > max) return fail(parser, `\`${match[0]}\` ends before it begins`, start);
  }
  const lazy = skip(parser, "?");
  return { min, max, greedy: lazy === parser.flags.swapGreed };
}

function repeat(
  parser: Parser,
  node: PatternNode,
  repetition: Repetition,
  start: number,
): PatternNode | undefined {
  const { min, max } = repetition;
  const factor = Number.isFinite(max) ? max : Math.max(min, 1);
  const span = max === 0 ? 1 : factor * node.span;
  if (span > MOST_REPEATS) {
    return fail(
      parser,
      `repetitions inside one another come to more than ${MOST_REPEATS} times`,
      start,
    );
  }
  return { kind: "repeat", node, ...repetition, span };
}

// --- atoms --------------------------------------------------------------------------------------------------------

const NOT_NEWLINE: Ranges = [0, 0x09, 0x0b, 0x10ffff];
const ANY: Ranges = [0, 0x10ffff];

const assertion = (name: Assertion): PatternNode => ({
  kind: "assertion",
  assertion: name,
  span: 1,
});
const set = (ranges: Ranges): PatternNode => ({ kind: "set", ranges, span: 1 });

function literal(parser: Parser, codePoint: number): PatternNode {
  const variants = parser.flags.ignoreCase ? caseVariants(codePoint) : null;
  if (variants === null) return { kind: "character", codePoint, span: 1 };
  return set(normalise(variants.flatMap((variant) => [variant, variant])));
}

/** Null for a group that only sets flags. */
function parseAtom(parser: Parser): PatternNode | null | undefined {
  const { flags, pattern } = parser;
  switch (pattern[parser.at]) {
    case "(":
      return parseGroup(parser);
    case "[":
      return parseClass(parser);
    case "\\":
      return parseEscapedAtom(parser);
    case ".":
      parser.at++;
      return set(flags.dotAll ? ANY : NOT_NEWLINE);
    case "^":
      parser.at++;
      return assertion(flags.multiLine ? "line start" : "text start");
    case "$":
      parser.at++;
      return assertion(flags.multiLine ? "line end" : "text end");
    default:
      return literal(parser, takeCodePoint(parser));
  }
}

/** The code point that stands here, which must not be the pattern's end. */
function takeCodePoint(parser: Parser): number {
  const codePoint = parser.pattern.codePointAt(parser.at) ?? 0;
  parser.at += codePoint > 0xffff ? 2 : 1;
  return codePoint;
}

const GROUP_NAME = /\?P?<([A-Za-z0-9_]+)>/uy;
const GROUP_FLAGS = /\?([imsU]*)(?:-([imsU]+))?([:)])/uy;

function parseGroup(parser: Parser): PatternNode | null | undefined {
  const start = parser.at++;
  if (!looksAt(parser, "?"))
    return parseGroupBody(parser, start, parser.groupNames.push(undefined) - 1);
  GROUP_NAME.lastIndex = parser.at;
  const named = GROUP_NAME.exec(parser.pattern);
  if (named !== null) {
    const [header, name] = named;
    if (parser.groupNames.includes(name))
      return fail(parser, `a second group named \`${name}\``, start);
    parser.at += header.length;
    return parseGroupBody(parser, start, parser.groupNames.push(name) - 1);
  }
  GROUP_FLAGS.lastIndex = parser.at;
  const flagged = GROUP_FLAGS.exec(parser.pattern);
  if (flagged === null) return fail(parser, whyNoGroup(parser), start);
  const [header, on = "", off = "", end] = flagged;
  parser.at += header.length;
  const { flags } = parser;
  const flag = (letter: string, before: boolean): boolean =>
    (before || on.includes(letter)) && !off.includes(letter);
  parser.flags = {
    ignoreCase: flag("i", flags.ignoreCase),
    multiLine: flag("m", flags.multiLine),
    dotAll: flag("s", flags.dotAll),
    swapGreed: flag("U", flags.swapGreed),
  };
  if (end === ")") return null;
  const node = parseGroupBody(parser, start, null);
  parser.flags = flags;
  return node;
}

function whyNoGroup(parser: Parser): string {
  for (const opening of ["?=", "?!", "?<=", "?<!"]) {
    if (looksAt(parser, opening))
      return `lookaround \`(${opening}\` is not in RE2 syntax, which never looks back`;
  }
  if (looksAt(parser, "?>"))
    return "atomic groups `(?>` are not in RE2 syntax, which never backtracks";
  if (looksAt(parser, "?#")) return "comments `(?#` are not in RE2 syntax";
  return "expected flags, `:` or `<name>` after `(?`";
}

function parseGroupBody(
  parser: Parser,
  start: number,
  index: number | null,
): PatternNode | undefined {
  if (++parser.nesting > MOST_NESTING)
    return fail(parser, `groups nested deeper than ${MOST_NESTING}`, start);
  const node = parseChoice(parser);
  parser.nesting--;
  if (node === undefined) return undefined;
  if (!skip(parser, ")"))
    return fail(parser, "`(` without `)`; write `\\(` for the character", start);
  return index === null ? node : { kind: "group", index, node, span: node.span };
}

function parseEscapedAtom(parser: Parser): PatternNode | undefined {
  if (skip(parser, "\\A")) return assertion("text start");
  if (skip(parser, "\\z")) return assertion("text end");
  if (skip(parser, "\\b")) return assertion("word boundary");
  if (skip(parser, "\\B")) return assertion("no word boundary");
  const ranges = parseNamedSet(parser);
  if (ranges === undefined) return undefined;
  if (ranges !== null) return set(ranges);
  const codePoint = parseEscape(parser);
  return codePoint === undefined ? undefined : literal(parser, codePoint);
}

const ESCAPED: ReadonlyMap<string, number> = new Map([
  ["a", 0x07],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
  ["v", 0x0b],
]);

const HEXADECIMAL = /\\x(?:([0-9A-Fa-f]{2})|\{0*([0-9A-Fa-f]{1,6})\})/uy;
const OCTAL = /\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/uy;

/** An escape that is one character. */
function parseEscape(parser: Parser): number | undefined {
  const { pattern, at: start } = parser;
  const letter = pattern[start + 1];
  if (letter === undefined) return fail(parser, "`\\` at the end; write `\\\\` for the character");
  const simple = ESCAPED.get(letter);
  if (simple !== undefined || /^[!-/:-@[-`{-~ ]$/u.test(letter)) {
    parser.at += 2;
    return simple ?? letter.charCodeAt(0);
  }
  HEXADECIMAL.lastIndex = start;
  OCTAL.lastIndex = start;
  const hexadecimal = HEXADECIMAL.exec(pattern);
  const octal = OCTAL.exec(pattern);
  const match = hexadecimal ?? octal;
  if (match === null) return fail(parser, whyNoEscape(letter));
  const codePoint =
    hexadecimal === null
      ? Number.parseInt(match[1] ?? "", 8)
      : Number.parseInt(match[1] ?? match[2] ?? "", 16);
  if (codePoint > 0x10ffff)
    return fail(parser, "a number beyond the last character, `\\x{10FFFF}`");
  parser.at += match[0].length;
  return codePoint;
}

function whyNoEscape(letter: string): string {
  if (/^[1-9]$/u.test(letter))
    return `backreferences such as \`\\${letter}\` are not in RE2 syntax, which never looks back`;
  if (letter === "k")
    return "backreferences such as `\\k<name>` are not in RE2 syntax, which never looks back";
  if (letter === "Z") return "`\\Z` is not in RE2 syntax; write `\\z` for the end of the text";
  if (letter === "x") return "expected two hexadecimal digits after `\\x`, or some in braces";
  return `\`\\${letter}\` is not in RE2 syntax`;
}

// --- sets ---------------------------------------------------------------------------------------------------------

const DIGIT: Ranges = [0x30, 0x39];
const SPACE: Ranges = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
const WORD: Ranges = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];

const POSIX: ReadonlyMap<string, Ranges> = new Map([
  ["alnum", [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a]],
  ["alpha", [0x41, 0x5a, 0x61, 0x7a]],
  ["ascii", [0x00, 0x7f]],
  ["blank", [0x09, 0x09, 0x20, 0x20]],
  ["cntrl", [0x00, 0x1f, 0x7f, 0x7f]],
  ["digit", DIGIT],
  ["graph", [0x21, 0x7e]],
  ["lower", [0x61, 0x7a]],
  ["print", [0x20, 0x7e]],
  ["punct", [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e]],
  ["space", [0x09, 0x0d, 0x20, 0x20]],
  ["upper", [0x41, 0x5a]],
  ["word", WORD],
  ["xdigit", [0x30, 0x39, 0x41, 0x46, 0x61, 0x66]],
]);

const PERL: ReadonlyMap<string, Ranges> = new Map([
  ["d", DIGIT],
  ["s", SPACE],
  ["w", WORD],
]);

const PROPERTY = /\\[pP](?:\{(\^?)([^}]*)\}|([^{]))/uy;

/** `\d`, `\pL`, `\P{Greek}` and their like; null where none stands here. */
function parseNamedSet(parser: Parser): Ranges | null | undefined {
  const letter = parser.pattern[parser.at + 1] ?? "";
  const perl = PERL.get(letter.toLowerCase());
  if (perl !== undefined) {
    parser.at += 2;
    return namedSet(parser, letter.toLowerCase(), perl, letter !== letter.toLowerCase());
  }
  if (letter !== "p" && letter !== "P") return null;
  PROPERTY.lastIndex = parser.at;
  const match = PROPERTY.exec(parser.pattern);
  if (match === null)
    return fail(parser, `expected a category or script after \`\\${letter}\`, as in \`\\p{L}\``);
  const [whole, caret = "", inBraces, single] = match;
  const name = inBraces ?? single ?? "";
  const ranges = categoryRanges(name) ?? scriptRanges(name);
  if (ranges === null) return fail(parser, `\`${name}\` is no general category and no script`);
  parser.at += whole.length;
  return namedSet(parser, `{${name}}`, ranges, (letter === "P") !== (caret === "^"));
}

/** A set with its case variants where case is ignored, and its complement where negated. */
function namedSet(
  parser: Parser,
  name: string,
  ranges: Ranges,
  negated: boolean,
): Ranges | undefined {
  const { ignoreCase } = parser.flags;
  const key = `${name} ${ignoreCase} ${negated}`;
  const known = parser.named.get(key);
  const result = known ?? finish(ranges, ignoreCase, negated);
  parser.named.set(key, result);
  parser.rangesLeft -= known === undefined ? result.length : 0;
  return parser.rangesLeft < 0 ? fail(parser, "too many sets of characters") : result;
}

function finish(ranges: Ranges, ignoreCase: boolean, negated: boolean): Ranges {
  const folded = normalise(ignoreCase ? withCaseVariants(ranges) : ranges);
  return negated ? complement(folded) : folded;
}

function withCaseVariants(ranges: Ranges): Ranges {
  const sorted = normalise(ranges);
  const last = sorted[sorted.length - 1] ?? -1;
  const extra: number[] = [];
  const add = (codePoint: number): void => {
    for (const variant of caseVariants(codePoint) ?? []) {
      if (!contains(sorted, variant)) extra.push(variant, variant);
    }
  };
  if (last < 0x80) {
    for (let codePoint = 0; codePoint <= last; codePoint++) {
      if (contains(sorted, codePoint)) add(codePoint);
    }
  } else {
    for (const codePoint of codePointsWithCaseVariants()) {
      if (contains(sorted, codePoint)) add(codePoint);
    }
  }
  return extra.length === 0 ? sorted : normalise([...sorted, ...extra]);
}

/** Whether ranges that are ascending and apart hold a code point. */
export function contains(ranges: Ranges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[middle * 2] ?? 0)) high = middle;
    else if (codePoint > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Ascending and apart. */
function normalise(ranges: Ranges): Ranges {
  if (isNormal(ranges)) return ranges;
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < ranges.length; index += 2) {
    pairs.push([ranges[index] ?? 0, ranges[index + 1] ?? 0]);
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: number[] = [];
  for (const [first, last] of pairs) {
    const previous = result[result.length - 1];
    if (previous === undefined || first > previous + 1) result.push(first, last);
    else if (last > previous) result[result.length - 1] = last;
  }
  return result;
}

function isNormal(ranges: Ranges): boolean {
  for (let index = 2; index < ranges.length; index += 2) {
    if ((ranges[index] ?? 0) <= (ranges[index - 1] ?? 0) + 1) return false;
  }
  return true;
}

function complement(ranges: Ranges): Ranges {
  const result: number[] = [];
  let next = 0;
  for (let index = 0; index < ranges.length; index += 2) {
    const first = ranges[index] ?? 0;
    if (first > next) result.push(next, first - 1);
    next = (ranges[index + 1] ?? 0) + 1;
  }
  if (next <= 0x10ffff) result.push(next, 0x10ffff);
  return result;
}

function parseClass(parser: Parser): PatternNode | undefined {
  const start = parser.at++;
  const negated = skip(parser, "^");
  const ranges: number[] = [];
  const add = (more: Ranges): boolean => {
    parser.rangesLeft -= more.length;
    if (parser.rangesLeft < 0) {
      fail(parser, "too many sets of characters");
      return false;
    }
    for (const bound of more) ranges.push(bound);
    return true;
  };
  for (let first = true; first || !looksAt(parser, "]"); first = false) {
    if (parser.at >= parser.pattern.length)
      return fail(parser, "`[` without `]`; write `\\[` for the character", start);
    const named = looksAt(parser, "[:")
      ? parsePosixClass(parser)
      : looksAt(parser, "\\")
        ? parseNamedSet(parser)
        : null;
    if (named === undefined) return undefined;
    if (named !== null) {
      if (!add(named)) return undefined;
      continue;
    }
    const from = parser.at;
    const low = parseClassCharacter(parser);
    if (low === undefined) return undefined;
    let high: number | undefined = low;
    if (
      looksAt(parser, "-") &&
      parser.pattern[parser.at + 1] !== undefined &&
      parser.pattern[parser.at + 1] !== "]"
    ) {
      parser.at++;
      high = parseClassCharacter(parser);
      if (high === undefined) return undefined;
      if (high < low)
        return fail(
          parser,
          `\`${parser.pattern.slice(from, parser.at)}\` ends before it begins`,
          from,
        );
    }
    if (!add([low, high])) return undefined;
  }
  parser.at++;
  return set(finish(ranges, parser.flags.ignoreCase, negated));
}

function parseClassCharacter(parser: Parser): number | undefined {
  return looksAt(parser, "\\") ? parseEscape(parser) : takeCodePoint(parser);
}

/** Null where `[` is a character like others, for no `:]` follows. */
function parsePosixClass(parser: Parser): Ranges | null | undefined {
  const end = parser.pattern.indexOf(":]", parser.at + 2);
  if (end < 0) return null;
  const whole = parser.pattern.slice(parser.at, end + 2);
  const negated = whole[2] === "^";
  const name = whole.slice(negated ? 3 : 2, -2);
  const ranges = POSIX.get(name);
  if (ranges === undefined) return fail(parser, `no such class as \`${whole}\``);
  parser.at += whole.length;
  return namedSet(parser, `:${name}:`, ranges, negated);
}
