// Chance that is the same every time.

/** A whole number from 0 below `end`. */
export type Random = (end: number) => number;

/** A linear congruential generator (Numerical Recipes, 2nd edition, section 7.1). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % Math.max(1, end);
  };
}
