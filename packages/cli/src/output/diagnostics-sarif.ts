// `check --format sarif`: findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read.
import {
  diagnosticPage,
  type Fix,
  findRule,
  positionAt,
  type RegisteredRule,
  type Severity,
} from "@omega/core";
import type { ExemptedFinding, Finding, Place } from "./finding.ts";
import {
  artifactLocation,
  createFingerprints,
  physicalLocation,
  region,
  sarifLog,
} from "./sarif-log.ts";

export interface SarifReport {
  /** The files checked, as the user would write them. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
  /** Why files could not be checked. */
  readonly problems: readonly string[];
}

/** The log as JSON. Each result has a fingerprint that stays when lines above it come and go. */
export function diagnosticsSarif({ paths, findings, exempted, problems }: SarifReport): string {
  const results = [...findings.map((finding) => ({ finding, reason: null })), ...exempted];
  const codes = [...new Set(results.map(({ finding }) => finding.diagnostic.code))].sort();
  const fingerprint = fingerprints();
  return sarifLog({
    rules: codes.flatMap((code) => {
      const rule = findRule(code);
      return rule === null ? [] : [describeRule(rule)];
    }),
    results: results.map(({ finding, reason }) => ({
      ...describeResult(finding),
      ruleIndex: codes.indexOf(finding.diagnostic.code),
      partialFingerprints: { "omegaFinding/v1": fingerprint(finding) },
      // All results of a run have this or none.
      suppressions: reason === null ? [] : [{ kind: "inSource", justification: reason }],
    })),
    paths,
    problems,
  });
}

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

/** Fingerprints of the findings of one run, in their order. */
function fingerprints(): (finding: Finding) => string {
  const fingerprint = createFingerprints();
  return ({ diagnostic: { code, span }, place }) =>
    fingerprint(code, place, positionAt(place.source, span.start).line);
}
