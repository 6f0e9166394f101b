// Source maps (ECMA-426) from emitted code to the document: line by line, by the line numbers that the code carries.
import type { SourceText } from "../source/source-text.ts";

/** The map of a module in which `code` stands behind `before` lines; `address` is the document's, from where the map is. */
export function sourceMap(
  address: string,
  source: SourceText,
  before: number,
  code: string,
): string {
  let line: number | null = null;
  let mapped = 0;
  const mappings = code.split("\n").map((text) => {
    const at = /^\/\/ line (\d+)$/.exec(text)?.[1];
    if (at !== undefined) line = Number(at) - 1;
    if (line === null) return "";
    // The first column, of the only source, so many lines further down than the last mapping, at the line's beginning.
    const segment = `AA${variableLength(line - mapped)}A`;
    mapped = line;
    return segment;
  });
  return `${JSON.stringify({
    version: 3,
    sources: [encodeURI(address)],
    sourcesContent: [source.text],
    names: [],
    mappings: `${";".repeat(before)}${mappings.join(";")}`,
  })}\n`;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A whole number in base 64, as source maps write it: the sign last, five bits a digit, least first. */
function variableLength(value: number): string {
  let left = value < 0 ? -value * 2 + 1 : value * 2;
  let text = "";
  do {
    const digit = left % 32;
    left = Math.floor(left / 32);
    text += digits.charAt(left > 0 ? digit + 32 : digit);
  } while (left > 0);
  return text;
}
