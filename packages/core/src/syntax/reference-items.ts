// What the grammar's matches mean, second part: types, rules and the other items as trees.
import type { Node } from "ohm-js";
import { span } from "../source/span.ts";
import {
  actionNameOf,
  actionsOf,
  armsOf,
  elementsOf,
  expressionOf,
  expressionSemantics,
  nameOf,
  numberOf,
  optional,
  spanOf,
  textOf,
} from "./reference-expressions.ts";
import { omegaGrammar } from "./reference-grammar.ts";
import type {
  Action,
  AttributeValue,
  BlockItem,
  Clause,
  ClockStep,
  Effect,
  Expectation,
  Expression,
  IfBranch,
  ItemBody,
  Name,
  NumberLiteral,
  Rule,
  TypeBase,
  TypeExpression,
  TypeField,
} from "./tree.ts";

/** The semantics of the whole grammar. */
export const semantics = omegaGrammar.extendSemantics(expressionSemantics);

/** A match as the semantics sees it. */
export type Match = ReturnType<typeof semantics>;

/** The items that a match of an item's rule is: one, but for a GIVEN with its clock. */
export const itemsOf = (match: Match): readonly ItemBody[] => match.toItems();

const labelOf = (node: Node): Label => node.toLabel();
const namesOf = (node: Node): readonly Name[] => node.toNames();
const roleOf = (node: Node): Name => node.toRole();
const attributeValueOf = (node: Node): AttributeValue => node.toValue();
const typeOf = (node: Node): TypeExpression => node.toType();
const baseOf = (node: Node): TypeBase => node.toTypeBase();
const typeFieldOf = (node: Node): TypeField => node.toTypeField();
const durationOf = (node: Node): NumberLiteral => node.toDuration();
const ruleOf = (node: Node): Rule => node.toRule();
const branchOf = (node: Node): IfBranch => node.toIfBranch();
const blockOf = (node: Node): readonly BlockItem[] => node.toBlock();
const clauseOf = (node: Node): Clause => node.toClause();
const guardOf = (node: Node): ClauseGuard => node.toGuard();
const countOf = (node: Node): number => node.toCount();
const effectOf = (node: Node): Effect => node.toEffect();
const expectationOf = (node: Node): Expectation => node.toExpectation();
const assignmentOf = (node: Node): Assignment => node.toAssignment();

type ClauseGuard = (Clause & { readonly kind: "never" })["guard"];

interface Assignment {
  readonly target: Expression;
  readonly value: Expression;
}

// ---- labels and names --------------------------------------------------------------------------------------------

interface Label {
  readonly name: Name;
  readonly references: readonly Name[];
}

semantics.addOperation<Label>("toLabel", {
  attributeLabel: (label) => labelOf(label),
  label_quoted(name, _blanks, references, _colon) {
    return { name: nameOf(name), references: optional(references, namesOf, []) };
  },
  label_word(word, _colon) {
    return { name: plainName(word), references: [] };
  },
  label_words(words, end) {
    return { name: plainName(words), references: namesOf(end) };
  },
});

semantics.addOperation<readonly Name[]>("toNames", {
  labelEnd_references(_blanks, references, _colon) {
    return namesOf(references);
  },
  labelEnd_plain: (_blanks, _colon, _behind) => [],
  references(_open, _names, _close, _blanks, _colon) {
    const start = this.source.startIdx + 1;
    const names: Name[] = [];
    let at = start;
    for (const part of _names.sourceString.split(",")) {
      const name = trimmedName(part, at);
      if (name.text !== "") names.push(name);
      at += part.length + 1;
    }
    return names;
  },
  MayList: (_may, names) => namesOf(names),
  ApprovesList: (_approves, names) => namesOf(names),
  ActionNames: (names) => elementsOf(names).map((action) => actionNameOf(action).name),
});

function plainName(node: Node): Name {
  return trimmedName(node.sourceString, node.source.startIdx);
}

/** A name without the white space around it, and without its backticks. */
function trimmedName(written: string, start: number): Name {
  const text = written.trim();
  const at = start + written.indexOf(text);
  const bare = /^`(.+)`$/.exec(text)?.[1] ?? text;
  return { kind: "name", text: bare, span: span(at, at + text.length) };
}

semantics.addOperation<Name>("toRole", {
  Role_quoted: (name) => nameOf(name),
  Role_word: (word, _authority) => plainName(word),
  Role_words(_first, _others) {
    const text = joinLines(this.sourceString, true);
    return { kind: "name", text, span: spanOf(this) };
  },
});

/**
 * Prose as one line: its lines joined by a space, without those that are comments; in formal items what follows ` #` or
 * ` //` on a line is one too.
 */
