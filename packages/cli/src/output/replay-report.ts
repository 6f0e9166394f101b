// What a replay comes to: counts, and the decisions that change.
import type { ChangeKind, Decision, DecisionRecord } from "@omega/core";

/** The counts, kept while the log is read: they take the same room however long it is. */
export interface ReplayReport {
  /** All records, but for those of other policies. */
  records: number;
  same: number;
  /** The same decision, for other reasons. */
  otherReasons: number;
  changed: number;
  /** How many decisions change in each way; one may in several. */
  readonly kinds: Map<ChangeKind, number>;
  /** Records in which something that matters is masked. */
  masked: number;
  /** Records of other versions of OMEGA, by version. */
  readonly otherEngine: Map<string, number>;
  otherPolicy: number;
  /** Lines that hold no record, and what is wrong with the first of them. */
  unreadable: number;
  readonly flaws: { readonly file: string; readonly line: number; readonly reason: string }[];
}

/** A decision that changes. */
export interface ReplayedChange {
  readonly file: string;
  readonly line: number;
  readonly record: DecisionRecord;
  readonly changes: readonly ChangeKind[];
  readonly after: Decision;
}
