// Sets of numbers as the logic checks reason about them: `T < 0C AND T > 10C` is an intersection that holds nothing.

/** A place between numbers: just before `value`, or just after it. */
interface Cut {
  readonly value: number;
  readonly after: boolean;
}

/** The numbers between two cuts; the first lies below the second. */
interface Interval {
  readonly from: Cut;
  readonly to: Cut;
}

/** Disjoint intervals, ascending. */
export type NumberSet = readonly Interval[];

const lowest: Cut = { value: Number.NEGATIVE_INFINITY, after: false };
const highest: Cut = { value: Number.POSITIVE_INFINITY, after: true };

export const everyNumber: NumberSet = [{ from: lowest, to: highest }];

/** The numbers from `low` to `high`, both included; null leaves an end open. Empty where the ends are reversed. */
export function numbersBetween(low: number | null, high: number | null): NumberSet {
  return interval(
    low === null ? lowest : { value: low, after: false },
    high === null ? highest : { value: high, after: true },
  );
}

/** The numbers x for which `x operator value` holds. */
export function numbersThatAre(
  operator: "==" | "!=" | "<" | "<=" | ">" | ">=",
  value: number,
): NumberSet {
  switch (operator) {
    case "==":
      return numbersBetween(value, value);
    case "!=":
      return otherNumbers(numbersBetween(value, value));
    case "<":
      return interval(lowest, { value, after: false });
    case "<=":
      return interval(lowest, { value, after: true });
    case ">":
      return interval({ value, after: true }, highest);
    case ">=":
      return interval({ value, after: false }, highest);
  }
}

/** Just these numbers. */
export function theseNumbers(values: readonly number[]): NumberSet {
  const ascending = [...new Set(values)].sort((first, second) => first - second);
  return ascending.flatMap((value) => numbersBetween(value, value));
}

/** The numbers in both sets. */
export function commonNumbers(first: NumberSet, second: NumberSet): NumberSet {
  if (first === everyNumber) return second;
  if (second === everyNumber) return first;
  const common: Interval[] = [];
  let left = 0;
  let right = 0;
  while (left < first.length && right < second.length) {
    const one = first[left];
    const other = second[right];
    if (one === undefined || other === undefined) break;
    const from = isBelow(one.from, other.from) ? other.from : one.from;
    const to = isBelow(one.to, other.to) ? one.to : other.to;
    if (isBelow(from, to)) common.push({ from, to });
    if (isBelow(one.to, other.to)) left++;
    else right++;
  }
  return common;
}

/** The numbers that are not in the set. */
export function otherNumbers(set: NumberSet): NumberSet {
  const gaps: Interval[] = [];
  let from = lowest;
  for (const part of set) {
    if (isBelow(from, part.from)) gaps.push({ from, to: part.from });
    from = part.to;
  }
  if (isBelow(from, highest)) gaps.push({ from, to: highest });
  return gaps;
}

/** True where no number is in the set; with `whole`, where no whole number is. */
export function holdsNoNumber(set: NumberSet, whole: boolean): boolean {
  return whole ? !set.some(holdsWholeNumber) : set.length === 0;
}

function holdsWholeNumber({ from, to }: Interval): boolean {
  if (from.value === Number.NEGATIVE_INFINITY || to.value === Number.POSITIVE_INFINITY) return true;
  const rounded = Math.ceil(from.value);
  const first = from.after && rounded === from.value ? rounded + 1 : rounded;
  return to.after ? first <= to.value : first < to.value;
}

function interval(from: Cut, to: Cut): NumberSet {
  return isBelow(from, to) ? [{ from, to }] : [];
}

function isBelow(one: Cut, other: Cut): boolean {
  return one.value < other.value || (one.value === other.value && !one.after && other.after);
}
