// What the rounds of a workload say about its engines, each against the function written by hand and against its rivals.
import type { EngineFigures, WorkloadFigures } from "./evaluation.ts";
import { omegaName } from "./omega.ts";
import { ratiosOf, type Spread, spreadOf } from "./statistics.ts";

export interface ComparedEngine {
  readonly name: string;
  readonly kind: EngineFigures["kind"];
  /** Nanoseconds for one evaluation. */
  readonly time: Spread;
  /** Against the reference, round by round. */
  readonly ratio: Spread;
}

/** The engines of a workload in their order; the first is the reference, whose ratio is 1. */
export function compareEngines({ engines }: WorkloadFigures): readonly ComparedEngine[] {
  const reference = engines[0]?.rounds ?? [];
  return engines.map(({ name, kind, rounds }) => ({
    name,
    kind,
    time: spreadOf(rounds),
    ratio: ratiosOf(rounds, reference),
  }));
}

/** The median ratio of one engine to the reference; null where it was not measured. */
export function ratioOf({ engines }: WorkloadFigures, engine: string): number | null {
  const rounds = engines.find(({ name }) => name === engine)?.rounds;
  return rounds === undefined ? null : ratiosOf(rounds, engines[0]?.rounds ?? []).median;
}

/** How many times OMEGA's speed is that of the fastest peer, and which that is. */
export function lead(
  workload: WorkloadFigures,
): { readonly peer: string; readonly times: number } | null {
  const omega = workload.engines.find(({ name }) => name === omegaName);
  if (omega === undefined) return null;
  const leads = workload.engines
    .filter(({ kind }) => kind === "peer")
    .map(({ name, rounds }) => ({ peer: name, times: ratiosOf(rounds, omega.rounds).median }));
  return leads.sort((a, b) => a.times - b.times)[0] ?? null;
}
