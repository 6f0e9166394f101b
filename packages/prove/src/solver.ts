// The solver: Z3, loaded when the first question needs it. It works on threads of its own and is stopped by ending them.
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import type { Z3LowLevel } from "z3-solver";
import { printScript } from "./print-script.ts";
import { readModel, type SolverValue } from "./read-model.ts";
import { type Term, variablesOf, yes } from "./term.ts";

type SolverAnswer =
  | { readonly kind: "possible"; readonly values: ReadonlyMap<string, SolverValue> }
  | { readonly kind: "impossible" }
  /** `reason` completes "not proven: ". */
  | { readonly kind: "undecided"; readonly reason: string };

export interface Solver {
  /** Whether something makes all the assertions true, and what values the variables then have; those left out may have any. */
  readonly ask: (assertions: readonly Term[], milliseconds: number) => Promise<SolverAnswer>;
  /** Lets go of the solver, whose threads then end soon; without it the process would not exit. */
  readonly close: () => void;
}

/** How long past its budget a question may go on before the solver is stopped by force. */
const GRACE_MILLISECONDS = 500;

/** A solver that is not loaded before it is asked. Aborting stops the question that is open. */
export function createSolver(signal?: AbortSignal): Solver {
  let running: Promise<Z3LowLevel> | null = null;
  const letGo = (of: (z3: Z3LowLevel) => void): void => {
    const ended = running;
    running = null;
    ended?.then(of, ignore);
  };
  return {
    async ask(assertions, milliseconds) {
      if (signal?.aborted) return cancelled;
      running ??= takeSpare() ?? startSolver();
      let asked: Promise<SolverAnswer>;
      try {
        const { Z3 } = await running;
        asked = askSolver(Z3, assertions, milliseconds);
        const answer = await withinTime(asked, milliseconds + GRACE_MILLISECONDS, signal);
        if (answer !== null) return answer;
      } catch (error) {
        return { kind: "undecided", reason: describeFailure(error) };
      }
      asked.catch(ignore);
      letGo(terminate);
      return signal?.aborted ? cancelled : outOfTime;
    },
    close: () => letGo(keepSpare),
  };
}

// --- solvers nobody asks at the moment ----------------------------------------------------------------------------

/** Who compares many policies opens one solver after the other, and each takes most of a second to start. */
const SPARE_MILLISECONDS = 100;

const spares = new Map<Z3LowLevel, NodeJS.Timeout>();

function keepSpare(z3: Z3LowLevel): void {
  const end = (): void => {
    spares.delete(z3);
    terminate(z3);
  };
  spares.set(z3, setTimeout(end, SPARE_MILLISECONDS));
}

function takeSpare(): Promise<Z3LowLevel> | null {
  const [spare] = spares;
  if (spare === undefined) return null;
  const [z3, ending] = spare;
  clearTimeout(ending);
  spares.delete(z3);
  return Promise.resolve(z3);
}

function terminate({ em }: Z3LowLevel): void {
  em.PThread.terminateAllThreads();
}

// --- asking -------------------------------------------------------------------------------------------------------

/** Whether there is a solver to load. It is an optional 35 megabytes to some. */
export function isSolverInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve("z3-solver");
    return true;
  } catch {
    return false;
  }
}

const cancelled: SolverAnswer = { kind: "undecided", reason: "cancelled" };

const outOfTime: SolverAnswer = {
  kind: "undecided",
  reason: "the time for a question is over",
};

function ignore(): void {}

/** It is an optional 35 megabytes to some, and only its name helps them. */
function describeFailure(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") {
    return "the solver is not installed: `z3-solver` is not found";
  }
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return `the solver failed: ${first}`;
}

/** Loads Z3 from where it really is: beside that stands what it needs, which a link to it does not tell. */
async function startSolver(): Promise<Z3LowLevel> {
  const require = createRequire(import.meta.url);
  const z3: typeof import("z3-solver") = require(realpathSync(require.resolve("z3-solver")));
  // Threads that are ended while they work complain of it, which nobody needs to read.
  const started = await z3.init({ print: ignore, printErr: ignore });
  started.Z3.global_param_set("memory_max_size", MEMORY_MEGABYTES);
  // On a busy machine the first answer may take seconds, which are nobody's question's.
  await askSolver(started.Z3, [yes], WARMING_MILLISECONDS);
  return started;
}

const WARMING_MILLISECONDS = 20_000;

/** It has two gigabytes, and ends without a word when they are used up; this far it says so. */
const MEMORY_MEGABYTES = "1500";

/** A script of more characters might not fit the stack on which Z3 is handed it. */
const LONGEST_SCRIPT = 200_000;

const asReadable = 2; // Z3_PRINT_SMTLIB2_COMPLIANT

/**
 * One question, in a solver context of its own. The script is handed over by a call that ends before this goes on: what is
 * passed to a call that works on another thread is gone when that thread comes to read it.
 */
async function askSolver(
  z3: Z3LowLevel["Z3"],
  assertions: readonly Term[],
  milliseconds: number,
): Promise<SolverAnswer> {
  const script = printScript(assertions);
  if (script === null) {
    return { kind: "undecided", reason: "a text holds characters that the solver does not know" };
  }
  if (script.text.length > LONGEST_SCRIPT) {
    return { kind: "undecided", reason: "the question is too large for the solver" };
  }
  const context = z3.mk_context(z3.mk_config());
  try {
    z3.set_ast_print_mode(context, asReadable);
    const solver = z3.mk_solver(context);
    z3.solver_inc_ref(context, solver);
    const parameters = z3.mk_params(context);
    z3.params_inc_ref(context, parameters);
    const name = z3.mk_string_symbol(context, "timeout");
    z3.params_set_uint(context, parameters, name, Math.ceil(milliseconds));
    z3.solver_set_params(context, solver, parameters);
    z3.solver_from_string(context, solver, script.text);
    const error = z3.get_error_code(context);
    if (error !== 0) {
      const problem = z3.get_error_msg(context, error).trim();
      return { kind: "undecided", reason: `the solver does not take the question: ${problem}` };
    }
    const outcome = await z3.solver_check(context, solver);
    if (outcome === impossible) return { kind: "impossible" };
    if (outcome === possible) {
      const model = z3.solver_get_model(context, solver);
      z3.model_inc_ref(context, model);
      const written = z3.model_to_string(context, model);
      const values = readModel(written, variablesOf(assertions), script.texts);
      return { kind: "possible", values };
    }
    return undecidedBecause(z3.solver_get_reason_unknown(context, solver));
  } finally {
    z3.del_context(context);
  }
}

function undecidedBecause(said: string): SolverAnswer {
  if (/timeout|canceled/.test(said)) return outOfTime;
  const reason = /memory|memout/.test(said)
    ? "the solver has not enough memory for it"
    : "the solver gives up: the arithmetic is too hard for it";
  return { kind: "undecided", reason };
}

// What Z3 calls them: Z3_L_TRUE and Z3_L_FALSE.
const possible = 1;
const impossible = -1;

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
