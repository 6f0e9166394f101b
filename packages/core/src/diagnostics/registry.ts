// The one registry of diagnostics: feeds the checker, the command line, editors, SARIF, `explain` and docs/diagnostics/.
import type { DiagnosticRule } from "./diagnostic.ts";
import { documentStructureDiagnostics } from "./om1-document-structure.ts";
import { syntaxDiagnostics } from "./om2-syntax.ts";
import { semanticDiagnostics } from "./om3-names-types-units.ts";
import { logicDiagnostics } from "./om4-logic.ts";
import { governanceDiagnostics } from "./om5-governance.ts";
import { evaluationDiagnostics } from "./om6-evaluation.ts";
import { configurationDiagnostics } from "./om7-configuration.ts";
import { exemptionDiagnostics } from "./om7-exemptions.ts";

/** What the registry says of a code, apart from how its message is made. */
export type RegisteredRule = Omit<DiagnosticRule<never>, "message" | "fixes">;

/** Every diagnostic, in order of code. */
export const diagnosticRules: readonly RegisteredRule[] = [
  documentStructureDiagnostics,
  syntaxDiagnostics,
  semanticDiagnostics,
  logicDiagnostics,
  governanceDiagnostics,
  evaluationDiagnostics,
  configurationDiagnostics,
  exemptionDiagnostics,
]
  .flatMap((family): readonly RegisteredRule[] => Object.values(family))
  .sort((first, second) => (first.code < second.code ? -1 : 1));

const byCode: ReadonlyMap<string, RegisteredRule> = new Map(
  diagnosticRules.map((rule) => [rule.code, rule]),
);

/** The entry of a code, or null. */
export function findRule(code: string): RegisteredRule | null {
  return byCode.get(code) ?? null;
}