function joinLines(prose: string, isFormal: boolean): string {
  return prose
    .split(/\r\n|\r|\n/)
    .filter((line, index) => index === 0 || !/^[\0-\x20]*(#|\/\/)/.test(line))
    .map((line) => (isFormal ? line.replace(trailingComment, "$1") : line))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** What precedes a comment, texts as a whole, and the comment. */
const trailingComment = /^((?:"(?:\\.|[^"\\])*"|(?![\0-\x20](?:#|\/\/)).)*)[\0-\x20](?:#|\/\/).*$/s;

// ---- attributes --------------------------------------------------------------------------------------------------

semantics.addOperation<AttributeValue>("toValue", {
  TypedValue(_open, type, fresh, close, standIn, _end) {
    const freshness = optional(fresh, durationOf, null);
    const at = span(
      _open.source.startIdx,
      (standIn.numChildren > 0 ? standIn : close).source.endIdx,
    );
    const whole = { ...typeOf(type), fresh: freshness, span: spanOf(type) };
    return { kind: "typed", type: whole, default: optional(standIn, expressionOf, null), span: at };
  },
  SampleValue(literal, _end) {
    return { kind: "sample", literal: expressionOf(literal), span: spanOf(literal) };
  },
  prose(_characters) {
    return { kind: "prose-value", text: joinLines(this.sourceString, true), span: spanOf(this) };
  },
});

semantics.addOperation<TypeExpression>("toType", {
  Type(base, mark) {
    return {
      kind: "type",
      base: baseOf(base),
      optional: mark.numChildren > 0,
      fresh: null,
      span: spanOf(this),
    };
  },
});

semantics.addOperation<TypeBase>("toTypeBase", {
  TypeBase_enumeration: (values) => ({
    kind: "enumeration-type",
    values: elementsOf(values).map(textOf),
  }),
  TypeBase_range(range, unit) {
    const [low = "", high = ""] = range.sourceString.split("..");
    return { kind: "range-type", low, high, unit: unit.sourceString };
  },
  TypeBase_list: (_open, element, _close) => ({ kind: "list-type", element: typeOf(element) }),
  TypeBase_record: (_open, fields, _close) => ({
    kind: "record-type",
    fields: elementsOf(fields).map(typeFieldOf),
  }),
  TypeBase_unit: (delta, unit) => ({
    kind: "unit-type",
    unit: unit.sourceString,
    difference: delta.numChildren > 0,
  }),
  NUMBER: (_word) => ({ kind: "scalar-type", name: "number" }),
  INTEGER: (_word) => ({ kind: "scalar-type", name: "integer" }),
  BOOLEAN: (_word) => ({ kind: "scalar-type", name: "boolean" }),
  TEXT: (_word) => ({ kind: "scalar-type", name: "text" }),
  TIME: (_word) => ({ kind: "scalar-type", name: "time" }),
});

semantics.addOperation<TypeField>("toTypeField", {
  TypeField(name, mark, _colon, type) {
    const written = typeOf(type);
    return {
      name: nameOf(name),
      type: { ...written, optional: written.optional || mark.numChildren > 0 },
    };
  },
});

semantics.addOperation<NumberLiteral>("toDuration", {
  Fresh: (_fresh, duration) => durationOf(duration),
  duration(digits, unit) {
    return {
      kind: "number",
      digits: digits.sourceString,
      unit: unit.sourceString,
      span: spanOf(this),
    };
  },
});

// ---- rules -------------------------------------------------------------------------------------------------------

semantics.extendOperation<Name>("toName", {
  Label: (name, _colon) => nameOf(name),
  Position: (_comma, name) => nameOf(name),
  Per: (_per, name) => nameOf(name),
});

semantics.extendOperation<readonly Action[]>("toActions", {
  Then: (_bullet, _then, actions) => actionsOf(actions),
  Else: (_bullet, _else, actions) => actionsOf(actions),
  Unknown: (_bullet, _unknown, actions) => actionsOf(actions),
});

semantics.extendOperation<Expression>("toExpression", {
  Where: (_where, condition) => expressionOf(condition),
  Default: (_equals, literal) => expressionOf(literal),
});

semantics.extendOperation<NumberLiteral>("toNumber", {
  Maximum: (_max, number) => numberOf(number),
});

semantics.addOperation<IfBranch>("toIfBranch", {
  ElseIf(_bullet, _else, start, condition, then) {
    return branch(start, condition, then);
  },
});

function branch(start: Node, condition: Node, then: Node): IfBranch {
  const at = span(start.source.startIdx, then.source.endIdx);
  return { condition: expressionOf(condition), actions: actionsOf(then), span: at };
}

semantics.addOperation<Rule>("toRule", {
  If(label, start, condition, then, others, otherwise, unknown) {
    return {
      kind: "if",
      label: optional(label, nameOf, null),
      branches: [branch(start, condition, then), ...others.children.map(branchOf)],
      otherwise: optional(otherwise, actionsOf, null),
      unknown: optional(unknown, actionsOf, null),
      span: spanOf(this),
    };
  },
  For(label, _for, variable, index, _in, collection, where, body, unknown) {
    return {
      kind: "for",
      label: optional(label, nameOf, null),
      variable: nameOf(variable),
      index: optional(index, nameOf, null),
      collection: expressionOf(collection),
      where: optional(where, expressionOf, null),
      body: blockOf(body),
      closingComments: [],
      unknown: optional(unknown, actionsOf, null),
      span: spanOf(this),
    };
  },
  While(label, _while, condition, maximum, body, unknown) {
    return {
      kind: "while",
      label: optional(label, nameOf, null),
      condition: expressionOf(condition),
      maximum: optional(maximum, numberOf, null),
      body: blockOf(body),
      closingComments: [],
      unknown: optional(unknown, actionsOf, null),
      span: spanOf(this),
    };
  },
  Match(label, _match, subject, _open, arms, _close, unknown) {
    return {
      kind: "match",
      label: optional(label, nameOf, null),
      subject: expressionOf(subject),
      arms: armsOf(arms).map(({ pattern, guard, result, span: at }) => {
        const actions = actionsOf(result);
        return { leadingComments: [], trailingComment: null, pattern, guard, actions, span: at };
      }),
      closingComments: [],
      unknown: optional(unknown, actionsOf, null),
      span: spanOf(this),
    };
  },
  Let(_let, name, _equals, value) {
    return { kind: "let", name: nameOf(name), value: expressionOf(value), span: spanOf(this) };
  },
  Set(_set, name, _equals, value) {
    return { kind: "set", name: nameOf(name), value: expressionOf(value), span: spanOf(this) };
  },
  Failsafe(_failsafe, then) {
    return { kind: "failsafe", actions: actionsOf(then), span: spanOf(this) };
  },
});

semantics.addOperation<readonly BlockItem[]>("toBlock", {
  Block: (_open, items, _close) => items.children.flatMap(blockOf),
  Governed: (items, _end) => items.children.flatMap(blockOf),
  BlockItem(_bullet, rule) {
    return [{ kind: "block-item", leadingComments: [], trailingComment: null, rule: ruleOf(rule) }];
  },
});

// ---- constraints and effects -------------------------------------------------------------------------------------

const clauseName = (node: Node): Name => actionNameOf(node).name;

semantics.addOperation<Clause>("toClause", {
  Clause_formula: (_words, formula) => clauseOf(formula),
  Clause_relation: (relation) => clauseOf(relation),
  Formula_never(_never, actions, guard) {
    const names = elementsOf(actions).map(clauseName);
    return { kind: "never", actions: names, guard: optional(guard, guardOf, null) };
  },
  Formula_always(_always, action, _when, condition) {
    return { kind: "always", action: clauseName(action), condition: expressionOf(condition) };
  },
  Formula_atMost(_at, _most, count, _of, actions, per) {
    const names = namesOf(actions);
    return {
      kind: "at-most",
      count: countOf(count),
      actions: names,
      per: optional(per, nameOf, null),
    };
  },
  Formula_exactlyOne(_exactly, _one, _of, actions, per) {
    return { kind: "exactly-one", actions: namesOf(actions), per: optional(per, nameOf, null) };
  },
  Formula_maxLoop: (_max, _loop, count) => ({ kind: "max-loop", count: countOf(count) }),
  Relation_requires(action, _requires, required) {
    return { kind: "requires", action: clauseName(action), required: clauseName(required) };
  },
  Relation_before(action, _before, later) {
    return { kind: "before", action: clauseName(action), later: clauseName(later) };
  },
});

semantics.addOperation<ClauseGuard>("toGuard", {
  ClauseGuard(word, condition) {
    const isWhen = word.sourceString.toUpperCase() === "WHEN";
    return { kind: isWhen ? "when" : "unless", condition: expressionOf(condition) };
  },
});

semantics.addOperation<number>("toCount", {
  wholeNumber(digits) {
    return Number(digits.sourceString);
  },
});

semantics.addOperation<Effect>("toEffect", {
  Effect_by(action, word, attribute, _by, amount) {
    return {
      kind: "effect",
      action: clauseName(action),
      change: word.sourceString.toUpperCase() === "RAISES" ? "RAISES" : "LOWERS",
      attribute: nameOf(attribute),
      amount: expressionOf(amount),
      span: spanOf(this),
    };
  },
  Effect_to(action, _sets, attribute, _to, amount) {
    return {
      kind: "effect",
      action: clauseName(action),
      change: "SETS",
      attribute: nameOf(attribute),
      amount: expressionOf(amount),
      span: spanOf(this),
    };
  },
});

// ---- examples ----------------------------------------------------------------------------------------------------

semantics.addOperation<Assignment>("toAssignment", {
  Assignment: (target, _equals, value) => ({
    target: expressionOf(target),
    value: expressionOf(value),
  }),
});

semantics.addOperation<Expectation>("toExpectation", {
  Expectation_not: (_not, actions) => ({ kind: "not", actions: actionsOf(actions) }),
  Expectation_unknown: (_unknown, paths) => ({
    kind: "unknown",
    paths: elementsOf(paths).map(expressionOf),
  }),
  Expectation_nothing: (_nothing, _end) => ({ kind: "nothing" }),
  Expectation_only: (_only, _word, actions) => ({ kind: "only", actions: actionsOf(actions) }),
  Expectation_pending: (_pending, _word, actions) => ({
    kind: "pending",
    actions: actionsOf(actions),
  }),
  Expectation_violation: (_violation, _word, labels) => ({
    kind: "violation",
    labels: elementsOf(labels).map(nameOf),
  }),
  Expectation_status: (_status, _word, status) => ({ kind: "status", status: nameOf(status) }),
  Expectation_occur: (actions) => ({ kind: "occur", actions: actionsOf(actions) }),
});

// ---- items -------------------------------------------------------------------------------------------------------

/** A constraint without a kind before it is one of safety. */
const defaultCategory: Name = { kind: "name", text: "Safety", span: span(0, 0) };

semantics.addOperation<readonly ItemBody[]>("toItems", {
  proseItem(prose) {
    return [{ kind: "prose", text: joinLines(prose.sourceString, false), span: spanOf(prose) }];
  },
  ImportItem(path) {
    return [{ kind: "import", path: textOf(path), pathSpan: spanOf(path), span: spanOf(path) }];
  },
  ActorItem(label, role, may, approves) {
    return [
      {
        kind: "actor",
        rank: labelOf(label).name,
        role: roleOf(role),
        may: optional(may, namesOf, null),
        approves: optional(approves, namesOf, []),
        span: spanOf(this),
      },
    ];
  },
  AttributeItem(label, value) {
    const { name } = labelOf(label);
    return [{ kind: "attribute", name, value: attributeValueOf(value), span: spanOf(this) }];
  },
  ProseAttributeItem(label, value) {
    const { name } = labelOf(label);
    return [{ kind: "attribute", name, value: attributeValueOf(value), span: spanOf(this) }];
  },
  RuleItem(rule) {
    return [ruleOf(rule)];
  },
  ConstraintItem_bare(_opening, clause) {
    return [
      {
        kind: "formal-constraint",
        category: defaultCategory,
        label: null,
        clause: clauseOf(clause),
        span: spanOf(this),
      },
    ];
  },
  ConstraintItem_labelled(label, _opening, clause) {
    const { name, references } = labelOf(label);
    return [
      {
        kind: "formal-constraint",
        category: name,
        label: references[0] ?? null,
        clause: clauseOf(clause),
        span: spanOf(this),
      },
    ];
  },
  ImpactItem_effect: (_label, effect) => [effectOf(effect)],
  labelledItem_labelled(label, prose) {
    const { name, references } = labelOf(label);
    return [
      {
        kind: "labelled",
        label: name,
        references,
        text: joinLines(prose.sourceString, false),
        textSpan: spanOf(prose),
        span: spanOf(this),
      },
    ];
  },
  labelledItem_prose(prose) {
    return [{ kind: "prose", text: joinLines(prose.sourceString, false), span: spanOf(prose) }];
  },
  ExampleItem_given(given, clock) {
    return [...itemsOf(given), ...clock.children.flatMap(itemsOf)];
  },
  Given_file(_given, _file, path) {
    return [{ kind: "given-file", path: textOf(path), span: spanOf(this) }];
  },
  Given_values(_given, assignments) {
    const values = elementsOf(assignments).map(assignmentOf);
    return [{ kind: "given", assignments: values, span: spanOf(this) }];
  },
  Clock(_at, instant): readonly ClockStep[] {
    return [{ kind: "at", instant: textOf(instant), span: spanOf(this) }];
  },
  Expect(_expect, expectation) {
    return [{ kind: "expect", expectation: expectationOf(expectation), span: spanOf(this) }];
  },
});
