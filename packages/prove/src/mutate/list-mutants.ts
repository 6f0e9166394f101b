// Lists the mutants of a document: every small mistake in its rules that somebody might make, one at a time.
import {
  createSourceText,
  type NumberType,
  parseUnit,
  positionAt,
  printName,
  type Tree,
  unitsOfDimension,
  visitTreeExpression,
} from "@omega/core";
import { decimalsOf } from "../generate/plain-numbers.ts";
import type { Mistake, Mutant, MutantKind } from "./mutant.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a mutant changes, by offsets in the document. */
interface Edit extends Span {
  readonly kind: MutantKind;
  readonly text: string;
  /** Null where the text says it all. */
  readonly mistake: Exclude<Mistake, { kind: "text" }> | null;
  /** The part of the document that shows best what changes. */
  readonly around: Span;
}

/** The mutants of a document's rules, in the order of its text. Some may be refused. `actions` are those it knows. */
export function listMutants(
  document: Tree.Document,
  text: string,
  actions: readonly string[],
): readonly Mutant[] {
  const source = createSourceText(text);
  const mutants: Mutant[] = [];
  for (const { keyword, items } of document.sections) {
    if (keyword !== "RULE") continue;
    for (const { start, body } of items) {
      if (!isRule(body)) continue;
      const mutating: Mutating = { text, offset: start, actions, edits: [] };
      dropItem(placed(body.span, mutating), mutating);
      mutateRule(body, mutating);
      const label = "label" in body ? (body.label?.text ?? "") : "";
      for (const edit of mutating.edits) {
        const { line } = positionAt(source, edit.start);
        mutants.push({ ...describe(edit, text), label, line });
      }
    }
  }
  return mutants;
}

function isRule(body: Tree.ItemBody | Tree.ErrorItem): body is Tree.Rule {
  return ruleKinds.has(body.kind);
}

const ruleKinds: ReadonlySet<string> = new Set([
  "if",
  "for",
  "while",
  "match",
  "let",
  "set",
  "failsafe",
]);

function describe(edit: Edit, text: string): Omit<Mutant, "label" | "line"> {
  const { kind, start, end, around } = edit;
  const onOneLine = (part: string): string => part.replace(/\s+/g, " ").trim();
  const before = text.slice(around.start, around.end);
  const after =
    text.slice(around.start, start) + edit.text + text.slice(end, Math.max(end, around.end));
  return {
    kind,
    before: onOneLine(before),
    after: onOneLine(after),
    span: { start, end },
    mistake: edit.mistake ?? { kind: "text", text: edit.text },
  };
}

interface Mutating {
  readonly text: string;
  /** Of the item that spans are relative to. */
  readonly offset: number;
  readonly actions: readonly string[];
  readonly edits: Edit[];
}

/** Where a part of the item is in the document. */
function placed({ start, end }: Span, { offset }: Mutating): Span {
  return { start: start + offset, end: end + offset };
}

function edit(
  kind: MutantKind,
  at: Span,
  text: string,
  around: Span,
  mutating: Mutating,
  mistake: Edit["mistake"] = null,
): void {
  mutating.edits.push({ kind, ...at, text, around, mistake });
}

// --- rules --------------------------------------------------------------------------------------------------------

/** Leaves something out with the words before it that belong to it. */
function drop(at: Span, introduction: RegExp, mutating: Mutating): void {
  const before = mutating.text.slice(Math.max(0, at.start - LONGEST_INTRODUCTION), at.start);
  const [found] = introduction.exec(before) ?? [];
  if (found === undefined) return;
  const whole = { start: at.start - found.length, end: at.end };
  edit("dropped", whole, "", whole, mutating, { kind: "drop", span: at });
}

const LONGEST_INTRODUCTION = 200;

/** A rule goes with its bullet. */
function dropItem(at: Span, mutating: Mutating): void {
  drop(at, /(?:-[ \t]*)?$/, mutating);
}

