// The semantic stage's one entry: policies and suites alike.
import type { SourceText } from "../source/source-text.ts";
import type { Document } from "../syntax/tree.ts";
import { type AnalysedDocument, type AnalyseOptions, analysePolicy } from "./analyse-policy.ts";
import { analyseSuite, type PolicyMemory } from "./analyse-suite.ts";

export type { AnalysedDocument, AnalyseOptions } from "./analyse-policy.ts";
export type { PolicyMemory } from "./analyse-suite.ts";
export type { Analysis } from "./analysis.ts";

/**
 * Settles a document's names and types: diagnostics, what editors and later checks read, examples, and the program
 * where there is no error. A suite is checked against the policy it names, whose program it has. Never throws.
 */
export function analyse(
  document: Document,
  source: SourceText,
  options: AnalyseOptions,
  memory?: PolicyMemory,
): AnalysedDocument {
  const { suiteFor } = document;
  return suiteFor === null
    ? analysePolicy(document, source, options)
    : analyseSuite(document, suiteFor, source, options, memory);
}
