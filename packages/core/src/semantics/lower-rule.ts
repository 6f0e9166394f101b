// Rules, checked and resolved: conditions with their atoms, loops, guards, actions, and whether the unknown is answered.

import { unansweredUnknown } from "../diagnostics/om3-declarations.ts";
import { elementMeant, letTwice, secondFailsafe, setWithoutLet } from "../diagnostics/om3-names.ts";
import { setChangesKind } from "../diagnostics/om3-types.ts";
import { metresForMinutes } from "../diagnostics/om3-units.ts";
import { positionAt } from "../source/source-text.ts";
import { moveSpan, type Span, span } from "../source/span.ts";
import { lowerCase } from "../source/unicode.ts";
import { printExpression, printPattern } from "../syntax/print-expression.ts";
import type {
  Action,
  BlockItem,
  Expression,
  ForRule,
  IfRule,
  LetRule,
  MatchRule,
  Rule,
  SetRule,
  WhileRule,
} from "../syntax/tree.ts";
import type { Local, RuleInformation } from "./analysis.ts";
import { bind, elementType, warnOfShadowing } from "./binding.ts";
import {
  type Checking,
  converted,
  emptyReads,
  placeOf,
  type Reads,
  requireFeature,
} from "./checking.ts";
import { lowerCondition } from "./lower-condition.ts";
import { comparableParts } from "./lower-operators.ts";
import { lowerPattern } from "./lower-pattern.ts";
import { speaksOfTime } from "./names-of-time.ts";
import { describeType, integerNumber, widened } from "./number-type.ts";
import type { Condition, ProgramAction, ProgramExpression, ProgramRule } from "./program.ts";
import { lookUp, namesInScope, openScope } from "./scope.ts";
import { visitExpression } from "./visit-program.ts";

/** What the rules of one document add up to. */
export interface RuleWalk {
  readonly checking: Checking;
  /** Ids of the item's rules, in order of the walk. */
  readonly informationOf: (
    rule: Rule,
    position: string,
    parent: RuleInformation | null,
  ) => RuleInformation;
  /** Called for each action a rule takes. */
  readonly take: (action: Action, rule: RuleInformation) => void;
  /** True where FAILSAFE answers for whatever stays unknown. */
  readonly hasFailsafe: boolean;
}

/** Checks one rule; null for what has no place in a program (FAILSAFE inside a block). */
export function lowerRule(
  rule: Rule,
  position: string,
  parent: RuleInformation | null,
  walk: RuleWalk,
): ProgramRule | null {
  const information = walk.informationOf(rule, position, parent);
  switch (rule.kind) {
    case "if":
      return lowerIf(rule, information, walk);
    case "for":
      return lowerFor(rule, information, walk);
    case "while":
      return lowerWhile(rule, information, walk);
    case "match":
      return lowerMatch(rule, information, walk);
    case "let":
      return lowerLet(rule, information, walk);
    case "set":
      return lowerSet(rule, information, walk);
    case "failsafe":
      if (parent !== null) walk.checking.report.report(secondFailsafe, rule.span, {});
      lowerActions(rule.actions, information, walk);
      return null;
  }
}

const baseOf = ({ id, line, span }: RuleInformation) => ({ id, line, span });

function lowerBody(
  body: readonly BlockItem[],
  information: RuleInformation,
  walk: RuleWalk,
): readonly ProgramRule[] {
  const lowered: ProgramRule[] = [];
  body.forEach(({ rule }, index) => {
    if (rule.kind === "error") return;
    const node = lowerRule(rule, `${information.position}.${index + 1}`, information, walk);
    if (node !== null) lowered.push(node);
  });
  return lowered;
}

/** Runs `lower` in a block of its own that reaches to `end`, and closes the block's LET names there. */
function inBlock<T>(checking: Checking, end: number, lower: () => T): T {
  const outer = checking.scope;
  const scope = openScope(outer);
  checking.scope = scope;
  const result = lower();
  closeScope(scope.names.values(), end + checking.item.start);
  checking.scope = outer;
  return result;
}

/** Tells the names of a block where it ends. */
export function closeScope(locals: Iterable<Local>, end: number): void {
  for (const local of locals) local.scope = { start: local.scope.start, end };
}

