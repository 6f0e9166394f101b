// Whether what a policy decides depends on the clock.
import type { Program, ProgramExpression } from "../semantics/program.ts";

type Call = Extract<ProgramExpression, { kind: "call" }>;

/**
 * Whether a rule, constraint or effect asks for the time. That readings have to be fresh does not count: their age is
 * part of the context.
 */
export function readsClock({ rules, failsafe, constraints, effects }: Program): boolean {
  return holdsClockCall([rules, failsafe, constraints, effects]);
}

/** Calls stand anywhere in a program's records; nesting is bounded by that of documents. */
function holdsClockCall(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  if (isCall(part) && asksForTime(part)) return true;
  return Object.values(part).some(holdsClockCall);
}

function isCall(part: object): part is Call {
  return "kind" in part && part.kind === "call";
}

/** Functions of the calendar take an instant; without one they take that of the evaluation. */
function asksForTime(call: Call): boolean {
  return (
    call.function.startsWith("std::time::") &&
    !call.arguments.some((argument) => argument.kind !== "lambda" && argument.type.kind === "time")
  );
}
