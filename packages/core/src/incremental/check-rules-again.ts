// Checks rules of an open document again, together with the LETs and SETs that their names need. What is found is kept for as
// long as nothing it rests on changes.
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.ts";
import { createReporter } from "../diagnostics/diagnostic.ts";
import type {
  ActionMention,
  Analysis,
  Attribute,
  ConstraintInformation,
  Local,
  Place,
  RuleInformation,
} from "../semantics/analysis.ts";
import { checkByThemselves } from "../semantics/check-analysis.ts";
import { checkRuleItem } from "../semantics/check-rules.ts";
import type { PolicyFacts } from "../semantics/checking.ts";
import { firingsOf } from "../semantics/checks/firings.ts";
import type { Effort } from "../semantics/checks/formula.ts";
import { type Inspection, startInspection } from "../semantics/checks/inspection.ts";
import { closeScope } from "../semantics/lower-rule.ts";
import { openScope } from "../semantics/scope.ts";
import type { Settings } from "../semantics/settings.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { nearestNames } from "../source/edit-distance.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan, type Span } from "../source/span.ts";
import type { Document, Name, Rule } from "../syntax/tree.ts";
import type { Finding } from "./finding.ts";
import { type Checked, type ItemRecord, unchecked } from "./item-record.ts";
import type { LiveItem } from "./live-document.ts";
import { add, inOrder, type NameIndex, under } from "./name-index.ts";
import { attributeNow, type OpenAttributes } from "./open-attributes.ts";

/** What items are checked against. */
export interface Surroundings {
  readonly document: Document;
  readonly source: SourceText;
  readonly settings: Settings;
  readonly index: NameIndex;
  readonly attributes: OpenAttributes;
  readonly declareAt: number | null;
  readonly declaredNames: () => readonly string[];
  /** Whether one that is checked earlier in the document asks about the name, too. */
  readonly isSpokenOf: (name: string, by: ItemRecord) => boolean;
  /** The item that an offset of the document, or of an imported one, lies in. */
  readonly recordAt: (file: string, offset: number) => ItemRecord | null;
  readonly keep: (diagnostics: readonly Diagnostic[]) => readonly Finding[];
}

/** More names than one item binds. */
const slotsOfItem = 2 ** 20;
/** More steps than checking one document may take. */
export const muchEffort = 2 ** 30;

/** A rule that knows where it stands whenever it is asked. */
function liveInformation(
  rule: Rule,
  position: string,
  parent: RuleInformation | null,
  item: LiveItem,
): RuleInformation {
  const dot = position.indexOf(".");
  const suffix = dot < 0 ? "" : position.slice(dot);
  const label = "label" in rule ? rule.label : null;
  const name = label?.text ?? (rule.kind === "failsafe" ? "failsafe" : null);
  let known = 0;
  let written = "";
  const positionNow = (): string => {
    if (known !== item.position) {
      known = item.position;
      written = `R${known}${suffix}`;
    }
    return written;
  };
  return {
    rule,
    item,
    parent,
    line: 0,
    moment: item.id * slotsOfItem + rule.span.start,
    get position() {
      return positionNow();
    },
    get id() {
      return name ?? positionNow();
    },
    get span() {
      return moveSpan(rule.span, item.start);
    },
  };
}

/** Where a rule takes an action, wherever it stands when it is asked. It must hold nothing of the check that made it. */
function liveMention(
  { span }: Name,
  rule: RuleInformation,
  item: LiveItem,
  file: string,
): ActionMention {
  return {
    file,
    role: "taken",
    get by() {
      return rule.id;
    },
    get span() {
      return moveSpan(span, item.start);
    },
  };
}

// ---- rules -------------------------------------------------------------------------------------------------------

/** Checks rules again, in order of the document; their records hold what came of it. */
export function checkRulesAgain(dirty: ReadonlySet<ItemRecord>, around: Surroundings): void {
  const { index } = around;
  const slice = withLets(dirty, index);
  if (checkSlice(inOrder(slice), dirty, false, around)) return;
  for (const records of index.lets.values()) for (const record of records) slice.add(record);
  checkSlice(inOrder(withLets(slice, index)), dirty, true, around);
}

