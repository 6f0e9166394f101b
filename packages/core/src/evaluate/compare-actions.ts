// Expected actions beside those that were taken, line for line, so that a difference of the two texts is what differs.
import type { ExpectedAction } from "../semantics/examples.ts";
import type { JsonValue } from "./canonical-json.ts";
import type { ActionEvent } from "./decision.ts";

export interface ComparedActions {
  readonly expected: readonly ExpectedAction[];
  readonly events: readonly ActionEvent[];
  /** Whether actions between the expected ones are as good as expected. */
  readonly othersAllowed: boolean;
  readonly fits: (expected: ExpectedAction, event: ActionEvent) => boolean;
  readonly print: (name: string, values: Readonly<Record<string, JsonValue>>) => string;
}

/** Above this many pairs of an expected action and one taken they are not aligned, only listed. */
const MOST_PAIRS = 250_000;

/**
 * A line for each action. One that was taken as expected, or that may stand between, is the same line on both sides; one
 * that is missing stands in `expected` alone, and one that is too many, in the wrong place or has other arguments in
 * `actual` alone. O(expected × events) up to a bound, linear beyond it.
 */
export function compareActions(compared: ComparedActions): {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
} {
  const { expected, events, othersAllowed, print } = compared;
  const printEvent = ({ name, args }: ActionEvent): string => print(name, args);
  const printExpected = (action: ExpectedAction): string =>
    print(action.name, action.arguments ?? {});
  const actual = events.map(printEvent);
  if (expected.length * events.length > MOST_PAIRS) {
    return { expected: expected.map(printExpected), actual };
  }
  const pairs = longestAlignment(compared);
  const matched = new Set(pairs.map(([index]) => index));
  const missing = new Set(
    expected.flatMap(({ name }, index) => (matched.has(index) ? [] : [name])),
  );
  const lines: string[] = [];
  let nextExpected = 0;
  let nextEvent = 0;
  /** What is missing stands where an action of its name was taken instead, else behind those that may stand between. */
  const advance = (toExpected: number, toEvent: number): void => {
    for (const event of events.slice(nextEvent, toEvent)) {
      const instead = expected.findIndex(
        ({ name }, index) => index >= nextExpected && index < toExpected && name === event.name,
      );
      if (instead >= 0) {
        lines.push(...expected.slice(nextExpected, instead + 1).map(printExpected));
        nextExpected = instead + 1;
      } else if (othersAllowed && !missing.has(event.name)) lines.push(printEvent(event));
    }
    lines.push(...expected.slice(nextExpected, toExpected).map(printExpected));
  };
  for (const [index, position] of pairs) {
    advance(index, position);
    const event = events[position];
    if (event !== undefined) lines.push(printEvent(event));
    nextExpected = index + 1;
    nextEvent = position + 1;
  }
  advance(expected.length, events.length);
  return { expected: lines, actual };
}

/** The most pairs of an expected action and one that fits it, in the order of both. */
function longestAlignment({
  expected,
  events,
  fits,
}: ComparedActions): readonly (readonly [expected: number, event: number])[] {
  const width = events.length + 1;
  // lengths[i * width + j]: the most pairs of what follows expected i and event j.
  const lengths = new Uint32Array((expected.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const pairsUp = (i: number, j: number): boolean => {
    const [wanted, event] = [expected[i], events[j]];
    return wanted !== undefined && event !== undefined && fits(wanted, event);
  };
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = events.length - 1; j >= 0; j--) {
      lengths[i * width + j] = pairsUp(i, j)
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < expected.length && j < events.length; ) {
    if (pairsUp(i, j)) {
      pairs.push([i, j]);
      i++;
      j++;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
