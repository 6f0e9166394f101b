// @omega/prove: proofs about policies, and contexts that disprove. The solver is loaded when there is something to ask it.
export type { ProofAnswer, ProveOptions } from "./prove.ts";
export { defaultProveOptions, prove } from "./prove.ts";
export type { QuestionKind } from "./question.ts";
