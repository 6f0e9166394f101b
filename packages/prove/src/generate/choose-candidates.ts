// From all that was found, few candidates that cover everything between them: as many as each is needed.
import { type Candidate, keyOf, type Measuring } from "./candidate.ts";
import { neighbours } from "./neighbours.ts";
import type { Search } from "./search-candidates.ts";

export interface Chosen {
  readonly candidate: Candidate;
  /** What it is there to show: positions, most of which no other chosen one shows. */
  readonly shows: ReadonlySet<number>;
}

/** Tries of merging one more thing into a chosen candidate. */
const MERGING_BUDGET = 300;
/** And of merging all that are left into one. */
const GROWING_BUDGET = 4_000;

/**
 * Greedy set cover, each pick grown by changes that add to what it covers; then what has become needless is dropped. The
 * result is minimal in that none can be left out; a smaller set of others may exist.
 */
export async function chooseCandidates(
  wanted: ReadonlySet<number>,
  search: Search,
  rest: () => Promise<void>,
): Promise<readonly Chosen[]> {
  const { pool, measuring } = search;
  const open = new Set([...wanted].filter((position) => !pool.isMissing(position)));
  const picked: Candidate[] = [];
  while (open.size > 0) {
    await rest();
    const best = pool
      .kept()
      .map((kept) => ({ kept, gain: countIn(kept.covers, open) }))
      .reduce((first, second) =>
        second.gain > first.gain ||
        (second.gain === first.gain && second.kept.cost < first.kept.cost)
          ? second
          : first,
      );
    if (best.gain === 0) break;
    const grown = grow(best.kept.candidate, open, search);
    picked.push(grown);
    for (const position of measuring.covers(grown)) open.delete(position);
  }
  return withoutNeedless(picked, wanted, measuring);
}

function countIn(covers: ReadonlySet<number>, open: ReadonlySet<number>): number {
  let count = 0;
  for (const position of covers) if (open.has(position)) count++;
  return count;
}

/** Changes that keep what the candidate adds and add more. */
function grow(start: Candidate, open: ReadonlySet<number>, search: Search): Candidate {
  const { measuring, relevantTo, changing } = search;
  let candidate = start;
  let gained = [...measuring.covers(candidate)].filter((position) => open.has(position));
  const missing = [...open].filter((position) => !gained.includes(position));
  let all = GROWING_BUDGET;
  for (const position of missing) {
    if (all <= 0 || gained.includes(position) || search.isOver()) continue;
    let left = Math.min(MERGING_BUDGET, all);
    for (const next of neighbours(candidate, relevantTo(position), changing)) {
      all--;
      if (--left < 0) break;
      const covers = measuring.covers(next);
      if (!covers.has(position) || !gained.every((kept) => covers.has(kept))) continue;
      candidate = next;
      gained = [...covers].filter((covered) => open.has(covered));
      break;
    }
  }
  return candidate;
}

function withoutNeedless(
  picked: readonly Candidate[],
  wanted: ReadonlySet<number>,
  { covers }: Measuring,
): readonly Chosen[] {
  const unique = [...new Map(picked.map((each) => [keyOf(each), each])).values()];
  let kept = unique;
  for (const candidate of [...unique].reverse()) {
    const others = kept.filter((other) => other !== candidate);
    const shown = new Set(others.flatMap((other) => [...covers(other)]));
    const isNeedless = [...covers(candidate)].every(
      (position) => !wanted.has(position) || shown.has(position),
    );
    if (isNeedless) kept = others;
  }
  // What several show is shown by the first of them.
  const shown = new Set<number>();
  return kept.map((candidate) => {
    const shows = [...covers(candidate)].filter(
      (position) => wanted.has(position) && !shown.has(position),
    );
    for (const position of shows) shown.add(position);
    return { candidate, shows: new Set(shows) };
  });
}
