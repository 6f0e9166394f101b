// The threads that policies are compiled and evaluated in: a hard limit on time and memory, a queue with an end, and a new
// thread for each one that broke a limit.
import { Piscina } from "piscina";
import type { Task, TaskAnswer } from "./task.ts";
import type { ThreadData } from "./thread.ts";

export type PoolOutcome =
  | { readonly kind: "done"; readonly answer: TaskAnswer }
  /** It took longer than it may. */
  | { readonly kind: "timeout" }
  /** It needed more memory than it may. */
  | { readonly kind: "memory" }
  /** Every thread is busy and the queue is full, or the pool is closing. */
  | { readonly kind: "busy" }
  /** The thread ended for a reason of our own making. */
  | { readonly kind: "crash"; readonly error: Error };

export interface ThreadPool {
  readonly run: (task: Task) => Promise<PoolOutcome>;
  readonly queued: () => number;
  /** Threads that were replaced since the start. */
  readonly restarts: () => number;
  readonly close: () => Promise<void>;
}

export interface ThreadPoolOptions {
  /** The thread's script. */
  readonly script: URL;
  readonly threads: number;
  readonly timeoutMilliseconds: number;
  readonly memoryMegabytes: number;
  readonly cacheBytes: number;
}

/** Tasks that may wait for each thread: what waits longer is better told to come back. */
const queuedForThread = 8;

/** Starts the threads; the first task of each loads the engine. */
export function startThreadPool(options: ThreadPoolOptions): ThreadPool {
  const workerData: ThreadData = { cacheBytes: options.cacheBytes };
  const pool = new Piscina({
    filename: options.script.href,
    minThreads: options.threads,
    maxThreads: options.threads,
    maxQueue: options.threads * queuedForThread,
    concurrentTasksPerWorker: 1,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMegabytes },
    env: {},
  });
  let restarts = 0;
  // A thread that ends without a task must not end the process; the pool starts another by itself.
  pool.on("error", () => restarts++);
  return {
    async run(task) {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), options.timeoutMilliseconds);
      try {
        const answer: TaskAnswer = await pool.run(task, { name: "perform", signal: limit.signal });
        return { kind: "done", answer };
      } catch (error) {
        const outcome = outcomeOf(error, limit.signal.aborted);
        if (outcome.kind !== "busy") restarts++;
        return outcome;
      } finally {
        clearTimeout(timer);
      }
    },
    queued: () => pool.queueSize,
    restarts: () => restarts,
    close: () => pool.destroy(),
  };
}

function outcomeOf(error: unknown, aborted: boolean): PoolOutcome {
  if (aborted) return { kind: "timeout" };
  if (!(error instanceof Error)) return { kind: "crash", error: new Error(String(error)) };
  const code: unknown = Reflect.get(error, "code");
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return { kind: "memory" };
  if (/queue.*limit|terminat|destroy|clos/i.test(error.message)) return { kind: "busy" };
  return { kind: "crash", error };
}
