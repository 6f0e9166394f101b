// What stands between the quotes of a text: JSON escapes, reported by the lexer and decoded by the parsers.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { isDigit } from "./characters.ts";

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Reports the escapes from `start` to `end` that JSON does not know; true when there was one. */
export function reportEscapes(
  text: string,
  start: number,
  end: number,
  reporter: Reporter,
): boolean {
  let reported = false;
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) !== 0x5c) {
      at++;
      continue;
    }
    const length = escapeLength(text, at, end);
    if (length === 0) {
      const escapeEnd = Math.min(at + 2, end);
      const written = text.slice(at, escapeEnd);
      reporter.report(syntaxDiagnostics.unknownEscape, span(at, escapeEnd), { written });
      reported = true;
    }
    at += length === 0 ? 2 : length;
  }
  return reported;
}

/** The text from `start` to `end` with its escapes replaced; an unknown escape stands for itself. */
export function decodeText(text: string, start: number, end: number): string {
  const content = text.slice(start, end);
  if (!content.includes("\\")) return content;
  let decoded = "";
  let at = start;
  while (at < end) {
    const length = text.charCodeAt(at) === 0x5c ? escapeLength(text, at, end) : 0;
    if (length === 0) decoded += text.charAt(at);
    else if (length === 2) decoded += SIMPLE_ESCAPES[text.charAt(at + 1)] ?? "";
    else decoded += String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16));
    at += Math.max(1, length);
  }
  return decoded;
}

/** 2 for `\n` and its like, 6 for `\u0041`, 0 for what is no escape of JSON. */
function escapeLength(text: string, at: number, end: number): number {
  const escaped = text.charAt(at + 1);
  if (at + 1 >= end) return 0;
  if (escaped !== "u") return Object.hasOwn(SIMPLE_ESCAPES, escaped) ? 2 : 0;
  if (at + 6 > end) return 0;
  for (let offset = at + 2; offset < at + 6; offset++) {
    const code = text.charCodeAt(offset);
    const letter = code | 0x20;
    if (!isDigit(code) && !(letter >= 0x61 && letter <= 0x66)) return 0;
  }
  return 6;
}
