// `check --format sarif`: findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read.
import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import {
  diagnosticPage,
  engineVersion,
  type Fix,
  findRule,
  positionAt,
  type RegisteredRule,
  rangeOf,
  type Severity,
  type SourceText,
  type Span,
} from "@omega/core";
import { lineText } from "./code-frame.ts";
import type { ExemptedFinding, Finding, Place } from "./finding.ts";

export interface SarifReport {
  /** The files checked, as the user would write them. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
  /** Why files could not be checked. */
  readonly problems: readonly string[];
}

/**
 * The log as JSON. Places are relative to the working folder, called %SRCROOT%; columns count UTF-16 code units. Each
 * result has a fingerprint that stays when lines above it come and go.
 */
export function diagnosticsSarif({ paths, findings, exempted, problems }: SarifReport): string {
  const results = [...findings.map((finding) => ({ finding, reason: null })), ...exempted];
  const codes = [...new Set(results.map(({ finding }) => finding.diagnostic.code))].sort();
  const fingerprint = fingerprints();
  const run = {
    tool: {
      driver: {
        name: "omegac",
        fullName: `omegac ${engineVersion}`,
        version: engineVersion,
        semanticVersion: engineVersion,
        rules: codes.flatMap((code) => {
          const rule = findRule(code);
          return rule === null ? [] : [describeRule(rule)];
        }),
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
    results: results.map(({ finding, reason }) => ({
      ...describeResult(finding),
      ruleIndex: codes.indexOf(finding.diagnostic.code),
      partialFingerprints: { "omegaFinding/v1": fingerprint(finding) },
      // All results of a run have this or none.
      suppressions: reason === null ? [] : [{ kind: "inSource", justification: reason }],
    })),
  };
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const SOURCE_ROOT = "%SRCROOT%";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function describeRule({ code, title, explanation, severity }: RegisteredRule): object {
  return {
    id: code,
    name: title
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
      .join(""),
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: diagnosticPage(code) ?? explanation },
    defaultConfiguration: { level: levels[severity] },
  };
}

function describeResult({ diagnostic, place, places }: Finding): object {
  const related = diagnostic.related.flatMap(({ file, span, message }) => {
    const where = file === diagnostic.file ? place : (places.get(file) ?? null);
    return where === null ? [] : [{ where, span, message }];
  });
  return {
    ruleId: diagnostic.code,
    level: levels[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [{ physicalLocation: physicalLocation(place, diagnostic.span) }],
    relatedLocations: related.map(({ where, span, message }, id) => ({
      id,
      physicalLocation: physicalLocation(where, span),
      message: { text: message },
    })),
    fixes: diagnostic.fixes.map((fix) => describeFix(fix, place)),
  };
}

function physicalLocation({ path, source }: Place, span: Span): object {
  return { artifactLocation: artifactLocation(path), region: region(source, span) };
}

/** Paths that lead far out of the working folder are absolute. */
function artifactLocation(path: string): object {
  return isAbsolute(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: SOURCE_ROOT };
}

function region(source: SourceText, span: Span): object {
  const { start, end } = rangeOf(source, span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function describeFix({ title, edits }: Fix, { path, source }: Place): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: region(source, span),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

/**
 * Fingerprints of the findings of one run, in their order: a hash of the code and the line's words, and of how many of
 * the same went before in the file. Lines may move and be indented without changing it.
 */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ diagnostic: { code, span }, place: { path, source } }) => {
    const words = lineText(source, positionAt(source, span.start).line).trim().split(/\s+/u);
    const content = JSON.stringify([code, ...words]);
    const key = `${path}\n${content}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash("sha256").update(`${content}${before}`).digest("hex").slice(0, 32);
  };
}
