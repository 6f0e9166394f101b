// What the runner is told: flags of the command line over variables of the environment over the configuration's `runner`.
import { isIP } from "node:net";
import { isMask } from "@omega/core";

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
  /** Of each client of `/api/validate`. */
  readonly clientWindow: number;
  readonly clientMaximum: number;
  /** Requests of `/api/validate` that are worked on at once. */
  readonly inflightMaximum: number;
  readonly buildVersion: string;
  readonly trustProxy: TrustedProxies;
  /** A folder of policies that are served by name. */
  readonly policies: string | null;
  /** Where decisions are recorded. */
  readonly decisionLog: string | null;
  /** Paths that the decision log leaves out. */
  readonly masks: readonly string[];
  /** What happens to a decision that cannot be recorded now: it goes unrecorded and is counted, or its request fails. */
  readonly onFull: (typeof onFullChoices)[number];
  /** Megabytes; a decision log that has grown to it is rotated. */
  readonly decisionLogMegabytes: number;
  /** Rotated files that are kept. */
  readonly decisionLogFiles: number;
  /** Where the process says who it is; null for the usual place. */
  readonly pidFile: string | null;
  /** How long open requests may take once the runner is to end. */
  readonly drainTimeout: number;
}

/** Whose X-Forwarded-For is believed: nobody's, that of so many proxies in a row, or that of proxies at these addresses. */
export type TrustedProxies = false | number | readonly string[];

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const onFullChoices = ["drop", "block"] as const;

