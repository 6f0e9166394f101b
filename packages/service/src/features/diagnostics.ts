// Diagnostics as editors show them: code, link to its page, related places, and tags for what is dimmed or struck out.
import {
  localizeDiagnostic,
  type Diagnostic as PolicyDiagnostic,
  type RelatedPlace,
  type Severity,
} from "@omega/core";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";

/** Where an editor can open the page of a diagnostic's code; null where it cannot. */
export type PageAddress = (code: string) => string | null;

/** What the checker says of a document, in order of place; what it says of other files belongs to them. */
export function findDiagnostics(
  document: ServiceDocument,
  workspace: Workspace,
  pageOf: PageAddress,
): readonly Diagnostic[] {
  return document.diagnostics
    .filter(({ file }) => file === document.file)
    .map((diagnostic) => toDiagnostic(diagnostic, document, workspace, pageOf));
}

/** A diagnostic of `document` as the protocol has it. */
export function toDiagnostic(
  diagnostic: PolicyDiagnostic,
  document: ServiceDocument,
  workspace: Workspace,
  pageOf: PageAddress,
): Diagnostic {
  const { code, severity, message, span, related, tags } = localizeDiagnostic(
    diagnostic,
    document.locale,
  );
  const page = pageOf(code);
  const places = related.flatMap((place) => relatedInformation(place, document, workspace));
  return {
    range: toRange(document.source, span),
    severity: severities[severity],
    code,
    ...(page !== null && { codeDescription: { href: page } }),
    source: "omega",
    message,
    ...(places.length > 0 && { relatedInformation: places }),
    ...(tags.length > 0 && { tags: tags.map((tag) => diagnosticTags[tag]) }),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const diagnosticTags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

function relatedInformation(
  { file, span, message }: RelatedPlace,
  document: ServiceDocument,
  workspace: Workspace,
): DiagnosticRelatedInformation[] {
  const inside = file === document.file ? document : workspace.find(file);
  if (inside === null) return [];
  return [{ location: { uri: inside.uri, range: toRange(inside.source, span) }, message }];
}
