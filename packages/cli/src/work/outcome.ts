// What came of work on one file, so that it can be told elsewhere and later: in another thread, in the files' order.
import type { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";

/** A result, or what was thrown. Plain data, but for the result. */
export type Outcome<Result> =
  | { readonly kind: "result"; readonly result: Result }
  | {
      readonly kind: "failure";
      readonly message: string;
      readonly hint: string | null;
      readonly exitCode: ExitCode;
    }
  /** A mistake of omegac's own. */
  | { readonly kind: "error"; readonly error: Error };

/** What comes of `work` on `item`. Never rejects. */
export async function outcomeOf<Item, Result>(
  work: (item: Item) => Promise<Result>,
  item: Item,
): Promise<Outcome<Result>> {
  try {
    return { kind: "result", result: await work(item) };
  } catch (error) {
    if (error instanceof Failure) {
      const { message, hint, exitCode } = error;
      return { kind: "failure", message, hint, exitCode };
    }
    return { kind: "error", error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The result; what was thrown is thrown here. */
export function resultOf<Result>(outcome: Outcome<Result>): Result {
  switch (outcome.kind) {
    case "result":
      return outcome.result;
    case "failure":
      throw new Failure(outcome.message, outcome.hint, outcome.exitCode);
    case "error":
      throw outcome.error;
  }
}
