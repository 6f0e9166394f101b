// Runs a command-line program as its users do: a process of its own, in a folder that holds just the files given.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";

/** What came of a run. */
export interface CommandLineOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** Null when a signal ended the program. */
  readonly exitCode: number | null;
  /** The text of a file as the run left it; null when there is none. */
  readonly file: (name: string) => string | null;
  /** The names of all files that the run left, sorted. */
  readonly files: readonly string[];
}

/** A run being prepared. Each call gives a new one, so that a beginning can be shared. */
export interface CommandLine {
  readonly file: (name: string, content: string | Uint8Array) => CommandLine;
  readonly stdin: (content: string | Uint8Array) => CommandLine;
  readonly environment: (variables: Readonly<Record<string, string>>) => CommandLine;
  readonly run: (...argv: readonly string[]) => Promise<CommandLineOutcome>;
}

/** Prepares runs of the Node program at `program`. */
export function commandLine(program: string): CommandLine {
  return prepare({ program, files: new Map(), stdin: "", environment: {} });
}

interface Preparation {
  readonly program: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly stdin: string | Uint8Array;
  readonly environment: Readonly<Record<string, string>>;
}

function prepare(preparation: Preparation): CommandLine {
  const { files, environment } = preparation;
  return {
    file: (name, content) =>
      prepare({ ...preparation, files: new Map([...files, [name, content]]) }),
    stdin: (stdin) => prepare({ ...preparation, stdin }),
    environment: (variables) =>
      prepare({ ...preparation, environment: { ...environment, ...variables } }),
    run: (...argv) =>
      inTemporaryFolder(async (folder) => {
        for (const [name, content] of files) await writeInFolder(folder, name, content);
        const result = await runProgram(preparation.program, argv, folder, preparation);
        const left = await readFolder(folder);
        return {
          ...result,
          files: [...left.keys()].sort(),
          file: (name) => left.get(name) ?? null,
        };
      }),
  };
}

/** Gives `work` an empty folder that is gone afterwards. */
export async function inTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "omega-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a file and the folders it is in. */
export async function writeInFolder(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll(sep, "/"), await readFile(path, "utf8"));
  }
  return files;
}

/** Runs a Node program in `folder`, with `flags` of Node's, and nothing of the caller's environment but where programs are. */
export function runProgram(
  program: string,
  argv: readonly string[],
  folder: string,
  {
    stdin = "",
    environment = {},
    flags = [],
  }: Partial<Pick<Preparation, "stdin" | "environment">> & { readonly flags?: readonly string[] },
): Promise<Pick<CommandLineOutcome, "stdout" | "stderr" | "exitCode">> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, program, ...argv], {
      cwd: folder,
      env: { PATH: process.env.PATH, TZ: "UTC", ...environment },
      stdio: "pipe",
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ ...output, exitCode }));
    // A program that does not read its input closes it, which is no mistake.
    child.stdin.on("error", () => {}).end(stdin);
  });
}
