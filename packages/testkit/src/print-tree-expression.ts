// One-line forms of expressions, patterns, types and actions for print-tree.ts: the operator first, and every pair of
// parentheses, so that no precedence is left to guess.
import type { Tree } from "@omega/core";

/** `(AND (< Distance 1m) (NOT Open))`; a missing expression is `?`. */
export function expressionForm(expression: Tree.Expression): string {
  switch (expression.kind) {
    case "boolean":
      return String(expression.value);
    case "number":
      return `${expression.digits}${expression.unit}`;
    case "text":
      return JSON.stringify(expression.value);
    case "null":
      return "null";
    case "missing":
      return "?";
    case "reference":
      return nameForm(expression.name);
    case "list":
      return `[${expression.elements.map(expressionForm).join(", ")}]`;
    case "record":
      return `{${expression.fields.map(({ name, value }) => `${nameForm(name.text)}: ${expressionForm(value)}`).join(", ")}}`;
    case "member":
      return `${expressionForm(expression.object)}.${nameForm(expression.name.text)}`;
    case "index":
      return `${expressionForm(expression.object)}[${expressionForm(expression.index)}]`;
    case "unary":
      return form(expression.operator, expression.operand);
    case "binary":
      return form(expression.operator, expression.left, expression.right);
    case "between":
      return form("BETWEEN", expression.value, expression.low, expression.high);
    case "is":
      return form(`IS ${expression.negated ? "NOT " : ""}${expression.state}`, expression.subject);
    case "quantifier": {
      const { quantifier, variable, collection, condition } = expression;
      return form(`${quantifier} ${nameForm(variable.text)}`, collection, condition);
    }
    case "conditional": {
      const parts = expression.branches.flatMap(({ condition, value }) => [condition, value]);
      return form("IF", ...parts, expression.otherwise);
    }
    case "match-value": {
      const arms = expression.arms.map(
        ({ pattern, guard, value }) =>
          `(${patternForm(pattern)}${guardForm(guard)} => ${expressionForm(value)})`,
      );
      return `(MATCH ${[expressionForm(expression.subject), ...arms].join(" ")})`;
    }
    case "call":
      return form(expression.path.join("::"), ...expression.arguments);
    case "lambda": {
      const parameters = expression.parameters.map(({ text }) => nameForm(text));
      return `(|${parameters.join(", ")}| ${expressionForm(expression.body)})`;
    }
  }
}

function form(head: string, ...operands: readonly Tree.Expression[]): string {
  return `(${[head, ...operands.map(expressionForm)].join(" ")})`;
}

/** A name as it is, in backticks where it is more than a word. */
export function nameForm(name: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) ? name : `\`${name}\``;
}

/** ` WHEN condition`, or nothing. */
export function guardForm(guard: Tree.Expression | null): string {
  return guard === null ? "" : ` WHEN ${expressionForm(guard)}`;
}

/** `0..10 | 12`. */
export function patternForm({ alternatives }: Tree.Pattern): string {
  return alternatives.map(alternativeForm).join(" | ");
}

function alternativeForm(alternative: Tree.PatternAlternative): string {
  switch (alternative.kind) {
    case "wildcard":
      return "_";
    case "literal-pattern":
      return expressionForm(alternative.literal);
    case "range-pattern":
      return `${expressionForm(alternative.low)}..${expressionForm(alternative.high)}`;
  }
}

/** `StopMachine, Notify(channel: "sms")`; an unquoted phrase says that it is one. */
export function actionsForm(actions: readonly Tree.Action[]): string {
  return actions.map(actionForm).join(", ");
}

function actionForm({ name, phrase, arguments: values }: Tree.Action): string {
  const written = values.map((argument) => {
    const value = expressionForm(argument.value);
    return argument.name === null ? value : `${nameForm(argument.name.text)}: ${value}`;
  });
  const given = values.length === 0 ? "" : `(${written.join(", ")})`;
  return `${phrase ? "phrase " : ""}${nameForm(name.text)}${given}`;
}

/** `range 0..100 %`, `list of record { name: text, badge?: text }`, `unit C fresh 5s`. */
export function typeForm({ base, optional, fresh }: Tree.TypeExpression): string {
  const recent = fresh === null ? "" : ` fresh ${expressionForm(fresh)}`;
  return `${optional ? "optional " : ""}${baseForm(base)}${recent}`;
}

function baseForm(base: Tree.TypeBase): string {
  switch (base.kind) {
    case "scalar-type":
      return base.name;
    case "unit-type":
      return `${base.difference ? "difference " : "unit "}${base.unit}`;
    case "range-type":
      return `range ${base.low}..${base.high} ${base.unit}`.trimEnd();
    case "enumeration-type":
      return `one of ${base.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "list-type":
      return `list of ${typeForm(base.element)}`;
    case "record-type":
      return `{ ${base.fields.map(({ name, type }) => `${nameForm(name.text)}: ${typeForm(type)}`).join("; ")} }`;
  }
}
