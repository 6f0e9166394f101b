// Strong Kleene logic: how true, false and unknown combine. Everything that decides anything goes through here.
import { isUnknown, joinUnknowns, type Unknown } from "./value.ts";

/** A truth value; an unknown carries why. */
export type Truth = boolean | Unknown;

/** NOT: an unknown stays as unknown as it was. */
export function negation(operand: Truth): Truth {
  return isUnknown(operand) ? operand : !operand;
}

/** AND: `false AND` does not look at its right side; two unknowns are joined, left before right. */
export function conjunction(left: Truth, right: () => Truth): Truth {
  if (left === false) return false;
  const second = right();
  if (left === true || second === false) return second;
  return second === true ? left : joinUnknowns(left, second);
}

/** OR, which is AND seen in a mirror: `true OR` does not look at its right side. */
export function disjunction(left: Truth, right: () => Truth): Truth {
  return negation(conjunction(negation(left), () => negation(right())));
}

/** AND over all items, from the left, up to the first that is false; true when there are none. */
export function allHold<Item>(
  items: readonly Item[],
  holds: (item: Item, index: number) => Truth,
): Truth {
  let outcome: Truth = true;
  for (const [index, item] of items.entries()) {
    outcome = conjunction(outcome, () => holds(item, index));
    if (outcome === false) return false;
  }
  return outcome;
}

/** OR over all items, from the left, up to the first that is true; false when there are none. */
export function someHold<Item>(
  items: readonly Item[],
  holds: (item: Item, index: number) => Truth,
): Truth {
  return negation(allHold(items, (item, index) => negation(holds(item, index))));
}
