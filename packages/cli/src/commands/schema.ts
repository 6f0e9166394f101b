// `omegac schema`: what a policy's context has to look like.
import { contextSchema, contextTypes } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { openRunnable } from "../input/open-runnable.ts";

export const schemaCommand = defineCommand(
  {
    name: "schema",
    summary: "print the JSON Schema of a policy's context, or its TypeScript types",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      types: { kind: "switch", summary: "print TypeScript types instead" },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Prints the JSON Schema (draft 2020-12) of the context that a policy reads: what a host has to send, and what it may leave out.",
    ],
    examples: [
      { line: "omegac schema factory.omni > factory.schema.json", meaning: "for validation" },
      {
        line: "omegac schema --types factory.omni > factory.d.ts",
        meaning: "for a host in TypeScript",
      },
    ],
  },
  async (session, [operand = ""], options) => {
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const { program } = opened;
    await session.print(
      options.types
        ? contextTypes(program)
        : `${JSON.stringify(contextSchema(program), null, 2)}\n`,
    );
    return exitCode.clean;
  },
);
