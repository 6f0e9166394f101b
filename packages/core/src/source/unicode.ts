// What core knows of Unicode: identifier characters, case, white space, scripts, look-alikes and text order.
// Everything is read from unicode-tables.ts, never from the host, so that results do not depend on its ICU.
// Tables are decoded on first use; ASCII never touches them.

import * as tables from "./unicode-tables.ts";

// --- decoding -----------------------------------------------------------------------------------------------------

/** Inverse of the generator's `encode`: base-64 digits of five bits, least significant first. */
function decodeNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = digitValue(text.charCodeAt(index));
    number |= (digit & 31) << shift;
    if (digit < 32) {
      numbers.push(number);
      number = 0;
      shift = 0;
    } else {
      shift += 5;
    }
  }
  return numbers;
}

function digitValue(code: number): number {
  if (code >= 0x61) return code === 0x5f ? 63 : code - 0x61 + 26;
  if (code === 0x5f) return 63;
  if (code >= 0x41) return code - 0x41;
  return code === 0x2d ? 62 : code - 0x30 + 52;
}

const unzigzag = (number: number): number => (number & 1 ? -((number + 1) >> 1) : number >> 1);

/** A value that is computed when it is first asked for. */
function lazy<T extends object>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}

interface Runs {
  /** First code point of each run, ascending, the first being 0. */
  readonly starts: Uint32Array;
  readonly values: Uint8Array;
}

function decodeRuns(text: string, alternating: number): Runs {
  const numbers = decodeNumbers(text);
  const starts = new Uint32Array(numbers.length / 2);
  const values = new Uint8Array(numbers.length / 2);
  let start = 0;
  for (let index = 0; index < starts.length; index++) {
    const value = numbers[index * 2] ?? 0;
    const length = numbers[index * 2 + 1] ?? 0;
    starts[index] = start;
    values[index] = value;
    start += value === alternating ? length * 2 : length;
  }
  return { starts, values };
}

/** Index of the run that holds the code point. */
function runAt(starts: Uint32Array, codePoint: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodeMapping(text: string): ReadonlyMap<number, number> {
  const numbers = decodeNumbers(text);
  const mapping = new Map<number, number>();
  let from = 0;
  for (let index = 0; index < numbers.length; index += 3) {
    from += numbers[index] ?? 0;
    const countAndStep = numbers[index + 1] ?? 0;
    const difference = unzigzag(numbers[index + 2] ?? 0);
    const step = (countAndStep & 1) + 1;
    for (let count = 0; count < countAndStep >> 1; count++) {
      mapping.set(from + count * step, from + count * step + difference);
    }
  }
  return mapping;
}

function decodeExpansions(text: string): ReadonlyMap<number, string> {
  const numbers = decodeNumbers(text);
  const expansions = new Map<number, string>();
  let from = 0;
  for (let index = 0; index < numbers.length; ) {
    from += numbers[index] ?? 0;
    const count = numbers[index + 1] ?? 0;
    expansions.set(from, String.fromCodePoint(...numbers.slice(index + 2, index + 2 + count)));
    index += 2 + count;
  }
  return expansions;
}

function decodeSet(text: string): ReadonlySet<number> {
  const numbers = decodeNumbers(text);
  const members = new Set<number>();
  let at = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    at += numbers[index] ?? 0;
    for (const end = at + (numbers[index + 1] ?? 0); at < end; at++) members.add(at);
  }
  return members;
}

// --- general categories -------------------------------------------------------------------------------------------

// Numbers of the categories in `tables.categoryNames`; a test holds them to it.
const LU = 1;
const LL = 2;
const LT = 3;
const LM = 4;
const LO = 5;
const MN = 6;
const MC = 7;
const ME = 8;
const ND = 9;
const SK = 21;
const CF = 27;
const ALTERNATING = 30;

const categoryRuns = lazy(() => decodeRuns(tables.categories, ALTERNATING));
const categoryNames = lazy(() => tables.categoryNames.split(" "));

function categoryNumber(codePoint: number): number {
  const { starts, values } = categoryRuns();
  const index = runAt(starts, codePoint);
  const value = values[index] ?? 0;
  if (value !== ALTERNATING) return value;
  return ((codePoint - (starts[index] ?? 0)) & 1) === 0 ? LU : LL;
}

