// What `omegac check` does with one file, in the process or in a worker thread.
import type { Policy } from "@omega/core";
import { applyFixes } from "../input/apply-fixes.ts";
import {
  compileDocument,
  compileImported,
  createDocumentOpener,
  exemptedFindingsOf,
  findingsOf,
  type OpenDocument,
} from "../input/open-document.ts";
import { replaceDocument } from "../input/write-file.ts";
import type { ExemptedFinding, Finding } from "../output/finding.ts";
import type { FileWork } from "../work/file-work.ts";

interface CheckSetup {
  readonly strict: boolean;
  /** Whether to make preferred fixes and write the text back, if that changes anything. */
  readonly fix: boolean;
}

export interface CheckedFile {
  readonly path: string;
  /** The documents that it imports, as messages name them. */
  readonly imports: readonly string[];
  readonly onItsOwn: Verdict;
  /** As it is for those who import it: without rules it is a module of theirs. Null where that makes no difference. */
  readonly asModule: Verdict | null;
}

interface Verdict {
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
}

interface CheckResult {
  /** Null when the file could not be read. */
  readonly file: CheckedFile | null;
  /** How many fixes were made. */
  readonly fixes: number;
  /** Why the file could not be read, or the mended text not be written; else null. */
  readonly problem: string | null;
}

export const checkFile: FileWork<CheckSetup, CheckResult> = {
  name: "check",
  begin: (session, { strict, fix }) => {
    const open = createDocumentOpener(session, { strict });
    return async (file) => {
      const document = await open(file);
      if (typeof document === "string") return { file: null, fixes: 0, problem: document };
      const { policy, fixes, problem } = fix ? mend(document) : asItIs(document);
      return { file: describe(document, policy), fixes, problem };
    };
  },
};

function describe(document: OpenDocument, policy: Policy): CheckedFile {
  const judge = (judged: Policy): Verdict => ({
    findings: findingsOf(document, judged),
    exempted: exemptedFindingsOf(document, judged),
  });
  const hasRules = policy.document.sections.some(({ keyword }) => keyword === "RULE");
  return {
    path: document.file.path,
    imports: policy.analysis.imports.flatMap(({ source }) => {
      const place = document.placeOf(source.file);
      return place === null ? [] : [place.path];
    }),
    onItsOwn: judge(policy),
    asModule: hasRules ? null : judge(compileImported(document, policy.source.text)),
  };
}

interface CheckedDocument extends Pick<CheckResult, "fixes" | "problem"> {
  readonly policy: Policy;
}

function asItIs(document: OpenDocument): CheckedDocument {
  return { policy: compileDocument(document), fixes: 0, problem: null };
}

function mend(document: OpenDocument): CheckedDocument {
  const { text, count } = applyFixes(document.text, (changed) =>
    compileDocument(document, changed),
  );
  if (count === 0) return asItIs(document);
  const problem = replaceDocument(document.file, text);
  return problem === null
    ? { policy: compileDocument(document, text), fixes: count, problem }
    : { ...asItIs(document), problem };
}
