// Where a task is done: on the event loop when its policy is compiled here and its cost is known to be small, else in a
// thread, within hard limits.
import type { Policy } from "@omega/core";
import { costBound } from "./cost-bound.ts";
import { performTask, type Workshop } from "./perform-task.ts";
import { createPolicyCache, submissionKey, textLength } from "./policy-cache.ts";
import type { Submission, Task } from "./task.ts";
import type { PoolOutcome, ThreadPool } from "./thread-pool.ts";

export interface Evaluation {
  readonly run: (task: Task, signal?: AbortSignal) => Promise<PoolOutcome>;
  readonly pool: ThreadPool;
  readonly cache: { readonly bytes: () => number; readonly size: () => number };
  readonly counts: EvaluationCounts;
}

export interface EvaluationCounts {
  /** Tasks done on the event loop. */
  direct: number;
  /** Tasks whose policy had been compiled before, wherever. */
  hits: number;
  misses: number;
}

/** The cost up to which the event loop decides: a few milliseconds at worst, far less as a rule. */
const directCost = 10_000;
/** Bounds are kept for contexts rounded up to so many bytes, and for so many sizes of a policy. */
const sizeStep = 64;
const mostSizes = 256;
/** Characters of a policy that the event loop compiles: a few milliseconds. */
const directText = 16_384;
/** Times that a policy has to be decided by before it is compiled here as well. */
const usesBefore = 3;
/** Milliseconds between two policies compiled here: the loop has other work. */
const pauseBetween = 100;
/** Policies whose uses are counted; those not met for longest are forgotten. */
const mostCounted = 10_000;
/** Bytes of compiled policies that are kept here. */
const cacheBytes = 32 * 1_048_576;

/** Evaluation by the threads of `pool`; without `isDirect` by nothing else. */
export function createEvaluation(
  pool: ThreadPool,
  { clock, now, isDirect = true }: Pick<Workshop, "clock" | "now"> & { isDirect?: boolean },
): Evaluation {
  const cache = createPolicyCache({ budget: cacheBytes, today: () => now().slice(0, 10), clock });
  const workshop: Workshop = { cache, clock, now };
  const counts: EvaluationCounts = { direct: 0, hits: 0, misses: 0 };
  const uses = new Map<string, number>();
  const bounds = new WeakMap<Policy, Map<number, number>>();
  let compiledLast = Number.NEGATIVE_INFINITY;

  /** Whether a decision by `policy` is known to be quick. */
  function isQuick(policy: Policy, contextLength: number): boolean {
    if (policy.program === null) return false;
    const size = Math.ceil(contextLength / sizeStep) * sizeStep;
    const known = bounds.get(policy) ?? new Map<number, number>();
    bounds.set(policy, known);
    const bound = known.get(size) ?? costBound(policy.program, size);
    if (known.size < mostSizes) known.set(size, bound);
    return bound <= directCost;
  }

  /** Compiles a policy here that threads have decided by, without errors, a few times. */
  function remember(submission: Submission, key: string): void {
    if (textLength(submission) > directText) return;
    const used = (uses.get(key) ?? 0) + 1;
    uses.delete(key);
    uses.set(key, used);
    if (uses.size > mostCounted) for (const oldest of uses.keys()) return void uses.delete(oldest);
    if (used < usesBefore || clock() - compiledLast < pauseBetween) return;
    compiledLast = clock();
    uses.delete(key);
    cache.get(submission);
  }

  return {
    pool,
    cache,
    counts,
    async run(task, signal) {
      const context = isDirect ? contextOf(task) : null;
      if (context !== null) {
        const policy = cache.find(task);
        if (policy !== null && isQuick(policy, context.length)) {
          counts.direct++;
          counts.hits++;
          return { kind: "done", answer: performTask(task, workshop) };
        }
      }
      const key = submissionKey(task);
      const outcome = await pool.run(task, key, signal);
      if (outcome.kind === "done") {
        const { isCached, hasParseErrors } = outcome.answer;
        if (isCached) counts.hits++;
        else if (task.kind !== "format") counts.misses++;
        if (context !== null && !hasParseErrors) remember(task, key);
      }
      return outcome;
    },
  };
}

/** The context of a task that the event loop may do; null for all others. */
function contextOf(task: Task): string | null {
  switch (task.kind) {
    case "evaluate":
      return task.trace ? null : task.contexts;
    case "validate":
      return task.context;
    default:
      return null;
  }
}