/** The general category of a code point in its two-letter form, `Cn` for unassigned ones. */
export function generalCategory(codePoint: number): string {
  return categoryNames()[categoryNumber(codePoint)] ?? "Cn";
}

/**
 * Inclusive ranges `[first, last, first, last, …]`, ascending, of a general category: two letters (`Lu`), one letter
 * for a group (`L`), `LC` for cased letters, `Any` for every code point. Null for any other name.
 */
export function categoryRanges(name: string): readonly number[] | null {
  if (name === "Any") return [0, 0x10ffff];
  const members = name === "LC" ? ["Lu", "Ll", "Lt"] : [name];
  const wanted = categoryNames().map(
    (category) => members.includes(category) || members.includes(category.charAt(0)),
  );
  if (!wanted.includes(true)) return null;
  const { starts, values } = categoryRuns();
  const ranges: number[] = [];
  for (let index = 0; index < starts.length; index++) {
    const first = starts[index] ?? 0;
    const last = (starts[index + 1] ?? 0x110000) - 1;
    const value = values[index] ?? 0;
    if (value !== ALTERNATING) {
      if (wanted[value] === true) pushRange(ranges, first, last);
    } else if (wanted[LU] === true && wanted[LL] === true) {
      pushRange(ranges, first, last);
    } else if (wanted[LU] === true || wanted[LL] === true) {
      for (let at = wanted[LU] === true ? first : first + 1; at <= last; at += 2)
        pushRange(ranges, at, at);
    }
  }
  return ranges;
}

/** Appends a range, joined with the last one where they touch. */
function pushRange(ranges: number[], first: number, last: number): void {
  if (ranges.length > 0 && ranges[ranges.length - 1] === first - 1)
    ranges[ranges.length - 1] = last;
  else ranges.push(first, last);
}

// --- identifiers --------------------------------------------------------------------------------------------------

const isAsciiLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether an identifier may begin with the code point: `_` or a letter (general category L). */
export function isIdentifierStart(codePoint: number): boolean {
  if (codePoint < 0x80) return isAsciiLetter(codePoint) || codePoint === 0x5f;
  const category = categoryNumber(codePoint);
  return category >= LU && category <= LO;
}

/**
 * Whether an identifier may go on with the code point: `_`, a letter, a decimal digit (Nd), or a combining mark
 * (Mn, Mc), without which most scripts of India and South-East Asia cannot be written.
 */
export function isIdentifierPart(codePoint: number): boolean {
  if (codePoint < 0x80)
    return isAsciiLetter(codePoint) || isAsciiDigit(codePoint) || codePoint === 0x5f;
  const category = categoryNumber(codePoint);
  return (category >= LU && category <= MC) || category === ND;
}

// --- case ---------------------------------------------------------------------------------------------------------

interface CaseTable {
  readonly single: ReadonlyMap<number, number>;
  readonly many: ReadonlyMap<number, string>;
}

const lowerTable = lazy<CaseTable>(() => ({
  single: decodeMapping(tables.lowerSingle),
  many: decodeExpansions(tables.lowerMany),
}));
const upperTable = lazy<CaseTable>(() => ({
  single: decodeMapping(tables.upperSingle),
  many: decodeExpansions(tables.upperMany),
}));
const casedExtra = lazy(() => decodeSet(tables.casedExtra));
const caseIgnorableExtra = lazy(() => decodeSet(tables.caseIgnorableExtra));

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}

function convertCase(text: string, table: CaseTable): string {
  let result = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const single = table.single.get(codePoint);
    result +=
      single === undefined
        ? (table.many.get(codePoint) ?? character)
        : String.fromCodePoint(single);
  }
  return result;
}

/**
 * Text in lower case by Unicode's default case conversion: full mappings, no locale, capital sigma final where it
 * ends a word. Lone surrogates stay as they are.
 */
export function lowerCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  if (!text.includes("\u03a3")) return convertCase(text, lowerTable());
  let result = "";
  let from = 0;
  for (let at = text.indexOf("\u03a3"); at >= 0; at = text.indexOf("\u03a3", from)) {
    result +=
      convertCase(text.slice(from, at), lowerTable()) +
      (isFinalSigma(text, at) ? "\u03c2" : "\u03c3");
    from = at + 1;
  }
  return result + convertCase(text.slice(from), lowerTable());
}

