// What the runner is told: variables of the environment, over the configuration's, under the command line's flags.
import { isIP } from "node:net";

/** Everything that can be set. Times in milliseconds, sizes in bytes unless they say otherwise. */
export interface RunnerSettings {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Requests a second over all routes that are limited; 0 for no limit. */
  readonly rateLimit: number;
  readonly logLevel: LogLevel;
  /** Evaluation threads. */
  readonly workers: number;
  readonly evaluationTimeout: number;
  readonly evaluationMegabytes: number;
  readonly bodyMaximum: number;
  readonly codeMaximum: number;
  readonly contextMaximum: number;
  /** Of each client on the validating routes. */
  readonly clientWindow: number;
  readonly clientMaximum: number;
  readonly inflightMaximum: number;
  readonly buildVersion: string;
  /** Whether X-Forwarded-For names the client. */
  readonly trustProxy: boolean;
}

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Values by variable, from one source. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What the values come to, or in words what is wrong with each of them. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: RunnerSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What the machine and the package give where nothing is set. */
export interface SettingDefaults {
  readonly cores: number;
  readonly version: string;
}

/** What reads one variable: its value where the text is one, else in words what would be. */
interface Variable<Value> {
  /** The first that is set counts. */
  readonly names: readonly string[];
  readonly read: (text: string) => Value | null;
  readonly allowed: string;
  readonly fallback: Value;
}

/**
 * Reads the settings; earlier sources win, and an empty text counts as not set. A value that is none is reported by its
 * variable, what was given and what is allowed: a runner must not start on half of what it was told.
 */
export function readSettings(
  sources: readonly Variables[],
  { cores, version }: SettingDefaults,
): SettingsReading {
  const problems: string[] = [];
  const read = <Value>({ names, read: parse, allowed, fallback }: Variable<Value>): Value => {
    for (const source of sources) {
      for (const name of names) {
        const text = source[name]?.trim() ?? "";
        if (text === "") continue;
        const value = parse(text);
        if (value !== null) return value;
        problems.push(`${name} is ${JSON.stringify(text)}: ${allowed}`);
        return fallback;
      }
    }
    return fallback;
  };
  const settings: RunnerSettings = {
    host: read({
      names: ["OMEGA_SERVER_IP"],
      read: (text) => (isIP(text) > 0 || text === "localhost" ? text : null),
      allowed: "an IP address to listen on, 127.0.0.1 for this machine only, 0.0.0.0 for all",
      fallback: "127.0.0.1",
    }),
    port: read(whole("OMEGA_SERVER_PORT", 0, 65_535, 8080)),
    rateLimit: read(whole("OMEGA_RATE_LIMIT", 0, 1_000_000, 10)),
    logLevel: read({
      names: ["OMEGA_LOG_LEVEL", "LOG_LEVEL"],
      read: (text) => logLevels.find((level) => level === text.toLowerCase()) ?? null,
      allowed: `one of ${logLevels.join(", ")}`,
      fallback: "info",
    }),
    workers: read(whole("OMEGA_WORKERS", 1, 256, Math.max(1, cores - 1))),
    evaluationTimeout: read(whole("OMEGA_EVAL_TIMEOUT_MS", 1, 600_000, 1000)),
    evaluationMegabytes: read(whole("OMEGA_EVAL_MEMORY_MB", 16, 65_536, 64)),
    bodyMaximum: read(whole("VALIDATE_BODY_MAX", 1, 1_073_741_824, 200_000)),
    codeMaximum: read(whole("VALIDATE_CODE_MAX", 1, 1_048_576, 100_000)),
    contextMaximum: read(whole("VALIDATE_CONTEXT_MAX", 1, 1_073_741_824, 100_000)),
    clientWindow: read(whole("VALIDATE_RATE_LIMIT_WINDOW_MS", 1, 86_400_000, 60_000)),
    clientMaximum: read(whole("VALIDATE_RATE_LIMIT_MAX", 0, 1_000_000, 30)),
    inflightMaximum: read(whole("VALIDATE_MAX_INFLIGHT", 1, 100_000, 4)),
    buildVersion: read({
      names: ["BUILD_VERSION"],
      read: (text) => (/^[\x21-\x7e]{1,100}$/.test(text) ? text : null),
      allowed: "up to 100 visible ASCII characters without blanks",
      fallback: version,
    }),
    trustProxy: read({
      names: ["OMEGA_TRUST_PROXY"],
      read: readSwitch,
      allowed: "`true` or `false`",
      fallback: false,
    }),
  };
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

function whole(name: string, minimum: number, maximum: number, fallback: number): Variable<number> {
  return {
    names: [name],
    read(text) {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= maximum ? value : null;
    },
    allowed: `a whole number from ${minimum} to ${maximum}`,
    fallback,
  };
}

function readSwitch(text: string): boolean | null {
  switch (text.toLowerCase()) {
    case "true":
    case "1":
    case "yes":
    case "on":
      return true;
    case "false":
    case "0":
    case "no":
    case "off":
      return false;
    default:
      return null;
  }
}
