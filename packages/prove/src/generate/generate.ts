// Generates EXAMPLEs: few that reach, with those there are, full coverage; and of what none can reach, the proof.
import { type CoverageTotals, type Example, type Program, recordCoverage } from "@omega/core";
import { createSolver } from "../solver.ts";
import { createAsker, type Verdict } from "./ask-solver.ts";
import { type Candidate, decideCandidate, measureCandidates } from "./candidate.ts";
import { type Chosen, chooseCandidates } from "./choose-candidates.ts";
import { inputPlaces, readingOf } from "./input-places.ts";
import { changesOf } from "./neighbours.ts";
import {
  coveredPositions,
  describeObligation,
  type Obligation,
  obligationsOf,
  placeOfObligation,
} from "./obligations.ts";
import { startPool } from "./pool.ts";
import { normalised } from "./readings.ts";
import {
  relevance,
  type Search,
  searchBroadly,
  searchFar,
  searchNear,
} from "./search-candidates.ts";
import { contextFiles, seedsOf } from "./seeds.ts";
import { readingCost, simplifyCandidate } from "./simplify-candidate.ts";
import { commentsOf, titleOf } from "./title-example.ts";
import type { ContextFile, WrittenExample } from "./write-example.ts";
import {
  type GeneratedExample,
  type PassingExample,
  type TryingOut,
  writePassing,
} from "./write-passing-example.ts";

export interface GenerateOptions extends TryingOut {
  /** The EXAMPLEs there are: they count as covering, and what they give is where the search begins. */
  readonly examples: readonly Example[];
  /** Whether what they cover is to be covered again. */
  readonly all: boolean;
  /** The document that the examples are to stand in, from the project's root. */
  readonly file: string;
  /** Milliseconds for all of it, and for one question to the solver. */
  readonly budget: number;
  readonly timeout: number;
  /** The longest lists of the input that proofs cover. */
  readonly listBound: number;
  /** The time, in milliseconds; only differences count. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
  /** Told how much of what is wanted has been found. */
  readonly progress?: (found: number, wanted: number) => void;
}

/** Something that full coverage asks for and no example shows. */
export interface OpenObligation {
  readonly rule: string;
  readonly line: number;
  /** UTF-16 offsets of what is to be covered, half open. */
  readonly span: { readonly start: number; readonly end: number };
  readonly what: string;
  readonly outcome: "unreachable" | "not proven";
  /** Of what is not proven, why; else "". */
  readonly reason: string;
  /** The longest lists of the input that the proof covers; null where it does not depend on any. */
  readonly listBound: number | null;
}

export interface Generated {
  readonly examples: readonly GeneratedExample[];
  /** Coverage by the examples there were, and with those generated. */
  readonly before: CoverageTotals;
  readonly after: CoverageTotals;
  readonly open: readonly OpenObligation[];
}

/** How much of the time goes into looking; the rest is for making readable what was found. */
const SEARCHING = 0.6;

