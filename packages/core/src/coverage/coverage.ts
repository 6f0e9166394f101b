// Coverage: what a policy's examples have shown of it. Plain data, made by `measure-coverage.ts`; every place has its span.
import type { AtomValue } from "../evaluate/trace.ts";
import type { Span } from "../source/span.ts";

/** What is counted, in the order reports have it. */
export const coverageMetrics = [
  "rules",
  "branches",
  "loops",
  "conditions",
  "mcdc",
  "unknown",
] as const;
/**
 * - `rules`: IF, FOR, WHILE, MATCH and FAILSAFE that did something: took a THEN, an ELSE, an arm or entered their body
 * - `branches`: each way an IF, a MATCH, a WHERE or a choice among values can go, "none of them" included
 * - `loops`: bodies of FOR and WHILE that were entered
 * - `conditions`: atoms that were both true and false
 * - `mcdc`: atoms that decided their condition alone, once as true and once as false
 * - `unknown`: UNKNOWN clauses that were taken
 */
export type CoverageMetric = (typeof coverageMetrics)[number];

export interface CoverageCount {
  readonly covered: number;
  readonly total: number;
}

export type CoverageTotals = Readonly<Record<CoverageMetric, CoverageCount>>;

/** What the examples have shown of one policy. */
export interface Coverage {
  /** The policy's path from the project's root, as diagnostics name it. */
  readonly file: string;
  /** Hash of the policy and its imports: coverages of one hash are about the same text. */
  readonly sha256: string;
  /** How many examples were evaluated, passed or not. */
  readonly examples: number;
  /** Rules in document order, those in blocks behind the one around them; FAILSAFE; constraints with a condition. */
  readonly items: readonly CoveredItem[];
  readonly totals: CoverageTotals;
}

/** What is not covered, and why. */
export interface Gap {
  readonly kind: GapKind;
  /** In words, to follow a name and a colon: `always true in the examples`. */
  readonly message: string;
}

export type GapKind =
  /** No example comes to it. */
  | "not reached"
  /** What stands before it in its condition, or the branch before it, decided each time. */
  | "short-circuited"
  /** It, or the condition it hangs on, came to nothing else. */
  | "always true"
  | "always false"
  | "always unknown"
  /** Known, but never this: the other or unknown. */
  | "never true"
  | "never false"
  /** Both were seen, but other atoms decided each time. */
  | "masked"
  /** A loop whose list had no element to run for. */
  | "no element";

interface Covered {
  /** Null when it is covered. */
  readonly gap: Gap | null;
}

interface Placed {
  /** From 1; of the first line of the span. */
  readonly line: number;
  /** UTF-16 offsets in the item's file, half open. */
  readonly span: Span;
}

/** A rule, FAILSAFE, or a constraint with a condition. */
export interface CoveredItem extends Covered, Placed {
  readonly kind: "if" | "for" | "while" | "match" | "let" | "set" | "failsafe" | "constraint";
  /** As decisions name it: `TooClose`, `R3.2`, `C1`, `failsafe`. */
  readonly id: string;
  /** Where the lines and spans are: the policy's file; for an imported constraint, the file it comes from. */
  readonly file: string;
  /** How often it was tried, over all examples and turns of loops. */
  readonly tried: number;
  /** False for LET, SET and constraints: they hold conditions, but are no rules that `rules` counts. */
  readonly counted: boolean;
  readonly branches: readonly CoveredBranch[];
  /** The body, for FOR and WHILE. */
  readonly loop: CoveredClause | null;
  /** The UNKNOWN clause, if there is one. */
  readonly unknown: CoveredClause | null;
  /** The conditions it hangs on and those inside its expressions, in the order they are written. */
  readonly conditions: readonly CoveredCondition[];
}

/** A part that is taken or not. */
export interface CoveredClause extends Covered, Placed {
  /** How often. */
  readonly taken: number;
}

export interface CoveredBranch extends CoveredClause {
  /**
   * - `then`: a condition that holds, of IF or ELSE IF
   * - `else`: an ELSE, or where no condition of an IF without one holds
   * - `arm`: of MATCH; where none fits, `else`
   * - `in` and `out`: an element that WHERE lets in or leaves out
   * - `end`: a WHILE whose condition no longer holds
   * - `value`: a branch or arm of a choice among values; its ELSE is `else`
   */
  readonly kind: "then" | "else" | "arm" | "in" | "out" | "end" | "value";
  /** `IF Distance < 1m`, `ELSE`, `no branch`, `"auto" =>`: for people. */
  readonly text: string;
}

/** A condition with its atoms. */
export interface CoveredCondition extends Placed {
  readonly text: string;
  /** How often it came to each. */
  readonly outcomes: { readonly true: number; readonly false: number; readonly unknown: number };
  readonly atoms: readonly CoveredAtom[];
  /** What its atoms came to together, each combination once, in the order they were met; at most 100. */
  readonly observations: readonly Observation[];
}

export interface CoveredAtom extends Covered, Placed {
  readonly text: string;
  /** How often it came to each; `not evaluated` where what stands before it decides. */
  readonly seen: Readonly<Record<AtomValue, number>>;
  /** How often it decided its condition alone, by its value. */
  readonly decided: { readonly true: number; readonly false: number };
  /** Whether it was both true and false: `conditions` counts it. */
  readonly bothSeen: boolean;
  /** Whether it decided both as true and as false: `mcdc` counts it. */
  readonly independent: boolean;
}

/** One combination of what the atoms of a condition came to. */
export interface Observation {
  readonly values: readonly AtomValue[];
  readonly outcome: "true" | "false" | "unknown";
  readonly count: number;
}
