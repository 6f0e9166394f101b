// `omegac compile`: the checked, resolved program of a policy, for tools in other languages.
import { programJson } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { openRunnable } from "../input/open-runnable.ts";

export const compileCommand = defineCommand(
  {
    name: "compile",
    summary: "write a policy as a program for other tools",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      target: {
        kind: "choice",
        choices: ["json"],
        default: null,
        summary: "json: the resolved program, names as slots and literals converted",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Prints what a document means, once it is checked, in a form that is easy to run.",
    ],
    examples: [
      { line: "omegac compile --target json factory.omni", meaning: "the program as JSON" },
    ],
  },
  async (session, [operand = ""], options) => {
    if (options.target === null) {
      throw new Failure("`--target` is missing", "write `--target json`");
    }
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    await session.print(`${programJson(opened.program)}\n`);
    return exitCode.clean;
  },
);
