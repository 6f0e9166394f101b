// Which items speak of a name, and how: where an edit of one item may matter, without a look at all of them.
import type { ItemRecord } from "./item-record.ts";

type ByName = Map<string, Set<ItemRecord>>;

export interface NameIndex {
  /** CONTEXT items that declare it. */
  readonly declares: ByName;
  /** Rules, constraints and effects that read it without binding it. */
  readonly uses: ByName;
  /** The same, and those that bind or change it. */
  readonly speaks: ByName;
  /** Those that bind it for a block or, by LET, for the rest of the document. */
  readonly binds: ByName;
  readonly sets: ByName;
  /** LET and SET items by the name that they are about. */
  readonly lets: ByName;
  /** Steps of examples that give it or expect it to be unknown. */
  readonly examples: ByName;
  /** Steps of examples that expect an action. */
  readonly expects: ByName;
  /** Those that ask whether the name was spoken of before, when they were checked last. */
  readonly asks: ByName;
}

export function createNameIndex(): NameIndex {
  return {
    declares: new Map(),
    uses: new Map(),
    speaks: new Map(),
    binds: new Map(),
    sets: new Map(),
    lets: new Map(),
    examples: new Map(),
    expects: new Map(),
    asks: new Map(),
  };
}

const nobody: ReadonlySet<ItemRecord> = new Set();

/** The items for a name; none where nothing speaks of it. */
export function under(entries: ByName, name: string): ReadonlySet<ItemRecord> {
  return entries.get(name) ?? nobody;
}

/** Puts an item in for its names. */
export function enter(index: NameIndex, record: ItemRecord): void {
  forEachEntry(index, record, add);
}

/** Takes it out again. */
export function withdraw(index: NameIndex, record: ItemRecord): void {
  forEachEntry(index, record, remove);
}

export function add(entries: ByName, name: string, record: ItemRecord): void {
  const known = entries.get(name);
  if (known === undefined) entries.set(name, new Set([record]));
  else known.add(record);
}

export function remove(entries: ByName, name: string, record: ItemRecord): void {
  const known = entries.get(name);
  known?.delete(record);
  if (known?.size === 0) entries.delete(name);
}

function forEachEntry(
  index: NameIndex,
  record: ItemRecord,
  visit: (entries: ByName, name: string, record: ItemRecord) => void,
): void {
  const { names, item } = record;
  const { body } = item;
  if (body.kind === "attribute") {
    if (item.keyword === "CONTEXT") visit(index.declares, body.name.text, record);
    return;
  }
  if (body.kind === "given" || body.kind === "expect") {
    for (const name of names.uses) visit(index.examples, name, record);
    for (const name of names.actions) visit(index.expects, name, record);
    return;
  }
  for (const name of names.uses) visit(index.uses, name, record);
  for (const name of names.all) visit(index.speaks, name, record);
  for (const name of names.binds) visit(index.binds, name, record);
  for (const name of names.sets) visit(index.sets, name, record);
  if (names.letName !== null) visit(index.lets, names.letName, record);
}

/** The items in order of the document. */
export function inOrder(records: Iterable<ItemRecord>): ItemRecord[] {
  return [...records].sort((first, second) => first.item.order - second.item.order);
}

/** The item that stands first. */
export function firstOf(records: Iterable<ItemRecord>): ItemRecord | null {
  let first: ItemRecord | null = null;
  for (const record of records) {
    if (first === null || record.item.order < first.item.order) first = record;
  }
  return first;
}
