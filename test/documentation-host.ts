// What the code blocks of documentation and of language scenarios run with: `omegac` in a folder, and TypeScript programs.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as core from "@omega/core";
import type { DocumentationHost } from "@omega/testkit";
import { transformWithOxc } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const documentationHost: DocumentationHost = {
  runCommands: async (commands, files) =>
    withFolder(files, (folder) => runCommands(commands, folder)),
  runProgram,
};

// --- terminals ----------------------------------------------------------------------------------------------------

/** The folder that commands run in: the examples, and what the page names. */
function withFolder<Result>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "omega-documentation-"));
  try {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const typeScript = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const omegac = [
  "--conditions=omega-source",
  "--import",
  typeScript,
  join(root, "packages", "cli", "src", "main.ts"),
];

/** What `omegac …` and `echo $?` print; data first, then what is for people. */
function runCommands(commands: readonly string[], folder: string): readonly string[] {
  let exitCode = 0;
  return commands.map((command) => {
    if (command === "echo $?") return String(exitCode);
    const [program, ...args] = wordsOf(command);
    if (program !== "omegac") return `only omegac and echo $? run here, not ${program}`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...omegac, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", COLUMNS: "100" },
    });
    exitCode = status ?? -1;
    return [stdout, stderr]
      .map((text) => text.trimEnd())
      .filter(Boolean)
      .join("\n");
  });
}

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
