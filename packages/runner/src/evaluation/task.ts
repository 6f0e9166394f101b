// What is asked of an evaluation thread, and what it answers. Plain data: both go from thread to thread as copies.

/** A document with the texts that it may import, by their paths beside it. */
export interface Submission {
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  /** How diagnostics name the document. */
  readonly file: string;
  /** As `submissionKey` gives it, where it has been computed before: policies that are served, and whatever goes to a thread. */
  readonly key?: string;
}

/** What the records of a task's decisions say besides them; see docs/decision-log.md. */
export interface RecordOrder {
  readonly requestId: string;
  readonly policyName: string | null;
  readonly masks: readonly string[];
}

/** What decides. `now` is the clock of the decisions, ISO 8601. */
interface Deciding extends Submission {
  readonly now: string;
  /** Null where no decision log is kept. */
  readonly record: RecordOrder | null;
}

export type Task =
  | ({ readonly kind: "compile" } & Submission)
  | ({ readonly kind: "check" } & Submission)
  | ({ readonly kind: "format" } & Submission)
  /** What a policy reads of the files beside it, and whether it can decide: asked of folders of policies. */
  | ({ readonly kind: "survey" } & Submission)
  | ({
      readonly kind: "validate";
      /** JSON text; null where only the document is asked about. */
      readonly context: string | null;
    } & Deciding)
  | ({
      readonly kind: "evaluate";
      /** JSON text, written by the runner: one context, or with `isBatch` a list of them. */
      readonly contexts: string;
      readonly isBatch: boolean;
      readonly trace: boolean;
    } & Deciding)
  | ({
      readonly kind: "explain";
      readonly context: string;
      readonly action: string | null;
    } & Deciding);

export type TaskOf<Kind extends Task["kind"]> = Extract<Task, { readonly kind: Kind }>;

/** Milliseconds spent in each stage; absent for those that a task does not have, or that a cache answered. */
export interface StageTimes {
  readonly parse?: number;
  readonly check?: number;
  readonly evaluate?: number;
}

export interface TaskAnswer {
  /** The body's JSON text without what the request alone knows. */
  readonly body: string;
  readonly times: StageTimes;
  /** Whether the document could not be read: counted by metrics. */
  readonly hasParseErrors: boolean;
  /** Hash of the policy, for logs; null where nothing was compiled. */
  readonly policy: string | null;
  /** Whether the policy was compiled before. */
  readonly isCached: boolean;
  /** The records of the decisions made, a line each; empty where none were ordered. */
  readonly records: readonly string[];
}

/** The body of a `survey`. */
export interface Survey {
  readonly ok: boolean;
  /** Of the policy with all it imports; null where it has errors. */
  readonly sha256: string | null;
  /** The first error, with its line. */
  readonly problem: string | null;
  /** The files that it reads. */
  readonly imports: readonly string[];
}
