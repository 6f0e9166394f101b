// What `omegac test` does with one file, in the process or in a worker thread.
import type { Tree } from "@omega/core";
import { compileDocument, createDocumentOpener } from "../input/open-document.ts";
import { describeErrors } from "../input/open-runnable.ts";
import type { DocumentResults, TestedExample } from "../output/print-example-results.ts";
import type { CoverageCollector } from "../testing/collect-coverage.ts";
import { testDocument } from "../testing/test-document.ts";
import type { FileWork } from "../work/file-work.ts";

type TestedFile =
  | {
      readonly kind: "tested";
      /** The errors of the document, if it has some, as they are told. */
      readonly errors: string | null;
      readonly tested: DocumentResults;
    }
  | { readonly kind: "unreadable"; readonly problem: string };

export const testFile: FileWork<null, TestedFile> = workOf(null);

/** The same while coverage is gathered, which can only be done in one thread. */
export function testFileMeasured(collector: CoverageCollector): FileWork<null, TestedFile> {
  return workOf(collector);
}

function workOf(collector: CoverageCollector | null): FileWork<null, TestedFile> {
  return {
    name: "test",
    begin: (session) => {
      const open = createDocumentOpener(session);
      return async (file) => {
        const document = await open(file);
        if (typeof document === "string") return { kind: "unreadable", problem: document };
        const policy = compileDocument(document);
        const isBroken = policy.program === null && !isModule(policy.document);
        const errors = isBroken ? describeErrors(session, document, policy) : null;
        const { path, results } = testDocument(document, policy, collector);
        return {
          kind: "tested",
          errors,
          tested: { path, results: results.map(withoutIdleDecision) },
        };
      };
    },
  };
}

/** A document for others to import has no rules to try; what is wrong with it, `omegac check` and they tell. */
export function isModule({ sections, suiteFor }: Tree.Document): boolean {
  return (
    suiteFor === null &&
    !sections.some(({ keyword }) => keyword === "RULE" || keyword === "EXAMPLE")
  );
}

/** Nobody asks why an example passed; its decision would take memory until all are done. */
function withoutIdleDecision(result: TestedExample): TestedExample {
  return result.status === "passed" ? { ...result, decision: null } : result;
}
