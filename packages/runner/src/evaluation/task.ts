// What is asked of an evaluation thread, and what it answers. Plain data: both go from thread to thread as copies.

/** A document with the texts that it may import, by their paths beside it. */
export interface Submission {
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
  /** How diagnostics name the document. */
  readonly file: string;
}

export type Task =
  | ({ readonly kind: "compile" } & Submission)
  | ({ readonly kind: "check" } & Submission)
  | ({ readonly kind: "format" } & Submission)
  | ({
      readonly kind: "validate";
      /** JSON text; null where only the document is asked about. */
      readonly context: string | null;
      readonly now: string | null;
    } & Submission)
  | ({
      readonly kind: "evaluate";
      /** JSON text: one context, or with `isBatch` a list of them. */
      readonly contexts: string;
      readonly isBatch: boolean;
      readonly now: string | null;
      readonly trace: boolean;
    } & Submission)
  | ({
      readonly kind: "explain";
      readonly context: string;
      readonly action: string | null;
      readonly now: string | null;
    } & Submission);

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
  /** The decisions made, as JSON text each, for the decision log. */
  readonly decisions: readonly string[];
}
