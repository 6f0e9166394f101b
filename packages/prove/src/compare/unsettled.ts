// What the encoding has nothing to say of, as variables that may be anything: what is proved whatever they are is proved, and
// what hangs on them has to be tried out. Where two programs hold the same, it is the same variable.
import type { Sort, Term, Variable } from "../term.ts";

export interface Unsettled {
  /** The variable for what `key` names; `reason` completes "not proven: ". */
  readonly variable: (key: string, sort: Sort, reason: string) => Variable;
  /** Why a question about these variables may be left open; each reason once. */
  readonly reasonsAmong: (variables: Iterable<Term>) => readonly string[];
}

export function createUnsettled(): Unsettled {
  const byKey = new Map<string, Variable>();
  const reasons = new Map<Term, string>();
  return {
    variable(key, sort, reason) {
      const full = `${sort} ${key}`;
      const known = byKey.get(full);
      if (known !== undefined) return known;
      const variable: Variable = { kind: "variable", sort, name: `u${byKey.size}` };
      byKey.set(full, variable);
      reasons.set(variable, reason);
      return variable;
    },
    reasonsAmong(variables) {
      return [...new Set([...variables].flatMap((one) => reasons.get(one) ?? []))];
    },
  };
}
