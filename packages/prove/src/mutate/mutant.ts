// A mutant: the document with one small mistake in its rules, as an edit of the author's text.

export const mutantKinds = [
  "comparison",
  "boundary",
  "unit",
  "connective",
  "negation",
  "dropped",
  "action",
] as const;
/**
 * - `comparison`: `<` for `<=`, `==` for `!=`, `IN` for `NOT IN`
 * - `boundary`: a number one more or one less in its last digit
 * - `unit`: the same digits in another unit
 * - `connective`: AND for OR
 * - `negation`: a condition turned round
 * - `dropped`: a rule, branch, arm or clause left out
 * - `action`: another action taken, or one of several left out
 */
export type MutantKind = (typeof mutantKinds)[number];

export interface Mutant {
  readonly kind: MutantKind;
  /** The label of the rule around it; "" where it has none. */
  readonly label: string;
  /** From 1. */
  readonly line: number;
  /** What stands there, on one line, and what the mutant has instead; "" for nothing. */
  readonly before: string;
  readonly after: string;
  /** Where the text differs: UTF-16 offsets, half open. */
  readonly span: { readonly start: number; readonly end: number };
  readonly mistake: Mistake;
}

/** What is different. Leaving out and swapping are done to the program: whoever names what is gone elsewhere would object. */
export type Mistake =
  /** Another text at the mutant's span. */
  | { readonly kind: "text"; readonly text: string }
  /** The rule, branch, arm or clause at `span` left out. */
  | { readonly kind: "drop"; readonly span: Mutant["span"] }
  /** The action at `span`: another, or none. */
  | { readonly kind: "action"; readonly span: Mutant["span"]; readonly name: string | null };
