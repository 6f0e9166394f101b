// What the grammar's matches mean, first part: names, literals, patterns, expressions and actions as trees.
import type { Node } from "ohm-js";
import { type Span, span } from "../source/span.ts";
import { omegaGrammar } from "./reference-grammar.ts";
import {
  type Action,
  type ActionArgument,
  type BinaryOperator,
  binaryOperators,
  type Expression,
  type Name,
  type NumberLiteral,
  type Pattern,
  type PatternAlternative,
} from "./tree.ts";

/** What matches within items mean; reference-items.ts says what items mean. */
export const expressionSemantics = omegaGrammar.createSemantics();

// Ohm types the results of operations as `any`: these wrappers are where they get their types.

/** The name that a match of `name`, `bareName`, `quotedName` or `text` is. */
export const nameOf = (node: Node): Name => node.toName();
/** What a match of `text` says. */
export const textOf = (node: Node): string => node.toText();
/** The literal that a match of `number` is. */
export const numberOf = (node: Node): NumberLiteral => node.toNumber();
/** The tree of anything that has a value. */
export const expressionOf = (node: Node): Expression => node.toExpression();
/** The name of an action, and whether it is a phrase. */
export const actionNameOf = (node: Node): { readonly name: Name; readonly phrase: boolean } =>
  node.toActionName();
/** The actions that a match of `Actions` lists. */
export const actionsOf = (node: Node): readonly Action[] => node.toActions();
/** The pattern of an arm. */
const patternOf = (node: Node): Pattern => node.toPattern();

const argumentsOf = (node: Node): readonly ActionArgument[] => node.toArguments();
const operatorOf = (node: Node): BinaryOperator => node.toOperator();
const alternativeOf = (node: Node): PatternAlternative => node.toAlternative();
const branchOf = (node: Node): Branch => node.toBranch();
const fieldOf = (node: Node): Field => node.toField();
const stepOf = (node: Node): Step => node.toStep();

interface Branch {
  readonly condition: Expression;
  readonly value: Expression;
}

interface Field {
  readonly name: Name;
  readonly value: Expression;
}

/** What follows a value: `.name` or `[index]`. */
type Step =
  | { readonly kind: "member"; readonly name: Name; readonly end: number }
  | { readonly kind: "index"; readonly index: Expression; readonly end: number };

/** Where a node was matched. */
export function spanOf({ source }: Node): Span {
  return span(source.startIdx, source.endIdx);
}

/** The elements of a list with separators. */
export const elementsOf = (list: Node): readonly Node[] => list.toElements();

expressionSemantics.addOperation<readonly Node[]>("toElements", {
  NonemptyListOf: (first, _separators, others) => [first, ...others.children],
  Listed_some: (list, _comma) => elementsOf(list),
  Listed_none: () => [],
});

/** What an optional part gives, or `otherwise`. */
export function optional<Result, Otherwise>(
  part: Node,
  read: (node: Node) => Result,
  otherwise: Otherwise,
): Result | Otherwise {
  const [node] = part.children;
  return node === undefined ? otherwise : read(node);
}

// ---- names and literals ------------------------------------------------------------------------------------------

expressionSemantics.addOperation<Name>("toName", {
  bareName(_word) {
    return { kind: "name", text: this.sourceString, span: spanOf(this) };
  },
  quotedName(_open, characters, _close) {
    return { kind: "name", text: characters.sourceString, span: spanOf(this) };
  },
  text(_open, _characters, _close) {
    return { kind: "name", text: textOf(this), span: spanOf(this) };
  },
});

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

expressionSemantics.addOperation<string>("toText", {
  text(_open, characters, _close) {
    return characters.children.map(textOf).join("");
  },
  textCharacter_code(_escape, a, b, c, d) {
    const digits = [a, b, c, d].map((digit) => digit.sourceString).join("");
    return String.fromCharCode(Number.parseInt(digits, 16));
  },
  textCharacter_escape(_escape, character) {
    return escapes[character.sourceString] ?? character.sourceString;
  },
  textCharacter_plain(character) {
    return character.sourceString;
  },
});

expressionSemantics.addOperation<NumberLiteral>("toNumber", {
  number(_sign, _digits, _point, _fraction, _exponent, unit) {
    const digits = this.sourceString.slice(0, this.sourceString.length - unit.sourceString.length);
    return { kind: "number", digits, unit: unit.sourceString, span: spanOf(this) };
  },
});

// ---- patterns ----------------------------------------------------------------------------------------------------

expressionSemantics.addOperation<Pattern>("toPattern", {
  Pattern(alternatives) {
    return { alternatives: elementsOf(alternatives).map(alternativeOf), span: spanOf(this) };
  },
});

