// Fenced code blocks of a Markdown page: read with what their info string says, and written back changed.

/** A fenced block. Its text has no fence lines, no indentation of the fence's own, and no final line break. */
export interface CodeBlock {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** The info string's first word; "" when there is none. */
  readonly language: string;
  /** The info string's other words: `now=2026-05-01T08:00:00Z` is an option with a value, `strict` one with "". */
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
}

const opening = /^( *)(`{3,})([^`]*)$/;

/** Every fenced block of a page, from the top. A fence that is not closed ends with the page. */
export function readCodeBlocks(markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const [, indent = "", fence = "", info = ""] = opening.exec(lines[index] ?? "") ?? [];
    if (fence === "") continue;
    const line = index + 1;
    const text: string[] = [];
    for (index++; index < lines.length && lines[index]?.trim() !== fence; index++) {
      text.push(withoutIndent(lines[index] ?? "", indent));
    }
    const [language = "", ...words] = info.trim().split(/\s+/);
    blocks.push({ line, language, options: readOptions(words), text: text.join("\n") });
  }
  return blocks;
}

function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

function readOptions(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    words.map((word) => {
      const [name = "", ...value] = word.split("=");
      return [name, value.join("=")];
    }),
  );
}

/** The page with the text of some blocks replaced, by the line of their opening fence. */
export function replaceCodeBlocks(
  markdown: string,
  replacements: ReadonlyMap<number, string>,
): string {
  const lines = markdown.split("\n");
  const blocks = readCodeBlocks(markdown).filter(({ line }) => replacements.has(line));
  for (const { line, text } of [...blocks].reverse()) {
    const indent = opening.exec(lines[line - 1] ?? "")?.[1] ?? "";
    const replacement = replacements.get(line) ?? text;
    const length =
      text === "" && lines[line]?.trim().startsWith("```") ? 0 : text.split("\n").length;
    const written = replacement === "" ? [] : replacement.split("\n");
    lines.splice(line, length, ...written.map((row) => (row === "" ? "" : indent + row)));
  }
  return lines.join("\n");
}
