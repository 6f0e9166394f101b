// The rules of a program by number: how emitted code names the rule it hands back to the interpreter.
import type { Program, ProgramFor, ProgramRule } from "../semantics/program.ts";

/** A rule and what it stands in, for the interpreter to find it in. */
export interface NumberedRule {
  readonly rule: ProgramRule;
  /** The loops around it, outermost first. */
  readonly loops: readonly ProgramFor[];
  /** The slots of the LET names bound before it in the bodies of those loops. */
  readonly lets: readonly number[];
}

/** Every rule that emitted code may come to by itself, outside before inside; WHILE bodies belong to their WHILE. */
export function numberRules(program: Program): readonly NumberedRule[] {
  const numbered: NumberedRule[] = [];
  const visit = (
    rules: readonly ProgramRule[],
    loops: readonly ProgramFor[],
    around: readonly number[],
  ): void => {
    const lets = [...around];
    for (const rule of rules) {
      numbered.push({ rule, loops, lets: [...lets] });
      if (rule.kind === "let" && loops.length > 0) lets.push(rule.slot);
      if (rule.kind === "for") visit(rule.body, [...loops, rule], lets);
    }
  };
  visit(program.rules, [], []);
  return numbered;
}