/** Values from one source: by setting for flags and the configuration, by variable for the environment. */
export interface SettingSource {
  readonly kind: "flags" | "environment" | "configuration";
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the values come to, or in words what is wrong with each of them. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: RunnerSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What the machine and the package give where nothing is set. */
export interface SettingDefaults {
  readonly cores: number;
  readonly version: string;
}

/** How one setting is read: its value where the text is one, else in words what would be. */
interface SettingRule<Value> {
  /** The first that is set counts. */
  readonly variables: readonly string[];
  readonly read: (text: string) => Value | null;
  readonly allowed: string;
  readonly fallback: Value;
}

type SettingRules = { readonly [Key in keyof RunnerSettings]: SettingRule<RunnerSettings[Key]> };

function settingRules({ cores, version }: SettingDefaults): SettingRules {
  return {
    host: {
      variables: ["OMEGA_SERVER_IP"],
      read: (text) => (isIP(text) > 0 || text === "localhost" ? text : null),
      allowed: "an IP address to listen on, 127.0.0.1 for this machine only, 0.0.0.0 for all",
      fallback: "127.0.0.1",
    },
    port: whole("OMEGA_SERVER_PORT", 0, 65_535, 8080),
    rateLimit: whole("OMEGA_RATE_LIMIT", 0, 1_000_000, 10),
    logLevel: {
      ...choice("OMEGA_LOG_LEVEL", logLevels, "info"),
      variables: ["OMEGA_LOG_LEVEL", "LOG_LEVEL"],
    },
    workers: whole("OMEGA_WORKERS", 1, 256, Math.max(1, cores - 1)),
    evaluationTimeout: whole("OMEGA_EVAL_TIMEOUT_MS", 1, 600_000, 1000),
    evaluationMegabytes: whole("OMEGA_EVAL_MEMORY_MB", 16, 65_536, 64),
    bodyMaximum: whole("VALIDATE_BODY_MAX", 1, 1_073_741_824, 200_000),
    codeMaximum: whole("VALIDATE_CODE_MAX", 1, 1_048_576, 100_000),
    contextMaximum: whole("VALIDATE_CONTEXT_MAX", 1, 1_073_741_824, 100_000),
    clientWindow: whole("VALIDATE_RATE_LIMIT_WINDOW_MS", 1, 86_400_000, 60_000),
    clientMaximum: whole("VALIDATE_RATE_LIMIT_MAX", 0, 1_000_000, 30),
    inflightMaximum: whole("VALIDATE_MAX_INFLIGHT", 1, 100_000, 4),
    buildVersion: {
      variables: ["BUILD_VERSION"],
      read: (text) => (/^[\x21-\x7e]{1,100}$/.test(text) ? text : null),
      allowed: "up to 100 visible ASCII characters without blanks",
      fallback: version,
    },
    trustProxy: {
      variables: ["OMEGA_TRUST_PROXY"],
      read: readTrustedProxies,
      allowed:
        "`true` or `false`, how many proxies stand in a row, or their addresses: 10.0.0.1, 192.168.0.0/16",
      fallback: false,
    },
    policies: path("OMEGA_POLICIES"),
    decisionLog: path("OMEGA_DECISION_LOG"),
    masks: {
      variables: ["OMEGA_DECISION_LOG_MASKS"],
      read: readMasks,
      allowed:
        "paths of a record, separated by commas: context.Patient.name, context.Workers[*].id",
      fallback: [],
    },
    onFull: choice("OMEGA_DECISION_LOG_ON_FULL", onFullChoices, "drop"),
    decisionLogMegabytes: whole("OMEGA_DECISION_LOG_MAX_MB", 1, 1_048_576, 100),
    decisionLogFiles: whole("OMEGA_DECISION_LOG_FILES", 1, 10_000, 10),
    pidFile: path("OMEGA_PID_FILE"),
    drainTimeout: whole("OMEGA_DRAIN_TIMEOUT_MS", 0, 600_000, 10_000),
  };
}

/** Settings by the keys that the configuration's `runner` has, with what is allowed in words. */
export function describeSettings(
  defaults: SettingDefaults,
): readonly { readonly key: string; readonly variable: string; readonly fallback: unknown }[] {
  return Object.entries(settingRules(defaults)).map(([key, { variables, fallback }]) => ({
    key,
    variable: variables[0] ?? key,
    fallback,
  }));
}

/**
 * Reads the settings; earlier sources win, and an empty text counts as not set. A value that is none is reported by its
 * variable, flag or key, what was given and what is allowed: a runner must not start on half of what it was told.
 */
export function readSettings(
  sources: readonly SettingSource[],
  defaults: SettingDefaults,
): SettingsReading {
  const problems: string[] = [];
  const rules = settingRules(defaults);
  const read = <Key extends keyof RunnerSettings>(key: Key): RunnerSettings[Key] => {
    const { variables, read: parse, allowed, fallback } = rules[key];
    for (const source of sources) {
      for (const name of source.kind === "environment" ? variables : [key]) {
        const given = source.values[name];
        const text = textOf(given);
        if (text === "") continue;
        const value = text === null ? null : parse(text);
        if (value !== null) return value;
        problems.push(`${spell(source, name)} is ${JSON.stringify(given)}: ${allowed}`);
        return fallback;
      }
    }
    return fallback;
  };
  for (const source of sources) {
    if (source.kind === "environment") continue;
    for (const key of Object.keys(source.values)) {
      if (key in rules) continue;
      problems.push(`${spell(source, key)} is no setting: ${Object.keys(rules).join(", ")}`);
    }
  }
  const settings: RunnerSettings = {
    host: read("host"),
    port: read("port"),
    rateLimit: read("rateLimit"),
    logLevel: read("logLevel"),
    workers: read("workers"),
    evaluationTimeout: read("evaluationTimeout"),
    evaluationMegabytes: read("evaluationMegabytes"),
    bodyMaximum: read("bodyMaximum"),
    codeMaximum: read("codeMaximum"),
    contextMaximum: read("contextMaximum"),
    clientWindow: read("clientWindow"),
    clientMaximum: read("clientMaximum"),
    inflightMaximum: read("inflightMaximum"),
    buildVersion: read("buildVersion"),
    trustProxy: read("trustProxy"),
    policies: read("policies"),
    decisionLog: read("decisionLog"),
    masks: read("masks"),
    onFull: read("onFull"),
    decisionLogMegabytes: read("decisionLogMegabytes"),
    decisionLogFiles: read("decisionLogFiles"),
    pidFile: read("pidFile"),
    drainTimeout: read("drainTimeout"),
  };
  if (settings.masks.length > 0 && settings.decisionLog === null && problems.length === 0) {
    problems.push("masks are set, and no decision log: say where it is written");
  }
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** How whoever set it wrote its name. */
function spell({ kind }: SettingSource, name: string): string {
  switch (kind) {
    case "flags":
      return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    case "environment":
      return name;
    case "configuration":
      return `runner.${name}`;
  }
}

/** A value as the text a variable would hold; "" where nothing is set, null for what is no such value. */
function textOf(value: unknown): string | null {
  switch (typeof value) {
    case "undefined":
      return "";
    case "string":
      return value.trim();
    case "number":
    case "boolean":
      return String(value);
    default:
      if (value === null) return "";
      return Array.isArray(value) && value.every((part) => typeof part === "string")
        ? value.join("\n")
        : null;
  }
}

// --- kinds of settings --------------------------------------------------------------------------------------------

function whole(
  variable: string,
  minimum: number,
  maximum: number,
  fallback: number,
): SettingRule<number> {
  return {
    variables: [variable],
    read(text) {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= minimum && value <= maximum ? value : null;
    },
    allowed: `a whole number from ${minimum} to ${maximum}`,
    fallback,
  };
}

function choice<Choice extends string>(
  variable: string,
  choices: readonly Choice[],
  fallback: Choice,
): SettingRule<Choice> {
  return {
    variables: [variable],
    read: (text) => choices.find((known) => known === text.toLowerCase()) ?? null,
    allowed: `one of ${choices.join(", ")}`,
    fallback,
  };
}

function path(variable: string): SettingRule<string | null> {
  return {
    variables: [variable],
    read: (text) => (text.includes("\0") ? null : text),
    allowed: "a path",
    fallback: null,
  };
}

function readTrustedProxies(text: string): TrustedProxies | null {
  switch (text.toLowerCase()) {
    case "true":
    case "yes":
    case "on":
      return 1;
    case "false":
    case "no":
    case "off":
    case "0":
      return false;
  }
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const addresses = listOf(text);
  return addresses.every(isAddressRange) ? addresses : null;
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function readMasks(text: string): readonly string[] | null {
  const masks = listOf(text);
  return masks.every(isMask) ? masks : null;
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
