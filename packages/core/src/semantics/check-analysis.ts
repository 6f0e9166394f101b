// The last checks of a document: its logic (OM4) and its governance (OM5). They read the analysis and report; nothing
// after them depends on what they find.
import { createReporter, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Analysis } from "./analysis.ts";
import { checkBranches } from "./checks/branches.ts";
import { checkConditions } from "./checks/conditions.ts";
import { checkContradictions } from "./checks/contradictions.ts";
import { checkExpressions } from "./checks/expressions.ts";
import { checkGovernance } from "./checks/governance.ts";
import { startInspection } from "./checks/inspection.ts";
import { checkLoops } from "./checks/loops.ts";
import { checkRepetition } from "./checks/repeated-rules.ts";
import { checkNames } from "./checks/unused-names.ts";

/**
 * Checks an analysed document, whether or not it has errors; a suite of examples has nothing to check. `today` is the
 * date that reviews are due against, `2026-11-21`, or null. In order of the checks, not of the text.
 */
export function checkAnalysis(analysis: Analysis, today: string | null): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (analysis.document.suiteFor !== null) return diagnostics;
  const report = createReporter(analysis.file, diagnostics);
  const inspection = startInspection(analysis, report);
  checkExpressions(inspection);
  checkConditions(inspection);
  checkBranches(inspection);
  checkRepetition(inspection);
  checkContradictions(inspection);
  checkLoops(inspection);
  checkNames(inspection);
  checkGovernance(analysis, today, report);
  return diagnostics;
}
