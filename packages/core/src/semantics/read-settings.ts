// Reads omega.config.json: the text of a project's configuration to its settings, with a diagnostic for every mistake.

import { type CoverageMetric, coverageMetrics } from "../coverage/coverage.ts";
import {
  createReporter,
  type Diagnostic,
  type DiagnosticCode,
  type Severity,
} from "../diagnostics/diagnostic.ts";
import { configurationDiagnostics } from "../diagnostics/om7-configuration.ts";
import { diagnosticRules, findRule } from "../diagnostics/registry.ts";
import { type JsonRecord, type JsonValue, parseJson } from "../evaluate/canonical-json.ts";
import { defaultLimits, type Limits } from "../evaluate/decision.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { createSourceText, offsetAt, type SourceText } from "../source/source-text.ts";
import { type Span, span } from "../source/span.ts";
import { defaultFormatOptions, type FormatOptions } from "../syntax/print-document.ts";
import { jsonPlace } from "./json-places.ts";
import { defaultSettings, type FeatureName, featureNames, type Settings } from "./settings.ts";

/** What a configuration file comes to. With diagnostics, the settings are those parts that could be read. */
export interface ReadConfiguration {
  readonly source: SourceText;
  readonly settings: Settings;
  readonly format: FormatOptions;
  readonly coverage: CoverageThresholds;
  /** What the HTTP runner is told, as it is written: its values are the runner's to read. */
  readonly runner: JsonRecord;
  /** All of them errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The least share, in percent, that the examples of each policy have to cover; what is left out may be anything. */
export type CoverageThresholds = { readonly [Metric in CoverageMetric]?: number };

/** The severities a configuration may give. */
export const configurableSeverities = ["error", "warning", "info", "off"] as const;

/** The keys of a configuration, in the order the documentation has them. */
export const configurationKeys = [
  "$schema",
  "strict",
  "sampleDefaults",
  "severities",
  "features",
  "limits",
  "format",
  "coverage",
  "runner",
] as const;

/** What each limit may be at most; without an entry, whatever is exact in a double. Depth is bounded by the stack. */
export const greatestLimits: Partial<Limits> = { depth: 64 };

/**
 * The settings that the text of `omega.config.json` gives, every mistake in it as a diagnostic that names the setting,
 * its value and what is allowed. What the text leaves out has its default; `strict` switches `sampleDefaults` off
 * unless the text sets it. Never throws.
 */
export function readSettings(text: string, file = "omega.config.json"): ReadConfiguration {
  const source = createSourceText(text, file);
  const diagnostics: Diagnostic[] = [];
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const offset = offsetAt(source, parsed);
    const end = offset + (offset < text.length && !/\s/.test(text[offset] ?? "") ? 1 : 0);
    const reporter = createReporter(file, diagnostics);
    reporter.report(configurationDiagnostics.notJson, span(offset, end), {
      mistake: parsed.message,
    });
    return {
      source,
      settings: defaultSettings,
      format: defaultFormatOptions,
      coverage: {},
      runner: {},
      diagnostics,
    };
  }
  const reading: Reading = { text, reporter: createReporter(file, diagnostics) };
  const root = readGroup(reading, parsed.value, [], configurationKeys);
  const strict = readBoolean(reading, root, "strict") ?? false;
  const settings: Settings = {
    strict,
    sampleDefaults: readBoolean(reading, root, "sampleDefaults") ?? !strict,
    severities: readSeverities(reading, root),
    disabled: readFeatures(reading, root),
    limits: readLimits(reading, root),
  };
  const { $schema: schema } = root;
  if (schema !== undefined && typeof schema !== "string") {
    refuse(reading, ["$schema"], schema, "the address of a JSON Schema");
  }
  const format = readFormat(reading, root);
  const coverage = readThresholds(reading, root);
  const runner = readRecord(reading, root.runner, ["runner"]);
  diagnostics.sort((first, second) => first.span.start - second.span.start);
  return { source, settings, format, coverage, runner, diagnostics };
}

interface Reading {
  readonly text: string;
  readonly reporter: ReturnType<typeof createReporter>;
}

type Path = readonly string[];

/** The record at a path, reported where it is none, and with every key that is not among `keys` reported. */
function readGroup(
  reading: Reading,
  value: JsonValue | undefined,
  path: Path,
  keys: readonly string[],
): JsonRecord {
  const group = readRecord(reading, value, path);
  for (const key of Object.keys(group)) {
    if (keys.includes(key)) continue;
    reading.reporter.report(configurationDiagnostics.unknownKey, keySpan(reading, [...path, key]), {
      key,
      group: path.join("."),
      allowed: keys,
      nearest: nearestNames(key, keys, 1)[0] ?? null,
    });
  }
  return group;
}

