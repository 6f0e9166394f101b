// `omegac explain`: why a decision is what it is, or what a diagnostic means.
import {
  type Decision,
  diagnosticPage,
  diagnosticRules,
  type Example,
  type Explanation,
  explainDecision,
  type Policy,
  runExample,
} from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { Failure, unknownName } from "../failure.ts";
import { createDecider, decisionOptions, requireInstant } from "../input/decision-options.ts";
import { openRunnable, type Runnable } from "../input/open-runnable.ts";
import { readAssignments } from "../input/read-assignments.ts";
import { readContext } from "../input/read-context.ts";
import { explanationMarkdown, printExplanation } from "../output/print-explanation.ts";
import { printMarkdown } from "../output/print-markdown.ts";
import type { Session } from "../session.ts";

export const explainCommand = defineCommand(
  {
    name: "explain",
    summary: "say why an action was or was not taken, or what a diagnostic means",
    operands: { usage: "FILE|CODE", minimum: 1, maximum: 1 },
    options: {
      ...decisionOptions,
      example: {
        kind: "text",
        placeholder: "NAME",
        short: "e",
        summary: "explain the decision of an EXAMPLE of the document; --set changes what it gives",
      },
      action: {
        kind: "text",
        placeholder: "ACTION",
        short: "a",
        summary: "explain what became of this action, in every place that takes it",
      },
      flip: {
        kind: "text",
        placeholder: "ACTION",
        summary:
          "find the smallest change of the context that takes this action, or no longer does",
      },
      format: {
        kind: "choice",
        choices: ["pretty", "json", "markdown"],
        default: "pretty",
        summary: "how to print the explanation",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Evaluates a policy against a context and shows every rule as a tree: what fired (✓), what did not (·) and which atoms of its condition decided that, what is undecided (?) and which datum was missing, what was never come to (-) and why; then every constraint.",
      "With --action, only what concerns that action: why it is taken, why not, or which constraint withholds it.",
      "With --flip, the smallest change of the context that makes an action happen, or keeps it from happening: as few readings as can be, each as near as can be to what it was, in its own unit. A solver looks for it, and evaluation confirms it.",
      "With a diagnostic's code instead of a file, prints the page of that code.",
    ],
    examples: [
      {
        line: "omegac explain factory.omni --context cell.json --action StopMachine",
        meaning: "why the machine stops, or why not",
      },
      {
        line: 'omegac explain factory.omni --example "a hand in the cell"',
        meaning: "why an example decides as it does",
      },
      {
        line: "omegac explain factory.omni --context cell.json --flip StopMachine",
        meaning: "what would have to be otherwise",
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
    const { program } = opened;
    const { action, flip } = options;
    const names = program.actions.map(({ name }) => name);
    for (const name of [action, flip]) {
      if (name !== null && !names.includes(name))
        throw await unknownName("no rule takes", name, names);
    }
    if (options.example !== null) requireNoOtherContext(options);
    if (flip !== null) {
      if (action !== null) throw new Failure("`--action` and `--flip` exclude each other");
      const { explainFlip } = await import("./explain-flip.ts");
      return explainFlip(session, opened, flip, options, (name) =>
        findExample(opened.policy, name),
      );
    }
    const decision =
      options.example === null
        ? await decideInContext(session, opened, options)
        : await decideExample(session, opened, options.example, options);
    if (decision.status === "rejected") {
      for (const { message } of decision.problems) await session.complain(`error: ${message}\n`);
      return exitCode.findings;
    }
    const explanation = explainDecision(program, decision, action === null ? {} : { action });
    await session.print(show(explanation, opened, options.format, session));
    return exitCode.clean;
  },
);

type DecisionOptions = Parameters<typeof createDecider>[3] & { readonly context: string | null };

async function decideInContext(
  session: Session,
  { document, policy }: Runnable,
  options: DecisionOptions,
): Promise<Decision> {
  const decide = createDecider(session, document, policy, options);
  const context = options.context === null ? {} : await readContext(session, options.context);
  return decide(context, true);
}

/** An EXAMPLE brings its own context and clock; assignments and `--now` count over them. */
async function decideExample(
  session: Session,
  { document, policy, program }: Runnable,
  name: string,
  options: DecisionOptions,
): Promise<Decision> {
  requireInstant(options.now);
  const example = await findExample(policy, name);
  const givens = [...example.givens, ...readAssignments(session, document, options.set)];
  const changed = { ...example, givens, now: options.now ?? example.now };
  const { load } = document.options;
  const { decision, message } = runExample(program, changed, policy.settings, {
    loadText: load,
    trace: true,
  });
  if (decision === null) throw new Failure(message, null, exitCode.findings);
  return decision;
}

/** An EXAMPLE brings its own context. */
function requireNoOtherContext(options: DecisionOptions): void {
  if (options.context !== null || options["sample-defaults"] === "on") {
    const given = options.context === null ? "--sample-defaults on" : "--context";
    throw new Failure(
      `\`--example\` and \`${given}\` exclude each other`,
      "an EXAMPLE has its own context, in which samples do not stand in",
    );
  }
}

async function findExample({ examples }: Policy, name: string): Promise<Example> {
  const found = examples.find(({ title }) => title === name);
  if (found !== undefined) return found;
  throw await unknownName(
    "the document has no EXAMPLE",
    name,
    examples.map(({ title }) => title),
  );
}

function show(
  explanation: Explanation,
  { document }: Runnable,
  format: "pretty" | "json" | "markdown",
  { style, width }: Session,
): string {
  switch (format) {
    case "pretty":
      return printExplanation(explanation, style, width);
    case "json":
      return `${JSON.stringify(explanation)}\n`;
    case "markdown":
      return explanationMarkdown(explanation, `Why ${document.file.path} decides so`, style);
  }
}

async function explainCode(session: Session, code: string): Promise<ExitCode> {
  const page = diagnosticPage(code, session.words);
  if (page === null) {
    const codes = diagnosticRules.map((rule) => rule.code);
    throw await unknownName("there is no diagnostic", code, codes);
  }
  await session.print(printMarkdown(page, session.style, session.width));
  return exitCode.clean;
}
