// Checks an open document again after edits: items that an edit touched and those that depend on what it changed, and
// what only the whole can tell. Says what a check of the whole text says.
import { createReporter, type Diagnostic, type Reporter } from "../diagnostics/diagnostic.ts";
import { unansweredUnknown } from "../diagnostics/om3-declarations.ts";
import { attributeDeclaredTwice, undeclaredAttribute } from "../diagnostics/om3-names.ts";
import { endOfContext } from "../semantics/analyse-policy.ts";
import type { ActionMention, Analysis, RuleInformation } from "../semantics/analysis.ts";
import {
  type ActionTable,
  actionsTaken,
  assignActors,
  checkAuthority,
  collectActors,
  isTaken,
  mention,
} from "../semantics/authority.ts";
import {
  checkLabels,
  checkTraces,
  isRule,
  reportFurtherFailsafes,
} from "../semantics/check-rules.ts";
import { checkContradictions } from "../semantics/checks/contradictions.ts";
import { canBe, certain, type Effort, impossible } from "../semantics/checks/formula.ts";
import { checkGovernance, checkTraced } from "../semantics/checks/governance.ts";
import { effortFor, type Inspection } from "../semantics/checks/inspection.ts";
import {
  checkRepetition,
  type RepetitionMemory,
  reportShadows,
} from "../semantics/checks/repeated-rules.ts";
import {
  type CollectedClauses,
  collectClauses,
  mentionInClauses,
} from "../semantics/collect-clauses.ts";
import { checkConfusables, mayConfuse } from "../semantics/confusable-names.ts";
import { offsetOf, timeZoneName } from "../semantics/declarations.ts";
import type { ClauseFacts } from "../semantics/lower-clauses.ts";
import { reportSlip } from "../semantics/lower-path.ts";
import { type KnownToExamples, mentionExpected } from "../semantics/resolve-examples.ts";
import type { Settings } from "../semantics/settings.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { mostComparisons, type Suggest } from "../semantics/suggestions.ts";
import { mostSettledParts } from "../semantics/terms.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { moveSpan } from "../source/span.ts";
import type { Document, Item, SectionKeyword } from "../syntax/tree.ts";
import {
  type ClauseInformation,
  checkClauseAgain,
  checkRulesAgain,
  checkStepAgain,
  firstBinder,
  rankOf,
  type Surroundings,
} from "./check-items.ts";
import { type Finding, keep, placed } from "./finding.ts";
import { type ItemRecord, unchecked } from "./item-record.ts";
import type { LiveDocument, LiveItem, Replaced } from "./live-document.ts";
import { namesIn } from "./mentioned-names.ts";
import {
  createNameIndex,
  enter,
  firstOf,
  inOrder,
  type NameIndex,
  remove,
  under,
  withdraw,
} from "./name-index.ts";
import {
  attributeNow,
  createOpenAttributes,
  type OpenAttributes,
  settleAgain,
} from "./open-attributes.ts";
import {
  createRuleIndex,
  enterRules,
  type RuleIndex,
  shadowsIn,
  takesOf,
  withdrawRules,
} from "./rule-index.ts";

/** The check of one open document. */
export interface OpenCheck {
  /** Told of every edit. */
  readonly replaced: (replaced: Replaced) => void;
  /** What there is to find in the document as it stands; null where only a check of the whole text can tell. */
  readonly findings: () => readonly Diagnostic[] | null;
}

/** What is kept from one check to the next. */
interface State {
  readonly live: LiveDocument;
  readonly settings: Settings;
  readonly today: string | null;
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
  readonly totals: { steps: number; comparisons: number; comparisonsInExamples: number };
  readonly answers: WeakMap<
    object,
    WeakMap<object, { readonly answer: boolean; readonly steps: number }>
  >;
  /** Items that came and went since the last check. */
  readonly come: Set<LiveItem>;
  readonly gone: Set<ItemRecord>;
  taken: ReadonlySet<string>;
  constraintIds: string;
  /** The last item of CONTEXT, where a declaration would be added. */
  declareIn: LiveItem | null;
}

