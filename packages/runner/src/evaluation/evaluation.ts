// Where a task is done: on the event loop when its policy is compiled here and its cost is known to be small, else in a
// thread, within hard limits.
import type { JsonValue, Policy } from "@omega/core";
import { costBound } from "./cost-bound.ts";
import { evaluateDirectly, performTask, type Workshop } from "./perform-task.ts";
import { createPolicyCache, submissionKey, textLength } from "./policy-cache.ts";
import type { Submission, Task, TaskAnswer, TaskOf } from "./task.ts";
import type { PoolOutcome, ThreadPool } from "./thread-pool.ts";

export interface Evaluation {
  readonly run: (task: Task, signal?: AbortSignal) => Promise<PoolOutcome>;
  /**
   * Decides on the event loop, on contexts that were read from so many characters of JSON; null where that might take long,
   * and `run` has to do it.
   */
  readonly evaluateNow: (
    task: Omit<TaskOf<"evaluate">, "contexts">,
    given: JsonValue,
    contextLength: number,
  ) => PoolOutcome | null;
  readonly pool: ThreadPool;
  readonly cache: { readonly bytes: () => number; readonly size: () => number };
  readonly counts: EvaluationCounts;
}

interface EvaluationCounts {
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

  /** Whether so many decisions by `policy` are known to be quick, none on a longer context. */
  function isQuick(policy: Policy, contextLength: number, decisions: number): boolean {
    if (policy.program === null) return false;
    const size = Math.ceil(contextLength / sizeStep) * sizeStep;
    const known = bounds.get(policy) ?? new Map<number, number>();
    bounds.set(policy, known);
    const bound = known.get(size) ?? costBound(policy.program, size);
    if (known.size < mostSizes) known.set(size, bound);
    return bound * decisions <= directCost;
  }

  /** Compiles a policy here that threads have decided by, without errors, a few times. */
  function remember(submission: Submission, key: string): void {
    if (textLength(submission) > directText) return;
    const used = (uses.get(key) ?? 0) + 1;
    uses.delete(key);
    uses.set(key, used);
    const [oldest] = uses.size > mostCounted ? uses.keys() : [];
    if (oldest !== undefined) uses.delete(oldest);
    if (used < usesBefore || clock() - compiledLast < pauseBetween) return;
    compiledLast = clock();
    uses.delete(key);
    cache.get(submission);
  }

  /** The policy of a task, where it is compiled here and deciding by it is known to be quick. */
  function quickPolicy(
    submission: Submission,
    contextLength: number,
    decisions = 1,
  ): Policy | null {
    const policy = isDirect && cache.size() > 0 ? cache.find(submission) : null;
    return policy !== null && isQuick(policy, contextLength, decisions) ? policy : null;
  }

  function done(answer: TaskAnswer): PoolOutcome {
    counts.direct++;
    counts.hits++;
    return { kind: "done", answer };
  }

  return {
    pool,
    cache,
    counts,
    evaluateNow(task, given, contextLength) {
      if (task.trace) return null;
      const decisions = task.isBatch && Array.isArray(given) ? given.length : 1;
      const policy = quickPolicy(task, contextLength, decisions);
      return policy === null ? null : done(evaluateDirectly(task, given, policy, workshop));
    },
    async run(task, signal) {
      const key = task.key ?? submissionKey(task);
      const keyed = { ...task, key };
      const length = contextLength(task);
      if (task.kind === "validate" && length !== null && quickPolicy(keyed, length) !== null) {
        return done(performTask(keyed, workshop));
      }
      const outcome = await pool.run(keyed, key, signal);
      if (outcome.kind === "done") {
        const { isCached, hasParseErrors } = outcome.answer;
        if (isCached) counts.hits++;
        else if (task.kind !== "format") counts.misses++;
        if (length !== null && !hasParseErrors) remember(keyed, key);
      }
      return outcome;
    },
  };
}

/** Of a task that the event loop may do; null for all others. */
function contextLength(task: Task): number | null {
  switch (task.kind) {
    case "evaluate":
      return task.trace ? null : task.contexts.length;
    case "validate":
      return task.context?.length ?? null;
    default:
      return null;
  }
}
