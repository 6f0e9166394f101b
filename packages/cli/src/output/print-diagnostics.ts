// Diagnostics for people: a code frame each, or a line each.
import { localizeDiagnostic, positionAt, type Severity, type Span } from "@omega/core";
import { codeFrame, type FrameLayout, gutterLine } from "./code-frame.ts";
import { describeFix } from "./describe-fix.ts";
import { visible } from "./display-text.ts";
import type { Finding, Place } from "./finding.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** The frames of all findings, a blank line after each. */
export function printFindings(findings: readonly Finding[], style: Style, width: number): string {
  return findings.map((finding) => `${printFinding(finding, style, width)}\n\n`).join("");
}

function printFinding(finding: Finding, style: Style, width: number): string {
  const { place } = finding;
  const { phrase } = style;
  const diagnostic = localizeDiagnostic(finding.diagnostic, style.words);
  const paint = severityPaint(diagnostic.severity, style);
  const related = diagnostic.related.map((other) => ({
    ...other,
    place: other.file === diagnostic.file ? place : (finding.places.get(other.file) ?? null),
  }));
  const greatestLine = Math.max(
    positionAt(place.source, diagnostic.span.end).line,
    ...related.map(({ place: where, span }) =>
      where === null ? 0 : positionAt(where.source, span.end).line,
    ),
  );
  const layout: FrameLayout = {
    mark: "^",
    paint,
    gutter: String(greatestLine).length,
    width,
    style,
  };
  const title = `${phrase(diagnostic.severity)}[${diagnostic.code}]`;
  const message = wrapIndented(visible(diagnostic.message), width, 2, title.length + 2);
  const lines = [
    `${paint(style.bold(title))}${style.bold(`: ${message}`)}`,
    arrow("-->", place, diagnostic.span, layout),
    ` ${gutterLine(layout)}`,
    ...codeFrame(place.source, diagnostic.span, layout),
  ];
  for (const { place: where, span, message: label } of related) {
    if (where === null) continue;
    const quiet = { ...layout, mark: "-", paint: style.blue };
    lines.push(
      where === place ? ` ${style.dim("...")}` : arrow(":::", where, span, layout),
      ...codeFrame(where.source, span, quiet, visible(label)),
    );
  }
  for (const fix of diagnostic.fixes) {
    const changed = { ...layout, mark: "~", paint: style.green };
    const help = phrase("help");
    const indent = layout.gutter + help.length + 6;
    lines.push(
      ` ${gutterLine(layout)}`,
      `${" ".repeat(layout.gutter + 2)}${style.blue("=")} ${style.bold(help)}: ${wrapIndented(visible(fix.title), width, indent)}`,
      ...describeFix(place.source, fix, changed),
    );
  }
  return lines.join("\n");
}

/** ` --> factory.omni:9:12`. */
function arrow(sign: string, { path, source }: Place, at: Span, layout: FrameLayout): string {
  const { line, column } = positionAt(source, at.start);
  const pad = " ".repeat(layout.gutter);
  return ` ${pad}${layout.style.blue(sign)} ${visible(path)}:${line}:${column}`;
}

/** One line for each finding, `a.omni:9:12: error OM3004: …`, for editors and `grep`. */
export function printCompactFindings(findings: readonly Finding[], style: Style): string {
  return findings
    .map(({ diagnostic: { code, severity, message, span }, place }) => {
      const { line, column } = positionAt(place.source, span.start);
      const title = severityPaint(severity, style)(`${severity} ${code}`);
      return `${visible(place.path)}:${line}:${column}: ${title}: ${visible(message)}\n`;
    })
    .join("");
}

/** How many findings of each severity. */
export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts findings by severity. */
export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const count = (severity: Severity): number =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

/** `2 errors, 1 warning`; "" when there is nothing. */
export function describeCounts({ errors, warnings, infos }: SeverityCounts): string {
  return [
    errors === 0 ? "" : countOf(errors, "error"),
    warnings === 0 ? "" : countOf(warnings, "warning"),
    infos === 0 ? "" : countOf(infos, "info", "infos"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function severityPaint(severity: Severity, style: Style): (text: string) => string {
  switch (severity) {
    case "error":
      return style.red;
    case "warning":
      return style.yellow;
    case "info":
      return style.cyan;
  }
}
