// Walks programs: the parts of an expression, the expressions of a rule, and the conditions inside both.
import type {
  Condition,
  ProgramAction,
  ProgramConstraint,
  ProgramExpression,
  ProgramRule,
} from "./program.ts";

/** The expressions directly below one, in the order they are written; a lambda's is its body. */
export function partsOf(expression: ProgramExpression): readonly ProgramExpression[] {
  switch (expression.kind) {
    case "constant":
    case "attribute":
    case "local":
      return [];
    case "member":
      return [expression.object];
    case "index":
      return [expression.object, expression.index];
    case "list":
      return expression.elements;
    case "record":
      return expression.fields.map(({ value }) => value);
    case "condition":
      return [expression.condition.expression];
    case "not":
    case "negate":
    case "convert":
    case "atom":
      return [expression.operand];
    case "logical":
    case "compare":
    case "arithmetic":
    case "text-test":
      return [expression.left, expression.right];
    case "between":
      return [expression.value, expression.low, expression.high];
    case "in":
      return [expression.element, expression.list];
    case "is":
      return [expression.subject];
    case "quantifier":
      return [expression.collection, expression.condition];
    case "conditional":
      return [
        ...expression.branches.flatMap(({ condition, value }) => [condition, value]),
        expression.otherwise,
      ];
    case "match-value":
      return [
        expression.subject,
        ...expression.arms.flatMap(({ guard, value }) =>
          guard === null ? [value] : [guard, value],
        ),
      ];
    case "call":
      return expression.arguments.map((argument) =>
        argument.kind === "lambda" ? argument.body : argument,
      );
  }
}

/** Calls `visit` with an expression and all below it, each before its parts. */
export function visitExpression(
  expression: ProgramExpression,
  visit: (part: ProgramExpression) => void,
): void {
  visit(expression);
  for (const part of partsOf(expression)) visitExpression(part, visit);
}

/** The conditions a rule itself hangs on, without those inside its expressions or of rules in its body. */
export function conditionsOfRule(rule: ProgramRule): readonly Condition[] {
  switch (rule.kind) {
    case "if":
      return rule.branches.map(({ condition }) => condition);
    case "for":
      return rule.where === null ? [] : [rule.where];
    case "while":
      return [rule.condition];
    case "match":
      return rule.arms.flatMap(({ guard }) => (guard === null ? [] : [guard]));
    case "let":
    case "set":
      return [];
  }
}

/** The condition a formal constraint hangs on, or null. */
export function conditionOfConstraint({ clause }: ProgramConstraint): Condition | null {
  switch (clause.kind) {
    case "always":
      return clause.condition;
    case "never":
      return clause.guard?.condition ?? null;
    case "at-most":
    case "exactly-one":
    case "requires":
    case "before":
    case "max-loop":
      return null;
  }
}

/** All lists of actions a rule itself takes, in the order they are written. */
function actionsOfRule(rule: ProgramRule): readonly (readonly ProgramAction[])[] {
  const answered = "unknown" in rule && rule.unknown !== null ? [rule.unknown] : [];
  switch (rule.kind) {
    case "if": {
      const otherwise = rule.otherwise === null ? [] : [rule.otherwise];
      return [...rule.branches.map(({ actions }) => actions), ...otherwise, ...answered];
    }
    case "match":
      return [...rule.arms.map(({ actions }) => actions), ...answered];
    case "for":
    case "while":
    case "let":
    case "set":
      return answered;
  }
}

/** Every expression of a rule that is not below another: what it asks, binds, runs over and gives to actions. */
export function expressionsOfRule(rule: ProgramRule): readonly ProgramExpression[] {
  const conditions = conditionsOfRule(rule).map(({ expression }) => expression);
  const given = actionsOfRule(rule).flatMap(expressionsOfActions);
  switch (rule.kind) {
    case "if":
    case "while":
      return [...conditions, ...given];
    case "for":
      return [rule.collection, ...conditions, ...given];
    case "match":
      return [rule.subject, ...conditions, ...given];
    case "let":
    case "set":
      return [rule.value];
  }
}

/** What actions are given, in order. */
export function expressionsOfActions(
  actions: readonly ProgramAction[],
): readonly ProgramExpression[] {
  return actions.flatMap((action) => action.arguments.map(({ value }) => value));
}