/** Text in upper case by Unicode's default case conversion: full mappings (`ß` gives `SS`), no locale. */
export function upperCase(text: string): string {
  return isAscii(text) ? text.toUpperCase() : convertCase(text, upperTable());
}

function isCased(codePoint: number): boolean {
  const category = categoryNumber(codePoint);
  return category === LU || category === LL || category === LT || casedExtra().has(codePoint);
}

function isCaseIgnorable(codePoint: number): boolean {
  switch (categoryNumber(codePoint)) {
    case MN:
    case ME:
    case CF:
    case LM:
    case SK:
      return true;
    default:
      return caseIgnorableExtra().has(codePoint);
  }
}

/** The condition Final_Sigma of the Unicode Standard, table 3-17. */
function isFinalSigma(text: string, at: number): boolean {
  let before = at;
  for (;;) {
    if (before === 0) return false;
    const codePoint = codePointBefore(text, before);
    if (isCased(codePoint)) break;
    if (!isCaseIgnorable(codePoint)) return false;
    before -= codePoint > 0xffff ? 2 : 1;
  }
  for (let after = at + 1; after < text.length; ) {
    const codePoint = text.codePointAt(after) ?? 0;
    if (isCased(codePoint)) return false;
    if (!isCaseIgnorable(codePoint)) return true;
    after += codePoint > 0xffff ? 2 : 1;
  }
  return true;
}

/** The code point that ends just before the index; the text must reach that far. */
function codePointBefore(text: string, index: number): number {
  const last = text.charCodeAt(index - 1);
  if (!isLowSurrogate(last) || index < 2) return last;
  return isHighSurrogate(text.charCodeAt(index - 2)) ? (text.codePointAt(index - 2) ?? last) : last;
}

const foldingClasses = lazy((): ReadonlyMap<number, readonly number[]> => {
  const classes = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    const ofA = classes.get(a) ?? [a];
    const ofB = classes.get(b) ?? [b];
    if (ofA === ofB) return;
    ofA.push(...ofB);
    for (const member of ofA) classes.set(member, ofA);
  };
  const alone = decodeNumbers(tables.foldAlone);
  for (const { single } of [lowerTable(), upperTable()]) {
    for (const [from, to] of single) {
      if (!alone.includes(from)) join(from, to);
    }
  }
  const pairs = decodeNumbers(tables.foldJoin);
  for (let index = 0; index < pairs.length; index += 2) {
    join(pairs[index] ?? 0, pairs[index + 1] ?? 0);
  }
  for (const members of classes.values()) members.sort((a, b) => a - b);
  return classes;
});

/**
 * The code points that are the same letter but for case, by Unicode's simple case folding, ascending and with the
 * given one among them: `k`, `K` and the Kelvin sign. Null where there is no other.
 */
export function caseVariants(codePoint: number): readonly number[] | null {
  if (codePoint >= 0x80) return foldingClasses().get(codePoint) ?? null;
  if (!isAsciiLetter(codePoint)) return null;
  const upper = codePoint & ~0x20;
  const lower = upper | 0x20;
  if (lower === 0x6b) return [upper, lower, 0x212a]; // K, k and the Kelvin sign
  return lower === 0x73 ? [upper, lower, 0x17f] : [upper, lower]; // S, s and the long s
}

/** Every code point that has a case variant, ascending. */
export const codePointsWithCaseVariants = lazy((): readonly number[] =>
  [...foldingClasses().keys()].sort((a, b) => a - b),
);

// --- white space --------------------------------------------------------------------------------------------------

/**
 * Whether the code unit is white space: the 25 characters of Unicode's White_Space property. The set is fixed;
 * U+FEFF is not in it.
 */
export function isWhitespace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x2000) return code === 0x85 || code === 0xa0 || code === 0x1680;
  return (
    code <= 0x200a ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Text without the white space at both ends, as `isWhitespace` has it. */
export function trimWhitespace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhitespace(text.charCodeAt(start))) start++;
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

// --- scripts ------------------------------------------------------------------------------------------------------

