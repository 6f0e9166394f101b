// What holds of some, all or none of a list's elements.
import { equalValues } from "./compare-symbolic.ts";
import {
  alwaysUnknown,
  asTruth,
  combine,
  either,
  type Outside,
  type SymbolicList,
  type SymbolicTruth,
  type SymbolicValue,
  truthOf,
} from "./symbolic-value.ts";
import { and, not, or } from "./term.ts";

/** Whether an element of the list equals the value, as IN has it. */
export function isMember(element: SymbolicValue, list: SymbolicValue): SymbolicTruth | Outside {
  if (element.kind === "outside") return element;
  if (list.kind === "outside") return list;
  if (list.kind !== "list") return asTruth(alwaysUnknown);
  return overElements(list, (member) => equalValues(element, member), either);
}

/** Combines what is found of the elements that are there; of an unknown list, unknown. */
export function overElements(
  list: SymbolicList,
  find: (element: SymbolicValue) => SymbolicTruth | Outside,
  how: (truths: readonly SymbolicTruth[]) => SymbolicTruth,
): SymbolicTruth | Outside {
  // What an element that is not there adds: nothing.
  const neutral = how([]);
  const found = list.slots.map(({ present, value }) =>
    combine([find(value)], ([truth = neutral]) =>
      truthOf(
        or(not(present), truth.known),
        and(or(present, neutral.holds), or(not(present), truth.holds)),
      ),
    ),
  );
  return combine(found, (truths) => {
    const combined = how(truths);
    return truthOf(and(list.known, combined.known), combined.holds);
  });
}
