// Formal constraints and effects, checked and resolved.
import * as diagnostics from "../diagnostics/om3-actions.ts";
import { printClause } from "../syntax/print-document.ts";
import type { Clause, Name } from "../syntax/tree.ts";
import type { ConstraintInformation, EffectInformation } from "./analysis.ts";
import { type ActionTable, isTaken } from "./authority.ts";
import { type Checking, requireFeature } from "./checking.ts";
import { lowerCondition } from "./lower-condition.ts";
import { comparableParts } from "./lower-operators.ts";
import { describeType, differenceType } from "./number-type.ts";
import type {
  ProgramClause,
  ProgramConstraint,
  ProgramEffect,
  ProgramExpression,
} from "./program.ts";
import type { Type } from "./types.ts";

/** What constraints and effects are checked against. */
export interface ClauseFacts {
  readonly actions: ActionTable;
  readonly taken: readonly string[];
  /** The roles that must agree, by action. */
  readonly approvers: ReadonlyMap<string, readonly string[]>;
  readonly loopVariables: ReadonlySet<string>;
}

/** A formal constraint for the program. An imported one keeps quiet about actions that this policy does not take. */
export function lowerConstraint(
  information: ConstraintInformation,
  checking: Checking,
  facts: ClauseFacts,
): ProgramConstraint {
  const { constraint, id, place, line } = information;
  return {
    id,
    category: constraint.category.text,
    text: printClause(constraint.clause),
    line,
    span: place.span,
    file: information.source.file,
    clause: lowerClause(constraint.clause, information, checking, facts),
  };
}

function lowerClause(
  clause: Clause,
  information: ConstraintInformation,
  checking: Checking,
  facts: ClauseFacts,
): ProgramClause {
  for (const name of actionsOf(clause)) checkTaken(name, information, checking, facts);
  switch (clause.kind) {
    case "never":
      return {
        kind: "never",
        actions: clause.actions.map(textOf),
        guard:
          clause.guard === null
            ? null
            : {
                kind: clause.guard.kind,
                condition: lowerCondition(clause.guard.condition, checking),
              },
      };
    case "always": {
      checkAlways(clause.action, checking, facts);
      const condition = lowerCondition(clause.condition, checking);
      return { kind: "always", action: clause.action.text, condition };
    }
    case "at-most":
      checkPer(clause.per, checking, facts);
      return {
        kind: "at-most",
        count: clause.count,
        actions: clause.actions.map(textOf),
        per: clause.per?.text ?? null,
      };
    case "exactly-one":
      checkPer(clause.per, checking, facts);
      return {
        kind: "exactly-one",
        actions: clause.actions.map(textOf),
        per: clause.per?.text ?? null,
      };
    case "requires":
      return { kind: "requires", action: clause.action.text, required: clause.required.text };
    case "before":
      return { kind: "before", action: clause.action.text, later: clause.later.text };
    case "max-loop":
      return { kind: "max-loop", count: clause.count };
  }
}

const textOf = (name: Name): string => name.text;

/** The actions a clause names. */
export function actionsOf(clause: Clause): readonly Name[] {
  switch (clause.kind) {
    case "never":
    case "at-most":
    case "exactly-one":
      return clause.actions;
    case "always":
      return [clause.action];
    case "requires":
      return [clause.action, clause.required];
    case "before":
      return [clause.action, clause.later];
    case "max-loop":
      return [];
  }
}

function checkTaken(
  name: Name,
  information: ConstraintInformation,
  checking: Checking,
  facts: ClauseFacts,
): void {
  if (isTaken(facts.actions.get(name.text))) return;
  if (information.imported) {
    checking.report.report(diagnostics.importedActionNeverTaken, name.span, {
      name: name.text,
      path: information.source.file,
    });
    return;
  }
  checking.report.report(diagnostics.actionNeverTaken, name.span, {
    name: name.text,
    suggestions: checking.facts
      .suggest(name.text, facts.taken)
      .filter(
        (near) => !actionsOf(information.constraint.clause).some(({ text }) => text === near),
      ),
  });
}

function checkAlways(name: Name, checking: Checking, facts: ClauseFacts): void {
  const approvers = facts.approvers.get(name.text) ?? [];
  if (approvers.length === 0) return;
  checking.report.report(diagnostics.alwaysPending, name.span, {
    name: name.text,
    roles: approvers,
  });
}

function checkPer(per: Name | null, checking: Checking, facts: ClauseFacts): void {
  if (per === null || facts.loopVariables.has(per.text)) return;
  checking.report.report(diagnostics.perWithoutLoop, per.span, {
    name: per.text,
    suggestions: checking.facts.suggest(per.text, facts.loopVariables),
  });
}

// ---- effects -----------------------------------------------------------------------------------------------------

/** An effect for the program; null where it names nothing that it could change, which is reported. */
export function lowerEffect(
  information: EffectInformation,
  checking: Checking,
  facts: ClauseFacts,
): ProgramEffect | null {
  const { effect, line, imported } = information;
  const { action, attribute: name, change } = effect;
  requireFeature(checking, "effects", "an effect", effect.span);
  if (!isTaken(facts.actions.get(action.text)) && !imported) {
    checking.report.report(diagnostics.effectOfNoAction, action.span, {
      name: action.text,
      suggestions: checking.facts.suggest(action.text, facts.taken),
    });
  }
  const attribute = checking.facts.attributes.get(name.text);
  const attributeIndex = checking.facts.attributeIndex.get(name.text);
  if (attribute === undefined || attributeIndex === undefined) {
    checking.lower(effect.amount, checking);
    if (imported) return null;
    checking.report.report(diagnostics.effectOnNothing, name.span, {
      name: name.text,
      problem: "unknown",
      found: "",
      suggestions: checking.facts.suggest(name.text, checking.facts.attributes.keys()),
    });
    return null;
  }
  const { span } = name;
  const base = checking.item.start;
  attribute.references.push({
    file: checking.source.file,
    span: { start: span.start + base, end: span.end + base },
    use: "write",
  });
  const { type } = attribute;
  if (change !== "SETS" && type.kind !== "number" && type.kind !== "undetermined") {
    checking.report.report(diagnostics.effectOnNothing, span, {
      name: name.text,
      problem: "kind",
      found: describeType(type),
      suggestions: [],
    });
    return null;
  }
  const wanted: Type = change !== "SETS" && type.kind === "number" ? differenceType(type) : type;
  const of = { kind: "reference", name: name.text, span } as const;
  const lowered = checking.lower(effect.amount, checking, { type: wanted, of });
  const own: ProgramExpression = {
    kind: "attribute",
    type: wanted,
    index: attributeIndex,
    name: name.text,
  };
  const parts = comparableParts(
    { node: own, expression: of },
    { node: lowered, expression: effect.amount },
    checking,
  );
  return parts === null
    ? null
    : {
        action: action.text,
        change,
        attribute: name.text,
        attributeIndex,
        amount: parts[1].node,
        line,
      };
}
