// How many threads work on the files: as many as asked for, or as many as pay.
import { statSync } from "node:fs";
import { Failure } from "../failure.ts";
import type { InputFile } from "../input/find-files.ts";

/** Until a thread has started and is up to speed, another one is through about so many bytes. */
const BYTES_WORTH_A_THREAD = 1_500_000;

/** Each takes memory of its own: beyond so many, only those should pay who ask for them. */
const MOST_CHOSEN = 8;
const MOST_ASKED_FOR = 256;

/**
 * Threads for `files`, the process's own among them, from 1. `asked` is what `--jobs` says: a number, `auto`, or null
 * for the same. A thread pays for so many bytes. Rejects with a `Failure` for anything else.
 */
export async function chooseJobs(
  asked: string | null,
  files: readonly InputFile[],
  bytesWorthAThread = BYTES_WORTH_A_THREAD,
): Promise<number> {
  const wanted = asked === null || asked === "auto" ? null : readJobs(asked);
  // Nobody but the process itself can read its stdin.
  if (files.length < 2 || files.some(({ location }) => location === null)) return 1;
  return Math.min(files.length, wanted ?? (await jobsThatPay(files, bytesWorthAThread)));
}

function readJobs(asked: string): number {
  const jobs = /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
  if (jobs >= 1 && jobs <= MOST_ASKED_FOR) return jobs;
  throw new Failure(
    `\`--jobs\` cannot be \`${asked}\``,
    `it takes a whole number from 1 to ${MOST_ASKED_FOR}, or \`auto\``,
  );
}

async function jobsThatPay(
  files: readonly InputFile[],
  bytesWorthAThread: number,
): Promise<number> {
  const { availableParallelism } = await import("node:os");
  const most = Math.min(availableParallelism(), MOST_CHOSEN);
  let bytes = 0;
  for (const { location } of files) {
    if (bytes >= most * bytesWorthAThread) break;
    bytes += location === null ? 0 : (statSync(location, { throwIfNoEntry: false })?.size ?? 0);
  }
  return Math.max(1, Math.min(most, Math.floor(bytes / bytesWorthAThread)));
}
