// Looks for candidates by trying them out: one reading changed, then some, around what has been found already.
import type { Ir, Program } from "@omega/core";
import { conditionOfConstraint, expressionsOfRule } from "@omega/core";
import { type Candidate, keyOf, type Measuring } from "./candidate.ts";
import { type InputPlace, keyOfPath, placesRead, type Reading } from "./input-places.ts";
import { type Changing, neighbours } from "./neighbours.ts";
import type { Obligation } from "./obligations.ts";
import type { Pool } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { quantity } from "./readings.ts";

export interface Search {
  readonly obligations: readonly Obligation[];
  readonly relevantTo: (position: number) => ReadonlySet<string>;
  readonly changing: Changing;
  readonly measuring: Measuring;
  readonly pool: Pool;
  /** Candidates to start from. */
  readonly seeds: readonly Candidate[];
  /** Whether there is no time left. */
  readonly isOver: () => boolean;
}

/** Evaluations for one thing that is wanted. */
const NEAR_BUDGET = 1_500;
const FAR_BUDGET = 3_000;

/** Fewer things than these are looked for one by one. */
const MANY = 60;
const MOST_DRAWN = 600;

/** Where much is missing: every reading anew, by a chance that is the same every time. Each context then covers a lot. */
export async function searchBroadly(search: Search, rest: () => Promise<void>): Promise<void> {
  const { pool, changing, seeds } = search;
  const random = randomFrom(2);
  // Drawing goes on while it pays.
  let idle = 0;
  for (let turn = 0; turn < MOST_DRAWN && idle < 40; turn++) {
    if (pool.missing().length < MANY || search.isOver()) return;
    if (turn % 20 === 0) await rest();
    const [start] = seeds;
    if (start === undefined) return;
    idle = pool.offer(redrawn(start, changing, random)) ? 0 : idle + 1;
  }
}

/** The candidate with another value at every place that has values of its own. */
function redrawn(
  { context, now }: Candidate,
  { places }: Changing,
  random: (end: number) => number,
): Candidate {
  const entries = places.flatMap(({ path: [name, ...rest], type, values }) => {
    const value = values[random(values.length)];
    if (rest.length > 0 || value === undefined) return [];
    const isNumber = type.kind === "number" && typeof value === "number";
    return [[name, isNumber ? quantity(value, type) : value] as const];
  });
  return { context: { ...context, ...Object.fromEntries(entries) }, now };
}

/** Around the candidates that come closest, every change of one reading. */
export async function searchNear(search: Search, rest: () => Promise<void>): Promise<void> {
  const { pool, changing } = search;
  for (const position of pool.missing()) {
    if (search.isOver()) return;
    if (!pool.isMissing(position)) continue;
    await rest();
    const relevant = search.relevantTo(position);
    let left = NEAR_BUDGET;
    for (const start of nearest(position, search)) {
      for (const candidate of neighbours(start, relevant, changing)) {
        pool.offer(candidate);
        if (--left <= 0 || !pool.isMissing(position)) break;
      }
      if (left <= 0 || !pool.isMissing(position)) break;
    }
  }
}

/** Two to four readings changed at a time, by a chance that is the same every time. */
export async function searchFar(
  search: Search,
  positions: readonly number[],
  rest: () => Promise<void>,
): Promise<void> {
  const { pool, changing } = search;
  const random = randomFrom(1);
  for (const position of positions) {
    if (!pool.isMissing(position)) continue;
    const relevant = search.relevantTo(position);
    const starts = nearest(position, search);
    for (let turn = 0; turn < FAR_BUDGET && pool.isMissing(position); turn++) {
      if (turn % 200 === 0) await rest();
      if (search.isOver()) return;
      let candidate = starts[random(Math.min(starts.length, 6))];
      for (let step = 2 + random(3); step > 0 && candidate !== undefined; step--) {
        const next = [...neighbours(candidate, oneOf(relevant, random), changing)];
        candidate = next[random(next.length)] ?? candidate;
      }
      if (candidate !== undefined) pool.offer(candidate);
    }
  }
}

function oneOf(keys: ReadonlySet<string>, random: (end: number) => number): ReadonlySet<string> {
  const key = [...keys][random(keys.size)];
  return new Set(key === undefined ? [] : [key]);
}

const MOST_STARTS = 12;

/** Seeds and finds, those first that cover most of the item that the wanted thing is of. */
function nearest(
  position: number,
  { obligations, measuring, pool, seeds }: Search,
): readonly Candidate[] {
  const item = obligations[position]?.item;
  const related = new Set(
    obligations.flatMap((obligation, at) => (obligation.item === item ? [at] : [])),
  );
  const starts = new Map([...seeds, ...pool.finders()].map((start) => [keyOf(start), start]));
  const score = (candidate: Candidate): number =>
    [...measuring.covers(candidate)].filter((covered) => related.has(covered)).length;
  return [...starts.values()]
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_STARTS)
    .map(({ candidate }) => candidate);
}

/** By position: the keys of the places that may have a part in it. */
export function relevance(
  program: Program,
  obligations: readonly Obligation[],
  places: readonly InputPlace[],
  reading: Reading,
): (position: number) => ReadonlySet<string> {
  const bySpan = new Map<unknown, readonly Ir.ProgramExpression[]>();
  const visit = (
    rules: readonly Ir.ProgramRule[],
    around: readonly Ir.ProgramExpression[],
  ): void => {
    for (const rule of rules) {
      const own = [...around, ...expressionsOfRule(rule)];
      bySpan.set(rule.span, own);
      if (rule.kind === "for" || rule.kind === "while") visit(rule.body, own);
    }
  };
  visit(program.rules, []);
  const ofConstraints = new Map(
    program.constraints.map((constraint) => [
      constraint.id,
      conditionOfConstraint(constraint)?.expression,
    ]),
  );
  const all = new Set(places.map(({ path }) => keyOfPath(path)));
  const known = new Map<unknown, ReadonlySet<string>>();
  return (position) => {
    const item = obligations[position]?.item;
    const before = known.get(item?.span);
    if (before !== undefined) return before;
    const condition = item?.kind === "constraint" ? ofConstraints.get(item.id) : undefined;
    const expressions = condition === undefined ? bySpan.get(item?.span) : [condition];
    const read = expressions?.flatMap((expression) => [...placesRead(expression, reading)]);
    const relevant = read === undefined || read.length === 0 ? all : new Set(read);
    known.set(item?.span, relevant);
    return relevant;
  };
}
