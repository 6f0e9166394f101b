// What an EXAMPLE that expects all of one decision can notice of another.
import type { Decision } from "@omega/core";

/** Whether an EXAMPLE that passes on `decision`, and says all that EXPECT can say of it, fails on `other`. */
export function canTell(decision: Decision, other: Decision): boolean {
  return (
    decision.status !== other.status ||
    written(decision.actions) !== written(other.actions) ||
    // PENDING, VIOLATION and UNKNOWN say what is there, and nothing of what else is.
    !inOrder(decision.pending.map(one), other.pending.map(one)) ||
    !isAmong(labelsOf(decision), labelsOf(other)) ||
    !isAmong(pathsOf(decision), pathsOf(other))
  );
}

/** Whether one says to do anything else than the other, or says it with another status. */
export function isOther(decision: Decision, other: Decision): boolean {
  const { status, actions, pending, withheld } = decision;
  return (
    status !== other.status ||
    written(actions) !== written(other.actions) ||
    written(pending) !== written(other.pending) ||
    written(withheld) !== written(other.withheld)
  );
}

type Event = Decision["actions"][number];

const one = ({ name, args }: Event): string => JSON.stringify([name, args]);

const written = (events: readonly Event[]): string => events.map(one).join("\n");

function inOrder(wanted: readonly string[], found: readonly string[]): boolean {
  let next = 0;
  for (const event of found) if (event === wanted[next]) next++;
  return next === wanted.length;
}

function isAmong(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.every((each) => found.includes(each));
}

function labelsOf({ violations }: Decision): readonly string[] {
  return violations.map(({ constraint }) => constraint);
}

function pathsOf({ unknowns }: Decision): readonly string[] {
  return unknowns.flatMap(({ path, handled }) => (handled === true ? [] : [path]));
}
