// Prepared once, evaluated many times: one workload, every engine, the same contexts. Runs in a process of its own, so that
// no workload leaves the optimiser, or the heap, in a state that another would not find in its own program.
import { compareActions, describeMismatch } from "./correctness.ts";
import type { Engine, PreparedPolicy } from "./engine.ts";
import { handWrittenEngines } from "./hand-written.ts";
import { measure, type Subject } from "./measure.ts";
import { omegaEngines } from "./omega.ts";
import { peers } from "./peers/peers.ts";
import type { Plan } from "./plan.ts";
import { type Context, contextsOf, type Workload } from "./workloads/workload.ts";

export interface WorkloadFigures {
  readonly workload: string;
  readonly title: string;
  readonly hasLoop: boolean;
  readonly engines: readonly EngineFigures[];
  /** What could not be loaded on this machine. */
  readonly skipped: readonly SkippedEngine[];
}

export interface EngineFigures {
  readonly name: string;
  readonly kind: Engine["kind"];
  /** Contexts on which it took the reference's actions before it was timed. */
  readonly checkedContexts: number;
  /** Nanoseconds for one evaluation, by round. */
  readonly rounds: readonly number[];
}

interface SkippedEngine {
  readonly name: string;
  readonly reason: string;
}

/** Code made of thousands of rules needs seconds of traffic until the optimiser has been through all of it. */
const largeWarmUp = 3;

/** The reference comes first. Throws, with the context, where an engine takes other actions than the reference. */
export async function measureWorkload(workload: Workload, plan: Plan): Promise<WorkloadFigures> {
  const { name, title, hasLoop } = workload;
  const prepared: { engine: Engine; policy: PreparedPolicy; checkedContexts: number }[] = [];
  const skipped: SkippedEngine[] = [];
  const contexts = contextsOf(workload, plan.checkedContexts, 1);
  for (const engine of [...handWrittenEngines(workload), ...omegaEngines, ...peers]) {
    const policy = await prepareOrSkip(engine, workload, skipped);
    if (policy === null) continue;
    const reference = prepared[0]?.policy ?? policy;
    const end = Date.now() + plan.checkMilliseconds;
    const hasTime = (): boolean => Date.now() < end;
    const compared = await compareActions(reference, policy, contexts, hasTime);
    if (compared.mismatch !== null) {
      throw new Error(`${title}: ${describeMismatch(engine.name, compared.mismatch)}`);
    }
    prepared.push({ engine, policy, checkedContexts: compared.contexts });
  }
  const timed = contexts.slice(0, plan.timedContexts);
  const subjects = prepared.map(({ engine, policy }) => subjectOf(engine.name, policy, timed));
  const isLarge = workload.policy.rules.length > 1_000;
  const warmUpMilliseconds = plan.warmUpMilliseconds * (isLarge ? largeWarmUp : 1);
  const timings = await measure(subjects, { ...plan, warmUpMilliseconds });
  const engines = prepared.map(({ engine, checkedContexts }, index) => {
    const rounds = timings[index]?.rounds ?? [];
    return { name: engine.name, kind: engine.kind, checkedContexts, rounds };
  });
  return { workload: name, title, hasLoop, engines, skipped };
}

/** Only a peer may be missing; OMEGA and the functions written by hand must work. */
async function prepareOrSkip(
  engine: Engine,
  workload: Workload,
  skipped: SkippedEngine[],
): Promise<PreparedPolicy | null> {
  try {
    return await engine.prepare(workload);
  } catch (error) {
    if (engine.kind !== "peer") throw error;
    skipped.push({ name: engine.name, reason: error instanceof Error ? error.message : "unknown" });
    return null;
  }
}

/** Where results end, so that no optimiser can leave out what made them. */
const sink: { last: unknown } = { last: null };

/** Runs an engine over the contexts, round and round. */
function subjectOf(
  name: string,
  { ready, evaluate, isAsync }: PreparedPolicy,
  contexts: readonly Context[],
): Subject {
  // Each engine gets a loop of its own text: a shared one would call all of them through one slow, megamorphic site.
  const create = new Function(
    "evaluate",
    "contexts",
    "sink",
    `// ${name}
    let next = 0;
    return ${isAsync ? "async " : ""}(times) => {
      for (let time = 0; time < times; time++) {
        sink.last = ${isAsync ? "await " : ""}evaluate(contexts[next]);
        next = next + 1 === contexts.length ? 0 : next + 1;
      }
    };`,
  );
  return {
    name,
    run: create(
      evaluate,
      contexts.map((context) => ready(context)),
      sink,
    ),
  };
}
