// What expressions are encoded in: the input, the clock, and what LET and loops have bound so far.
import type { EncodedInputs } from "./encode-inputs.ts";
import type { SymbolicValue } from "./symbolic-value.ts";
import type { Term } from "./term.ts";

/** `locals` is the encoding's to change, as LET and loops go on. */
export interface Scope {
  readonly inputs: EncodedInputs;
  /** The document's time zone, minutes east of UTC. */
  readonly offsetMinutes: number | null;
  /** How many elements a list has at most where the program itself sets no limit. */
  readonly bound: number;
  readonly locals: Map<number, SymbolicValue>;
  /** Confines proofs to inputs in which this holds, as lists up to a bound are: answers say so. */
  readonly confine: (to: Term) => void;
}
