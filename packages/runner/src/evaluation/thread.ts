// An evaluation thread: it does the tasks it is sent, one after the other, and keeps the policies it has compiled.
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { performTask, type Workshop } from "./perform-task.ts";
import { createPolicyCache } from "./policy-cache.ts";
import type { Task } from "./task.ts";
import type { ThreadData, ThreadMessage } from "./thread-message.ts";

// The pool is the only one who starts this file, and with this.
const { cacheBytes } = workerData as ThreadData;

const clock = (): number => performance.now();
const now = (): string => new Date().toISOString();
const workshop: Workshop = {
  cache: createPolicyCache({ budget: cacheBytes, today: () => now().slice(0, 10), clock }),
  clock,
  now,
};

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", (task: Task) => {
  try {
    send({ kind: "answer", answer: performTask(task, workshop) });
  } catch (error) {
    send({
      kind: "failure",
      message: error instanceof Error ? (error.stack ?? "") : String(error),
    });
  }
});
send({ kind: "ready" });
