// Checks constraints, effects and steps of examples of an open document again, each by itself.
import { createReporter } from "../diagnostics/diagnostic.ts";
import type { Attribute, ConstraintInformation, EffectInformation } from "../semantics/analysis.ts";
import { checkByThemselves } from "../semantics/check-analysis.ts";
import { checkingOf } from "../semantics/check-rules.ts";
import type { Effort } from "../semantics/checks/formula.ts";
import { startInspection } from "../semantics/checks/inspection.ts";
import { type ClauseFacts, lowerConstraint, lowerEffect } from "../semantics/lower-clauses.ts";
import { type KnownToExamples, resolveStep } from "../semantics/resolve-examples.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { moveSpan, type Span } from "../source/span.ts";
import type { Expression } from "../syntax/tree.ts";
import {
  analysisOf,
  concluded,
  factsOf,
  muchEffort,
  notesOn,
  referencesByItem,
  type Surroundings,
} from "./check-rules-again.ts";
import type { ItemRecord } from "./item-record.ts";
import { add } from "./name-index.ts";

/** A constraint or an effect with what it says to whoever collects them. */
export type ClauseInformation =
  | { readonly kind: "constraint"; readonly information: ConstraintInformation }
  | { readonly kind: "effect"; readonly information: EffectInformation };

/** Checks a constraint or an effect again. */
export function checkClauseAgain(
  record: ItemRecord,
  clause: ClauseInformation,
  clauseFacts: ClauseFacts,
  around: Surroundings,
): void {
  if (!checkClause(record, clause, clauseFacts, false, around)) {
    checkClause(record, clause, clauseFacts, true, around);
  }
}

function checkClause(
  record: ItemRecord,
  clause: ClauseInformation,
  clauseFacts: ClauseFacts,
  isWide: boolean,
  around: Surroundings,
): boolean {
  const { settings, index } = around;
  const { source, imported } = clause.information;
  const { file } = source;
  const notes = notesOn(record);
  const part = factsOf([record], isWide, around);
  part.current = { notes, isDirty: true };
  const facts = { ...part.facts, slips: notes.slips };
  const report = settledReporter(file, notes.semantic, settings);
  const checking = checkingOf(record.item, source, facts, report);
  if (clause.kind === "effect") lowerEffect(clause.information, checking, clauseFacts);
  else lowerConstraint(clause.information, checking, clauseFacts);
  if (notes.searches > 0 && !isWide) return false;
  for (const name of notes.asked) add(index.asks, name, record);
  notes.locals.push(...part.facts.locals);
  if (imported) {
    // Its logic is looked at in its own document.
    record.checked = concluded(notes, referencesByItem(part, around), around);
    return true;
  }
  const constraints = clause.kind === "constraint" ? [clause.information] : [];
  const analysis = analysisOf(part, [], constraints, around);
  const effort: Effort = { left: muchEffort };
  const inspection = startInspection(analysis, effort, createReporter(file, notes.logic));
  checkByThemselves(inspection);
  const condition = clause.kind === "constraint" ? conditionIn(clause.information) : null;
  const reading =
    condition === null
      ? null
      : inspection.read({ expression: condition, item: record.item, moment: record.item.start });
  notes.steps = muchEffort - effort.left;
  const byItem = referencesByItem(part, around);
  record.checked = { ...concluded(notes, byItem, around), reading };
  return true;
}

function conditionIn({ constraint: { clause } }: ConstraintInformation): Expression | null {
  if (clause.kind === "always") return clause.condition;
  return clause.kind === "never" ? (clause.guard?.condition ?? null) : null;
}

// ---- examples ----------------------------------------------------------------------------------------------------

/** Checks a step of an example again; the names nearest to one are looked for by `known`. */
export function checkStepAgain(
  record: ItemRecord,
  known: KnownToExamples,
  around: Surroundings,
): void {
  const { source, settings } = around;
  const notes = notesOn(record);
  const attributes = new Map<string, Attribute>();
  for (const name of record.names.uses) {
    const attribute = known.analysis.attributes.get(name);
    if (attribute !== undefined) attributes.set(name, attribute);
  }
  resolveStep(
    record.item,
    source,
    {
      ...known,
      analysis: {
        ...known.analysis,
        attributes: {
          get: (name) => attributes.get(name),
          keys: () => known.analysis.attributes.keys(),
        },
      },
      suggest: (name, candidates) => {
        notes.searchedFor.add(name);
        notes.searches++;
        return known.suggest(name, candidates);
      },
    },
    settledReporter(source.file, notes.semantic, settings),
  );
  const references = new Map<string, Span[]>();
  for (const name of record.names.uses) {
    const spans = attributes
      .get(name)
      ?.references.map(({ span }) => moveSpan(span, -record.item.start));
    if (spans !== undefined && spans.length > 0) references.set(name, spans);
  }
  record.checked = { ...concluded(notes, new Map(), around), references };
}