const scriptRuns = lazy(() => decodeRuns(tables.scripts, -1));
const scriptNames = lazy(() => ["Unknown", ...tables.scriptNames.split(" ")]);

/** The code point's script by its long name (`Latin`, `Common`, `Inherited`); `Unknown` for unassigned ones. */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x80) return isAsciiLetter(codePoint) ? "Latin" : "Common";
  const { starts, values } = scriptRuns();
  return scriptNames()[values[runAt(starts, codePoint)] ?? 0] ?? "Unknown";
}

/** Inclusive ranges `[first, last, …]`, ascending, of a script by its long name (`Greek`), or null. */
export function scriptRanges(name: string): readonly number[] | null {
  const number = scriptNames().indexOf(name);
  if (number < 1) return null;
  const { starts, values } = scriptRuns();
  const ranges: number[] = [];
  for (let index = 0; index < starts.length; index++) {
    if (values[index] === number)
      pushRange(ranges, starts[index] ?? 0, (starts[index + 1] ?? 0x110000) - 1);
  }
  return ranges;
}

const SCRIPTS_THAT_MIX: readonly (readonly string[])[] = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Hangul"],
  ["Latin", "Han", "Bopomofo"],
];

/**
 * The scripts of a name, in order of appearance, where they should not stand together; null where they may: one
 * script, or those that Japanese, Korean and Chinese are written in, with Latin. This is the restriction level
 * "highly restrictive" of UTS #39. Digits, `_` and combining marks belong to no script.
 */
export function mixedScripts(name: string): readonly string[] | null {
  if (isAscii(name)) return null;
  const scripts: string[] = [];
  for (const character of name) {
    const script = scriptOf(character.codePointAt(0) ?? 0);
    if (script !== "Common" && script !== "Inherited" && !scripts.includes(script))
      scripts.push(script);
  }
  if (scripts.length < 2) return null;
  return SCRIPTS_THAT_MIX.some((allowed) => scripts.every((script) => allowed.includes(script)))
    ? null
    : scripts;
}

// --- look-alikes --------------------------------------------------------------------------------------------------

// `code point in hexadecimal=what it looks like`, by hand after the confusables of UTS #39: those that a keyboard, a word
// processor or an attacker plausibly puts into a name. What a sign looks like is one sign for each group.
const LOOK_ALIKES = [
  // ASCII
  "30=O 31=l 49=l 6d=rn",
  // Latin beyond ASCII
  "e6=ae 153=oe c6=AE 152=OE 131=i 138=k 192=f 196=l 1b7=3 1bd=5 1c0=l 1c3=! 237=j 251=a 261=g 269=i 28b=u 26f=w 26a=i 1d04=c 1d0f=o 1d1c=u",
  "1d20=v 1d21=w 1d22=z a731=s a781=l a7b4=B a7b5=ß",
  // Greek
  "391=A 392=B 395=E 396=Z 397=H 399=l 39a=K 39c=M 39d=N 39f=O 3a1=P 3a4=T 3a5=Y 3a7=X 37f=J 3f9=C 3fa=M 3b1=a 3b2=ß 3b3=y 3b9=i 3ba=k",
  "3bd=v 3bf=o 3c1=p 3c2=c 3c3=o 3c5=u 3c7=x 3f2=c 3f3=j 3dc=f",
  // Cyrillic
  "410=A 412=B 415=E 417=3 406=l 408=J 41a=K 41c=M 41d=H 41e=O 420=P 421=C 422=T 423=Y 425=X 42c=b 405=S 474=V 4ae=Y 4c0=l 50c=G 51a=Q 51c=W",
  "413=Γ 41f=Π 424=Φ 430=a 431=6 433=r 435=e 43a=k 43e=o 440=p 441=c 443=y 444=φ 445=x 44c=b 455=s 456=i 458=j 475=v 4af=y 4bb=h 4cf=l",
  "501=d 51b=q 51d=w 461=u 4bd=e",
  // Armenian
  "54d=U 54f=S 555=O 53c=L 561=w 563=q 566=q 570=h 575=j 578=n 57d=u 581=g 585=o",
  // Cherokee
  "13a0=D 13a1=R 13a2=T 13a9=Y 13aa=A 13ab=J 13ac=E 13b3=W 13b7=M 13bb=H 13bd=Y 13c0=G 13c2=h 13c3=Z 13ce=4 13cf=b 13d2=R 13d4=W 13d5=S",
  "13d9=V 13da=S 13de=L 13df=C 13e2=P 13e6=K 13e7=d 13f3=G 13f4=B",
];

