// Findings on stdout in the format asked for, and their summary on stderr.
import type { Severity } from "@omega/core";
import type { Session } from "../session.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import type { ExemptedFinding, Finding } from "./finding.ts";
import {
  countSeverities,
  describeCounts,
  printCompactFindings,
  printFindings,
} from "./print-diagnostics.ts";
import { countOf } from "./wrap-text.ts";

/** How findings can be reported. */
export const findingFormats = ["pretty", "compact", "json", "sarif", "github", "junit"] as const;

export interface FindingReport {
  /** The files checked. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  /** What the documents themselves exempt; only SARIF tells it. */
  readonly exempted: readonly ExemptedFinding[];
  /** Why files could not be checked, for formats that have a place for it. */
  readonly problems: readonly string[];
  readonly format: (typeof findingFormats)[number];
  /** The severity from which on a finding fails the run. */
  readonly failLevel: Severity;
  /** How many to show at most: errors before warnings before the rest; null shows all, or a page full of frames. */
  readonly maximum: number | null;
}

/** So many frames fill a terminal's memory before anyone reads them. */
const MOST_FRAMES = 100;

/** Prints findings. */
export async function reportFindings(session: Session, report: FindingReport): Promise<void> {
  const { paths, findings, exempted, problems, format, failLevel } = report;
  const { host } = session;
  const maximum = report.maximum ?? (format === "pretty" ? MOST_FRAMES : findings.length);
  const shown = gravest(findings, maximum);
  switch (format) {
    case "pretty":
      await session.print(printFindings(shown, session.style, session.width));
      break;
    case "compact":
      await session.print(printCompactFindings(shown, session.style));
      break;
    case "json":
      await session.print(diagnosticsJson(paths, shown, countSeverities(findings)));
      return;
    case "sarif": {
      const { diagnosticsSarif } = await import("./diagnostics-sarif.ts");
      await session.print(diagnosticsSarif({ paths, findings: shown, exempted, problems }));
      return;
    }
    case "junit": {
      const { diagnosticsJunit } = await import("./diagnostics-junit.ts");
      const fails = (finding: Finding): boolean => reaches(finding, failLevel);
      await session.print(diagnosticsJunit({ paths, findings: shown, fails, problems }));
      return;
    }
    case "github": {
      const { diagnosticsGithub } = await import("./diagnostics-github.ts");
      const workspace = host.environment.GITHUB_WORKSPACE || null;
      await session.print(diagnosticsGithub(shown, { folder: host.folder, workspace }));
    }
  }
  await session.note(summary(paths, findings, findings.length - shown.length, session));
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Whether a finding is as grave as `level`, or graver. */
export function reaches({ diagnostic }: Finding, level: Severity): boolean {
  return severityRank[diagnostic.severity] <= severityRank[level];
}

/** The gravest `maximum` of the findings, in the order they came. */
function gravest(findings: readonly Finding[], maximum: number): readonly Finding[] {
  if (findings.length <= maximum) return findings;
  const rank = ({ diagnostic }: Finding): number => severityRank[diagnostic.severity];
  const kept = new Set([...findings].sort((a, b) => rank(a) - rank(b)).slice(0, maximum));
  return findings.filter((finding) => kept.has(finding));
}

function summary(
  paths: readonly string[],
  findings: readonly Finding[],
  hidden: number,
  { errorStyle: style }: Session,
): string {
  const counts = countSeverities(findings);
  const files = countOf(paths.length, "file");
  if (findings.length === 0) return `${style.green(`no problems in ${files}`)}\n`;
  const paint = counts.errors > 0 ? style.red : counts.warnings > 0 ? style.yellow : style.cyan;
  const lines = [style.bold(paint(`${describeCounts(counts)} in ${files}`))];
  if (hidden > 0) lines.push(`  ${hidden} not shown: see --max-diagnostics`);
  const fixable = findings.filter(({ diagnostic: { fixes } }) =>
    fixes.some(({ preferred }) => preferred),
  ).length;
  if (fixable > 0) lines.push(`  ${fixable} of them can be mended by omegac check --fix`);
  const [first] = gravest(findings, 1);
  if (first !== undefined) {
    lines.push(`  more about a code: omegac explain ${first.diagnostic.code}`);
  }
  return `${lines.join("\n")}\n`;
}