expressionSemantics.addOperation<PatternAlternative>("toAlternative", {
  Alternative_wildcard(_sign) {
    return { kind: "wildcard", span: spanOf(this) };
  },
  Alternative_range(low, _dots, high) {
    return { kind: "range-pattern", low: numberOf(low), high: numberOf(high), span: spanOf(this) };
  },
  Alternative_literal(literal) {
    return { kind: "literal-pattern", literal: expressionOf(literal), span: spanOf(this) };
  },
});

// ---- expressions -------------------------------------------------------------------------------------------------

function binary(left: Expression, operator: Node, right: Node): Expression {
  const tree = expressionOf(right);
  return {
    kind: "binary",
    operator: operatorOf(operator),
    left,
    right: tree,
    operatorSpan: spanOf(operator),
    span: span(left.span.start, tree.span.end),
  };
}

expressionSemantics.addOperation<BinaryOperator>("toOperator", {
  NotIn: (_not, _in) => "NOT IN",
  StartsWith: (_starts, _with) => "STARTS WITH",
  EndsWith: (_ends, _with) => "ENDS WITH",
  keyword(_word, _letters) {
    return operatorNamed(this.sourceString.toUpperCase());
  },
  _terminal() {
    return operatorNamed(this.sourceString === "=" ? "==" : this.sourceString);
  },
});

/** The grammar has no operator that the tree has not. */
function operatorNamed(written: string): BinaryOperator {
  return binaryOperators.find((operator) => operator === written) ?? "==";
}

expressionSemantics.addOperation<Expression>("toExpression", {
  // Operators of one strength, from left to right.
  NonemptyListOf(first, operators, others) {
    return others.children.reduce((left, right, index) => {
      return binary(left, operators.child(index), right);
    }, expressionOf(first));
  },
  Negation_not(_not, operand) {
    const tree = expressionOf(operand);
    return { kind: "unary", operator: "NOT", operand: tree, span: spanOf(this) };
  },
  Factor_negative(_minus, operand) {
    const tree = expressionOf(operand);
    return { kind: "unary", operator: "-", operand: tree, span: spanOf(this) };
  },
  Quantifier(word, variable, _in, collection, _satisfies, condition) {
    const written = word.sourceString.toUpperCase();
    return {
      kind: "quantifier",
      quantifier: written === "ANY" ? "ANY" : written === "ALL" ? "ALL" : "NONE",
      variable: nameOf(variable),
      collection: expressionOf(collection),
      condition: expressionOf(condition),
      span: spanOf(this),
    };
  },
  Comparison_between(value, _between, low, _and, high) {
    return {
      kind: "between",
      value: expressionOf(value),
      low: expressionOf(low),
      high: expressionOf(high),
      span: spanOf(this),
    };
  },
  Comparison_is(subject, _is, not, state) {
    return {
      kind: "is",
      subject: expressionOf(subject),
      state: state.sourceString.toUpperCase() === "MISSING" ? "MISSING" : "KNOWN",
      negated: not.numChildren > 0,
      span: spanOf(this),
    };
  },
  Comparison_binary(left, operator, right) {
    return binary(expressionOf(left), operator, right);
  },
  Path(value, _starts, steps) {
    return walk(expressionOf(value), steps, value.source.startIdx);
  },
  Target(name, _starts, steps) {
    const { text, span: at } = nameOf(name);
    return walk({ kind: "reference", name: text, span: at }, steps, at.start);
  },
  Value_parentheses(_open, inner, _close) {
    return expressionOf(inner);
  },
  Value_reference(name) {
    return { kind: "reference", name: nameOf(name).text, span: spanOf(this) };
  },
  Conditional(_open, _if, condition, _then, value, others, _else, otherwise, _close) {
    const first = { condition: expressionOf(condition), value: expressionOf(value) };
    return {
      kind: "conditional",
      branches: [first, ...others.children.map(branchOf)],
      otherwise: expressionOf(otherwise),
      span: span(_if.source.startIdx, otherwise.source.endIdx),
    };
  },
  MatchValue(_match, subject, _open, arms, _close) {
    return {
      kind: "match-value",
      subject: expressionOf(subject),
      arms: armsOf(arms).map(({ pattern, guard, result, span: at }) => {
        return { pattern, guard, value: expressionOf(result), span: at };
      }),
      span: spanOf(this),
    };
  },
  Call(path, _open, values, _close) {
    return {
      kind: "call",
      path: elementsOf(path).map((part) => nameOf(part).text),
      pathSpan: spanOf(path),
      arguments: elementsOf(values).map(expressionOf),
      span: spanOf(this),
    };
  },
  Lambda(_open, parameters, _close, body) {
    return {
      kind: "lambda",
      parameters: elementsOf(parameters).map(nameOf),
      body: expressionOf(body),
      span: spanOf(this),
    };
  },
  List(_open, elements, _close) {
    return { kind: "list", elements: elementsOf(elements).map(expressionOf), span: spanOf(this) };
  },
  Record(_open, fields, _close) {
    return { kind: "record", fields: elementsOf(fields).map(fieldOf), span: spanOf(this) };
  },
  number(_sign, _digits, _point, _fraction, _exponent, _unit) {
    return numberOf(this);
  },
  text(_open, _characters, _close) {
    return { kind: "text", value: textOf(this), span: spanOf(this) };
  },
  Scalar_boolean(word) {
    return {
      kind: "boolean",
      value: word.sourceString.toUpperCase() === "TRUE",
      span: spanOf(this),
    };
  },
  Scalar_null(_word) {
    return { kind: "null", span: spanOf(this) };
  },
});

