// The attributes of an open document: what CONTEXT declares, and what inference makes of the rest, component by
// component. A component is the names that some items connect; types in one say nothing of those in another.
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.ts";
import type { Attribute, Place } from "../semantics/analysis.ts";
import { settleAttribute } from "../semantics/attributes.ts";
import { declareAttribute, offsetOf } from "../semantics/declarations.ts";
import { inferEffectOf, startInference } from "../semantics/infer-policy.ts";
import { inferItem } from "../semantics/infer-rules.ts";
import { openScope } from "../semantics/scope.ts";
import type { Settings } from "../semantics/settings.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { mostSettledParts, resolve, type Term } from "../semantics/terms.ts";
import { moveSpan, type Span } from "../source/span.ts";
import type { Finding } from "./finding.ts";
import type { ItemRecord } from "./item-record.ts";
import { firstOf, inOrder, type NameIndex, under } from "./name-index.ts";

/** A place in an item, wherever that goes. */
interface ItemPlace {
  readonly record: ItemRecord;
  readonly span: Span;
}

/** An attribute as it was settled last; places in it are those of that time. */
interface KnownAttribute {
  readonly attribute: Attribute;
  readonly declaredBy: ItemRecord | null;
  readonly evidence: ItemPlace | null;
  readonly firstUse: ItemPlace | null;
  /** Equal for attributes that mean the same to whoever reads them. */
  readonly key: string;
  /** How many parts its type was settled from. */
  readonly parts: number;
  readonly component: Component | null;
}

interface Component {
  readonly names: ReadonlySet<string>;
  /** Conflicts of units in it. */
  readonly findings: readonly Finding[];
}

export interface OpenAttributes {
  readonly known: Map<string, KnownAttribute>;
  /** With a conflict of units. */
  readonly conflicted: Set<Component>;
  /** LET names whose value is of a type that no use adds anything to, with their LET. */
  readonly constants: Map<string, ItemRecord>;
  /** Names that are declared more than once. */
  readonly repeated: Set<string>;
  offsetMinutes: number | null;
  /** Of all types together. */
  parts: number;
}

export function createOpenAttributes(): OpenAttributes {
  return {
    known: new Map(),
    conflicted: new Set(),
    constants: new Map(),
    repeated: new Set(),
    offsetMinutes: null,
    parts: 0,
  };
}

/** What the settling of attributes needs to know and to tell. */
export interface Settling {
  readonly file: string;
  readonly settings: Settings;
  readonly index: NameIndex;
  readonly keep: (diagnostics: readonly Diagnostic[]) => readonly Finding[];
  readonly recordAt: (file: string, offset: number) => ItemRecord | null;
  /** Told of each item that something is found in, or nothing any more. */
  readonly noted: (record: ItemRecord) => void;
}

const silent: Reporter = { file: "", base: 0, report() {}, within: () => silent };

/** Names that mean something else now, and names whose unit comes from somewhere else now. */
export interface ChangedAttributes {
  readonly changed: Set<string>;
  readonly moved: Set<string>;
}

/** Settles again the attributes that these names are connected with. */
export function settleAgain(
  attributes: OpenAttributes,
  touched: ReadonlySet<string>,
  settling: Settling,
): ChangedAttributes {
  const { index } = settling;
  const news: ChangedAttributes = {
    changed: new Set(),
    moved: new Set(),
  };
  const seeds = new Set<string>(touched);
  const redeclared = new Set<string>();
  for (const name of touched) {
    const before = attributes.known.get(name);
    const declarations = under(index.declares, name);
    if (declarations.size > 1) attributes.repeated.add(name);
    else attributes.repeated.delete(name);
    const declaredBy = firstOf(declarations);
    if ((before?.declaredBy ?? null) === declaredBy) continue;
    redeclared.add(name);
    // Whether a name is open decides what it connects.
    for (const record of under(index.uses, name))
      for (const use of record.names.uses) seeds.add(use);
    if (before !== undefined) forget(attributes, name, before);
    if (before?.declaredBy != null) {
      Object.assign(before.declaredBy, { declared: [], settled: [] });
      settling.noted(before.declaredBy);
    }
    const made = declaredBy === null ? null : declare(declaredBy, attributes, settling);
    if (made !== null) attributes.known.set(name, made);
    if (made?.key !== before?.key) {
      news.changed.add(name);
    }
  }
  settleConstants(attributes, touched, redeclared, seeds, index);
  const done = new Set<string>();
  for (const seed of seeds) {
    if (done.has(seed) || !isOpen(attributes, seed)) continue;
    const names = new Set<string>();
    const records = connected(seed, names, attributes, index);
    for (const name of names) done.add(name);
    inferComponent(names, records, attributes, settling, news);
  }
  return news;
}

