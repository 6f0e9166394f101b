// Conditions: boolean expressions split into atoms, the smallest parts that are true or false, for trace and coverage.
import { positionAt } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Checking } from "./checking.ts";
import { booleanNode } from "./lower-operators.ts";
import { booleanType } from "./number-type.ts";
import type { Condition, ProgramExpression } from "./program.ts";

type Atoms = Condition["atoms"][number][];

/** A condition with its atoms in order. */
export function lowerCondition(expression: Expression, checking: Checking): Condition {
  const atoms: Atoms = [];
  const node = splitAtoms(expression, checking, atoms);
  const [first] = atoms;
  const text =
    node.kind === "atom" && first !== undefined ? first.text : printExpression(expression);
  return { expression: node, text, atoms };
}

/** A condition inside an expression, as a node of it. */
export function conditionNode(expression: Expression, checking: Checking): ProgramExpression {
  return {
    kind: "condition",
    type: booleanType,
    condition: lowerCondition(expression, checking),
  };
}

/** What a lambda comes to as a condition, where that is true or false and has been lowered already. */
export function asCondition(
  operand: ProgramExpression,
  expression: Expression,
  checking: Checking,
): ProgramExpression {
  if (operand.kind === "condition" || operand.type.kind !== "boolean") return operand;
  const atoms: Atoms = [];
  const node = addAtom(operand, expression, checking, atoms);
  const [{ text } = { text: "" }] = atoms;
  return { kind: "condition", type: booleanType, condition: { expression: node, text, atoms } };
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
  return addAtom(booleanNode(expression, checking), expression, checking, atoms);
}

function addAtom(
  operand: ProgramExpression,
  expression: Expression,
  { item, source }: Checking,
  atoms: Atoms,
): ProgramExpression {
  const span = moveSpan(expression.span, item.start);
  atoms.push({
    // A node that can fail has been printed already.
    text: "text" in operand ? operand.text : printExpression(expression),
    span,
    line: positionAt(source, span.start).line,
  });
  return { kind: "atom", type: booleanType, index: atoms.length - 1, operand };
}
