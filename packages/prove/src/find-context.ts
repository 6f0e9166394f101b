// Finds a context in which something happens, which the ordinary evaluator confirms: whatever this package shows was found here.
import { failsafeCalled } from "./encode-breach.ts";
import { inOurTimes, nothingMissing, nothingMissingOf } from "./encode-inputs.ts";
import type { EncodedProgram } from "./encode-rules.ts";
import type { Solver } from "./solver.ts";
import { not, type Term, variablesOf } from "./term.ts";
import { type JsonRecord, writeContext, writeInstant } from "./witness.ts";

/** What a context is looked for. */
export interface WantedContext {
  /** What the solver is to make true. */
  readonly happens: Term;
  /** Whether the context has to hold every attribute, not only those that `happens` reads. */
  readonly whole: boolean;
  /** Whether the ordinary evaluator, given the solver's context and the instant, decides as the solver says. */
  readonly confirms: (context: JsonRecord, now: string) => boolean;
}

export type ContextSearch =
  | { readonly kind: "impossible" }
  /** `now` is the instant at which it happens; null where any will do. */
  | { readonly kind: "possible"; readonly context: JsonRecord; readonly now: string | null }
  /** `reason` completes "not proven: ". */
  | { readonly kind: "undecided"; readonly reason: string };

/** Spends at most about so many milliseconds. The contexts with everything in them are looked through first. */
export async function findContext(
  { happens, whole, confirms }: WantedContext,
  encoded: Pick<EncodedProgram, "inputs">,
  solver: Solver,
  milliseconds: number,
): Promise<ContextSearch> {
  if (happens.kind === "truth" && !happens.value) return { kind: "impossible" };
  const asked = variablesOf(whole ? [happens, nothingMissing(encoded.inputs)] : [happens]);
  const { assumptions, confinements } = encoded.inputs;
  const assumed = [...assumptions, ...confinements].filter((assumption) =>
    [...variablesOf([assumption])].some((variable) => asked.has(variable)),
  );
  const written = variablesOf([happens, ...assumed, ...asked]);
  const everything = nothingMissing(encoded.inputs);
  const attempts: readonly (readonly Term[])[] = [
    // People would rather see a context of today that has everything, and in which FAILSAFE is not called for.
    [
      nothingMissingOf(encoded.inputs, asked),
      not(failsafeCalled),
      ...inOurTimes(encoded.inputs, asked),
    ],
    ...(asked.has(failsafeCalled) ? [[not(everything), failsafeCalled]] : []),
    [],
  ];
  let outcome: ContextSearch = { kind: "impossible" };
  for (const more of attempts) {
    const assertions = [happens, ...assumed, ...more];
    const answer = await solver.ask(assertions, milliseconds / attempts.length);
    if (answer.kind !== "possible") {
      outcome = answer;
      continue;
    }
    const context = writeContext(encoded, answer.values, written);
    const now = writeInstant(encoded, answer.values);
    const asksClock = asked.has(encoded.inputs.clock);
    if (confirms(context, now)) {
      return { kind: "possible", context, now: asksClock ? now : null };
    }
    outcome = { kind: "undecided", reason: unconfirmed };
  }
  // The last attempt assumes nothing more, so only it can rule anything out.
  return outcome;
}

/** Why a context was found and cannot be shown. */
export const unconfirmed =
  "over exact numbers it can happen, but evaluation does not confirm the context found";
