// "Did you mean": the names nearest to one that is not known, for the checker's suggestions and the CLI's.

import { lowerCase } from "./unicode.ts";

/**
 * The candidates nearest to the name, best first, at most `max`; empty where none is near. Near is a distance of a
 * third of the longer name's length or less, at least one: inserting, removing or replacing a character, or swapping
 * two neighbours (optimal string alignment). Case alone weighs little, so `distance` finds `Distance` before
 * `distant`. Ties go by the candidates' UTF-16 order, duplicates count once, and the name itself is never among them.
 */
export function nearestNames(
  name: string,
  candidates: Iterable<string>,
  max = 3,
): readonly string[] {
  if (name.length === 0 || name.length > LONGEST) return [];
  const folded = lowerCase(name);
  const near: { readonly candidate: string; readonly cost: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name || candidate.length === 0 || candidate.length > LONGEST) continue;
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = boundedDistance(folded, lowerCase(candidate), limit);
    // Two names of one or two characters share nothing when a character differs.
    if (distance > limit || distance >= Math.min(name.length, candidate.length)) continue;
    near.push({ candidate, cost: distance + caseDifference(name, candidate) });
  }
  near.sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, max).map(({ candidate }) => candidate);
}

/** Longer names are not compared: a suggestion is not worth the square of their length. */
const LONGEST = 200;

/** Less than one edit, more the more characters differ in case only. */
function caseDifference(a: string, b: string): number {
  let differences = 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const ofA = a.charAt(index);
    const ofB = b.charAt(index);
    if (ofA !== ofB && lowerCase(ofA) === lowerCase(ofB)) differences++;
  }
  return differences / (2 * LONGEST);
}

/** Optimal string alignment distance of two texts, or a number above the limit as soon as it must exceed it. */
function boundedDistance(a: string, b: string, limit: number): number {
  // What both begin and end with costs nothing.
  let start = 0;
  let behindA = a.length;
  let behindB = b.length;
  while (start < behindA && start < behindB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (
    behindA > start &&
    behindB > start &&
    a.charCodeAt(behindA - 1) === b.charCodeAt(behindB - 1)
  ) {
    behindA--;
    behindB--;
  }
  const rows = behindA - start;
  const columns = behindB - start;
  if (rows === 0 || columns === 0) return Math.max(rows, columns);
  let twoBack: number[] = new Array(columns + 1).fill(0);
  let previous: number[] = new Array(columns + 1).fill(0);
  let current: number[] = new Array(columns + 1).fill(0);
  for (let column = 0; column <= columns; column++) previous[column] = column;
  for (let row = 1; row <= rows; row++) {
    const own = a.charCodeAt(start + row - 1);
    const before = a.charCodeAt(start + row - 2);
    current[0] = row;
    let best = row;
    for (let column = 1; column <= columns; column++) {
      const other = b.charCodeAt(start + column - 1);
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (own === other ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && own === b.charCodeAt(start + column - 2) && before === other;
      if (isSwapped) cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < best) best = cost;
    }
    // A swap reaches two rows back, so one more row may still come in under the limit by one.
    if (best > limit + 1) return best;
    [twoBack, previous, current] = [previous, current, twoBack];
  }
  return previous[columns] ?? 0;
}
