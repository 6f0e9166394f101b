// Golden scenarios as text files: prose, then sections headed `-- like this --`, documents with marks under their lines.
// Read and written by the runners of golden/diagnostics, golden/parse and golden/examples.
import { type Diagnostic, positionAt, rangeOf, type SourceText, type Span } from "@omega/core";

/** A scenario: what it shows, and its sections in order. */
export interface Fixture {
  readonly prose: string;
  readonly sections: readonly FixtureSection[];
}

export interface FixtureSection {
  /** What stands between `-- ` and ` --`. */
  readonly header: string;
  /** Without line break at the end. */
  readonly text: string;
}

/** Reads a scenario. Blank lines at the end of a section belong to none. */
export function readFixture(text: string): Fixture {
  const prose: string[] = [];
  const sections: { header: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const header = /^-- (.+) --$/.exec(line)?.[1];
    if (header !== undefined) sections.push({ header, lines: [] });
    else (sections[sections.length - 1]?.lines ?? prose).push(line);
  }
  return {
    prose: prose.join("\n").trim(),
    sections: sections.map(({ header, lines }) => ({
      header,
      text: lines.join("\n").replace(/\n+$/, ""),
    })),
  };
}

/** Writes a scenario as `readFixture` reads it. */
export function printFixture({ prose, sections }: Fixture): string {
  const blocks = sections.map(({ header, text }) => `-- ${header} --\n${text}${text && "\n"}`);
  return [`${prose}\n`, ...blocks].join("\n");
}

/** A header's first word, which names a file, and its options: `context.json now=2026-05-01T08:00:00Z`. */
export function readFixtureHeader(header: string): {
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
} {
  const [name = "", ...words] = header.split(" ");
  const options = words.map((word): [string, string] => {
    const [key = "", ...value] = word.split("=");
    return [key, value.join("=")];
  });
  return { name, options: new Map(options) };
}

// --- what a scenario cannot hold as it is ------------------------------------------------------------------------

/** `⟦U+202E⟧` is a character that cannot be seen, `⟦80×(⟧` a text that is too long to be read. */
const abbreviation = /⟦(?:U\+([0-9A-F]{4,6})|(\d+)×([^⟧]+))⟧/gu;

/** The text that a scenario's lines stand for. */
export function expandFixtureText(text: string): string {
  return text.replace(abbreviation, (_, code: string | undefined, times = "0", repeated = "") =>
    code === undefined
      ? String(repeated).repeat(Number(times))
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** Characters that cannot be seen, or not be written to a file. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as a scenario shows it. */
export function abbreviateFixtureText(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `⟦U+${code}⟧`;
  });
}

/** The column at which a scenario shows what stands at `column` of the line that it stands for; both from 0. */
function shownColumn(shown: string, column: number): number {
  let actual = 0;
  let end = 0;
  for (const match of shown.matchAll(abbreviation)) {
    const before = match.index - end;
    if (column <= actual + before) break;
    actual += before;
    end = match.index;
    const length = expandFixtureText(match[0]).length;
    if (column < actual + length) return end;
    actual += length;
    end += match[0].length;
  }
  return end + column - actual;
}

// --- marks --------------------------------------------------------------------------------------------------------

/** `   ^^^^ error OM3050: …` below a line, or `|` for a place between two characters. */
const markLine = /^ *(?:\^+|\|)(?: to \d+:\d+,)? (?:error|warning|info|see) OM\d{4}: /;

/** The lines of a section without the marks below them. */
export function withoutMarks(text: string): string {
  const lines = text.split("\n").filter((line) => !markLine.test(line));
  return lines.join("\n").replace(/\n+$/, "");
}

/**
 * The section with a mark below each line that a diagnostic, or a related place of one, begins on. `shown` has no marks;
 * `source` is what it stands for. A mark that goes on to another line says where it ends.
 */
export function withMarks(
  shown: string,
  source: SourceText,
  diagnostics: readonly Diagnostic[],
): string {
  const marks = new Map<number, string[]>();
  const lines = shown.split("\n");
  const add = (at: Span, says: string): void => {
    const { line } = positionAt(source, at.start);
    const mark = `${pointAt(lines[line - 1] ?? "", source, at)} ${says}`;
    marks.set(line, [...(marks.get(line) ?? []), mark]);
  };
  for (const { code, severity, message, file, span, related } of diagnostics) {
    if (file === source.file) add(span, `${severity} ${code}: ${message}`);
    for (const place of related) {
      if (place.file === source.file) add(place.span, `see ${code}: ${place.message}`);
    }
  }
  // What is reported behind the last line break has a line of its own.
  if (marks.has(lines.length + 1)) lines.push("");
  return lines.flatMap((line, index) => [line, ...(marks.get(index + 1) ?? [])]).join("\n");
}

function pointAt(shown: string, source: SourceText, at: Span): string {
  const { start, end } = rangeOf(source, at);
  // A byte order mark is shown, and has no column.
  const before = start.line === 1 && source.text.startsWith("\ufeff") ? 1 : 0;
  const from = shownColumn(shown, start.column - 1 + before);
  const indent = " ".repeat(from);
  if (at.start === at.end) return `${indent}|`;
  const goesOn = start.line !== end.line;
  const to = goesOn ? shown.length : shownColumn(shown, end.column - 1 + before);
  const carets = "^".repeat(Math.max(1, to - from));
  return `${indent}${carets}${goesOn ? ` to ${end.line}:${end.column},` : ""}`;
}

// --- changes ------------------------------------------------------------------------------------------------------

/** The changed lines as they are afterwards; where their number changed, with a neighbour on either side. */
export function changedLines(before: string, after: string): string {
  const old = before.split("\n");
  const lines = after.split("\n");
  let start = 0;
  while (start < lines.length && lines[start] === old[start]) start++;
  let same = 0;
  const most = Math.min(lines.length, old.length) - start;
  while (same < most && lines[lines.length - 1 - same] === old[old.length - 1 - same]) same++;
  let end = lines.length - same;
  if (lines.length !== old.length) {
    do start--;
    while (start > 0 && lines[start] === "");
    do end++;
    while (end < lines.length && lines[end - 1] === "");
  }
  return lines
    .slice(Math.max(0, start), end)
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}
