// Prints a shared condition in a language with infix operators. OMEGA, JavaScript, CEL, Cedar and Zen differ in tokens only.
import type { Condition } from "./shared-policy.ts";

/** The tokens of a language. */
export interface Dialect {
  readonly and: string;
  readonly or: string;
  readonly equal: string;
  readonly unequal: string;
  readonly path: (path: string) => string;
  /** A number compared with `path`, of which it takes the unit where the language has units. */
  readonly number: (value: number, path: string) => string;
  readonly oneOf: (path: string, values: readonly string[]) => string;
}

/** The condition as an expression of the dialect; a nested AND or OR is put in parentheses. */
export function printCondition(condition: Condition, dialect: Dialect): string {
  return print(condition, dialect, false);
}

function print(condition: Condition, dialect: Dialect, isNested: boolean): string {
  switch (condition.kind) {
    case "compare": {
      const { path, operator, value } = condition;
      const token =
        operator === "==" ? dialect.equal : operator === "!=" ? dialect.unequal : operator;
      const literal =
        typeof value === "number" ? dialect.number(value, path) : JSON.stringify(value);
      return `${dialect.path(path)} ${token} ${literal}`;
    }
    case "one-of":
      return dialect.oneOf(dialect.path(condition.path), condition.values);
    case "all":
    case "any": {
      const parts = condition.parts.map((part) => print(part, dialect, true));
      const joined = parts.join(` ${condition.kind === "all" ? dialect.and : dialect.or} `);
      return isNested && parts.length > 1 ? `(${joined})` : joined;
    }
  }
}
