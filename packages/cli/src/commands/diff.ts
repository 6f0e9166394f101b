// `omegac diff`: whether two policies decide alike, and where not, a context on which they differ.
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { exampleContext, type JsonRecord } from "../input/example-context.ts";
import { loadProver } from "../input/load-prover.ts";
import { openRunnable, type Runnable } from "../input/open-runnable.ts";
import { readSeconds } from "../input/read-seconds.ts";
import { comparisonJson, comparisonMarkdown, printComparison } from "../output/print-comparison.ts";
import type { Session } from "../session.ts";

const SECONDS = 5;

export const diffCommand = defineCommand(
  {
    name: "diff",
    summary: "show where two policies decide differently, or prove that they do not",
    operands: { usage: "OLD NEW", minimum: 2, maximum: 2 },
    options: {
      format: {
        kind: "choice",
        choices: ["pretty", "json", "markdown"],
        default: "pretty",
        summary: "how to print the differences",
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
      "Asks for every action whether some context has only one of the two policies take it; then, where both take the same, whether they give them other arguments or another order, have others wait for approval or withhold others, or come to another status. A difference is shown with a context on which evaluating both has confirmed it. What cannot be proved is listed with the reason, after the contexts of the EXAMPLEs and of boundary values have been tried.",
      "Attributes are the same when their names are. A number without a unit is read by each policy in its own. How something is written, labels and the order of rules make no difference where decisions stay. Exits with 0 only when the policies are proved to decide alike.",
    ],
    examples: [
      { line: "omegac diff factory.omni changed.omni", meaning: "what the change changes" },
      {
        line: "git show main:factory.omni | omegac diff - factory.omni --format markdown",
        meaning: "against another revision, for a pull request",
      },
    ],
  },
  async (session, [before = "", after = ""], options) => {
    if (before === "-" && after === "-") {
      throw new Failure("stdin can be one of the policies, not both");
    }
    const timeout = readSeconds(options.timeout, SECONDS) * 1000;
    const old = await openRunnable(session, before, options["stdin-filename"]);
    const changed = await openRunnable(session, after, options["stdin-filename"]);
    if (old === null || changed === null) return exitCode.findings;
    const { comparePolicies, defaultCompareOptions } = await loadProver();
    const comparison = await comparePolicies(old.program, changed.program, {
      ...defaultCompareOptions,
      timeout,
      contexts: [...exampleContexts(old), ...exampleContexts(changed)],
      progress: (answered, all) => showProgress(session, answered, all),
    });
    session.host.drawStatus("");
    const policies = { old, new: changed };
    const { format } = options;
    await session.print(
      format === "json"
        ? comparisonJson(comparison, policies)
        : format === "markdown"
          ? comparisonMarkdown(comparison, policies, session.style)
          : printComparison(comparison, policies, session.style, session.width),
    );
    return comparison.outcome === "equivalent" ? exitCode.clean : exitCode.findings;
  },
);

/** Any instant will do: what a GIVEN gives is a reading of it. */
const instant = "2026-01-01T00:00:00.000Z";

/** What the EXAMPLEs of a policy give; one whose file cannot be read gives nothing. */
function exampleContexts(policy: Runnable): readonly JsonRecord[] {
  return policy.policy.examples.flatMap((example) => {
    const context = exampleContext(policy, example, instant);
    return typeof context === "string" ? [] : [context];
  });
}

function showProgress({ host, options, words }: Session, answered: number, all: number): void {
  if (options.quiet || host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
  host.drawStatus(words.phrase(`comparing: ${answered} of ${all} questions`));
}
