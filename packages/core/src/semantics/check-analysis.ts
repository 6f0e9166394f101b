// The last checks of a document: its logic (OM4) and its governance (OM5). They read the analysis and report; nothing
// after them depends on what they find.
import { createReporter, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Analysis } from "./analysis.ts";
import { checkBranches } from "./checks/branches.ts";
import { checkConditions } from "./checks/conditions.ts";
import { checkClauses, checkContradictions, firingsByAction } from "./checks/contradictions.ts";
import { checkExpressions } from "./checks/expressions.ts";
import { type Firing, firingsOf } from "./checks/firings.ts";
import { checkActionNames, checkGovernance, checkTraced } from "./checks/governance.ts";
import { effortFor, type Inspection, startInspection } from "./checks/inspection.ts";
import { checkLoops } from "./checks/loops.ts";
import { checkChoices, checkRepetition, type RepetitionMemory } from "./checks/repeated-rules.ts";
import { checkNames } from "./checks/unused-names.ts";

/**
 * Checks an analysed document, whether or not it has errors; a suite of examples has nothing to check. `today` is the
 * date that reviews are due against, `2026-11-21`, or null. In order of the checks, not of the text.
 */
export function checkAnalysis(analysis: Analysis, today: string | null): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (analysis.document.suiteFor !== null) return diagnostics;
  const report = createReporter(analysis.file, diagnostics);
  const effort = effortFor(analysis.source.text.length);
  const inspection = startInspection(analysis, effort, report);
  checkByThemselves(inspection);
  checkTogether(firingsOf(inspection), { texts: new WeakMap() }, inspection);
  checkGovernance(analysis, today, report);
  checkTraced(analysis, report);
  return diagnostics;
}

/** Checks what can be said of a rule or a constraint without looking at the others. */
export function checkByThemselves(inspection: Inspection): void {
  checkExpressions(inspection);
  checkConditions(inspection);
  checkBranches(inspection);
  checkChoices(inspection);
  checkLoops(inspection);
  checkNames(inspection);
  checkClauses(inspection);
  checkActionNames(inspection.rules, inspection.report);
}

/** Checks rules and constraints against each other; `firings` are those of all rules. */
function checkTogether(
  firings: readonly Firing[],
  memory: RepetitionMemory,
  inspection: Inspection,
): void {
  checkRepetition(firings, memory, inspection);
  checkContradictions(firingsByAction(firings), inspection);
}
