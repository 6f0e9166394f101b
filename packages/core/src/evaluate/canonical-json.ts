// JSON at core's edges: untrusted values and texts on the way in, RFC 8785 text on the way out.
// Contexts come through readJson or parseJson; decisions, and whatever is hashed, leave through canonicalJson.

import { hasLoneSurrogate } from "../source/unicode.ts";
import { isIdentifier } from "../syntax/names.ts";

type JsonScalar = null | boolean | number | string;
type JsonList = readonly JsonValue[];
/** A record. Those that this file makes inherit nothing: no key is special, and an absent one reads as undefined. */
export interface JsonRecord {
  readonly [key: string]: JsonValue;
}
export type JsonValue = JsonScalar | JsonList | JsonRecord;

/** `T` where it is made of JSON only; members may be optional. */
export type AsJson<T> = T extends JsonValue | undefined
  ? T
  : T extends (...given: never[]) => unknown
    ? never
    : T extends object
      ? { readonly [K in keyof T]: AsJson<T[K]> }
      : never;

// --- out ----------------------------------------------------------------------------------------------------------

/**
 * The value as canonical JSON (RFC 8785): no white space, keys in the order of their UTF-16 code units, numbers and
 * texts as ECMAScript writes them, `-0` as `0`. Members that are undefined are left out.
 *
 * RFC 8785 makes lone surrogates an error. Here they never get in, and one that did is written as its escape, `\udxxx`.
 * Throws a RangeError for NaN and infinities, which no OMEGA value is. Nesting is bounded by what let the value in.
 */
export function canonicalJson<T>(value: AsJson<T> & T): string {
  return write(value);
}