/** The items with those that bind or change the names they speak of, and the names that these speak of. */
function withLets(records: Iterable<ItemRecord>, { lets, sets }: NameIndex): Set<ItemRecord> {
  const all = new Set(records);
  if (lets.size === 0) return all;
  // A set is walked in order of insertion: what comes in on the way is walked as well.
  for (const { names } of all) {
    for (const name of names.all) {
      const bound = under(lets, name);
      if (bound.size === 0) continue;
      for (const record of bound) all.add(record);
      for (const record of under(sets, name)) all.add(record);
    }
  }
  return all;
}

/** What the check of one item notes. */
interface Notes {
  readonly record: ItemRecord;
  readonly semantic: Diagnostic[];
  readonly logic: Diagnostic[];
  readonly rules: RuleInformation[];
  readonly taken: Checked["taken"][number][];
  readonly asked: Set<string>;
  readonly spoken: Set<string>;
  readonly slips: PolicyFacts["slips"];
  readonly locals: Local[];
  readonly searchedFor: Set<string>;
  searches: number;
  comparisons: number;
  steps: number;
}

export function notesOn(record: ItemRecord): Notes {
  return {
    record,
    semantic: [],
    logic: [],
    rules: [],
    taken: [],
    asked: new Set(),
    spoken: new Set(),
    slips: [],
    locals: [],
    searchedFor: new Set(),
    searches: 0,
    comparisons: 0,
    steps: 0,
  };
}

/** Checks the dirty ones of a slice; false where one looks through all names for a near one, and not all are there. */
function checkSlice(
  slice: readonly ItemRecord[],
  dirty: ReadonlySet<ItemRecord>,
  isWide: boolean,
  around: Surroundings,
): boolean {
  const { source, settings, index } = around;
  const part = factsOf(slice, isWide, around);
  const scope = openScope<Local>();
  const all: Notes[] = [];
  for (const record of slice) {
    const notes = notesOn(record);
    const isDirty = dirty.has(record);
    part.current = { notes, isDirty };
    const firstLocal = part.facts.locals.length;
    const { item } = record;
    checkRuleItem(item, `R${item.position}`, {
      source,
      facts: { ...part.facts, slips: notes.slips },
      report: isDirty
        ? settledReporter(source.file, notes.semantic, settings)
        : silent(source.file),
      scope,
      // Whether there is a FAILSAFE is asked when all is put together.
      hasFailsafe: false,
      informationOf: (rule, position, parent) => {
        const made = liveInformation(rule, position, parent, item);
        notes.rules.push(made);
        return made;
      },
      take: ({ name }, rule) => {
        notes.taken.push({ name: name.text, mention: liveMention(name, rule, item, source.file) });
      },
    });
    if (isDirty && notes.searches > 0 && !isWide) return false;
    notes.locals.push(...part.facts.locals.slice(firstLocal));
    all.push(notes);
    if (isDirty) for (const name of notes.asked) add(index.asks, name, record);
  }
  closeScope(scope.names.values(), source.text.length);
  const analysis = analysisOf(
    part,
    all.flatMap(({ rules }) => rules),
    [],
    around,
  );
  const byRecord = referencesByItem(part, around);
  addOtherReads(all, dirty, around);
  const effort: Effort = { left: muchEffort };
  const inspection = startInspection(analysis, effort, silent(source.file));
  for (const notes of all) {
    const { record } = notes;
    if (!dirty.has(record)) continue;
    const report = createReporter(source.file, notes.logic);
    const before = effort.left;
    const own: Inspection = {
      ...inspection,
      rules: notes.rules,
      locals: notes.locals,
      report,
      reportIn: (item) => report.within(item.start),
    };
    checkByThemselves(own);
    const firings = firingsOf(own);
    notes.steps = before - effort.left;
    record.checked = { ...concluded(notes, byRecord, around), firings };
  }
  return true;
}

