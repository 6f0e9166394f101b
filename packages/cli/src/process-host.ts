// The host that a process is: its streams, environment, working folder and clock.
import { fstatSync, writeSync } from "node:fs";
import type { Host, Output } from "./host.ts";

/** Nothing is opened before it is used: opening Node's streams costs more than checking a document. */
export function processHost(): Host {
  return {
    environment: process.env,
    folder: process.cwd(),
    stdin: () => process.stdin,
    stdout: outputTo(1, () => process.stdout),
    stderr: outputTo(2, () => process.stderr),
    now: Date.now,
    runtime: {
      version: process.version,
      platform: process.platform,
      architecture: process.arch,
      script: process.argv[1] ?? process.execPath,
    },
  };
}

/** Writes wait for a slow reader, as Node's own do for files, terminals and, but on Windows, pipes. */
function outputTo(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  return {
    get isTerminal() {
      return isCharacterDevice(descriptor) && stream().isTTY === true;
    },
    get columns() {
      return isCharacterDevice(descriptor) ? stream().columns : undefined;
    },
    async write(text) {
      let rest = Buffer.from(text);
      while (rest.length > 0) rest = rest.subarray(writeSome(descriptor, rest));
    },
  };
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
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