/** Makes a check with nothing known yet. */
export function createOpenCheck(
  live: LiveDocument,
  settings: Settings,
  today: string | null,
): OpenCheck {
  let state: State | null = null;
  return {
    replaced({ gone, come }) {
      if (state === null) return;
      for (const item of gone) {
        state.come.delete(item);
        const record = state.records.get(item);
        if (record !== undefined) state.gone.add(record);
      }
      for (const item of come) state.come.add(item);
    },
    findings() {
      if (!isWithinReach(live)) {
        state = null;
        return null;
      }
      state ??= emptyState(live, settings, today);
      return checkAgain(state);
    },
  };
}

/** Suites and imports bring in other documents, which may change unseen. */
function isWithinReach({ suiteFor, sections, isTooLarge }: LiveDocument): boolean {
  return suiteFor === null && !isTooLarge && sections.every(({ keyword }) => keyword !== "IMPORT");
}

function emptyState(live: LiveDocument, settings: Settings, today: string | null): State {
  return {
    live,
    settings,
    today,
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
    totals: { steps: 0, comparisons: 0, comparisonsInExamples: 0 },
    answers: new WeakMap(),
    come: new Set(live.items),
    gone: new Set(),
    taken: new Set(),
    constraintIds: "",
    declareIn: null,
  };
}

/** What an edit makes look at again. */
interface Affected {
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
  /** Whether LET names came, went or changed, and whether any other name did. */
  hasLets: boolean;
  hasNames: boolean;
}

function nothingAffected(): Affected {
  return {
    dirty: new Set(),
    marked: new Set(),
    steps: new Set(),
    lets: new Set(),
    asked: new Set(),
    hasLets: false,
    hasNames: false,
  };
}

function checkAgain(state: State): readonly Diagnostic[] | null {
  const { live, settings, index, rules } = state;
  const { file } = live.source;
  const affected = nothingAffected();
  const touched = takeIn(state, affected);
  const surroundings = surroundingsOf(state);
  followNames(state, touched, affected, surroundings);
  const rulesDone = checkDirty(state, affected, isRuleRecord, (dirty) =>
    checkRulesAgain(dirty, surroundings),
  );
  if (!rulesDone) return null;

  // ---- what the rules add up to
  const semantic: Diagnostic[] = [];
  const report = settledReporter(file, semantic, settings);
  let comparisons = 0;
  const suggest: Suggest = (name, candidates) => {
    const list = [...candidates];
    comparisons += list.length;
    return nearestNames(name, list);
  };
  reportRepeatedDeclarations(index, state.attributes.repeated, report);
  for (const { findings } of state.attributes.conflicted) {
    for (const finding of findings) semantic.push(placed(finding));
  }
  reportFurtherFailsafes(
    inOrder(state.failsafes).map(({ item }) => item),
    report,
  );
  const information = rememberOnce(() =>
    live.items.flatMap((item) => state.records.get(item)?.checked.rules ?? []),
  );
  if (rules.repeatedLabels.size > 0 || rules.strangeLabels.size > 0) {
    checkLabels(information(), report);
  }
  const clauses = collectClauses(sectionsOf(live, clauseSections), live.source, [], report);
  const actions = actionsIn(rules);
  const actors = collectActors(sectionsOf(live, ["ACTOR"]), live.source, actions);
  const taken = actionsTaken(actions);
  const authority = assignActors(taken, actors);
  mentionInClauses(clauses, actions);
  checkAuthority(actions, actors, file, suggest, report);

  // ---- constraints, effects and examples
  const facts: ClauseFacts = {
    actions,
    taken,
    approvers: new Map(authority.map(({ name, approvers }) => [name, approvers])),
    loopVariables: loopVariablesFor(clauses, state),
  };
  if (!checkClauses(state, clauses, facts, affected, surroundings)) return null;
  if (hasUnresolved(state, clauses))
    checkTraces(live, information(), clauses.constraints, suggest, report);
  checkExamples(state, { clauses, actions, taken }, affected, surroundings);
  checkLookAlikes(state, clauses, report);
  reportSlips(state, report);

  // ---- rules and constraints against each other
  const logic: Diagnostic[] = [];
  const logicReport = createReporter(file, logic);
  const analysis = wholeAnalysis(state, information, { actions, actors, clauses });
  const across = inspectAcross(state, analysis, logicReport);
  if (rules.repeatedTexts.size > 0 || rules.repetitive.size > 0) {
    const firings = live.items.flatMap((item) => state.records.get(item)?.checked.firings ?? []);
    checkRepetition(firings, state.memory, across.inspection);
  } else {
    const shadows = shadowsIn(rules, across.inspection, across.steps);
    reportShadows(shadows, () => true, across.inspection);
  }
  checkContradictions(rules.byAction, across.inspection);
  checkGovernance(analysis, state.today, logicReport);
  if (state.untraced.size > 0 && state.references.size > 0) checkTraced(analysis, logicReport);

  // ---- all of it
  const hasFailsafe = state.failsafes.size > 0;
  for (const { declared, settled, checked } of state.notable) {
    for (const finding of declared) semantic.push(placed(finding));
    for (const finding of settled) semantic.push(placed(finding));
    for (const finding of checked.semantic) {
      if (!hasFailsafe || finding.diagnostic.code !== unansweredUnknown.code) {
        semantic.push(placed(finding));
      }
    }
    for (const finding of checked.logic) logic.push(placed(finding));
  }
  // Near the bounds of a check, what was asked first decides what is still answered.
  const { totals } = state;
  const steps = totals.steps + rules.steps + across.steps();
  const isNearBounds =
    totals.comparisons + comparisons > mostComparisons ||
    totals.comparisonsInExamples > mostComparisons ||
    state.attributes.parts > mostSettledParts / 2 ||
    steps > effortFor(live.source.text.length).left / 2;
  return isNearBounds ? null : [...semantic, ...logic];
}

