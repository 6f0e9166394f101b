// The last stage of checking: applies configured severities, strictness and exemptions, and sorts by place.

import { type Settings, severityOf } from "../semantics/settings.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { createReporter, type Diagnostic, type Severity } from "./diagnostic.ts";
import { exemptionDiagnostics } from "./om7-exemptions.ts";
import { findRule } from "./registry.ts";

/** A diagnostic that its line is exempted from, and why. */
export interface ExemptedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

export interface ConfiguredDiagnostics {
  /** Those to report. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that would be reported, were there no exemptions. */
  readonly exempted: readonly ExemptedDiagnostic[];
}

/**
 * The diagnostics as the project wants them: `strict` raises what it raises, `severities` sets what may be set, lines
 * with `# omega-ignore CODE: reason` lose that code. Diagnostics of other files (imports) keep their places. Sorted.
 */
export function configureDiagnostics(
  diagnostics: readonly Diagnostic[],
  source: SourceText,
  settings: Settings,
): ConfiguredDiagnostics {
  const exemptions = readExemptions(source);
  const exempting = byCodeAndLine(exemptions);
  const kept: Diagnostic[] = [];
  const exempted: ExemptedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const rule = findRule(diagnostic.code);
    const adjustable = rule?.adjustable === true;
    const severity = configuredSeverity(diagnostic, settings);
    if (severity === "off") continue;
    const configured = severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    const exemption = exemptionFor(exempting, diagnostic, source);
    if (adjustable && exemption !== null && exemption.reason !== "") {
      exemption.used = true;
      exempted.push({ diagnostic: configured, reason: exemption.reason });
    } else kept.push(configured);
  }
  reportExemptions(exemptions, source, kept, settings);
  return {
    diagnostics: kept.sort(byPlace),
    exempted: exempted.sort((first, second) => byPlace(first.diagnostic, second.diagnostic)),
  };
}

function configuredSeverity(diagnostic: Diagnostic, settings: Settings): Severity | "off" {
  const rule = findRule(diagnostic.code);
  return rule === null ? diagnostic.severity : severityOf(rule, settings);
}

interface Exemption {
  readonly code: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** The line it speaks of. */
  readonly line: number;
  used: boolean;
}

const exemptionWord = "omega-ignore";

const exemptionPattern = /(?:^|\s)(?:#|\/\/)[ \t]*omega-ignore[ \t]+(OM\d+)[ \t]*(?::[ \t]*(.*))?/;

/** A comment of its own speaks of the next line that is no comment; one behind an item speaks of its own line. */
function readExemptions(source: SourceText): readonly Exemption[] {
  const { text: whole, lineStarts } = source;
  const lineAt = (index: number): string =>
    whole.slice(lineStarts[index] ?? 0, lineStarts[index + 1] ?? whole.length).trimEnd();
  const exemptions: Exemption[] = [];
  // The first line behind the comments that were last looked through: those of one block speak of one line.
  let behind = 0;
  let at = whole.indexOf(exemptionWord);
  while (at >= 0) {
    const index = positionAt(source, at).line - 1;
    const text = lineAt(index);
    const start = lineStarts[index] ?? 0;
    const match = exemptionPattern.exec(text);
    const code = match?.[1];
    if (match !== null && code !== undefined) {
      if (isComment(text) && index >= behind) {
        behind = index + 1;
        while (behind < lineStarts.length && (isComment(lineAt(behind)) || lineAt(behind) === "")) {
          behind++;
        }
      }
      const line = isComment(text) ? behind : index;
      exemptions.push({
        code,
        reason: (match[2] ?? "").trim(),
        start: start + text.indexOf(exemptionWord, match.index),
        end: start + text.length,
        line: line + 1,
        used: false,
      });
    }
    at = whole.indexOf(exemptionWord, Math.max(at + 1, start + text.length));
  }
  return exemptions;
}

function isComment(line: string): boolean {
  const text = line.trimStart();
  return text.startsWith("#") || text.startsWith("//");
}

function exemptionFor(
  exemptions: ReadonlyMap<string, Exemption>,
  { code, file, span }: Diagnostic,
  source: SourceText,
): Exemption | null {
  if (exemptions.size === 0 || file !== source.file) return null;
  return exemptions.get(keyOf(code, positionAt(source, span.start).line)) ?? null;
}

const keyOf = (code: string, line: number): string => `${code}:${line}`;

/** By code and line; of two that say the same, the first. */
function byCodeAndLine(exemptions: readonly Exemption[]): ReadonlyMap<string, Exemption> {
  const found = new Map<string, Exemption>();
  for (const exemption of exemptions) {
    const key = keyOf(exemption.code, exemption.line);
    if (!found.has(key)) found.set(key, exemption);
  }
  return found;
}

function reportExemptions(
  exemptions: readonly Exemption[],
  source: SourceText,
  into: Diagnostic[],
  settings: Settings,
): void {
  const found: Diagnostic[] = [];
  const reporter = createReporter(source.file, found);
  for (const { code, reason, start, end, used } of exemptions) {
    const at = { start, end };
    const rule = findRule(code);
    if (rule === null) reporter.report(exemptionDiagnostics.unknownCode, at, { code });
    else if (!rule.adjustable) {
      reporter.report(exemptionDiagnostics.notAllowed, at, { code, title: rule.title });
    } else if (reason === "") reporter.report(exemptionDiagnostics.withoutReason, at, { code });
    else if (!used) reporter.report(exemptionDiagnostics.unused, at, { code });
  }
  for (const diagnostic of found) {
    const severity = configuredSeverity(diagnostic, settings);
    if (severity !== "off") into.push({ ...diagnostic, severity });
  }
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By file, place, severity, code: one order on every machine. */
function byPlace(first: Diagnostic, second: Diagnostic): number {
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return (
    first.span.start - second.span.start ||
    first.span.end - second.span.end ||
    severityOrder[first.severity] - severityOrder[second.severity] ||
    (first.code < second.code ? -1 : first.code > second.code ? 1 : 0)
  );
}
