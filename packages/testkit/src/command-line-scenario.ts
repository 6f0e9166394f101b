// Scenarios of the command line as text: files, commands, and what each command prints.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inTemporaryFolder, runProgram, writeInFolder } from "./command-line.ts";

/**
 * A scenario: prose that says what it is about, then steps.
 *
 * `-- name --` on a line by itself begins a file. `$ omegac check a.omni` is a command; under it stand the lines of its
 * stdout, those of its stderr behind `! `, and `[1]` where its exit status is not 0. `< name` at the end gives it a
 * file as stdin. `$ cat name` shows a file as the commands before left it.
 */
export interface CommandLineScenario {
  readonly prose: string;
  readonly steps: readonly ScenarioStep[];
}

export type ScenarioStep =
  | { readonly kind: "file"; readonly name: string; readonly content: string }
  | { readonly kind: "command"; readonly line: string; readonly output: string };

/** Reads a scenario. Blank lines before the next step belong to neither. */
export function parseCommandLineScenario(text: string): CommandLineScenario {
  const prose: string[] = [];
  const steps: { head: ScenarioStep; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const file = /^-- (.+) --$/.exec(line)?.[1];
    const command = /^\$ (.+)$/.exec(line)?.[1];
    if (file !== undefined) {
      steps.push({ head: { kind: "file", name: file, content: "" }, lines: [] });
    } else if (command !== undefined) {
      steps.push({ head: { kind: "command", line: command, output: "" }, lines: [] });
    } else {
      (steps[steps.length - 1]?.lines ?? prose).push(line);
    }
  }
  return {
    prose: prose.join("\n").trim(),
    steps: steps.map(({ head, lines }) => {
      const body = lines.join("\n").replace(/\n+$/, "");
      const ended = body === "" ? "" : `${body}\n`;
      return head.kind === "file" ? { ...head, content: ended } : { ...head, output: ended };
    }),
  };
}

/** Writes a scenario as `parseCommandLineScenario` reads it. */
export function printCommandLineScenario({ prose, steps }: CommandLineScenario): string {
  const blocks = steps.map((step) =>
    step.kind === "file" ? `-- ${step.name} --\n${step.content}` : `$ ${step.line}\n${step.output}`,
  );
  return [`${prose}\n`, ...blocks].join("\n");
}

/** The scenario with what its commands print when `program` runs them, in a folder of their own. */
export function runCommandLineScenario(
  { prose, steps }: CommandLineScenario,
  program: string,
): Promise<CommandLineScenario> {
  return inTemporaryFolder(async (folder) => {
    const done: ScenarioStep[] = [];
    for (const step of steps) {
      if (step.kind === "file") {
        await writeInFolder(folder, step.name, step.content);
        done.push(step);
      } else {
        const output = await runCommand(step.line, program, folder);
        done.push({ ...step, output: visibleControls(output) });
      }
    }
    return { prose, steps: done };
  });
}

/** Escape sequences, and line ends that are more than a line feed, would be lost in an editor or a checkout. */
function visibleControls(output: string): string {
  return output.replaceAll("\u001b", "␛").replaceAll("\r", "␍");
}

async function runCommand(line: string, program: string, folder: string): Promise<string> {
  const [name, ...rest] = splitWords(line);
  if (name === "cat") return readFile(join(folder, rest[0] ?? ""), "utf8");
  if (name !== "omegac") throw new Error(`a scenario runs omegac or cat, not ${name}`);
  const redirection = rest.lastIndexOf("<");
  const stdin =
    redirection < 0 ? "" : await readFile(join(folder, rest[redirection + 1] ?? ""), "utf8");
  const argv = redirection < 0 ? rest : rest.slice(0, redirection);
  const { stdout, stderr, exitCode } = await runProgram(program, argv, folder, { stdin });
  const complaints = endLine(stderr)
    .replaceAll(folder, "FOLDER")
    .replace(/^(.*)\n/gm, (_, text: string) => `${`! ${text}`.trimEnd()}\n`);
  return `${endLine(stdout)}${complaints}${exitCode === 0 ? "" : `[${exitCode}]\n`}`;
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** Words as a shell splits them, with single and double quotes. */
function splitWords(line: string): string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"));
}
