// Makes tree nodes that stand nowhere, for generators, and takes the places out of trees that stand somewhere, so that
// the two can be compared.
import type { Span, Tree } from "@omega/core";

export const nowhere: Span = { start: 0, end: 0 };

export function name(text: string): Tree.Name {
  return { kind: "name", text, span: nowhere };
}

export function reference(text: string): Tree.Expression {
  return { kind: "reference", name: text, span: nowhere };
}

export function member(object: Tree.Expression, field: string): Tree.Expression {
  return { kind: "member", object, name: name(field), span: nowhere };
}

export function index(object: Tree.Expression, at: Tree.Expression): Tree.Expression {
  return { kind: "index", object, index: at, span: nowhere };
}

/** `digits` as written, with a `-` in front where it is negative. */
export function number(digits: string, unit = ""): Tree.NumberLiteral {
  return { kind: "number", digits, unit, span: nowhere };
}

export function text(value: string): Tree.TextLiteral {
  return { kind: "text", value, span: nowhere };
}

export function boolean(value: boolean): Tree.Expression {
  return { kind: "boolean", value, span: nowhere };
}

export function list(elements: readonly Tree.Expression[]): Tree.Expression {
  return { kind: "list", elements, span: nowhere };
}

export function record(fields: readonly (readonly [string, Tree.Expression])[]): Tree.Expression {
  return {
    kind: "record",
    fields: fields.map(([field, value]) => ({ name: name(field), value })),
    span: nowhere,
  };
}

export function binary(
  operator: Tree.BinaryOperator,
  left: Tree.Expression,
  right: Tree.Expression,
): Tree.Expression {
  return { kind: "binary", operator, left, right, operatorSpan: nowhere, span: nowhere };
}

export function not(operand: Tree.Expression): Tree.Expression {
  return { kind: "unary", operator: "NOT", operand, span: nowhere };
}

export function negative(operand: Tree.Expression): Tree.Expression {
  return { kind: "unary", operator: "-", operand, span: nowhere };
}

export function between(
  value: Tree.Expression,
  low: Tree.Expression,
  high: Tree.Expression,
): Tree.Expression {
  return { kind: "between", value, low, high, span: nowhere };
}

export function is(
  subject: Tree.Expression,
  state: "MISSING" | "KNOWN",
  negated = false,
): Tree.Expression {
  return { kind: "is", subject, state, negated, span: nowhere };
}

export function quantifier(
  kind: "ANY" | "ALL" | "NONE",
  variable: string,
  collection: Tree.Expression,
  condition: Tree.Expression,
): Tree.Expression {
  return {
    kind: "quantifier",
    quantifier: kind,
    variable: name(variable),
    collection,
    condition,
    span: nowhere,
  };
}

export function conditional(
  branches: readonly { readonly condition: Tree.Expression; readonly value: Tree.Expression }[],
  otherwise: Tree.Expression,
): Tree.Expression {
  return { kind: "conditional", branches, otherwise, span: nowhere };
}

/** `std::math::avg` or `avg`. */
export function call(path: string, ...values: readonly Tree.Expression[]): Tree.Expression {
  return {
    kind: "call",
    path: path.split("::"),
    pathSpan: nowhere,
    arguments: values,
    span: nowhere,
  };
}

export function lambda(parameters: readonly string[], body: Tree.Expression): Tree.Expression {
  return { kind: "lambda", parameters: parameters.map(name), body, span: nowhere };
}

export function pattern(...alternatives: readonly Tree.PatternAlternative[]): Tree.Pattern {
  return { alternatives, span: nowhere };
}

export const wildcard: Tree.PatternAlternative = { kind: "wildcard", span: nowhere };

export function literalPattern(literal: Tree.Expression): Tree.PatternAlternative {
  return { kind: "literal-pattern", literal, span: nowhere };
}

export function rangePattern(
  low: Tree.NumberLiteral,
  high: Tree.NumberLiteral,
): Tree.PatternAlternative {
  return { kind: "range-pattern", low, high, span: nowhere };
}

export function action(actionName: string, ...values: readonly Tree.ActionArgument[]): Tree.Action {
  return {
    kind: "action",
    name: name(actionName),
    phrase: false,
    arguments: values,
    span: nowhere,
  };
}

