// Text as a terminal shows it: how wide it is, and without characters that would act on the terminal or hide.

/** Columns that `text`, which holds no tabs or control characters, takes in a terminal. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += clusterWidth(cluster);
  return width;
}

/** The longest beginning of `text` that takes at most `width` columns; no character is cut. */
export function takeWidth(text: string, width: number): string {
  if (isPlain(text)) return text.slice(0, Math.max(0, width));
  let taken = "";
  let used = 0;
  for (const cluster of clusters(text)) {
    used += clusterWidth(cluster);
    if (used > width) break;
    taken += cluster;
  }
  return taken;
}

/**
 * `text` with tabs as four spaces and with a replacement for whatever a terminal would obey or not show: control
 * characters, bidirectional controls and other invisible formatting, halves of surrogate pairs.
 */
export function visible(text: string): string {
  return text.replace(/\t/g, "    ").replace(INVISIBLE, "\ufffd");
}

// ZWJ and ZWNJ stay: emoji and several scripts are written with them.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Characters of one column each: ASCII, Latin-1 and the punctuation that messages use. */
const isPlain = (text: string): boolean =>
  /^[\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027]*$/.test(text);

/**
 * What a reader takes for one character: a base with its marks, an emoji with its modifiers and those joined to it, a
 * flag. Close to what Intl.Segmenter finds, which takes longer to load than a document to check.
 */
const CLUSTER =
  /\p{RI}{2}|\P{M}(?:\p{M}|\p{EMod}|\u200c|\u200d\p{ExtPict}?|[\u{e0020}-\u{e007f}])*|\p{M}+/gsu;

function clusters(text: string): Iterable<string> {
  return text.match(CLUSTER) ?? [];
}

function clusterWidth(cluster: string): number {
  if (ZERO_WIDTH.test(cluster)) return 0;
  return WIDE.test(cluster) ? 2 : 1;
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** East Asian wide and full-width characters, flags and emoji; half-width forms are narrow. */
const WIDE =
  /^(?![\uff61-\uffdc])(?:[\p{Emoji_Presentation}\p{RI}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yiii}\u3000-\u303e\u3099-\u30ff\u3190-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji}\ufe0f)/u;
