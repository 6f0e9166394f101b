// @omega/prove: proofs about policies, and contexts that disprove. The solver is loaded when there is something to ask it.
export type { CompareOptions } from "./compare/compare-policies.ts";
export { comparePolicies, defaultCompareOptions } from "./compare/compare-policies.ts";
export type {
  DifferenceKind,
  PolicyComparison,
  PolicyDifference,
  UnprovedPart,
} from "./compare/comparison.ts";
export type {
  AttributeChange,
  ConstraintChange,
  PlacedRule,
  PolicyChanges,
  RuleChange,
} from "./compare/policy-changes.ts";
export { defaultFlipOptions, findFlip } from "./flip/find-flip.ts";
export type { Flip, FlipOptions, FlipRequest, ReadingChange } from "./flip/flip.ts";
export type {
  Generated,
  GenerateOptions,
  OpenObligation,
} from "./generate/generate.ts";
export { generate } from "./generate/generate.ts";
export type { GeneratedExample } from "./generate/write-passing-example.ts";
export { type MutationOptions, measureMutation } from "./mutate/measure-mutation.ts";
export { type MutantKind, mutantKinds } from "./mutate/mutant.ts";
export { type MutantOutcome, type Mutation, mutationScore } from "./mutate/mutation.ts";
export type { ClauseBreach, ProofAnswer, Taker } from "./proof-answer.ts";
export type { ProveOptions } from "./prove.ts";
export { defaultProveOptions, prove } from "./prove.ts";
export { proveAside } from "./prove-aside.ts";
export { proveInThread } from "./prove-in-thread.ts";
export type { QuestionKind } from "./question.ts";
export { isSolverInstalled } from "./solver.ts";
export type { ProofThread } from "./thread/proof-thread.ts";
export { createProofThread } from "./thread/proof-thread.ts";