/** Collects what `lower` reads, apart from what was read before. */
function readBy<T>(checking: Checking, lower: () => T): readonly [T, Reads] {
  const outer = checking.reads;
  const reads = emptyReads();
  checking.reads = reads;
  const result = lower();
  checking.reads = outer;
  return [result, reads];
}

/** Reports attributes that may be unknown where neither the rule nor a FAILSAFE says what then. */
function requireAnswer(reads: Reads, answered: boolean, at: Span, walk: RuleWalk): void {
  if (answered || walk.hasFailsafe) return;
  const open = [...reads.uncertain].filter(([name]) => !reads.asked.has(name));
  if (open.length === 0) return;
  walk.checking.report.report(unansweredUnknown, at, {
    reads: open.map(([name, why]) => ({ name, why })),
  });
}

// ---- the rules ---------------------------------------------------------------------------------------------------

function lowerIf(rule: IfRule, information: RuleInformation, walk: RuleWalk): ProgramRule {
  const [conditions, reads] = readBy(walk.checking, () =>
    rule.branches.map((branch) => lowerCondition(branch.condition, walk.checking)),
  );
  const [first] = rule.branches;
  requireAnswer(reads, rule.unknown !== null, first?.condition.span ?? rule.span, walk);
  return {
    kind: "if",
    ...baseOf(information),
    branches: rule.branches.flatMap((branch, index) => {
      const condition = conditions[index];
      return condition === undefined
        ? []
        : [{ condition, actions: lowerActions(branch.actions, information, walk) }];
    }),
    otherwise: rule.otherwise === null ? null : lowerActions(rule.otherwise, information, walk),
    unknown: lowerUnknown(rule.unknown, information, walk),
  };
}

function lowerFor(rule: ForRule, information: RuleInformation, walk: RuleWalk): ProgramRule {
  const { checking } = walk;
  requireFeature(checking, "for", "FOR", headOf(rule));
  const [collection, reads] = readBy(checking, () => checking.lower(rule.collection, checking));
  const element = elementType(collection, rule.collection, "FOR", checking);
  const firstUse = checking.uses.length;
  return inBlock(checking, rule.span.end, () => {
    const variable = bindLoop(rule.variable.text, "loop", element, rule.variable.span, checking);
    const index =
      rule.index === null
        ? null
        : bindLoop(rule.index.text, "index", integerNumber, rule.index.span, checking);
    const [where, whereReads] = readBy(checking, () =>
      rule.where === null ? null : lowerCondition(rule.where, checking),
    );
    for (const [name, why] of whereReads.uncertain) reads.uncertain.set(name, why);
    for (const name of whereReads.asked) reads.asked.add(name);
    requireAnswer(reads, rule.unknown !== null, rule.collection.span, walk);
    const body = lowerBody(rule.body, information, walk);
    const unknown = lowerUnknown(rule.unknown, information, walk);
    offerElement(rule, variable, firstUse, checking);
    return {
      kind: "for",
      ...baseOf(information),
      variable: variable.name,
      slot: variable.slot,
      index: index?.name ?? null,
      indexSlot: index?.slot ?? null,
      collection,
      collectionText: printExpression(rule.collection),
      where,
      body,
      unknown,
    };
  });
}

function bindLoop(
  name: string,
  kind: "loop" | "index",
  type: Local["type"],
  at: Span,
  checking: Checking,
): Local {
  warnOfShadowing(checking, name, kind, at);
  return bind(checking, name, kind, type, at);
}

/** `WorkerDistance` inside `FOR worker IN Workers`, with `worker` unused: the element's field seems meant. */
function offerElement(rule: ForRule, variable: Local, firstUse: number, checking: Checking): void {
  if (variable.references.some((reference) => reference.use === "read")) return;
  const prefix = lowerCase(variable.name);
  const fields =
    variable.type.kind === "record" ? variable.type.fields.map((field) => field.name) : null;
  for (const use of checking.uses.slice(firstUse)) {
    const folded = lowerCase(use.name);
    const written = use.name.slice(variable.name.length);
    const rest = written.replace(/^_/, "");
    if (
      !folded.startsWith(prefix) ||
      rest === "" ||
      folded === lowerCase(rule.collection.kind === "reference" ? rule.collection.name : "")
    ) {
      continue;
    }
    const field = fields?.find((name) => lowerCase(name) === lowerCase(rest));
    if (fields !== null && fields.length > 0 ? field === undefined : !beginsWord(written)) continue;
    const path = `${variable.name}.${field ?? rest.charAt(0).toLowerCase() + rest.slice(1)}`;
    checking.report.report(elementMeant, use.span, {
      name: use.name,
      variable: variable.name,
      path,
    });
  }
}

