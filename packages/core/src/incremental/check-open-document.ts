// Checks an open document again after edits: items that an edit touched and those that depend on what it changed, and
// what only the whole can tell. Says what a check of the whole text says.
import { createReporter, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { unansweredUnknown } from "../diagnostics/om3-declarations.ts";
import { endOfContext, reportImported } from "../semantics/analyse-policy.ts";
import {
  type ActionTable,
  actionsTaken,
  assignActors,
  checkAuthority,
  collectActors,
  isTaken,
} from "../semantics/authority.ts";
import { checkLabels, checkTraces, reportFurtherFailsafes } from "../semantics/check-rules.ts";
import { checkContradictions } from "../semantics/checks/contradictions.ts";
import { checkGovernance } from "../semantics/checks/governance.ts";
import { effortFor } from "../semantics/checks/inspection.ts";
import { checkRepetition, reportShadows } from "../semantics/checks/repeated-rules.ts";
import {
  type CollectedClauses,
  collectClauses,
  mentionInClauses,
} from "../semantics/collect-clauses.ts";
import type { Load } from "../semantics/imports.ts";
import type { ClauseFacts } from "../semantics/lower-clauses.ts";
import type { KnownToExamples } from "../semantics/resolve-examples.ts";
import type { Settings } from "../semantics/settings.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { mostComparisons, type Suggest } from "../semantics/suggestions.ts";
import { mostSettledParts } from "../semantics/terms.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { type ClauseInformation, checkClauseAgain, checkStepAgain } from "./check-clauses.ts";
import { checkRulesAgain, firstBinder, rankOf, type Surroundings } from "./check-rules-again.ts";
import {
  actionsIn,
  checkLookAlikes,
  checkUntraced,
  clauseSections,
  hasUnresolved,
  inspectAcross,
  loopVariablesFor,
  rememberOnce,
  reportRepeatedDeclarations,
  reportSlips,
  sectionsOf,
  wholeAnalysis,
} from "./check-whole.ts";
import { type Finding, keep, placed } from "./finding.ts";
import { followNames, takeIn } from "./follow-edit.ts";
import type { ItemRecord } from "./item-record.ts";
import { knownMeanings, type Meanings } from "./known-meanings.ts";
import type { LiveDocument, Replaced } from "./live-document.ts";
import { inOrder, under } from "./name-index.ts";
import { attributeNow } from "./open-attributes.ts";
import {
  type Affected,
  emptyState,
  enterChecked,
  nothingAffected,
  recordHolding,
  type State,
  withdrawChecked,
} from "./open-state.ts";
import { shadowsIn } from "./rule-index.ts";

/** The check of one open document. */
export interface OpenCheck {
  /** Told of every edit. */
  readonly replaced: (replaced: Replaced) => void;
  /** What there is to find in the document as it stands; null where only a check of the whole text can tell. */
  readonly findings: () => readonly Diagnostic[] | null;
  /** What names mean in the document as it stands; null where only an analysis of the whole text can tell. */
  readonly meanings: () => Meanings | null;
}

/** Makes a check with nothing known yet. */
export function createOpenCheck(
  live: LiveDocument,
  settings: Settings,
  today: string | null,
  load: Load,
): OpenCheck {
  let state: State | null = null;
  let isSettled = false;
  return {
    replaced({ gone, come }) {
      isSettled = false;
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
      state ??= emptyState(live, settings, today, load);
      const findings = checkAgain(state);
      isSettled = findings !== null;
      return findings;
    },
    meanings: () => (state !== null && isSettled ? knownMeanings(state) : null),
  };
}

/** Suites are about another document. */
function isWithinReach({ suiteFor, isTooLarge }: LiveDocument): boolean {
  return suiteFor === null && !isTooLarge;
}

function checkAgain(state: State): readonly Diagnostic[] | null {
  const { live, settings, index, rules } = state;
  const { file } = live.source;
  const affected = nothingAffected();
  const surroundings = surroundingsOf(state);
  const touched = takeIn(state, affected, surroundings);
  followNames(state, touched, affected, surroundings);
  const rulesDone = checkDirty(state, affected, isRuleRecord, (dirty) =>
    checkRulesAgain(dirty, surroundings),
  );
  if (!rulesDone) return null;

  // ---- what the rules add up to
  const semantic: Diagnostic[] = [];
  const report = settledReporter(file, semantic, settings);
  const { documents: imports, findings: ofLoading } = state.imports;
  for (const finding of ofLoading) semantic.push(placed(finding));
  let comparisons = 0;
  const suggest: Suggest = (name, candidates) => {
    const list = [...candidates];
    comparisons += list.length;
    return nearestNames(name, list);
  };
  reportRepeatedDeclarations(index, state.attributes.repeated, report);
  for (const { findings } of state.attributes.conflicted) {
    for (const finding of findings) {
      if (finding.diagnostic.file === file) semantic.push(placed(finding));
    }
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
  const clauses = collectClauses(sectionsOf(live, clauseSections), live.source, imports, report);
  const actions = actionsIn(rules);
  const actors = [
    ...collectActors(sectionsOf(live, ["ACTOR"]), live.source, actions),
    ...imports.flatMap(({ document, source }) => collectActors(document, source, actions)),
  ];
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
  if (hasUnresolved(state, clauses)) {
    const ids = clauses.constraints.map(({ id }) => id);
    const failsafe = state.failsafes.size > 0 ? ["failsafe"] : [];
    const names = new Set([...rules.labels.keys(), ...failsafe, ...ids]);
    checkTraces(live, names, information, suggest, report);
  }
  checkExamples(state, { clauses, actions, taken }, affected, surroundings);
  checkLookAlikes(state, clauses, report);
  const elsewhere = foundElsewhere(state);
  if (elsewhere === null) return null;
  reportSlips(state, (at) => {
    const into = elsewhere.get(at);
    return into === undefined ? report : settledReporter(at, into, settings);
  });
  reportImported(imports, elsewhere, semantic, report);

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
  checkUntraced(state, analysis, logicReport);

  // ---- all of it
  const hasFailsafe = state.failsafes.size > 0;
  for (const { declared, settled, checked, origin } of state.notable) {
    if (origin !== null) continue;
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
  const { constraints } = clauses;
  // No search goes through more names than these.
  const declared = index.declares.size + index.binds.size;
  const known = state.attributes.known.size + index.binds.size;
  const steps = totals.steps + rules.steps + across.steps();
  const searched =
    totals.comparisons + totals.searches * declared + totals.searchesInEffects * known;
  const isNearBounds =
    searched + comparisons > mostComparisons ||
    totals.searchesInExamples * (known + taken.length + constraints.length) > mostComparisons ||
    state.attributes.parts > mostSettledParts / 2 ||
    steps > effortFor(live.source.text.length).left / 2;
  return isNearBounds ? null : [...semantic, ...logic];
}

/**
 * What is wrong in imported documents, by path, in the order in which a check of the whole comes upon it; null where that
 * rests on more than was kept.
 */
function foundElsewhere(state: State): ReadonlyMap<string, Diagnostic[]> | null {
  const { attributes, imports, notable } = state;
  const elsewhere = new Map(imports.documents.map(({ path, found }) => [path, [...found]]));
  if (elsewhere.size === 0) return elsewhere;
  const push = (findings: readonly Finding[]): boolean => {
    let isAny = false;
    for (const finding of findings) {
      const into = elsewhere.get(finding.diagnostic.file);
      into?.push(placed(finding));
      isAny ||= into !== undefined;
    }
    return isAny;
  };
  let components = 0;
  for (const { findings } of attributes.conflicted) if (push(findings)) components++;
  if (components > 1) return null;
  const records = [...notable].filter(({ origin }) => origin !== null);
  records.sort((one, other) => rankOf(one) - rankOf(other));
  for (const { declared, settled } of records) {
    push(declared);
    push(settled);
  }
  for (const { checked } of records) push(checked.semantic);
  return elsewhere;
}

function surroundingsOf(state: State): Surroundings {
  const { live, settings, index, attributes } = state;
  const recordAt = (file: string, offset: number): ItemRecord | null =>
    recordHolding(state, file, offset);
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
    keep: (diagnostics) =>
      diagnostics.map((diagnostic) => keep(diagnostic, live.source.file, recordAt)),
  };
}

/**
 * Who speaks of a name first decides who is silent about it, and whether a LET is read decides what is said of it: rounds
 * of checks until all agree; false if they do not.
 */
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
    const next = new Set<ItemRecord>();
    if (pending.size > 0) {
      const before = [...pending].map((record) => [record, record.checked.letReads] as const);
      for (const record of pending) withdrawChecked(state, record, affected);
      check(pending);
      for (const record of pending) enterChecked(state, record, affected);
      for (const [record, reads] of before) {
        for (const item of readOnlyIn(reads, record.checked.letReads)) {
          const isStill = state.records.get(item.item) === item;
          if (isStill && !pending.has(item) && isOurs(item)) next.add(item);
        }
      }
    }
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

/** The LETs that one of two checks of an item found read, and the other did not. */
function readOnlyIn(
  before: ItemRecord["checked"]["letReads"],
  now: ItemRecord["checked"]["letReads"],
): ReadonlySet<ItemRecord> {
  if (before.length === 0 && now.length === 0) return new Set();
  const were = new Set(before.map(({ item }) => item));
  const are = new Set(now.map(({ item }) => item));
  return new Set([...were, ...are].filter((item) => were.has(item) !== are.has(item)));
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
  if (isTakenAnew || hasOtherIds) {
    for (const record of state.searchers) if (record.item.keyword === "EXAMPLE") steps.add(record);
    for (const record of hasOtherIds ? state.records.values() : []) {
      const { body } = record.item;
      if (body.kind === "expect" && body.expectation.kind === "violation") steps.add(record);
    }
  }
  if (steps.size === 0) return;
  // Names used outside their block are errors, not inputs.
  const isInput = (name: string): boolean =>
    attributes.known.get(name)?.declaredBy != null || firstBinder(name, index, attributes) === null;
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
