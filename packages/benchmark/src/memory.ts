// What stays in memory: the tree of a document, a compiled policy, and after evaluations nothing. Needs `--expose-gc`.
import { compile, parse } from "@omega/core";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";
import { flatRules } from "./workloads/flat-rules.ts";
import { nestedPaths } from "./workloads/nested-paths.ts";
import { contextsOf, type Workload } from "./workloads/workload.ts";

export interface MemoryFigures {
  readonly documentBytes: number;
  /** Bytes of heap that `parse` leaves for each byte of text: tree, comments, spans and the index of lines. */
  readonly treeBytesPerByte: number;
  /** The same for what `compile` leaves: tree, analysis, program. */
  readonly policyBytesPerByte: number;
  readonly evaluations: number;
  readonly retained: readonly RetainedFigures[];
}

interface RetainedFigures {
  readonly title: string;
  /** Bytes of heap that one evaluation leaves, on average; about 0 where nothing is retained. */
  readonly bytesPerEvaluation: number;
}

const documents = 5;

/** Heap sizes are taken after collecting garbage until nothing more goes. */
export function measureMemory(plan: Plan): MemoryFigures {
  const texts = Array.from({ length: documents }, (_, seed) => documentOf(200_000, seed + 1));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  // What compiles lazily or is built once is not the documents' own.
  compile(documentOf(200_000, documents + 1));
  return {
    documentBytes: bytes / documents,
    treeBytesPerByte: heldBy(() => texts.map((text) => parse(text))) / bytes,
    policyBytesPerByte: heldBy(() => texts.map((text) => compile(text))) / bytes,
    evaluations: plan.retainedEvaluations,
    retained: [flatRules, nestedPaths].map((workload) => retainedBy(workload, plan)),
  };
}

/** Bytes of heap that what `build` gives keeps alive. */
function heldBy(build: () => unknown): number {
  const before = heapUsed();
  const built = build();
  const after = heapUsed();
  // Used after the heap is measured, so it lives until then.
  return built === null ? 0 : after - before;
}

function retainedBy(workload: Workload, { retainedEvaluations }: Plan): RetainedFigures {
  const policy = compile(workload.document);
  const contexts = contextsOf(workload, 100, 1);
  const evaluate = (times: number): void => {
    for (let time = 0; time < times; time++) policy.evaluate(contexts[time % contexts.length]);
  };
  evaluate(retainedEvaluations);
  const before = heapUsed();
  evaluate(retainedEvaluations);
  const bytesPerEvaluation = (heapUsed() - before) / retainedEvaluations;
  return { title: workload.title, bytesPerEvaluation };
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error("memory is measured under `--expose-gc`");
  let used = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 10; time++) {
    globalThis.gc();
    const now = process.memoryUsage().heapUsed;
    if (now >= used) break;
    used = now;
  }
  return used;
}
