// A question: something that may happen, asked of the solver, and what either answer means.
import type { Decision } from "@omega/core";
import type { Proving } from "./answer-question.ts";
import type { AskedQuestion, ClauseBreach, ProofAnswer } from "./proof-answer.ts";
import type { Term } from "./term.ts";

export type QuestionKind =
  | "reachable"
  | "always"
  | "redundant"
  | "arithmetic"
  | "loop"
  | "effects"
  | "constraint"
  | "vacuous"
  | "incompatible"
  | "gap"
  /** All of them: the answer where the proof as a whole has failed. */
  | "everything";

export interface Question extends AskedQuestion {
  /** Why it cannot be asked, else null. */
  readonly outside: string | null;
  /** What the solver is to make true. */
  readonly happens: Term;
  /** Where it may happen though `happens` does not hold: unless that is impossible too, nothing is proved. Nowhere unless given. */
  readonly mayHappen?: Term;
  /** What the trace of a decision says where it happens, as `factsIn` words it: contexts found before may have shown it. */
  readonly fact?: string;
  /** Whether the ordinary evaluator, given the solver's context, decided as the solver says. */
  readonly confirms: (decision: Decision) => boolean;
  /** Whether the context has to hold every attribute; without it those that the question reads. */
  readonly whole?: boolean;
  /** What it means that it can happen, and that it cannot. Exactly one of the two is a finding. */
  readonly possible: Meaning;
  readonly impossible: Meaning;
  /** What is only worth asking when this is no finding; as a rule nothing. */
  readonly next?: Question;
}

export interface Meaning {
  readonly isFinding: boolean;
  /** Of the decision in the context shown, where it says more. */
  readonly message: string | ((decision: Decision) => string);
  /** Where it means that a clause is broken. */
  readonly breach?: (decision: Decision) => ClauseBreach;
}

/** A question with the way it is answered: one answer, several, or none where others have said it all. */
export interface Step {
  readonly asked: AskedQuestion;
  /** `earlier` are the answers to the questions before. */
  readonly answer: (
    proving: Proving,
    earlier: readonly ProofAnswer[],
  ) => Promise<readonly ProofAnswer[]>;
}
