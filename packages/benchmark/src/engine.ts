// What is measured: anything that prepares a policy once and then evaluates it many times.
import type { Context, Workload } from "./workloads/workload.ts";

export interface Engine {
  /** As tables call it. */
  readonly name: string;
  readonly kind: "hand-written" | "omega" | "peer";
  /** The package whose version is told; null where there is none. */
  readonly package: string | null;
  /** Rejects where the engine cannot be loaded on this machine. */
  readonly prepare: (workload: Workload) => Promise<PreparedPolicy>;
}

export interface PreparedPolicy {
  /** What the engine lets a program do once for a context that it evaluates often. Not timed. */
  readonly ready: (context: Context) => unknown;
  /** One evaluation of what `ready` gave, as a program that uses the engine would ask for it. This is what is timed. */
  readonly evaluate: (context: unknown) => unknown;
  /** Whether `evaluate` gives a promise. */
  readonly isAsync: boolean;
  /** The names of the actions, in the policy's order. What an engine gives in another form is rearranged here, untimed. */
  readonly actions: (context: Context) => Promise<readonly string[]>;
}

/** A policy whose evaluation gives `Result` at once, and how the actions are read from it. */
export function prepared<Result>(
  evaluate: (context: Context) => Result,
  read: (result: Result) => readonly string[],
): PreparedPolicy {
  return preparedFor((context) => context, evaluate, read);
}

/** As `prepared`, with contexts that are made ready beforehand. */
export function preparedFor<Ready, Result>(
  ready: (context: Context) => Ready,
  evaluate: (context: Ready) => Result,
  read: (result: Result) => readonly string[],
): PreparedPolicy {
  const actions = async (context: Context): Promise<readonly string[]> =>
    read(evaluate(ready(context)));
  // A policy only ever evaluates what its own `ready` gave.
  return { ready, evaluate: evaluate as PreparedPolicy["evaluate"], isAsync: false, actions };
}

/** As `prepared`, where the engine answers by a promise. */
export function preparedAsync<Result>(
  evaluate: (context: Context) => Promise<Result>,
  read: (result: Result) => readonly string[],
): PreparedPolicy {
  const policy = prepared(evaluate, () => []);
  const actions = async (context: Context): Promise<readonly string[]> =>
    read(await evaluate(context));
  return { ...policy, isAsync: true, actions };
}
