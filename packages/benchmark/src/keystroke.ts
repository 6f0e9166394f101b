// From a keystroke to all diagnostics, in a large document, as an author types new rules into it.
// Today everything is parsed and checked again; a handle that keeps what an edit leaves alone is to take its place here.
import { check } from "@omega/core";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";
import { createRandom } from "./random.ts";

export interface KeystrokeFigures {
  readonly bytes: number;
  /** Nanoseconds, keystroke by keystroke. */
  readonly keystrokes: readonly number[];
}

/** What the author types; the next rule goes to another place. */
const typed = '- IF Zone1Level > 12% AND Zone1Mode == "manual" THEN OpenValve\n';

const warmUps = 3;

/** Types until the plan's keystrokes are done or their time is over. */
export function measureKeystrokes(plan: Plan): KeystrokeFigures {
  const document = documentOf(200_000, 1);
  const places = [...document.matchAll(/^- MATCH/gm)].map(({ index }) => index);
  const random = createRandom(1);
  for (let time = 0; time < warmUps; time++) check(document);
  const keystrokes: number[] = [];
  const end = Date.now() + plan.keystrokeMilliseconds;
  let place = 0;
  while (keystrokes.length < plan.keystrokes && Date.now() < end) {
    const length = (keystrokes.length % typed.length) + 1;
    if (length === 1) place = places[random.whole(0, places.length - 1)] ?? 0;
    const start = process.hrtime.bigint();
    check(document.slice(0, place) + typed.slice(0, length) + document.slice(place));
    keystrokes.push(Number(process.hrtime.bigint() - start));
  }
  return { bytes: Buffer.byteLength(document), keystrokes };
}