/** The attribute with places where they are now, and no references. */
export function attributeNow(attributes: OpenAttributes, name: string): Attribute | undefined {
  const known = attributes.known.get(name);
  if (known === undefined) return undefined;
  const { attribute, evidence, firstUse } = known;
  const { declaration } = attribute;
  return {
    ...attribute,
    declaration:
      declaration === null
        ? null
        : {
            ...declaration,
            nameSpan: moveSpan(declaration.body.name.span, declaration.item.start),
            valueSpan: moveSpan(declaration.body.value.span, declaration.item.start),
          },
    evidence:
      evidence === null || attribute.evidence === null
        ? null
        : { ...attribute.evidence, span: spanNow(evidence) },
    firstUse:
      firstUse === null || attribute.firstUse === null
        ? null
        : { ...attribute.firstUse, span: spanNow(firstUse) },
    references: [],
  };
}

function spanNow({ record, span }: ItemPlace): Span {
  return moveSpan(span, record.item.start);
}

// ---- declarations ------------------------------------------------------------------------------------------------

function declare(
  record: ItemRecord,
  attributes: OpenAttributes,
  settling: Settling,
): KnownAttribute | null {
  const { item, file, origin } = record;
  const { body } = item;
  if (body.kind !== "attribute") return null;
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(file, diagnostics, settling.settings);
  const source = { file, text: "", lineStarts: [0] };
  // What declaring an imported one finds was found when it was loaded.
  const declaring = origin === null ? report.within(item.start) : silent;
  const attribute = declareAttribute(item, body, source, origin !== null, declaring);
  offsetOf(body, declaring);
  let parts = 0;
  if (isClosed(attribute.term)) {
    parts = settleOne(attribute, attributes, settling, () => report);
  }
  record.declared = settling.keep(diagnostics);
  settling.noted(record);
  attributes.parts += parts;
  return {
    attribute,
    declaredBy: record,
    evidence: null,
    firstUse: null,
    key: keyOf(attribute),
    parts,
    component: null,
  };
}

function settleOne(
  attribute: Attribute,
  { offsetMinutes }: OpenAttributes,
  { settings }: Settling,
  reporterOf: (file: string) => Reporter,
): number {
  const effort = { left: mostSettledParts };
  settleAttribute(attribute, offsetMinutes, effort, settings, reporterOf);
  return mostSettledParts - effort.left;
}

function forget(attributes: OpenAttributes, name: string, known: KnownAttribute): void {
  attributes.known.delete(name);
  attributes.parts -= known.parts;
  if (known.component !== null) attributes.conflicted.delete(known.component);
}

/** True of a term that no use adds anything to, and that adds nothing but itself. */
function isClosed(term: Term): boolean {
  switch (term.kind) {
    case "boolean":
    case "time":
    case "text":
      return true;
    case "number":
      return term.unit.fixed;
    default:
      return false;
  }
}

/** Settles again which of the names, and of the LETs whose values read a redeclared one, are constants. */
function settleConstants(
  attributes: OpenAttributes,
  touched: ReadonlySet<string>,
  redeclared: ReadonlySet<string>,
  seeds: Set<string>,
  index: NameIndex,
): void {
  const valued = new Set<string>();
  for (const name of redeclared) {
    for (const { item } of under(index.uses, name)) {
      if (item.body.kind === "let") valued.add(item.body.name.text);
    }
  }
  for (const name of new Set([...touched, ...valued])) {
    const before = attributes.constants.get(name);
    const now = constantLet(name, attributes, index);
    if (before === now && !valued.has(name)) continue;
    if (now === undefined) attributes.constants.delete(name);
    else attributes.constants.set(name, now);
    seeds.add(name);
    for (const record of under(index.uses, name))
      for (const use of record.names.uses) seeds.add(use);
  }
}

/** The LET of a name that stands for one thing wherever it is read; undefined for any other name. */
function constantLet(
  name: string,
  attributes: OpenAttributes,
  { lets, sets, uses }: NameIndex,
): ItemRecord | undefined {
  const [record, other] = under(lets, name);
  if (record === undefined || other !== undefined || sets.has(name)) return undefined;
  const { body } = record.item;
  if (body.kind !== "let" || record.names.uses.has(name)) return undefined;
  const values = new Map<string, Attribute>();
  for (const use of record.names.uses) {
    const attribute = attributes.known.get(use)?.attribute;
    if (attribute === undefined || attributes.constants.has(use) || isOpen(attributes, use)) {
      return undefined;
    }
    values.set(use, attribute);
  }
  for (const reader of under(uses, name)) {
    if (reader.item.keyword !== "RULE" || reader.item.order < record.item.order) return undefined;
  }
  const inference = startInference(values, () => silent);
  const walk = inference.walk("", 0, openScope());
  inferItem(body, walk);
  const term = walk.scope.names.get(name);
  return term !== undefined && isClosed(resolve(term)) ? record : undefined;
}

function isOpen({ known, constants }: OpenAttributes, name: string): boolean {
  if (constants.has(name)) return false;
  const attribute = known.get(name);
  return attribute?.declaredBy == null || !isClosed(attribute.attribute.term);
}

// ---- components --------------------------------------------------------------------------------------------------

