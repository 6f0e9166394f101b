// The rules of an open document by what they take and say, in order, kept up to date item by item: what compares rules
// looks at those that have something in common, and only when one of them has changed.
import type { ActionMention } from "../semantics/analysis.ts";
import type { Firing } from "../semantics/checks/firings.ts";
import type { Inspection } from "../semantics/checks/inspection.ts";
import {
  isShadowedBy,
  mostCompared,
  type RepetitionMemory,
  type Shadow,
  textWithoutLabel,
} from "../semantics/checks/repeated-rules.ts";
import type { Checked, ItemRecord } from "./item-record.ts";

export interface RuleIndex {
  /** Firings by the keys of their actions, in order; one that has a key twice stands there twice. */
  readonly byKey: Map<string, readonly Firing[]>;
  /** Firings by the names of their actions, in order. */
  readonly byAction: Map<string, readonly Firing[]>;
  /** Items by the actions that rules or FAILSAFE take in them, in order. */
  readonly takers: Map<string, readonly ItemRecord[]>;
  /** The items with a label, once for each rule that has it; those that look like the position of a rule. */
  readonly labels: Map<string, readonly ItemRecord[]>;
  readonly repeatedLabels: Set<string>;
  readonly strangeLabels: Set<string>;
  /** How many rules outside blocks say the same, by what they say; what is said more than once. */
  readonly texts: Map<string, number>;
  readonly repeatedTexts: Set<string>;
  /** Items with rules in blocks that say the same. */
  readonly repetitive: Set<ItemRecord>;
  /** By key, its first firings when shadows were looked for. */
  readonly heads: Map<string, readonly Firing[]>;
  readonly shadows: Map<Firing, Shadow>;
  /** What it took to find them. */
  readonly shadowSteps: Map<Firing, number>;
  /** Keys of firings that came or went since, with those that came. */
  readonly changedKeys: Map<string, readonly Firing[]>;
  steps: number;
}

export function createRuleIndex(): RuleIndex {
  return {
    byKey: new Map(),
    byAction: new Map(),
    takers: new Map(),
    labels: new Map(),
    repeatedLabels: new Set(),
    strangeLabels: new Set(),
    texts: new Map(),
    repeatedTexts: new Set(),
    repetitive: new Set(),
    heads: new Map(),
    shadows: new Map(),
    shadowSteps: new Map(),
    changedKeys: new Map(),
    steps: 0,
  };
}

/** Puts in what a check of the item came to. */
export function enterRules(
  index: RuleIndex,
  record: ItemRecord,
  checked: Checked,
  { texts }: RepetitionMemory,
): void {
  const { start } = record.item;
  for (const [key, own] of byKeys(checked.firings)) {
    insert(index.byKey, key, own, start, startOfFiring);
    const others = index.changedKeys.get(key) ?? [];
    index.changedKeys.set(key, [...others, ...own]);
  }
  for (const [name, own] of byNames(checked.firings)) {
    insert(index.byAction, name, own, start, startOfFiring);
  }
  for (const name of new Set(checked.taken.map((each) => each.name))) {
    insert(index.takers, name, [record], start, startOfRecord);
  }
  const inBlocks = new Set<string>();
  let nested = 0;
  for (const { rule, parent } of checked.rules) {
    if (!("label" in rule)) continue;
    if (rule.label !== null) {
      const { text: label } = rule.label;
      insert(index.labels, label, [record], start, startOfRecord);
      noteLabel(index, label);
    }
    const text = textWithoutLabel(rule, texts);
    if (parent === null) countText(index, text, 1);
    else {
      nested++;
      inBlocks.add(text);
    }
  }
  if (inBlocks.size < nested) index.repetitive.add(record);
}

/** Takes out what was put in for the item. */
export function withdrawRules(
  index: RuleIndex,
  record: ItemRecord,
  checked: Checked,
  { texts }: RepetitionMemory,
): void {
  for (const [key, own] of byKeys(checked.firings)) {
    takeOut(index.byKey, key, own);
    if (!index.changedKeys.has(key)) index.changedKeys.set(key, []);
  }
  for (const [name, own] of byNames(checked.firings)) takeOut(index.byAction, name, own);
  for (const name of new Set(checked.taken.map((each) => each.name))) {
    takeOut(index.takers, name, [record]);
  }
  for (const firing of checked.firings) forgetShadow(index, firing);
  for (const { rule, parent } of checked.rules) {
    if (!("label" in rule)) continue;
    if (rule.label !== null) {
      takeOut(index.labels, rule.label.text, [record]);
      noteLabel(index, rule.label.text);
    }
    if (parent === null) countText(index, textWithoutLabel(rule, texts), -1);
  }
  index.repetitive.delete(record);
}

