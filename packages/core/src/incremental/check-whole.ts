// What only the whole of an open document can tell: labels, actors, traces, names that look alike, rules against each other.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { attributeDeclaredTwice } from "../diagnostics/om3-names.ts";
import type {
  ActionMention,
  Analysis,
  Attribute,
  AttributeDeclaration,
  RuleInformation,
} from "../semantics/analysis.ts";
import { reportClash } from "../semantics/attributes.ts";
import { type ActionTable, collectActors, mention } from "../semantics/authority.ts";
import { canBe, certain, type Effort, impossible } from "../semantics/checks/formula.ts";
import { checkTraced } from "../semantics/checks/governance.ts";
import { effortFor, type Inspection } from "../semantics/checks/inspection.ts";
import { type CollectedClauses, mentionInClauses } from "../semantics/collect-clauses.ts";
import { checkConfusables, mayConfuse } from "../semantics/confusable-names.ts";
import { reportSlip } from "../semantics/lower-path.ts";
import { mentionExpected } from "../semantics/resolve-examples.ts";
import { positionAt } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import type { Document, SectionKeyword } from "../syntax/tree.ts";
import { firstBinder, rankOf } from "./check-rules-again.ts";
import type { ItemRecord } from "./item-record.ts";
import type { LiveDocument } from "./live-document.ts";
import { inOrder, type NameIndex, under } from "./name-index.ts";
import { attributeNow } from "./open-attributes.ts";
import { recordHolding, type State } from "./open-state.ts";
import { type RuleIndex, takesOf } from "./rule-index.ts";

export const clauseSections: readonly SectionKeyword[] = ["CONSTRAINT", "IMPACT"];

/** The document with some of its sections. */
export function sectionsOf(live: LiveDocument, keywords: readonly SectionKeyword[]): Document {
  return { ...live, sections: live.sections.filter(({ keyword }) => keywords.includes(keyword)) };
}

/** The actions that rules take, in order, each with its first mention. */
export function actionsIn({ takers }: RuleIndex): ActionTable {
  const firsts: { name: string; mention: ActionMention; start: number; at: number }[] = [];
  for (const [name, [record]] of takers) {
    const at = record?.checked.taken.findIndex((each) => each.name === name) ?? -1;
    const mentioned = record?.checked.taken[at]?.mention;
    if (record === undefined || mentioned === undefined) continue;
    firsts.push({ name, mention: mentioned, start: record.item.start, at });
  }
  firsts.sort((a, b) => a.start - b.start || a.at - b.at);
  return new Map(firsts.map(({ name, mention: first }) => [name, { name, mentions: [first] }]));
}

/** The loop variables of the rules, where a clause asks for one. */
export function loopVariablesFor(
  { constraints }: CollectedClauses,
  { records }: State,
): Set<string> {
  const variables = new Set<string>();
  const asks = constraints.some(
    ({ constraint: { clause } }) => "per" in clause && clause.per !== null,
  );
  for (const { item, checked } of asks ? records.values() : []) {
    if (item.keyword !== "RULE") continue;
    for (const { kind, name } of checked.locals) if (kind === "loop") variables.add(name);
  }
  return variables;
}

/** Whether TRACE speaks of something that is neither a label nor a constraint: a position, or nothing. */
export function hasUnresolved({ unresolved }: State, { constraints }: CollectedClauses): boolean {
  if (unresolved.size === 0) return false;
  const ids = new Set(constraints.map(({ id }) => id));
  for (const name of unresolved) if (!ids.has(name)) return true;
  return false;
}

export function rememberOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reports names that the document declares twice, and then, in order, those that imports declare as well. */
export function reportRepeatedDeclarations(
  { declares }: NameIndex,
  names: Iterable<string>,
  report: Reporter,
): void {
  const clashes: {
    readonly name: string;
    readonly first: ItemRecord;
    readonly other: ItemRecord;
  }[] = [];
  for (const name of names) {
    const [first, ...others] = inOrder(under(declares, name));
    for (const other of others) {
      const { item, origin } = other;
      if (first?.item.body.kind !== "attribute" || item.body.kind !== "attribute") continue;
      if (origin !== null) clashes.push({ name, first, other });
      else {
        const span = moveSpan(first.item.body.name.span, first.item.start);
        report
          .within(item.start)
          .report(attributeDeclaredTwice, item.body.name.span, { name }, [
            { file: report.file, span, message: "declared here" },
          ]);
      }
    }
  }
  clashes.sort((a, b) => a.other.item.order - b.other.item.order);
  for (const { name, first, other } of clashes) {
    const known = declarationIn(first);
    const theirs = declarationIn(other);
    if (known === null || theirs === null || other.origin === null) continue;
    reportClash(name, known, theirs, other.origin, report);
  }
}

