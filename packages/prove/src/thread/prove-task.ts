// A proof as a task of a proof thread: every answer is told as soon as it is there.
import type { Program } from "@omega/core";
import type { AskedQuestion, ProofAnswer } from "../proof-answer.ts";
import { inquire, type ProofLimits } from "../prove.ts";
import { createSolver } from "../solver.ts";

export interface ProveTask {
  readonly program: Program;
  readonly limits: ProofLimits;
  /** Where to begin: questions before this place are answered. */
  readonly from: number;
  /** By these. */
  readonly earlier: readonly ProofAnswer[];
}

export type ProvePart =
  /** Everything there is to ask. */
  | { readonly kind: "asked"; readonly questions: readonly AskedQuestion[] }
  /** The answer to the next question, and to those that follow from it. */
  | { readonly kind: "answered"; readonly answers: readonly ProofAnswer[] };

/** One for all tasks of the thread: to start it takes longer than most proofs. It ends when the thread does. */
const solver = createSolver();

/** Asks everything from a place on. */
export async function performProveTask(
  { program, limits, from, earlier }: ProveTask,
  hear: (part: ProvePart) => void,
): Promise<void> {
  const { questions, answer } = inquire(program, limits, solver);
  const asked = questions.map(({ question, subject, line, text, claim }) => {
    return { question, subject, line, text, claim };
  });
  hear({ kind: "asked", questions: asked });
  const soFar = [...earlier];
  for (let index = from; index < questions.length; index++) {
    const answers = await answer(index, soFar);
    soFar.push(...answers);
    hear({ kind: "answered", answers });
  }
}
