// The second walk over the rules: each item checked and resolved in turn, with the ids that decisions and TRACE name.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { labelTwice, secondFailsafe, unknownRuleReference } from "../diagnostics/om3-names.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import type { Document, Expression, Item, Rule } from "../syntax/tree.ts";
import type { Local, RuleInformation } from "./analysis.ts";
import { type ActionTable, mention } from "./authority.ts";
import { type Checking, emptyReads, type PolicyFacts } from "./checking.ts";
import { lowerExpression } from "./lower-expression.ts";
import { closeScope, lowerActions, lowerRule, type RuleWalk } from "./lower-rule.ts";
import type { ProgramFailsafe, ProgramRule } from "./program.ts";
import { openScope, type Scope } from "./scope.ts";
import type { Suggest } from "./suggestions.ts";
import type { Type } from "./types.ts";

export interface CheckedRules {
  readonly rules: readonly ProgramRule[];
  readonly information: readonly RuleInformation[];
  readonly failsafe: ProgramFailsafe | null;
}

/** Makes ready to check one item. */
export function checkingOf(
  item: Item,
  source: SourceText,
  facts: PolicyFacts,
  report: Reporter,
  scope: Scope<Local> = openScope(),
): Checking {
  const types = new Map<Expression, Type>();
  facts.types.set(item, types);
  return {
    facts,
    source,
    item,
    report: report.within(item.start),
    types,
    scope,
    reads: emptyReads(),
    uses: [],
    lower: lowerExpression,
  };
}

/** Checks and resolves every rule of the document. */
export function checkRules(
  document: Document,
  source: SourceText,
  facts: PolicyFacts,
  actions: ActionTable,
  report: Reporter,
): CheckedRules {
  const items = document.sections.flatMap((section) =>
    section.keyword === "RULE" ? section.items : [],
  );
  const rules: ProgramRule[] = [];
  const information: RuleInformation[] = [];
  let failsafe: ProgramFailsafe | null = null;
  const scope = openScope<Local>();
  const hasFailsafe = items.some(({ body }) => body.kind === "failsafe");
  items.forEach((item, index) => {
    const checked = checkRuleItem(item, `R${index + 1}`, {
      source,
      facts,
      report,
      scope,
      hasFailsafe,
      informationOf: (rule, position, parent) => {
        const made = ruleInformation(rule, position, parent, item, source);
        information.push(made);
        return made;
      },
      take: ({ name }, { id }) => {
        const span = moveSpan(name.span, item.start);
        mention(actions, name.text, { file: source.file, span, role: "taken", by: id });
      },
    });
    if (checked.rule !== null) rules.push(checked.rule);
    failsafe = checked.failsafe ?? failsafe;
  });
  closeScope(scope.names.values(), source.text.length);
  reportFurtherFailsafes(items, report);
  checkLabels(information, report);
  return { rules, information, failsafe };
}

/** What the items of one document are checked in. */
export interface RuleSurroundings extends Omit<RuleWalk, "checking"> {
  readonly source: SourceText;
  readonly facts: PolicyFacts;
  readonly report: Reporter;
  /** The names that items before have bound. */
  readonly scope: Scope<Local>;
}

/** Checks and resolves one item; nothing comes of one that is no rule. */
export function checkRuleItem(
  item: Item,
  position: string,
  { source, facts, report, scope, ...others }: RuleSurroundings,
): { readonly rule: ProgramRule | null; readonly failsafe: ProgramFailsafe | null } {
  const { body } = item;
  if (!isRule(body)) return { rule: null, failsafe: null };
  const walk: RuleWalk = { ...others, checking: checkingOf(item, source, facts, report, scope) };
  if (body.kind !== "failsafe") {
    return { rule: lowerRule(body, position, null, walk), failsafe: null };
  }
  const made = walk.informationOf(body, position, null);
  const actions = lowerActions(body.actions, made, walk);
  return { rule: null, failsafe: { line: made.line, actions } };
}

/** Reports every FAILSAFE but the first. */
export function reportFurtherFailsafes(items: readonly Item[], report: Reporter): void {
  let isFirst = true;
  for (const { body, start } of items) {
    if (body.kind !== "failsafe") continue;
    if (!isFirst) report.within(start).report(secondFailsafe, body.span, {});
    isFirst = false;
  }
}

export function isRule(body: Item["body"]): body is Rule {
  switch (body.kind) {
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      return true;
    default:
      return false;
  }
}

function ruleInformation(
  rule: Rule,
  position: string,
  parent: RuleInformation | null,
  item: Item,
  source: SourceText,
): RuleInformation {
  const label = "label" in rule ? rule.label : null;
  const span = moveSpan(rule.span, item.start);
  return {
    id: label?.text ?? (rule.kind === "failsafe" ? "failsafe" : position),
    position,
    rule,
    item,
    parent,
    span,
    line: positionAt(source, span.start).line,
    moment: span.start,
  };
}

/** Reports labels that two rules have, and labels that are another rule's position. */
export function checkLabels(information: readonly RuleInformation[], report: Reporter): void {
  const seen = new Map<string, RuleInformation>();
  for (const rule of information) if (!isLabelled(rule)) seen.set(rule.id, rule);
  for (const rule of information) {
    const label = "label" in rule.rule ? rule.rule.label : null;
    if (label === null) continue;
    const other = seen.get(rule.id);
    if (other !== undefined) {
      report.report(
        labelTwice,
        moveSpan(label.span, rule.item.start),
        { name: rule.id, what: "rule" },
        [{ file: report.file, span: other.span, message: "the other one" }],
      );
    } else seen.set(rule.id, rule);
  }
}

const isLabelled = ({ rule }: RuleInformation): boolean => "label" in rule && rule.label !== null;

/** Names by position: that one looks like another does not make it the one that was meant. */
const looksLikePosition = /^[RC]\d/;

/**
 * Reports TRACE entries tied to rules or constraints that do not exist. `names` are the labels of rules and the ids of
 * constraints, which a slip may mean; the positions of rules are only looked at where an entry gives one.
 */
export function checkTraces(
  document: Document,
  names: ReadonlySet<string>,
  rules: () => readonly RuleInformation[],
  suggest: Suggest,
  report: Reporter,
): void {
  const isPosition = (name: string): boolean => rules().some(({ position }) => position === name);
  for (const section of document.sections) {
    if (section.keyword !== "TRACE") continue;
    for (const { body, start } of section.items) {
      if (body.kind !== "labelled") continue;
      for (const { text: name, span } of body.references) {
        const isLikePosition = looksLikePosition.test(name);
        if (names.has(name) || (isLikePosition && isPosition(name))) continue;
        const suggestions = isLikePosition ? [] : suggest(name, names);
        report.report(unknownRuleReference, moveSpan(span, start), { name, suggestions });
      }
    }
  }
}