/** Whether a new word begins, as in `Distance` behind `Worker`, and not in `less`. */
function beginsWord(rest: string): boolean {
  return rest.startsWith("_") || lowerCase(rest.charAt(0)) !== rest.charAt(0);
}

/** A rule from its label to what it goes by, without the block it governs. */
function headOf(rule: ForRule | WhileRule | MatchRule): Span {
  switch (rule.kind) {
    case "for":
      return span(rule.span.start, rule.collection.span.end);
    case "while":
      return span(rule.span.start, rule.condition.span.end);
    case "match":
      return span(rule.span.start, rule.subject.span.end);
  }
}

function lowerWhile(rule: WhileRule, information: RuleInformation, walk: RuleWalk): ProgramRule {
  const { checking } = walk;
  requireFeature(checking, "while", "WHILE", headOf(rule));
  const [condition, reads] = readBy(checking, () => lowerCondition(rule.condition, checking));
  requireAnswer(reads, rule.unknown !== null, rule.condition.span, walk);
  const body = inBlock(checking, rule.span.end, () => lowerBody(rule.body, information, walk));
  return {
    kind: "while",
    ...baseOf(information),
    condition,
    repeats: setsAnyOf(body, slotsRead(condition)),
    maximum: rule.maximum === null ? null : Number(rule.maximum.digits),
    body,
    unknown: lowerUnknown(rule.unknown, information, walk),
  };
}

/** The slots a condition reads. */
function slotsRead(condition: Condition): ReadonlySet<number> {
  const slots = new Set<number>();
  visitExpression(condition.expression, (part) => {
    if (part.kind === "local") slots.add(part.slot);
  });
  return slots;
}

function setsAnyOf(rules: readonly ProgramRule[], slots: ReadonlySet<number>): boolean {
  return rules.some((rule) =>
    rule.kind === "set"
      ? slots.has(rule.slot)
      : (rule.kind === "for" || rule.kind === "while") && setsAnyOf(rule.body, slots),
  );
}

function lowerMatch(rule: MatchRule, information: RuleInformation, walk: RuleWalk): ProgramRule {
  const { checking } = walk;
  requireFeature(checking, "match", "MATCH", headOf(rule));
  const [lowered, reads] = readBy(checking, () => {
    const subject = checking.lower(rule.subject, checking);
    const arms = rule.arms.map((arm) => ({
      pattern: lowerPattern(arm.pattern, rule.subject, subject.type, checking),
      patternText: printPattern(arm.pattern),
      guard: arm.guard === null ? null : lowerCondition(arm.guard, checking),
      line: lineOf(arm.span, checking),
    }));
    return { subject, arms };
  });
  requireAnswer(reads, rule.unknown !== null, rule.subject.span, walk);
  return {
    kind: "match",
    ...baseOf(information),
    subject: lowered.subject,
    subjectText: printExpression(rule.subject),
    arms: lowered.arms.map(({ pattern, patternText, guard, line }, index) => ({
      pattern,
      patternText,
      guard,
      line,
      actions: lowerActions(rule.arms[index]?.actions ?? [], information, walk),
    })),
    unknown: lowerUnknown(rule.unknown, information, walk),
  };
}

function lowerLet(rule: LetRule, information: RuleInformation, walk: RuleWalk): ProgramRule {
  const { checking } = walk;
  requireFeature(checking, "let", "LET", rule.span);
  const [value, reads] = readBy(checking, () => checking.lower(rule.value, checking));
  const { text: name, span: at } = rule.name;
  const known = checking.scope.names.get(name);
  if (known?.kind === "let") {
    const keyword = { start: rule.span.start, end: rule.span.start + "LET".length };
    checking.report.report(letTwice, keyword, { name }, [
      { ...known.declaration, message: "bound here" },
    ]);
  } else warnOfShadowing(checking, name, "let", at);
  // A name that SET changes holds any value of its kind, not only what the first one may be.
  const type = checking.facts.bound.changed.has(name) ? widened(value.type) : value.type;
  const local = bind(checking, name, "let", type, at, stillOpen(reads));
  return { kind: "let", ...baseOf(information), name, slot: local.slot, value };
}