function write(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
      return String(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (isKeyed(value)) return writeRecord(value);
      return Array.isArray(value) ? writeList(value) : "null";
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`);
  }
}

function writeList(list: readonly unknown[]): string {
  let text = "[";
  for (let index = 0; index < list.length; index++) {
    text += index === 0 ? write(list[index]) : `,${write(list[index])}`;
  }
  return `${text}]`;
}

function writeRecord(record: Keyed): string {
  let text = "{";
  for (const key of sortedKeys(record)) {
    const value = record[key];
    if (value === undefined) continue;
    if (text !== "{") text += ",";
    text += quote(key);
    text += ":";
    text += write(value);
  }
  return `${text}}`;
}

/** Keys often are in order as they come; sorting costs more than finding that out. */
function sortedKeys(record: Keyed): readonly string[] {
  const keys = Object.keys(record);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] ?? "") > (keys[index] ?? "")) return keys.sort();
  }
  return keys;
}

/** JSON.stringify writes texts as RFC 8785 wants them; short plain ones are quicker without it. */
function quote(text: string): string {
  if (text.length > 40) return JSON.stringify(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x22 || code === 0x5c || code >= 0xd800)
      return JSON.stringify(text);
  }
  return `"${text}"`;
}

interface Keyed {
  readonly [key: string]: unknown;
}

function isKeyed(value: object): value is Keyed {
  return !Array.isArray(value);
}

// --- in: values ---------------------------------------------------------------------------------------------------

/** What a value from outside may measure. Texts in UTF-16 code units, keys among them; depth 1 is a bare list or record. */
export interface JsonLimits {
  readonly depth: number;
  readonly textLength: number;
  readonly listLength: number;
  /** How many values in all: a list that holds another one twice counts it twice. 1 000 000 where not given. */
  readonly values?: number;
}

/** `path` is written as an author would, `Workers[2].distance`; it is empty for the whole value. */
export type JsonReading =
  /** `values` is how many values it holds in all, itself included. */
  | { readonly ok: true; readonly value: JsonValue; readonly values: number }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** No limit of nesting may be set higher: reading and writing recurse. */
const DEEPEST = 1000;
const MOST_VALUES = 1_000_000;

interface MutableRecord {
  [key: string]: JsonValue;
}

/**
 * Makes records that inherit nothing and that engines still treat as ordinary objects: what Object.create(null)
 * returns is a hash table to V8, several times slower to read.
 */
const RecordWithout = ((): { new (): MutableRecord } => {
  function JsonRecord(): void {}
  JsonRecord.prototype = Object.freeze(Object.create(null));
  // TypeScript does not see a plain function as a constructor.
  return JsonRecord as unknown as { new (): MutableRecord };
})();

/** Whether what has this prototype is a mere record, as far as that can be told at a glance. */
export function isPrototypeOfRecords(prototype: unknown): boolean {
  return (
    prototype === Object.prototype || prototype === null || prototype === RecordWithout.prototype
  );
}

interface Failure {
  readonly steps: (string | number)[];
  readonly reason: string;
}

interface Intake {
  readonly depth: number;
  readonly textLength: number;
  readonly listLength: number;
  valuesLeft: number;
  readonly values: number;
  failure: Failure | null;
}

/**
 * A copy of a value from outside as JSON, or the first thing in it that is none, with its path. Never throws.
 *
 * Taken are null, booleans, finite numbers (`-0` as 0), texts without lone surrogates, arrays without holes, and the
 * own enumerable text keys of objects, each read once; members that are undefined count as absent. Refused are
 * functions, symbols, bigints, objects that are no mere records (Date, Map, typed arrays…), getters that throw, and
 * whatever goes beyond a limit, cycles among it. Records of the copy inherit nothing, so that keys such as
 * `__proto__` and `constructor` are like any other.
 */
export function readJson(value: unknown, limits: JsonLimits): JsonReading {
  const values = limits.values ?? MOST_VALUES;
  const intake: Intake = {
    depth: Math.min(limits.depth, DEEPEST),
    textLength: limits.textLength,
    listLength: limits.listLength,
    valuesLeft: values,
    values,
    failure: null,
  };
  const copy = read(value, intake, 0);
  if (copy !== undefined) return { ok: true, value: copy, values: values - intake.valuesLeft };
  const { steps, reason } = intake.failure ?? { steps: [], reason: "not a JSON value" };
  return { ok: false, path: writePath(steps.reverse()), reason };
}

/** Undefined after a failure, which is noted in the intake. */
function read(value: unknown, intake: Intake, depth: number): JsonValue | undefined {
  if (--intake.valuesLeft < 0) return fail(intake, `more than ${intake.values} values`);
  switch (typeof value) {
    case "string": {
      const reason = flawOfText(value, intake);
      return reason === null ? value : fail(intake, reason);
    }
    case "number":
      // Adding 0 turns -0 into 0.
      return Number.isFinite(value) ? value + 0 : fail(intake, `${value} is not a finite number`);
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      if (depth >= intake.depth) return fail(intake, `nested deeper than ${intake.depth} levels`);
      try {
        if (Array.isArray(value)) return readList(value, intake, depth + 1);
        if (isKeyed(value)) return readRecord(value, intake, depth + 1);
      } catch {
        // A getter or a proxy threw, or the stack was nearly full when evaluation began.
      }
      return fail(intake, "cannot be read");
    default:
      return fail(
        intake,
        value === undefined ? "undefined is not a value" : `a ${typeof value} is not a value`,
      );
  }
}

function fail(intake: Intake, reason: string): undefined {
  intake.failure ??= { steps: [], reason };
  return undefined;
}

function flawOfText(text: string, intake: Intake): string | null {
  if (text.length > intake.textLength) return `text longer than ${intake.textLength} characters`;
  return hasLoneSurrogate(text) ? "text with half of a surrogate pair" : null;
}

function readList(list: readonly unknown[], intake: Intake, depth: number): JsonValue | undefined {
  const { length } = list;
  if (length > intake.listLength) return fail(intake, `more than ${intake.listLength} items`);
  const copy: JsonValue[] = [];
  for (let index = 0; index < length; index++) {
    const item = read(list[index], intake, depth);
    if (item === undefined) {
      intake.failure?.steps.push(index);
      return undefined;
    }
    copy.push(item);
  }
  return copy;
}

function readRecord(record: Keyed, intake: Intake, depth: number): JsonValue | undefined {
  if (!isPlain(record)) return fail(intake, "an object that is not a plain record");
  const copy = new RecordWithout();
  for (const key of Object.keys(record)) {
    const flaw = flawOfText(key, intake);
    if (flaw !== null) return fail(intake, `key: ${flaw}`);
    const value = record[key];
    if (value === undefined) continue;
    const member = read(value, intake, depth);
    if (member === undefined) {
      intake.failure?.steps.push(key);
      return undefined;
    }
    copy[key] = member;
  }
  return copy;
}

/** Records of any realm and instances of classes of one's own; not what has its data elsewhere than in its keys. */
function isPlain(value: object): boolean {
  return (
    isPrototypeOfRecords(Object.getPrototypeOf(value)) ||
    Object.prototype.toString.call(value) === "[object Object]"
  );
}

function writePath(steps: readonly (string | number)[]): string {
  let path = "";
  for (const step of steps) {
    if (typeof step === "number") path += `[${step}]`;
    else if (isIdentifier(step)) path += path === "" ? step : `.${step}`;
    else path += `[${JSON.stringify(step)}]`;
  }
  return path;
}

// --- in: texts ----------------------------------------------------------------------------------------------------

/** Where a text is no JSON: line and column from 1, the column in UTF-16 code units. */
export type JsonParse =
  | { readonly ok: true; readonly value: JsonValue }
  | {
      readonly ok: false;
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/**
 * The value that a JSON text (RFC 8259) holds, or the first mistake in it. Never throws.
 *
 * Stricter than JSON.parse where a policy's input must not be read in two ways, as I-JSON (RFC 7493) is: refused are a
 * key that occurs twice in a record, lone surrogates, numbers too large for a double, and nesting deeper than `depth`
 * (at most 1000). A byte order mark is skipped. `-0` is 0; records inherit nothing, as with `readJson`.
 */
export function parseJson(text: string, depth = 512): JsonParse {
  const scan: Scan = {
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    depth: Math.min(depth, DEEPEST),
    message: null,
  };
  const value = parseValue(scan, 0);
  if (value !== undefined) {
    skipSpace(scan);
    if (scan.at === text.length) return { ok: true, value };
    mistake(scan, scan.at, "expected nothing after the value");
  }
  return { ok: false, message: scan.message ?? "not JSON", ...positionAt(text, scan.at) };
}

interface Scan {
  readonly text: string;
  /** Where parsing stands; after a mistake, where that is. */
  at: number;
  readonly depth: number;
  message: string | null;
}

function mistake(scan: Scan, at: number, message: string): undefined {
  scan.message = message;
  scan.at = at;
  return undefined;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

const isDigit = (code: number): boolean => code >= ZERO && code <= 0x39;

function skipSpace(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    const code = text.charCodeAt(scan.at);
    if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== TAB) return;
    scan.at++;
  }
}

/** Undefined after a mistake, as with all functions below. */
function parseValue(scan: Scan, depth: number): JsonValue | undefined {
  skipSpace(scan);
  const code = scan.text.charCodeAt(scan.at);
  switch (code) {
    case OPENING_BRACE:
    case OPENING_BRACKET:
      if (depth >= scan.depth)
        return mistake(scan, scan.at, `nested deeper than ${scan.depth} levels`);
      return code === OPENING_BRACE ? parseRecord(scan, depth + 1) : parseList(scan, depth + 1);
    case QUOTE:
      return parseText(scan);
    case 0x74:
      return parseWord(scan, "true", true);
    case 0x66:
      return parseWord(scan, "false", false);
    case 0x6e:
      return parseWord(scan, "null", null);
    default:
      return code === MINUS || isDigit(code)
        ? parseNumber(scan)
        : mistake(scan, scan.at, whatIsExpected(scan, "a value"));
  }
}

function whatIsExpected(scan: Scan, expected: string): string {
  if (scan.at >= scan.text.length) return `expected ${expected}, but the text ends`;
  const character = String.fromCodePoint(scan.text.codePointAt(scan.at) ?? 0);
  if (character === "'") return `expected ${expected}; texts take double quotes`;
  if (character === "/" || character === "#") return `expected ${expected}; JSON has no comments`;
  return `expected ${expected}`;
}

function parseWord<T extends JsonScalar>(scan: Scan, word: string, value: T): T | undefined {
  if (!scan.text.startsWith(word, scan.at)) return mistake(scan, scan.at, "expected a value");
  scan.at += word.length;
  return value;
}

function parseList(scan: Scan, depth: number): JsonValue | undefined {
  const list: JsonValue[] = [];
  scan.at++;
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) === CLOSING_BRACKET) {
    scan.at++;
    return list;
  }
  for (;;) {
    const item = parseValue(scan, depth);
    if (item === undefined) return undefined;
    list.push(item);
    skipSpace(scan);
    const code = scan.text.charCodeAt(scan.at);
    if (code !== COMMA && code !== CLOSING_BRACKET)
      return mistake(scan, scan.at, whatIsExpected(scan, "`,` or `]`"));
    scan.at++;
    if (code === CLOSING_BRACKET) return list;
  }
}

function parseRecord(scan: Scan, depth: number): JsonValue | undefined {
  const record = new RecordWithout();
  scan.at++;
  skipSpace(scan);
  if (scan.text.charCodeAt(scan.at) === CLOSING_BRACE) {
    scan.at++;
    return record;
  }
  for (;;) {
    skipSpace(scan);
    const start = scan.at;
    if (scan.text.charCodeAt(start) !== QUOTE)
      return mistake(scan, start, whatIsExpected(scan, "a key in double quotes"));
    const key = parseText(scan);
    if (key === undefined) return undefined;
    if (record[key] !== undefined)
      return mistake(scan, start, `the key ${JSON.stringify(key)} occurs twice`);
    skipSpace(scan);
    if (scan.text.charCodeAt(scan.at) !== COLON)
      return mistake(scan, scan.at, whatIsExpected(scan, "`:` after the key"));
    scan.at++;
    const member = parseValue(scan, depth);
    if (member === undefined) return undefined;
    record[key] = member;
    skipSpace(scan);
    const code = scan.text.charCodeAt(scan.at);
    if (code !== COMMA && code !== CLOSING_BRACE)
      return mistake(scan, scan.at, whatIsExpected(scan, "`,` or `}`"));
    scan.at++;
    if (code === CLOSING_BRACE) return record;
  }
}

function parseNumber(scan: Scan): number | undefined {
  const { text } = scan;
  const start = scan.at;
  let at = start;
  if (text.charCodeAt(at) === MINUS) at++;
  const digits = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === digits) return mistake(scan, at, "expected a digit");
  if (text.charCodeAt(digits) === ZERO && at > digits + 1)
    return mistake(scan, start, "a number does not begin with 0");
  if (text.charCodeAt(at) === DOT) {
    const fraction = ++at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === fraction) return mistake(scan, at, "expected a digit after the dot");
  }
  const exponentMark = text.charCodeAt(at) | 0x20;
  if (exponentMark === 0x65) {
    at++;
    const sign = text.charCodeAt(at);
    if (sign === MINUS || sign === 0x2b) at++;
    const exponent = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) return mistake(scan, at, "expected a digit in the exponent");
  }
  const number = Number(text.slice(start, at));
  if (!Number.isFinite(number)) return mistake(scan, start, "a number too large");
  scan.at = at;
  return number + 0; // not -0
}

function parseText(scan: Scan): string | undefined {
  const { text } = scan;
  const start = scan.at;
  let result = "";
  let from = start + 1;
  let at = from;
  let surrogates = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) {
      const escaped = parseEscape(text, at);
      if (escaped === null) return mistake(scan, at, "no escape that JSON knows");
      surrogates ||= isSurrogate(escaped.charCodeAt(0));
      result += text.slice(from, at) + escaped;
      at += text.charCodeAt(at + 1) === 0x75 ? 6 : 2;
      from = at;
    } else if (code >= SPACE) {
      surrogates ||= isSurrogate(code);
      at++;
    } else if (at >= text.length) {
      return mistake(scan, start, "a text that does not end");
    } else {
      return mistake(
        scan,
        at,
        "a text that does not end on its line, or holds a control character",
      );
    }
  }
  result = from === start + 1 ? text.slice(from, at) : result + text.slice(from, at);
  if (surrogates && hasLoneSurrogate(result))
    return mistake(scan, start, "a text with half of a surrogate pair");
  scan.at = at + 1;
  return result;
}

const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800;

function parseEscape(text: string, at: number): string | null {
  switch (text.charAt(at + 1)) {
    case '"':
      return '"';
    case "\\":
      return "\\";
    case "/":
      return "/";
    case "b":
      return "\b";
    case "f":
      return "\f";
    case "n":
      return "\n";
    case "r":
      return "\r";
    case "t":
      return "\t";
    case "u": {
      const digits = text.slice(at + 2, at + 6);
      return /^[0-9a-fA-F]{4}$/u.test(digits)
        ? String.fromCharCode(Number.parseInt(digits, 16))
        : null;
    }
    default:
      return null;
  }
}

function positionAt(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      line++;
      lineStart = at + 1;
    }
  }
  return { line, column: offset - lineStart + 1 };
}
