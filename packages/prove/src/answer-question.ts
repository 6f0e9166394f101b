// Answers one question, and those that are only worth asking after it, for lists up to one bound.
import type { Decision } from "@omega/core";
import { lengthsIn } from "./encode-inputs.ts";
import type { EncodedProgram } from "./encode-rules.ts";
import { type ContextSearch, findContext, unconfirmed } from "./find-context.ts";
import { type KnownFacts, learn } from "./known-facts.ts";
import { notProven, type ProofAnswer } from "./proof-answer.ts";
import type { Meaning, Question, Step } from "./question.ts";
import { shortenContext } from "./shorten-context.ts";
import type { Solver } from "./solver.ts";
import { no, type Term, variablesOf } from "./term.ts";
import { isAskedOf, type JsonRecord, witnessInstant } from "./witness.ts";

/** What answers take. */
export interface Proving {
  readonly encoded: EncodedProgram;
  readonly solver: Solver;
  /** Milliseconds for one question. */
  readonly timeout: number;
  readonly evaluate: (context: JsonRecord, now: string) => Decision;
  readonly facts: KnownFacts;
}

/** A question that needs no more than to be asked. */
export function stepOf(question: Question): Step {
  return { asked: question, answer: (proving) => answerChain(question, proving) };
}

/** The answer to a question, and to those that are only worth asking after it. */
async function answerChain(first: Question, proving: Proving): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  let question: Question | undefined = first;
  while (question !== undefined) {
    const answer: ProofAnswer = await answerQuestion(question, proving);
    answers.push(answer);
    question = answer.outcome === "fine" ? question.next : undefined;
  }
  return answers;
}

/** The answer to a question alone. */
export async function answerQuestion(question: Question, proving: Proving): Promise<ProofAnswer> {
  if (question.outside !== null) return notProven(question, question.outside);
  const shown = recall(question, proving);
  if (shown !== null) return conclude(question, question.possible, shown, proving);
  const direct = await search(question, question.happens, proving);
  // Of the two ways in which it can happen, the second is only looked at where the first is ruled out.
  const found = direct.kind === "impossible" ? await searchFurther(question, proving) : direct;
  switch (found.kind) {
    case "undecided":
      return notProven(question, found.reason);
    case "possible":
      return conclude(question, question.possible, found, proving);
    case "impossible": {
      const { happens, mayHappen = no } = question;
      const listBound = boundOf([happens, mayHappen], proving.encoded);
      return { ...conclude(question, question.impossible, null, proving), listBound };
    }
  }
}

/** A context found before that shows it. A finding deserves one of its own, with nothing in it that does not matter. */
function recall(
  { fact, possible, happens, confirms }: Question,
  { facts, encoded, evaluate }: Proving,
): Pick<ProofAnswer, "context" | "now"> | null {
  const known = fact === undefined || possible.isFinding ? undefined : facts.get(fact);
  if (known === undefined) return null;
  const context = onlyAsked(known.context, happens, encoded);
  if (!confirms(evaluate(context, known.now))) return null;
  return { context, now: variablesOf([happens]).has(encoded.inputs.clock) ? known.now : null };
}

/** The attributes of a context that a term reads. */
function onlyAsked(context: JsonRecord, term: Term, { inputs }: EncodedProgram): JsonRecord {
  const asked = variablesOf([term]);
  return Object.fromEntries(
    inputs.attributes.flatMap(({ attribute: { name }, input, absent }) => {
      const value = context[name];
      const isAsked = isAskedOf(input, asked) || (absent !== null && asked.has(absent));
      return isAsked && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** The longest lists that a proof about the terms covers; null where it does not depend on lists. */
export function boundOf(terms: readonly Term[], { inputs, bound }: EncodedProgram): number | null {
  const lengths = lengthsIn(inputs);
  return [...variablesOf(terms)].some((variable) => lengths.has(variable)) ? bound : null;
}

async function searchFurther(question: Question, proving: Proving): Promise<ContextSearch> {
  const found = await search(question, question.mayHappen ?? no, proving);
  return found.kind === "undecided" && found.reason === unconfirmed
    ? { kind: "undecided", reason: interfered }
    : found;
}

const interfered =
  "the rules keep it, but another clause may withhold an action, and what that does here is not encoded";

function search(
  { whole = false, confirms }: Question,
  happens: Term,
  { encoded, solver, timeout, evaluate, facts }: Proving,
): Promise<ContextSearch> {
  const wanted = {
    happens,
    whole,
    confirms: (context: JsonRecord, now: string) => {
      const decision = evaluate(context, now);
      learn(facts, decision, { context, now });
      return confirms(decision);
    },
  };
  return findContext(wanted, encoded, solver, timeout);
}

function conclude(
  question: Question,
  meaning: Meaning,
  found: Pick<ProofAnswer, "context" | "now"> | null,
  proving: Proving,
): ProofAnswer {
  const { question: kind, subject, line, text } = question;
  const about = { question: kind, subject, line, text, listBound: null };
  const outcome = meaning.isFinding ? "finding" : "fine";
  const { context, now } = found ?? { context: null, now: null };
  const decide = (shown: JsonRecord): Decision => proving.evaluate(shown, now ?? witnessInstant);
  const message = messageOf(meaning, () => decide(context ?? {}));
  const breach = context === null ? null : (meaning.breach?.(decide(context)) ?? null);
  // Of what is as it should be nobody reads the context.
  if (context === null || !meaning.isFinding) {
    return { ...about, outcome, message, context, now, breach };
  }
  const shows = (shown: Decision): boolean =>
    question.confirms(shown) && messageOf(meaning, () => shown) === message;
  const short = shortenContext(context, { decide, shows });
  return { ...about, outcome, message, context: short, now, breach };
}

function messageOf({ message }: Meaning, decision: () => Decision): string {
  return typeof message === "string" ? message : message(decision());
}
