// Walks a program for what generating needs: its rules one by one, and every expression of it.
import {
  conditionOfConstraint,
  expressionsOfActions,
  expressionsOfRule,
  type Ir,
  type Program,
  visitExpression,
} from "@omega/core";

/** Every rule, one before those in its body. */
export function everyRule(rules: readonly Ir.ProgramRule[]): readonly Ir.ProgramRule[] {
  return rules.flatMap((rule) =>
    rule.kind === "for" || rule.kind === "while" ? [rule, ...everyRule(rule.body)] : [rule],
  );
}

/** Every expression that is not below another. */
function topExpressions(program: Program): readonly Ir.ProgramExpression[] {
  return [
    ...everyRule(program.rules).flatMap(expressionsOfRule),
    ...expressionsOfActions(program.failsafe?.actions ?? []),
    ...program.constraints.flatMap((constraint) => {
      const condition = conditionOfConstraint(constraint);
      return condition === null ? [] : [condition.expression];
    }),
  ];
}

/** Every expression there is. */
export function everyExpression(program: Program): readonly Ir.ProgramExpression[] {
  const all: Ir.ProgramExpression[] = [];
  for (const top of topExpressions(program)) visitExpression(top, (part) => all.push(part));
  return all;
}
