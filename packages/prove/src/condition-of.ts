// Conditions that no document states and questions need, in the program's own terms: so they mean what the evaluator means.
import type { Ir, Type } from "@omega/core";

const boolean: Type = { kind: "boolean" };

type Expression = Ir.ProgramExpression;

/** `left operator right`, of two values in one unit. */
export function comparison(
  left: Expression,
  operator: "==" | "!=" | "<" | "<=" | ">" | ">=",
  right: Expression,
): Expression {
  return { kind: "compare", type: boolean, operator, left, right, text: "" };
}

// No encoding asks for the type of what questions put in.
export function numberOf(value: number): Expression {
  return { kind: "constant", type: { kind: "undetermined" }, value };
}

export function truth(value: boolean): Expression {
  return { kind: "constant", type: boolean, value };
}

export function allOf(...conditions: readonly [Expression, ...Expression[]]): Expression {
  return conditions.reduce((left, right) => {
    return { kind: "logical", type: boolean, operator: "AND", left, right };
  });
}

export function anyOf(...conditions: readonly [Expression, ...Expression[]]): Expression {
  return conditions.reduce((left, right) => {
    return { kind: "logical", type: boolean, operator: "OR", left, right };
  });
}

export function opposite(operand: Expression): Expression {
  return { kind: "not", type: boolean, operand };
}

export function isKnown(subject: Expression): Expression {
  return { kind: "is", type: boolean, subject, state: "KNOWN", negated: false };
}

/** As the condition of a rule, for who encodes those. */
export function asCondition(expression: Expression): Ir.Condition {
  return { expression, text: "", atoms: [] };
}
