// What a described policy is: everything a page for people says, as data. Renderers choose the looks, not the words.
import type { Severity } from "../diagnostics/diagnostic.ts";
import type { DecisionTable } from "./decision-table.ts";
import type { DescribedCoverage } from "./describe-coverage.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Phrase } from "./phrase.ts";
import type { DescribedCondition } from "./phrase-condition.ts";
import type { TraceMatrix } from "./trace-matrix.ts";
import type { Wording } from "./wording.ts";

export interface PolicyDescription {
  readonly wording: Wording;
  readonly file: string;
  /** The file's name in words. */
  readonly title: string;
  /** The policy a suite of examples is for; null for a policy. */
  readonly suiteFor: string | null;
  /** Null where the document states none. */
  readonly purpose: string | null;
  /** Of the policy with its imports. */
  readonly sha256: string;
  readonly findings: readonly DescribedFinding[];
  /** CONTEXT entries in prose: Domain, Location. */
  readonly facts: readonly DescribedEntry[];
  readonly assumptions: readonly string[];
  readonly imports: readonly string[];
  readonly actors: readonly DescribedActor[];
  readonly actions: readonly DescribedAction[];
  readonly inputs: readonly DescribedInput[];
  readonly sections: readonly DescribedSection[];
  readonly failsafe: string | null;
  readonly flow: FlowGraph;
  readonly constraints: readonly DescribedConstraint[];
  readonly impacts: readonly DescribedEntry[];
  readonly effects: readonly Phrase[];
  readonly trace: TraceMatrix;
  readonly examples: readonly DescribedExample[];
  /** Null where it was not measured. */
  readonly coverage: DescribedCoverage | null;
  /** Null without a REVIEW section. */
  readonly review: DescribedReview | null;
  /** The document's lines. */
  readonly source: readonly string[];
}

/** A mistake or a remark of the checker. */
export interface DescribedFinding {
  readonly severity: Exclude<Severity, "info">;
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

/** `- Label: text`, in the author's words. */
export interface DescribedEntry {
  readonly label: string;
  readonly text: string;
}

export interface DescribedActor {
  readonly role: string;
  readonly rank: string;
  /** Null: any action, for the document limits nobody. */
  readonly may: readonly string[] | null;
  readonly approves: readonly string[];
}

/** An action that a rule takes, or that an actor may take. */
export interface DescribedAction {
  readonly name: string;
  readonly actors: readonly string[];
  readonly approvers: readonly string[];
  /** Ids, in document order. */
  readonly rules: readonly string[];
}

/** A reading, or a part of one. */
export interface DescribedInput {
  readonly name: string;
  /** 0 for a reading, more for parts of parts. */
  readonly depth: number;
  readonly type: string;
  /** As people write it; "" for none. */
  readonly unit: string;
  /** "" where any value will do. */
  readonly range: string;
  readonly optional: boolean;
  /** The greatest age in words; null where age does not matter. */
  readonly freshness: string | null;
  readonly standIn: { readonly kind: "default" | "sample"; readonly text: string } | null;
  readonly declared: boolean;
  /** The imported file that declares it; null for the document's own. */
  readonly from: string | null;
  /** Ids of the rules that read it, also through LET names and loops; of a whole reading only. */
  readonly rules: readonly string[];
}

/** A RULE section. */
export interface DescribedSection {
  readonly title: string | null;
  readonly rules: readonly DescribedRule[];
  /** Its rules side by side, where their conditions are alike enough. */
  readonly table: DecisionTable | null;
  /** Its own flow, where that of the whole policy is by section. */
  readonly flow: FlowGraph | null;
}

export interface DescribedRule {
  /** A definition is a LET or SET; an unreadable item has its text in `source` alone. */
  readonly kind: "rule" | "definition" | "unreadable";
  /** Label or position; null for all but rules. */
  readonly id: string | null;
  readonly line: number;
  readonly statements: readonly Statement[];
  readonly table: DecisionTable | null;
  /** The rules in its body. */
  readonly rules: readonly DescribedRule[];
  /** In canonical form; as written where it could not be read. */
  readonly source: string;
}

/** A sentence of a rule. */
export interface Statement {
  /** The sentence up to its actions, condition included: "When Distance is below 1 m". */
  readonly lead: Phrase;
  /** The condition by its parts, where it is long enough to be set out as a list under `opening`; else null. */
  readonly condition: DescribedCondition | null;
  /** "When all of these hold"; null without `condition`. */
  readonly opening: Phrase | null;
  /** Null where rules follow instead, or nothing does. */
  readonly actions: readonly Phrase[] | null;
}

export interface DescribedConstraint {
  readonly id: string | null;
  readonly category: string;
  readonly meaning: Phrase;
  readonly how: string;
  readonly formal: boolean;
  readonly from: string | null;
}

export interface DescribedExample {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly given: readonly Phrase[];
  readonly expected: readonly string[];
  /** What was decided; null where it could not be run, or was not. */
  readonly decided: string | null;
  /** Null where it was not run. */
  readonly status: "passed" | "failed" | "error" | null;
  /** Why it does not hold. */
  readonly message: string;
}

export interface DescribedReview {
  readonly status: "current" | "overdue" | "unscheduled" | "unreadable";
  readonly last: string | null;
  readonly due: string | null;
  /** Every entry as written, but the date of the last review. */
  readonly entries: readonly DescribedEntry[];
  readonly prose: readonly string[];
}

export type { DescribedCondition };
