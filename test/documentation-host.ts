// What the code blocks of documentation and of language scenarios run with: `omegac` in a folder, and TypeScript programs.
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandOutcome, type DocumentationHost, runTypeScript } from "@omega/testkit";
import { bundleModuleRuntime } from "../packages/cli/scripts/bundle-module-runtime.ts";
import type { Host, Output } from "../packages/cli/src/host.ts";
import { runCommandLine } from "../packages/cli/src/run-command-line.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How wide terminals are, unless a page is about something else. */
const usualColumns = 100;

/** Runs the blocks of one page in a folder, which is made and keeps what they write. */
export function createDocumentationHost(folder: string, columns = usualColumns): DocumentationHost {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  return {
    runCommands: (commands, files) => {
      for (const [name, text] of files) write(name, text);
      if (commands.some((command) => command.includes("examples/"))) copyExamples(folder);
      return runCommands(commands, folder, columns);
    },
    runProgram: (program, files, { line, where }) => {
      for (const [name, text] of files) write(name, text);
      const name = `line-${line}.ts`;
      write(name, `${program}\nexport {};\n`);
      return runTypeScript(join(folder, name), root, where);
    },
  };
}

function copyExamples(folder: string): void {
  const examples = join(folder, "examples");
  if (!existsSync(examples)) cpSync(join(root, "examples"), examples, { recursive: true });
}

/** What commands print; all of it, as a terminal shows it. */
async function runCommands(
  commands: readonly string[],
  folder: string,
  columns: number,
): Promise<readonly CommandOutcome[]> {
  mkdirSync(folder, { recursive: true });
  const outcomes: CommandOutcome[] = [];
  for (const command of commands) {
    outcomes.push(
      command === "echo $?"
        ? { printed: String(outcomes.at(-1)?.exitCode ?? 0), exitCode: 0 }
        : await runCommand(command, folder, columns),
    );
  }
  return outcomes;
}

const commandShape = /^(?<words>omegac .*?)(?: > (?<file>[\w./-]+))?(?<forgiven> \|\| true)?$/;

/** `omegac …`, whose output may go to a file (`> NAME`) and whose failure may be forgiven (`|| true`). */
async function runCommand(
  command: string,
  folder: string,
  columns: number,
): Promise<CommandOutcome> {
  const { words, file, forgiven } = commandShape.exec(command)?.groups ?? {};
  if (words === undefined) {
    return { printed: `only omegac and echo $? run here, not ${command}`, exitCode: 127 };
  }
  if (words.startsWith("omegac compile")) await provideModuleRuntime();
  let printed = "";
  let written = "";
  const output = (take: (text: string) => void): Output => ({
    isTerminal: false,
    columns,
    write: async (text) => take(text),
  });
  const terminal = output((text) => {
    printed += text;
  });
  const redirected = output((text) => {
    written += text;
  });
  const exitCode = await runCommandLine(wordsOf(words).slice(1), {
    ...surroundings,
    folder,
    stdout: file === undefined ? terminal : redirected,
    stderr: terminal,
  });
  if (file !== undefined) writeFileSync(join(folder, file), written);
  return { printed, exitCode: forgiven === undefined ? exitCode : 0 };
}

/** What the bundle defines and written modules stand on; here omegac runs from source. */
async function provideModuleRuntime(): Promise<void> {
  if ("MODULE_RUNTIME" in globalThis) return;
  Object.assign(globalThis, { MODULE_RUNTIME: await bundleModuleRuntime() });
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
