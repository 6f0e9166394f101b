// What is kept of an open document from one check to the next, and what an edit makes look at again.
import { isRule } from "../semantics/check-rules.ts";
import type { RepetitionMemory } from "../semantics/checks/repeated-rules.ts";
import type { Load } from "../semantics/imports.ts";
import type { Settings } from "../semantics/settings.ts";
import type { Item } from "../syntax/tree.ts";
import type { ItemRecord } from "./item-record.ts";
import type { LiveDocument, LiveItem } from "./live-document.ts";
import { createNameIndex, type NameIndex, remove, under } from "./name-index.ts";
import { createOpenAttributes, type OpenAttributes } from "./open-attributes.ts";
import { noImports, type OpenImports } from "./open-imports.ts";
import { createRuleIndex, enterRules, type RuleIndex, withdrawRules } from "./rule-index.ts";

/** What is kept from one check to the next. */
export interface State {
  readonly live: LiveDocument;
  readonly settings: Settings;
  readonly today: string | null;
  readonly load: Load;
  imports: OpenImports;
  readonly records: Map<Item, ItemRecord>;
  readonly index: NameIndex;
  readonly attributes: OpenAttributes;
  /** What was last known of the names that blocks bind. */
  readonly bindings: Map<string, { readonly key: string; readonly isSet: boolean }>;
  readonly memory: RepetitionMemory;
  readonly rules: RuleIndex;
  /** Items in which something was found, those that looked for near names, and those with FAILSAFE. */
  readonly notable: Set<ItemRecord>;
  readonly searchers: Set<ItemRecord>;
  readonly failsafes: Set<ItemRecord>;
  /** Items with characters beyond ASCII where names may stand. */
  readonly foreign: Set<ItemRecord>;
  /** How many references of TRACE have a name. */
  readonly references: Map<string, number>;
  /** Labels that TRACE does not speak of, and what it speaks of that is no label. */
  readonly untraced: Set<string>;
  readonly unresolved: Set<string>;
  /** What all checks took together. */
  readonly totals: {
    steps: number;
    comparisons: number;
    /** Searches of rules and constraints among what is declared and bound, of effects and examples among all there is. */
    searches: number;
    searchesInEffects: number;
    searchesInExamples: number;
  };
  readonly answers: WeakMap<
    object,
    WeakMap<object, { readonly answer: boolean; readonly steps: number }>
  >;
  /** Items that came and went since the last check. */
  readonly come: Set<LiveItem>;
  readonly gone: Set<ItemRecord>;
  taken: ReadonlySet<string>;
  constraintIds: string;
  /** The last item of CONTEXT or its header, behind which a declaration would be added; null without CONTEXT. */
  declareIn: LiveItem | "header" | null;
}

export function emptyState(
  live: LiveDocument,
  settings: Settings,
  today: string | null,
  load: Load,
): State {
  return {
    live,
    settings,
    today,
    load,
    imports: noImports,
    records: new Map(),
    index: createNameIndex(),
    attributes: createOpenAttributes(),
    bindings: new Map(),
    memory: { texts: new WeakMap() },
    rules: createRuleIndex(),
    notable: new Set(),
    searchers: new Set(),
    failsafes: new Set(),
    foreign: new Set(),
    references: new Map(),
    untraced: new Set(),
    unresolved: new Set(),
    totals: { steps: 0, comparisons: 0, searches: 0, searchesInEffects: 0, searchesInExamples: 0 },
    answers: new WeakMap(),
    come: new Set(live.items),
    gone: new Set(),
    taken: new Set(),
    constraintIds: "",
    declareIn: null,
  };
}

/** What an edit makes look at again. */
export interface Affected {
  /** Rules, constraints and effects to check. */
  readonly dirty: Set<ItemRecord>;
  /** Those of them of which something may be different, not only whether others read them. */
  readonly marked: Set<ItemRecord>;
  /** Steps of examples to check. */
  readonly steps: Set<ItemRecord>;
  /** LET names whose readers were marked. */
  readonly lets: Set<string>;
  /** Names that were asked about in what is checked again. */
  readonly asked: Set<string>;
  /** Names that came, went or mean something else. */
  readonly names: Set<string>;
}

