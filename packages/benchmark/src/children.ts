// Runs parts of the benchmark in processes of their own: the same Node.js, the same way of reading TypeScript if any.
import { spawn } from "node:child_process";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);

/** Arguments to Node.js that run a script of `children/`. */
export function childArguments(script: string, args: readonly string[]): readonly string[] {
  const file = join(dirname(here), "children", `${script}${extname(here)}`);
  return [...process.execArgv, file, ...args];
}

/** The JSON that a part of the benchmark prints. Rejects with what it wrote to stderr where it fails. */
export function runPart(part: string, isQuick: boolean): Promise<unknown> {
  const args = ["--expose-gc", ...childArguments("part", isQuick ? [part, "--quick"] : [part])];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve(JSON.parse(Buffer.concat(output).toString()));
      else reject(new Error(`${part}: ${Buffer.concat(complaints).toString().trim()}`));
    });
  });
}
