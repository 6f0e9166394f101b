// What trying out does not find is asked of the solver: it gives a candidate that covers it, or the proof that none does.
import type { Program } from "@omega/core";
import { lengthsIn } from "../encode-inputs.ts";
import { findContext } from "../find-context.ts";
import type { Solver } from "../solver.ts";
import { variablesOf } from "../term.ts";
import type { JsonRecord } from "../witness.ts";
import type { Candidate, Measuring } from "./candidate.ts";
import { type EncodedObligations, encodeObligations } from "./encode-obligations.ts";
import type { Obligation } from "./obligations.ts";
import { normalised } from "./readings.ts";

export type Verdict =
  | { readonly kind: "found"; readonly candidate: Candidate }
  /** No input covers it; `listBound` is null where that does not depend on how long lists are. */
  | { readonly kind: "unreachable"; readonly listBound: number | null }
  | { readonly kind: "undecided"; readonly reason: string };

export interface Asking {
  readonly program: Program;
  readonly solver: Solver;
  readonly measuring: Measuring;
  /** What a solver's context, which has only what the question reads, is laid over. */
  readonly bases: readonly Candidate[];
  /** The longest lists of the input that proofs cover. */
  readonly listBound: number;
}

/** As in proofs: most of what loops do shows with three elements. */
const FIRST_BOUND = 3;

/** Says what becomes of an obligation, by its position, in so many milliseconds. */
export type Asker = (obligation: Obligation, position: number, timeout: number) => Promise<Verdict>;

/** Asks about obligations. Programs are encoded when the first is asked about. */
export function createAsker(asking: Asking): Asker {
  const encodings = new Map<number, EncodedObligations>();
  const encodingFor = (bound: number): EncodedObligations => {
    const encoding = encodings.get(bound) ?? encodeObligations(asking.program, bound);
    encodings.set(bound, encoding);
    return encoding;
  };
  return async (obligation, position, timeout) => {
    const short = Math.min(FIRST_BOUND, asking.listBound);
    const verdict = await ask(obligation, position, encodingFor(short), asking, timeout);
    const isBounded = verdict.kind === "unreachable" && verdict.listBound !== null;
    if (!isBounded || short === asking.listBound) return verdict;
    const longer = await ask(obligation, position, encodingFor(asking.listBound), asking, timeout);
    // What is too hard for long lists is still proved for short ones.
    return longer.kind === "undecided" ? verdict : longer;
  };
}

async function ask(
  obligation: Obligation,
  position: number,
  { encoded, happening }: EncodedObligations,
  { program, solver, measuring, bases }: Asking,
  timeout: number,
): Promise<Verdict> {
  const { happens, outside } = happening(obligation);
  if (outside !== null) return { kind: "undecided", reason: outside };
  let found: Candidate | null = null;
  const confirms = (context: JsonRecord, now: string): boolean => {
    for (const candidate of candidatesFrom({ context, now }, bases, program)) {
      if (!measuring.covers(candidate).has(position)) continue;
      found = candidate;
      return true;
    }
    return false;
  };
  const search = await findContext({ happens, whole: false, confirms }, encoded, solver, timeout);
  switch (search.kind) {
    case "possible":
      return found === null
        ? { kind: "undecided", reason: "evaluation does not confirm it" }
        : { kind: "found", candidate: found };
    case "impossible": {
      const lengths = lengthsIn(encoded.inputs);
      const isBounded = [...variablesOf([happens])].some((variable) => lengths.has(variable));
      return { kind: "unreachable", listBound: isBounded ? encoded.bound : null };
    }
    case "undecided":
      return search;
  }
}

/** The context over each base, then by itself, at its own instant first. */
function candidatesFrom(
  witness: Candidate,
  bases: readonly Candidate[],
  program: Program,
): readonly Candidate[] {
  const given = normalised(witness, program).context;
  const instants = new Set([witness.now, ...bases.map(({ now }) => now)]);
  const over = [...bases.map((base) => base.context), {}];
  return over.flatMap((base) =>
    [...instants].map((now) => ({ context: { ...base, ...given }, now })),
  );
}
