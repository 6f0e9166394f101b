// `omegac check`: parses and checks documents, reports what it finds, and mends what can be mended.
import { defineCommand } from "../command-line/command.ts";
import {
  jobsOption,
  sharedOptions,
  stdinOption,
  watchOption,
} from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { findFiles } from "../input/find-files.ts";
import type { ExemptedFinding, Finding } from "../output/finding.ts";
import { findingFormats, reaches, reportFindings } from "../output/report-findings.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";
import { chooseJobs } from "../work/choose-jobs.ts";
import { workThrough } from "../work/work-through.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";

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
      ...jobsOption,
      ...watchOption,
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
    const { fix, strict } = options;
    // A document mended is what those that import it are checked against, so the files take their turns.
    const jobs = fix ? 1 : await chooseJobs(options.jobs, found.files);
    const work = { setup: { strict, fix }, jobs, doing: "checking" };
    const problems = [...found.problems];
    const checked: CheckedFile[] = [];
    const imported = new Set<string>();
    const mended = { files: 0, fixes: 0 };
    for await (const { problem, fixes, file } of workThrough(
      session,
      checkFile,
      found.files,
      work,
    )) {
      if (problem !== null) problems.push(problem);
      mended.fixes += fixes;
      mended.files += fixes > 0 ? 1 : 0;
      if (file === null) continue;
      checked.push(file);
      for (const path of file.imports) imported.add(path);
    }
    const paths = checked.map(({ path }) => path);
    // What is wrong with an imported file is told once, however many documents import it.
    const findings = new Map<string, Finding>();
    const exempted: ExemptedFinding[] = [];
    for (const { path, onItsOwn, asModule } of checked) {
      const verdict = (imported.has(path) ? asModule : null) ?? onItsOwn;
      for (const finding of verdict.findings) findings.set(keyOf(finding), finding);
      exempted.push(...verdict.exempted);
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
