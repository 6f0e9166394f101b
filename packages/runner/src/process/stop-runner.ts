// Ends the runner of a port: finds it by its pid file, makes sure that it is that process, asks it to end, and waits.
import { rm, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { pidFileOf, readPidFile, stopFileOf } from "./pid-file.ts";

export type StopOutcome =
  | { readonly kind: "stopped"; readonly pid: number }
  /** No runner serves the port, as far as can be known. */
  | { readonly kind: "none"; readonly reason: string }
  /** It was asked to end, and has not within the time. */
  | { readonly kind: "still running"; readonly pid: number };

export interface StopOptions {
  readonly port: number;
  /** Null for the usual place. */
  readonly pidFile: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  readonly patience: number;
  readonly platform?: NodeJS.Platform;
}

const interval = 50;

/** Ends the runner of a port. A process that is not the one that wrote the pid file is left alone. */
export async function stopRunner(options: StopOptions): Promise<StopOutcome> {
  const { port, environment, patience, platform = process.platform } = options;
  const path = options.pidFile ?? pidFileOf(port, environment);
  const reading = await readPidFile(path);
  switch (reading.kind) {
    case "absent":
      return { kind: "none", reason: `there is no \`${path}\`` };
    case "untrusted":
      return { kind: "none", reason: `\`${path}\` is not to be trusted: ${reading.reason}` };
    case "ended": {
      await rm(path, { force: true });
      const { pid } = reading.running;
      return { kind: "none", reason: `process ${pid}, which \`${path}\` names, has ended` };
    }
    case "running":
      break;
  }
  const { running } = reading;
  if (running.port !== port) {
    return { kind: "none", reason: `\`${path}\` is of a runner on port ${running.port}` };
  }
  const { pid } = running;
  // Windows ends a process at once where others send a signal, so there it is asked by a file.
  if (platform === "win32") await writeFile(stopFileOf(path), "");
  else process.kill(pid, "SIGTERM");
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const now = await readPidFile(path);
    if (now.kind !== "running" || now.running.pid !== pid) return { kind: "stopped", pid };
    await wait(interval);
  }
  return { kind: "still running", pid };
}
