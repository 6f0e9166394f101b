// Rules as sentences: one for each clause, in the order they are tried; loops hold the rules of their bodies.

import type { Analysis, RuleInformation } from "../semantics/analysis.ts";
import { isRule } from "../semantics/check-rules.ts";
import { positionAt } from "../source/source-text.ts";
import { printItem } from "../syntax/print-document.ts";
import type { Action, BlockItem, Expression, Item, Rule, Section } from "../syntax/tree.ts";
import { ruleTable, sectionTable, type TabledRule } from "./decision-table.ts";
import type { DescribedRule, DescribedSection, Statement } from "./description.ts";
import type { FlowGraph } from "./flow-graph.ts";
import { setsWhatItReads } from "./guard-loops.ts";
import { groupedCondition, inlineCondition } from "./inline-condition.ts";
import { capitalised, fill, listPhrase, type Phrase, piece, words } from "./phrase.ts";
import { type DescribedCondition, describeCondition, isCondition } from "./phrase-condition.ts";
import { createSpeaker, phraseActions, phrasePattern } from "./phrase-expression.ts";
import { readingsOf } from "./readings.ts";
import type { Speaker } from "./speaker.ts";
import type { Wording } from "./wording.ts";

/** The RULE sections in words. */
export function describeSections(
  analysis: Analysis,
  flows: ReadonlyMap<Section, FlowGraph>,
  wording: Wording,
): readonly DescribedSection[] {
  const rules = new Map(analysis.rules.map((information) => [information.rule, information]));
  return analysis.document.sections
    .filter(({ keyword }) => keyword === "RULE")
    .map((section) => ({
      ...describeSection(section, { analysis, wording, rules }),
      flow: flows.get(section) ?? null,
    }));
}

interface Describing {
  readonly analysis: Analysis;
  readonly wording: Wording;
  readonly rules: ReadonlyMap<Rule, RuleInformation>;
}

function describeSection(section: Section, describing: Describing): Omit<DescribedSection, "flow"> {
  const described = section.items.map((item) => describeItem(item, describing));
  const tabled = section.items.flatMap((item): TabledRule[] => {
    if (!isRule(item.body) || item.body.kind === "let" || item.body.kind === "set") return [];
    const id = describing.rules.get(item.body)?.id ?? "";
    return [{ rule: item.body, id, speaker: speakerOf(item, describing) }];
  });
  const table = sectionTable(tabled);
  // What stands in the section's table needs none of its own.
  const isTabled = ({ id }: DescribedRule): boolean =>
    table?.rows.some(({ rule }) => rule === id) === true;
  return {
    title: section.title,
    rules: described.map((rule) => (isTabled(rule) ? { ...rule, table: null } : rule)),
    table,
  };
}

function speakerOf(item: Item, { analysis, wording }: Describing): Speaker {
  return createSpeaker(wording, (expression) => analysis.typeOf(item, expression));
}

function describeItem(item: Item, describing: Describing): DescribedRule {
  const { body, start } = item;
  if (isRule(body)) return describeRule(body, item, describing);
  const line = positionAt(describing.analysis.source, start).line;
  return unreadable(item.body.kind === "error" ? item.body.text : "", line, describing);
}

function unreadable(text: string, line: number, { wording }: Describing): DescribedRule {
  const lead = words(wording.statement.unreadable);
  const statements = [{ lead, condition: null, opening: null, actions: null }];
  return { kind: "unreadable", id: null, line, statements, table: null, rules: [], source: text };
}

function describeRule(rule: Rule, item: Item, describing: Describing): DescribedRule {
  const speaker = speakerOf(item, describing);
  const information = describing.rules.get(rule);
  const isDefinition = rule.kind === "let" || rule.kind === "set";
  const id = information?.id ?? "";
  const body = rule.kind === "for" || rule.kind === "while" ? rule.body : [];
  return {
    kind: isDefinition ? "definition" : "rule",
    id: isDefinition ? null : id,
    line:
      information?.line ??
      positionAt(describing.analysis.source, item.start + rule.span.start).line,
    statements: statementsOf(rule, speaker),
    table: ruleTable(rule, id, speaker),
    rules: body.map((inner) => describeBlockItem(inner, item, describing)),
    source: printItem(rule, 100).join("\n"),
  };
}

function describeBlockItem({ rule }: BlockItem, item: Item, describing: Describing): DescribedRule {
  if (rule.kind !== "error") return describeRule(rule, item, describing);
  const line = positionAt(describing.analysis.source, item.start + rule.span.start).line;
  return unreadable(rule.text, line, describing);
}

// ---- sentences ---------------------------------------------------------------------------------------------------

