// What has been found on the way to full coverage: for every combination of wanted things, the plainest candidate.
import type { Candidate, Measuring } from "./candidate.ts";

export interface Pool {
  /** Evaluates a candidate and keeps it if it covers something wanted that no plainer one does. Says whether it found something new. */
  readonly offer: (candidate: Candidate) => boolean;
  /** Positions that are wanted and not yet found. */
  readonly missing: () => readonly number[];
  readonly isMissing: (position: number) => boolean;
  /** The candidates kept, with what of the wanted they cover. */
  readonly kept: () => readonly Kept[];
  /** Those that found something when they came, in order. */
  readonly finders: () => readonly Candidate[];
}

interface Kept {
  readonly candidate: Candidate;
  readonly covers: ReadonlySet<number>;
  /** Less is plainer. */
  readonly cost: number;
}

/** So many candidates and positions together: choosing among them looks at all. */
const MOST_KEPT = 1_000_000;

/** A pool that wants the positions given. `cost` says how much there is to read of a candidate. */
export function startPool(
  wanted: ReadonlySet<number>,
  { covers }: Measuring,
  cost: (candidate: Candidate) => number,
): Pool {
  const missing = new Set(wanted);
  const kept = new Map<string, Kept>();
  const finders: Candidate[] = [];
  return {
    offer(candidate) {
      const covered = new Set([...covers(candidate)].filter((position) => wanted.has(position)));
      if (covered.size === 0) return false;
      const isNew = [...covered].some((position) => missing.has(position));
      for (const position of covered) missing.delete(position);
      if (isNew) finders.push(candidate);
      const key = [...covered].join(",");
      const known = kept.get(key);
      if (known === undefined ? kept.size * wanted.size < MOST_KEPT || isNew : true) {
        const price = cost(candidate);
        if (known === undefined || price < known.cost) {
          kept.set(key, { candidate, covers: covered, cost: price });
        }
      }
      return isNew;
    },
    missing: () => [...missing],
    isMissing: (position) => missing.has(position),
    kept: () => [...kept.values()],
    finders: () => finders,
  };
}
