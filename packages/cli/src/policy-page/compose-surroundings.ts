// Sections on what a policy stands in: its subject, who acts, what it is told, what it brings.
import { type Description, fill, plainText } from "@omega/core";
import { anchorOf } from "./anchor.ts";
import type { Block, ContentSection, TableRow, Text } from "./page-content.ts";
import { namesOf, type Policy, paragraph, row, text, wordsOf } from "./page-pieces.ts";

export function facts(policy: Policy): readonly ContentSection[] {
  const { page } = policy.wording;
  const entries = policy.facts.map(({ label, text: value }) => ({
    term: label,
    text: text(value),
  }));
  const imports =
    policy.imports.length === 0
      ? []
      : [{ term: page.facts.imports, text: namesOf(policy.imports, "name", policy) }];
  const assumptions: Block[] =
    policy.assumptions.length === 0
      ? []
      : [
          { kind: "heading", text: page.facts.assumptions },
          { kind: "list", items: policy.assumptions.map(text) },
        ];
  if (entries.length + imports.length + assumptions.length === 0) return [];
  const all = [...entries, ...imports];
  const blocks: Block[] = all.length === 0 ? [] : [{ kind: "facts", entries: all }];
  return [{ id: "facts", title: page.sections.facts, blocks: [...blocks, ...assumptions] }];
}

export function actors(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.actors;
  const roles = policy.actors.map(({ role, rank, may, approves }) =>
    row(
      [{ kind: "name", text: role }],
      text(rank),
      may === null ? text(words.anything) : namesOf(may, "action", policy),
      namesOf(approves, "action", policy),
    ),
  );
  const approvals = policy.actors.some(({ approves }) => approves.length > 0);
  const actions = policy.actions.map(
    ({ name, actors: by, approvers, rules: ids }): TableRow => ({
      ...row(
        [{ kind: "action", text: name }],
        namesOf(by, "name", policy),
        ...(approvals ? [namesOf(approvers, "name", policy)] : []),
        ids.length === 0 ? text(words.notTaken) : namesOf(ids, "rule", policy),
      ),
      anchor: anchorOf("action", name),
    }),
  );
  const roleTable: Block =
    roles.length === 0
      ? paragraph(text(words.nobody))
      : {
          kind: "table",
          caption: words.rolesTitle,
          headings: [words.role, words.rank, words.may, ...(approvals ? [words.approves] : [])],
          rows: roles.map((each) =>
            approvals ? each : { ...each, cells: each.cells.slice(0, 3) },
          ),
          isMatrix: false,
        };
  const actionTable: readonly Block[] =
    actions.length === 0
      ? []
      : [
          { kind: "heading", text: words.actionsTitle },
          {
            kind: "table",
            caption: words.actionsTitle,
            headings: [words.action, words.by, ...(approvals ? [words.approval] : []), words.taken],
            rows: actions,
            isMatrix: false,
          },
        ];
  return {
    id: "actors",
    title: page.sections.actors,
    blocks: [paragraph(text(words.intro), true), roleTable, ...actionTable],
  };
}

export function inputs(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.inputs;
  const rows = policy.inputs.map((input): TableRow => {
    const marks = [
      ...(input.freshness === null
        ? []
        : [plainText(fill(words.fresh, wordsOf({ age: input.freshness })))]),
      ...(input.optional ? [words.optional] : []),
      ...(input.declared ? [] : [words.undeclared]),
      ...(input.from === null
        ? []
        : [plainText(fill(words.imported, wordsOf({ file: input.from })))]),
    ];
    return {
      cells: [
        [{ kind: "name", text: input.name }],
        text([input.type, ...marks].join("; ")),
        text(input.unit),
        input.range === "" ? [] : [{ kind: "value", text: input.range }],
        input.depth > 0 ? [] : absentText(input, policy),
        namesOf(input.rules, "rule", policy),
      ],
      depth: input.depth,
      anchor: null,
    };
  });
  const hasSamples = policy.inputs.some(({ standIn }) => standIn?.kind === "sample");
  const blocks: readonly Block[] =
    rows.length === 0
      ? [paragraph(text(words.none))]
      : [
          paragraph(text(words.intro), true),
          {
            kind: "table",
            caption: page.sections.inputs,
            headings: [words.name, words.type, words.unit, words.range, words.absent, words.usedBy],
            rows,
            isMatrix: false,
          },
          ...(hasSamples ? [paragraph(text(words.sampleNote), true)] : []),
        ];
  return { id: "inputs", title: page.sections.inputs, blocks };
}

function absentText({ standIn }: Description.DescribedInput, { wording }: Policy): Text {
  const { notKnown, default: taken, sample } = wording.page.inputs;
  if (standIn === null) return text(notKnown);
  const template = standIn.kind === "default" ? taken : sample;
  return fill(template, { value: [{ kind: "value", text: standIn.text }] });
}

export function impact(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const entries = policy.impacts.map(({ label, text: value }) => ({
    term: label,
    text: text(value),
  }));
  const blocks: Block[] = [
    ...(entries.length === 0 ? [] : [{ kind: "facts", entries } satisfies Block]),
    ...(policy.effects.length === 0
      ? []
      : [
          { kind: "heading", text: page.impact.effects } satisfies Block,
          { kind: "list", items: policy.effects } satisfies Block,
        ]),
  ];
  return {
    id: "impact",
    title: page.sections.impact,
    blocks: blocks.length === 0 ? [paragraph(text(page.impact.none))] : blocks,
  };
}
