// Expressions in words close to the source: the path of an unknown where a node carries no text, and traced operands.
import type { ProgramExpression } from "../semantics/program.ts";
import { memberPath } from "./paths.ts";
import { valueToJson } from "./value-json.ts";

/** The expression as written, shortened where the program does not keep its text. */
export function describeExpression(expression: ProgramExpression): string {
  if ("text" in expression) return expression.text;
  switch (expression.kind) {
    case "constant":
      return describeConstant(expression);
    case "attribute":
    case "local":
      return expression.name;
    case "member":
      return memberPath(describeExpression(expression.object), expression.name);
    case "list":
      return `[${expression.elements.map(describeExpression).join(", ")}]`;
    case "record":
      return `{ ${expression.fields.map(({ name }) => `${name}: …`).join(", ")} }`;
    case "condition":
      return expression.condition.text;
    case "not":
      return `NOT ${describeExpression(expression.operand)}`;
    case "negate":
      return `-${describeExpression(expression.operand)}`;
    case "logical":
      return `${describeExpression(expression.left)} ${expression.operator} ${describeExpression(expression.right)}`;
    case "is":
      return `${describeExpression(expression.subject)} IS ${expression.negated ? "NOT " : ""}${expression.state}`;
    case "quantifier":
      return `${expression.quantifier} ${expression.variable} IN ${expression.collectionText} SATISFIES ${describeExpression(expression.condition)}`;
    case "conditional":
      return "(IF … THEN … ELSE …)";
    case "convert":
    case "atom":
      return describeExpression(expression.operand);
  }
}

function describeConstant({ value, type }: ProgramExpression & { kind: "constant" }): string {
  if (typeof value === "number" && type.kind === "number") return `${value}${type.unit.symbol}`;
  return JSON.stringify(valueToJson(value, type, { visit: () => {}, unknown: () => {} }));
}
