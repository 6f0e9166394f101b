// A whole runner for tests, listening on a free port of this machine, with what it wrote to its log.
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Patience } from "../src/app.ts";
import { readSettings } from "../src/settings.ts";
import { type RunningRunner, startRunner } from "../src/start-runner.ts";
import { bundledThread } from "./bundle-thread.ts";

export interface RealRunner extends RunningRunner {
  /** The log's lines so far. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  readonly end: () => Promise<void>;
}

const open = {
  OMEGA_SERVER_PORT: "0",
  OMEGA_RATE_LIMIT: "0",
  VALIDATE_RATE_LIMIT_MAX: "0",
  OMEGA_WORKERS: "1",
  OMEGA_EVAL_TIMEOUT_MS: "20000",
};

/** Starts a runner with variables; without them nothing is limited. */
export async function startReal(
  variables: Readonly<Record<string, string>> = {},
  patience?: Patience,
): Promise<RealRunner> {
  const folder = await mkdtemp(join(tmpdir(), "omega-runner-"));
  const pidFile = join(folder, "runner.json");
  const values = { ...open, OMEGA_PID_FILE: pidFile, ...variables };
  const reading = readSettings([{ kind: "environment", values }], { cores: 2, version: "1.0.0" });
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  const lines: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const running = await startRunner({
    settings: reading.settings,
    threadScript: await bundledThread(),
    environment: {},
    logger,
    ...(patience && { patience }),
  });
  return {
    ...running,
    logged: () => lines.map((line) => JSON.parse(line)),
    async end() {
      await running.drain();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends bytes as they are, waits until the other side closes, and gives all it said. */
export function speak(port: number, ...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on("data", (data) => {
      heard += data.toString();
    });
    // A side that closes while we still write is what is tested.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
  });
}
