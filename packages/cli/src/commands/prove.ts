// `omegac prove`: what no test can show, by a solver, with a context for whatever can happen.
import type { ProofAnswer, ProofThread } from "@omega/prove";
import { defineCommand } from "../command-line/command.ts";
import {
  jobsOption,
  sharedOptions,
  stdinOption,
  watchOption,
} from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { unknownName } from "../failure.ts";
import { findFiles, type InputFile } from "../input/find-files.ts";
import { loadProver } from "../input/load-prover.ts";
import {
  compileDocument,
  createDocumentOpener,
  type DocumentOpener,
} from "../input/open-document.ts";
import { describeErrors } from "../input/open-runnable.ts";
import { readSeconds } from "../input/read-seconds.ts";
import {
  countAnswers,
  type ProvedDocument,
  printProof,
  printProofCounts,
} from "../output/print-proof.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";
import { chooseJobs } from "../work/choose-jobs.ts";
import { outcomeOf, resultOf } from "../work/outcome.ts";
import { isModule } from "./test-file.ts";

const SECONDS = 5;

export const proveCommand = defineCommand(
  {
    name: "prove",
    summary:
      "prove what no test can show: dead rules, contradictions, constraints that break, endless loops",
    operands: { usage: "[PATH…]", minimum: 0, maximum: Number.POSITIVE_INFINITY },
    options: {
      format: {
        kind: "choice",
        choices: ["pretty", "json", "sarif"],
        default: "pretty",
        summary: "how to print the answers",
      },
      timeout: {
        kind: "text",
        placeholder: "SECONDS",
        summary: `how long to work on one question (${SECONDS} unless given)`,
      },
      rule: {
        kind: "text",
        placeholder: "NAME",
        summary: "ask only about the rule or constraint of this name",
      },
      gaps: {
        kind: "switch",
        summary: "look for ranges of inputs, too, in which no rule takes an action",
      },
      "fail-on": {
        kind: "texts",
        placeholder: "WHAT,…",
        summary:
          "exit with 1 on these: violated, withheld, defect; finding for the three; not-proven; or none (finding unless given)",
      },
      ...jobsOption,
      ...watchOption,
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Proves the documents, folders and patterns named; without any, those of the working folder. Asks of every rule, branch and MATCH arm whether some context takes it, whether some context does not, and whether other rules take all that it takes; of every formal constraint whether the rules can break it, whether it is ever in force, and whether it can be kept together with the others; of Effects whether they work against each other; of every WHILE whether it ends; of divisions, indexes and lists whether they can fail.",
      "A context is shown only after evaluation has confirmed it. What cannot be proved is listed with the reason. Proofs are over exact numbers, and over lists of the input up to a length that the answer states. Exits with 1 when there are findings.",
      "A clause that the rules can break is `withheld` where enforcement keeps it by withholding an action (NEVER, AT MOST, REQUIRES), which may be what it is for, and `violated` where nothing keeps it. Every other finding is a `defect`. With `--fail-on violated,defect` what is withheld is listed and fails nothing; `not-proven` beside no other counts findings, too.",
    ],
    examples: [
      { line: "omegac prove policy.omni", meaning: "every question" },
      { line: "omegac prove policy.omni --rule TooClose", meaning: "what is asked of one rule" },
      {
        line: "omegac prove --timeout 30 --fail-on finding,not-proven --format sarif policies/",
        meaning: "as a gate in CI",
      },
      {
        line: "omegac prove --fail-on violated,defect policies/",
        meaning: "where withholding actions is by design",
      },
    ],
  },
  async (session, operands, options) => {
    const failing = await readFailing(options["fail-on"]);
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      session.host.folder,
      options["stdin-filename"],
    );
    const plan: ProofPlan = {
      session,
      open: createDocumentOpener(session),
      timeout: readSeconds(options.timeout, SECONDS) * 1000,
      subject: options.rule,
      gaps: options.gaps,
    };
    const jobs = await chooseJobs(options.jobs, found.files, BYTES_WORTH_A_PROVER);
    const problems = [...found.problems];
    const documents: ProvedDocument[] = [];
    let isBroken = false;
    for await (const file of proveFiles(found.files, jobs, plan)) {
      session.host.drawStatus("");
      switch (file.kind) {
        case "unreadable":
          problems.push(file.problem);
          break;
        case "broken":
          isBroken = true;
          await session.complain(file.errors);
          break;
        case "module":
          break;
        case "proved":
          documents.push(file.document);
          if (options.format === "pretty") {
            await session.print(printProof(file.document, session.style, session.width));
          }
      }
    }
    const counts = countAnswers(documents);
    if (
      options.rule !== null &&
      documents.length > 0 &&
      counts.findings + counts.notProven + counts.fine === 0
    ) {
      problems.push(`nothing to prove is called \`${options.rule}\``);
    }
    await report(session, options.format, documents, problems);
    for (const problem of problems) await session.complain(`error: ${problem}\n`);
    if (problems.length > 0) return exitCode.usage;
    const isFailing = documents.some(({ answers }) =>
      answers.some((answer) => failing.has(kindOf(answer))),
    );
    return isFailing || isBroken ? exitCode.findings : exitCode.clean;
  },
);

