// One evaluation by emitted code, and the program it belongs to: what code, interpreter and decision share.
import type { JsonRecord } from "../evaluate/canonical-json.ts";
import type { ActionEvent, Decision } from "../evaluate/decision.ts";
import type { SettledOptions } from "../evaluate/evaluation-options.ts";
import type { CopyContext } from "../evaluate/snapshot-context.ts";
import type { State } from "../evaluate/state.ts";
import type { Value } from "../evaluate/value.ts";
import type { Program } from "../semantics/program.ts";
import type { CallContext } from "../std/standard-function.ts";
import type { NumberedRule } from "./rule-table.ts";

/** One evaluation by emitted code. */
export interface Frame {
  readonly native: NativeProgram;
  readonly json: JsonRecord;
  /** What code reads: `json`, or a copy with values in place of readings that are not as they mostly are. */
  read: JsonRecord;
  readonly options: SettledOptions;
  /** The host's limits, as code holds values against them. */
  readonly most: number;
  readonly listLength: number;
  readonly iterations: number;
  /** UTF-16 units that make no more bytes of UTF-8 than a text may have. */
  readonly textLength: number;
  readonly taken: ActionEvent[];
  /** Scalars that LET names are bound to, by slot; undefined where only the interpreter's state has the value. */
  values: (Value | undefined)[];
  steps: number;
  /** Attributes that were given in another form than they mostly are, once read. */
  readings: (Value | undefined)[] | null;
  /** What standard functions are called with, once one is. */
  calls: CallContext | null;
  /** The steps that the last call took, and whether it met what the interpreter has to find out. */
  visited: number;
  lost: boolean;
  /** The interpreter's state, from the first rule on that is handed to it. */
  state: State | null;
}

/** Gives the steps taken, or a negative number when it cannot go on: then the interpreter runs the whole piece. */
type Piece = (frame: Frame) => number;

/** What emitted code gives once it is run. */
export interface EmittedParts {
  readonly copy: CopyContext;
  readonly pieces: readonly Piece[];
  /** Whether constraints have nothing to say about what was taken; false in doubt. */
  readonly isSettled: (frame: Frame) => boolean;
}

/** A program ready to run by emitted code. */
export interface NativeProgram extends EmittedParts {
  readonly program: Program;
  /** Where each piece ends, as a position among the program's rules. */
  readonly ends: readonly number[];
  readonly table: readonly NumberedRule[];
  readonly longestList: number;
  /** LET names outside of loops, by slot. */
  readonly lets: readonly number[];
  /** Whether names are bound anew: then what a piece has done to them must be undone before it is run again. */
  readonly rebinds: boolean;
  /** The most fields that any type declares: reading may add that many values to each one given. */
  readonly mostFields: number;
  readonly policy: Decision["policy"];
}
