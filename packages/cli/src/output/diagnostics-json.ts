// `check --format json`: findings as other programs read them. The shape is public; version it when it changes.
import { rangeOf } from "@omega/core";
import type { Finding } from "./finding.ts";
import type { SeverityCounts } from "./print-diagnostics.ts";

/**
 * One line of JSON. `paths` are the files checked, listed even where nothing was found in them; `summary` counts all
 * findings, also those that are not shown.
 */
export function diagnosticsJson(
  paths: readonly string[],
  shown: readonly Finding[],
  summary: SeverityCounts,
): string {
  const byPath = new Map<string, object[]>(paths.map((path) => [path, []]));
  for (const finding of shown) {
    const { path } = finding.place;
    const diagnostics = byPath.get(path) ?? [];
    diagnostics.push(diagnosticJson(finding));
    byPath.set(path, diagnostics);
  }
  const files = [...byPath].map(([path, diagnostics]) => ({ path, diagnostics }));
  return `${JSON.stringify({ schemaVersion: 1, files, summary })}\n`;
}

function diagnosticJson({ diagnostic, place }: Finding): object {
  const { code, severity, message, span, fixes } = diagnostic;
  return {
    code,
    severity,
    message,
    range: rangeOf(place.source, span),
    fixes: fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map((edit) => ({
        range: rangeOf(place.source, edit.span),
        newText: edit.newText,
      })),
    })),
  };
}
