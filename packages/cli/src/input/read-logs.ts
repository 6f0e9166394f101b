// Logs of decisions: operands to files, files to lines. Compressed ones are recognised by how they begin.
import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import { displayPath } from "./find-files.ts";
import { peekStream } from "./peek-stream.ts";
import { readLines, type StreamLine } from "./read-lines.ts";
import { reasonOf } from "./read-text.ts";

/** A log to read. */
export interface LogFile {
  /** Absolute; null for stdin. */
  readonly location: string | null;
  /** As messages name it. */
  readonly path: string;
}

/** The logs that files, folders, patterns and `-` mean, each once. Throws a `Failure` for an operand that means none. */
export async function findLogs(
  { host }: Session,
  operands: readonly string[],
): Promise<readonly LogFile[]> {
  const logs = new Map<string, LogFile>();
  for (const operand of operands) {
    if (operand === "-") {
      logs.set("-", { location: null, path: "stdin" });
      continue;
    }
    for (const location of await expand(operand, host.folder)) {
      logs.set(location, { location, path: displayPath(location, host.folder) });
    }
  }
  return [...logs.values()];
}

async function expand(operand: string, folder: string): Promise<readonly string[]> {
  const location = resolve(folder, operand);
  try {
    if (!statSync(location).isDirectory()) return [location];
  } catch (error) {
    const isPattern = /[*?[{]/.test(operand) && reasonOf(error) === "does not exist";
    if (!isPattern) throw new Failure(`the log \`${operand}\` ${reasonOf(error)}`);
    const { matchingLogs } = await import("./match-documents.ts");
    const matches = await matchingLogs(operand, folder);
    if (matches.length > 0) return matches;
    throw new Failure(`\`${operand}\` matches no file`);
  }
  const { logsIn } = await import("./match-documents.ts");
  const logs = await logsIn(location);
  if (logs.length > 0) return logs;
  throw new Failure(`the folder \`${operand}\` holds no \`.jsonl\` file`);
}

/** The lines of a log. One that cannot be read to its end gives a last line that says why. */
export async function* readLog(
  { host }: Session,
  { location }: LogFile,
): AsyncGenerator<StreamLine> {
  const stream = location === null ? host.stdin() : createReadStream(location);
  let last = 0;
  try {
    for await (const line of readLines(await decompressed(stream))) {
      last = line.number;
      yield line;
    }
  } catch (error) {
    yield { number: last + 1, flaw: `cannot be read: ${reasonOf(error)}` };
  }
}

/** The stream as it is, or what it holds where it is compressed by gzip. */
async function decompressed(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const { first, whole } = await peekStream(stream);
  if (first?.[0] !== 0x1f || first[1] !== 0x8b) return whole;
  const { createGunzip } = await import("node:zlib");
  const { pipeline, Readable } = await import("node:stream");
  // An error of reading or of the compression is thrown to who reads what comes out.
  return pipeline(Readable.from(whole), createGunzip(), () => {});
}
