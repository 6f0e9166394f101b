// `omegac check`: parses and checks documents, reports what it finds, and mends what can be mended.
import type { Policy } from "@omega/core";
import { breathe } from "../breathe.ts";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { applyFixes } from "../input/apply-fixes.ts";
import { findFiles } from "../input/find-files.ts";
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
import { findingFormats, reaches, reportFindings } from "../output/report-findings.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";

export const checkCommand = defineCommand(
  {
    name: "check",
    summary: "find mistakes in policies, and mend those that can be mended",
    operands: { usage: "[PATH…]", minimum: 0, maximum: Number.POSITIVE_INFINITY },
    options: {
      fix: { kind: "switch", summary: "make every preferred fix, and report what is left" },
      strict: {
        kind: "switch",
        summary: 'check as `"strict": true` in the configuration does',
      },
      format: {
        kind: "choice",
        choices: findingFormats,
        default: "pretty",
        summary: "how to report",
      },
      "max-diagnostics": {
        kind: "count",
        placeholder: "N",
        summary: "show at most N, errors first (100 unless given, for pretty)",
      },
      "fail-level": {
        kind: "choice",
        choices: ["error", "warning", "info"],
        default: "error",
        summary: "exit with 1 from this severity on",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Checks documents, folders (all .omni files in them) and patterns; without any, the working folder. `-` reads a document from stdin. A document without rules that another one of them imports is a module, and needs no intent either.",
      "Findings go to stdout, their summary to stderr. `compact` is a line each, for editors; `sarif` is SARIF 2.1.0, for code scanning; `github` is annotations of a GitHub workflow; `junit` is a test report.",
    ],
    examples: [
      { line: "omegac check", meaning: "everything under the working folder" },
      { line: "omegac check --fix policies/", meaning: "mend what can be mended" },
      {
        line: "omegac check --strict --fail-level warning --format json .",
        meaning: "as a gate in CI",
      },
    ],
  },
  async (session, operands, options) => {
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      session.host.folder,
      options["stdin-filename"],
    );
    if (options.fix && operands.includes("-")) {
      throw new Failure("`--fix` rewrites files, and `-` is none", "leave one of them out");
    }
    const problems = [...found.problems];
    const open = createDocumentOpener(session, { strict: options.strict });
    const checked: CheckedDocument[] = [];
    const imported = new Set<string>();
    const mended = { files: 0, fixes: 0 };
    for (const file of found.files) {
      const document = await open(file);
      if (typeof document === "string") {
        problems.push(document);
        continue;
      }
      const result = options.fix ? mend(document) : asItIs(document);
      if (result.problem !== null) problems.push(result.problem);
      mended.fixes += result.fixes;
      mended.files += result.fixes > 0 ? 1 : 0;
      checked.push(result);
      for (const path of importsOf(result)) imported.add(path);
      await breathe();
    }
    const paths = checked.map(({ document }) => document.file.path);
    // What is wrong with an imported file is told once, however many documents import it.
    const findings = new Map<string, Finding>();
    const exempted: ExemptedFinding[] = [];
    for (const result of checked) {
      const policy = imported.has(result.document.file.path) ? asModule(result) : result.policy;
      for (const finding of findingsOf(result.document, policy)) {
        findings.set(keyOf(finding), finding);
      }
      exempted.push(...exemptedFindingsOf(result.document, policy));
    }
    const all = [...findings.values()];
    if (options.fix) await session.note(describeMended(mended, session));
    if (paths.length > 0 || isForPrograms(options.format)) {
      await reportFindings(session, {
        paths,
        findings: all,
        exempted,
        problems,
        format: options.format,
        failLevel: options["fail-level"],
        maximum: options["max-diagnostics"],
      });
    }
    for (const problem of problems) await session.complain(`error: ${problem}\n`);
    if (problems.length > 0) return exitCode.usage;
    return all.some((finding) => reaches(finding, options["fail-level"]))
      ? exitCode.findings
      : exitCode.clean;
  },
);

interface CheckedDocument {
  readonly document: OpenDocument;
  readonly policy: Policy;
  readonly fixes: number;
  /** Why the mended text could not be written. */
  readonly problem: string | null;
}

function asItIs(document: OpenDocument): CheckedDocument {
  return { document, policy: compileDocument(document), fixes: 0, problem: null };
}

/** The documents that a document imports, as messages name them. */
function importsOf({ document, policy }: CheckedDocument): readonly string[] {
  return policy.analysis.imports.flatMap(({ source }) => {
    const place = document.placeOf(source.file);
    return place === null ? [] : [place.path];
  });
}

/** A document that others of this run import: one without rules is a module of theirs. */
function asModule({ document, policy }: CheckedDocument): Policy {
  const hasRules = policy.document.sections.some(({ keyword }) => keyword === "RULE");
  return hasRules ? policy : compileImported(document, policy.source.text);
}

/** Writes the mended text back, if that changed anything. */
function mend(document: OpenDocument): CheckedDocument {
  const { text, count } = applyFixes(document.text, (changed) =>
    compileDocument(document, changed),
  );
  if (count === 0) return asItIs(document);
  const problem = replaceDocument(document.file, text);
  return problem === null
    ? { document, policy: compileDocument(document, text), fixes: count, problem }
    : { ...asItIs(document), problem };
}

function describeMended(
  { files, fixes }: { readonly files: number; readonly fixes: number },
  { errorStyle }: Session,
): string {
  if (fixes === 0) return "nothing to mend\n";
  return errorStyle.green(`mended ${countOf(fixes, "problem")} in ${countOf(files, "file")}\n`);
}

function keyOf({ diagnostic: { code, span, message }, place }: Finding): string {
  return `${place.path}\n${code}\n${span.start}-${span.end}\n${message}`;
}

/** Whoever parses the output wants it whole, even when there was nothing to check. */
function isForPrograms(format: (typeof findingFormats)[number]): boolean {
  return format === "json" || format === "sarif" || format === "junit";
}
