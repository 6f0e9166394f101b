// An evaluation thread: it does the tasks it is sent, one after the other, and keeps the policies it has compiled.
import { performance } from "node:perf_hooks";
import { workerData } from "piscina";
import { performTask, type Workshop } from "./perform-task.ts";
import { createPolicyCache } from "./policy-cache.ts";
import type { Task, TaskAnswer } from "./task.ts";

/** What the pool tells a thread at its start. */
export interface ThreadData {
  readonly cacheBytes: number;
}

// The pool is the only one who starts this file, and with this.
const { cacheBytes } = workerData as ThreadData;

const workshop: Workshop = {
  cache: createPolicyCache(cacheBytes, { today: () => new Date().toISOString().slice(0, 10) }),
  clock: () => performance.now(),
};

/** Called by the pool for each task. */
export function perform(task: Task): TaskAnswer {
  return performTask(task, workshop);
}
