// `omegac generate`: EXAMPLEs that reach full coverage, and the proof for what none can reach.
import { existsSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";
import { compile, type Example, type Policy } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { createFile } from "../input/create-file.ts";
import { findSingleFile } from "../input/find-single-file.ts";
import { loadProver } from "../input/load-prover.ts";
import { compileDocument, type OpenDocument, openSingleDocument } from "../input/open-document.ts";
import { complainOfErrors, openRunnable, type Runnable } from "../input/open-runnable.ts";
import { readSeconds } from "../input/read-seconds.ts";
import { replaceDocument } from "../input/write-file.ts";
import { visible } from "../output/display-text.ts";
import { generatedJson, printSections, printSummary } from "../output/print-generated.ts";
import type { Session } from "../session.ts";

const SECONDS = 60;
const SECONDS_FOR_A_QUESTION = 5;

export const generateCommand = defineCommand(
  {
    name: "generate",
    summary: "write the examples that full coverage lacks, and prove what none can cover",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      format: {
        kind: "choice",
        choices: ["pretty", "json"],
        default: "pretty",
        summary: "how to print the examples",
      },
      all: {
        kind: "switch",
        summary: "cover everything, as if there were no examples yet",
      },
      write: {
        kind: "switch",
        summary: "append the examples to the document, or to the suite",
      },
      suite: {
        kind: "text",
        placeholder: "FILE",
        summary: "the suite (.test.omni) that the examples are for; what it has counts, too",
      },
      timeout: {
        kind: "text",
        placeholder: "SECONDS",
        summary: `how long to look at most (${SECONDS} unless given)`,
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Finds contexts that cover what the examples do not: rules, branches, bodies of loops, UNKNOWN clauses, and every atom deciding its condition alone (MC/DC). Writes few EXAMPLEs that cover it all, none of which can be left out, each with what the evaluator decides. Every one is read back and has passed before it is shown.",
      "What no context can cover is listed as proved unreachable, with how far the proof reaches; what could be neither covered nor proved, with the reason. Exits with 1 when something is left that is not proved.",
    ],
    examples: [
      { line: "omegac generate policy.omni", meaning: "show what is missing" },
      { line: "omegac generate policy.omni --write", meaning: "and append it" },
      {
        line: "omegac generate policy.omni --suite policy.test.omni --write",
        meaning: "into a suite beside the policy, made where there is none",
      },
    ],
  },
  async (session, [operand = ""], options) => {
    const budget = readSeconds(options.timeout, SECONDS) * 1000;
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const { document, policy, program } = opened;
    if (options.write && options.suite === null && document.file.location === null) {
      throw new Failure(
        "what comes on stdin cannot be written to",
        "leave --write away, or name a file",
      );
    }
    const target =
      options.suite === null
        ? documentTarget(document)
        : await openSuite(session, options.suite, opened);
    if (target === null) return exitCode.findings;
    const { generate } = await loadProver();
    const generated = await generate(program, {
      examples: [...policy.examples, ...target.examples],
      all: options.all,
      settings: policy.settings,
      loadText: document.options.load,
      file: target.file,
      compileWith: target.compileWith,
      budget,
      timeout: Math.min(budget, SECONDS_FOR_A_QUESTION * 1000),
      listBound: 8,
      clock: () => performance.now(),
      progress: (found, wanted) => showProgress(session, found, wanted),
    });
    session.host.drawStatus("");
    const { examples, open } = generated;
    if (options.format === "json") {
      await session.print(generatedJson(document.file.path, generated));
    } else if (!options.write) {
      await session.print(printSections(examples));
    }
    if (options.write && examples.length > 0) {
      const problem = target.append(printSections(examples));
      if (problem !== null) throw new Failure(problem);
    }
    if (options.format !== "json") {
      const where = options.write ? target.path : null;
      await session.note(printSummary(generated, where, session.errorStyle, session.width));
    }
    const isDone = open.every(({ outcome }) => outcome === "unreachable");
    return isDone ? exitCode.clean : exitCode.findings;
  },
);

/** Where the examples are to stand. */
interface Target {
  /** As the user names it, and from the project's root. */
  readonly path: string;
  readonly file: string;
  /** Those that stand there already and are not the policy's own. */
  readonly examples: readonly Example[];
  readonly compileWith: (text: string) => Policy;
  /** Gives a complaint when it cannot be written, else null. */
  readonly append: (text: string) => string | null;
}

function documentTarget(document: OpenDocument): Target {
  return {
    path: document.file.path,
    file: document.options.file,
    examples: [],
    compileWith: (text) => compileDocument(document, appended(document.text, text)),
    append: (text) => replaceDocument(document.file, appended(document.text, text)),
  };
}

/** A suite, new or not. Null when it has errors, which are then told. */
async function openSuite(
  session: Session,
  path: string,
  { document }: Runnable,
): Promise<Target | null> {
  if (!path.endsWith(".test.omni")) {
    throw new Failure(`\`${visible(path)}\` is no name of a suite`, "suites end in .test.omni");
  }
  const location = resolve(session.host.folder, path);
  if (!existsSync(location)) return newSuite(session, path, location, document);
  const file = await findSingleFile(path, session.host.folder, null);
  const suite = await openSingleDocument(session, file);
  const policy = compileDocument(suite);
  if (policy.program !== null) return { ...documentTarget(suite), examples: policy.examples };
  await complainOfErrors(session, suite, policy);
  return null;
}

function newSuite(
  session: Session,
  path: string,
  location: string,
  document: OpenDocument,
): Target {
  const policyLocation = resolve(session.host.folder, document.file.path);
  const toPolicy = slashed(relative(dirname(location), policyLocation));
  const toSuite = slashed(relative(dirname(policyLocation), location));
  const file = posix.normalize(posix.join(posix.dirname(document.options.file), toSuite));
  if (file.startsWith("../")) {
    throw new Failure(`\`${visible(path)}\` is outside of the policy's project`);
  }
  const header = `EXAMPLES FOR ${JSON.stringify(toPolicy)}:\n`;
  return {
    path,
    file,
    examples: [],
    compileWith: (text) => compile(appended(header, text), { ...document.options, file }),
    append: (text) => {
      const creation = createFile(location, appended(header, text));
      switch (creation.kind) {
        case "created":
          return null;
        case "exists":
          return `\`${visible(path)}\` is there already`;
        case "failed":
          return `\`${visible(path)}\` ${creation.reason}`;
      }
    },
  };
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The text with sections behind it, an empty line between, with the line ends it has. */
function appended(text: string, sections: string): string {
  const whole = `${text.trimEnd()}\n\n${sections.trimEnd()}\n`;
  return text.includes("\r\n") ? whole.replace(/\r?\n/g, "\r\n") : whole;
}

function showProgress({ host, options, words }: Session, found: number, wanted: number): void {
  if (options.quiet || host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
  host.drawStatus(words.phrase(`generating: ${found} of ${wanted} covered`));
}
