// Runs the examples of one document, and looks into those that failed.
import { explainFailure, type Policy, runExample, runExamples } from "@omega/core";
import type { OpenDocument } from "../input/open-document.ts";
import type { DocumentResults, TestedExample } from "../output/print-example-results.ts";
import type { CoverageCollector } from "./collect-coverage.ts";

/** The results of a document's examples; they are measured on the way where coverage is gathered. */
export function testDocument(
  document: OpenDocument,
  policy: Policy,
  collector: CoverageCollector | null,
): DocumentResults {
  const { program, settings } = policy;
  const { load: loadText } = document.options;
  const results =
    collector === null ? runExamples(policy, { loadText }) : collector.run(document, policy);
  return {
    path: document.file.path,
    results: results.map((result): TestedExample => {
      if (result.status !== "failed" || program === null) return { ...result, unexpected: [] };
      const { example } = result;
      // Only a trace can tell; making one for every example would slow down those that pass.
      const { decision } = runExample(program, example, settings, { loadText, trace: true });
      const unexpected =
        decision === null ? [] : explainFailure(program, example.expectations, decision);
      return { ...result, unexpected };
    }),
  };
}
