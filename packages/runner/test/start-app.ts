// A runner's application for tests: threads from source, a clock that stands still, requests without a socket.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type App, createApp } from "../src/app.ts";
import { startThreadPool } from "../src/evaluation/thread-pool.ts";
import { createRateWindow } from "../src/rate-window.ts";
import { noCounts, type Runner } from "../src/runner.ts";
import { readSettings, type Variables } from "../src/settings.ts";

export interface TestRunner {
  readonly app: App;
  readonly runner: Runner;
  /** Sets the windows' clock, in milliseconds. */
  readonly at: (milliseconds: number) => void;
  readonly end: () => Promise<void>;
}

let bundled: Promise<URL> | null = null;

/** The threads' script from source: threads cannot be given a loader, so it is bundled, once for each process. */
function bundledThread(): Promise<URL> {
  bundled ??= bundleThread();
  return bundled;
}

async function bundleThread(): Promise<URL> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const outfile = join(root, "node_modules", ".cache", `thread-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "src", "evaluation", "thread.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["piscina"],
    conditions: ["omega-source"],
    logLevel: "warning",
  });
  return pathToFileURL(outfile);
}

/** Starts an application with variables; without them nothing is limited. */
export async function startApp(variables: Variables = {}): Promise<TestRunner> {
  const open = { OMEGA_RATE_LIMIT: "0", VALIDATE_RATE_LIMIT_MAX: "0", OMEGA_WORKERS: "1" };
  const reading = readSettings([variables, open], { cores: 2, version: "1.0.0" });
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  const { settings } = reading;
  let time = 0;
  const now = (): number => time;
  const pool = startThreadPool({
    script: await bundledThread(),
    threads: settings.workers,
    timeoutMilliseconds: settings.evaluationTimeout,
    memoryMegabytes: settings.evaluationMegabytes,
    cacheBytes: 16_000_000,
  });
  const runner: Runner = {
    settings,
    pool,
    counts: noCounts(),
    everyone: createRateWindow({ kind: "fixed", limit: settings.rateLimit, length: 1000, now }),
    clients: createRateWindow({
      kind: "sliding",
      limit: settings.clientMaximum,
      length: settings.clientWindow,
      now,
    }),
    compilerVersion: "1.0.0-test",
    startedAt: 0,
    isDraining: false,
  };
  const app = await createApp(runner, false);
  return {
    app,
    runner,
    at(milliseconds) {
      time = milliseconds;
    },
    async end() {
      await app.close();
      await pool.close();
    },
  };
}
