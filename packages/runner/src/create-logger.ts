// The runner's log: JSON lines on stderr, written off the path of requests.
import { type Logger, pino, stdTimeFunctions } from "pino";
import type { LogLevel } from "./settings.ts";

/** How many bytes are gathered before they are written, and for how many milliseconds at most. */
const gathered = { minLength: 4096, periodicFlush: 200 };

export interface RunnerLogger {
  readonly logger: Logger;
  /** Writes what is gathered; for the end of the process. */
  readonly flush: () => void;
}

export function createLogger(level: LogLevel, descriptor: number): RunnerLogger {
  const destination = pino.destination({ dest: descriptor, sync: false, ...gathered });
  const base = { name: "omega-native-runner", pid: process.pid };
  const formatters = { level: (label: string) => ({ level: label }) };
  const timestamp = stdTimeFunctions.isoTime;
  const logger = pino({ level, base, timestamp, formatters }, destination);
  const flush = (): void => {
    try {
      destination.flushSync();
    } catch {
      // Nobody reads it, or it was never opened.
    }
  };
  return { logger, flush };
}