function statementsOf(rule: Rule, speaker: Speaker): readonly Statement[] {
  const { wording } = speaker;
  const { statement } = wording;
  switch (rule.kind) {
    case "if": {
      const branches = rule.branches.map(({ condition, actions }, index) => {
        const template = index === 0 ? statement.when : statement.otherwiseWhen;
        return conditional(template, condition, actions, speaker);
      });
      return [
        ...branches,
        ...always(statement.otherwise, rule.otherwise, speaker),
        ...unknownStatement(
          rule.branches.map(({ condition }) => condition),
          rule.unknown,
          speaker,
        ),
      ];
    }
    case "match": {
      const subject = speaker.phrase(rule.subject);
      const arms = rule.arms.map((arm): Statement => {
        const actions = phraseActions(arm.actions, speaker);
        const isRest = arm.pattern.alternatives.some(({ kind }) => kind === "wildcard");
        if (isRest && arm.guard === null) {
          return { lead: words(statement.otherwise), condition: null, opening: null, actions };
        }
        const pattern = phrasePattern(arm.pattern, wording);
        const guard =
          arm.guard === null
            ? []
            : groupedCondition(describeCondition(arm.guard, speaker), wording);
        const template = arm.guard === null ? statement.matchArm : statement.matchArmGuard;
        return {
          lead: fill(template, { subject, pattern, guard }),
          condition: null,
          opening: null,
          actions,
        };
      });
      return [...arms, ...unknownStatement([rule.subject], rule.unknown, speaker)];
    }
    case "for": {
      const where = rule.where === null ? null : describeCondition(rule.where, speaker);
      const lead = fill(where === null ? statement.each : statement.eachWhere, {
        variable: piece("name", rule.variable.text),
        list: speaker.phrase(rule.collection),
        condition: where === null ? [] : inlineCondition(where, wording),
      });
      const index =
        rule.index === null
          ? []
          : fill(statement.eachIndex, { index: piece("name", rule.index.text) });
      return [
        { lead: [...lead, ...index], condition: null, opening: null, actions: null },
        ...unknownStatement([rule.collection], rule.unknown, speaker),
      ];
    }
    case "while": {
      const condition = describeCondition(rule.condition, speaker);
      const repeats = setsWhatItReads(rule);
      const lead = fill(repeats ? statement.whileRepeats : statement.when, {
        condition: inlineCondition(condition, wording),
      });
      const atMost =
        rule.maximum === null || !repeats
          ? []
          : fill(statement.whileAtMost, { count: piece("value", rule.maximum.digits) });
      return [
        { lead: [...lead, ...atMost], condition: null, opening: null, actions: null },
        ...unknownStatement([rule.condition], rule.unknown, speaker),
      ];
    }
    case "let": {
      const template = isCondition(rule.value) ? statement.letCondition : statement.letValue;
      const name = piece("name", rule.name.text);
      return [plain(fill(template, { name, value: speaker.phrase(rule.value) }))];
    }
    case "set": {
      const name = piece("name", rule.name.text);
      return [plain(fill(statement.set, { name, value: speaker.phrase(rule.value) }))];
    }
    case "failsafe":
      return always(statement.failsafe, rule.actions, speaker);
  }
}

function plain(lead: Phrase): Statement {
  return { lead: capitalised(lead), condition: null, opening: null, actions: null };
}

function conditional(
  template: string,
  expression: Expression,
  actions: readonly Action[],
  speaker: Speaker,
): Statement {
  const { conditionList } = speaker.wording;
  const condition = describeCondition(expression, speaker);
  const statement = {
    lead: fill(template, { condition: inlineCondition(condition, speaker.wording) }),
    actions: phraseActions(actions, speaker),
  };
  return condition.kind !== "statement" && isLong(condition.parts)
    ? {
        ...statement,
        condition,
        opening: fill(template, { condition: words(conditionList[condition.kind]) }),
      }
    : { ...statement, condition: null, opening: null };
}

/** Whether the parts of a condition are worth setting out: three of them, or a group among them. */
function isLong(parts: readonly DescribedCondition[]): boolean {
  return parts.length > 2 || parts.some(({ kind }) => kind !== "statement");
}

function always(
  lead: string,
  actions: readonly Action[] | null,
  speaker: Speaker,
): readonly Statement[] {
  if (actions === null) return [];
  return [
    { lead: words(lead), condition: null, opening: null, actions: phraseActions(actions, speaker) },
  ];
}

/** More readings than these are not named one by one. */
const mostNamed = 4;

/** The UNKNOWN clause. With one reading it is that one that is not known; of several, any may decide the rule. */
function unknownStatement(
  expressions: readonly Expression[],
  actions: readonly Action[] | null,
  speaker: Speaker,
): readonly Statement[] {
  if (actions === null) return [];
  const { statement, and } = speaker.wording;
  const readings = readingsOf(expressions);
  const template =
    readings.length === 1
      ? statement.unknownOne
      : readings.length <= mostNamed && readings.length > 0
        ? statement.unknownFew
        : statement.unknownMany;
  const names = listPhrase(
    readings.map((reading) => piece("name", reading)),
    and,
  );
  const lead = fill(template, { names });
  return [{ lead, condition: null, opening: null, actions: phraseActions(actions, speaker) }];
}
