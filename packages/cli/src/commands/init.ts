// `omegac init`: a project around policies: its configuration, an editor's recommendation, a first policy.
import { join, resolve } from "node:path";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { configurationFileName } from "../configuration/find-configuration.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { createFile } from "../input/create-file.ts";
import { displayPath } from "../input/find-files.ts";
import { readToday, todayOption } from "../input/read-today.ts";
import { loadStarters } from "../locales/words.ts";

export const initCommand = defineCommand(
  {
    name: "init",
    summary: "make a folder a project: configuration, editor recommendation, a first policy",
    operands: { usage: "[FOLDER]", minimum: 0, maximum: 1 },
    options: {
      strict: { kind: "switch", summary: "be strict from the beginning" },
      ...todayOption,
      ...sharedOptions,
    },
    description: [
      `Writes ${configurationFileName}, .vscode/extensions.json and policies/first.omni into the folder, the working folder unless named. A folder that has a configuration is a project already, and is left alone; so is every other file that exists.`,
    ],
    examples: [
      { line: "omegac init", meaning: "the working folder" },
      { line: "omegac init --strict policies-of-the-plant", meaning: "a new folder" },
    ],
  },
  async (session, [operand = "."], { strict, today }) => {
    const { folder } = session.host;
    const root = resolve(folder, operand);
    const starters = await loadStarters(session.style.words);
    const files: readonly (readonly [string, string])[] = [
      [configurationFileName, configuration(strict)],
      [".vscode/extensions.json", recommendation],
      ["policies/first.omni", starters.minimal(readToday(session, today))],
    ];
    for (const [name, text] of files) {
      const location = join(root, name);
      const path = displayPath(location, folder);
      const creation = createFile(location, text);
      switch (creation.kind) {
        case "created":
          await session.note(`wrote ${path}\n`);
          break;
        case "exists":
          if (name === configurationFileName) {
            throw new Failure(
              `\`${path}\` exists already, so this is a project; nothing was written`,
            );
          }
          await session.note(`left ${path} as it is\n`);
          break;
        case "failed":
          throw new Failure(`\`${path}\` ${creation.reason}`);
      }
    }
    const where = operand === "." ? "" : ` ${operand}`;
    await session.note(`  omegac check${where}\n  omegac test${where}\n`);
    return exitCode.clean;
  },
);

function configuration(strict: boolean): string {
  const settings = {
    $schema: "./node_modules/@omega/cli/omega.config.schema.json",
    strict,
    severities: {},
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

const recommendation = `${JSON.stringify({ recommendations: ["omega.omega-vscode"] }, null, 2)}\n`;