function mutateRule(rule: Tree.Rule, mutating: Mutating): void {
  switch (rule.kind) {
    case "if":
      mutateIf(rule, mutating);
      break;
    case "for":
      mutateExpression(rule.collection, mutating);
      if (rule.where !== null) mutateCondition(rule.where, mutating);
      mutateBody(rule.body, mutating);
      mutateAnswer(rule.unknown, mutating);
      break;
    case "while":
      mutateCondition(rule.condition, mutating);
      mutateBody(rule.body, mutating);
      mutateAnswer(rule.unknown, mutating);
      break;
    case "match":
      mutateMatch(rule, mutating);
      break;
    case "let":
    case "set":
      mutateExpression(rule.value, mutating);
      break;
    case "failsafe":
      mutateActions(rule.actions, mutating);
  }
}

function mutateIf({ branches, otherwise, unknown }: Tree.IfRule, mutating: Mutating): void {
  for (const [index, { condition, actions, span }] of branches.entries()) {
    const next = branches[index + 1];
    if (index > 0) drop(placed(span, mutating), /\s*(?:-\s*)?ELSE\s+$/i, mutating);
    else if (next !== undefined) {
      const { start } = placed(span, mutating);
      const whole = { start, end: placed(next.span, mutating).start };
      edit("dropped", whole, "", whole, mutating, { kind: "drop", span: placed(span, mutating) });
    }
    mutateCondition(condition, mutating);
    mutateActions(actions, mutating);
  }
  mutateClause(otherwise, /\s*(?:-\s*)?ELSE\s+(?:THEN\s+)?$/i, mutating);
  mutateAnswer(unknown, mutating);
}

function mutateAnswer(actions: readonly Tree.Action[] | null, mutating: Mutating): void {
  mutateClause(actions, /\s*(?:-\s*)?UNKNOWN\s+(?:THEN\s+)?$/i, mutating);
}

function mutateClause(
  actions: readonly Tree.Action[] | null,
  introduction: RegExp,
  mutating: Mutating,
): void {
  const [first] = actions ?? [];
  const last = actions?.at(-1);
  if (actions === null || first === undefined || last === undefined) return;
  drop(placed({ start: first.span.start, end: last.span.end }, mutating), introduction, mutating);
  mutateActions(actions, mutating);
}

function mutateBody(body: readonly Tree.BlockItem[], mutating: Mutating): void {
  for (const { rule } of body) {
    if (rule.kind === "error") continue;
    dropItem(placed(rule.span, mutating), mutating);
    mutateRule(rule, mutating);
  }
}

function mutateMatch({ subject, arms, unknown }: Tree.MatchRule, mutating: Mutating): void {
  mutateExpression(subject, mutating);
  for (const { pattern, guard, actions, span } of arms) {
    dropArm(placed(span, mutating), mutating);
    mutatePattern(pattern, mutating);
    if (guard !== null) mutateCondition(guard, mutating);
    mutateActions(actions, mutating);
  }
  mutateAnswer(unknown, mutating);
}

/** An arm goes with the comma behind it, or its bullet. */
function dropArm(at: Span, mutating: Mutating): void {
  const [behind = ""] = /^[ \t]*,/.exec(mutating.text.slice(at.end, at.end + 20)) ?? [];
  drop({ start: at.start, end: at.end + behind.length }, /(?:-[ \t]*)?$/, mutating);
}

function mutateActions(actions: readonly Tree.Action[], mutating: Mutating): void {
  for (const [index, { name, span }] of actions.entries()) {
    const around = placed(span, mutating);
    const other = otherAction(name.text, mutating.actions);
    if (other !== null) {
      const mistake = { kind: "action", span: around, name: other } as const;
      edit("action", placed(name.span, mutating), printName(other), around, mutating, mistake);
    }
    // With the comma, on whichever side there is one.
    const next = actions[index + 1];
    const previous = actions[index - 1];
    const end = next === undefined ? around.end : placed(next.span, mutating).start;
    const start =
      next === undefined && previous !== undefined
        ? placed(previous.span, mutating).end
        : around.start;
    if (next === undefined && previous === undefined) continue;
    const mistake = { kind: "action", span: around, name: null } as const;
    edit("action", { start, end }, "", { start, end }, mutating, mistake);
  }
}

/** The one behind it, as actions are first mentioned; null where there is no other. */
function otherAction(name: string, actions: readonly string[]): string | null {
  const other = actions[(actions.indexOf(name) + 1) % actions.length];
  return other === undefined || other === name ? null : other;
}

// --- conditions ---------------------------------------------------------------------------------------------------

