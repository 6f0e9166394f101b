// How far the examples reach, in figures and by rule.
import {
  type Coverage,
  type CoverageCount,
  type CoverageMetric,
  type CoveredItem,
  coverageMetrics,
} from "../coverage/coverage.ts";
import type { Locale } from "../locales/locale.ts";

export interface DescribedCoverage {
  /** Metrics that count anything in this policy. */
  readonly totals: readonly (CoverageCount & { readonly metric: CoverageMetric })[];
  readonly items: readonly CoverageOfItem[];
}

/** A rule, FAILSAFE or constraint. */
interface CoverageOfItem {
  readonly kind: "rule" | "constraint";
  readonly id: string;
  /** Parts of it (branches, the body, the UNKNOWN clause, atoms that decide) that some example came to, of all. */
  readonly covered: number;
  readonly total: number;
  /** What no example came to: the part, and why. */
  readonly gaps: readonly { readonly part: string; readonly message: string }[];
}

/** What the examples cover; gaps are told by `phrase`. */
export function describeCoverage(
  { totals, items }: Coverage,
  phrase: Locale["phrase"],
): DescribedCoverage {
  return {
    totals: coverageMetrics
      .map((metric) => ({ metric, ...totals[metric] }))
      .filter(({ total }) => total > 0),
    items: items
      .filter(({ kind }) => kind !== "let" && kind !== "set")
      .map((item) => coverageOf(item, phrase)),
  };
}

function coverageOf(
  { kind, id, branches, loop, unknown, conditions, gap }: CoveredItem,
  phrase: Locale["phrase"],
): CoverageOfItem {
  const parts = [
    ...branches.map((branch) => ({ part: branch.text, gap: branch.gap })),
    ...(loop === null ? [] : [{ part: "", gap: loop.gap }]),
    ...(unknown === null ? [] : [{ part: "UNKNOWN", gap: unknown.gap }]),
    ...conditions.flatMap(({ atoms }) =>
      atoms.map((atom) => ({ part: atom.text, gap: atom.independent ? null : atom.gap })),
    ),
  ];
  const missing = parts.flatMap((part) =>
    part.gap === null ? [] : [{ part: phrase(part.part), message: phrase(part.gap.message) }],
  );
  const own = gap === null ? [] : [{ part: "", message: phrase(gap.message) }];
  return {
    kind: kind === "constraint" ? "constraint" : "rule",
    id,
    covered: parts.length - missing.length,
    total: parts.length,
    // A rule that no example reaches has one gap, not one for each of its parts.
    gaps: gap?.kind === "not reached" ? own : missing,
  };
}
