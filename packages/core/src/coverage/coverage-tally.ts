// What an observer of evaluations adds up for coverage: a count for every condition, combination of atoms and way taken.
import type { AtomValue, Chooser, EvaluationObserver } from "../evaluate/trace.ts";
import type { Condition } from "../semantics/program.ts";
import { independentAtoms } from "./independent-atoms.ts";

type Outcome = "true" | "false" | "unknown";

/** How often something came to each. */
export type OutcomeCounts = { [Value in Outcome]: number };

/** One combination of values that the atoms of a condition came to. */
interface ObservationTally {
  readonly values: readonly AtomValue[];
  readonly outcome: Outcome;
  readonly independent: readonly number[];
  count: number;
}

interface ConditionTally {
  readonly outcomes: OutcomeCounts;
  readonly observations: Map<string, ObservationTally>;
}

/** What was seen of a program, by the program's own objects. It grows while examples are evaluated. */
export interface CoverageTally {
  readonly observer: EvaluationObserver;
  readonly conditions: ReadonlyMap<Condition, ConditionTally>;
  /** Of each branch, as the observer is told it; `null`, a subject or collection, is a branch as well. */
  readonly branches: ReadonlyMap<Chooser, ReadonlyMap<number | string | null, OutcomeCounts>>;
}

/** A tally in which nothing has been seen yet. */
export function startTally(): CoverageTally {
  const conditions = new Map<Condition, ConditionTally>();
  const branches = new Map<Chooser, Map<number | string | null, OutcomeCounts>>();
  return {
    conditions,
    branches,
    observer: {
      decided(condition, outcome, values) {
        let tally = conditions.get(condition);
        if (tally === undefined) {
          tally = { outcomes: noOutcomes(), observations: new Map() };
          conditions.set(condition, tally);
        }
        tally.outcomes[outcome]++;
        const key = values.map(letterOf).join("");
        const known = tally.observations.get(key);
        if (known !== undefined) known.count++;
        else {
          const independent = independentAtoms(condition.expression, values);
          tally.observations.set(key, { values, outcome, independent, count: 1 });
        }
      },
      tried(chooser, branch, outcome) {
        let ways = branches.get(chooser);
        if (ways === undefined) {
          ways = new Map();
          branches.set(chooser, ways);
        }
        const counts = ways.get(branch);
        if (counts !== undefined) counts[outcome]++;
        else ways.set(branch, { ...noOutcomes(), [outcome]: 1 });
      },
    },
  };
}

/** How often a condition came to each. */
export function outcomesOf(condition: Condition, { conditions }: CoverageTally): OutcomeCounts {
  return conditions.get(condition)?.outcomes ?? noOutcomes();
}

/** How often a branch that the observer was told of came to each. */
export function outcomesOfBranch(
  chooser: Chooser,
  branch: number | string | null,
  { branches }: CoverageTally,
): OutcomeCounts {
  return branches.get(chooser)?.get(branch) ?? noOutcomes();
}

function noOutcomes(): OutcomeCounts {
  return { true: 0, false: 0, unknown: 0 };
}

function letterOf(value: AtomValue): string {
  switch (value) {
    case "true":
      return "t";
    case "false":
      return "f";
    case "unknown":
      return "u";
    case "not evaluated":
      return "-";
  }
}
