// Proves a program: asks every question, and shows no context that the ordinary evaluator does not confirm.
import { createEvaluator, type Decision, defaultLimits, type Program } from "@omega/core";
import { lengthsIn } from "./encode-inputs.ts";
import { type EncodedProgram, encodeProgram } from "./encode-rules.ts";
import { type ContextSearch, findContext, unconfirmed } from "./find-context.ts";
import type { Meaning, Question, QuestionKind } from "./question.ts";
import { askConstraints } from "./questions/constraints.ts";
import { askReachability } from "./questions/reachability.ts";
import { createSolver, type Solver } from "./solver.ts";
import { type Term, variablesOf } from "./term.ts";
import { type JsonRecord, witnessInstant } from "./witness.ts";

export interface ProveOptions {
  /** Milliseconds for one question. */
  readonly timeout: number;
  /** The longest lists of the input that proofs cover; what shows with shorter ones is looked for there first. */
  readonly listBound: number;
  /** Aborting ends the open question; it and those after it are not proven. */
  readonly signal?: AbortSignal;
  /** Told before each question, how many are answered of how many. */
  readonly progress?: (answered: number, all: number) => void;
}

export const defaultProveOptions: ProveOptions = { timeout: 5_000, listBound: 8 };

export interface ProofAnswer {
  readonly question: QuestionKind;
  /** The rule's or constraint's id. */
  readonly subject: string;
  readonly line: number;
  /** The condition, pattern or clause as written. */
  readonly text: string;
  /** `finding` is what an author wants to know: dead, always true, broken. */
  readonly outcome: "fine" | "finding" | "not proven";
  readonly message: string;
  /** A context that shows it, confirmed by evaluation; null where a proof says that there is none. */
  readonly context: JsonRecord | null;
  /** The longest lists that a proof covers; null where it does not depend on lists, or is no proof. */
  readonly listBound: number | null;
}

/** Most of what happens in loops happens with three elements, and questions about few are answered soonest. */
const FIRST_BOUND = 3;

/** Answers to everything there is to ask, in the order of the document's rules, then its constraints. */
export async function prove(
  program: Program,
  options: ProveOptions = defaultProveOptions,
): Promise<readonly ProofAnswer[]> {
  const solver = createSolver(options.signal);
  const evaluate = evaluatorOf(program);
  const proofOf = (bound: number): Proving => {
    const encoded = encodeProgram(program, bound);
    return { encoded, questions: questionsOf(encoded), solver, options, evaluate };
  };
  const short = proofOf(Math.min(FIRST_BOUND, options.listBound));
  // Encoded when the first answer depends on how long lists are.
  let long: Proving | null = null;
  const answers: ProofAnswer[] = [];
  try {
    for (const [index, question] of short.questions.entries()) {
      options.progress?.(index, short.questions.length);
      let chain = await answerChain(question, short);
      if (chain.some(({ listBound }) => listBound !== null)) {
        long ??= proofOf(options.listBound);
        const again = long.questions[index];
        const longer = again === undefined ? [] : await answerChain(again, long);
        // What is too hard for long lists is still proved for short ones.
        if (longer.length > 0 && longer.every(isAnswered)) chain = longer;
      }
      answers.push(...chain);
    }
  } finally {
    solver.close();
  }
  return answers;
}

const isAnswered = ({ outcome }: ProofAnswer): boolean => outcome !== "not proven";

function questionsOf(encoded: EncodedProgram): readonly Question[] {
  return [...askReachability(encoded), ...askConstraints(encoded)];
}

/** The answer to a question, and to those that are only worth asking after it. */
async function answerChain(first: Question, proving: Proving): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  let question: Question | null = first;
  while (question !== null) {
    const answer: ProofAnswer = await answerQuestion(question, proving);
    answers.push(answer);
    question = answer.outcome === "fine" ? question.next : null;
  }
  return answers;
}

interface Proving {
  readonly encoded: EncodedProgram;
  readonly questions: readonly Question[];
  readonly solver: Solver;
  readonly options: ProveOptions;
  readonly evaluate: (context: JsonRecord) => Decision;
}

/** Samples do not stand in: whatever a sample does, a reading of that value does as well. */
function evaluatorOf(program: Program): (context: JsonRecord) => Decision {
  const evaluate = createEvaluator(program);
  const options = { limits: defaultLimits, sampleDefaults: false, strict: false, trace: true };
  return (context) => evaluate(context, { ...options, now: witnessInstant });
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
      return conclude(question, question.possible, found.context, null);
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
  { encoded, solver, options, evaluate }: Proving,
): Promise<ContextSearch> {
  const wanted = {
    happens,
    whole,
    confirms: (context: JsonRecord) => confirms(evaluate(context)),
  };
  return findContext(wanted, encoded, solver, options.timeout);
}

function conclude(
  { kind, subject, line, text }: Question,
  { isFinding, message }: Meaning,
  context: JsonRecord | null,
  listBound: number | null,
): ProofAnswer {
  const outcome = isFinding ? "finding" : "fine";
  return { question: kind, subject, line, text, outcome, message, context, listBound };
}

function notProven({ kind, subject, line, text, claim }: Question, reason: string): ProofAnswer {
  const message = `not proven whether ${claim}: ${reason}`;
  return {
    question: kind,
    subject,
    line,
    text,
    outcome: "not proven",
    message,
    context: null,
    listBound: null,
  };
}
