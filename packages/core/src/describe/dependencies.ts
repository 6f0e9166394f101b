// Which attributes each rule depends on: what it reads itself, through LET names and loops, and what the loops around it
// read.
import type { Analysis } from "../semantics/analysis.ts";
import { isRule } from "../semantics/check-rules.ts";
import type { BlockItem, Expression, Rule } from "../syntax/tree.ts";
import { expressionsOf } from "./parts.ts";
import { namesRead } from "./readings.ts";

/** The attributes of each rule, in no order. */
export type Dependencies = ReadonlyMap<Rule, ReadonlySet<string>>;

/** A name made of more attributes than this is not followed further: chains of LET would cost the square of their length. */
const mostFollowed = 200;

/** Follows the rules of the document from top to bottom. */
export function dependenciesOf(analysis: Analysis): Dependencies {
  const found = new Map<Rule, ReadonlySet<string>>();
  const names: Names = new Map();
  for (const section of analysis.document.sections) {
    if (section.keyword !== "RULE") continue;
    for (const { body } of section.items) {
      if (isRule(body)) follow(body, names, new Set(), { analysis, found });
    }
  }
  return found;
}

/** What a block's names are made of. Sets are shared, so that SET inside a block reaches the name outside. */
type Names = Map<string, Set<string>>;

interface Following {
  readonly analysis: Analysis;
  readonly found: Map<Rule, ReadonlySet<string>>;
}

function follow(rule: Rule, names: Names, around: ReadonlySet<string>, following: Following): void {
  const read = union(
    around,
    ...expressionsOf(rule).map((expression) => attributesOf(expression, names, following)),
  );
  following.found.set(rule, read);
  switch (rule.kind) {
    case "let":
      names.set(rule.name.text, read);
      return;
    case "set":
      for (const attribute of read) names.get(rule.name.text)?.add(attribute);
      return;
    case "for": {
      const inner: Names = new Map(names);
      const members = attributesOf(rule.collection, names, following);
      inner.set(rule.variable.text, members);
      if (rule.index !== null) inner.set(rule.index.text, members);
      const where = rule.where === null ? [] : [attributesOf(rule.where, inner, following)];
      const head = union(around, members, ...where);
      following.found.set(rule, head);
      followBody(rule.body, inner, head, following);
      return;
    }
    case "while":
      followBody(rule.body, new Map(names), read, following);
      return;
    case "if":
    case "match":
    case "failsafe":
  }
}

function followBody(
  body: readonly BlockItem[],
  names: Names,
  around: ReadonlySet<string>,
  following: Following,
): void {
  for (const { rule } of body) if (rule.kind !== "error") follow(rule, names, around, following);
}

function attributesOf(expression: Expression, names: Names, { analysis }: Following): Set<string> {
  const attributes = new Set<string>();
  for (const name of namesRead(expression)) {
    const behind = names.get(name);
    if (behind === undefined) {
      if (analysis.attributes.has(name)) attributes.add(name);
      continue;
    }
    for (const attribute of behind) {
      if (attributes.size >= mostFollowed) break;
      attributes.add(attribute);
    }
  }
  return attributes;
}

function union(...sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
