// The Markdown of the registry's pages on a terminal: headings, paragraphs, quotes and code, no more.
import type { Style } from "./style.ts";
import { wrapText } from "./wrap-text.ts";

/** `markdown` for reading in a terminal. */
export function printMarkdown(markdown: string, style: Style, width: number): string {
  const lines: string[] = [];
  let inCode = false;
  for (const line of markdown.trimEnd().split("\n")) {
    if (line.startsWith("```")) inCode = !inCode;
    else if (inCode) lines.push(line === "" ? "" : `    ${style.cyan(line)}`);
    else lines.push(...printLine(line, style, width));
  }
  return `${lines.join("\n")}\n`;
}

function printLine(line: string, style: Style, width: number): string[] {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return wrapText(heading, width).map(style.bold);
  const quote = /^> (.*)$/.exec(line)?.[1];
  if (quote !== undefined) {
    return wrapText(quote, width - 2).map((text) => `${style.blue("|")} ${text}`);
  }
  return wrapText(line, width).map((text) =>
    text.replace(/\*\*(.+?)\*\*/g, (_, strong: string) => style.bold(strong)),
  );
}
