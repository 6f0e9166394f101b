// From an edit to what it concerns: items that came and went, names that mean something else now, and who reads them.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { undeclaredAttribute } from "../diagnostics/om3-names.ts";
import { mayConfuse } from "../semantics/confusable-names.ts";
import { offsetOf, timeZoneName } from "../semantics/declarations.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { firstBinder, type Surroundings } from "./check-rules-again.ts";
import type { Finding } from "./finding.ts";
import { type ItemRecord, unchecked } from "./item-record.ts";
import type { LiveItem } from "./live-document.ts";
import { namesIn } from "./mentioned-names.ts";
import { enter, inOrder, type NameIndex, under, withdraw } from "./name-index.ts";
import { createOpenAttributes, settleAgain } from "./open-attributes.ts";
import { importsOf } from "./open-imports.ts";
import {
  type Affected,
  markItem,
  markLet,
  noteFindings,
  noteReferences,
  type State,
  withdrawChecked,
} from "./open-state.ts";

/** Takes leave of items that went and takes in those that came, imported ones included; gives the names they speak of. */
export function takeIn(
  state: State,
  affected: Affected,
  { keep: keepAll }: Surroundings,
): ReadonlySet<string> {
  const { records, index, gone, come } = state;
  const before = state.imports;
  exchangeImports(state);
  const { imports } = state;
  const touched = new Set<string>();
  const letNames = new Set<string>();
  const touch = (record: ItemRecord): void => {
    const { names, item } = record;
    if (item.body.kind === "attribute" && item.keyword === "CONTEXT") {
      touched.add(item.body.name.text);
    }
    if (item.keyword === "EXAMPLE") return;
    for (const name of names.all) touched.add(name);
    if (names.letName !== null) letNames.add(names.letName);
    for (const name of names.binds) {
      for (const step of under(index.examples, name)) affected.steps.add(step);
    }
  };
  for (const record of gone) {
    records.delete(record.item);
    withdraw(index, record);
    withdrawChecked(state, record, affected);
    state.notable.delete(record);
    state.failsafes.delete(record);
    state.foreign.delete(record);
    noteReferences(state, record, -1);
    for (const { items } of [...record.checked.semantic, ...record.checked.logic]) {
      for (const quoted of items) quoted?.quotedBy.delete(record);
    }
  }
  const fresh: ItemRecord[] = [];
  for (const item of come) {
    const origin = imports.origins.get(item) ?? null;
    const record: ItemRecord = {
      item,
      file: origin?.path ?? state.live.source.file,
      origin,
      names: namesIn(item.body),
      checked: unchecked,
      declared: [],
      settled: [],
      quotedBy: new Set(),
    };
    records.set(item, record);
    enter(index, record);
    if (item.body.kind === "failsafe" && item.keyword === "RULE") state.failsafes.add(record);
    if (!isProse(item) && mayConfuse([item.text])) state.foreign.add(record);
    noteReferences(state, record, 1);
    fresh.push(record);
  }
  if (imports !== before) imports.findings = keepAll(imports.diagnostics);
  for (const record of [...gone, ...fresh]) touch(record);
  const offset = offsetIn(index);
  if (offset !== state.attributes.offsetMinutes) {
    // Whatever reads a time may read another one now.
    Object.assign(state.attributes, { ...createOpenAttributes(), offsetMinutes: offset });
    for (const record of records.values()) {
      touch(record);
      Object.assign(record, { declared: [], settled: [] });
      noteFindings(state, record);
      markItem(state, record, affected);
    }
  }
  for (const record of gone) {
    for (const quoting of record.quotedBy) {
      if (records.get(quoting.item) === quoting) markItem(state, quoting, affected);
    }
    for (const name of record.names.sets) if (index.lets.has(name)) letNames.add(name);
  }
  for (const record of fresh) markItem(state, record, affected);
  for (const name of letNames) {
    affected.names.add(name);
    markLet(state, name, affected);
  }
  // Whether a LET name is read, and where, matters to the LET.
  for (const name of touched) {
    for (const record of under(index.lets, name)) {
      if (index.sets.has(name) || !isStillRead(record, name, index)) affected.dirty.add(record);
    }
  }
  for (const record of state.notable) {
    const { semantic, logic } = record.checked;
    if (semantic.some(isLoose) || logic.some(isLoose)) markItem(state, record, affected);
  }
  gone.clear();
  come.clear();
  return touched;
}

