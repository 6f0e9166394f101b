// Suites: documents of EXAMPLE sections that name the policy they are run against, `EXAMPLES FOR "factory.omni":`.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suiteWithoutPolicy } from "../diagnostics/om3-examples.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { createSourceText, type SourceText } from "../source/source-text.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Document, SuiteHeader } from "../syntax/tree.ts";
import type { AnalysedDocument, AnalyseOptions } from "./analyse-policy.ts";
import { analysePolicy } from "./analyse-policy.ts";
import type { Analysis, Attribute } from "./analysis.ts";
import { type Answers, areStillGiven, notingAnswers } from "./imports.ts";
import { resolveExamples } from "./resolve-examples.ts";
import { settledReporter } from "./settled-reporter.ts";

/** The policy of a suite that is being edited, as it was analysed last. */
export interface PolicyMemory {
  known: {
    readonly suite: string;
    readonly answers: Answers;
    readonly policy: AnalysedDocument | null;
  } | null;
}

/**
 * Checks a suite's examples against its policy. The program is the policy's, for the examples to run on. With a memory,
 * always of the same file and settings, the policy is analysed again only where its text or one that it imports changed.
 */
export function analyseSuite(
  document: Document,
  suite: SuiteHeader,
  source: SourceText,
  options: AnalyseOptions,
  memory: PolicyMemory = { known: null },
): AnalysedDocument {
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(source.file, diagnostics, options.settings);
  const policy = knownPolicy(suite, source, options, memory);
  if (policy === null) {
    report.report(suiteWithoutPolicy, suite.span, { path: suite.policy, problem: "absent" });
    const empty = analysePolicy(document, source, { ...options, load: () => null });
    return { analysis: empty.analysis, program: null, examples: [], diagnostics };
  }
  if (policy.program === null) {
    report.report(suiteWithoutPolicy, suite.span, { path: suite.policy, problem: "errors" });
  }
  // What the examples refer to is noted with the attributes: those of the policy itself stay as they are.
  const attributes = new Map(
    [...policy.analysis.attributes].map(([name, attribute]) => [
      name,
      withOwnReferences(attribute),
    ]),
  );
  const analysis: Analysis = {
    ...policy.analysis,
    file: source.file,
    document,
    source,
    attributes,
  };
  const examples = resolveExamples(document, source, analysis, report);
  const failed = [...options.syntaxErrors, ...diagnostics].some(
    ({ severity }) => severity === "error",
  );
  return { analysis, program: failed ? null : policy.program, examples, diagnostics };
}

function withOwnReferences(attribute: Attribute): Attribute {
  const { name, declaration, term, type, sample, evidence, firstUse, references } = attribute;
  return {
    name,
    declaration,
    term,
    type,
    sample,
    default: attribute.default,
    evidence,
    firstUse,
    references: [...references],
  };
}

function knownPolicy(
  suite: SuiteHeader,
  source: SourceText,
  options: AnalyseOptions,
  memory: PolicyMemory,
): AnalysedDocument | null {
  const { known } = memory;
  if (known?.suite === suite.policy && areStillGiven(known.answers, options.load)) {
    return known.policy;
  }
  const answers = new Map<string, string | null>();
  const load = notingAnswers(options.load, answers);
  const policy = loadPolicy(suite, source, { ...options, load });
  memory.known = { suite: suite.policy, answers, policy };
  return policy;
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
