// The file by which `omegac stop` finds a runner: which process serves a port, and how to know that it still is that one.
import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { processStart } from "./process-start.ts";

/** What the file holds, as JSON. */
export interface RunningProcess {
  readonly pid: number;
  /** As `processStart` gives it. */
  readonly start: string | null;
  readonly host: string;
  readonly port: number;
}

/** Where the runner of a port says who it is, unless it is told otherwise: a folder of this user's alone. */
export function pidFileOf(
  port: number,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const { XDG_RUNTIME_DIR: runtime } = environment;
  const user = process.getuid?.() ?? "user";
  const folder = runtime ? join(runtime, "omega") : join(tmpdir(), `omega-${user}`);
  return join(folder, `runner-${port}.json`);
}

/** Writes the file, whole or not at all. */
export async function writePidFile(path: string, running: RunningProcess): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${running.pid}`;
  await writeFile(written, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  await rename(written, path);
}

/** Takes the file away, if it still is this process's. */
export async function removePidFile(path: string, pid: number): Promise<void> {
  const reading = await readPidFile(path);
  if (reading.kind === "running" && reading.running.pid !== pid) return;
  await rm(path, { force: true });
  await rm(stopFileOf(path), { force: true });
}

/** A file beside the pid file: where it appears, the runner ends. For systems without signals. */
export function stopFileOf(path: string): string {
  return `${path}.stop`;
}

export type PidFileReading =
  | { readonly kind: "running"; readonly running: RunningProcess }
  | { readonly kind: "absent" }
  /** There is a process of that id, but it is not the one that wrote the file; or none. */
  | { readonly kind: "ended"; readonly running: RunningProcess }
  /** It is no pid file, or somebody else's. */
  | { readonly kind: "untrusted"; readonly reason: string };

/** Reads the file, and asks the system whether the process that wrote it still runs. */
export async function readPidFile(path: string): Promise<PidFileReading> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return { kind: "absent" };
  if (!stats.isFile()) return { kind: "untrusted", reason: "it is no file" };
  const user = process.getuid?.();
  if (user !== undefined && user !== 0 && stats.uid !== user) {
    return { kind: "untrusted", reason: "it belongs to another user" };
  }
  const running = parsePidFile(await readFile(path, "utf8").catch(() => ""));
  if (running === null) return { kind: "untrusted", reason: "it does not name a process" };
  const start = await processStart(running.pid);
  if (start === null || start !== running.start) return { kind: "ended", running };
  return { kind: "running", running };
}

function parsePidFile(text: string): RunningProcess | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    if (!("pid" in value && "start" in value && "host" in value && "port" in value)) return null;
    const { pid, start, host, port } = value;
    return Number.isSafeInteger(pid) &&
      typeof pid === "number" &&
      pid > 0 &&
      typeof start === "string" &&
      typeof host === "string" &&
      typeof port === "number"
      ? { pid, start, host, port }
      : null;
  } catch {
    return null;
  }
}