/** Generates examples for a program without errors. What comes out depends on the clock only where time runs out. */
export async function generate(program: Program, options: GenerateOptions): Promise<Generated> {
  const { examples, settings, loadText, clock } = options;
  const recorder = recordCoverage(program);
  if (!options.all) for (const example of examples) recorder.run(example, settings, { loadText });
  const before = recorder.measure();
  const obligations = obligationsOf(before);
  const covered = coveredPositions(obligations);
  const wanted = new Set([...obligations.keys()].filter((position) => !covered.has(position)));
  const files = contextFiles(program, examples, options);
  const seeds = seedsOf(program, examples, loadText);
  const measuring = measureCandidates(program, settings);
  const [usual = { context: {}, now: null }] = seeds;
  const pool = startPool(wanted, measuring, (candidate) =>
    Math.min(...[usual, ...files].map(({ context }) => readingCost(candidate, context))),
  );
  for (const seed of seeds) pool.offer(seed);
  const places = inputPlaces(program);
  const instants = [...new Set(seeds.flatMap(({ now }) => (now === null ? [] : [now])))];
  const start = clock();
  const isPast = (share: number): boolean =>
    options.signal?.aborted === true || clock() - start > share * options.budget;
  const search: Search = {
    obligations,
    relevantTo: relevance(program, obligations, places, readingOf(program)),
    changing: changesOf(program, places, instants),
    measuring,
    pool,
    seeds,
    isOver: () => isPast(SEARCHING),
  };
  const rest = async (): Promise<void> => {
    options.progress?.(wanted.size - pool.missing().length, wanted.size);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await searchBroadly(search, rest);
  await searchNear(search, rest);
  const verdicts = await askAbout(search, program, options, rest);
  const chosen = await chooseCandidates(wanted, search, rest);
  const bases = [...files, { path: null, context: usual.context }];
  const written: WrittenExample[] = [];
  for (const { candidate, shows } of simplifyAll(chosen, wanted, bases, search, () => isPast(1))) {
    const decision = decideCandidate(candidate, program, settings);
    if (decision === null) continue;
    const shown = [...shows].flatMap((position) => obligations[position] ?? []);
    const title = titleOf(shown, decision);
    written.push({ title, shows: commentsOf(shown), candidate, decision });
  }
  const generated = writeAll(written, files, options);
  for (const { example } of generated) recorder.run(example, settings, { loadText });
  const after = recorder.measure();
  const still = new Map(
    [...obligationsOf(after).entries()].filter(
      ([position, { covered: done }]) => !done && wanted.has(position),
    ),
  );
  return {
    examples: generated.map(({ generated: one }) => one),
    before: before.totals,
    after: after.totals,
    // Of an atom that is never seen so, that it never decides so is not said, too.
    open: [...still].flatMap(([position, obligation]) => {
      const seen = positionOfSeen(position, obligation);
      return seen !== position && still.has(seen)
        ? []
        : [openObligation(obligation, verdicts.get(position))];
    }),
  };
}

function openObligation(obligation: Obligation, verdict: Verdict | undefined): OpenObligation {
  const about = {
    rule: obligation.item.id,
    line: obligation.line,
    span: placeOfObligation(obligation),
    what: describeObligation(obligation),
  };
  switch (verdict?.kind) {
    case "unreachable":
      return { ...about, outcome: "unreachable", reason: "", listBound: verdict.listBound };
    case "undecided":
      return { ...about, outcome: "not proven", reason: verdict.reason, listBound: null };
    default:
      return { ...about, outcome: "not proven", reason: unwritten, listBound: null };
  }
}

const unwritten = "a context covers it that no EXAMPLE can give, or none was found in the time";

// --- the solver ---------------------------------------------------------------------------------------------------

/** What the solver says of each position that is still missing; what it finds goes to the pool. */
async function askAbout(
  search: Search,
  program: Program,
  options: GenerateOptions,
  rest: () => Promise<void>,
): Promise<ReadonlyMap<number, Verdict>> {
  const { pool, measuring, seeds, obligations } = search;
  const verdicts = new Map<number, Verdict>();
  const solver = createSolver(options.signal);
  const { timeout, listBound } = options;
  const bases = seeds.slice(0, MOST_BASES);
  const ask = createAsker({ program, solver, measuring, bases, listBound });
  const settle = async (position: number, obligation: Obligation, time: number): Promise<void> => {
    await rest();
    const seen = verdicts.get(positionOfSeen(position, obligation));
    const isKnown = seen?.kind === "unreachable" || seen?.kind === "undecided";
    const verdict = isKnown ? seen : await ask(obligation, position, time);
    verdicts.set(position, verdict);
    if (verdict.kind === "found") pool.offer(verdict.candidate);
  };
  try {
    // What is easy comes first: a hard question may take all the time there is.
    for (const time of [Math.min(QUICK, timeout), timeout]) {
      const hard = new Set<Obligation["item"]>();
      for (const position of pool.missing()) {
        const obligation = obligations[position];
        if (obligation === undefined || !pool.isMissing(position)) continue;
        const { item } = obligation;
        if (verdicts.get(position)?.kind === "unreachable") continue;
        if (search.isOver() || (hard.has(item) && time < timeout)) {
          verdicts.set(position, verdicts.get(position) ?? overTime);
          continue;
        }
        verdicts.delete(position);
        const start = options.clock();
        await settle(position, obligation, time);
        if (options.clock() - start >= time) hard.add(item);
      }
      await searchFar(search, pool.missing().filter(isUndecided(verdicts)), rest);
    }
  } finally {
    solver.close();
  }
  return verdicts;
}

/** To decide, an atom has to be seen first: what is known of that, which is asked right before, holds of this. */
function positionOfSeen(position: number, { part }: Obligation): number {
  return part.kind === "atom" && part.alone ? position - 1 : position;
}

const MOST_BASES = 6;

/** Milliseconds for a question when it is asked first. */
const QUICK = 2_000;

const overTime: Verdict = { kind: "undecided", reason: "the time is over" };

function isUndecided(verdicts: ReadonlyMap<number, Verdict>): (position: number) => boolean {
  return (position) => verdicts.get(position)?.kind === "undecided";
}

// --- what comes out -----------------------------------------------------------------------------------------------

/** Each as plain as it can be while everything that is wanted stays shown. */
function simplifyAll(
  chosen: readonly Chosen[],
  wanted: ReadonlySet<number>,
  bases: readonly Pick<Candidate, "context">[],
  { measuring }: Search,
  isOver: () => boolean,
): readonly Chosen[] {
  const { program } = measuring;
  const done: Chosen[] = [];
  for (const [index, { candidate }] of chosen.entries()) {
    const others = [...done, ...chosen.slice(index + 1)];
    const shown = new Set(others.flatMap((other) => [...measuring.covers(other.candidate)]));
    const due = [...measuring.covers(candidate)].filter(
      (position) => wanted.has(position) && !shown.has(position),
    );
    const stillShows = (next: Candidate): boolean => {
      if (isOver()) return false;
      const covers = measuring.covers(next);
      return due.every((position) => covers.has(position));
    };
    const [base = { context: {} }] = [...bases].sort(
      (a, b) => readingCost(candidate, a.context) - readingCost(candidate, b.context),
    );
    const simple = normalised(simplifyCandidate(candidate, base.context, stillShows), program);
    done.push({ candidate: simple, shows: new Set(due) });
  }
  const place = ({ shows }: Chosen): number => Math.min(...shows);
  return done.sort((a, b) => place(a) - place(b));
}

/** Writes them, each with a title of its own, and keeps those that pass. */
function writeAll(
  written: readonly WrittenExample[],
  files: readonly ContextFile[],
  options: GenerateOptions,
): readonly PassingExample[] {
  const taken = new Set<string>();
  return written.flatMap((one) => {
    let { title } = one;
    for (let count = 2; taken.has(title); count++) title = `${one.title} (${count})`;
    taken.add(title);
    return writePassing({ ...one, title }, files, options) ?? [];
  });
}
