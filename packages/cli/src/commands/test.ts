// `omegac test`: runs the EXAMPLEs of policies and of suites.
import type { ExampleResult } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { jobsOption, sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { findFiles } from "../input/find-files.ts";
import {
  type DocumentResults,
  printCompactResults,
  printResults,
  resultFormats,
  resultsJson,
} from "../output/print-example-results.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";
import { chooseJobs } from "../work/choose-jobs.ts";
import { workThrough } from "../work/work-through.ts";
import { testFile } from "./test-file.ts";

export const testCommand = defineCommand(
  {
    name: "test",
    summary: "run the examples that policies and suites hold",
    operands: { usage: "[PATH…]", minimum: 0, maximum: Number.POSITIVE_INFINITY },
    options: {
      format: {
        kind: "choice",
        choices: resultFormats,
        default: "pretty",
        summary: "how to report",
      },
      ...jobsOption,
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Runs every EXAMPLE of the documents, folders and patterns named; without any, of the working folder. Suites (.test.omni files that begin with EXAMPLES FOR) run against the policy they name.",
      "An example fails when an expectation does not hold, or when the decision is not `decided` and the example does not say so.",
    ],
    examples: [
      { line: "omegac test", meaning: "everything under the working folder" },
      { line: "omegac test factory.omni", meaning: "the examples of one policy" },
    ],
  },
  async (session, operands, options) => {
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      session.host.folder,
      options["stdin-filename"],
    );
    const problems = [...found.problems];
    const jobs = await chooseJobs(options.jobs, found.files);
    const work = { setup: null, jobs, doing: "testing" };
    const documents: DocumentResults[] = [];
    let broken = 0;
    for await (const file of workThrough(session, testFile, found.files, work)) {
      if (file.kind === "unreadable") {
        problems.push(file.problem);
        continue;
      }
      const { errors, tested } = file;
      if (errors !== null) {
        await session.complain(errors);
        broken++;
      }
      documents.push(tested);
      if (tested.results.length === 0) continue;
      if (options.format === "pretty") {
        await session.print(printResults(tested, session.style, session.width));
      }
      if (options.format === "compact") {
        await session.print(printCompactResults(tested, session.style));
      }
    }
    if (options.format === "json") await session.print(resultsJson(documents));
    else await session.note(summary(documents, session));
    for (const problem of problems) await session.complain(`error: ${problem}\n`);
    if (problems.length > 0) return exitCode.usage;
    const failed = documents.some(({ results }) => results.some(didNotPass));
    return failed || broken > 0 ? exitCode.findings : exitCode.clean;
  },
);

function didNotPass({ status }: ExampleResult): boolean {
  return status !== "passed";
}

function summary(documents: readonly DocumentResults[], { errorStyle: style }: Session): string {
  const results = documents.flatMap((document) => document.results);
  const failed = results.filter(didNotPass).length;
  const tested = documents.filter((document) => document.results.length > 0).length;
  if (results.length === 0) return `no examples in ${countOf(documents.length, "document")}\n`;
  const passed = style.green(`${results.length - failed} passed`);
  const where = ` in ${countOf(tested, "document")}\n`;
  return style.bold(failed === 0 ? passed : `${style.red(`${failed} failed`)}, ${passed}`) + where;
}
