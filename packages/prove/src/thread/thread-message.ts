// What a proof thread and its owner say to each other.
import type { TaskName } from "./thread-tasks.ts";

/** What a thread is asked: a task, and what that takes. */
export interface ThreadRequest {
  readonly task: TaskName;
  readonly input: unknown;
}

export type ThreadMessage =
  /** Something of the answer, as soon as it is there. */
  | { readonly kind: "part"; readonly part: unknown }
  | { readonly kind: "done"; readonly result: unknown }
  /** A mistake of our own, or a stack that was too small. The thread goes on. */
  | { readonly kind: "failed"; readonly reason: string };