function declarationIn({
  item,
  file,
}: ItemRecord): Pick<AttributeDeclaration, "file" | "nameSpan" | "prose"> | null {
  const { body, start } = item;
  if (body.kind !== "attribute") return null;
  const { name, value } = body;
  const prose = value.kind === "prose-value" ? value.text : null;
  return { file, nameSpan: moveSpan(name.span, start), prose };
}

/** Speaks of names that a reader may confuse, where one goes beyond ASCII. */
export function checkLookAlikes(state: State, clauses: CollectedClauses, report: Reporter): void {
  const { attributes, index, live, rules } = state;
  const { documents: imports } = state.imports;
  if (state.foreign.size === 0 && !imports.some(({ isForeign }) => isForeign)) return;
  const isNear = [attributes.known, index.binds, rules.takers, index.expects].some((names) =>
    mayConfuse(names.keys()),
  );
  const isNearByRight =
    imports.some(({ isForeign }) => isForeign) ||
    [...state.foreign].some(({ origin }) => origin !== null) ||
    live.sections.some(
      ({ keyword, items }) =>
        (keyword === "ACTOR" || clauseSections.includes(keyword)) &&
        items.some(({ text }) => mayConfuse([text])),
    );
  if (!isNear && !isNearByRight) return;
  const ordered = [live, ...imports].flatMap(({ items }) =>
    items.flatMap((item) => state.records.get(item) ?? []),
  );
  const byRank = [...ordered].sort((a, b) => rankOf(a) - rankOf(b));
  checkConfusables(
    {
      attributes: attributesInOrder(state),
      locals: byRank.flatMap(({ checked, item, file }) =>
        checked.locals.map(({ name, span }) => ({
          name,
          declaration: { file, span: moveSpan(span, item.start) },
        })),
      ),
      actions: actionsAndActors(state, clauses).actions,
    },
    report,
  );
}

/**
 * Declared ones first, the document's own in its order and then imported ones; then undeclared ones by first use. Names that
 * only blocks bind are none.
 */
export function attributesInOrder({
  attributes,
  index,
  live,
  imports: { byPath },
}: State): ReadonlyMap<string, Attribute> {
  const declared: { readonly attribute: Attribute; readonly by: ItemRecord }[] = [];
  const others: { readonly attribute: Attribute; readonly rank: number; readonly at: number }[] =
    [];
  for (const [name, { declaredBy, firstUse }] of attributes.known) {
    const attribute = attributeNow(attributes, name);
    if (attribute === undefined) continue;
    const { declaration } = attribute;
    if (declaredBy !== null && declaration !== null) {
      const source = byPath.get(declaration.file)?.source ?? live.source;
      const { line } = positionAt(source, declaration.nameSpan.start);
      declared.push({
        attribute: { ...attribute, declaration: { ...declaration, line } },
        by: declaredBy,
      });
    } else if (firstBinder(name, index, attributes) === null) {
      const rank = firstUse === null ? 0 : rankOf(firstUse.record);
      others.push({ attribute, rank, at: firstUse?.span.start ?? 0 });
    }
  }
  declared.sort((a, b) => a.by.item.order - b.by.item.order);
  others.sort((a, b) => a.rank - b.rank || a.at - b.at);
  return new Map([...declared, ...others].map(({ attribute }) => [attribute.name, attribute]));
}

/** Every mention of every action: what rules take, then what actors, clauses and examples say. */
export function actionsAndActors(
  { live, records, imports: { documents } }: State,
  clauses: CollectedClauses,
): Pick<Analysis, "actions" | "actors"> {
  const actions: ActionTable = new Map();
  for (const item of live.items) {
    for (const { name, mention: at } of records.get(item)?.checked.taken ?? []) {
      mention(actions, name, at);
    }
  }
  const actors = [{ document: live, source: live.source }, ...documents].flatMap(
    ({ document, source }) => collectActors(document, source, actions),
  );
  mentionInClauses(clauses, actions);
  mentionExpected(live, live.source, actions);
  return { actions, actors };
}

