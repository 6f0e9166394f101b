// Proves a program in a thread of its own: the caller stays free, may cancel at any time, and survives whatever happens there.
import type { Program } from "@omega/core";
import { type AskedQuestion, notProven, type ProofAnswer } from "./proof-answer.ts";
import { defaultProveOptions, type ProveOptions } from "./prove.ts";
import { createProofThread, type ProofThread } from "./thread/proof-thread.ts";

/**
 * What `prove` gives, worked out elsewhere: for hosts that have something else to do. Never rejects. Where the thread dies at a
 * question, that one is not proven, and the next is asked in a new thread. `thread` is used, and left open, where one is given.
 */
export async function proveInThread(
  program: Program,
  options: ProveOptions = defaultProveOptions,
  thread?: ProofThread,
): Promise<readonly ProofAnswer[]> {
  const used = thread ?? createProofThread();
  try {
    return await proveBy(used, program, options);
  } finally {
    if (thread === undefined) await used.close();
  }
}

async function proveBy(
  thread: ProofThread,
  program: Program,
  { signal, progress, ...limits }: ProveOptions,
): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  let questions: readonly AskedQuestion[] | null = null;
  let from = 0;
  for (;;) {
    const outcome = await thread.run(
      "prove",
      { program, limits, from, earlier: answers },
      (part) => {
        if (part.kind === "asked") {
          questions = part.questions;
        } else {
          answers.push(...part.answers);
          from++;
        }
        if (questions !== null && from < questions.length) progress?.(from, questions.length);
      },
      signal,
    );
    if (outcome.kind === "done") return answers;
    const reason = outcome.kind === "cancelled" ? "cancelled" : outcome.reason;
    const open = leftOf(questions, from, program);
    if (outcome.kind === "cancelled" || questions === null) {
      return [...answers, ...open.map((question) => notProven(question, reason))];
    }
    answers.push(...open.slice(0, 1).map((question) => notProven(question, reason)));
    from++;
    if (open.length < 2) return answers;
  }
}

/** Where not even the questions are known, the one answer is about everything. */
function leftOf(
  questions: readonly AskedQuestion[] | null,
  from: number,
  { intent }: Program,
): readonly AskedQuestion[] {
  const claim = "anything holds in every context";
  return (
    questions?.slice(from) ?? [
      { question: "everything", subject: "", line: 1, text: intent, claim },
    ]
  );
}
