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
  /** Of a clause that the context breaks: what becomes of it; null of everything else. */
  readonly breach: ClauseBreach | null;
}

/** A clause that the rules break. */
export interface ClauseBreach {
  /** Whether enforcement keeps it by withholding an action, or leaves a decision that is `violated`. */
  readonly consequence: "withheld" | "violated";
  /** Of a prohibition: which rules take what they may not take, or not together. */
  readonly takers: readonly Taker[];
}

/** A rule with an action that it takes. */
export interface Taker {
  readonly rule: string;
  readonly action: string;
}

/** The answer where there is none; `reason` completes "not proven whether …: ". */
export function notProven(
  { question, subject, line, text, claim }: AskedQuestion,
  reason: string,
): ProofAnswer {
  const message = `not proven whether ${claim}: ${reason}`;
  const outcome = "not proven";
  const shown = { context: null, now: null, listBound: null, breach: null };
  return { question, subject, line, text, outcome, message, ...shown };
}
