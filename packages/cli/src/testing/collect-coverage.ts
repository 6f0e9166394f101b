// Gathers coverage over the documents of one run of `omegac test`: a policy's own examples and those of suites about it.
import {
  type Coverage,
  type CoverageRecorder,
  type CoverageThresholds,
  type ExampleResult,
  type Policy,
  recordCoverage,
  runExamples,
} from "@omega/core";
import type { OpenDocument } from "../input/open-document.ts";
import type { Place } from "../output/finding.ts";

/** What the examples of a run cover of one policy. */
export interface MeasuredPolicy {
  /** As the user would name it. */
  readonly path: string;
  readonly coverage: Coverage;
  readonly thresholds: CoverageThresholds;
  /** The files that items of the coverage name. */
  readonly placeOf: (file: string) => Place | null;
}

export interface CoverageCollector {
  /** Runs a document's examples; a document with errors cannot, and each says so. */
  readonly run: (document: OpenDocument, policy: Policy) => readonly ExampleResult[];
  /** The policies seen so far, in the order they were first met. */
  readonly policies: () => readonly MeasuredPolicy[];
}

/** Starts to gather. */
export function collectCoverage(): CoverageCollector {
  const recorders = new Map<
    string,
    Omit<MeasuredPolicy, "coverage"> & { recorder: CoverageRecorder }
  >();
  return {
    run(document, policy) {
      const { program, examples, settings } = policy;
      if (program === null) return runExamples(policy);
      const { root, coverage: thresholds } = document.configuration;
      // A suite has compiled the policy for itself; the same texts make the same program.
      const key = JSON.stringify([root, program.file, program.sha256]);
      const known = recorders.get(key);
      const recorder = known?.recorder ?? recordCoverage(program);
      if (known === undefined) {
        const { placeOf } = document;
        const path = placeOf(program.file)?.path ?? program.file;
        recorders.set(key, { recorder, path, thresholds, placeOf });
      }
      const { load } = document.options;
      return examples.map((example) => recorder.run(example, settings, { loadText: load }));
    },
    policies: () =>
      [...recorders.values()].map(({ recorder, ...rest }) => ({
        ...rest,
        coverage: recorder.measure(),
      })),
  };
}