/** Puts the items of imported documents in the place of those before, where the document imports others now. */
function exchangeImports(state: State): void {
  const { imports: before, records, gone, come, live, load, settings } = state;
  state.imports = importsOf(live, before, load, settings);
  if (state.imports === before) return;
  for (const item of before.origins.keys()) {
    const record = records.get(item);
    if (record !== undefined) gone.add(record);
  }
  for (const { items } of state.imports.documents) for (const item of items) come.add(item);
}

/** Settles what the names mean now, and marks what reads those that mean something else. */
export function followNames(
  state: State,
  touched: ReadonlySet<string>,
  affected: Affected,
  { keep: keepAll, recordAt }: Surroundings,
): void {
  const { index, attributes, live } = state;
  const mark = (marked: Iterable<ItemRecord>): void => {
    for (const record of marked) markItem(state, record, affected);
  };
  const { changed, moved } = settleAgain(attributes, touched, {
    file: live.source.file,
    settings: state.settings,
    index,
    keep: keepAll,
    recordAt,
    noted: (record) => noteFindings(state, record),
  });
  for (const name of changed) {
    mark(under(index.speaks, name));
    for (const step of under(index.examples, name)) affected.steps.add(step);
  }
  for (const name of moved) {
    for (const record of under(index.speaks, name)) {
      if (record.checked.semantic.some(({ diagnostic }) => diagnostic.related.length > 0)) {
        markItem(state, record, affected);
      }
    }
  }
  // What an effect binds counts once what it changes is known.
  const rebound = new Set(touched);
  for (const name of changed) {
    for (const { item, names } of under(index.uses, name)) {
      if (item.body.kind === "effect") for (const bound of names.binds) rebound.add(bound);
    }
  }
  for (const name of rebound) {
    const binder = firstBinder(name, index, attributes);
    const binding = binder?.names.bindings.get(name);
    const isSet = index.sets.has(name);
    const key =
      binder === null || binding === undefined
        ? ""
        : `${binder.item.id} ${binding.span.start} ${binding.kind}`;
    const before = state.bindings.get(name);
    state.bindings.set(name, { key, isSet });
    if ((before?.key ?? "") !== key && attributes.known.get(name)?.declaredBy == null) {
      mark(under(index.uses, name));
      for (const step of under(index.examples, name)) affected.steps.add(step);
    }
    if ((before?.isSet ?? false) !== isSet) mark(under(index.binds, name));
  }
  const context = live.sections.find(({ keyword }) => keyword === "CONTEXT");
  const declareIn = context === undefined ? null : (context.items.at(-1) ?? "header");
  const isMoved = declareIn !== state.declareIn;
  state.declareIn = declareIn;
  for (const name of changed) affected.names.add(name);
  for (const record of affected.names.size > 0 ? state.searchers : []) {
    if (isSuggestedTo(record, affected.names)) markItem(state, record, affected);
  }
  const asksToDeclare = ({ diagnostic }: Finding): boolean =>
    diagnostic.code === undeclaredAttribute.code;
  for (const record of isMoved ? state.notable : []) {
    if (record.checked.semantic.some(asksToDeclare)) markItem(state, record, affected);
  }
}

/** Whether one of the names is near one that the item looked for: no other can be among its suggestions, or have been. */
function isSuggestedTo({ checked }: ItemRecord, names: ReadonlySet<string>): boolean {
  for (const searched of checked.searchedFor) {
    if (nearestNames(searched, names, 1).length > 0) return true;
  }
  return false;
}

/** Whether an item that stays reads what a LET binds. */
function isStillRead(record: ItemRecord, name: string, { speaks }: NameIndex): boolean {
  for (const { checked } of under(speaks, name)) {
    if (checked.letReads.some(({ item }) => item === record)) return true;
  }
  return false;
}

const isProse = ({ body }: LiveItem): boolean => body.kind === "prose" || body.kind === "labelled";

const isLoose = (finding: Finding): boolean => finding.isLoose;

const silent: Reporter = { file: "", base: 0, report() {}, within: () => silent };

/** The document's own offset, else the first that an imported one gives. */
function offsetIn(index: NameIndex): number | null {
  const seen = new Set<string>();
  for (const { file, item } of inOrder(under(index.declares, timeZoneName))) {
    if (seen.has(file) || item.body.kind !== "attribute") continue;
    seen.add(file);
    const offset = offsetOf(item.body, silent);
    if (offset !== null) return offset;
  }
  return null;
}
