// `omegac prove`: what no test can show, by a solver, with a context for whatever can happen.
import type { ProofAnswer } from "@omega/prove";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { openRunnable } from "../input/open-runnable.ts";
import { readSeconds } from "../input/read-seconds.ts";
import { printProof, proofJson } from "../output/print-proof.ts";
import type { Session } from "../session.ts";

const SECONDS = 5;

export const proveCommand = defineCommand(
  {
    name: "prove",
    summary:
      "prove what no test can show: dead rules, rules that always fire, constraints that break",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      format: {
        kind: "choice",
        choices: ["pretty", "json"],
        default: "pretty",
        summary: "how to print the answers",
      },
      timeout: {
        kind: "text",
        placeholder: "SECONDS",
        summary: `how long to work on one question (${SECONDS} unless given)`,
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Asks of every rule, branch and MATCH arm whether some context takes it, of every rule whether some context does not, and of every formal constraint whether the rules can break it. A context is shown only after evaluation has confirmed it. What cannot be proved is listed with the reason.",
      "Proofs are over exact numbers, and over lists of the input up to a length that the answer states. Exits with 1 when a rule, branch or arm is dead, a rule always fires, or a constraint can break.",
    ],
    examples: [
      { line: "omegac prove policy.omni", meaning: "every question" },
      {
        line: "omegac prove policy.omni --timeout 30 --format json",
        meaning: "with more time for each, for a program",
      },
    ],
  },
  async (session, [operand = ""], options) => {
    const timeout = readSeconds(options.timeout, SECONDS) * 1000;
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const { document, program } = opened;
    const { defaultProveOptions, proveInThread } = await import("@omega/prove");
    const answers = await proveInThread(program, {
      ...defaultProveOptions,
      timeout,
      progress: (answered, all) => showProgress(session, answered, all),
    });
    session.host.drawStatus("");
    await session.print(
      options.format === "json"
        ? proofJson(document.file.path, answers)
        : printProof(document.file.path, answers, program, session.style, session.width),
    );
    return answers.some(isFinding) ? exitCode.findings : exitCode.clean;
  },
);

const isFinding = ({ outcome }: ProofAnswer): boolean => outcome === "finding";

function showProgress({ host, options, words }: Session, answered: number, all: number): void {
  if (options.quiet || host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
  host.drawStatus(words.phrase(`proving: ${answered} of ${all} questions`));
}
