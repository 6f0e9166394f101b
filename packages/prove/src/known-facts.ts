// What the contexts found so far have shown: most of what can happen in a long document shows in the context of another question.
import type { Decision, TraceEntry } from "@omega/core";
import type { JsonRecord } from "./witness.ts";

/** A context that evaluation has confirmed, and the instant at which. */
export interface ConfirmedContext {
  readonly context: JsonRecord;
  readonly now: string;
}

/** By fact. */
export type KnownFacts = Map<string, ConfirmedContext>;

/** Adds what a decision shows and was not known. */
export function learn(facts: KnownFacts, { trace = [] }: Decision, shown: ConfirmedContext): void {
  for (const { rule, branch, outcome } of trace) {
    const fact = factOf(rule, branch, outcome);
    if (!facts.has(fact)) facts.set(fact, shown);
  }
}

/** That a branch of a rule came out so. */
export function factOf(
  rule: string,
  branch: TraceEntry["branch"],
  outcome: TraceEntry["outcome"],
): string {
  return `${outcome} ${branch} ${rule}`;
}
