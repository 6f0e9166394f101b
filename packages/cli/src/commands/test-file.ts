// What `omegac test` does with one file, in the process or in a worker thread.
import { type ExampleResult, runExamples } from "@omega/core";
import { compileDocument, createDocumentOpener } from "../input/open-document.ts";
import { describeErrors } from "../input/open-runnable.ts";
import type { DocumentResults } from "../output/print-example-results.ts";
import type { FileWork } from "../work/file-work.ts";

type TestedFile =
  | {
      readonly kind: "tested";
      /** The errors of the document, if it has some, as they are told. */
      readonly errors: string | null;
      readonly tested: DocumentResults;
    }
  | { readonly kind: "unreadable"; readonly problem: string };

export const testFile: FileWork<null, TestedFile> = {
  name: "test",
  begin: (session) => {
    const open = createDocumentOpener(session);
    return async (file) => {
      const document = await open(file);
      if (typeof document === "string") return { kind: "unreadable", problem: document };
      const policy = compileDocument(document);
      const errors = policy.program === null ? describeErrors(session, document, policy) : null;
      const results = runExamples(policy, { loadText: document.options.load });
      const tested = { path: file.path, results: results.map(withoutIdleDecision) };
      return { kind: "tested", errors, tested };
    };
  },
};

/** Nobody asks why an example passed; its decision would take memory until all are done. */
function withoutIdleDecision(result: ExampleResult): ExampleResult {
  return result.status === "passed" ? { ...result, decision: null } : result;
}
