// Asks of every WHILE that repeats whether it ends by itself, and within how many rounds.
import type { Decision } from "@omega/core";
import { answerQuestion, type Proving } from "../answer-question.ts";
import type { EncodedProgram, Loop } from "../encode-rules.ts";
import type { ProofAnswer } from "../proof-answer.ts";
import type { Question, Step } from "../question.ts";
import { no } from "../term.ts";

export function askLoops({ loops }: EncodedProgram): readonly Step[] {
  return loops
    .filter(({ rule }) => rule.repeats)
    .map((loop) => ({
      asked: askEnd(loop),
      async answer(proving): Promise<readonly ProofAnswer[]> {
        const ends = await answerQuestion(askEnd(loop), proving);
        return [ends.outcome === "fine" ? await countRounds(loop, ends, proving) : ends];
      },
    }));
}

function aboutLoop({
  rule,
  outside,
}: Loop): Pick<Question, "question" | "subject" | "line" | "text" | "outside"> {
  const { id, line, condition } = rule;
  return { question: "loop", subject: id, line, text: condition.text, outside };
}

/** Whether MAX has to end it. */
function askEnd(loop: Loop): Question {
  const { rule, most, exhausted } = loop;
  return {
    ...aboutLoop(loop),
    claim: `\`${rule.id}\` can reach its MAX of ${most} rounds`,
    happens: exhausted,
    confirms: ({ limits }) =>
      limits.some(({ limit, rule: where }) => limit === "whileIterations" && where === rule.id),
    possible: {
      isFinding: true,
      message: `\`${rule.id}\` does not always end by itself: its MAX of ${most} rounds ends it, and the decision is \`limited\``,
    },
    impossible: { isFinding: false, message: `\`${rule.id}\` always ends by itself` },
  };
}

/** The answer with the number of rounds: to enter one it has to have entered those before, so the greatest is soon found. */
async function countRounds(loop: Loop, ends: ProofAnswer, proving: Proving): Promise<ProofAnswer> {
  let shown: ProofAnswer | null = null;
  let least = 0;
  let beyond = loop.rounds.length + 1;
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2);
    const answer = await answerQuestion(askRound(loop, middle), proving);
    if (answer.outcome === "not proven") return ends;
    if (answer.context === null) {
      beyond = middle;
    } else {
      least = middle;
      shown = answer;
    }
  }
  const { id } = loop.rule;
  const rounds = `${least} ${least === 1 ? "round" : "rounds"}`;
  const message =
    least === 0
      ? `\`${id}\` is never entered`
      : `\`${id}\` always ends by itself, within ${rounds}`;
  const { context = null, now = null } = shown ?? {};
  return { ...ends, message, context, now };
}

function askRound(loop: Loop, round: number): Question {
  const { id } = loop.rule;
  return {
    ...aboutLoop(loop),
    claim: `\`${id}\` takes ${round} rounds`,
    happens: loop.rounds[round - 1] ?? no,
    confirms: (decision) => roundsIn(decision, id) >= round,
    possible: { isFinding: false, message: "" },
    impossible: { isFinding: false, message: "" },
  };
}

/** The most rounds that a loop took, of all the times that it was come to. */
function roundsIn({ trace = [] }: Decision, id: string): number {
  const counts = new Map<string, number>();
  for (const { rule, outcome, bindings } of trace) {
    if (rule !== id || outcome !== "fired") continue;
    const where = JSON.stringify(bindings);
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
