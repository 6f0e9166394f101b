// A runner's application for tests: threads from source, a clock that stands still, requests without a socket.
import { type App, createApp } from "../src/app.ts";
import type { DecisionLog } from "../src/decision-log.ts";
import { createEvaluation } from "../src/evaluation/evaluation.ts";
import { startThreadPool } from "../src/evaluation/thread-pool.ts";
import { createMetrics } from "../src/metrics.ts";
import { openPolicyFolder } from "../src/policies/policy-folder.ts";
import { createRateWindow } from "../src/rate-window.ts";
import { noCounts, type Runner } from "../src/runner.ts";
import { readSettings } from "../src/settings.ts";
import { bundledThread } from "./bundle-thread.ts";

export interface TestRunner {
  readonly app: App;
  readonly runner: Runner;
  /** Sets the windows' clock, in milliseconds. */
  readonly at: (milliseconds: number) => void;
  readonly end: () => Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

/** What a test gives besides variables. */
interface Additions {
  readonly decisionLog?: DecisionLog;
  readonly policies?: string;
}

// A busy machine is no mistake of the code's.
const open = {
  OMEGA_RATE_LIMIT: "0",
  VALIDATE_RATE_LIMIT_MAX: "0",
  OMEGA_WORKERS: "1",
  OMEGA_EVAL_TIMEOUT_MS: "20000",
};

/** Starts an application with variables; without them nothing is limited. */
export async function startApp(
  variables: Variables = {},
  { decisionLog, policies }: Additions = {},
): Promise<TestRunner> {
  const values = { ...open, ...variables };
  const reading = readSettings([{ kind: "environment", values }], { cores: 2, version: "1.0.0" });
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  const { settings } = reading;
  let time = 0;
  const clock = (): number => time;
  const pool = startThreadPool({
    script: await bundledThread(),
    threads: settings.workers,
    timeoutMilliseconds: settings.evaluationTimeout,
    memoryMegabytes: settings.evaluationMegabytes,
  });
  const folder =
    policies === undefined ? null : await openPolicyFolder(policies, pool, () => undefined);
  const now = (): string => "2026-05-01T08:00:00.000Z";
  const { rateLimit, clientMaximum, clientWindow } = settings;
  const parts = {
    settings,
    // Pauses between policies compiled on the event loop pass a hundred times as fast.
    evaluation: createEvaluation(pool, { clock: () => performance.now() * 100, now }),
    counts: noCounts(),
    folder,
    decisionLog: decisionLog ?? null,
    everyone: createRateWindow({ kind: "fixed", limit: rateLimit, length: 1000, now: clock }),
    clients: createRateWindow({
      kind: "sliding",
      limit: clientMaximum,
      length: clientWindow,
      now: clock,
    }),
    compilerVersion: "1.0.0-test",
    startedAt: 0,
    now,
    isDraining: false,
  };
  const runner: Runner = { ...parts, metrics: createMetrics(parts) };
  const app = await createApp(runner);
  return {
    app,
    runner,
    at(milliseconds) {
      time = milliseconds;
    },
    async end() {
      await app.close();
      await folder?.close();
      await pool.close();
    },
  };
}
