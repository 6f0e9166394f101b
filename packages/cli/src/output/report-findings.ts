// Findings on stdout in the format asked for, and their summary on stderr.
import type { Severity } from "@omega/core";
import type { Session } from "../session.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import type { Finding } from "./finding.ts";
import {
  countSeverities,
  describeCounts,
  printCompactFindings,
  printFindings,
} from "./print-diagnostics.ts";
import { countOf } from "./wrap-text.ts";

export const diagnosticFormats = ["pretty", "compact", "json"] as const;

export interface FindingReport {
  /** The files checked. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  readonly format: (typeof diagnosticFormats)[number];
  /** How many to show at most: errors before warnings before the rest; null shows all, or a page full of frames. */
  readonly maximum: number | null;
}

/** So many frames fill a terminal's memory before anyone reads them. */
const MOST_FRAMES = 100;

/** Prints findings. */
export async function reportFindings(session: Session, report: FindingReport): Promise<void> {
  const { paths, findings, format } = report;
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
  }
  await session.note(summary(paths, findings, findings.length - shown.length, session));
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

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
