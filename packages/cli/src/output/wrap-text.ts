// Prose broken into lines that fit the terminal.
import { displayWidth, takeWidth } from "./display-text.ts";

/**
 * `text` in lines of at most `width` columns, the first of which has `first` columns less; broken at spaces, and
 * inside a word only where it is wider than a line. Never gives an empty list.
 */
export function wrapText(text: string, width: number, first = 0): string[] {
  const lines: string[] = [];
  let line = "";
  let room = Math.max(1, width - first);
  for (const word of text.split(/\s+/u).filter((piece) => piece !== "")) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > room) {
      lines.push(line);
      line = "";
      room = Math.max(1, width);
    }
    line = line === "" ? word : `${line} ${word}`;
    while (displayWidth(line) > room) {
      // At least one character, so that the loop ends in the narrowest of terminals.
      const head = takeWidth(line, room) || line.slice(0, 1);
      lines.push(head);
      line = line.slice(head.length);
      room = Math.max(1, width);
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** The same as one text, every line but the first indented. */
export function wrapIndented(text: string, width: number, indent: number, first = indent): string {
  return wrapText(text, width - indent, first - indent).join(`\n${" ".repeat(indent)}`);
}

/** `1 error`, `2 errors`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
