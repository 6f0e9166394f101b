// Walks over expressions: what an expression is made of, and which ones a rule holds by itself.
import type { Action, Expression, Rule } from "../../syntax/tree.ts";

/** The expressions directly inside one, in order. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "boolean":
    case "number":
    case "text":
    case "null":
    case "missing":
    case "reference":
      return [];
    case "list":
      return expression.elements;
    case "record":
      return expression.fields.map((field) => field.value);
    case "member":
      return [expression.object];
    case "index":
      return [expression.object, expression.index];
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "between":
      return [expression.value, expression.low, expression.high];
    case "is":
      return [expression.subject];
    case "quantifier":
      return [expression.collection, expression.condition];
    case "conditional":
      return [
        ...expression.branches.flatMap((branch) => [branch.condition, branch.value]),
        expression.otherwise,
      ];
    case "match-value":
      return [
        expression.subject,
        ...expression.arms.flatMap((arm) =>
          arm.guard === null ? [arm.value] : [arm.guard, arm.value],
        ),
      ];
    case "call":
      return expression.arguments;
    case "lambda":
      return [expression.body];
  }
}

/** Calls `visit` for an expression and everything inside it, outer ones first, in the order of the text. */
export function visitExpression(root: Expression, visit: (expression: Expression) => void): void {
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next);
    const parts = partsOf(next);
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      if (part !== undefined) pending.push(part);
    }
  }
}

/** Every list of actions that a rule holds by itself, apart from those of the rules in its body. */
export function actionListsOf(rule: Rule): readonly (readonly Action[])[] {
  switch (rule.kind) {
    case "if":
      return [
        ...rule.branches.map((branch) => branch.actions),
        rule.otherwise ?? [],
        rule.unknown ?? [],
      ];
    case "for":
    case "while":
      return [rule.unknown ?? []];
    case "match":
      return [...rule.arms.map((arm) => arm.actions), rule.unknown ?? []];
    case "failsafe":
      return [rule.actions];
    case "let":
    case "set":
      return [];
  }
}

/** The outermost expressions that a rule holds by itself, apart from those of the rules in its body. */
export function expressionsOf(rule: Rule): readonly Expression[] {
  const ofActions = actionListsOf(rule).flatMap((actions) =>
    actions.flatMap((action) => action.arguments.map((argument) => argument.value)),
  );
  switch (rule.kind) {
    case "if":
      return [...rule.branches.map((branch) => branch.condition), ...ofActions];
    case "for":
      return [rule.collection, ...(rule.where === null ? [] : [rule.where]), ...ofActions];
    case "while":
      return [rule.condition, ...ofActions];
    case "match":
      return [
        rule.subject,
        ...rule.arms.flatMap((arm) => (arm.guard === null ? [] : [arm.guard])),
        ...ofActions,
      ];
    case "let":
    case "set":
      return [rule.value];
    case "failsafe":
      return ofActions;
  }
}
