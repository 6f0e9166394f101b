// Leaves in a context what matters: a person who is shown what can happen reads every reading, and sixty are too many.
import type { Decision, JsonValue } from "@omega/core";
import { isRecord, replaceAt, valueAt } from "./context-path.ts";
import { numbersIn, rounderThan, shorterLists } from "./plainer-values.ts";
import type { JsonRecord } from "./witness.ts";

/** Up to so many readings, everything that rules read stays known. */
const FEW_READINGS = 8;

/** So many contexts are tried for one that is easy to read. */
const MOST_TRIALS = 400;

export interface ContextShortener {
  readonly decide: (context: JsonRecord) => Decision;
  /** Whether the decision shows what the context is to show. */
  readonly shows: (decision: Decision) => boolean;
}

/**
 * The context with readings left out, lists cut and numbers rounded, so long as it shows the same and nothing happens that did
 * not before. Of few readings none is left out that a rule would then not know; of many, whatever does not matter.
 */
export function shortenContext(context: JsonRecord, shortener: ContextShortener): JsonRecord {
  const { decide, shows } = shortener;
  const full = decide(context);
  if (!shows(full)) return context;
  const isShort = Object.keys(context).length <= FEW_READINGS;
  const before = new Set(happeningsIn(full, isShort));
  let shortest = context;
  let trials = MOST_TRIALS;
  const settle = (candidate: JsonValue): boolean => {
    if (!isRecord(candidate) || trials-- <= 0) return false;
    const decision = decide(candidate);
    if (!shows(decision)) return false;
    if (!happeningsIn(decision, isShort).every((one) => before.has(one))) return false;
    shortest = candidate;
    return true;
  };
  const leaveOut = (names: readonly string[]): void => {
    if (names.length === 0 || settle(without(shortest, names)) || names.length === 1) return;
    const half = Math.ceil(names.length / 2);
    leaveOut(names.slice(0, half));
    leaveOut(names.slice(half));
  };
  leaveOut(Object.keys(context));
  for (const [name, value] of Object.entries(shortest)) {
    shorterLists(value).some((list) => settle({ ...shortest, [name]: list }));
  }
  for (const path of numbersIn(shortest, [])) {
    const number = valueAt(shortest, path);
    if (typeof number !== "number") continue;
    rounderThan(number).some((rounder) => settle(replaceAt(shortest, path, rounder)));
  }
  return shortest;
}

/** What a decision does, and which unknowns it answers; with `all`, which it does not, too. */
function happeningsIn(decision: Decision, all: boolean): readonly string[] {
  const { actions, pending, withheld, unknowns } = decision;
  return [
    ...[...actions, ...pending, ...withheld].map(({ rule, name }) => `${rule} takes ${name}`),
    ...unknowns
      .filter(({ handled }) => all || handled === true)
      .map(({ rule, path }) => `${rule} does not know ${path}`),
  ];
}

function without(context: JsonRecord, names: readonly string[]): JsonRecord {
  const left = new Set(names);
  return Object.fromEntries(Object.entries(context).filter(([name]) => !left.has(name)));
}
