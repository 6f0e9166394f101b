// Conditions: boolean expressions split into atoms, the smallest parts that are true or false, for trace and coverage.
import { moveSpan, type Span } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Checking } from "./checking.ts";
import { booleanNode } from "./lower-operators.ts";
import { booleanType } from "./number-type.ts";
import type { Condition, ProgramExpression } from "./program.ts";

type Atoms = { readonly text: string; readonly span: Span }[];

/** A condition with its atoms in order. */
export function lowerCondition(expression: Expression, checking: Checking): Condition {
  const atoms: Atoms = [];
  const node = splitAtoms(expression, checking, atoms);
  const [first] = atoms;
  const text =
    node.kind === "atom" && first !== undefined ? first.text : printExpression(expression);
  return { expression: node, text, atoms };
}

function splitAtoms(expression: Expression, checking: Checking, atoms: Atoms): ProgramExpression {
  if (expression.kind === "unary" && expression.operator === "NOT") {
    checking.types.set(expression, booleanType);
    return {
      kind: "not",
      type: booleanType,
      operand: splitAtoms(expression.operand, checking, atoms),
    };
  }
  if (
    expression.kind === "binary" &&
    (expression.operator === "AND" || expression.operator === "OR")
  ) {
    checking.types.set(expression, booleanType);
    const left = splitAtoms(expression.left, checking, atoms);
    const right = splitAtoms(expression.right, checking, atoms);
    return { kind: "logical", type: booleanType, operator: expression.operator, left, right };
  }
  const operand = booleanNode(expression, checking);
  atoms.push({
    // A node that can fail has been printed already.
    text: "text" in operand ? operand.text : printExpression(expression),
    span: moveSpan(expression.span, checking.item.start),
  });
  return { kind: "atom", type: booleanType, index: atoms.length - 1, operand };
}