/** A condition as a whole is turned round; so is what is in it, piece by piece. */
function mutateCondition(condition: Tree.Expression, mutating: Mutating): void {
  const at = placed(condition.span, mutating);
  if (condition.kind !== "unary") {
    const inside = mutating.text.slice(at.start, at.end);
    edit("negation", at, `NOT (${inside})`, at, mutating);
  }
  mutateExpression(condition, mutating);
}

function mutateExpression(expression: Tree.Expression, mutating: Mutating): void {
  visitTreeExpression(expression, (part) => mutatePart(part, mutating));
}

function mutatePart(expression: Tree.Expression, mutating: Mutating): void {
  const at = placed(expression.span, mutating);
  switch (expression.kind) {
    case "unary":
      if (expression.operator === "NOT") {
        const operand = placed(expression.operand.span, mutating);
        edit("negation", { start: at.start, end: operand.start }, "", at, mutating);
      }
      break;
    case "binary":
      mutateBinary(expression, mutating);
      break;
    case "between":
      mutateNumber(expression.low, at, mutating);
      mutateNumber(expression.high, at, mutating);
      break;
    case "is": {
      const inside = mutating.text.slice(at.start, at.end);
      edit("negation", at, `NOT (${inside})`, at, mutating);
      break;
    }
    case "match-value":
      for (const { pattern } of expression.arms) mutatePattern(pattern, mutating);
  }
}

const otherOperators: { readonly [operator in Tree.BinaryOperator]?: readonly string[] } = {
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "==": ["!="],
  "!=": ["=="],
  IN: ["NOT IN"],
  "NOT IN": ["IN"],
  AND: ["OR"],
  OR: ["AND"],
  "STARTS WITH": ["ENDS WITH"],
  "ENDS WITH": ["STARTS WITH"],
};

function mutateBinary(expression: Tree.BinaryExpression, mutating: Mutating): void {
  const { operator, operatorSpan, left, right } = expression;
  const at = placed(expression.span, mutating);
  const isConnective = operator === "AND" || operator === "OR";
  for (const other of otherOperators[operator] ?? []) {
    const kind = isConnective ? "connective" : "comparison";
    edit(kind, placed(operatorSpan, mutating), other, at, mutating);
  }
  if (isConnective) return;
  mutateNumber(left, at, mutating);
  mutateNumber(right, at, mutating);
}

function mutatePattern({ alternatives, span }: Tree.Pattern, mutating: Mutating): void {
  const around = placed(span, mutating);
  for (const alternative of alternatives) {
    if (alternative.kind === "literal-pattern") mutateNumber(alternative.literal, around, mutating);
    if (alternative.kind === "range-pattern") {
      mutateNumber(alternative.low, around, mutating);
      mutateNumber(alternative.high, around, mutating);
    }
  }
}

/** A number that something is compared with: one more and one less in the last digit, and in another unit. */
function mutateNumber(literal: Tree.Expression, around: Span, mutating: Mutating): void {
  if (literal.kind !== "number") return;
  const at = placed(literal.span, mutating);
  const number = Number(literal.digits);
  const digits = decimalsOf(number);
  for (const step of [10 ** -digits, -(10 ** -digits)]) {
    const changed = `${(number + step).toFixed(digits)}${literal.unit}`;
    edit("boundary", at, changed, around, mutating);
  }
  const other = otherUnit(literal.unit);
  if (other !== null) edit("unit", at, `${literal.digits}${other}`, around, mutating);
}

/** One that measures the same and is mistaken for it most easily: the nearest in size. */
function otherUnit(symbol: string): string | null {
  const unit = symbol === "" ? null : parseUnit(symbol);
  if (unit === null) return null;
  const size = sizeOf(unit);
  const others = unitsOfDimension(unit.dimension)
    .filter((other) => sizeOf(other) !== size || zeroOf(other) !== zeroOf(unit))
    .map((other) => ({ symbol: other.symbol, distance: Math.abs(Math.log(sizeOf(other) / size)) }))
    .sort((a, b) => a.distance - b.distance);
  return others[0]?.symbol ?? null;
}

type Unit = NumberType["unit"];

function sizeOf({ factor }: Unit): number {
  return Number(factor.numerator) / Number(factor.denominator);
}

function zeroOf({ offset }: Unit): number {
  return Number(offset.numerator) / Number(offset.denominator);
}
