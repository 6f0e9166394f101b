// Every law there is, group by group.
import { constraintLaws } from "./constraint-laws.ts";
import { decisionLaws } from "./decision-laws.ts";
import { decisionLogLaws } from "./decision-log-laws.ts";
import { evaluatorLaws } from "./evaluator-laws.ts";
import { explanationLaws } from "./explanation-laws.ts";
import { fixLaws } from "./fix-laws.ts";
import { incrementalLaws } from "./incremental-laws.ts";
import type { Law } from "./law.ts";
import { loopLaws } from "./loop-laws.ts";
import { syntaxLaws } from "./syntax-laws.ts";
import { totalityLaws } from "./totality-laws.ts";
import { unknownLaws } from "./unknown-laws.ts";

export {
  type Coverage,
  coverDecision,
  coverTree,
  treeKinds,
  uncovered,
} from "../generate/coverage.ts";
export { type Draw, drawn } from "../generate/draw.ts";
export { applyEdit, type DrawnEdit, drawEdits } from "../generate/edits.ts";
export { mutate } from "../generate/mutations.ts";
export type { WrittenText } from "../generate/texts.ts";
export { anyDocument } from "../generate/trees/documents.ts";
export { expectSame, expectThat, type Law, law, seedOf, tryLaw } from "./law.ts";
export { decide, situations } from "./situations.ts";
export { anyTexts, drawWellFormed, slippedTexts } from "./texts.ts";
export {
  constraintLaws,
  decisionLaws,
  decisionLogLaws,
  evaluatorLaws,
  explanationLaws,
  fixLaws,
  incrementalLaws,
  loopLaws,
  syntaxLaws,
  totalityLaws,
  unknownLaws,
};

export const allLaws: readonly Law[] = [
  ...syntaxLaws,
  ...totalityLaws,
  ...fixLaws,
  ...unknownLaws,
  ...loopLaws,
  ...constraintLaws,
  ...decisionLaws,
  ...evaluatorLaws,
  ...explanationLaws,
  ...decisionLogLaws,
  ...incrementalLaws,
];
