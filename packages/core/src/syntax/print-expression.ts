// Prints expressions, patterns, actions and types in canonical form. The inverse of the parser: parse(print(t)) = t.

import { isReservedWord } from "./keywords.ts";
import { isIdentifier } from "./names.ts";
import type {
  Action,
  BinaryOperator,
  Expression,
  NumberLiteral,
  Pattern,
  TypeBase,
  TypeExpression,
} from "./tree.ts";

/** How tightly an expression binds; an operand that binds looser than its place asks for is parenthesised. */
const binding = {
  anything: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negation: 7,
  postfix: 8,
} as const;
type Binding = (typeof binding)[keyof typeof binding];

/** Prints an expression on one line. A missing expression prints as nothing: print items with errors verbatim. */
export function printExpression(expression: Expression): string {
  return print(expression, binding.anything);
}

/** Prints an expression where only an operand of a comparison may stand: behind FOR's IN. */
export function printOperand(expression: Expression): string {
  return print(expression, binding.sum);
}

/** Prints a condition: one that begins with a record stands in parentheses, for its brace would be a block's. */
export function printCondition(expression: Expression): string {
  const printed = printExpression(expression);
  return printed.startsWith("{") ? `(${printed})` : printed;
}

/** Prints the condition behind WHEN in an arm: `a - 0` before `=>` would be `a`, and an arm for 0. */
export function printGuard(expression: Expression): string {
  const printed = printCondition(expression);
  return endsLikeArm(expression) ? `(${printed})` : printed;
}

/** Whether the last thing printed without brackets around it is `- literal`. */
function endsLikeArm(expression: Expression): boolean {
  switch (expression.kind) {
    case "binary":
      return (
        (expression.operator === "-" && isLiteral(expression.right)) ||
        endsLikeArm(expression.right)
      );
    case "between":
      return endsLikeArm(expression.high);
    case "unary":
      return endsLikeArm(expression.operand);
    case "quantifier":
      return endsLikeArm(expression.condition);
    default:
      return false;
  }
}

function isLiteral({ kind }: Expression): boolean {
  return (
    kind === "number" || kind === "text" || kind === "boolean" || kind === "null" || kind === "list"
  );
}

/** Prints a name, in backticks unless it is an identifier that no keyword claims. */
export function printName(name: string): string {
  return isIdentifier(name) && !isReservedWord(name) && name !== "UNKNOWN" ? name : `\`${name}\``;
}