expressionSemantics.addOperation<Branch>("toBranch", {
  ElseIfValue(_else, _if, condition, _then, value) {
    return { condition: expressionOf(condition), value: expressionOf(value) };
  },
});

expressionSemantics.addOperation<Field>("toField", {
  Field(name, _colon, value) {
    return { name: nameOf(name), value: expressionOf(value) };
  },
});

expressionSemantics.addOperation<Step>("toStep", {
  Step_member(_point, name) {
    return { kind: "member", name: nameOf(name), end: this.source.endIdx };
  },
  Step_index(_open, index, _close) {
    return { kind: "index", index: expressionOf(index), end: this.source.endIdx };
  },
});

function walk(value: Expression, steps: Node, start: number): Expression {
  return steps.children.map(stepOf).reduce<Expression>((object, step) => {
    const at = span(start, step.end);
    return step.kind === "member"
      ? { kind: "member", object, name: step.name, span: at }
      : { kind: "index", object, index: step.index, span: at };
  }, value);
}

// ---- arms --------------------------------------------------------------------------------------------------------

/** An arm of either kind of MATCH; `result` is its actions or its value. */
export interface Arm {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly result: Node;
  readonly span: Span;
}

/** The arms that a match of `Arms` holds. */
export const armsOf = (node: Node): readonly Arm[] => node.toArms();

expressionSemantics.addOperation<readonly Arm[]>("toArms", {
  Arms_some(_dash, first, _ends, others, _comma) {
    return [first, ...others.children].flatMap(armsOf);
  },
  Arms_none: () => [],
  NextArm: (_comma, _dash, arm) => armsOf(arm),
  ActionArm(pattern, guard, _arrow, result) {
    return [{ pattern: patternOf(pattern), guard: guardOf(guard), result, span: spanOf(this) }];
  },
  ValueArm(pattern, guard, _arrow, result) {
    return [{ pattern: patternOf(pattern), guard: guardOf(guard), result, span: spanOf(this) }];
  },
});

function guardOf(guard: Node): Expression | null {
  return optional(guard, (node) => expressionOf(node.child(1)), null);
}

// ---- actions -----------------------------------------------------------------------------------------------------

expressionSemantics.addOperation<{ readonly name: Name; readonly phrase: boolean }>(
  "toActionName",
  {
    ActionName_quoted(name) {
      return { name: nameOf(name), phrase: false };
    },
    ActionName_words(first, others) {
      const words = [first, ...others.children].map((word) => nameOf(word).text);
      const name: Name = { kind: "name", text: words.join(" "), span: spanOf(this) };
      return { name, phrase: words.length > 1 };
    },
  },
);

expressionSemantics.addOperation<readonly Action[]>("toActions", {
  Actions(first, others) {
    return [first, ...others.children].flatMap(actionsOf);
  },
  ActionAfter(_comma, action) {
    return actionsOf(action);
  },
  Action(name, values) {
    const given = optional(values, argumentsOf, []);
    return [{ kind: "action", ...actionNameOf(name), arguments: given, span: spanOf(this) }];
  },
});

expressionSemantics.addOperation<readonly ActionArgument[]>("toArguments", {
  Arguments_list(_open, values, _close) {
    return elementsOf(values).flatMap(argumentsOf);
  },
  Arguments_text(text) {
    return [{ name: null, value: expressionOf(text), span: spanOf(this) }];
  },
  Argument(name, value) {
    const given = optional(name, (node) => nameOf(node.child(0)), null);
    return [{ name: given, value: expressionOf(value), span: spanOf(this) }];
  },
});
