// What measuring a policy's mutants gives.
import type { GeneratedExample } from "../generate/write-passing-example.ts";
import type { Mutant } from "./mutant.ts";

export type MutantOutcome =
  /** The checker refuses the document with the mistake. */
  | { readonly kind: "refused"; readonly mutant: Mutant }
  /** An example fails on it: which. */
  | { readonly kind: "killed"; readonly mutant: Mutant; readonly by: string }
  /** Proved to decide as the policy does; for lists up to a bound, where that matters. */
  | {
      readonly kind: "equivalent";
      readonly mutant: Mutant;
      readonly listBound: number | null;
    }
  /** No example fails on it. */
  | {
      readonly kind: "survived";
      readonly mutant: Mutant;
      /** One that would, tried out: it passes on the policy and fails on the mutant; null where none was found. */
      readonly killer: GeneratedExample | null;
      /** Where none was found: why it is not proved equivalent; else "". */
      readonly reason: string;
    };

/** The mutants of one policy. */
export interface Mutation {
  /** How many there are; fewer were tried where outcomes are fewer. */
  readonly mutants: number;
  readonly outcomes: readonly MutantOutcome[];
  /** The killers, each once: with them as examples every survivor that has one is killed. */
  readonly killers: readonly GeneratedExample[];
}

/** Of those tried that are neither equivalent nor refused: how many the examples kill. */
export function mutationScore({ outcomes }: Pick<Mutation, "outcomes">): {
  readonly killed: number;
  readonly total: number;
} {
  const count = (kind: MutantOutcome["kind"]): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const killed = count("killed");
  return { killed, total: killed + count("survived") };
}
