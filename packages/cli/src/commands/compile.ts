// `omegac compile`: a checked policy as a module that runs by itself, or as a program for tools in other languages.
import { basename, dirname, relative, resolve, sep } from "node:path";
import { emitModule, programJson } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { openRunnable, type Runnable } from "../input/open-runnable.ts";
import { writeOutput } from "../input/write-file.ts";

export const compileCommand = defineCommand(
  {
    name: "compile",
    summary: "write a policy as a module, or as a program for other tools",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      target: {
        kind: "choice",
        choices: ["js", "ts", "json"],
        default: null,
        summary:
          "js or ts: a module that evaluates the policy and imports nothing; json: the resolved program",
      },
      output: {
        kind: "text",
        placeholder: "FILE",
        short: "o",
        summary: "write to a file, a module's source map beside it; stdout unless given",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Writes what a document means, once it is checked, in a form that is easy to run.",
      "A module exports `evaluate(context, options)`. It decides as `omegac run` does, to the byte.",
    ],
    examples: [
      {
        line: "omegac compile --target js factory.omni -o factory.js",
        meaning: "factory.js and factory.js.map",
      },
      { line: "omegac compile --target json factory.omni", meaning: "the program as JSON" },
    ],
  },
  async (session, [operand = ""], { target, output, ...options }) => {
    if (target === null) {
      throw new Failure("`--target` is missing", "write `--target js`, `ts` or `json`");
    }
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const location = output === null ? null : resolve(session.host.folder, output);
    const written =
      target === "json"
        ? { text: `${programJson(opened.program)}\n`, map: null }
        : await writeModule(opened, target, location);
    if (output === null || location === null) {
      await session.print(written.text);
      return exitCode.clean;
    }
    const complaint =
      writeOutput(location, output, written.text) ??
      (written.map === null ? null : writeOutput(`${location}.map`, `${output}.map`, written.map));
    if (complaint !== null) throw new Failure(complaint);
    return exitCode.clean;
  },
);

async function writeModule(
  { document, policy, program }: Runnable,
  target: "js" | "ts",
  location: string | null,
): Promise<{ readonly text: string; readonly map: string }> {
  // In a file of its own.
  const { moduleRuntime } = await import("../output/module-runtime.ts");
  const { source, settings } = policy;
  const addresses =
    location === null
      ? null
      : {
          map: `${basename(location)}.map`,
          document: addressFrom(dirname(location), document.file.location ?? source.file),
        };
  return emitModule(program, source, { target, settings, runtime: moduleRuntime, addresses });
}

function addressFrom(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}
