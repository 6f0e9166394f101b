// A runner's life: it comes together, listens, says who it is, and ends when it is asked to, with nothing left half done.
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { engineVersion } from "@omega/core";
import type { FastifyBaseLogger } from "fastify";
import { type AppOptions, createApp } from "./app.ts";
import { compilerVersion } from "./compiler-version.ts";
import { type DecisionLog, openDecisionLog } from "./decision-log.ts";
import { createEvaluation } from "./evaluation/evaluation.ts";
import { startThreadPool, type ThreadPool } from "./evaluation/thread-pool.ts";
import { createMetrics } from "./metrics.ts";
import { openPolicyFolder, type PolicyFolder } from "./policies/policy-folder.ts";
import {
  pidFileOf,
  readPidFile,
  removePidFile,
  stopFileOf,
  writePidFile,
} from "./process/pid-file.ts";
import { processStart } from "./process/process-start.ts";
import { createRateWindow } from "./rate-window.ts";
import { noCounts, type Runner } from "./runner.ts";
import type { RunnerSettings } from "./settings.ts";

export interface RunningRunner {
  readonly address: string;
  readonly port: number;
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly runner: Runner;
  /** Ends it: no new work, open requests finish within their time, then it stops listening. Once; then the same promise. */
  readonly drain: () => Promise<void>;
  /** Ends it without waiting for open requests any longer. */
  readonly hurry: () => Promise<void>;
  /** Resolves when it has ended, however it was asked to. */
  readonly ended: Promise<void>;
}

export interface StartOptions {
  readonly settings: RunnerSettings;
  /** The script of evaluation threads. */
  readonly threadScript: URL;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Null logs nothing. */
  readonly logger: FastifyBaseLogger | null;
  readonly patience?: AppOptions["patience"];
}

/** Why a runner did not start, in words for whoever started it. */
export class StartFailure extends Error {}

const stopFileInterval = 250;
/** Milliseconds for the first thread to load the engine, on a machine that has much else to do. */
const startPatience = 30_000;

/** Starts a runner. Rejects with a `StartFailure` where it cannot. */
export async function startRunner(options: StartOptions): Promise<RunningRunner> {
  const { settings, logger, environment } = options;
  const clock = (): number => performance.now();
  const now = (): string => new Date().toISOString();
  const pool = startThreadPool({
    script: options.threadScript,
    threads: settings.workers,
    timeoutMilliseconds: settings.evaluationTimeout,
    memoryMegabytes: settings.evaluationMegabytes,
  });
  const opened: (() => Promise<void>)[] = [pool.close];
  try {
    await warmUp(pool);
    const folder = await openFolder(settings, pool, logger);
    if (folder !== null) opened.push(folder.close);
    const decisionLog = await openLog(settings, logger);
    if (decisionLog !== null) opened.push(decisionLog.close);
    const startedAt = Date.now();
    const parts = {
      settings,
      evaluation: createEvaluation(pool, { clock, now }),
      counts: noCounts(),
      folder,
      decisionLog,
      everyone: createRateWindow({
        kind: "fixed",
        limit: settings.rateLimit,
        length: 1000,
        now: clock,
      }),
      clients: createRateWindow({
        kind: "sliding",
        limit: settings.clientMaximum,
        length: settings.clientWindow,
        now: clock,
      }),
      compilerVersion: compilerVersion(engineVersion, environment, new Date(startedAt)),
      startedAt,
      now,
      isDraining: false,
    };
    const runner: Runner = { ...parts, metrics: createMetrics(parts) };
    const { patience } = options;
    const app = await createApp(runner, { logger, ...(patience && { patience }) });
    await listen(app, settings);
    opened.push(() => app.close());
    const bound = app.server.address();
    const { address, port } =
      typeof bound === "object" && bound !== null
        ? bound
        : { address: settings.host, port: settings.port };
    const pidFile = settings.pidFile ?? pidFileOf(port, environment);
    await claimPidFile(pidFile, { host: address, port });

    let end: Promise<void> | null = null;
    const drain = (): Promise<void> => {
      end ??= endRunner();
      return end;
    };
    let isHurried = false;
    const hurry = (): Promise<void> => {
      isHurried = true;
      return drain();
    };
    let hasEnded = (): void => {};
    const ended = new Promise<void>((resolve) => {
      hasEnded = resolve;
    });
    const watching = setInterval(() => {
      if (existsSync(stopFileOf(pidFile))) void drain();
    }, stopFileInterval).unref();

    async function endRunner(): Promise<void> {
      clearInterval(watching);
      runner.isDraining = true;
      logger?.info({ open: runner.counts.open }, "draining");
      const until = clock() + settings.drainTimeout;
      while (runner.counts.open > 0 && clock() < until && !isHurried) await wait(20);
      const left = runner.counts.open;
      if (left > 0) logger?.warn({ open: left }, "open requests are cut off");
      const closing = app.close();
      app.server.closeAllConnections();
      await closing;
      await pool.close();
      await folder?.close();
      await decisionLog?.close();
      await removePidFile(pidFile, process.pid);
      logger?.info("ended");
      hasEnded();
    }

    const shown = address.includes(":") ? `[${address}]` : address;
    return { address, port, url: `http://${shown}:${port}`, runner, drain, hurry, ended };
  } catch (error) {
    for (const close of opened.reverse()) await close();
    throw error;
  }
}

