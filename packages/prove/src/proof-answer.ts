// What a proof says: the answer to one question, for people and for programs.
import type { QuestionKind } from "./question.ts";
import type { JsonRecord } from "./witness.ts";

/** What a question is about. */
interface QuestionSubject {
  readonly question: QuestionKind;
  /** The rule's or constraint's id; "" for the whole document. */
  readonly subject: string;
  readonly line: number;
  /** The condition, pattern or clause as written. */
  readonly text: string;
}

/** A question that is yet to be answered. */
export interface AskedQuestion extends QuestionSubject {
  /** What may happen: "`Far` can fire". */
  readonly claim: string;
}

export interface ProofAnswer extends QuestionSubject {
  /** `finding` is what an author wants to know: dead, always true, broken. */
  readonly outcome: "fine" | "finding" | "not proven";
  readonly message: string;
  /** A context that shows it, confirmed by evaluation; null where a proof says that there is none. */
  readonly context: JsonRecord | null;
  /** When that context shows it; null where it does at any time. */
  readonly now: string | null;
  /** The longest lists that a proof covers; null where it does not depend on lists, or is no proof. */
  readonly listBound: number | null;
}

/** The answer where there is none; `reason` completes "not proven whether …: ". */
export function notProven(
  { question, subject, line, text, claim }: AskedQuestion,
  reason: string,
): ProofAnswer {
  const message = `not proven whether ${claim}: ${reason}`;
  const outcome = "not proven";
  const shown = { context: null, now: null, listBound: null };
  return { question, subject, line, text, outcome, message, ...shown };
}
