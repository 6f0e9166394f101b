// Before anything is timed: every engine must take the same actions, in the same order, on the same random contexts.
import { isDeepStrictEqual } from "node:util";
import type { PreparedPolicy } from "./engine.ts";
import type { Context } from "./workloads/workload.ts";

/** An engine that took other actions than the reference. */
export interface Mismatch {
  readonly context: Context;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

export interface Comparison {
  /** How many contexts were tried; fewer than were given where time ran out or one differed. */
  readonly contexts: number;
  readonly mismatch: Mismatch | null;
}

/** Tries the contexts in order, until one differs or `hasTime` says no; at least one is tried. */
export async function compareActions(
  reference: PreparedPolicy,
  policy: PreparedPolicy,
  contexts: readonly Context[],
  hasTime: () => boolean,
): Promise<Comparison> {
  let tried = 0;
  for (const context of contexts) {
    const expected = await reference.actions(context);
    const actual = await policy.actions(context);
    tried++;
    if (!isDeepStrictEqual(actual, expected)) {
      return { contexts: tried, mismatch: { context, expected, actual } };
    }
    if (!hasTime()) break;
  }
  return { contexts: tried, mismatch: null };
}

/** A mismatch as the run that it stops tells it. */
export function describeMismatch(engine: string, mismatch: Mismatch): string {
  const list = (actions: readonly string[]): string =>
    actions.length === 0 ? "nothing" : actions.join(", ");
  return [
    `${engine} takes other actions than the hand-written function`,
    `expected: ${list(mismatch.expected)}`,
    `actual:   ${list(mismatch.actual)}`,
    `context:  ${JSON.stringify(mismatch.context)}`,
  ].join("\n");
}
