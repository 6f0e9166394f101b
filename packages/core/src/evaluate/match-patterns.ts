// MATCH patterns: whether a subject is one of a pattern's alternatives.
import type { ProgramPattern } from "../semantics/program.ts";
import { type Comparing, compareValues, equalValues } from "./compare-values.ts";
import { conjunction, someHold, type Truth } from "./logic.ts";
import type { Value } from "./value.ts";

/** OR over the alternatives, from the left. `_` takes whatever is known; an unknown subject matches nothing for certain. */
export function matchPattern(subject: Value, pattern: ProgramPattern, comparing: Comparing): Truth {
  return someHold(pattern, (alternative) => {
    switch (alternative.kind) {
      case "wildcard":
        return true;
      case "equals":
        return equalValues(subject, alternative.value, comparing);
      case "range":
        return conjunction(compareValues(">=", subject, alternative.low, comparing), () =>
          compareValues("<=", subject, alternative.high, comparing),
        );
    }
  });
}
