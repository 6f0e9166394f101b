// Comparison of values, three-valued: lists and records deeply, text never ordered, different kinds never comparable.
import { unknownAmong } from "../std/arguments.ts";
import { allHold, negation, type Truth } from "./logic.ts";
import { isInstant, isList, isRecord, unknownValue, type Value } from "./value.ts";

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** What a comparison needs of its surroundings. */
export interface Comparing {
  /** The path of the `wrong kind` when two values cannot be compared: the comparison as written. */
  readonly path: string;
  /** Called once for each element of a list and field of a record that is compared. */
  readonly visit: () => void;
}

/** `left operator right`; unknown when either is, or when the two cannot be compared so. */
export function compareValues(
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  comparing: Comparing,
): Truth {
  if (operator === "==") return equalValues(left, right, comparing);
  if (operator === "!=") return negation(equalValues(left, right, comparing));
  const first = orderKey(left);
  const second = orderKey(right);
  if (first === null || second === null || typeof left !== typeof right) {
    return unknownAmong([left, right]) ?? unknownValue(comparing.path, "wrong kind");
  }
  switch (operator) {
    case "<":
      return first < second;
    case "<=":
      return first <= second;
    case ">":
      return first > second;
    case ">=":
      return first >= second;
  }
}

/** Numbers and instants are ordered, nothing else is. */
function orderKey(value: Value): number | null {
  if (typeof value === "number") return value;
  return isInstant(value) ? value.milliseconds : null;
}

/**
 * Whether two values are equal. Lists of different length and records of different fields are not, whatever they hold;
 * otherwise what they hold is compared from the left and combined by AND, so that one known difference decides.
 */
export function equalValues(left: Value, right: Value, comparing: Comparing): Truth {
  const unknown = unknownAmong([left, right]);
  if (unknown !== null) return unknown;
  if (isList(left) && isList(right)) return equalLists(left, right, comparing);
  if (isRecord(left) && isRecord(right)) return equalFields(left.fields, right.fields, comparing);
  if (isInstant(left) && isInstant(right)) return left.milliseconds === right.milliseconds;
  if (typeof left !== "object" && typeof left === typeof right) return left === right;
  return unknownValue(comparing.path, "wrong kind");
}

function equalLists(left: readonly Value[], right: readonly Value[], comparing: Comparing): Truth {
  if (left.length !== right.length) return false;
  return allHold(left, (element, index) => {
    const other = right[index];
    comparing.visit();
    return other !== undefined && equalValues(element, other, comparing);
  });
}

function equalFields(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  comparing: Comparing,
): Truth {
  if (left.size !== right.size) return false;
  for (const name of left.keys()) if (!right.has(name)) return false;
  return allHold([...left], ([name, field]) => {
    const other = right.get(name);
    comparing.visit();
    return other !== undefined && equalValues(field, other, comparing);
  });
}
