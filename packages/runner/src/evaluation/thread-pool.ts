// The threads that policies are compiled and evaluated in: a hard limit on time and memory, a queue with an end, and a new
// thread for each one that broke a limit. Why it is our own: docs/decisions/040-threads-of-the-runner.md.
import { Worker } from "node:worker_threads";
import type { Task, TaskAnswer } from "./task.ts";
import type { ThreadData, ThreadMessage } from "./thread-message.ts";

export type PoolOutcome =
  | { readonly kind: "done"; readonly answer: TaskAnswer }
  /** It took longer than it may, counted from when a thread took it up. */
  | { readonly kind: "timeout" }
  /** It needed more memory than it may. */
  | { readonly kind: "memory" }
  /** Every thread is busy and the queue is full, or it has waited too long, or the pool is closing. */
  | { readonly kind: "busy" }
  /** Nobody waits for it any more, and it was not begun. */
  | { readonly kind: "abandoned" }
  /** The thread ended, or failed, for a reason of our own making. */
  | { readonly kind: "crash"; readonly reason: string };

export interface ThreadPool {
  /**
   * Has a task done. Tasks of the same `key` go to the same thread where it is free: it has compiled that policy before.
   * One that is still waiting when `signal` is aborted is dropped. Never rejects.
   */
  readonly run: (task: Task, key?: string, signal?: AbortSignal) => Promise<PoolOutcome>;
  readonly queued: () => number;
  readonly busy: () => number;
  /** Threads that have loaded the engine. */
  readonly ready: () => number;
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
}

/** Tasks that may wait for each thread: what would wait longer is better told to come back. */
const queuedForThread = 32;
/** Milliseconds that a task may wait, besides the time that one task may take. */
const patience = 2000;
/** Milliseconds before a thread that failed to start is started again: what is broken stays so for a while. */
const pause = 1000;
/** The share of a thread's memory that compiled policies may take. */
const cacheShare = 1 / 4;

interface Job {
  readonly task: Task;
  readonly key: string;
  readonly settle: (outcome: PoolOutcome) => void;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/** Starts the threads. Tasks wait until the first has loaded the engine. */
export function startThreadPool(options: ThreadPoolOptions): ThreadPool {
  const { script, threads: wanted, timeoutMilliseconds, memoryMegabytes } = options;
  const places: (Thread | null)[] = Array.from({ length: wanted }, () => null);
  const queue = new Set<Job>();
  let restarts = 0;
  let isClosing = false;

  function start(place: number): void {
    const workerData: ThreadData = { cacheBytes: memoryMegabytes * 1_048_576 * cacheShare };
    const worker = new Worker(script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      // Nothing that the process was told reaches code that works on strangers' documents.
      env: {},
      execArgv: [],
      stdin: false,
    });
    const thread: Thread = { worker, isReady: false, job: null, timer: undefined };
    places[place] = thread;
    worker.on("message", (message: ThreadMessage) => {
      switch (message.kind) {
        case "ready":
          thread.isReady = true;
          break;
        case "answer":
          finish(thread, { kind: "done", answer: message.answer });
          break;
        case "failure":
          finish(thread, { kind: "crash", reason: message.message });
          break;
      }
      dispatch();
    });
    worker.on("error", (error) => {
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      const reason = error.stack ?? error.message;
      replace(place, thread, isMemory ? { kind: "memory" } : { kind: "crash", reason });
    });
    worker.on("exit", (code) => {
      replace(place, thread, { kind: "crash", reason: `the thread ended with status ${code}` });
    });
  }

  /** Ends a thread that broke a limit, or has ended, and starts another in its place. */
  function replace(place: number, thread: Thread, outcome: PoolOutcome): void {
    if (places[place] !== thread) return;
    places[place] = null;
    finish(thread, outcome);
    void thread.worker.terminate();
    if (isClosing) return;
    restarts++;
    if (thread.isReady) start(place);
    else setTimeout(() => !isClosing && places[place] === null && start(place), pause).unref();
  }

  function finish(thread: Thread, outcome: PoolOutcome): void {
    clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = null;
    job?.settle(outcome);
  }

  /** Gives waiting tasks to free threads, in order. */
  function dispatch(): void {
    for (const job of queue) {
      const place = freePlace(job.key);
      const thread = places[place];
      if (thread == null) return;
      queue.delete(job);
      thread.job = job;
      thread.timer = setTimeout(
        () => replace(place, thread, { kind: "timeout" }),
        timeoutMilliseconds,
      );
      thread.worker.postMessage(job.task);
    }
  }

  /** The place of a free thread, the one that has met the key before if it is free; -1 when there is none. */
  function freePlace(key: string): number {
    const isFree = (thread: Thread | null | undefined): boolean =>
      thread?.isReady === true && thread.job === null;
    const usual = placeOf(key, wanted);
    return isFree(places[usual]) ? usual : places.findIndex(isFree);
  }

  for (let place = 0; place < wanted; place++) start(place);

  return {
    run: (task, key = "", signal) =>
      new Promise((resolve) => {
        if (isClosing || queue.size >= wanted * queuedForThread) {
          resolve({ kind: "busy" });
          return;
        }
        const giveUp = (outcome: PoolOutcome): void => {
          if (queue.delete(job)) job.settle(outcome);
        };
        const abandon = (): void => giveUp({ kind: "abandoned" });
        const waiting = setTimeout(() => giveUp({ kind: "busy" }), timeoutMilliseconds + patience);
        const job: Job = {
          task,
          key,
          settle(outcome) {
            clearTimeout(waiting);
            signal?.removeEventListener("abort", abandon);
            resolve(outcome);
          },
        };
        queue.add(job);
        signal?.addEventListener("abort", abandon, { once: true });
        if (signal?.aborted === true) abandon();
        dispatch();
      }),
    queued: () => queue.size,
    busy: () => places.filter((thread) => thread?.job != null).length,
    ready: () => places.filter((thread) => thread?.isReady === true).length,
    restarts: () => restarts,
    async close() {
      isClosing = true;
      for (const job of queue) {
        queue.delete(job);
        job.settle({ kind: "busy" });
      }
      const ending = places.map((thread, place) => {
        if (thread === null) return null;
        places[place] = null;
        finish(thread, { kind: "busy" });
        return thread.worker.terminate();
      });
      await Promise.all(ending);
    },
  };
}

/** Spreads keys, which are hashes, evenly over places. */
function placeOf(key: string, places: number): number {
  let sum = 0;
  for (let index = 0; index < Math.min(key.length, 8); index++) sum += key.charCodeAt(index);
  return sum % places;
}
