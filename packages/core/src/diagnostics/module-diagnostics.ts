// What is no mistake in a document that others import for what it declares: a module has no intent or rules of its own.
import type { Document } from "../syntax/tree.ts";
import type { Diagnostic, DiagnosticCode } from "./diagnostic.ts";
import { documentStructureDiagnostics } from "./om1-document-structure.ts";
import { actionNeverTaken, authorityOverNothing, effectOfNoAction } from "./om3-actions.ts";
import { governanceDiagnostics } from "./om5-governance.ts";

/** Of whole policies, or about actions that only the importing documents' rules take. */
const ofPolicies: ReadonlySet<DiagnosticCode> = new Set([
  documentStructureDiagnostics.missingRequiredSection.code,
  documentStructureDiagnostics.missingSection.code,
  actionNeverTaken.code,
  authorityOverNothing.code,
  effectOfNoAction.code,
  governanceDiagnostics.mayNeverTaken.code,
]);

/** The diagnostics of an imported document; all of them where it has rules, and so is a policy as well. */
export function moduleDiagnostics(
  diagnostics: readonly Diagnostic[],
  { sections }: Document,
): readonly Diagnostic[] {
  return sections.some(({ keyword }) => keyword === "RULE")
    ? diagnostics
    : diagnostics.filter(({ code }) => !ofPolicies.has(code));
}
