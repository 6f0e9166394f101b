// `omegac new`: a document to begin with.
import { resolve } from "node:path";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { createFile } from "../input/create-file.ts";
import { displayPath } from "../input/find-files.ts";
import { readToday, todayOption } from "../input/read-today.ts";
import { loadStarters } from "../locales/words.ts";
import { starterNames } from "../starters/starter.ts";

export const newCommand = defineCommand(
  {
    name: "new",
    summary: "begin a policy from a small one that works",
    operands: { usage: "NAME", minimum: 1, maximum: 1 },
    options: {
      template: {
        kind: "choice",
        choices: starterNames,
        default: "minimal",
        short: "t",
        summary: "what to begin with",
      },
      ...todayOption,
      ...sharedOptions,
    },
    description: [
      "Writes NAME.omni: a policy without findings, even under --strict, whose examples pass. Change it piece by piece, and run omegac check and omegac test as you go. A file that exists is left alone.",
    ],
    examples: [
      { line: "omegac new cold-store", meaning: "cold-store.omni" },
      {
        line: "omegac new cells/robot --template machine-safety",
        meaning: "fresh readings, loops, constraints and a failsafe",
      },
    ],
  },
  async (session, [name = ""], options) => {
    const { folder } = session.host;
    if (/[/\\]$/.test(name) || /(^|[/\\])\.*$/.test(name)) {
      throw new Failure(`\`${name}\` names no file`, "write a name such as cold-store");
    }
    const location = resolve(folder, name.endsWith(".omni") ? name : `${name}.omni`);
    const path = displayPath(location, folder);
    const starters = await loadStarters(session.style.words);
    const text = starters[options.template](readToday(session, options.today));
    const creation = createFile(location, text);
    switch (creation.kind) {
      case "exists":
        throw new Failure(`\`${path}\` exists already`, "choose another name");
      case "failed":
        throw new Failure(`\`${path}\` ${creation.reason}`);
      case "created":
        await session.note(`wrote ${path}\n  omegac check ${path}\n  omegac test ${path}\n`);
        return exitCode.clean;
    }
  },
);
