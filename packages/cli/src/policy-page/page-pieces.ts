// What sections of the page are put together from: texts, names that lead somewhere, rows, shares.
import { type Description, fill, type Phrase, plainText } from "@omega/core";
import type { Block, Inline, TableRow, Text } from "./page-content.ts";

export type Policy = Description.PolicyDescription;

export function text(words: string): Phrase {
  return words === "" ? [] : [{ kind: "words", text: words }];
}

export function wordsOf(places: { readonly [place: string]: string }): {
  readonly [place: string]: Phrase;
} {
  return Object.fromEntries(Object.entries(places).map(([place, words]) => [place, text(words)]));
}

export function paragraph(words: Text, quiet = false): Block {
  return { kind: "paragraph", text: words, quiet };
}

/** More names than these in a cell are counted, not read. */
const mostNames = 24;

/** Names one after the other, each leading where its kind leads. */
export function namesOf(
  names: readonly string[],
  kind: "name" | "action" | "rule",
  { wording }: Policy,
): Phrase {
  const shown = names.length > mostNames + 1 ? names.slice(0, mostNames) : names;
  const more = wordsOf({ count: String(names.length - shown.length) });
  return [
    ...shown.flatMap(
      (name, index): Phrase => [...(index === 0 ? [] : text(", ")), { kind, text: name }],
    ),
    ...(shown.length === names.length ? [] : [...text(" "), ...fill(wording.page.more, more)]),
  ];
}

export function row(...cells: readonly Text[]): TableRow {
  return { cells, depth: 0, anchor: null };
}

export function lineOf(line: number, { wording }: Policy): Inline {
  const words = plainText(fill(wording.page.line, wordsOf({ line: String(line) })));
  return { kind: "line", text: words, line };
}

export function brokenInto(texts: readonly Text[]): Text {
  return texts.flatMap((each, index) => [
    ...(index === 0 ? [] : [{ kind: "break" } satisfies Inline]),
    ...each,
  ]);
}

/** A message with what stands in backticks as names. */
export function inCode(message: string): Text {
  return message
    .split("`")
    .map((part, index): Inline => ({ kind: index % 2 === 1 ? "name" : "words", text: part }));
}

export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Rounded down, so that 100 % is all. */
export function percentText({ covered, total }: Share, { page }: Policy["wording"]): string {
  const percent = Math.floor((100 * covered) / total);
  return plainText(fill(page.coverage.share, wordsOf({ percent: String(percent) })));
}

/** A rule or constraint in a list of them. */
export function subjectText(
  { kind, id }: { readonly kind: "rule" | "constraint" | "unknown"; readonly id: string },
  index: number,
): Text {
  return [
    ...(index === 0 ? [] : text(", ")),
    { kind: kind === "unknown" ? "name" : kind, text: id },
  ];
}
