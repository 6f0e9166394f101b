// OM4: what a document's logic says beyond doubt, and most likely does not mean. Found by semantics/checks/.
import { branchDiagnostics } from "./om4-branches.ts";
import { conditionDiagnostics } from "./om4-conditions.ts";
import { constraintDiagnostics } from "./om4-constraints.ts";
import { expressionDiagnostics } from "./om4-expressions.ts";
import { loopDiagnostics } from "./om4-loops.ts";
import { nameDiagnostics } from "./om4-names.ts";
import { ruleDiagnostics } from "./om4-rules.ts";

export const logicDiagnostics = {
  ...conditionDiagnostics,
  ...branchDiagnostics,
  ...ruleDiagnostics,
  ...constraintDiagnostics,
  ...loopDiagnostics,
  ...nameDiagnostics,
  ...expressionDiagnostics,
};
