// Coverage of a policy by its examples, measured by the interpreter that decides them. See `docs/decisions/020-coverage.md`.
import { type ExampleOptions, type ExampleResult, runExample } from "../evaluate/run-example.ts";
import type { Example } from "../semantics/examples.ts";
import type { Program, ProgramRule } from "../semantics/program.ts";
import type { Settings } from "../semantics/settings.ts";
import { coverConstraint, coverFailsafe, coverRule } from "./cover-item.ts";
import type { Coverage, CoverageMetric, CoverageTotals, CoveredItem } from "./coverage.ts";
import { startTally } from "./coverage-tally.ts";

/** Measures while examples of one program run. */
export interface CoverageRecorder {
  /** Runs an example and counts what it covers; one that cannot be run covers nothing. */
  readonly run: (
    example: Example,
    settings: Pick<Settings, "limits" | "disabled">,
    options?: Omit<ExampleOptions, "observer">,
  ) => ExampleResult;
  /** What has been covered so far. */
  readonly measure: () => Coverage;
}

/** Starts to measure how much of a program is covered; nothing is, yet. */
export function recordCoverage(program: Program): CoverageRecorder {
  const tally = startTally();
  let examples = 0;
  return {
    run(example, settings, options) {
      const result = runExample(program, example, settings, {
        ...options,
        observer: tally.observer,
      });
      if (result.status !== "error") examples++;
      return result;
    },
    measure() {
      const { file, sha256, failsafe, constraints } = program;
      const items = [
        ...flattened(program.rules).map((rule) => coverRule(rule, file, tally)),
        ...(failsafe === null ? [] : [coverFailsafe(failsafe, file, tally)]),
        ...constraints.flatMap((constraint) => coverConstraint(constraint, tally) ?? []),
      ].filter(({ counted, conditions }) => counted || conditions.length > 0);
      return { file, sha256, examples, items, totals: totalsOf(items) };
    },
  };
}

/** What of a compiled policy its coverage takes. */
export interface CoverablePolicy {
  /** Null when the document has errors: then nothing can be measured. */
  readonly program: Program | null;
  readonly examples: readonly Example[];
  readonly settings: Pick<Settings, "limits" | "disabled">;
}

/**
 * The coverage of a policy by its own examples, and by those of `suites` that are about it; null when the document has
 * errors. An example counts whether it passes or not.
 */
export function measureCoverage(
  policy: CoverablePolicy,
  options: Omit<ExampleOptions, "observer"> & { readonly suites?: readonly Example[] } = {},
): Coverage | null {
  if (policy.program === null) return null;
  const recorder = recordCoverage(policy.program);
  for (const example of [...policy.examples, ...(options.suites ?? [])]) {
    recorder.run(example, policy.settings, options);
  }
  return recorder.measure();
}

/** A rule before those in its body. */
function flattened(rules: readonly ProgramRule[]): readonly ProgramRule[] {
  return rules.flatMap((rule) =>
    rule.kind === "for" || rule.kind === "while" ? [rule, ...flattened(rule.body)] : [rule],
  );
}

/** What items add up to. Of several policies, give the items of all. */
export function totalsOf(items: readonly CoveredItem[]): CoverageTotals {
  const counts: Record<CoverageMetric, { covered: number; total: number }> = {
    rules: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    loops: { covered: 0, total: 0 },
    conditions: { covered: 0, total: 0 },
    mcdc: { covered: 0, total: 0 },
    unknown: { covered: 0, total: 0 },
  };
  const add = (metric: CoverageMetric, covered: boolean): void => {
    counts[metric].total++;
    if (covered) counts[metric].covered++;
  };
  for (const { counted, gap, branches, loop, unknown, conditions } of items) {
    if (counted) add("rules", gap === null);
    for (const branch of branches) add("branches", branch.gap === null);
    if (loop !== null) add("loops", loop.gap === null);
    if (unknown !== null) add("unknown", unknown.gap === null);
    for (const { atoms } of conditions) {
      for (const { bothSeen, independent } of atoms) {
        add("conditions", bothSeen);
        add("mcdc", independent);
      }
    }
  }
  return counts;
}

/** The share that is covered, in percent; 100 where there is nothing to cover. */
export function percentOf({ covered, total }: CoverageTotals[CoverageMetric]): number {
  return total === 0 ? 100 : (covered / total) * 100;
}
