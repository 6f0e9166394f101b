// Asks of every branch, arm and loop condition whether some context takes it, and of every condition that can be true whether
// some context makes it false.
import type { Decision } from "@omega/core";
import type { Attempt, EncodedProgram } from "../encode-rules.ts";
import type { Question } from "../question.ts";
import { no } from "../term.ts";

export function askReachability({ attempts }: EncodedProgram): readonly Question[] {
  return attempts.map((attempt) => {
    const { rule, branch } = attempt;
    const name = describeAttempt(attempt);
    const canBeFalse = branch === 0 && rule.kind !== "match" ? askAlways(attempt) : null;
    return {
      kind: "reachable",
      ...aboutAttempt(attempt),
      claim: `${name} can ${verbOf(attempt)}`,
      happens: attempt.taken,
      confirms: (decision) => hasOutcome(decision, attempt, "fired"),
      possible: { isFinding: false, message: `${name} can ${verbOf(attempt)}` },
      impossible: { isFinding: true, message: `${name} can never ${verbOf(attempt)}` },
      next: canBeFalse,
    };
  });
}

function askAlways(attempt: Attempt): Question {
  const name = describeAttempt(attempt);
  const always =
    attempt.rule.kind === "for"
      ? `${name} lets every element in`
      : `${name} always fires: whenever it is known, its condition holds`;
  return {
    kind: "always",
    ...aboutAttempt(attempt),
    claim: `${name} can fail to ${verbOf(attempt)}`,
    happens: attempt.refused,
    confirms: (decision) => hasOutcome(decision, attempt, "not fired"),
    possible: { isFinding: false, message: `${name} does not always ${verbOf(attempt)}` },
    impossible: { isFinding: true, message: always },
    next: null,
  };
}

function aboutAttempt({
  rule,
  line,
  text,
  outside,
}: Attempt): Pick<Question, "subject" | "line" | "text" | "outside" | "whole" | "mayHappen"> {
  return { subject: rule.id, line, text, outside, whole: false, mayHappen: no };
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

function verbOf({ rule }: Attempt): string {
  switch (rule.kind) {
    case "for":
      return "let an element in";
    case "while":
      return "turn";
    default:
      return "fire";
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
