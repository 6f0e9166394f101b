// A proof thread: does the tasks it is sent, one after the other. Whoever started it ends it.
import { parentPort } from "node:worker_threads";
import type { ThreadMessage, ThreadRequest } from "./thread-message.ts";
import { threadTasks } from "./thread-tasks.ts";

function send(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", async ({ task, input }: ThreadRequest) => {
  try {
    // `ProofThread.run` pairs every task with its own input.
    const result = await threadTasks[task](input as never, (part) => send({ kind: "part", part }));
    send({ kind: "done", result });
  } catch (error) {
    send({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
});