// ---- what is touched ---------------------------------------------------------------------------------------------

/** Takes leave of items that went and takes in those that came; gives the names they speak of. */
function takeIn(state: State, affected: Affected): ReadonlySet<string> {
  const { records, index, gone, come } = state;
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
    const record: ItemRecord = {
      item,
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
  for (const name of letNames) markLet(state, name, affected);
  affected.hasLets = letNames.size > 0;
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

const isProse = ({ body }: LiveItem): boolean => body.kind === "prose" || body.kind === "labelled";

/** Whether an item that stays reads what a LET binds. */
function isStillRead(record: ItemRecord, name: string, { speaks }: NameIndex): boolean {
  for (const { checked } of under(speaks, name)) {
    if (checked.letReads.some(({ item }) => item === record)) return true;
  }
  return false;
}

/** Counts what a TRACE entry is tied to. */
function noteReferences(state: State, { item }: ItemRecord, by: number): void {
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
function noteFindings({ notable }: State, record: ItemRecord): void {
  const { declared, settled, checked } = record;
  const all = [declared, settled, checked.semantic, checked.logic];
  if (all.some(({ length }) => length > 0)) notable.add(record);
  else notable.delete(record);
}

/** Takes out what a check of the item came to, before it is checked again or gone. */
function withdrawChecked(state: State, record: ItemRecord, affected: Affected): void {
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
function enterChecked(state: State, record: ItemRecord, affected: Affected): void {
  const { checked } = record;
  for (const name of checked.asked) affected.asked.add(name);
  enterRules(state.rules, record, checked, state.memory);
  noteChecked(state, record, 1);
  if (checked.searched) state.searchers.add(record);
  noteFindings(state, record);
}

function noteChecked(state: State, { item, checked }: ItemRecord, by: number): void {
  const { totals } = state;
  totals.steps += by * checked.steps;
  if (item.keyword === "EXAMPLE") totals.comparisonsInExamples += by * checked.comparisons;
  else totals.comparisons += by * checked.comparisons;
  for (const { rule } of checked.rules) {
    if ("label" in rule && rule.label !== null) noteTrace(state, rule.label.text);
  }
}

const isLoose = (finding: Finding): boolean => finding.isLoose;

const silent: Reporter = { file: "", base: 0, report() {}, within: () => silent };

function offsetIn(index: NameIndex): number | null {
  const body = firstOf(under(index.declares, timeZoneName))?.item.body;
  return body?.kind === "attribute" ? offsetOf(body, silent) : null;
}

/** Marks an item, and what reads the LET names that it is about. */
function markItem(state: State, record: ItemRecord, affected: Affected): void {
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
function markLet(state: State, name: string, affected: Affected): void {
  if (affected.lets.has(name)) return;
  affected.lets.add(name);
  for (const record of under(state.index.speaks, name)) markItem(state, record, affected);
  for (const record of under(state.index.lets, name)) markItem(state, record, affected);
}

/** Settles what the names mean now, and marks what reads those that mean something else. */
function followNames(
  state: State,
  touched: ReadonlySet<string>,
  affected: Affected,
  { keep: keepAll, recordAt }: Surroundings,
): void {
  const { index, attributes, live } = state;
  const mark = (marked: Iterable<ItemRecord>): void => {
    for (const record of marked) markItem(state, record, affected);
  };
  const { changed, moved, isDeclarationChanged } = settleAgain(attributes, touched, {
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
  for (const name of touched) {
    const binder = firstBinder(name, index);
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
  const declareIn = context?.items.at(-1) ?? null;
  const isMoved = declareIn !== state.declareIn;
  state.declareIn = declareIn;
  affected.hasNames = changed.size > 0;
  for (const record of changed.size > 0 || affected.hasLets ? state.searchers : []) {
    const isEffect = record.item.body.kind === "effect";
    const isSearcher = record.item.keyword !== "EXAMPLE";
    if (isSearcher && (isDeclarationChanged || affected.hasLets || isEffect)) {
      markItem(state, record, affected);
    }
  }
  const asksToDeclare = ({ diagnostic }: Finding): boolean =>
    diagnostic.code === undeclaredAttribute.code;
  for (const record of isMoved ? state.notable : []) {
    if (record.checked.semantic.some(asksToDeclare)) markItem(state, record, affected);
  }
}

function surroundingsOf(state: State): Surroundings {
  const { live, settings, index, attributes } = state;
  const recordAt = (offset: number): ItemRecord | null => recordHolding(state, offset);
  return {
    document: live,
    source: live.source,
    settings,
    index,
    attributes,
    declareAt: endOfContext(live),
    declaredNames: () =>
      [...attributes.known.values()].flatMap(({ attribute, declaredBy }) =>
        declaredBy === null ? [] : [attribute.name],
      ),
    isSpokenOf: (name, by) => {
      const rank = rankOf(by);
      for (const other of under(index.asks, name)) if (rankOf(other) < rank) return true;
      return false;
    },
    recordAt,
    keep: (diagnostics) => diagnostics.map((diagnostic) => keep(diagnostic, recordAt)),
  };
}

/** The item that an offset lies in. */
function recordHolding({ live, records }: State, offset: number): ItemRecord | null {
  const { items } = live;
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

// ---- checks ------------------------------------------------------------------------------------------------------

/** Who speaks of a name first decides who is silent about it: rounds of checks until all agree; false if they do not. */
function checkDirty(
  state: State,
  affected: Affected,
  isOurs: (record: ItemRecord) => boolean,
  check: (pending: ReadonlySet<ItemRecord>) => void,
): boolean {
  const { dirty, asked } = affected;
  const { asks } = state.index;
  let pending = new Set([...dirty].filter(isOurs));
  for (let round = 0; round < mostRounds; round++) {
    if (pending.size > 0) {
      for (const record of pending) withdrawChecked(state, record, affected);
      check(pending);
      for (const record of pending) enterChecked(state, record, affected);
    }
    const next = new Set<ItemRecord>();
    for (const name of asked) {
      const askers = under(asks, name);
      const first = [...askers].reduce<ItemRecord | null>(
        (least, each) => (least === null || rankOf(each) < rankOf(least) ? each : least),
        null,
      );
      for (const record of askers) {
        if ((record === first) === record.checked.spoken.has(name)) continue;
        dirty.add(record);
        if (isOurs(record)) next.add(record);
      }
    }
    if (next.size === 0) return true;
    pending = next;
  }
  return false;
}

const mostRounds = 20;

const isRuleRecord = ({ item }: ItemRecord): boolean => item.keyword === "RULE";

/** Checks constraints and effects that were marked, or that stand against something else now. */
function checkClauses(
  state: State,
  { constraints, effects }: CollectedClauses,
  facts: ClauseFacts,
  affected: Affected,
  around: Surroundings,
): boolean {
  const clauses = new Map<ItemRecord, ClauseInformation>();
  const bases = new Map<ItemRecord, string>();
  const note = (clause: ClauseInformation): void => {
    const record = state.records.get(clause.information.item);
    if (record === undefined) return;
    clauses.set(record, clause);
    const basis = basisOf(clause, record, facts);
    bases.set(record, basis);
    if (record.checked.basis !== basis) affected.dirty.add(record);
  };
  for (const information of constraints) note({ kind: "constraint", information });
  for (const information of effects) note({ kind: "effect", information });
  return checkDirty(
    state,
    affected,
    (record) => clauses.has(record),
    (pending) => {
      for (const [record, clause] of clauses) {
        if (!pending.has(record)) continue;
        checkClauseAgain(record, clause, facts, around);
        record.checked = { ...record.checked, basis: bases.get(record) ?? "" };
      }
    },
  );
}

/** What the rules and actors mean to a clause, in one text. */
function basisOf(
  { information }: ClauseInformation,
  { names }: ItemRecord,
  { actions, taken, approvers, loopVariables }: ClauseFacts,
): string {
  const parts = names.actions.map((name) =>
    isTaken(actions.get(name)) ? `${approvers.get(name)?.join() ?? ""}` : `? ${taken.join()}`,
  );
  const clause = "constraint" in information ? information.constraint.clause : null;
  if (clause !== null && "per" in clause && clause.per !== null) {
    parts.push(loopVariables.has(clause.per.text) ? "" : `? ${[...loopVariables].join()}`);
  }
  return parts.join("\n");
}

/** Checks the steps of examples that were marked, or that stand against something else now. */
function checkExamples(
  state: State,
  {
    clauses,
    actions,
    taken,
  }: { clauses: CollectedClauses; actions: ActionTable; taken: readonly string[] },
  affected: Affected,
  around: Surroundings,
): void {
  const { index, attributes } = state;
  const { steps } = affected;
  const takenNow = new Set(taken);
  const isTakenAnew =
    takenNow.size !== state.taken.size || taken.some((name) => !state.taken.has(name));
  if (isTakenAnew) {
    for (const name of new Set([...takenNow, ...state.taken])) {
      if (takenNow.has(name) === state.taken.has(name)) continue;
      for (const step of under(index.expects, name)) steps.add(step);
    }
  }
  const constraintIds = new Set(clauses.constraints.map(({ id }) => id));
  const ids = [...constraintIds].join("\n");
  const hasOtherIds = ids !== state.constraintIds;
  state.taken = takenNow;
  state.constraintIds = ids;
  if (isTakenAnew || hasOtherIds || affected.hasNames) {
    for (const record of state.searchers) if (record.item.keyword === "EXAMPLE") steps.add(record);
    for (const record of hasOtherIds ? state.records.values() : []) {
      const { body } = record.item;
      if (body.kind === "expect" && body.expectation.kind === "violation") steps.add(record);
    }
  }
  if (steps.size === 0) return;
  // Names used outside their block are errors, not inputs.
  const isInput = (name: string): boolean =>
    attributes.known.get(name)?.declaredBy != null || firstBinder(name, index) === null;
  const known: KnownToExamples = {
    analysis: {
      actions,
      offsetMinutes: attributes.offsetMinutes,
      attributes: {
        get: (name) => (isInput(name) ? attributeNow(attributes, name) : undefined),
        keys: () => [...attributes.known.keys()].filter(isInput).values(),
      },
    },
    taken,
    constraintIds,
    localNames: {
      has: (name) =>
        [...under(index.binds, name)].some(({ checked }) =>
          checked.locals.some((local) => local.name === name),
        ),
    },
    suggest: nearestNames,
  };
  for (const record of steps) {
    withdrawChecked(state, record, affected);
    checkStepAgain(record, known, around);
    enterChecked(state, record, affected);
  }
}

// ---- what only the whole can tell --------------------------------------------------------------------------------

const clauseSections: readonly SectionKeyword[] = ["CONSTRAINT", "IMPACT"];

/** The document with some of its sections. */
function sectionsOf(live: LiveDocument, keywords: readonly SectionKeyword[]): Document {
  return { ...live, sections: live.sections.filter(({ keyword }) => keywords.includes(keyword)) };
}

/** The actions that rules take, in order, each with its first mention. */
function actionsIn({ takers }: RuleIndex): ActionTable {
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
function loopVariablesFor({ constraints }: CollectedClauses, { records }: State): Set<string> {
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
function hasUnresolved({ unresolved }: State, { constraints }: CollectedClauses): boolean {
  if (unresolved.size === 0) return false;
  const ids = new Set(constraints.map(({ id }) => id));
  for (const name of unresolved) if (!ids.has(name)) return true;
  return false;
}

function rememberOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function reportRepeatedDeclarations(
  { declares }: NameIndex,
  names: Iterable<string>,
  report: Reporter,
): void {
  for (const name of names) {
    const [first, ...others] = inOrder(under(declares, name));
    for (const { item } of others) {
      if (first?.item.body.kind !== "attribute" || item.body.kind !== "attribute") continue;
      const span = moveSpan(first.item.body.name.span, first.item.start);
      report
        .within(item.start)
        .report(attributeDeclaredTwice, item.body.name.span, { name }, [
          { file: report.file, span, message: "declared here" },
        ]);
    }
  }
}

/** Speaks of names that a reader may confuse, where one goes beyond ASCII. */
function checkLookAlikes(state: State, clauses: CollectedClauses, report: Reporter): void {
  const { attributes, index, live, rules } = state;
  if (state.foreign.size === 0) return;
  const isNear = [attributes.known, index.binds, rules.takers, index.expects].some((names) =>
    mayConfuse(names.keys()),
  );
  const isNearByRight = live.sections.some(
    ({ keyword, items }) =>
      (keyword === "ACTOR" || clauseSections.includes(keyword)) &&
      items.some(({ text }) => mayConfuse([text])),
  );
  if (!isNear && !isNearByRight) return;
  const ordered = live.items.flatMap((item) => state.records.get(item) ?? []);
  const actions: ActionTable = new Map();
  for (const { checked } of ordered) {
    for (const { name, mention: at } of checked.taken) mention(actions, name, at);
  }
  collectActors(live, live.source, actions);
  mentionInClauses(clauses, actions);
  mentionExpected(live, live.source, actions);
  const all = [...attributes.known].flatMap(([name, known]) => {
    const attribute = attributeNow(attributes, name);
    return attribute === undefined ||
      (known.declaredBy === null && firstBinder(name, index) !== null)
      ? []
      : [{ attribute, known }];
  });
  const declared = all.filter(({ known }) => known.declaredBy !== null);
  const others = all.filter(({ known }) => known.declaredBy === null);
  declared.sort(
    (a, b) => (a.known.declaredBy?.item.order ?? 0) - (b.known.declaredBy?.item.order ?? 0),
  );
  const useOf = ({ known: { firstUse } }: (typeof all)[number]): number =>
    firstUse === null ? 0 : rankOf(firstUse.record);
  others.sort(
    (a, b) =>
      useOf(a) - useOf(b) ||
      (a.known.firstUse?.span.start ?? 0) - (b.known.firstUse?.span.start ?? 0),
  );
  const { file } = live.source;
  const byRank = [...ordered].sort((a, b) => rankOf(a) - rankOf(b));
  checkConfusables(
    {
      attributes: new Map(
        [...declared, ...others].map(({ attribute }) => [attribute.name, attribute]),
      ),
      locals: byRank.flatMap(({ checked, item }) =>
        checked.locals.map(({ name, span }) => ({
          name,
          declaration: { file, span: moveSpan(span, item.start) },
        })),
      ),
      actions,
    },
    report,
  );
}

/** Speaks of slips, whose fix reaches all uses. */
function reportSlips({ index, searchers }: State, report: Reporter): void {
  for (const { item, checked } of inOrder(searchers)) {
    for (const slip of checked.slips) {
      const users = [...under(index.uses, slip.name), ...under(index.examples, slip.name)];
      const uses = users
        .sort((a, b) => rankOf(a) - rankOf(b))
        .flatMap((user) =>
          (user.checked.references.get(slip.name) ?? []).map((span) =>
            moveSpan(span, user.item.start),
          ),
        );
      reportSlip({ ...slip, report: report.within(item.start) }, uses);
    }
  }
}

/** What governance and the comparison of rules read of the whole; all rules only where somebody asks for them. */
function wholeAnalysis(
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
function inspectAcross(
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
          const record = recordHolding(state, start);
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