/** Speaks of slips, each in its own document, whose fix reaches all uses there. */
export function reportSlips(
  { index, searchers }: State,
  reporterOf: (file: string) => Reporter,
): void {
  for (const { item, checked, file } of inOrder(
    [...searchers].filter(({ checked: found }) => found.slips.length > 0),
  )) {
    for (const slip of checked.slips) {
      const users = [...under(index.uses, slip.name), ...under(index.examples, slip.name)];
      const uses = users
        .filter((user) => user.file === file)
        .sort((a, b) => rankOf(a) - rankOf(b))
        .flatMap((user) =>
          (user.checked.references.get(slip.name) ?? []).map((span) =>
            moveSpan(span, user.item.start),
          ),
        );
      reportSlip({ ...slip, report: reporterOf(file).within(item.start) }, uses);
    }
  }
}

/** What governance and the comparison of rules read of the whole; all rules only where somebody asks for them. */
export function wholeAnalysis(
  state: State,
  rules: () => readonly RuleInformation[],
  {
    actions,
    actors,
    clauses,
  }: Pick<Analysis, "actions" | "actors"> & { clauses: CollectedClauses },
): Analysis {
  const { live, settings, attributes } = state;
  return {
    file: live.source.file,
    document: live,
    source: live.source,
    settings,
    imports: [],
    attributes: new Map(),
    locals: [],
    get rules() {
      return rules();
    },
    actions,
    actors,
    constraints: clauses.constraints,
    effects: clauses.effects,
    offsetMinutes: attributes.offsetMinutes,
    typeOf: () => null,
  };
}

/** What compares rules and constraints: their conditions were read when they were checked; answers are remembered. */
export function inspectAcross(
  state: State,
  analysis: Analysis,
  report: Reporter,
): { readonly inspection: Inspection; readonly steps: () => number } {
  const { answers, records, live } = state;
  let steps = 0;
  const read: Inspection["read"] = ({ item }) =>
    records.get(item)?.checked.reading ?? { holds: certain, fails: impossible, parts: 1 };
  const inspection: Inspection = {
    analysis,
    get rules() {
      return analysis.rules;
    },
    constraints: analysis.constraints,
    locals: [],
    report,
    reportIn: (item) => report.within(item.start),
    read,
    readings: {
      analysis,
      read,
      names: {
        localOf: () => null,
        changes: () => false,
        origin: () => null,
        holdsChanging: ({ start, end }) => {
          const record = recordHolding(state, live.source.file, start);
          return (
            record?.checked.changing.some((offset) => {
              const at = record.item.start + offset;
              return at >= start && at < end;
            }) === true
          );
        },
      },
    },
    canBe: (formulas) => {
      const effort: Effort = { left: effortFor(live.source.text.length).left };
      const before = effort.left;
      const answer = canBe(formulas, effort);
      steps += before - effort.left;
      return answer;
    },
    once: (first, second, ask) => {
      const known = answers.get(first) ?? new WeakMap();
      answers.set(first, known);
      const before = known.get(second);
      if (before !== undefined) {
        steps += before.steps;
        return before.answer;
      }
      const from = steps;
      const answer = ask();
      known.set(second, { answer, steps: steps - from });
      return answer;
    },
    takes: (action) => takesOf(state.rules, action),
    around: () => [],
  };
  return { inspection, steps: () => steps };
}

/** Reports the labelled rules that TRACE does not speak of, where it speaks of some. */
export function checkUntraced(
  { untraced, references, rules }: State,
  analysis: Analysis,
  report: Reporter,
): void {
  if (untraced.size === 0 || references.size === 0) return;
  if (rules.labels.size === untraced.size) {
    checkTraced(analysis, report);
    return;
  }
  const records = new Set<ItemRecord>();
  for (const label of untraced)
    for (const record of rules.labels.get(label) ?? []) records.add(record);
  const own = inOrder(records).flatMap(({ checked }) => checked.rules);
  checkTraced(analysis, report, own, true);
}
