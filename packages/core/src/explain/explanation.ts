// What an explanation is: the tree of everything a policy asks, with how each question came out in one decision.
// docs/explanations.md describes it as the JSON that `omegac explain --format json` prints.
import type {
  ActionEvent,
  DecisionStatus,
  DefaultedAttribute,
  PendingAction,
  ReachedLimit,
  ReportedUnknown,
  TraceAtom,
  Violation,
  WithheldAction,
} from "../evaluate/decision.ts";
import type { UnknownCause } from "../evaluate/value.ts";

export interface Explanation {
  readonly schemaVersion: 1;
  readonly status: DecisionStatus;
  readonly actions: readonly ActionEvent[];
  readonly pending: readonly PendingAction[];
  readonly withheld: readonly WithheldAction[];
  readonly violations: readonly Violation[];
  /** Every rule but LET and SET, in the document's order; those of loops once for each turn. */
  readonly rules: readonly ExplainedRule[];
  readonly failsafe: ExplainedClause | null;
  /** Every formal constraint but MAX LOOP. */
  readonly constraints: readonly ExplainedConstraint[];
  /** What kept items from being decided. */
  readonly unknowns: readonly ReportedUnknown[];
  readonly defaulted: readonly DefaultedAttribute[];
  readonly limits: readonly ReachedLimit[];
  /** Null unless an action was asked about. */
  readonly action: ExplainedAction | null;
}

/** How a rule or clause came out: it held, it did not, a datum was missing, or evaluation never came to it. */
export type ExplainedOutcome = "fired" | "not fired" | "unknown" | "not reached";

/** Why evaluation never came to something. */
export type UnreachedReason =
  /** A clause above it was taken. */
  | "earlier clause"
  /** A clause above it could not be decided, which leaves the whole rule undecided. */
  | "undecided before"
  /** An UNKNOWN clause where nothing was unknown. */
  | "nothing unknown"
  /** The body of a loop: over an empty list, over an unknown one, of elements none of which WHERE let in. */
  | "empty list"
  | "unknown list"
  | "no element selected"
  /** The body of a WHILE whose condition did not hold, or could not be decided. */
  | "condition false"
  | "condition unknown"
  /** It stands in a rule that was not reached. */
  | "outer rule"
  /** A FAILSAFE that was not needed. */
  | "decided without it"
  /** A limit ended the evaluation before. */
  | "evaluation ended";

export interface ExplainedClause {
  /** `IF Distance < 1m`, `ELSE`, `"auto" =>`, `WHERE …`, `UNKNOWN`. */
  readonly clause: string;
  readonly line: number;
  readonly outcome: ExplainedOutcome;
  /** Null unless the outcome is `not reached`. */
  readonly unreached: UnreachedReason | null;
  /** The atoms that decided it: each alone would have changed the outcome, or all of them together. */
  readonly deciding: readonly TraceAtom[];
  /** Which data left it open; empty unless the outcome is `unknown`. */
  readonly missing: readonly UnknownCause[];
  /** The actions it takes when it holds. */
  readonly takes: readonly string[];
}

export interface ExplainedRule {
  /** Its label, else its position. */
  readonly rule: string;
  readonly line: number;
  readonly kind: "if" | "match" | "for" | "while";
  /** How it begins: `IF Distance < 1m`, `MATCH Mode`, `FOR worker IN Workers`, `WHILE Backlog > 0`. */
  readonly text: string;
  /** Of a FOR, what each element is called in its body; null of all else. */
  readonly variable: string | null;
  readonly outcome: ExplainedOutcome;
  readonly unreached: UnreachedReason | null;
  /** The loop variables in force: `{"worker": "Workers[3]"}`. */
  readonly bindings: { readonly [variable: string]: string };
  /**
   * Of an IF its branches, of a MATCH its arms, and before them its subject where that is unknown, of a FOR its
   * collection; then UNKNOWN, if it has one. A WHILE has its condition in each turn, but here when it was not reached.
   */
  readonly clauses: readonly ExplainedClause[];
  /** Of loops: each element come to, each time the condition was tried. */
  readonly turns: readonly ExplainedTurn[];
  /** The rules in a loop no turn of which came to them. */
  readonly unreachedRules: readonly ExplainedRule[];
}

export interface ExplainedTurn {
  /** The element, `Workers[3]`; of a WHILE the number of the turn, from 1. */
  readonly of: string | number;
  /** WHERE or WHILE; then UNKNOWN, where that answered it. */
  readonly clauses: readonly ExplainedClause[];
  readonly rules: readonly ExplainedRule[];
}

export interface ExplainedConstraint {
  readonly constraint: string;
  readonly line: number;
  /** The clause as printed. */
  readonly text: string;
  /** The actions it is about. */
  readonly about: readonly string[];
  /** `unknown`: its condition is, and so it counts for a prohibition and leaves an ALWAYS open. */
  readonly outcome: "in force" | "not in force" | "unknown" | "violated";
  readonly deciding: readonly TraceAtom[];
  readonly missing: readonly UnknownCause[];
  /** The actions it withheld, each once. */
  readonly withholds: readonly string[];
  /** What is wrong; null unless the outcome is `violated`. */
  readonly violation: string | null;
}

/** One action, across all rules. */
export interface ExplainedAction {
  readonly name: string;
  readonly taken: readonly ActionEvent[];
  readonly pending: readonly PendingAction[];
  readonly withheld: readonly WithheldAction[];
  /** Each clause of the document that takes it; none when no rule does. */
  readonly sources: readonly ActionSource[];
  /** Those that are about it. */
  readonly constraints: readonly ExplainedConstraint[];
}

/** A clause that takes the action asked about, and how it came out each time it was tried. */
export interface ActionSource {
  readonly rule: string;
  readonly line: number;
  readonly clause: string;
  readonly attempts: readonly ExplainedAttempt[];
  /** Why there is no attempt; null when there is one. */
  readonly unreached: UnreachedReason | null;
}

/** One attempt at a clause of a rule, constraint or FAILSAFE. */
export interface ExplainedAttempt extends ExplainedClause {
  readonly rule: string;
  readonly bindings: { readonly [variable: string]: string };
}
