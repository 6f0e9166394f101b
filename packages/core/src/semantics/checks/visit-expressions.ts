// Walks over expressions: everything inside one, and every one that a rule holds by itself.
import type { Action, Expression, Rule } from "../../syntax/tree.ts";

type Visit = (expression: Expression) => void;

/**
 * Calls `visit` for an expression and everything inside it, outer ones first, in the order of the text. The parser keeps
 * expressions lower than any stack.
 */
export function visitExpression(expression: Expression, visit: Visit): void {
  visit(expression);
  switch (expression.kind) {
    case "boolean":
    case "number":
    case "text":
    case "null":
    case "missing":
    case "reference":
      return;
    case "list":
      for (const element of expression.elements) visitExpression(element, visit);
      return;
    case "record":
      for (const { value } of expression.fields) visitExpression(value, visit);
      return;
    case "member":
      visitExpression(expression.object, visit);
      return;
    case "index":
      visitExpression(expression.object, visit);
      visitExpression(expression.index, visit);
      return;
    case "unary":
      visitExpression(expression.operand, visit);
      return;
    case "binary":
      visitExpression(expression.left, visit);
      visitExpression(expression.right, visit);
      return;
    case "between":
      visitExpression(expression.value, visit);
      visitExpression(expression.low, visit);
      visitExpression(expression.high, visit);
      return;
    case "is":
      visitExpression(expression.subject, visit);
      return;
    case "quantifier":
      visitExpression(expression.collection, visit);
      visitExpression(expression.condition, visit);
      return;
    case "conditional":
      for (const { condition, value } of expression.branches) {
        visitExpression(condition, visit);
        visitExpression(value, visit);
      }
      visitExpression(expression.otherwise, visit);
      return;
    case "match-value":
      visitExpression(expression.subject, visit);
      for (const { guard, value } of expression.arms) {
        if (guard !== null) visitExpression(guard, visit);
        visitExpression(value, visit);
      }
      return;
    case "call":
      for (const argument of expression.arguments) visitExpression(argument, visit);
      return;
    case "lambda":
      visitExpression(expression.body, visit);
      return;
  }
}

/** The same for all expressions that a rule holds by itself, apart from those of the rules in its body. */
export function visitExpressionsOf(rule: Rule, visit: Visit): void {
  switch (rule.kind) {
    case "if":
      for (const { condition } of rule.branches) visitExpression(condition, visit);
      break;
    case "for":
      visitExpression(rule.collection, visit);
      if (rule.where !== null) visitExpression(rule.where, visit);
      break;
    case "while":
      visitExpression(rule.condition, visit);
      break;
    case "match":
      visitExpression(rule.subject, visit);
      for (const { guard } of rule.arms) if (guard !== null) visitExpression(guard, visit);
      break;
    case "let":
    case "set":
      visitExpression(rule.value, visit);
      break;
    case "failsafe":
      break;
  }
  for (const actions of actionListsOf(rule)) {
    for (const action of actions) {
      for (const { value } of action.arguments) visitExpression(value, visit);
    }
  }
}

const noActions: readonly Action[] = [];

/** Every list of actions that a rule holds by itself, apart from those of the rules in its body. */
export function actionListsOf(rule: Rule): readonly (readonly Action[])[] {
  switch (rule.kind) {
    case "if":
      return [
        ...rule.branches.map((branch) => branch.actions),
        rule.otherwise ?? noActions,
        rule.unknown ?? noActions,
      ];
    case "for":
    case "while":
      return [rule.unknown ?? noActions];
    case "match":
      return [...rule.arms.map((arm) => arm.actions), rule.unknown ?? noActions];
    case "failsafe":
      return [rule.actions];
    case "let":
    case "set":
      return [];
  }
}
