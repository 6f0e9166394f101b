// What comparing two policies gives: where they decide differently, what could not be proved, and what changed in the text.
import type { Decision } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { PolicyChanges } from "./policy-changes.ts";
import type { Side } from "./shared-input.ts";

export interface PolicyComparison {
  /** `not proven`: no difference was found, and something could not be proved. */
  readonly outcome: "equivalent" | "different" | "not proven";
  readonly differences: readonly PolicyDifference[];
  readonly notProven: readonly UnprovedPart[];
  /** The longest lists of the input that a proof covers; null where none depends on that. */
  readonly listBound: number | null;
  readonly changes: PolicyChanges;
}

/**
 * - `taken`: an action is taken. `pending`: it waits for approval. `withheld`: a constraint withholds it.
 * - `arguments`: it is taken with other arguments, or more often. `order`: actions are taken in another order.
 * - `status`: the decision's status.
 */
export type DifferenceKind = "taken" | "pending" | "withheld" | "arguments" | "order" | "status";

/** A context on which the policies decide differently, as evaluating both confirms. */
export interface PolicyDifference {
  readonly kind: DifferenceKind;
  /** Null for `order` and `status`. */
  readonly action: string | null;
  /** Where only one of the two takes it, has it wait or withholds it: which; else null. */
  readonly only: Side | null;
  /** The rules that take the action, by id, in each; of `order` and `status`, those that the two have not in common. */
  readonly rules: { readonly old: readonly string[]; readonly new: readonly string[] };
  readonly context: JsonRecord;
  /** The instant of both decisions. */
  readonly now: string;
  /** Whether it shows only where a number of an attribute whose unit changed comes without its unit. */
  readonly needsBareNumber: boolean;
  readonly old: Decision;
  readonly new: Decision;
}

/** What may differ though no context was found that shows it. */
export interface UnprovedPart {
  readonly kind: DifferenceKind;
  readonly action: string | null;
  /** Completes "not proven: ". */
  readonly reason: string;
}
