// What routes share while the runner lives: settings, threads, windows and counts.
import type { ThreadPool } from "./evaluation/thread-pool.ts";
import type { RateWindow } from "./rate-window.ts";
import type { RunnerSettings } from "./settings.ts";

export interface Runner {
  readonly settings: RunnerSettings;
  readonly pool: ThreadPool;
  readonly counts: RunnerCounts;
  /** One window for all requests that are limited. */
  readonly everyone: RateWindow;
  /** Each client's own window, on the routes that compile and evaluate. */
  readonly clients: RateWindow;
  readonly compilerVersion: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
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
  /** Requests that compile or evaluate right now. */
  inflight: number;
}

export function noCounts(): RunnerCounts {
  return { requests: 0, errors: 0, rateLimited: 0, parseErrors: 0, inflight: 0 };
}
