// What routes share while the runner lives: settings, threads, windows and counts.
import type { DecisionLog } from "./decision-log.ts";
import type { Evaluation } from "./evaluation/evaluation.ts";
import type { Metrics } from "./metrics.ts";
import type { PolicyFolder } from "./policies/policy-folder.ts";
import type { RateWindow } from "./rate-window.ts";
import type { RunnerSettings } from "./settings.ts";

export interface Runner {
  readonly settings: RunnerSettings;
  readonly evaluation: Evaluation;
  readonly counts: RunnerCounts;
  readonly metrics: Metrics;
  /** Null where no folder is served. */
  readonly folder: PolicyFolder | null;
  /** Null where decisions are not recorded. */
  readonly decisionLog: DecisionLog | null;
  /** One window for all requests that are limited. */
  readonly everyone: RateWindow;
  /** Each client's own window, on the validating route. */
  readonly clients: RateWindow;
  readonly compilerVersion: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The instant of a decision whose request names none, ISO 8601. */
  readonly now: () => string;
  /** Set once the runner is about to end: no new work is taken. */
  isDraining: boolean;
}

/** What has happened since the start. */
export interface RunnerCounts {
  /** Every request, limited ones too. */
  requests: number;
  /** Answers of 500 and above. */
  errors: number;
  rateLimited: number;
  /** Documents with errors. */
  parseErrors: number;
  /** Requests that are not answered yet. */
  open: number;
  /** Of these, those that compile or evaluate. */
  working: number;
  /** Of these, those of the validating route, which has a maximum of its own. */
  validating: number;
}

export function noCounts(): RunnerCounts {
  return {
    requests: 0,
    errors: 0,
    rateLimited: 0,
    parseErrors: 0,
    open: 0,
    working: 0,
    validating: 0,
  };
}