/** An argument of an action, positional where it has no name. */
export function argument(
  value: Tree.Expression,
  argumentName: string | null = null,
): Tree.ActionArgument {
  return { name: argumentName === null ? null : name(argumentName), value, span: nowhere };
}

/** An IF rule of one branch. */
export function ifRule(
  condition: Tree.Expression,
  actions: readonly Tree.Action[],
  more: Partial<Pick<Tree.IfRule, "label" | "otherwise" | "unknown">> = {},
): Tree.IfRule {
  return {
    kind: "if",
    label: more.label ?? null,
    branches: [{ condition, actions, span: nowhere }],
    otherwise: more.otherwise ?? null,
    unknown: more.unknown ?? null,
    span: nowhere,
  };
}

/** A FOR over `collection` with the given rules in its braces. */
export function forRule(
  variable: string,
  collection: Tree.Expression,
  rules: readonly Tree.Rule[],
  more: Partial<Pick<Tree.ForRule, "label" | "index" | "where" | "unknown">> = {},
): Tree.ForRule {
  return {
    kind: "for",
    label: more.label ?? null,
    variable: name(variable),
    index: more.index ?? null,
    collection,
    where: more.where ?? null,
    body: rules.map(blockItem),
    closingComments: [],
    unknown: more.unknown ?? null,
    span: nowhere,
  };
}

export function blockItem(rule: Tree.Rule): Tree.BlockItem {
  return { kind: "block-item", leadingComments: [], trailingComment: null, rule };
}

export function letRule(variable: string, value: Tree.Expression): Tree.LetRule {
  return { kind: "let", name: name(variable), value, span: nowhere };
}

export function setRule(variable: string, value: Tree.Expression): Tree.SetRule {
  return { kind: "set", name: name(variable), value, span: nowhere };
}

export function type(
  base: Tree.TypeBase,
  more: Partial<Pick<Tree.TypeExpression, "optional" | "fresh">> = {},
): Tree.TypeExpression {
  return {
    kind: "type",
    base,
    optional: more.optional ?? false,
    fresh: more.fresh ?? null,
    span: nowhere,
  };
}

export function item(
  body: Tree.ItemBody,
  more: Partial<Pick<Tree.Item, "blankLineBefore" | "leadingComments" | "trailingComment">> = {},
): Tree.Item {
  return {
    kind: "item",
    start: 0,
    end: 0,
    blankLineBefore: more.blankLineBefore ?? false,
    leadingComments: more.leadingComments ?? [],
    trailingComment: more.trailingComment ?? null,
    body,
  };
}

export function prose(words: string): Tree.ProseItem {
  return { kind: "prose", text: words, span: nowhere };
}

export function labelled(
  label: string,
  words: string,
  references: readonly string[] = [],
): Tree.LabelledItem {
  return {
    kind: "labelled",
    label: name(label),
    references: references.map(name),
    text: words,
    textSpan: nowhere,
    span: nowhere,
  };
}

export function section(
  keyword: Tree.SectionKeyword,
  items: readonly Tree.Item[],
  more: Partial<Pick<Tree.Section, "title" | "leadingComments" | "trailingComment">> = {},
): Tree.Section {
  return {
    kind: "section",
    keyword,
    title: more.title ?? null,
    leadingComments: more.leadingComments ?? [],
    trailingComment: more.trailingComment ?? null,
    items,
    headerSpan: nowhere,
    span: nowhere,
  };
}

export function document(sections: readonly Tree.Section[]): Tree.Document {
  return { kind: "document", suiteFor: null, sections, trailingComments: [] };
}

const places: ReadonlySet<string> = new Set([
  "span",
  "headerSpan",
  "textSpan",
  "pathSpan",
  "operatorSpan",
]);

/** The tree with every place in it replaced by nowhere: two trees that mean the same become equal. */
export function withoutPlaces<Node>(tree: Node): Node {
  return stripped(tree) as Node; // only spans and offsets are replaced, by others of their type
}

function stripped(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(stripped);
  const isItem = "kind" in node && node.kind === "item";
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (places.has(key)) return [key, nowhere];
      return [key, isItem && (key === "start" || key === "end") ? 0 : stripped(value)];
    }),
  );
}
