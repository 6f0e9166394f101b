// `omegac test`: runs the EXAMPLEs of policies and of suites, and tells what they cover.
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { coverageMetrics, percentOf } from "@omega/core";
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
import { reasonOf } from "../input/read-text.ts";
import { writeOutput } from "../input/write-file.ts";
import { visible } from "../output/display-text.ts";
import {
  type DocumentResults,
  printCompactResults,
  printResults,
  resultFormats,
  resultsJson,
} from "../output/print-example-results.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";
import { collectCoverage, type MeasuredPolicy } from "../testing/collect-coverage.ts";
import type { measureMutations } from "../testing/measure-mutations.ts";
import { chooseJobs } from "../work/choose-jobs.ts";
import { workThrough } from "../work/work-through.ts";
import { testFile, testFileMeasured } from "./test-file.ts";

const MUTATION_SECONDS = 120;

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
      junit: { kind: "text", placeholder: "FILE", summary: "write the results as JUnit XML, too" },
      coverage: {
        kind: "switch",
        summary: "show what the examples cover: rules, branches, loops, conditions, MC/DC, UNKNOWN",
      },
      "coverage-html": {
        kind: "text",
        placeholder: "FILE",
        summary: "write a page that shows the documents with what is covered",
      },
      "coverage-lcov": {
        kind: "text",
        placeholder: "FILE",
        summary: "write coverage as an lcov tracefile",
      },
      "coverage-json": {
        kind: "text",
        placeholder: "FILE",
        summary: "write coverage as JSON, every atom with what it came to",
      },
      mutate: {
        kind: "switch",
        summary: "make mistakes in the rules, one at a time, and show which no example notices",
      },
      "mutate-min": {
        kind: "text",
        placeholder: "PERCENT",
        summary: "fail where the examples notice less of a policy's mistakes; implies --mutate",
      },
      "max-mutants": {
        kind: "text",
        placeholder: "COUNT",
        summary: "try at most so many mistakes of each policy, spread over it",
      },
      "mutate-time": {
        kind: "text",
        placeholder: "SECONDS",
        summary: `how long to work on each policy's mistakes (${MUTATION_SECONDS} unless given)`,
      },
      ...watchOption,
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Runs every EXAMPLE of the documents, folders and patterns named; without any, of the working folder. Suites (.test.omni files that begin with EXAMPLES FOR) run against the policy they name.",
      "An example fails when an expectation does not hold, or when the decision is not `decided` and the example does not say so.",
      'Coverage counts, for each policy, its own examples and those of the suites named with it. Where omega.config.json has `coverage`, such as { "mcdc": 100 }, a policy of which less is covered fails the run.',
      "Mutation changes a comparison, boundary, unit, connective, condition or action, or leaves something out, and runs the examples on that. Mistakes that are proved to change no decision do not count; for every other that no example notices, an example that would is written.",
    ],
    examples: [
      { line: "omegac test", meaning: "everything under the working folder" },
      { line: "omegac test factory.omni", meaning: "the examples of one policy" },
      { line: "omegac test --coverage", meaning: "and a table of what they cover" },
      {
        line: "omegac test --coverage-html coverage.html --junit results.xml",
        meaning: "reports for people and for a CI server",
      },
      { line: "omegac test --mutate", meaning: "are the examples good enough to notice mistakes?" },
    ],
  },
  async (session, operands, options) => {
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      session.host.folder,
      options["stdin-filename"],
    );
    const problems = [...found.problems];
    const { format } = options;
    const mutating = readMutating(options);
    const outputs = [options["coverage-html"], options["coverage-lcov"], options["coverage-json"]];
    const collector =
      options.coverage || outputs.some((file) => file !== null) ? collectCoverage() : null;
    // A policy and the suites about it may come to different threads, which share nothing.
    const jobs = collector === null ? await chooseJobs(options.jobs, found.files) : 1;
    const work = { setup: null, jobs, doing: "testing" };
    const test = collector === null ? testFile : testFileMeasured(collector);
    const documents: DocumentResults[] = [];
    const broken: string[] = [];
    for await (const file of workThrough(session, test, found.files, work)) {
      if (file.kind === "unreadable") {
        problems.push(file.problem);
        continue;
      }
      const { errors, tested } = file;
      if (errors !== null) {
        await session.complain(errors);
        broken.push(`\`${visible(tested.path)}\` has errors`);
      }
      documents.push(tested);
      if (tested.results.length === 0) continue;
      if (format === "pretty") {
        await session.print(printResults(tested, session.style, session.width));
      }
      if (format === "compact") await session.print(printCompactResults(tested, session.style));
    }
    const policies = collector?.policies() ?? [];
    const mutations =
      mutating === null ? null : await mutatePolicies(session, found.files, mutating);
    if (format === "json") {
      const { mutationsJson } = await import("../output/print-mutation.ts");
      await session.print(
        resultsJson(
          documents,
          collector === null ? null : policies,
          mutations === null ? null : mutationsJson(mutations.policies),
        ),
      );
    }
    if (format === "junit" || options.junit !== null) {
      const { resultsJunit } = await import("../output/results-junit.ts");
      const report = resultsJunit(documents, [...broken, ...problems]);
      if (format === "junit") await session.print(report);
      if (options.junit !== null) problems.push(...writeReport(session, options.junit, report));
    }
    if (options.coverage && (format === "pretty" || format === "compact")) {
      const { printCoverage } = await import("../output/print-coverage.ts");
      if (format === "compact") await session.print("\n");
      await session.print(printCoverage(policies, session.style, session.width));
    }
    if (mutations !== null && (format === "pretty" || format === "compact")) {
      const { printMutations } = await import("../output/print-mutation.ts");
      if (options.coverage || format === "compact") await session.print("\n");
      await session.print(printMutations(mutations.policies, session.style, session.width));
    }
    problems.push(...(await writeCoverage(session, policies, options)));
    if (format !== "json") await session.note(summary(documents, session));
    const shortfalls = [...policies.flatMap(describeShortfall), ...(mutations?.shortfalls ?? [])];
    for (const problem of [...shortfalls, ...problems]) {
      await session.complain(`error: ${problem}\n`);
    }
    if (problems.length > 0) return exitCode.usage;
    const failed = documents.some(({ results }) => results.some(didNotPass));
    return failed || broken.length > 0 || shortfalls.length > 0
      ? exitCode.findings
      : exitCode.clean;
  },
);

