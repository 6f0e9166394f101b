// A thread that encodes and asks the solver, so that whoever wants a proof is free for other things, and survives it.
import { Worker } from "node:worker_threads";
import type { ThreadMessage, ThreadRequest } from "./thread-message.ts";
import { threadScript } from "./thread-script.ts";
import type { TaskInput, TaskName, TaskPart, TaskResult } from "./thread-tasks.ts";

type ThreadOutcome<Result> =
  | { readonly kind: "done"; readonly result: Result }
  /** The signal said so. */
  | { readonly kind: "cancelled" }
  /** The thread died, or the task threw; `reason` says of what. */
  | { readonly kind: "failed"; readonly reason: string };

export interface ProofThread {
  /**
   * Has a task of `thread-tasks.ts` done, one at a time; `hear` is given the parts of its answer as they come. Never rejects: a
   * thread that fails is replaced when the next task comes. Aborting `signal` ends the thread at once.
   */
  readonly run: <Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    hear: (part: TaskPart<Name>) => void,
    signal?: AbortSignal,
  ) => Promise<ThreadOutcome<TaskResult<Name>>>;
  /** Ends the thread; without it the process would not exit. */
  readonly close: () => Promise<void>;
}

/** Megabytes for what the encoding holds, besides what the solver takes. */
const MEMORY_MEGABYTES = 2048;

/** A thread that is not started before there is a task for it. */
export function createProofThread(memoryMegabytes = MEMORY_MEGABYTES): ProofThread {
  let worker: Worker | null = null;
  const close = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    async run(task, input, hear, signal) {
      if (signal?.aborted) return { kind: "cancelled" };
      worker ??= startWorker(memoryMegabytes);
      const outcome = await outcomeOf<TaskPart<typeof task>, TaskResult<typeof task>>(
        worker,
        { task, input },
        hear,
        signal,
      );
      if (outcome.kind !== "done") await close();
      return outcome;
    },
    close,
  };
}

function startWorker(memoryMegabytes: number): Worker {
  const { url, execArgv } = threadScript();
  const worker = new Worker(url, {
    ...(execArgv !== undefined && { execArgv: [...execArgv] }),
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  // What goes wrong with a thread that nobody waits for is of no interest.
  return worker.on("error", () => {});
}

function outcomeOf<Part, Result>(
  worker: Worker,
  request: ThreadRequest,
  hear: (part: Part) => void,
  signal: AbortSignal | undefined,
): Promise<ThreadOutcome<Result>> {
  return new Promise((resolve) => {
    const settle = (outcome: ThreadOutcome<Result>): void => {
      worker.off("message", listen).off("error", die).off("exit", miss);
      signal?.removeEventListener("abort", cancel);
      resolve(outcome);
    };
    const fail = (reason: string): void => settle({ kind: "failed", reason });
    const cancel = (): void => settle({ kind: "cancelled" });
    const listen = (message: ThreadMessage): void => {
      switch (message.kind) {
        case "part":
          // Parts and results are those of the task asked for.
          hear(message.part as Part);
          break;
        case "done":
          settle({ kind: "done", result: message.result as Result });
          break;
        case "failed":
          fail(message.reason);
      }
    };
    const die = (error: Error): void => {
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      fail(isMemory ? "there is not enough memory" : error.message);
    };
    const miss = (code: number): void => fail(`the thread that proves ended with status ${code}`);
    worker.on("message", listen).on("error", die).on("exit", miss);
    signal?.addEventListener("abort", cancel);
    worker.postMessage(request);
  });
}
