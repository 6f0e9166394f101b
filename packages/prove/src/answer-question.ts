// Answers one question, and those that are only worth asking after it, for lists up to one bound.
import type { Decision } from "@omega/core";
import { lengthsIn } from "./encode-inputs.ts";
import type { EncodedProgram } from "./encode-rules.ts";
import { type ContextSearch, findContext, unconfirmed } from "./find-context.ts";
import { notProven, type ProofAnswer } from "./proof-answer.ts";
import type { Meaning, Question } from "./question.ts";
import type { Solver } from "./solver.ts";
import { type Term, variablesOf } from "./term.ts";
import type { JsonRecord } from "./witness.ts";

/** What answers take. */
export interface Proving {
  readonly encoded: EncodedProgram;
  readonly solver: Solver;
  /** Milliseconds for one question. */
  readonly timeout: number;
  readonly evaluate: (context: JsonRecord, now: string) => Decision;
}

/** The answer to a question, and to those that are only worth asking after it. */
export async function answerChain(
  first: Question,
  proving: Proving,
): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  let question: Question | null = first;
  while (question !== null) {
    const answer: ProofAnswer = await answerQuestion(question, proving);
    answers.push(answer);
    question = answer.outcome === "fine" ? question.next : null;
  }
  return answers;
}

async function answerQuestion(question: Question, proving: Proving): Promise<ProofAnswer> {
  if (question.outside !== null) return notProven(question, question.outside);
  const direct = await search(question, question.happens, proving);
  // Of the two ways in which it can happen, the second is only looked at where the first is ruled out.
  const found = direct.kind === "impossible" ? await searchFurther(question, proving) : direct;
  switch (found.kind) {
    case "undecided":
      return notProven(question, found.reason);
    case "possible":
      return conclude(question, question.possible, found, null);
    case "impossible": {
      const lengths = lengthsIn(proving.encoded.inputs);
      const asked = variablesOf([question.happens, question.mayHappen]);
      const isBounded = [...asked].some((variable) => lengths.has(variable));
      const bound = isBounded ? proving.encoded.bound : null;
      return conclude(question, question.impossible, null, bound);
    }
  }
}

async function searchFurther(question: Question, proving: Proving): Promise<ContextSearch> {
  const found = await search(question, question.mayHappen, proving);
  return found.kind === "undecided" && found.reason === unconfirmed
    ? { kind: "undecided", reason: interfered }
    : found;
}

const interfered =
  "the rules keep it, but another clause may withhold an action, and what that does here is not encoded";

function search(
  { whole, confirms }: Question,
  happens: Term,
  { encoded, solver, timeout, evaluate }: Proving,
): Promise<ContextSearch> {
  const wanted = {
    happens,
    whole,
    confirms: (context: JsonRecord, now: string) => confirms(evaluate(context, now)),
  };
  return findContext(wanted, encoded, solver, timeout);
}

function conclude(
  { question, subject, line, text }: Question,
  { isFinding, message }: Meaning,
  shown: Pick<ProofAnswer, "context" | "now"> | null,
  listBound: number | null,
): ProofAnswer {
  const outcome = isFinding ? "finding" : "fine";
  const { context, now } = shown ?? { context: null, now: null };
  return { question, subject, line, text, outcome, message, context, now, listBound };
}