/** The mentions of an action by rules and FAILSAFE, in order. */
export function takesOf({ takers }: RuleIndex, name: string): readonly ActionMention[] {
  return (takers.get(name) ?? []).flatMap(({ checked }) =>
    checked.taken.filter((each) => each.name === name).map(({ mention }) => mention),
  );
}

/** The firings that have wider ones, brought up to date, in order. */
export function shadowsIn(
  index: RuleIndex,
  inspection: Inspection,
  stepsNow: () => number,
): Shadow[] {
  for (const [key, come] of index.changedKeys) {
    const all = index.byKey.get(key) ?? [];
    const head = all.slice(0, mostCompared);
    const before = index.heads.get(key) ?? [];
    const isSame = head.length === before.length && head.every((each, at) => each === before[at]);
    if (all.length === 0) index.heads.delete(key);
    else index.heads.set(key, head);
    for (const firing of isSame ? come : all) {
      // One that came may be gone again.
      if (firing.keys[0] !== key || (isSame && !all.includes(firing))) continue;
      forgetShadow(index, firing);
      const from = stepsNow();
      const wider = head.filter((other) => isShadowedBy(firing, other, inspection));
      const steps = stepsNow() - from;
      index.shadowSteps.set(firing, steps);
      index.steps += steps;
      if (wider.length > 0) index.shadows.set(firing, { firing, wider });
    }
  }
  index.changedKeys.clear();
  return [...index.shadows.values()].sort(
    ({ firing: first }, { firing: second }) => first.rule.span.start - second.rule.span.start,
  );
}

function forgetShadow(index: RuleIndex, firing: Firing): void {
  index.shadows.delete(firing);
  index.steps -= index.shadowSteps.get(firing) ?? 0;
  index.shadowSteps.delete(firing);
}

// ---- lists in order ----------------------------------------------------------------------------------------------

function byKeys(firings: readonly Firing[]): ReadonlyMap<string, readonly Firing[]> {
  const lists = new Map<string, Firing[]>();
  for (const firing of firings) {
    for (const key of firing.keys) push(lists, key, firing);
  }
  return lists;
}

function byNames(firings: readonly Firing[]): ReadonlyMap<string, readonly Firing[]> {
  const lists = new Map<string, Firing[]>();
  for (const firing of firings) {
    for (const name of new Set(firing.actions.map((action) => action.name.text))) {
      push(lists, name, firing);
    }
  }
  return lists;
}

function push<T>(lists: Map<string, T[]>, name: string, entry: T): void {
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [entry]);
  else known.push(entry);
}

const startOfFiring = ({ rule }: Firing): number => rule.item.start;
const startOfRecord = ({ item }: ItemRecord): number => item.start;

/** Puts the entries of the item at `start` into a list, before those of later items. */
function insert<T>(
  lists: Map<string, readonly T[]>,
  name: string,
  entries: readonly T[],
  start: number,
  startOf: (entry: T) => number,
): void {
  const known = lists.get(name) ?? [];
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = known[middle];
    if (entry !== undefined && startOf(entry) < start) low = middle + 1;
    else high = middle;
  }
  lists.set(name, [...known.slice(0, low), ...entries, ...known.slice(low)]);
}

/** Takes out what was put in for one item, which stands together. */
function takeOut<T>(lists: Map<string, readonly T[]>, name: string, entries: readonly T[]): void {
  const known = lists.get(name);
  const [first] = entries;
  const at = known === undefined || first === undefined ? -1 : known.indexOf(first);
  if (known === undefined || at < 0) return;
  const left = [...known.slice(0, at), ...known.slice(at + entries.length)];
  if (left.length === 0) lists.delete(name);
  else lists.set(name, left);
}

// ---- what occurs more than once ----------------------------------------------------------------------------------

/** What rules without label may be called. */
const looksLikePosition = /^R\d|^failsafe$/;

function noteLabel(index: RuleIndex, label: string): void {
  const now = index.labels.get(label)?.length ?? 0;
  keepIf(now > 1, index.repeatedLabels, label);
  keepIf(now > 0 && looksLikePosition.test(label), index.strangeLabels, label);
}

function countText(index: RuleIndex, text: string, by: number): void {
  keepIf(tally(index.texts, text, by) > 1, index.repeatedTexts, text);
}

function tally(counts: Map<string, number>, name: string, by: number): number {
  const now = (counts.get(name) ?? 0) + by;
  if (now === 0) counts.delete(name);
  else counts.set(name, now);
  return now;
}

function keepIf(isKept: boolean, names: Set<string>, name: string): void {
  if (isKept) names.add(name);
  else names.delete(name);
}