/** What JSON allows bare and a document may not hold: delete and C1 controls, and bidirectional controls. */
const unseen = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Prints text as a quoted literal with JSON escapes. */
export function printText(text: string): string {
  return JSON.stringify(text).replace(
    unseen,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Prints `Name`, `Name "text"` or `Name(a, key: b)`; an unquoted phrase as it was written. */
export function printAction(action: Action): string {
  const name = action.phrase ? action.name.text : printName(action.name.text);
  const [first, ...others] = action.arguments;
  if (first === undefined) return name;
  if (others.length === 0 && first.name === null && first.value.kind === "text") {
    return `${name} ${printText(first.value.value)}`;
  }
  const printed = action.arguments.map((argument) =>
    argument.name === null
      ? printExpression(argument.value)
      : `${printName(argument.name.text)}: ${printExpression(argument.value)}`,
  );
  return `${name}(${printed.join(", ")})`;
}

/** Prints alternatives with ` | `. */
export function printPattern(pattern: Pattern): string {
  return pattern.alternatives
    .map((alternative) => {
      switch (alternative.kind) {
        case "wildcard":
          return "_";
        case "literal-pattern":
          return printExpression(alternative.literal);
        case "range-pattern":
          return `${printNumber(alternative.low)}..${printNumber(alternative.high)}`;
      }
    })
    .join(" | ");
}

/** Prints a type without its outer angle brackets. */
export function printType(type: TypeExpression): string {
  const fresh = type.fresh === null ? "" : ` FRESH ${printNumber(type.fresh)}`;
  return `${printTypeBase(type.base)}${type.optional ? "?" : ""}${fresh}`;
}

function printTypeBase(base: TypeBase): string {
  switch (base.kind) {
    case "scalar-type":
      return base.name;
    case "unit-type":
      return base.difference ? `delta ${base.unit}` : base.unit;
    case "range-type":
      return `${base.low}..${base.high}${base.unit === "" ? "" : ` ${base.unit}`}`;
    case "enumeration-type":
      return base.values.map(printText).join(" | ");
    case "list-type":
      return `[${printType(base.element)}]`;
    case "record-type": {
      // An optional field may carry its mark on the name or on the type: one tree, printed on the name.
      const fields = base.fields.map(({ name, type }) =>
        type.optional
          ? `${printName(name.text)}?: ${printType({ ...type, optional: false })}`
          : `${printName(name.text)}: ${printType(type)}`,
      );
      return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
    }
  }
}

function printNumber(literal: NumberLiteral): string {
  return `${literal.digits}${literal.unit}`;
}

const operatorBinding: Readonly<Record<BinaryOperator, Binding>> = {
  OR: binding.or,
  AND: binding.and,
  "==": binding.comparison,
  "!=": binding.comparison,
  "<": binding.comparison,
  "<=": binding.comparison,
  ">": binding.comparison,
  ">=": binding.comparison,
  IN: binding.comparison,
  "NOT IN": binding.comparison,
  CONTAINS: binding.comparison,
  "STARTS WITH": binding.comparison,
  "ENDS WITH": binding.comparison,
  MATCHES: binding.comparison,
  "+": binding.sum,
  "-": binding.sum,
  "*": binding.product,
  "/": binding.product,
  MOD: binding.product,
};

function bindingOf(expression: Expression): Binding {
  switch (expression.kind) {
    case "binary":
      return operatorBinding[expression.operator];
    case "unary":
      return expression.operator === "NOT" ? binding.not : binding.negation;
    case "between":
    case "is":
      return binding.comparison;
    case "number":
      return expression.digits.startsWith("-") ? binding.negation : binding.postfix;
    // What SATISFIES reaches over is seen at once only where nothing follows.
    case "quantifier":
    case "lambda":
    case "match-value":
      return binding.anything;
    default:
      return binding.postfix;
  }
}

function print(expression: Expression, place: Binding): string {
  const printed = printBare(expression);
  return bindingOf(expression) < place ? `(${printed})` : printed;
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case "boolean":
      return expression.value ? "true" : "false";
    case "number":
      return printNumber(expression);
    case "text":
      return printText(expression.value);
    case "null":
      return "null";
    case "list":
      return `[${expression.elements.map(printExpression).join(", ")}]`;
    case "record": {
      const fields = expression.fields.map(
        ({ name, value }) => `${printName(name.text)}: ${printExpression(value)}`,
      );
      return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
    }
    case "reference":
      return printName(expression.name);
    case "member":
      return `${printObject(expression.object)}.${printName(expression.name.text)}`;
    case "index":
      return `${printObject(expression.object)}[${printExpression(expression.index)}]`;
    case "unary":
      return printUnary(expression.operator, expression.operand);
    case "binary": {
      const own = operatorBinding[expression.operator];
      // Comparisons do not chain; the others associate to the left, so a right operand must bind tighter.
      // An AND beside an OR gets parentheses too: not every reader of a policy knows which binds tighter.
      const tight = own === binding.or && isAnd(expression.left) ? binding.not : own;
      const left = own === binding.comparison ? binding.sum : tight;
      const right = own === binding.or ? binding.not : ((own + 1) as Binding); // own is at most `product`
      return `${print(expression.left, left)} ${expression.operator} ${print(expression.right, right)}`;
    }
    case "between":
      return `${print(expression.value, binding.sum)} BETWEEN ${print(expression.low, binding.sum)} AND ${print(expression.high, binding.sum)}`;
    case "is":
      return `${print(expression.subject, binding.sum)} IS ${expression.negated ? "NOT " : ""}${expression.state}`;
    case "quantifier": {
      const body = expression.condition;
      // The body is one comparison or a parenthesised condition; a nested quantifier reads better in parentheses.
      const condition =
        body.kind === "quantifier" ? `(${printBare(body)})` : print(body, binding.comparison);
      return `${expression.quantifier} ${printName(expression.variable.text)} IN ${print(expression.collection, binding.sum)} SATISFIES ${condition}`;
    }
    case "conditional": {
      const branches = expression.branches.map(
        ({ condition, value }) => `IF ${printExpression(condition)} THEN ${printExpression(value)}`,
      );
      return `(${branches.join(" ELSE ")} ELSE ${printExpression(expression.otherwise)})`;
    }
    case "match-value": {
      const arms = expression.arms.map((arm) => {
        const guard = arm.guard === null ? "" : ` WHEN ${printGuard(arm.guard)}`;
        return `${printPattern(arm.pattern)}${guard} => ${printExpression(arm.value)}`;
      });
      return `MATCH ${printExpression(expression.subject)} { ${arms.join(", ")} }`;
    }
    case "call":
      return `${expression.path.join("::")}(${expression.arguments.map(printExpression).join(", ")})`;
    case "lambda":
      return `|${expression.parameters.map((parameter) => printName(parameter.text)).join(", ")}| ${printExpression(expression.body)}`;
    case "missing":
      return "";
  }
}

function isAnd(expression: Expression): boolean {
  return expression.kind === "binary" && expression.operator === "AND";
}

function printUnary(operator: "NOT" | "-", operand: Expression): string {
  if (operator === "NOT") return `NOT ${print(operand, binding.not)}`;
  // `-5` would read back as one literal and `--x` reads badly: both keep their parentheses.
  const needsParentheses = operand.kind === "number" || bindingOf(operand) <= binding.negation;
  return needsParentheses ? `-(${printBare(operand)})` : `-${printBare(operand)}`;
}

/** Only names, accesses and calls stand bare before `.` and `[`. */
function printObject(object: Expression): string {
  const bare =
    object.kind === "reference" ||
    object.kind === "member" ||
    object.kind === "index" ||
    object.kind === "call";
  return bare ? printBare(object) : `(${printBare(object)})`;
}