interface Mutating {
  /** The least percentage that has to be killed; null for none. */
  readonly least: number | null;
  readonly most: number | null;
  readonly seconds: number;
}

/** Null where nobody asks for mutants. Throws a `Failure` for what is no number. */
function readMutating(options: {
  readonly mutate: boolean;
  readonly "mutate-min": string | null;
  readonly "max-mutants": string | null;
  readonly "mutate-time": string | null;
}): Mutating | null {
  const least = readNumber("--mutate-min", options["mutate-min"], 0, 100);
  const most = readNumber("--max-mutants", options["max-mutants"], 1, 1_000_000);
  const seconds = readNumber("--mutate-time", options["mutate-time"], 1, 86_400);
  if (!options.mutate && least === null) return null;
  return {
    least,
    most: most === null ? null : Math.floor(most),
    seconds: seconds ?? MUTATION_SECONDS,
  };
}

function readNumber(
  option: string,
  text: string | null,
  least: number,
  greatest: number,
): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (text.trim() !== "" && number >= least && number <= greatest) return number;
  throw new Failure(
    `\`${option} ${text}\` is no number that fits`,
    `write a number from ${least} to ${greatest}`,
  );
}

async function mutatePolicies(
  session: Session,
  files: Parameters<typeof measureMutations>[1],
  { least, most, seconds }: Mutating,
): Promise<{
  readonly policies: Awaited<ReturnType<typeof measureMutations>>;
  readonly shortfalls: readonly string[];
}> {
  const { measureMutations } = await import("../testing/measure-mutations.ts");
  const { percentKilled } = await import("../output/print-mutation.ts");
  const policies = await measureMutations(session, files, { most, budget: seconds * 1000 });
  const shortfalls = policies.flatMap(({ path, score }) => {
    const percent = percentKilled({ score });
    if (least === null || percent === null || percent >= least) return [];
    const reached = Math.floor(percent * 10) / 10;
    return [
      `the examples notice too few mistakes in \`${visible(path)}\`: ${reached}% of ${least}%`,
    ];
  });
  return { policies, shortfalls };
}

function didNotPass({ status }: DocumentResults["results"][number]): boolean {
  return status !== "passed";
}

/** The files that were asked for. Gives complaints about those that cannot be written. */
async function writeCoverage(
  session: Session,
  policies: readonly MeasuredPolicy[],
  options: {
    readonly "coverage-html": string | null;
    readonly "coverage-lcov": string | null;
    readonly "coverage-json": string | null;
  },
): Promise<readonly string[]> {
  const complaints: string[] = [];
  const page = options["coverage-html"];
  if (page !== null) {
    const { coveragePage } = await import("../page/coverage-page.ts");
    const { version } = await import("../version.ts");
    complaints.push(
      ...writeReport(session, page, coveragePage(policies, version, session.style.words)),
    );
  }
  const tracefile = options["coverage-lcov"];
  if (tracefile !== null) {
    const { coverageLcov } = await import("../output/coverage-lcov.ts");
    complaints.push(...writeReport(session, tracefile, coverageLcov(policies)));
  }
  const json = options["coverage-json"];
  if (json !== null) {
    const { coverageJson } = await import("../output/coverage-json.ts");
    complaints.push(
      ...writeReport(session, json, `${JSON.stringify(coverageJson(policies), null, 2)}\n`),
    );
  }
  return complaints;
}

/** Writes a report, in a new folder where there is none yet. */
function writeReport({ host }: Session, file: string, text: string): readonly string[] {
  const location = resolve(host.folder, file);
  try {
    mkdirSync(dirname(location), { recursive: true });
  } catch (error) {
    return [`\`${visible(file)}\` ${reasonOf(error)}`];
  }
  const complaint = writeOutput(location, file, text);
  return complaint === null ? [] : [complaint];
}

/** What of a policy is covered less than the project's configuration asks. */
function describeShortfall({ path, coverage, thresholds }: MeasuredPolicy): readonly string[] {
  const missed = coverageMetrics.flatMap((metric) => {
    const least = thresholds[metric];
    const percent = percentOf(coverage.totals[metric]);
    return least === undefined || percent >= least
      ? []
      : [`${metric} ${Math.floor(percent * 10) / 10}% of ${least}%`];
  });
  return missed.length === 0
    ? []
    : [`the examples cover too little of \`${visible(path)}\`: ${missed.join(", ")}`];
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
