// What asking for the smallest change of a context gives: which readings change, from what to what, and whether less would do.
import type { Decision, JsonValue } from "@omega/core";
import type { JsonRecord } from "../witness.ts";

export interface FlipRequest {
  readonly action: string;
  readonly context: JsonRecord;
  /** The ordinary evaluator, under the options and at the instant that are asked about. */
  readonly decide: (context: JsonRecord) => Decision;
  /** The instant, ISO 8601. */
  readonly now: string;
  /** Whether samples stand in for missing readings. */
  readonly sampleDefaults: boolean;
}

export interface FlipOptions {
  /** Milliseconds for one question to the solver. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface Flip {
  readonly action: string;
  /** Whether the action is taken, or waits for approval, in the context as given. */
  readonly happens: boolean;
  /** `impossible` is a proof: whatever is read, it stays. */
  readonly outcome: "flipped" | "impossible" | "not proven";
  readonly changes: readonly ReadingChange[];
  /** The context that the changes make; null without any. */
  readonly context: JsonRecord | null;
  readonly before: Decision;
  /** What evaluation decides in the changed context; null without one. */
  readonly after: Decision | null;
  /** Whether it is proved that fewer readings, and smaller changes of as many, leave things as they are. */
  readonly isSmallest: boolean;
  /** Why it is not proved that there is none, or none smaller; null where it is. */
  readonly reason: string | null;
}

export interface ReadingChange {
  /** As the author would write it: `Workers[0].distance`. */
  readonly path: string;
  /** Null for what is missing; an element that goes is null afterwards. Numbers are in the attribute's unit. */
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** "" for what has none. */
  readonly unit: string;
}

/** Whether an action is taken or waits for approval. */
export function isTaken({ actions, pending }: Decision, action: string): boolean {
  return [...actions, ...pending].some(({ name }) => name === action);
}
