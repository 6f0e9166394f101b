// What an evaluation may be told besides the context. All of it but the trace shows in the decision.
import { defaultLimits, type Limits } from "./decision.ts";

export interface EvaluationOptions {
  /** The instant of the decision, ISO 8601 with an offset; null gives no clock. */
  readonly now: string | null;
  readonly limits: Limits;
  /** Whether a sample (`- Temperature: 85.5C`) stands in for a missing reading. */
  readonly sampleDefaults: boolean;
  /** Rejects a context that does not fit the declarations. */
  readonly strict: boolean;
  /** Whether the decision carries a trace. It is the same decision with and without. */
  readonly trace: boolean;
  /** The features switched off. They matter to checking only, but are part of what a decision was made under. */
  readonly disabled?: ReadonlySet<string>;
}

/** The limits with the default in place of every one that is no whole number from 0. */
export function usableLimits(limits: Limits): Limits {
  const usable = (name: keyof Limits): number => {
    const limit = limits[name];
    return Number.isSafeInteger(limit) && limit >= 0 ? limit : defaultLimits[name];
  };
  return {
    steps: usable("steps"),
    iterations: usable("iterations"),
    whileIterations: usable("whileIterations"),
    actions: usable("actions"),
    listLength: usable("listLength"),
    textLength: usable("textLength"),
    depth: usable("depth"),
  };
}