export function nothingAffected(): Affected {
  return {
    dirty: new Set(),
    marked: new Set(),
    steps: new Set(),
    lets: new Set(),
    asked: new Set(),
    names: new Set(),
  };
}

/** The item that an offset of the document, or of an imported one, lies in. */
export function recordHolding(
  { live, imports, records }: State,
  file: string,
  offset: number,
): ItemRecord | null {
  const { items = [] } = file === live.source.file ? live : (imports.byPath.get(file) ?? {});
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item === undefined || offset < item.start || offset > item.end
    ? null
    : (records.get(item) ?? null);
}

/** Marks an item, and what reads the LET names that it is about. */
export function markItem(state: State, record: ItemRecord, affected: Affected): void {
  const { body, keyword } = record.item;
  if (keyword === "EXAMPLE") affected.steps.add(record);
  if (!isRule(body) && body.kind !== "formal-constraint" && body.kind !== "effect") return;
  if (affected.marked.has(record)) return;
  affected.marked.add(record);
  affected.dirty.add(record);
  const { letName, sets } = record.names;
  if (letName !== null) markLet(state, letName, affected);
  for (const name of sets) if (state.index.lets.has(name)) markLet(state, name, affected);
}

/** Marks what speaks of a LET name. */
export function markLet(state: State, name: string, affected: Affected): void {
  if (affected.lets.has(name)) return;
  affected.lets.add(name);
  for (const record of under(state.index.speaks, name)) markItem(state, record, affected);
  for (const record of under(state.index.lets, name)) markItem(state, record, affected);
}

/** Counts what a TRACE entry is tied to. */
export function noteReferences(state: State, { item }: ItemRecord, by: number): void {
  if (item.keyword !== "TRACE" || item.body.kind !== "labelled") return;
  for (const { text } of item.body.references) {
    const now = (state.references.get(text) ?? 0) + by;
    if (now === 0) state.references.delete(text);
    else state.references.set(text, now);
    noteTrace(state, text);
  }
}

function noteTrace({ references, rules, untraced, unresolved }: State, name: string): void {
  const isLabel = rules.labels.has(name);
  const isTraced = references.has(name);
  if (isLabel && !isTraced) untraced.add(name);
  else untraced.delete(name);
  if (isTraced && !isLabel) unresolved.add(name);
  else unresolved.delete(name);
}

/** Keeps what was found in an item among what there is to say. */
export function noteFindings({ notable }: State, record: ItemRecord): void {
  const { declared, settled, checked } = record;
  const all = [declared, settled, checked.semantic, checked.logic];
  if (all.some(({ length }) => length > 0)) notable.add(record);
  else notable.delete(record);
}

/** Takes out what a check of the item came to, before it is checked again or gone. */
export function withdrawChecked(state: State, record: ItemRecord, affected: Affected): void {
  const { checked } = record;
  for (const name of checked.asked) {
    affected.asked.add(name);
    remove(state.index.asks, name, record);
  }
  withdrawRules(state.rules, record, checked, state.memory);
  noteChecked(state, record, -1);
  state.searchers.delete(record);
}

/** Puts in what a check of the item came to. */
export function enterChecked(state: State, record: ItemRecord, affected: Affected): void {
  const { checked } = record;
  for (const name of checked.asked) affected.asked.add(name);
  enterRules(state.rules, record, checked, state.memory);
  noteChecked(state, record, 1);
  if (checked.searches > 0) state.searchers.add(record);
  noteFindings(state, record);
}

function noteChecked(state: State, { item, checked }: ItemRecord, by: number): void {
  const { totals } = state;
  totals.steps += by * checked.steps;
  totals.comparisons += by * checked.comparisons;
  if (item.keyword === "EXAMPLE") totals.searchesInExamples += by * checked.searches;
  else if (item.body.kind === "effect") totals.searchesInEffects += by * checked.searches;
  else totals.searches += by * checked.searches;
  for (const { rule } of checked.rules) {
    if ("label" in rule && rule.label !== null) noteTrace(state, rule.label.text);
  }
}
