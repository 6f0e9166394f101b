// Runs TypeScript programs as their readers would: bundled with what they import, in a process of Node's own.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { runProgram } from "./command-line.ts";

/** `record(line, value)` of a program appends what it is given to a file, a line for each call. */
const recorder = (file: string): string => `
import { appendFileSync as appendRecord } from "node:fs";
const record = (line, value) =>
  appendRecord(${JSON.stringify(file)}, JSON.stringify([line, JSON.stringify(value) ?? null, String(value)]) + "\\n");
`;

/**
 * Runs the program at `path`, in its folder; `resolveFolder` is where the packages it imports are found. Gives what it
 * recorded, by line. `browser` bundles it for one and runs nothing; `no-eval` runs it where no code can be made from
 * text. Rejects with what the program or the bundler says when it fails.
 */
export async function runTypeScript(
  path: string,
  resolveFolder: string,
  where: "node" | "browser" | "no-eval",
): Promise<ReadonlyMap<number, unknown>> {
  const bundled = path.replace(/\.ts$/, ".mjs");
  const records = path.replace(/\.ts$/, ".records");
  await build({
    entryPoints: [path],
    outfile: bundled,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: where === "browser" ? "browser" : "node",
    conditions: ["omega-source"],
    nodePaths: [join(resolveFolder, "node_modules")],
    logLevel: "silent",
    ...(where === "browser" ? {} : { banner: { js: recorder(records) } }),
  });
  if (where === "browser") return new Map();
  const flags = where === "no-eval" ? ["--disallow-code-generation-from-strings"] : [];
  const { exitCode, stdout, stderr } = await runProgram(bundled, [], dirname(path), { flags });
  if (exitCode !== 0) throw new Error(`the program failed: ${stderr || stdout}`);
  const lines = await readFile(records, "utf8").catch(() => "");
  return new Map(lines.split("\n").flatMap((line) => (line === "" ? [] : [readRecord(line)])));
}

function readRecord(text: string): readonly [number, unknown] {
  const [line, json, printed]: [number, string | null, string] = JSON.parse(text);
  return [line, json === null ? printed : JSON.parse(json)];
}
