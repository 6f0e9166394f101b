// A policy as all engines can express it: what each peer's adapter translates into the peer's own language. Nothing here
// is beyond the least of them; conditions in a loop read the loop's element only.

export interface SharedPolicy {
  readonly rules: readonly SharedRule[];
  /** Comes after the rules. */
  readonly loop: SharedLoop | null;
}

export interface SharedRule {
  readonly when: Condition;
  readonly action: string;
}

export interface SharedLoop {
  /** The list, a top-level attribute. */
  readonly over: string;
  /** All tried on one element before the next element comes; their paths begin at the element. */
  readonly rules: readonly SharedRule[];
}

export type Operator = "<" | "<=" | ">" | ">=" | "==" | "!=";

export type Condition =
  | {
      readonly kind: "compare";
      /** `Site.zone.pressure`. */
      readonly path: string;
      readonly operator: Operator;
      readonly value: number | string | boolean;
    }
  | { readonly kind: "one-of"; readonly path: string; readonly values: readonly string[] }
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] };

export function compare(
  path: string,
  operator: Operator,
  value: number | string | boolean,
): Condition {
  return { kind: "compare", path, operator, value };
}

export function oneOf(path: string, values: readonly string[]): Condition {
  return { kind: "one-of", path, values };
}

export function all(...parts: readonly Condition[]): Condition {
  return { kind: "all", parts };
}

export function any(...parts: readonly Condition[]): Condition {
  return { kind: "any", parts };
}
