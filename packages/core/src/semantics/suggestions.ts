// Near names for "did you mean", within bounds: a document full of unknown names costs no more than one with a few.
import { nearestNames } from "../source/edit-distance.ts";

/** The names nearest to one that is not known, best first. */
export type Suggest = (name: string, candidates: Iterable<string>) => readonly string[];

/** Comparisons of two names that one analysis may spend on suggestions. */
export const mostComparisons = 50_000;

/** Suggests until the bound is reached, and nothing from then on: candidates are not even gone through then. */
export function createSuggest(): Suggest {
  let left = mostComparisons;
  return (name, candidates) => {
    const compared: string[] = [];
    for (const candidate of candidates) {
      if (left <= 0) return [];
      left--;
      compared.push(candidate);
    }
    return nearestNames(name, compared);
  };
}
