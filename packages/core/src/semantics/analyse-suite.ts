// Suites: documents of EXAMPLE sections that name the policy they are run against, `EXAMPLES FOR "factory.omni":`.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suiteWithoutPolicy } from "../diagnostics/om3-examples.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { createSourceText, type SourceText } from "../source/source-text.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Document, SuiteHeader } from "../syntax/tree.ts";
import type { AnalysedDocument, AnalyseOptions } from "./analyse-policy.ts";
import { analysePolicy } from "./analyse-policy.ts";
import type { Analysis } from "./analysis.ts";
import { resolveExamples } from "./resolve-examples.ts";
import { settledReporter } from "./settled-reporter.ts";

/** Checks a suite's examples against its policy. The program is the policy's, for the examples to run on. */
export function analyseSuite(
  document: Document,
  suite: SuiteHeader,
  source: SourceText,
  options: AnalyseOptions,
): AnalysedDocument {
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(source.file, diagnostics, options.settings);
  const policy = loadPolicy(suite, source, options);
  if (policy === null) {
    report.report(suiteWithoutPolicy, suite.span, { path: suite.policy, problem: "absent" });
    const empty = analysePolicy(document, source, { ...options, load: () => null });
    return { analysis: empty.analysis, program: null, examples: [], diagnostics };
  }
  if (policy.program === null) {
    report.report(suiteWithoutPolicy, suite.span, { path: suite.policy, problem: "errors" });
  }
  const examples = resolveExamples(document, source, policy.analysis, report);
  const failed = [...options.syntaxErrors, ...diagnostics].some(
    ({ severity }) => severity === "error",
  );
  const analysis: Analysis = { ...policy.analysis, file: source.file, document, source };
  return { analysis, program: failed ? null : policy.program, examples, diagnostics };
}

function loadPolicy(
  suite: SuiteHeader,
  source: SourceText,
  options: AnalyseOptions,
): AnalysedDocument | null {
  const path = resolveProjectPath(source.file, suite.policy);
  const text = path === null ? null : options.load(path);
  if (path === null || text === null) return null;
  const policySource = createSourceText(text, path);
  const parsed = parseDocument(policySource);
  return analysePolicy(parsed.document, policySource, {
    ...options,
    syntaxErrors: parsed.diagnostics,
  });
}