/** Waits until a thread can work: whoever is told that the runner listens may send work. */
async function warmUp(pool: ThreadPool): Promise<void> {
  const document = { code: "", files: {}, file: "policy.omni" };
  const deadline = performance.now() + startPatience;
  while (performance.now() < deadline) {
    const outcome = await pool.run({ kind: "format", ...document });
    if (outcome.kind === "done") return;
    if (outcome.kind === "crash") {
      throw new StartFailure(`the evaluation threads do not start: ${outcome.reason}`);
    }
    if (pool.ready() > 0) return;
  }
  throw new StartFailure("the evaluation threads do not start: give them more memory or time");
}

async function openFolder(
  { policies }: RunnerSettings,
  pool: Parameters<typeof openPolicyFolder>[1],
  logger: FastifyBaseLogger | null,
): Promise<PolicyFolder | null> {
  if (policies === null) return null;
  try {
    return await openPolicyFolder(policies, pool, (problem) => logger?.error(problem));
  } catch (error) {
    throw new StartFailure(`the folder of policies \`${policies}\` ${reasonOf(error)}`);
  }
}

async function openLog(
  settings: RunnerSettings,
  logger: FastifyBaseLogger | null,
): Promise<DecisionLog | null> {
  const { decisionLog: path } = settings;
  if (path === null) return null;
  try {
    return await openDecisionLog({
      ...settings,
      path,
      complain: (error) => logger?.error({ err: error }, "the decision log cannot be written"),
    });
  } catch (error) {
    throw new StartFailure(`the decision log \`${path}\` ${reasonOf(error)}`);
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createApp>>,
  { host, port }: RunnerSettings,
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new StartFailure(listenProblem(codeOf(error), host, port) ?? String(error));
  }
}

function listenProblem(code: unknown, host: string, port: number): string | null {
  switch (code) {
    case "EADDRINUSE":
      return `port ${port} of ${host} is in use; stop what uses it, or choose another with \`--port\``;
    case "EACCES":
      return `port ${port} of ${host} may not be used by this user; choose one from 1024 with \`--port\``;
    case "EADDRNOTAVAIL":
      return `${host} is no address of this machine`;
    default:
      return null;
  }
}

async function claimPidFile(
  path: string,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  const reading = await readPidFile(path);
  if (reading.kind === "running" && reading.running.pid !== process.pid) {
    const { pid, host: other } = reading.running;
    throw new StartFailure(
      `\`${path}\` is of process ${pid}, which serves port ${port} of ${other}; give this runner a file of its own by \`--pid-file\``,
    );
  }
  if (reading.kind === "untrusted") {
    throw new StartFailure(`\`${path}\` cannot be the pid file: ${reading.reason}`);
  }
  try {
    const start = await processStart(process.pid);
    await writePidFile(path, { pid: process.pid, start, host, port });
  } catch (error) {
    throw new StartFailure(`the pid file \`${path}\` ${reasonOf(error)}`);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Why a file cannot be used, to follow its name. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "does not exist";
    case "EACCES":
    case "EPERM":
      return "is not allowed";
    case "ENOTDIR":
      return "is no folder";
    case "EISDIR":
      return "is a folder";
    default:
      return `cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
