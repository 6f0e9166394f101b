// Whether a hundred times the rules take a hundred times the time.
import { compile, parse } from "@omega/core";
import { measure, type Subject } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { manyRules } from "./workloads/many-rules.ts";
import { contextsOf, type Workload } from "./workloads/workload.ts";

export interface GrowthFigures {
  readonly rules: number;
  readonly bytes: number;
  /** Nanoseconds for the whole document, by round. */
  readonly parse: readonly number[];
  readonly compile: readonly number[];
  readonly evaluate: readonly number[];
}

const counts = [50, 500, 5_000];

/** The sizes take turns, so that none is measured by a warmer engine than another. */
export async function measureGrowth(plan: Plan): Promise<readonly GrowthFigures[]> {
  const documents = counts.map(manyRules);
  const subjects = documents.flatMap((workload) => stagesOf(workload, plan));
  // Compiling the largest takes seconds; so does optimising what is emitted for it.
  const rounds = Math.min(plan.rounds, 9);
  const warmUpMilliseconds = 2 * plan.warmUpMilliseconds;
  const timings = await measure(subjects, { ...plan, rounds, warmUpMilliseconds });
  const roundsOf = (name: string): readonly number[] =>
    timings.find((timing) => timing.name === name)?.rounds ?? [];
  return documents.map(({ name, document }) => ({
    rules: Number(name),
    bytes: Buffer.byteLength(document),
    parse: roundsOf(`${name} parse`),
    compile: roundsOf(`${name} compile`),
    evaluate: roundsOf(`${name} evaluate`),
  }));
}

/** Throws where a generated document has errors: that is a mistake in the benchmark. */
function stagesOf(workload: Workload, { timedContexts }: Plan): readonly Subject[] {
  const { name, document } = workload;
  const contexts = contextsOf(workload, timedContexts, 1);
  const policy = compile(document);
  if (!policy.ok) throw new Error(`the document of ${name} rules has errors`);
  // Code is emitted after some evaluations, which take longer than a warm-up waits for progress.
  for (const context of contexts) policy.evaluate(context);
  let next = 0;
  const evaluate = (): unknown => policy.evaluate(contexts[next++ % contexts.length]);
  return [
    { name: `${name} parse`, run: repeat(() => parse(document)) },
    { name: `${name} compile`, run: repeat(() => compile(document)) },
    { name: `${name} evaluate`, run: repeat(evaluate) },
  ];
}

/** Where results end, so that no optimiser can leave out what made them. */
const sink: { last: unknown } = { last: null };

function repeat(act: () => unknown): (times: number) => void {
  return (times) => {
    for (let time = 0; time < times; time++) sink.last = act();
  };
}
