// Which configuration a document has: the nearest omega.config.json upward from it, or the one `--config` names.
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type CoverageThresholds,
  defaultFormatOptions,
  defaultSettings,
  type FormatOptions,
  type JsonValue,
  readSettings,
  type Settings,
} from "@omega/core";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { displayPath } from "../input/find-files.ts";
import { readTextFile } from "../input/read-text.ts";
import { printFindings } from "../output/print-diagnostics.ts";
import type { Session } from "../session.ts";

/** What a project has decided, and where the project is. */
export interface Configuration {
  /** The folder of the configuration file, above which no import reaches; null without a file. */
  readonly root: string | null;
  readonly settings: Settings;
  readonly format: FormatOptions;
  readonly coverage: CoverageThresholds;
  /** What `omegac serve` is told, as it is written. */
  readonly runner: { readonly [setting: string]: JsonValue };
}

export const configurationFileName = "omega.config.json";

const noConfiguration: Configuration = {
  root: null,
  settings: defaultSettings,
  format: defaultFormatOptions,
  coverage: {},
  runner: {},
};

/** Finds configurations for `session`, each read once. */
export type ConfigurationFinder = (folder: string) => Configuration;

/**
 * A finder: given a document's folder, its configuration. It throws a `Failure` when a file cannot be read or has
 * mistakes, with their frames as its text: nothing is checked by settings that nobody wrote.
 */
export function createConfigurationFinder(session: Session): ConfigurationFinder {
  const known = new Map<string, Configuration>();
  const find = (folder: string): Configuration => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const file = join(folder, configurationFileName);
    // One that is missing counts where people work, not in all folders up to the root.
    if (!relative(session.host.folder, folder).startsWith("..")) session.filesRead.add(file);
    const parent = dirname(folder);
    const found = existsSync(file)
      ? readConfiguration(file, session)
      : parent === folder
        ? noConfiguration
        : find(parent);
    known.set(folder, found);
    return found;
  };
  const { config } = session.options;
  if (config === null) return find;
  const given = readConfiguration(resolve(session.host.folder, config), session);
  return () => given;
}

function readConfiguration(file: string, session: Session): Configuration {
  const path = displayPath(file, session.host.folder);
  session.filesRead.add(file);
  const reading = readTextFile(file);
  if (!reading.ok) throw new Failure(`the configuration \`${path}\` ${reading.reason}`);
  const { source, diagnostics, ...configured } = readSettings(reading.text, path);
  if (diagnostics.length === 0) return { root: dirname(file), ...configured };
  const place = { path, source };
  const places = new Map([[path, place]]);
  const findings = diagnostics.map((diagnostic) => ({ diagnostic, place, places }));
  throw new Failure(
    `the configuration \`${path}\` has mistakes\n\n${printFindings(findings, session.errorStyle, session.width).trimEnd()}`,
    null,
    exitCode.usage,
  );
}
