// What rules and expressions are directly made of, as lists.
import { actionListsOf } from "../semantics/checks/visit-expressions.ts";
import type { Expression, Rule } from "../syntax/tree.ts";

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

/** The expressions directly inside one, in order. */
export function partsOf(expression: Expression): readonly Expression[] {
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
