// A decision: the one result of evaluation, as programs and people read it. Serialised as RFC 8785 JSON.
import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";
import type { JsonValue } from "./canonical-json.ts";
import type { UnknownCause, UnknownReason } from "./value.ts";

/** Worst first. */
export const decisionStatuses = [
  "rejected",
  "limited",
  "violated",
  "incomplete",
  "decided",
] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

export interface Decision {
  readonly status: DecisionStatus;
  readonly actions: readonly ActionEvent[];
  /** Actions that wait for an approval; not to be carried out before it. */
  readonly pending: readonly PendingAction[];
  readonly withheld: readonly WithheldAction[];
  readonly violations: readonly Violation[];
  readonly unknowns: readonly ReportedUnknown[];
  /** Attributes whose sample stood in for a missing reading. */
  readonly defaulted: readonly DefaultedAttribute[];
  readonly logs: readonly LogEntry[];
  /** Why the status is `rejected`; empty otherwise. */
  readonly problems: readonly ContextProblem[];
  /** Which limits were reached, in order; empty unless the status is `limited` (or worse). */
  readonly limits: readonly ReachedLimit[];
  readonly usage: { readonly steps: number; readonly limit: number };
  readonly policy: { readonly intent: string; readonly sha256: string };
  /** Null when the context is no JSON. */
  readonly context: { readonly sha256: string | null };
  readonly options: { readonly sha256: string };
  readonly engine: string;
  /** ISO 8601, or null when the host gave no clock. */
  readonly now: string | null;
  /** sha256 of the canonical JSON of the decision without `id`, `trace` and `logs`. */
  readonly id: string;
  readonly trace?: readonly TraceEntry[];
}

/** One action taken by one rule. Arguments as JSON: quantities `{"value","unit"}`, positional ones `_0`, `_1`. */
export interface ActionEvent {
  readonly name: string;
  readonly args: { readonly [name: string]: JsonValue };
  readonly rule: string;
  readonly line: number;
  /** `{"worker": "Workers[3]"}`. */
  readonly bindings: { readonly [variable: string]: string };
  readonly actors: readonly string[];
}

export interface PendingAction extends ActionEvent {
  readonly approvers: readonly string[];
}

export interface WithheldAction extends ActionEvent {
  readonly constraint: string;
}

export interface Violation {
  readonly constraint: string;
  readonly line: number;
  readonly message: string;
}

export interface ReportedUnknown {
  readonly path: string;
  /** The rule, `C1`-like constraint label, or `failsafe` that met it. */
  readonly rule: string;
  readonly reason: UnknownReason;
  /** True when an UNKNOWN clause answered it. Absent otherwise. */
  readonly handled?: true;
}

export interface DefaultedAttribute {
  readonly path: string;
  readonly value: JsonValue;
}

export interface LogEntry {
  readonly rule: string;
  readonly value: JsonValue;
}

export interface ReachedLimit {
  /** `whileIterations` where a WHILE reached its MAX: that ends the loop only, every other limit the evaluation. */
  readonly limit: LimitName;
  /** The rule, constraint or `failsafe` under evaluation. */
  readonly rule: string;
  readonly maximum: number;
}

/** What keeps a context, a clock or a document from being evaluated at all. */
export interface ContextProblem {
  /** Its entry in the registry of diagnostics, `OM6005`. */
  readonly code: DiagnosticCode;
  /** In the context, `Workers[2].distance`; "" for all of it. */
  readonly path: string;
  readonly message: string;
}

/** One thing that a rule, constraint or `failsafe` tried, in order of evaluation. */
export interface TraceEntry {
  readonly rule: string;
  readonly line: number;
  readonly bindings: { readonly [variable: string]: string };
  /**
   * What was tried: 0 is IF, then each ELSE IF; an arm of MATCH by position; 0 for the condition of WHERE, WHILE and of
   * a constraint; `else` and `unknown` when that clause was taken; null for FOR's collection, MATCH's subject and FAILSAFE.
   */
  readonly branch: number | "else" | "unknown" | null;
  /** The condition, pattern, collection or subject as written. */
  readonly text: string;
  /** `fired` when it held and what it governs was done. A list FOR ran over has fired, an empty one has not. */
  readonly outcome: "fired" | "not fired" | "unknown";
  /** Those of the condition; before them, for an arm of MATCH, its pattern. */
  readonly atoms: readonly TraceAtom[];
  /** Which data left it open; absent unless the outcome is `unknown`. */
  readonly causes?: readonly UnknownCause[];
}

/** An atom of a condition: its text and value; `not evaluated` when short-circuited. In loops, the last turn's. */
export interface TraceAtom {
  readonly text: string;
  readonly value: "true" | "false" | "unknown" | "not evaluated";
  /** The values compared, as JSON, where the atom is a comparison: for people, so long ones are cut. */
  readonly operands: readonly TraceOperand[];
}

export interface TraceOperand {
  readonly text: string;
  readonly value: JsonValue;
}

/** Bounds on one evaluation, each reached as status `limited`, never as an exception. */
export interface Limits {
  /** See `spend` in state.ts for what a step is. */
  readonly steps: number;
  /** Of one FOR or WHILE; a FOR counts every element it comes to. */
  readonly iterations: number;
  /** Of a WHILE that names no MAX. */
  readonly whileIterations: number;
  readonly actions: number;
  readonly listLength: number;
  /** UTF-8 bytes of one text. */
  readonly textLength: number;
  readonly depth: number;
}
export type LimitName = keyof Limits;

export const defaultLimits: Limits = {
  steps: 100_000,
  iterations: 1_000,
  whileIterations: 50,
  actions: 10_000,
  listLength: 10_000,
  textLength: 65_536,
  depth: 64,
};
