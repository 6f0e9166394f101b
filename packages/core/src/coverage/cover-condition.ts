// The coverage of one condition: what its atoms came to, which of them decided, and why one is not covered.
import type { AtomValue } from "../evaluate/trace.ts";
import type { Condition } from "../semantics/program.ts";
import type { CoveredAtom, CoveredCondition, Gap } from "./coverage.ts";
import { type CoverageTally, outcomesOf } from "./coverage-tally.ts";

/** More than a reader wants to see of one condition. */
const MOST_OBSERVATIONS = 100;

/** What a tally has of a condition, from none at all. */
export function coverCondition(condition: Condition, tally: CoverageTally): CoveredCondition {
  const observations = [...(tally.conditions.get(condition)?.observations.values() ?? [])];
  const seen = condition.atoms.map((): { [Value in AtomValue]: number } => ({
    true: 0,
    false: 0,
    unknown: 0,
    "not evaluated": 0,
  }));
  const decided = condition.atoms.map(() => ({ true: 0, false: 0 }));
  for (const { values, independent, count } of observations) {
    for (const [index, value] of values.entries()) {
      const of = seen[index];
      if (of !== undefined) of[value] += count;
    }
    for (const index of independent) {
      const value = values[index];
      const of = decided[index];
      if (of !== undefined && (value === "true" || value === "false")) of[value] += count;
    }
  }
  const [first] = condition.atoms;
  const [last] = condition.atoms.slice(-1);
  return {
    text: condition.text,
    line: first?.line ?? 0,
    span: { start: first?.span.start ?? 0, end: last?.span.end ?? 0 },
    outcomes: { ...outcomesOf(condition, tally) },
    atoms: condition.atoms.map((atom, index): CoveredAtom => {
      const of = seen[index] ?? { true: 0, false: 0, unknown: 0, "not evaluated": 0 };
      const alone = decided[index] ?? { true: 0, false: 0 };
      return {
        text: atom.text,
        line: atom.line,
        span: atom.span,
        seen: of,
        decided: alone,
        bothSeen: of.true > 0 && of.false > 0,
        // An atom stands in its condition once, below a fixed number of NOTs: where it decides as true and as false, the
        // outcomes differ.
        independent: alone.true > 0 && alone.false > 0,
        gap: gapOfAtom(of, alone),
      };
    }),
    observations: observations
      .slice(0, MOST_OBSERVATIONS)
      .map(({ values, outcome, count }) => ({ values, outcome, count })),
  };
}

/** Why an atom is not covered, or null: the first that holds. */
function gapOfAtom(seen: CoveredAtom["seen"], decided: CoveredAtom["decided"]): Gap | null {
  const evaluated = seen.true + seen.false + seen.unknown;
  if (evaluated === 0) {
    return seen["not evaluated"] === 0
      ? { kind: "not reached", message: "no example reaches it" }
      : {
          kind: "short-circuited",
          message: "never evaluated: short-circuited by what stands before it",
        };
  }
  if (seen.true === 0 && seen.false === 0) {
    return { kind: "always unknown", message: "always unknown in the examples" };
  }
  if (seen.true === 0) {
    return seen.unknown === 0
      ? { kind: "always false", message: "always false in the examples" }
      : { kind: "never true", message: "always false or unknown in the examples" };
  }
  if (seen.false === 0) {
    return seen.unknown === 0
      ? { kind: "always true", message: "always true in the examples" }
      : { kind: "never false", message: "always true or unknown in the examples" };
  }
  if (decided.true > 0 && decided.false > 0) return null;
  const when =
    decided.true + decided.false > 0
      ? `when ${decided.true === 0 ? "true" : "false"}`
      : "each time";
  return { kind: "masked", message: `true and false, but ${when} other atoms mask it` };
}
