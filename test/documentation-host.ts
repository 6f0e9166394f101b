// What the code blocks of documentation and of language scenarios run with: `omegac` in a folder, and TypeScript programs.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "@omega/core";
import type { DocumentationHost } from "@omega/testkit";
import { transformWithOxc } from "vite";
import type { Host, Output } from "../packages/cli/src/host.ts";
import { runCommandLine } from "../packages/cli/src/run-command-line.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const documentationHost: DocumentationHost = {
  runCommands: (commands, files) => withFolder(files, (folder) => runCommands(commands, folder)),
  runProgram,
};

// --- terminals ----------------------------------------------------------------------------------------------------

/** The folder that commands run in: the examples, and what the page names. */
async function withFolder<Result>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "omega-documentation-"));
  try {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `omegac …` and `echo $?` print; all of it, as a terminal shows it. */
async function runCommands(
  commands: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  let exitCode = 0;
  const printed: string[] = [];
  for (const command of commands) {
    const [program, ...argv] = wordsOf(command);
    let text = "";
    const terminal: Output = {
      isTerminal: false,
      columns: 100,
      write: async (more) => {
        text += more;
      },
    };
    if (command === "echo $?") text = String(exitCode);
    else if (program === "omegac") {
      exitCode = await runCommandLine(argv, {
        ...surroundings,
        folder,
        stdout: terminal,
        stderr: terminal,
      });
    } else text = `only omegac and echo $? run here, not ${program}`;
    printed.push(text);
  }
  return printed;
}

const surroundings: Omit<Host, "folder" | "stdout" | "stderr"> = {
  environment: { NO_COLOR: "1" },
  stdin: async function* () {},
  now: () => Date.parse("2026-05-01T08:00:00Z"),
  runtime: { version: "v20.19.0", platform: "linux", architecture: "x64", script: "/omegac" },
  drawStatus: () => {},
  startThread: null,
  terminal: () => null,
};

/** A command's words; quotes keep spaces. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|[^\s'"]+/g)].map(
    ([word, single, double]) => single ?? double ?? word,
  );
}

// --- programs -----------------------------------------------------------------------------------------------------

const imports = /import (?:type )?\{([^}]*)\} from "([^"]+)";/g;

/** Runs a TypeScript program that imports `@omega/core`, and from `node:fs` the page's files. */
async function runProgram(
  program: string,
  files: ReadonlyMap<string, string>,
  record: (line: number, value: unknown) => void,
): Promise<void> {
  const modules = {
    "@omega/core": core,
    "node:fs": {
      readFileSync(name: string): string {
        const text = files.get(name);
        if (text === undefined) throw new Error(`no block above is named ${name}`);
        return text;
      },
    },
  };
  const { code } = await transformWithOxc(`export {};\n${program}`, "block.ts", { lang: "ts" });
  const body = code
    .replace(/export \{\};?/g, "")
    .replace(imports, (_match, names: string, from: string) => {
      const bound = names.replaceAll(" as ", ": ");
      return `const {${bound}} = modules[${JSON.stringify(from)}];`;
    });
  // The constructor of asynchronous functions has no name of its own.
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction("modules", "record", body)(modules, record);
}
