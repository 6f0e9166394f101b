// From a keystroke to all diagnostics, in a large document, as authors change it: conditions and numbers, declarations,
// examples, prose, lines that come and go. Every edit is typed character by character, and taken back afterwards.
import { type DocumentHandle, openDocument, positionAt } from "@omega/core";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";

export interface KeystrokeFigures {
  readonly bytes: number;
  /** Nanoseconds, keystroke by keystroke, of all kinds. */
  readonly keystrokes: readonly number[];
  readonly kinds: readonly KeystrokesOfKind[];
}

interface KeystrokesOfKind {
  readonly kind: string;
  readonly keystrokes: readonly number[];
}

/** What is typed behind a match of `at`, one of them at random; nothing where the match itself is removed. */
interface Typing {
  readonly kind: string;
  readonly at: RegExp;
  readonly typed: string | null;
}

const typings: readonly Typing[] = [
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

/** Types until the plan's keystrokes are done or their time is over; the first rounds over all kinds only warm up. */
export function measureKeystrokes(plan: Plan): KeystrokeFigures {
  const document = documentOf(200_000, 1);
  const random = createRandom(1);
  const handle = openDocument(document);
  handle.diagnostics();
  const times = new Map(typings.map(({ kind }): [string, number[]] => [kind, []]));
  for (let round = 0; round < warmUps; round++) {
    for (const typing of typings) type(handle, typing, random);
  }
  const end = Date.now() + plan.keystrokeMilliseconds;
  let count = 0;
  do {
    for (const typing of typings) {
      const measured = type(handle, typing, random);
      times.get(typing.kind)?.push(...measured);
      count += measured.length;
    }
  } while (count < plan.keystrokes && Date.now() < end);
  const kinds = [...times].map(([kind, keystrokes]) => ({ kind, keystrokes }));
  return {
    bytes: Buffer.byteLength(document),
    keystrokes: kinds.flatMap(({ keystrokes }) => keystrokes),
    kinds,
  };
}

const warmUps = 2;

/** Types at a random place, takes it back, and gives the nanoseconds of each keystroke. */
function type(handle: DocumentHandle, { at, typed }: Typing, random: Random): readonly number[] {
  const { text } = handle.source();
  const places = [...text.matchAll(at)];
  const place = places[random.whole(0, places.length - 1)];
  if (place === undefined) return [];
  const { index } = place;
  const found = place[0];
  if (typed === null) {
    return [change(handle, index, index + found.length, ""), change(handle, index, index, found)];
  }
  const start = index + found.length;
  const strokes = [...typed].map((character, nth) =>
    change(handle, start + nth, start + nth, character),
  );
  return [...strokes, change(handle, start, start + typed.length, "")];
}

function change(handle: DocumentHandle, start: number, end: number, text: string): number {
  const source = handle.source();
  const range = { start: positionAt(source, start), end: positionAt(source, end) };
  const begin = process.hrtime.bigint();
  handle.update(range, text);
  handle.diagnostics();
  return Number(process.hrtime.bigint() - begin);
}
