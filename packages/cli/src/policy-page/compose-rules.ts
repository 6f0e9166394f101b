// Sections on what a policy decides: the flow, the rules, the constraints.
import { fill, plainText } from "@omega/core";
import { anchorOf } from "./anchor.ts";
import type { Block, ContentSection, TableRow, Text } from "./page-content.ts";
import { type Policy, paragraph, row, text, wordsOf } from "./page-pieces.ts";

export function flow(policy: Policy): readonly ContentSection[] {
  const { page } = policy.wording;
  const { flow: graph } = policy;
  if (graph.rules.length === 0) return [];
  const count = { count: String(graph.ruleCount) };
  const partial = { count: String(graph.leftOut) };
  const notes = [
    page.flow.intro,
    ...(graph.scale === "section" ? [plainText(fill(page.flow.collapsed, wordsOf(count)))] : []),
    ...(graph.leftOut > 0 ? [plainText(fill(page.flow.partial, wordsOf(partial)))] : []),
  ].join(" ");
  return [
    {
      id: "flow",
      title: page.sections.flow,
      blocks: [paragraph(text(notes), true), { kind: "flow", graph }],
    },
  ];
}

export function rules(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.rules;
  if (policy.sections.every((section) => section.rules.length === 0)) {
    return { id: "rules", title: page.sections.rules, blocks: [paragraph(text(words.none))] };
  }
  const failsafe = policy.failsafe;
  const closing: Text =
    failsafe === null
      ? text(words.noFailsafe)
      : fill(words.failsafe, { rule: [{ kind: "rule", text: failsafe }] });
  const several = policy.sections.length > 1;
  const blocks = policy.sections.flatMap((section): Block[] => [
    ...(several || section.title !== null
      ? [{ kind: "heading", text: section.title ?? words.untitled } satisfies Block]
      : []),
    ...(section.table === null
      ? []
      : [
          {
            kind: "decision-table",
            caption: plainText(
              fill(words.sectionTable, wordsOf({ title: section.title ?? words.untitled })),
            ),
            table: section.table,
            ofSection: true,
          } satisfies Block,
        ]),
    ...(section.flow === null ? [] : [{ kind: "flow", graph: section.flow } satisfies Block]),
    { kind: "rules", rules: section.rules },
  ]);
  return {
    id: "rules",
    title: page.sections.rules,
    blocks: [paragraph([...text(`${words.intro} `), ...closing], true), ...blocks],
  };
}

export function constraints(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.constraints;
  const rows = policy.constraints.map(({ id, category, meaning, how, from }): TableRow => {
    const origin =
      from === null ? "" : ` (${plainText(fill(page.inputs.imported, wordsOf({ file: from })))})`;
    return {
      ...row(
        id === null ? [] : [{ kind: "name", text: id }],
        text(category),
        meaning,
        text(how + origin),
      ),
      anchor: id === null ? null : anchorOf("constraint", id),
    };
  });
  const blocks: readonly Block[] =
    rows.length === 0
      ? [paragraph(text(words.none))]
      : [
          paragraph(text(words.intro), true),
          {
            kind: "table",
            caption: page.sections.constraints,
            headings: [words.id, words.kind, words.meaning, words.how],
            rows,
            isMatrix: false,
          },
        ];
  return { id: "constraints", title: page.sections.constraints, blocks };
}