/** As many attributes as a message can name; a chain of LETs must not pass on ever more. */
const MOST_PASSED_ON = 8;

/** What a LET value passes on to the rules that read it. */
function stillOpen(reads: Reads): Map<string, string> {
  const open = [...reads.uncertain].filter(([name]) => !reads.asked.has(name));
  return new Map(open.slice(0, MOST_PASSED_ON));
}

function lowerSet(rule: SetRule, information: RuleInformation, walk: RuleWalk): ProgramRule | null {
  const { checking } = walk;
  requireFeature(checking, "let", "SET", rule.span);
  const { text: name, span: at } = rule.name;
  const local = lookUp(checking.scope, name);
  if (local === null || local.kind !== "let") {
    checking.lower(rule.value, checking);
    const declared = checking.facts.attributes.get(name)?.declaration != null;
    checking.report.report(setWithoutLet, at, {
      name,
      why: local !== null ? "loop" : declared ? "attribute" : "unknown",
      suggestions:
        local === null && !declared ? checking.facts.suggest(name, letNames(checking)) : [],
    });
    return null;
  }
  const { file, span } = placeOf(checking, at);
  local.references.push({ file, span, use: "write" });
  const target: Expression = { kind: "reference", name, span: at };
  const [value, reads] = readBy(checking, () =>
    checking.lower(rule.value, checking, { type: local.type, of: target }),
  );
  for (const [read, why] of stillOpen(reads)) {
    if (local.uncertain.size < MOST_PASSED_ON) local.uncertain.set(read, why);
  }
  const fitted = fitLocal(local, target, value, rule.value, checking);
  return { kind: "set", ...baseOf(information), name, slot: local.slot, value: fitted };
}

function* letNames({ scope }: Checking): Iterable<string> {
  for (const name of namesInScope(scope)) if (lookUp(scope, name)?.kind === "let") yield name;
}

/** The value in the LET name's own kind and unit; reported where it is of another. */
function fitLocal(
  local: Local,
  target: Expression,
  value: ProgramExpression,
  expression: Expression,
  checking: Checking,
): ProgramExpression {
  if (local.type.kind === "undetermined" || value.type.kind === "undetermined") return value;
  if (local.type.kind !== value.type.kind) {
    checking.report.report(setChangesKind, expression.span, {
      name: local.name,
      was: describeType(local.type),
      found: describeType(value.type),
    });
    return value;
  }
  const own: ProgramExpression = {
    kind: "local",
    type: local.type,
    slot: local.slot,
    name: local.name,
  };
  const parts = comparableParts(
    { node: own, expression: target },
    { node: value, expression },
    checking,
  );
  if (parts === null || local.type.kind !== "number") return value;
  return converted(value, local.type.unit);
}

// ---- actions -----------------------------------------------------------------------------------------------------

function lowerUnknown(
  actions: readonly Action[] | null,
  information: RuleInformation,
  walk: RuleWalk,
): readonly ProgramAction[] | null {
  return actions === null ? null : lowerActions(actions, information, walk);
}

/** Actions with their arguments; an argument that is unknown does not keep the action from being taken. */
export function lowerActions(
  actions: readonly Action[],
  information: RuleInformation,
  walk: RuleWalk,
): readonly ProgramAction[] {
  return actions.map((action) => {
    walk.take(action, information);
    return lowerAction(action, walk.checking);
  });
}

function lowerAction(action: Action, checking: Checking): ProgramAction {
  let position = 0;
  const [lowered] = readBy(checking, () =>
    action.arguments.map(({ name, value }) => {
      if (
        value.kind === "number" &&
        value.unit === "m" &&
        name !== null &&
        speaksOfTime(name.text)
      ) {
        const { digits } = value;
        const beside = name.text;
        const parameters = { literal: `${digits}m`, minutes: `${digits}min`, beside };
        checking.report.report(metresForMinutes, value.span, parameters);
      }
      return { name: name?.text ?? `_${position++}`, value: checking.lower(value, checking) };
    }),
  );
  return {
    name: action.name.text,
    arguments: lowered,
    line: lineOf(action.span, checking),
    span: moveSpan(action.span, checking.item.start),
  };
}

function lineOf(at: Span, checking: Checking): number {
  return positionAt(checking.source, at.start + checking.item.start).line;
}
