// Why a way of a rule or choice was not taken, from how often what it hangs on came to true, false and unknown.
import type { Gap } from "./coverage.ts";
import type { OutcomeCounts } from "./coverage-tally.ts";

/** Nothing has been seen of it. */
export const noOutcomes: Readonly<OutcomeCounts> = { true: 0, false: 0, unknown: 0 };

export const notReached: Gap = { kind: "not reached", message: "no example reaches it" };

/** How often something came to anything. */
export function sumOf(counts: Readonly<OutcomeCounts>): number {
  return counts.true + counts.false + counts.unknown;
}

/** Of a branch or arm that is taken where `subject` (`its condition`) is true; `tried` counts the whole. */
export function gapOfBranch(
  counts: Readonly<OutcomeCounts>,
  tried: number,
  subject: string,
): Gap | null {
  if (counts.true > 0) return null;
  if (tried === 0) return notReached;
  if (sumOf(counts) === 0) return decidedBefore;
  if (counts.unknown === 0) {
    return { kind: "always false", message: `${subject} is always false in the examples` };
  }
  return counts.false === 0
    ? { kind: "always unknown", message: `${subject} is always unknown in the examples` }
    : { kind: "never true", message: `${subject} is always false or unknown in the examples` };
}

/** Of what is left when the last branch or arm is false. */
export function gapOfElse(last: Readonly<OutcomeCounts>, tried: number): Gap | null {
  if (last.false > 0) return null;
  if (tried === 0) return notReached;
  if (sumOf(last) === 0) return decidedBefore;
  return last.unknown === 0
    ? { kind: "always true", message: "what stands before it always holds in the examples" }
    : { kind: "never false", message: "what stands before it is never false in the examples" };
}

const decidedBefore: Gap = {
  kind: "short-circuited",
  message: "never come to: what stands before it always decides",
};
