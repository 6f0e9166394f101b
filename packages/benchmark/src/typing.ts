// What authors type into a document: conditions and numbers, declarations, examples, prose, lines that come and go. Every
// edit is typed character by character, and taken back afterwards.
import type { Random } from "./random.ts";

/** A replaced piece of the text as it stands before it. */
export interface TypedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is typed behind a match of `at`, one of them at random; nothing where the match itself is removed. */
export interface Typing {
  readonly kind: string;
  readonly at: RegExp;
  readonly typed: string | null;
}

export const typings: readonly Typing[] = [
  { kind: "a number in a condition", at: /IF Zone\d+Heat > /g, typed: "17" },
  { kind: "another condition", at: /IF Zone\d+Level > \d+%/g, typed: ' AND Shift == "early"' },
  { kind: "a number in a loop", at: /IF member\.distance < /g, typed: "12" },
  { kind: "a name that is not declared", at: /IF Zone\d+Level/g, typed: "Now" },
  { kind: "the name of an action", at: /THEN OpenValve/g, typed: "Fully" },
  { kind: "a label", at: /^- Zone\d+Hot/gm, typed: "ter" },
  {
    kind: "a new rule",
    at: /^ {2}UNKNOWN StopMachine\n/gm,
    typed: "- IF Zone1Level > 12% THEN OpenValve\n",
  },
  { kind: "a rule removed", at: /^- IF .*\n/gm, typed: null },
  { kind: "a default in CONTEXT", at: /^- Zone\d+Level: <0..100 %> = /gm, typed: "1" },
  { kind: "a range in CONTEXT", at: /^- Zone\d+Heat: <-40..15/gm, typed: "00" },
  { kind: "a declared name", at: /^- Zone\d+Heat/gm, typed: "Now" },
  { kind: "a new declaration", at: /^- Zone\d+Mode: .*\n/gm, typed: "- Pressure: <0..10 bar>\n" },
  { kind: "a value in an EXAMPLE", at: /^- GIVEN Zone\d+Heat = /gm, typed: "1" },
  { kind: "the title of an EXAMPLE", at: /^EXAMPLE Zone\d+ runs/gm, typed: " too" },
  { kind: "prose", at: /Thermal study/g, typed: " once more" },
  { kind: "a comment", at: /^# Zone\d+: limits/gm, typed: " again" },
];

/** The keystrokes of one typing at a random place of the text, in order; the last takes it back. */
export function keystrokesOf(
  { at, typed }: Typing,
  text: string,
  random: Random,
): readonly TypedEdit[] {
  const places = [...text.matchAll(at)];
  const place = places[random.whole(0, places.length - 1)];
  if (place === undefined) return [];
  const { index } = place;
  const [found] = place;
  const end = index + found.length;
  if (typed === null) {
    return [
      { start: index, end, text: "" },
      { start: index, end: index, text: found },
    ];
  }
  const strokes = [...typed].map((character, nth) => ({
    start: end + nth,
    end: end + nth,
    text: character,
  }));
  return [...strokes, { start: end, end: end + typed.length, text: "" }];
}
