// Loads the prover for the commands that cannot do without its solver.
import { Failure } from "../failure.ts";

/** `@omega/prove`, once it is known that there is a solver. Without one everything would be "not proven", which looks like an answer. */
export async function loadProver(): Promise<typeof import("@omega/prove")> {
  const prover = await import("@omega/prove");
  if (prover.isSolverInstalled()) return prover;
  throw new Failure(
    "the solver is not installed: `z3-solver` is not found",
    "install it beside `omegac`, with `npm install z3-solver`",
  );
}
