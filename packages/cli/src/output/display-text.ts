// Text as a terminal shows it: how wide it is, and without characters that would act on the terminal or hide.

/** Columns that `text`, which holds no tabs or control characters, takes in a terminal. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** The longest beginning of `text` that takes at most `width` columns; no character is cut. */
export function takeWidth(text: string, width: number): string {
  if (isPlain(text)) return text.slice(0, Math.max(0, width));
  let taken = "";
  let used = 0;
  for (const { segment } of graphemes(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    taken += segment;
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

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

function graphemeWidth(grapheme: string): number {
  if (ZERO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** East Asian wide and full-width characters, and emoji; half-width forms are narrow. */
const WIDE =
  /^(?![\uff61-\uffdc])(?:[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yiii}\u3000-\u303e\u3099-\u30ff\u3190-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji}\ufe0f)/u;
