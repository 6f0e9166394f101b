// What the pool and its threads say to each other besides tasks.
import type { TaskAnswer } from "./task.ts";

/** What the pool tells a thread at its start. */
export interface ThreadData {
  /** Bytes of compiled policies that it may keep. */
  readonly cacheBytes: number;
}

export type ThreadMessage =
  /** The engine is loaded. */
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly answer: TaskAnswer }
  /** A mistake of our own, for the log. */
  | { readonly kind: "failure"; readonly message: string };
