// The host that a process is: its streams, environment, working folder, clock and threads.
import { fstatSync, writeSync } from "node:fs";
import type { Host, Output, Thread } from "./host.ts";

/** Nothing is opened before it is used: opening Node's streams costs more than checking a document. */
export function processHost(threadScript: string): Host {
  const drawStatus = createStatusLine();
  const clear = (): void => drawStatus("");
  return {
    environment: process.env,
    folder: process.cwd(),
    stdin: () => process.stdin,
    terminal: () =>
      process.stdin.isTTY && process.stdout.isTTY
        ? { input: process.stdin, output: process.stdout }
        : null,
    stdout: outputTo(STDOUT, () => process.stdout, clear),
    stderr: outputTo(STDERR, () => process.stderr, clear),
    now: Date.now,
    runtime: {
      version: process.version,
      platform: process.platform,
      architecture: process.arch,
      script: process.argv[1] ?? process.execPath,
    },
    drawStatus,
    startThread: (order) => startThread(threadScript, order),
    onEnd,
  };
}

/** Ctrl-Break and closing the window are what Windows has besides Ctrl-C. */
function onEnd(end: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
}

const STDOUT = 1;
const STDERR = 2;

/** Writes wait for a slow reader, as Node's own do for files, terminals and, but on Windows, pipes. */
function outputTo(
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  beforeWriting: () => void,
): Output {
  return {
    get isTerminal() {
      return isCharacterDevice(descriptor) && stream().isTTY === true;
    },
    get columns() {
      return isCharacterDevice(descriptor) ? columnsOf(stream()) : undefined;
    },
    async write(text) {
      beforeWriting();
      writeAll(descriptor, text);
    },
  };
}

/** Terminals that nobody looks at say they have none. */
function columnsOf({ columns }: NodeJS.WriteStream): number | undefined {
  return columns === 0 ? undefined : columns;
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(writeSome(descriptor, rest));
}

/** How many bytes were taken. Whoever shares a terminal or pipe may have made it one that does not wait. */
function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLISECONDS);
    return 0;
  }
}

const RETRY_MILLISECONDS = 5;

/** Draws a line on the terminal, cut at its edge: one that wraps could not be drawn over. */
function createStatusLine(): (line: string) => void {
  let drawn = "";
  return (line) => {
    if (line === drawn) return;
    const fitting =
      line === "" ? "" : line.slice(0, (columnsOf(process.stderr) ?? line.length + 1) - 1);
    writeAll(STDERR, `\r${fitting}${ERASE_TO_END_OF_LINE}`);
    drawn = fitting;
  };
}

const ERASE_TO_END_OF_LINE = "\u001b[K";

async function startThread(script: string, order: unknown): Promise<Thread> {
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(script, { workerData: order });
  return {
    send: (message) => worker.postMessage(message),
    listen: (hear, die) => {
      worker.on("message", hear);
      worker.on("messageerror", ({ message }) => die(message));
      worker.on("error", ({ message }) => die(message));
      worker.on("exit", (code) => die(`it ended with status ${code}`));
    },
    end: () => void worker.terminate(),
  };
}
