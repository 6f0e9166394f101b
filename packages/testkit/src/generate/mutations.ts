// Texts that are no documents, nearly documents, or documents with a slip of the hand.
import type { Draw } from "./draw.ts";

/** Cuts a text into words, numbers, quoted texts, white space and single characters; joined, they are the text. */
export function cutText(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|"[^"\n]*"|./gsu) ?? [];
}

const intruders = [
  " ",
  "\n",
  "\n- ",
  "\nRULE:\n",
  "rule:",
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  '"',
  "`",
  "|",
  "=>",
  "==",
  "<",
  ",",
  ":",
  "-",
  "#",
  "//",
  " THEN ",
  " UNKNOWN ",
  " IF ",
  " AND ",
  "5m",
  "1e999",
  "\t",
  "\r\n",
  "\r",
  "\u0000",
  "\ufeff",
  "\ud800",
  "\udc00",
  "\u202e",
  "\u00a0",
  "\u2028",
  "安",
  "\u{1f6d1}",
];

/** The text after one to a few slips: pieces left out, doubled, swapped, replaced, put in, or the end cut off. */
export function mutate(draw: Draw, text: string): string {
  return draw
    .list(1, 4, () => draw.whole(2 ** 20))
    .reduce((mutated, where) => mutateOnce(draw, mutated, where), text);
}

function mutateOnce(draw: Draw, text: string, where: number): string {
  const pieces = [...cutText(text)];
  if (pieces.length === 0) return draw.pick(intruders);
  const at = where % pieces.length;
  const other = draw.whole(pieces.length - 1);
  const piece = pieces[at] ?? "";
  draw.weighted<void>([
    [3, () => void pieces.splice(at, 1)],
    [2, () => void pieces.splice(at, 0, piece)],
    [2, () => void pieces.splice(at, 1, pieces[other] ?? "")],
    [1, () => void pieces.splice(other, 1, ...pieces.splice(at, 1, pieces[other] ?? ""))],
    [3, () => void pieces.splice(at, 0, draw.pick(intruders))],
    [1, () => void pieces.splice(at, 1, draw.pick(intruders))],
    [1, () => void pieces.splice(at)],
    [1, () => void pieces.splice(Math.min(at, other), Math.abs(at - other))],
  ]);
  return pieces.join("");
}

/** A text of words and signs of the language in no order. */
export function drawGibberish(draw: Draw): string {
  const words = [
    ...intruders,
    "IF",
    "FOR",
    "x",
    "IN",
    "RULE:",
    "\n- ",
    "INTENT:",
    "1",
    "m",
    ".",
    "WHEN",
    "MATCH",
  ];
  return Array.from({ length: draw.whole(60) }, () => draw.pick(words)).join(
    draw.chance(1, 2) ? " " : "",
  );
}

/** Bytes taken for UTF-16: any code unit, surrogates that stand alone among them. */
export function drawCodeUnits(draw: Draw): string {
  const most = draw.pick([0x7f, 0xff, 0xffff]);
  return String.fromCharCode(...Array.from({ length: draw.whole(200) }, () => draw.whole(most)));
}