/** What is known of the part of a document that is checked; `current` tells who asks. */
interface Part {
  readonly facts: PolicyFacts;
  /** The attributes that were looked at. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  current: { readonly notes: Notes; readonly isDirty: boolean } | null;
}

export function factsOf(slice: Iterable<ItemRecord>, isWide: boolean, around: Surroundings): Part {
  const { settings, attributes, index } = around;
  const named = new Map<string, Attribute>();
  const indexes = new Map<string, number>();
  const bindings = new Map<string, Place & { readonly kind: Local["kind"] }>();
  const changed = new Set<string>();
  const note = (name: string): void => {
    if (indexes.has(name)) return;
    indexes.set(name, 0);
    const attribute = attributeNow(attributes, name);
    if (attribute !== undefined) named.set(name, attribute);
    if (index.sets.has(name)) changed.add(name);
    const binder = firstBinder(name, index, attributes);
    const binding = binder?.names.bindings.get(name);
    if (binder === null || binding === undefined) return;
    const span = moveSpan(binding.span, binder.item.start);
    bindings.set(name, { file: binder.file, span, kind: binding.kind });
  };
  for (const { names } of slice) for (const name of names.all) note(name);
  const counts = new Map<ItemRecord, number>();
  const part: Part = {
    current: null,
    attributes: named,
    facts: {
      settings,
      attributes: {
        get: (name) => {
          note(name);
          return named.get(name);
        },
        keys: () => attributes.known.keys(),
      },
      attributeIndex: indexes,
      offsetMinutes: attributes.offsetMinutes,
      bound: { bindings, changed },
      locals: [],
      nextSlot: () => {
        const record = part.current?.notes.record;
        if (record === undefined) return 0;
        const count = counts.get(record) ?? 0;
        counts.set(record, count + 1);
        return record.item.id * slotsOfItem + count;
      },
      types: new Map(),
      reported: {
        has: (name) => {
          if (part.current === null || !part.current.isDirty) return true;
          const { asked, spoken, record } = part.current.notes;
          asked.add(name);
          return spoken.has(name) || around.isSpokenOf(name, record);
        },
        add: (name) => part.current?.notes.spoken.add(name),
      },
      slips: [],
      declareAt: around.declareAt,
      declaredNames: isWide ? around.declaredNames() : [],
      suggest: (name, candidates) => {
        if (part.current === null || !part.current.isDirty) return [];
        const { notes } = part.current;
        // Fields and values of a type come as lists; whoever looks through names gives them one by one.
        if (Array.isArray(candidates)) notes.comparisons += candidates.length;
        else {
          notes.searchedFor.add(name);
          notes.searches++;
        }
        return notes.searches > 0 && !isWide ? [] : nearestNames(name, candidates);
      },
    },
  };
  return part;
}

/** Rules come before constraints, then effects, then examples, when it is asked who is first. */
export function rankOf({ item }: ItemRecord): number {
  const { body, keyword } = item;
  const kind = keyword === "RULE" ? 0 : keyword === "EXAMPLE" ? 3 : body.kind === "effect" ? 2 : 1;
  return kind * slotsOfItem * slotsOfItem + item.order;
}

/** The item that binds the name first; an effect on nothing that is known is not looked into. */
export function firstBinder(
  name: string,
  { binds }: NameIndex,
  { known }: OpenAttributes,
): ItemRecord | null {
  let first: ItemRecord | null = null;
  for (const record of under(binds, name)) {
    const { body } = record.item;
    if (body.kind === "effect" && !known.has(body.attribute.text)) continue;
    // Lambda parameters are bound too, but never missed elsewhere.
    if (!record.names.bindings.has(name)) continue;
    if (first === null || rankOf(record) < rankOf(first)) first = record;
  }
  return first;
}

function silent(file: string): Reporter {
  const reporter: Reporter = { file, base: 0, report() {}, within: () => reporter };
  return reporter;
}

export function analysisOf(
  { facts, attributes }: Part,
  rules: readonly RuleInformation[],
  constraints: readonly ConstraintInformation[],
  { source, document, settings }: Surroundings,
): Analysis {
  return {
    file: source.file,
    document,
    source,
    settings,
    imports: [],
    attributes,
    locals: facts.locals,
    rules,
    actions: new Map(),
    actors: [],
    constraints,
    effects: [],
    offsetMinutes: facts.offsetMinutes,
    typeOf: (item, expression) => facts.types.get(item)?.get(expression) ?? null,
  };
}

// ---- what was read -----------------------------------------------------------------------------------------------

/** What was read in an item, of what matters to others. */
interface ReadInItem {
  readonly references: Map<string, Span[]>;
  readonly letReads: { readonly item: ItemRecord; readonly span: Span }[];
  readonly changing: number[];
}

/** By item, what its expressions and SETs refer to. */
export function referencesByItem(
  { attributes, facts: { locals } }: Part,
  { recordAt, source }: Surroundings,
): ReadonlyMap<ItemRecord, ReadInItem> {
  const all = new Map<ItemRecord, ReadInItem>();
  const at = ({ file, span }: Place): readonly [ReadInItem, Span] | null => {
    const record = recordAt(file, span.start);
    if (record === null) return null;
    const known = all.get(record) ?? { references: new Map(), letReads: [], changing: [] };
    all.set(record, known);
    return [known, moveSpan(span, -record.item.start)];
  };
  for (const { name, declaration, references } of attributes.values()) {
    if (declaration !== null) continue;
    for (const reference of references) {
      const [read, within] = at(reference) ?? [];
      if (read === undefined || within === undefined) continue;
      const spans = read.references.get(name) ?? [];
      spans.push(within);
      read.references.set(name, spans);
    }
  }
  for (const { kind, declaration, references } of locals) {
    if (declaration.file !== source.file) continue;
    const isChanged = references.some(({ use }) => use === "write");
    const binder = kind === "let" ? recordAt(source.file, declaration.span.start) : null;
    for (const reference of references) {
      const { use } = reference;
      if (!isChanged && (use !== "read" || binder === null)) continue;
      const [read, within] = at(reference) ?? [];
      if (read === undefined || within === undefined) continue;
      if (isChanged) read.changing.push(within.start);
      if (use === "read" && binder?.item.body.kind === "let") {
        read.letReads.push({ item: binder, span: within });
      }
    }
  }
  return all;
}

/** Adds to the LET names that a slice judges where items outside it read them. */
function addOtherReads(
  slice: readonly Notes[],
  dirty: ReadonlySet<ItemRecord>,
  { index, source }: Surroundings,
): void {
  const inside = new Set(slice.map(({ record }) => record));
  for (const { record, locals } of slice) {
    const { body, start } = record.item;
    if (body.kind !== "let" || !dirty.has(record)) continue;
    const at = start + body.name.span.start;
    const local = locals.find(({ declaration }) => declaration.span.start === at);
    for (const reader of local === undefined ? [] : under(index.speaks, body.name.text)) {
      if (inside.has(reader)) continue;
      for (const { item, span } of reader.checked.letReads) {
        if (item !== record) continue;
        const now = moveSpan(span, reader.item.start);
        local?.references.push({ file: source.file, span: now, use: "read" });
      }
    }
  }
}

export function concluded(
  notes: Notes,
  byItem: ReadonlyMap<ItemRecord, ReadInItem>,
  { keep }: Surroundings,
): Checked {
  const { record, locals, slips, searchedFor, searches, comparisons, steps } = notes;
  const { start } = record.item;
  const read = byItem.get(record);
  const semantic = keep(notes.semantic);
  const logic = keep(notes.logic);
  for (const { items } of [...semantic, ...logic]) {
    for (const quoted of items) if (quoted !== record) quoted?.quotedBy.add(record);
  }
  return {
    ...unchecked,
    semantic,
    logic,
    rules: notes.rules,
    taken: notes.taken,
    locals: locals.map(({ name, kind, type, declaration, scope }) => ({
      name,
      kind,
      type,
      span: moveSpan(declaration.span, -start),
      scope: {
        start: scope.start - start,
        end: scope.end > record.item.end ? null : scope.end - start,
      },
    })),
    slips: slips.map(({ attribute, span, suggestions }) => ({
      name: attribute.name,
      span,
      suggestions,
    })),
    references: read?.references ?? unchecked.references,
    letReads: read?.letReads ?? [],
    changing: read?.changing ?? [],
    asked: notes.asked,
    spoken: notes.spoken,
    searchedFor,
    searches,
    comparisons,
    steps,
  };
}