type FailureKind = "violated" | "withheld" | "defect" | "not-proven";

const findings: readonly FailureKind[] = ["violated", "withheld", "defect"];

/** What `--fail-on` calls an answer; null for what is as it should be. */
function kindOf({ outcome, breach }: ProofAnswer): FailureKind | null {
  switch (outcome) {
    case "finding":
      return breach?.consequence ?? "defect";
    case "not proven":
      return "not-proven";
    case "fine":
      return null;
  }
}

async function readFailing(lists: readonly string[]): Promise<ReadonlySet<FailureKind | null>> {
  const words = lists.flatMap((list) => list.split(",")).map((word) => word.trim());
  const failing = new Set<FailureKind>(words.length === 0 ? findings : []);
  for (const word of words) {
    const kind = [...findings, "not-proven" as const].find((known) => known === word);
    if (kind !== undefined) failing.add(kind);
    else if (word === "finding") for (const one of findings) failing.add(one);
    else if (word !== "none") {
      const known = [...findings, "finding", "not-proven", "none"];
      throw await unknownName("`--fail-on` knows nothing called", word, known);
    }
  }
  // Nobody who will not have what is unproven means to let pass what is disproved.
  if (failing.has("not-proven") && failing.size === 1) for (const one of findings) failing.add(one);
  return failing;
}

/** Proving takes so much longer than reading that every document is worth a thread. */
const BYTES_WORTH_A_PROVER = 1;

async function report(
  session: Session,
  format: "pretty" | "json" | "sarif",
  documents: readonly ProvedDocument[],
  problems: readonly string[],
): Promise<void> {
  switch (format) {
    case "pretty":
      if (documents.length === 0) return;
      await session.print(printProofCounts(countAnswers(documents), session.style));
      if (documents.length > 1) await session.note(`in ${countOf(documents.length, "document")}\n`);
      break;
    case "json": {
      const { proofJson } = await import("../output/proof-json.ts");
      await session.print(proofJson(documents));
      break;
    }
    case "sarif": {
      const { proofSarif } = await import("../output/proof-sarif.ts");
      await session.print(proofSarif(documents, problems));
    }
  }
}

interface ProofPlan {
  readonly session: Session;
  readonly open: DocumentOpener;
  /** Milliseconds for a question. */
  readonly timeout: number;
  /** The one rule or constraint to ask about. */
  readonly subject: string | null;
  readonly gaps: boolean;
}

type ProvedFile =
  | { readonly kind: "proved"; readonly document: ProvedDocument }
  | { readonly kind: "broken"; readonly errors: string }
  /** A document for others to import, or a suite of examples. */
  | { readonly kind: "module" }
  | { readonly kind: "unreadable"; readonly problem: string };

/** Proves several files at a time, each prover taking every so many, and gives the results in the files' order. */
async function* proveFiles(
  files: readonly InputFile[],
  jobs: number,
  plan: ProofPlan,
): AsyncGenerator<ProvedFile> {
  const { createProofThread } = await loadProver();
  const threads = Array.from({ length: jobs }, () => createProofThread());
  const busy = threads.map((): Promise<unknown> => Promise.resolve());
  try {
    const results = files.map((file, index) => {
      const prover = index % threads.length;
      const thread = threads[prover] ?? createProofThread();
      const before = busy[prover] ?? Promise.resolve();
      const result = before.then(() => outcomeOf((one) => proveFile(one, thread, plan), file));
      busy[prover] = result;
      return result;
    });
    for (const result of results) yield resultOf(await result);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

async function proveFile(
  file: InputFile,
  thread: ProofThread,
  { session, open, timeout, subject, gaps }: ProofPlan,
): Promise<ProvedFile> {
  const document = await open(file);
  if (typeof document === "string") return { kind: "unreadable", problem: document };
  const policy = compileDocument(document);
  const { program, source } = policy;
  const { path } = file;
  if (isModule(policy.document) || policy.document.suiteFor !== null) return { kind: "module" };
  if (program === null) {
    return { kind: "broken", errors: describeErrors(session, document, policy) };
  }
  const { defaultProveOptions, proveInThread } = await loadProver();
  const progress = (answered: number, all: number): void =>
    showProgress(session, path, answered, all);
  const options = { ...defaultProveOptions, timeout, subject, gaps, progress };
  const answers = await proveInThread(program, options, thread);
  return { kind: "proved", document: { path, source, program, answers } };
}

function showProgress(
  { host, options, words }: Session,
  path: string,
  answered: number,
  all: number,
): void {
  if (options.quiet || host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
  host.drawStatus(words.phrase(`proving ${path}: ${answered} of ${all} questions`));
}