const lookAlikes = lazy((): ReadonlyMap<number, string> => {
  const map = new Map<number, string>();
  for (const entry of LOOK_ALIKES.join(" ").split(" ")) {
    const [hexadecimal = "", target = ""] = entry.split("=");
    map.set(Number.parseInt(hexadecimal, 16), target);
  }
  return map;
});

const fontVariants = lazy(() => decodeMapping(tables.fontVariants));
const decompositions = lazy(() => decodeExpansions(tables.decompositions));

/**
 * What a name looks like: two names with the same skeleton are easily taken for each other. Covers the common
 * look-alikes among Latin, Greek, Cyrillic, Armenian and Cherokee letters, full-width and mathematical letters,
 * `0` and `O`, `1`, `I` and `l`, `m` and `rn`, and letters with marks written as one character or several. After the
 * skeleton of UTS #39 with a smaller table; only to be compared with other skeletons, never shown.
 */
export function confusableSkeleton(name: string): string {
  let skeleton = "";
  for (const character of name) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) {
      skeleton += lookAlikes().get(codePoint) ?? character;
      continue;
    }
    const plain = fontVariants().get(codePoint) ?? codePoint;
    const parts = decompositions().get(plain) ?? String.fromCodePoint(plain);
    for (const piece of parts) {
      const part = piece.codePointAt(0) ?? 0;
      const plainPart = fontVariants().get(part) ?? part;
      skeleton += lookAlikes().get(plainPart) ?? String.fromCodePoint(plainPart);
    }
  }
  return skeleton;
}

/**
 * UTF-16 positions of the characters that reorder the text around them unseen: U+061C, U+200E, U+200F, U+202A to
 * U+202E, U+2066 to U+2069.
 */
export function bidirectionalControls(text: string): readonly number[] {
  const positions: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x61c || code > 0x2069) continue;
    if (
      code === 0x61c ||
      code === 0x200e ||
      code === 0x200f ||
      (code >= 0x202a && code <= 0x202e) ||
      code >= 0x2066
    ) {
      positions.push(index);
    }
  }
  return positions;
}

// --- code points and text order -----------------------------------------------------------------------------------

const isHighSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLowSurrogate = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/** Position of the first surrogate that is not half of a pair, -1 where there is none. */
export function indexOfLoneSurrogate(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code & 0xf800) !== 0xd800) continue;
    if (!isHighSurrogate(code) || !isLowSurrogate(text.charCodeAt(index + 1))) return index;
    index++;
  }
  return -1;
}

/** The engine's own test, from ES2024 on: quick for most texts, which have no surrogates at all. */
const isTestBuiltIn = "isWellFormed" in String.prototype;

/** Whether the text holds a surrogate that is not half of a pair, and so is no Unicode text. */
export function hasLoneSurrogate(text: string): boolean {
  // Core is typed for ES2022.
  return isTestBuiltIn
    ? !(text as string & { isWellFormed(): boolean }).isWellFormed()
    : indexOfLoneSurrogate(text) >= 0;
}

/**
 * Order of two texts by code point: negative, zero or positive. It differs from the order of `<`, which goes by
 * UTF-16 code unit, for characters beyond U+FFFF against U+E000 to U+FFFF.
 */
export function compareByCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const ofA = a.charCodeAt(index);
    const ofB = b.charCodeAt(index);
    if (ofA !== ofB) return codeUnitRank(ofA) - codeUnitRank(ofB);
  }
  return a.length - b.length;
}

/** Surrogates above all other code units, which puts code units in the order of their code points. */
const codeUnitRank = (code: number): number => ((code & 0xf800) === 0xd800 ? code + 0x10000 : code);

/** Number of code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let pairs = 0;
  for (let index = 0; index + 1 < text.length; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      pairs++;
      index++;
    }
  }
  return text.length - pairs;
}
