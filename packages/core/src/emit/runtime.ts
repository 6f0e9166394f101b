// The run-time support of written modules: `omegac` carries this file, bundled with all it stands on, as a text.

import { decisionJson } from "../evaluate/build-decision.ts";
import type { Decision } from "../evaluate/decision.ts";
import {
  adjustOptions,
  type EvaluateOptions,
  type EvaluationOptions,
} from "../evaluate/evaluation-options.ts";
import { prepareContext } from "../evaluate/prepared-context.ts";
import type { Program } from "../semantics/program.ts";
import { differenceOf, one, parseUnit, type Unit } from "../semantics/units/unit.ts";
import type { EmittedParts } from "./frame.ts";
import { evaluateNative, nativeProgram } from "./native.ts";
import { nativeSupport } from "./native-support.ts";

export { decisionJson, prepareContext };

/** What a written module says of its policy. */
export interface WrittenPolicy {
  readonly program: (unit: typeof namedUnit) => Program;
  readonly parts: (runtime: typeof nativeSupport) => EmittedParts;
  readonly ends: readonly number[];
  readonly longestList: number;
  /** As it was configured when the module was written. */
  readonly options: Omit<EvaluationOptions, "disabled"> & { readonly disabled: readonly string[] };
}

/** The `evaluate` of a written module. */
export function createEvaluate(
  written: WrittenPolicy,
): (context: unknown, options?: EvaluateOptions) => Decision {
  const { ends, longestList } = written;
  const parts = written.parts(nativeSupport);
  const native = nativeProgram(written.program(namedUnit), parts, ends, longestList);
  const configured = { ...written.options, disabled: new Set(written.options.disabled) };
  return (context, options) => evaluateNative(native, context, adjustOptions(configured, options));
}

/** A unit by what is written for it; `affine` as in `Unit`. */
function namedUnit(symbol: string, affine: boolean): Unit {
  const unit = symbol === "" ? one : parseUnit(symbol);
  if (unit === null) return one; // never: modules name the units of programs
  return affine || !unit.affine ? unit : (differenceOf(unit) ?? unit);
}
