// Where a value stands in a JSON text: `parseJson` says what a text holds, this says where, for diagnostics.
import { type Span, span } from "../source/span.ts";

/** A member's place: of its key with the quotes (null for the whole text and in lists) and of its value. */
export interface JsonPlace {
  readonly key: Span | null;
  readonly value: Span;
}

/**
 * Where the value at `path` stands in `text`, which `parseJson` must have accepted. A path that leads nowhere gives
 * the place of the last value on the way.
 */
export function jsonPlace(text: string, path: readonly (string | number)[]): JsonPlace {
  const start = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  let place: JsonPlace = { key: null, value: span(start, skipValue(text, start)) };
  for (const step of path) {
    const found = findMember(text, place.value.start, step);
    if (found === null) break;
    place = found;
  }
  return place;
}

function findMember(text: string, start: number, step: string | number): JsonPlace | null {
  const inRecord = text[start] === "{";
  if (!inRecord && text[start] !== "[") return null;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]" && at < text.length; index++) {
    let key: Span | null = null;
    let name: string | number = index;
    if (inRecord) {
      key = span(at, skipValue(text, at));
      name = String(JSON.parse(text.slice(key.start, key.end)));
      at = skipSpace(text, skipSpace(text, key.end) + 1);
    }
    const value = span(at, skipValue(text, at));
    if (name === step) return { key, value };
    at = skipSpace(text, value.end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/[ \t\r\n]/.test(text[at] ?? "")) at++;
  return at;
}

/** The end of the value that begins at `from`: brackets are counted, texts are stepped over. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const character = text[at] ?? "";
    if (character === '"') at = skipText(text, at);
    else if (character === "{" || character === "[") {
      depth++;
      at++;
    } else if (character === "}" || character === "]") {
      depth--;
      at++;
    } else if (/[\w.+-]/.test(character)) {
      while (/[\w.+-]/.test(text[at] ?? "")) at++;
    } else at++;
  } while (depth > 0 && at < text.length);
  return at;
}

function skipText(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"' && at < text.length) at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
