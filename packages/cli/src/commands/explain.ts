// `omegac explain`: why a decision is what it is, or what a diagnostic means.
import { diagnosticPage, diagnosticRules, explainDecision } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { Failure, unknownName } from "../failure.ts";
import { createDecider, decisionOptions } from "../input/decision-options.ts";
import { openRunnable } from "../input/open-runnable.ts";
import { readContext } from "../input/read-context.ts";
import { printExplanation } from "../output/print-explanation.ts";
import { printMarkdown } from "../output/print-markdown.ts";
import type { Session } from "../session.ts";

export const explainCommand = defineCommand(
  {
    name: "explain",
    summary: "say why an action was or was not taken, or what a diagnostic means",
    operands: { usage: "FILE|CODE", minimum: 1, maximum: 1 },
    options: {
      ...decisionOptions,
      action: {
        kind: "text",
        placeholder: "ACTION",
        short: "a",
        summary: "explain what became of this action, in every place that takes it",
      },
      format: {
        kind: "choice",
        choices: ["pretty", "json"],
        default: "pretty",
        summary: "how to print the explanation",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Evaluates a policy against a context and says what every rule tried, how it came out, and which atoms of its condition decided that.",
      "With a diagnostic's code instead of a file, prints the page of that code.",
    ],
    examples: [
      {
        line: "omegac explain factory.omni --context cell.json --action StopMachine",
        meaning: "why the machine stops, or why not",
      },
      { line: "omegac explain OM3001", meaning: "what a diagnostic means and what to do" },
    ],
  },
  async (session, [operand = ""], options) => {
    if (/^OM\d+$/i.test(operand)) return explainCode(session, operand.toUpperCase());
    if (operand === "-" && options.context === "-") {
      throw new Failure("stdin can be the policy or the context, not both");
    }
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const { document, policy, program } = opened;
    const { action } = options;
    const names = program.actions.map(({ name }) => name);
    if (action !== null && !names.includes(action)) {
      throw await unknownName("no rule takes", action, names);
    }
    const decide = createDecider(session, document, policy, options);
    const context = options.context === null ? {} : await readContext(session, options.context);
    const decision = decide(context, true);
    if (decision.status === "rejected") {
      for (const { message } of decision.problems) await session.complain(`error: ${message}\n`);
      return exitCode.findings;
    }
    const explanation = explainDecision(program, decision, action === null ? {} : { action });
    await session.print(
      options.format === "json"
        ? `${JSON.stringify(explanation)}\n`
        : printExplanation(explanation, session.style, session.width),
    );
    return exitCode.clean;
  },
);

async function explainCode(session: Session, code: string): Promise<ExitCode> {
  const page = diagnosticPage(code);
  if (page === null) {
    const codes = diagnosticRules.map((rule) => rule.code);
    throw await unknownName("there is no diagnostic", code, codes);
  }
  await session.print(printMarkdown(page, session.style, session.width));
  return exitCode.clean;
}
