// `omegac repl`: set values, and see decisions change.
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { decisionOptions, requireInstant } from "../input/decision-options.ts";
import { openRunnable } from "../input/open-runnable.ts";
import { readContext } from "../input/read-context.ts";
import { countOf } from "../output/wrap-text.ts";
import { createRepl, isRecord } from "../repl/repl.ts";
import { runRepl } from "../repl/run-repl.ts";

const { set, now } = decisionOptions;
const context = { ...decisionOptions.context, summary: "the context to begin with, as JSON" };

export const replCommand = defineCommand(
  {
    name: "repl",
    summary: "set values and see decisions change",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: { context, set, now, ...sharedOptions },
    description: [
      "Reads lines such as `Distance = 0.4m, Mode = manual` and shows after each what the decision gained and lost, and why. Values are written as in GIVEN. `:help` lists the commands: explanations, contexts from and to files, and reading the policy again after it was changed.",
      "On a terminal, Tab completes names, actions, units and files, and history is kept in the XDG state folder, or in the file that OMEGA_REPL_HISTORY names (none when it is empty). On a pipe, the exit status is 1 when a line could not be done.",
    ],
    examples: [
      { line: "omegac repl factory.omni", meaning: "begin with nothing known" },
      { line: "omegac repl factory.omni -c cell.json", meaning: "begin with a context" },
    ],
  },
  async (session, [operand = ""], options) => {
    if (operand === "-" || options.context === "-") {
      throw new Failure("stdin is what `omegac repl` is talked to by", "name a file");
    }
    requireInstant(options.now);
    const opened = await openRunnable(session, operand, null);
    if (opened === null) return exitCode.findings;
    const base = options.context === null ? {} : await readContext(session, options.context);
    if (!isRecord(base)) throw new Failure(`the context \`${options.context}\` holds no object`);
    const repl = createRepl(session, opened, { base, set: options.set, now: options.now });
    const { program, document } = opened;
    await session.note(
      `${document.file.path}: ${countOf(program.attributes.length, "attribute")}, ${countOf(program.actions.length, "action")}; :help lists commands\n`,
    );
    await repl.greet();
    return runRepl(session, repl);
  },
);
