// Why something is unknown, as a clause: for the findings on a decision, and for examples that fail.
import type { UnknownReason } from "./value.ts";

/** What is wrong with a datum, in words that say what to do about it. */
export function describeReason(path: string, reason: UnknownReason): string {
  switch (reason) {
    case "missing":
      return `\`${path}\` is missing`;
    case "wrong kind":
      return `\`${path}\` is of the wrong kind`;
    case "out of range":
      return `\`${path}\` is outside its declared range`;
    case "stale":
      return `\`${path}\` is too old, or from the future`;
    case "division by zero":
      return `\`${path}\` divides by zero`;
    case "overflow":
      return `\`${path}\` leaves the numbers that can be held`;
    case "ambiguous percent":
      return `\`${path}\` may be a fraction of one or a small percentage; declare it \`<%>\``;
    case "not a member":
      return `\`${path}\` is none of the values it may have`;
    case "index out of range":
      return `\`${path}\` is beyond the list`;
    case "empty list":
      return `\`${path}\` has no value for an empty list`;
    case "invalid argument":
      return `\`${path}\` was given an argument it cannot take`;
    case "no clock":
      return `\`${path}\` needs the clock, and the evaluation was given none`;
  }
}