/** The items that a name is connected with, and, in `names`, the open names in them. */
function connected(
  seed: string,
  names: Set<string>,
  attributes: OpenAttributes,
  { uses, lets }: NameIndex,
): ReadonlySet<ItemRecord> {
  const records = new Set<ItemRecord>();
  const pending = [seed];
  names.add(seed);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const record of [...under(uses, name), ...under(lets, name)]) {
      if (records.has(record)) continue;
      records.add(record);
      const { letName } = record.names;
      for (const other of letName === null ? record.names.uses : [...record.names.uses, letName]) {
        if (names.has(other) || !isOpen(attributes, other)) continue;
        names.add(other);
        pending.push(other);
      }
    }
  }
  return records;
}

function inferComponent(
  names: ReadonlySet<string>,
  records: ReadonlySet<ItemRecord>,
  attributes: OpenAttributes,
  settling: Settling,
  news: ChangedAttributes,
): void {
  const { file, settings } = settling;
  const conflicts: Diagnostic[] = [];
  const own = new Map<string, Attribute>();
  for (const record of [...records, ...constantsIn(records, attributes)]) {
    for (const name of record.names.uses) {
      const known = attributes.known.get(name);
      if (known?.declaredBy == null || own.has(name)) continue;
      own.set(name, names.has(name) ? freshly(known.declaredBy, known.attribute) : known.attribute);
    }
  }
  for (const name of names) {
    const known = attributes.known.get(name);
    if (known?.declaredBy != null && !own.has(name)) {
      own.set(name, freshly(known.declaredBy, known.attribute));
    }
  }
  const inference = startInference(own, (at) => settledReporter(at, conflicts, settings));
  const rules = inference.walk(file, 0, openScope());
  const ordered = inOrder(new Set([...records, ...constantsIn(records, attributes)]));
  for (const { item } of ordered) {
    if (item.keyword !== "RULE") continue;
    rules.base = item.start;
    inferItem(item.body, rules);
  }
  for (const { item, file: at } of ordered) {
    if (item.body.kind !== "formal-constraint") continue;
    inferItem(item.body, inference.walk(at, item.start, openScope()));
  }
  for (const { item, file: at } of ordered) {
    if (item.body.kind === "effect") inferEffectOf(item.body, item.start, at, inference);
  }
  inference.settle();
  const component: Component = { names, findings: settling.keep(conflicts) };
  if (component.findings.length > 0) attributes.conflicted.add(component);
  for (const name of names) {
    const before = attributes.known.get(name);
    if (before !== undefined) forget(attributes, name, before);
    const attribute = own.get(name);
    if (attribute === undefined) {
      if (before !== undefined) news.changed.add(name);
      continue;
    }
    const found: Diagnostic[] = [];
    const parts = settleOne(attribute, attributes, settling, (at) =>
      settledReporter(at, found, settings),
    );
    const declaredBy = before?.declaredBy ?? null;
    if (declaredBy !== null) {
      declaredBy.settled = settling.keep(found);
      settling.noted(declaredBy);
    }
    const made: KnownAttribute = {
      attribute,
      declaredBy,
      evidence: placeIn(attribute.evidence, settling),
      firstUse: placeIn(attribute.firstUse, settling),
      key: keyOf(attribute),
      parts,
      component,
    };
    attributes.parts += parts;
    attributes.known.set(name, made);
    if (made.key !== before?.key) {
      news.changed.add(name);
    } else if (!isSamePlace(made.evidence, before.evidence)) news.moved.add(name);
  }
}

/** The LETs of the constants that items read. */
function* constantsIn(
  records: Iterable<ItemRecord>,
  { constants }: OpenAttributes,
): Iterable<ItemRecord> {
  if (constants.size === 0) return;
  for (const { names } of records) {
    for (const name of names.uses) {
      const constant = constants.get(name);
      if (constant !== undefined) yield constant;
    }
  }
}

/** The declaration again, with a term that no use has touched yet. */
function freshly({ item, file, origin }: ItemRecord, known: Attribute): Attribute {
  const { body } = item;
  if (body.kind !== "attribute") return known;
  const source = { file, text: "", lineStarts: [0] };
  return declareAttribute(item, body, source, origin !== null, silent);
}

function placeIn(place: Place | null, { recordAt }: Settling): ItemPlace | null {
  const record = place === null ? null : recordAt(place.file, place.span.start);
  return place === null || record === null
    ? null
    : { record, span: moveSpan(place.span, -record.item.start) };
}

function isSamePlace(one: ItemPlace | null, other: ItemPlace | null): boolean {
  return (
    one?.record === other?.record &&
    one?.span.start === other?.span.start &&
    one?.span.end === other?.span.end
  );
}

function keyOf({ declaration, evidence, type }: Attribute): string {
  const { optional = false, freshMilliseconds = null, prose = null } = declaration ?? {};
  const said = [declaration !== null, optional, freshMilliseconds, prose, evidence !== null, type];
  return JSON.stringify(said, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part));
}
