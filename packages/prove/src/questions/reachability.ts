// Asks of every branch, arm and loop condition whether some context takes it, and of every condition that can be true whether
// some context makes it false.
import type { Decision } from "@omega/core";
import { stepOf } from "../answer-question.ts";
import type { Attempt, EncodedProgram } from "../encode-rules.ts";
import { factOf } from "../known-facts.ts";
import type { Question, Step } from "../question.ts";

export function askReachability({ attempts }: EncodedProgram): readonly Step[] {
  return attempts.map((attempt) => {
    const { rule, branch } = attempt;
    const { canHappen, never } = wordingOf(attempt);
    return stepOf({
      question: "reachable",
      ...aboutAttempt(attempt),
      claim: canHappen,
      happens: attempt.taken,
      fact: factOf(rule.id, branch, "fired"),
      confirms: (decision) => hasOutcome(decision, attempt, "fired"),
      possible: { isFinding: false, message: canHappen },
      impossible: { isFinding: true, message: never },
      ...(branch === 0 && rule.kind !== "match" && { next: askAlways(attempt) }),
    });
  });
}

function askAlways(attempt: Attempt): Question {
  const { canBeFalse, always } = wordingOf(attempt);
  return {
    question: "always",
    ...aboutAttempt(attempt),
    claim: canBeFalse,
    happens: attempt.refused,
    fact: factOf(attempt.rule.id, attempt.branch, "not fired"),
    confirms: (decision) => hasOutcome(decision, attempt, "not fired"),
    possible: { isFinding: false, message: canBeFalse },
    impossible: { isFinding: true, message: always },
  };
}

function aboutAttempt({
  rule,
  line,
  text,
  outside,
}: Attempt): Pick<Question, "subject" | "line" | "text" | "outside"> {
  return { subject: rule.id, line, text, outside };
}

function hasOutcome(
  { trace = [] }: Decision,
  { rule, branch }: Attempt,
  outcome: "fired" | "not fired",
): boolean {
  return trace.some(
    (entry) => entry.rule === rule.id && entry.branch === branch && entry.outcome === outcome,
  );
}

interface Wording {
  readonly canHappen: string;
  readonly never: string;
  readonly canBeFalse: string;
  readonly always: string;
}

function wordingOf(attempt: Attempt): Wording {
  const name = describeAttempt(attempt);
  switch (attempt.rule.kind) {
    case "for":
      return {
        canHappen: `${name} can let an element in`,
        never: `${name} can never let an element in`,
        canBeFalse: `${name} can keep an element out`,
        always: `${name} lets every element in`,
      };
    case "while":
      return {
        canHappen: `${name} can hold`,
        never: `${name} can never hold`,
        canBeFalse: `${name} can be false`,
        always: `${name} always holds: whenever it is known, it is true`,
      };
    default:
      return {
        canHappen: `${name} can fire`,
        never: `${name} can never fire`,
        canBeFalse: `${name} can be false`,
        always: `${name} always fires: whenever it is known, its condition holds`,
      };
  }
}

function describeAttempt({ rule, branch, text }: Attempt): string {
  const id = `\`${rule.id}\``;
  switch (rule.kind) {
    case "match":
      return `arm \`${text}\` of ${id}`;
    case "for":
      return `WHERE \`${text}\` of ${id}`;
    case "while":
      return `WHILE \`${text}\` of ${id}`;
    default:
      if (branch === "else") return `ELSE of ${id}`;
      return branch === 0 ? id : `ELSE IF \`${text}\` of ${id}`;
  }
}
