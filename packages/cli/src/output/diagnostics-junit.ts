// `check --format junit`: findings as test cases, a suite for each file.
import { positionAt } from "@omega/core";
import type { Finding } from "./finding.ts";
import { type JUnitCase, type JUnitSuite, junitXml } from "./junit-xml.ts";
import { printFindings } from "./print-diagnostics.ts";
import { createStyle } from "./style.ts";

export interface JUnitReport {
  /** The files checked. One without findings is a case that passed. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  /** Whether a finding fails the run; the others are cases that passed, with what was found as their output. */
  readonly fails: (finding: Finding) => boolean;
  /** Why files could not be checked. */
  readonly problems: readonly string[];
}

/** The report. */
export function diagnosticsJunit({ paths, findings, fails, problems }: JUnitReport): string {
  const byPath = new Map<string, JUnitCase[]>(paths.map((path) => [path, []]));
  for (const finding of findings) {
    const { path } = finding.place;
    const cases = byPath.get(path) ?? [];
    cases.push(caseOf(finding, fails(finding)));
    byPath.set(path, cases);
  }
  const suites = [...byPath].map(
    ([path, cases]): JUnitSuite => ({
      name: path,
      file: path,
      cases: cases.length === 0 ? [cleanFile(path)] : cases,
    }),
  );
  return junitXml("omegac check", problems.length === 0 ? suites : [...suites, unread(problems)]);
}

function caseOf(finding: Finding, fails: boolean): JUnitCase {
  const { diagnostic, place } = finding;
  const { code, message, span } = diagnostic;
  const { line, column } = positionAt(place.source, span.start);
  const detail = printFindings([finding], createStyle(false), COLUMNS).trimEnd();
  return {
    name: `${code} at ${line}:${column}`,
    className: place.path,
    outcome: fails ? { kind: "failure", type: code, message, detail } : { kind: "passed", detail },
  };
}

const COLUMNS = 100;

function cleanFile(path: string): JUnitCase {
  return {
    name: "no findings",
    className: path,
    outcome: { kind: "passed", detail: "" },
  };
}

function unread(problems: readonly string[]): JUnitSuite {
  return {
    name: "omegac",
    file: null,
    cases: problems.map((message) => ({
      name: message,
      className: "omegac",
      outcome: { kind: "error", type: "unreadable", message, detail: "" },
    })),
  };
}
