// What the two CEL engines share: a policy as CEL expressions, one for each rule and one for the loop.
import { type Dialect, printCondition } from "../workloads/print-condition.ts";
import type { SharedLoop } from "../workloads/shared-policy.ts";

/** A JavaScript number is a CEL double, and is compared with one. */
export function celDialect(prefix: string): Dialect {
  return {
    and: "&&",
    or: "||",
    equal: "==",
    unequal: "!=",
    path: (path) => `${prefix}${path}`,
    number: (value) => (Number.isInteger(value) ? `${value}.0` : String(value)),
    oneOf: (path, values) => `${path} in ${JSON.stringify(values)}`,
  };
}

/** Gives for each element a list with each rule's action, or "" where it does not fire. */
export function celLoop({ over, rules }: SharedLoop): string {
  const dialect = celDialect("element.");
  const tries = rules.map(
    ({ when, action }) => `(${printCondition(when, dialect)}) ? "${action}" : ""`,
  );
  return `${over}.map(element, [${tries.join(", ")}])`;
}