function readRecord(reading: Reading, value: JsonValue | undefined, path: Path): JsonRecord {
  if (value === undefined) return {};
  if (isRecord(value)) return value;
  refuse(reading, path, value, "a group of settings in braces");
  return {};
}

function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readBoolean(reading: Reading, root: JsonRecord, ...path: Path): boolean | null {
  const value = root[path[path.length - 1] ?? ""];
  if (value === undefined || typeof value === "boolean") return value ?? null;
  refuse(reading, path, value, "`true` or `false`");
  return null;
}

function readSeverities(reading: Reading, root: JsonRecord): Settings["severities"] {
  const severities: Partial<Record<DiagnosticCode, Severity | "off">> = {};
  const group = readRecord(reading, root.severities, ["severities"]);
  for (const [code, value] of Object.entries(group)) {
    const path = ["severities", code];
    const rule = findRule(code);
    if (rule === null) {
      const codes = diagnosticRules
        .filter(({ adjustable }) => adjustable)
        .map((known) => known.code);
      reading.reporter.report(configurationDiagnostics.unknownCode, keySpan(reading, path), {
        code,
        nearest: nearestNames(code, codes, 1)[0] ?? null,
      });
    } else if (!rule.adjustable) {
      const { title } = rule;
      reading.reporter.report(configurationDiagnostics.fixedSeverity, keySpan(reading, path), {
        code,
        title,
      });
    } else {
      const severity = configurableSeverities.find((known) => known === value);
      if (severity !== undefined) severities[rule.code] = severity;
      else
        refuse(
          reading,
          path,
          value,
          "one of `error`, `warning`, `info`, `off`",
          configurableSeverities,
        );
    }
  }
  return severities;
}

function readFeatures(reading: Reading, root: JsonRecord): ReadonlySet<FeatureName> {
  const group = readGroup(reading, root.features, ["features"], featureNames);
  return new Set(
    featureNames.filter((name) => readBoolean(reading, group, "features", name) === false),
  );
}

function readLimits(reading: Reading, root: JsonRecord): Limits {
  // The keys are Limits' own: Object.keys types them as text only.
  const names = Object.keys(defaultLimits) as (keyof Limits)[];
  const group = readGroup(reading, root.limits, ["limits"], names);
  const limits: { -readonly [name in keyof Limits]: Limits[name] } = { ...defaultLimits };
  for (const name of names) {
    const greatest = greatestLimits[name] ?? Number.MAX_SAFE_INTEGER;
    limits[name] = readInteger(reading, group, ["limits", name], 1, greatest) ?? limits[name];
  }
  return limits;
}

function readFormat(reading: Reading, root: JsonRecord): FormatOptions {
  const group = readGroup(reading, root.format, ["format"], Object.keys(defaultFormatOptions));
  const width = readInteger(reading, group, ["format", "width"], 40, Number.MAX_SAFE_INTEGER);
  return { ...defaultFormatOptions, ...(width === null ? {} : { width }) };
}

function readThresholds(reading: Reading, root: JsonRecord): CoverageThresholds {
  const group = readGroup(reading, root.coverage, ["coverage"], coverageMetrics);
  const thresholds: { [Metric in CoverageMetric]?: number } = {};
  for (const metric of coverageMetrics) {
    const value = group[metric];
    if (value === undefined) continue;
    if (typeof value === "number" && value >= 0 && value <= 100) thresholds[metric] = value;
    else refuse(reading, ["coverage", metric], value, "a percentage, a number from 0 to 100");
  }
  return thresholds;
}

function readInteger(
  reading: Reading,
  group: JsonRecord,
  path: Path,
  least: number,
  greatest: number,
): number | null {
  const value = group[path[path.length - 1] ?? ""];
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= greatest) {
    return value;
  }
  const allowed =
    greatest === Number.MAX_SAFE_INTEGER
      ? `a whole number, ${least} or greater`
      : `a whole number from ${least} to ${greatest}`;
  refuse(reading, path, value, allowed);
  return null;
}

/** Reports a value that the setting at `path` does not take. */
function refuse(
  reading: Reading,
  path: Path,
  value: JsonValue,
  allowed: string,
  candidates: readonly string[] = [],
): void {
  const nearest = typeof value === "string" ? nearestNames(value, candidates, 1)[0] : undefined;
  reading.reporter.report(
    configurationDiagnostics.wrongValue,
    jsonPlace(reading.text, path).value,
    {
      key: path.join(".") || "the configuration",
      value: shortJson(value),
      allowed,
      nearest: nearest ?? null,
    },
  );
}

function keySpan(reading: Reading, path: Path): Span {
  const place = jsonPlace(reading.text, path);
  return place.key ?? place.value;
}

/** A value as its setting's message names it: scalars in backticks as written, the others by kind. */
function shortJson(value: JsonValue): string {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "a group";
  const text = JSON.stringify(value);
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
