// A compiled policy and a context to decide: what the laws of evaluation are tried on.
import { compile, type Decision, type Policy, type Program } from "@omega/core";
import * as fc from "fast-check";
import { drawContext, evaluationInstant, type Fit, type JsonRecord } from "../generate/contexts.ts";
import { type Draw, drawn } from "../generate/draw.ts";
import {
  drawPolicy,
  type PolicyShape,
  type WrittenPolicy,
  wholePolicy,
} from "../generate/policies/policies.ts";

export interface Situation {
  readonly text: string;
  readonly policy: Policy;
  readonly program: Program;
  readonly context: JsonRecord;
  readonly [fc.toStringMethod]: () => string;
}

/** Compiles a generated policy with the documents it imports. */
export function compileWritten({
  text,
  imported,
}: Pick<WrittenPolicy, "text" | "imported">): Policy {
  return compile(text, { load: (path) => imported.get(path) ?? null });
}

/** The policy and the context as a failure's message shows them. */
export function showSituation(text: string, ...contexts: readonly unknown[]): string {
  return `\n${text}\n${contexts.map((context) => JSON.stringify(context)).join("\n")}\n`;
}

/** Policies by themselves. */
export function policies(size: number): fc.Arbitrary<WrittenPolicy> {
  return drawn(size, (draw) => {
    const written = drawPolicy(draw);
    const imported = [...written.imported].map(([path, text]) => `\n--- ${path}\n${text}`);
    return { ...written, [fc.toStringMethod]: () => `\n${written.text}${imported.join("")}` };
  });
}

/**
 * Policies with a context each. Those that do not compile, which a law of checking is about, give null.
 */
export function situations(
  size: number,
  shape: PolicyShape = wholePolicy,
): fc.Arbitrary<Situation | null> {
  return drawn(size, (draw) => drawSituation(draw, drawPolicy(draw, shape)));
}

/** A context for the policy: more often one that fits in part than one that fits, seldom anything. */
export function drawSituation(draw: Draw, written: WrittenPolicy, fit?: Fit): Situation | null {
  const policy = unlessThrown(() => compileWritten(written));
  if (policy === null || policy.program === null) return null;
  const { program } = policy;
  const context = drawContext(draw, program, fit ?? draw.pick(["whole", "part", "part", "any"]));
  const { text } = written;
  return {
    text,
    policy,
    program,
    context,
    [fc.toStringMethod]: () => showSituation(text, context),
  };
}

/** Null where `make` throws: for the laws of totality to say, not for those that only need a case. */
export function unlessThrown<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Decides the situation's context, or another, at the instant generated contexts are for. */
export function decide(
  { policy }: Pick<Situation, "policy">,
  context: unknown,
  options: Parameters<Policy["evaluate"]>[1] = {},
): Decision {
  return policy.evaluate(context, { now: evaluationInstant, ...options });
}

/** What a decision decides, without what it says of its circumstances. */
export function outcomeOf(decision: Decision): unknown {
  const { status, actions, pending, withheld, violations, unknowns } = decision;
  return { status, actions, pending, withheld, violations, unknowns };
}
