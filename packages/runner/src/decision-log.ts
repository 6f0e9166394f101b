// The decision log of a runner: records appended to a file by the line, rotated by size, through a buffer that has an end.
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { RunnerSettings } from "./settings.ts";

export interface DecisionLog {
  /**
   * Takes records, lines with their ends. Under `drop` they are taken at once, or dropped and counted; under `block` the
   * promise holds until they are in the file, and is false where they could not be written.
   */
  readonly write: (lines: readonly string[]) => Promise<boolean>;
  readonly counts: DecisionLogCounts;
  /** Bytes that wait to be written. */
  readonly waiting: () => number;
  /** Writes what waits, and closes the file. */
  readonly close: () => Promise<void>;
}

interface DecisionLogCounts {
  written: number;
  dropped: number;
  /** Times that the file could not be written. */
  failures: number;
}

export type DecisionLogOptions = Pick<
  RunnerSettings,
  "onFull" | "decisionLogMegabytes" | "decisionLogFiles"
> & {
  readonly path: string;
  /** Told once for each time that writing begins to fail. */
  readonly complain: (error: unknown) => void;
  /** Bytes that may wait. */
  readonly bufferMaximum?: number;
};

interface Entry {
  readonly text: string;
  readonly lines: number;
  readonly settle: (isWritten: boolean) => void;
}

const defaultBuffer = 16 * 1_048_576;
/** Written at once at most, so that a file is rotated near its size. */
const batchBytes = 1_048_576;

/** Opens the log; rejects where the file cannot be written, so that a runner does not start without what it was told to keep. */
export async function openDecisionLog(options: DecisionLogOptions): Promise<DecisionLog> {
  const { path, onFull, complain, bufferMaximum = defaultBuffer } = options;
  const largest = options.decisionLogMegabytes * 1_048_576;
  const counts: DecisionLogCounts = { written: 0, dropped: 0, failures: 0 };
  let file = await open(path, "a", 0o600);
  let size = (await file.stat()).size;
  let entries: Entry[] = [];
  let waiting = 0;
  let writing: Promise<void> | null = null;
  let isFailing = false;

  async function append(text: string): Promise<void> {
    if (size > 0 && size + text.length > largest) {
      await file.close();
      try {
        await rotate(path, options.decisionLogFiles);
      } finally {
        file = await open(path, "a", 0o600);
        size = (await file.stat()).size;
      }
    }
    const { bytesWritten } = await file.write(text);
    size += bytesWritten;
    if (bytesWritten < Buffer.byteLength(text)) throw new Error("the disk took a part only");
  }

  async function writeAll(): Promise<void> {
    while (entries.length > 0) {
      const batch = takeBatch();
      let isWritten = true;
      try {
        await append(batch.map(({ text }) => text).join(""));
        isFailing = false;
      } catch (error) {
        isWritten = false;
        counts.failures++;
        if (!isFailing) complain(error);
        isFailing = true;
      }
      for (const { text, lines, settle } of batch) {
        waiting -= text.length;
        if (isWritten) counts.written += lines;
        else counts.dropped += lines;
        settle(isWritten);
      }
    }
  }

  function takeBatch(): readonly Entry[] {
    let bytes = 0;
    const end = entries.findIndex(({ text }, index) => {
      bytes += text.length;
      return index > 0 && bytes > batchBytes;
    });
    const batch = end < 0 ? entries : entries.slice(0, end);
    entries = end < 0 ? [] : entries.slice(end);
    return batch;
  }

  return {
    counts,
    waiting: () => waiting,
    async write(lines) {
      if (lines.length === 0) return true;
      const text = lines.join("");
      if (waiting + text.length > bufferMaximum) {
        counts.dropped += lines.length;
        return onFull === "drop";
      }
      waiting += text.length;
      const settled = new Promise<boolean>((settle) => {
        entries.push({ text, lines: lines.length, settle });
      });
      writing ??= writeAll().finally(() => {
        writing = null;
      });
      return onFull === "drop" ? true : settled;
    },
    async close() {
      await writing;
      await file.close();
    },
  };
}

/** `log.jsonl` becomes `log.1.jsonl`, what was `log.1.jsonl` becomes `log.2.jsonl`; the oldest goes. */
async function rotate(path: string, kept: number): Promise<void> {
  const name = basename(path);
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]+)?$/.exec(name) ?? [];
  const numbered = (number: number): string => join(dirname(path), `${stem}.${number}${ending}`);
  const there = new Set(await readdir(dirname(path)));
  if (there.has(basename(numbered(kept)))) await rm(numbered(kept));
  for (let number = kept - 1; number > 0; number--) {
    if (there.has(basename(numbered(number)))) await rename(numbered(number), numbered(number + 1));
  }
  if ((await stat(path)).size > 0) await rename(path, numbered(1));
}
