// SARIF 2.1.0 (OASIS), which code scanning services and editors read: what a log holds besides its results.
import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { engineVersion, rangeOf, type SourceText, type Span } from "@omega/core";
import { lineText } from "./code-frame.ts";
import type { Place } from "./finding.ts";

export interface SarifRun {
  /** What results are instances of, by `ruleIndex`. */
  readonly rules: readonly object[];
  readonly results: readonly object[];
  /** The files looked at, as the user would write them. */
  readonly paths: readonly string[];
  /** Why files could not be looked at. */
  readonly problems: readonly string[];
}

/** A log of one run as JSON. Places are relative to the working folder, called %SRCROOT%; columns count UTF-16 code units. */
export function sarifLog({ rules, results, paths, problems }: SarifRun): string {
  const run = {
    tool: {
      driver: {
        name: "omegac",
        fullName: `omegac ${engineVersion}`,
        version: engineVersion,
        semanticVersion: engineVersion,
        rules,
      },
    },
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: problems.map((text) => ({ level: "error", message: { text } })),
      },
    ],
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: "the folder that omegac was started in" } },
    },
    artifacts: paths.map((path) => ({
      location: artifactLocation(path),
      roles: ["analysisTarget"],
      sourceLanguage: "omega",
    })),
    columnKind: "utf16CodeUnits",
    results,
  };
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const SOURCE_ROOT = "%SRCROOT%";

/** A place in a text. */
export function physicalLocation({ path, source }: Place, span: Span): object {
  return { artifactLocation: artifactLocation(path), region: region(source, span) };
}

/** Paths that lead far out of the working folder are absolute. */
export function artifactLocation(path: string): object {
  return isAbsolute(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: SOURCE_ROOT };
}

/** A span as lines and columns from 1. */
export function region(source: SourceText, span: Span): object {
  const { start, end } = rangeOf(source, span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/**
 * Fingerprints of the results of one run, in their order: a hash of the rule and the line's words, and of how many of the same
 * went before in the file. Lines may move and be indented without changing it.
 */
export function createFingerprints(): (rule: string, place: Place, line: number) => string {
  const seen = new Map<string, number>();
  return (rule, { path, source }, line) => {
    const words = lineText(source, line).trim().split(/\s+/u);
    const content = JSON.stringify([rule, ...words]);
    const key = `${path}\n${content}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash("sha256").update(`${content}${before}`).digest("hex").slice(0, 32);
  };
}
