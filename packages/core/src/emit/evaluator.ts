// Which of the two evaluators a policy runs by: the interpreter at first, emitted code once it pays.
import type { Decision } from "../evaluate/decision.ts";
import { evaluateProgram } from "../evaluate/evaluate.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import type { Program } from "../semantics/program.ts";
import { emitProgram } from "./emit-program.ts";
import type { EmittedParts, NativeProgram } from "./frame.ts";
import { evaluateNative, nativeProgram } from "./native.ts";
import { nativeSupport } from "./native-support.ts";
import { numberRules } from "./rule-table.ts";

export type Evaluator = (context: unknown, options: EvaluationOptions) => Decision;

/**
 * A policy that is used a few times is better walked. Emitting code takes as long as walking through all of its rules some
 * twenty times, be they five or five thousand; a loop walks through the same rules again and again, so steps are counted
 * (docs/decisions/036-speed-of-evaluation.md).
 */
const stepsWalkedOfRule = 20;

/** An evaluator of the program; so many steps are the interpreter's before code is emitted. */
export function createEvaluator(
  program: Program,
  walked: number = numberRules(program).length * stepsWalkedOfRule,
): Evaluator {
  let left = walked;
  let native: NativeProgram | null = null;
  let isDecided = false;
  return (context, options) => {
    if (native !== null) return evaluateNative(native, context, options);
    if (left <= 0 && !isDecided) {
      native = compileProgram(program);
      isDecided = true;
      if (native !== null) return evaluateNative(native, context, options);
    }
    const decision = evaluateProgram(program, context, options);
    left -= decision.usage.steps;
    return decision;
  };
}

/** The program as code that runs in this process; null where the host does not allow code to be made. */
export function compileProgram(program: Program): NativeProgram | null {
  const { code, ends, longestList } = emitProgram(program);
  try {
    const parts: EmittedParts = new Function("runtime", code)(nativeSupport);
    return nativeProgram(program, parts, ends, longestList);
  } catch {
    // Under a Content Security Policy without `unsafe-eval`, or with code generation switched off.
    return null;
  }
}
