// The solver: Z3, loaded when the first question needs it. It works on threads of its own and is stopped by ending them.
import type { Z3LowLevel } from "z3-solver";
import { printScript, printValueRequest } from "./print-script.ts";
import { readValues, type SolverValue } from "./read-values.ts";
import type { Term, Variable } from "./term.ts";

export type SolverAnswer =
  | { readonly kind: "possible"; readonly values: ReadonlyMap<string, SolverValue> }
  | { readonly kind: "impossible" }
  /** `reason` completes "not proven: ". */
  | { readonly kind: "undecided"; readonly reason: string };

export interface Solver {
  /** Whether something makes all the assertions true, and what values the variables then have. */
  readonly ask: (
    assertions: readonly Term[],
    wanted: readonly Variable[],
    milliseconds: number,
  ) => Promise<SolverAnswer>;
  /** Ends the solver's threads; without it the process would not exit. */
  readonly close: () => void;
}

/** How long past its budget a question may go on before the solver is stopped by force. */
const GRACE_MILLISECONDS = 500;

/** A solver that is not loaded before it is asked. Aborting stops the question that is open. */
export function createSolver(signal?: AbortSignal): Solver {
  let running: Promise<Z3LowLevel> | null = null;
  const close = (): void => {
    const ended = running;
    running = null;
    ended?.then(({ em }) => em.PThread.terminateAllThreads(), ignore);
  };
  return {
    async ask(assertions, wanted, milliseconds) {
      if (signal?.aborted) return cancelled;
      running ??= startSolver();
      const { Z3 } = await running;
      const script = `(set-option :timeout ${Math.ceil(milliseconds)})\n${printScript(assertions)}`;
      const asked = askSolver(Z3, script, wanted);
      const answer = await withinTime(asked, milliseconds + GRACE_MILLISECONDS, signal);
      if (answer !== null) return answer;
      asked.catch(ignore);
      close();
      return signal?.aborted ? cancelled : outOfTime(milliseconds);
    },
    close,
  };
}

const cancelled: SolverAnswer = { kind: "undecided", reason: "cancelled" };

function outOfTime(milliseconds: number): SolverAnswer {
  return { kind: "undecided", reason: `no answer within ${milliseconds / 1000} s` };
}

function ignore(): void {}

async function startSolver(): Promise<Z3LowLevel> {
  const { init } = await import("z3-solver");
  return init();
}

async function askSolver(
  z3: Z3LowLevel["Z3"],
  script: string,
  wanted: readonly Variable[],
): Promise<SolverAnswer> {
  const context = z3.mk_context(z3.mk_config());
  try {
    const outcome = await z3.eval_smtlib2_string(context, `${script}(check-sat)\n`);
    switch (outcome.trim()) {
      case "unsat":
        return { kind: "impossible" };
      case "sat": {
        if (wanted.length === 0) return { kind: "possible", values: new Map() };
        const text = await z3.eval_smtlib2_string(context, printValueRequest(wanted));
        return { kind: "possible", values: readValues(text) };
      }
      case "unknown": {
        const why = await z3.eval_smtlib2_string(context, "(get-info :reason-unknown)\n");
        const isTime = /timeout|canceled/.test(why);
        return {
          kind: "undecided",
          reason: isTime
            ? "the time for a question is over"
            : "the solver gives up: the arithmetic is too hard for it",
        };
      }
      default:
        return { kind: "undecided", reason: `the solver answers ${outcome.trim()}` };
    }
  } finally {
    z3.del_context(context);
  }
}

/** What the promise gives, or null once the time is over or the signal says so. */
async function withinTime<Result>(
  promise: Promise<Result>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Result | null> {
  let stop: () => void = ignore;
  const ended = new Promise<null>((resolve) => {
    stop = () => resolve(null);
  });
  const timer = setTimeout(stop, milliseconds);
  signal?.addEventListener("abort", stop);
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
