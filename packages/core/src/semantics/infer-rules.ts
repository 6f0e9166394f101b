// Inference over rules, formal constraints and effects: scopes for their names, and what they compare.
import type { Action, Clause, Effect, ItemBody, Rule } from "../syntax/tree.ts";
import { condition, infer, inferPattern } from "./infer.ts";
import { type Inference, within } from "./inference.ts";
import { lookUp } from "./scope.ts";
import {
  type Evidence,
  elementOf,
  fixedUnit,
  numberTerm,
  resolve,
  type Term,
  unify,
  unifyUnits,
} from "./terms.ts";
import { one } from "./units/unit.ts";

/** Walks a top-level item; prose, declarations and examples say nothing about types of undeclared attributes. */
export function inferItem(body: ItemBody, inference: Inference): void {
  switch (body.kind) {
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      inferRule(body, inference);
      return;
    case "formal-constraint":
      inferClause(body.clause, inference);
      return;
    default:
      return;
  }
}

function inferRule(rule: Rule, inference: Inference): void {
  switch (rule.kind) {
    case "if":
      for (const branch of rule.branches) {
        condition(branch.condition, inference);
        inferActions(branch.actions, inference);
      }
      inferActions(rule.otherwise, inference);
      inferActions(rule.unknown, inference);
      return;
    case "for": {
      const element = elementOf(infer(rule.collection, inference));
      inference.binds(rule.variable, "loop", inference.base);
      const names: [string, Term][] = [[rule.variable.text, element]];
      if (rule.index !== null) {
        inference.binds(rule.index, "index", inference.base);
        names.push([rule.index.text, numberTerm(fixedUnit(one), true)]);
      }
      within(inference, names, () => {
        if (rule.where !== null) condition(rule.where, inference);
        for (const { rule: inner } of rule.body) {
          if (inner.kind !== "error") inferRule(inner, inference);
        }
        inferActions(rule.unknown, inference);
      });
      return;
    }
    case "while":
      condition(rule.condition, inference);
      within(inference, [], () => {
        for (const { rule: inner } of rule.body) {
          if (inner.kind !== "error") inferRule(inner, inference);
        }
      });
      inferActions(rule.unknown, inference);
      return;
    case "match": {
      const subject = infer(rule.subject, inference);
      for (const arm of rule.arms) {
        inferPattern(arm.pattern, rule.subject, subject, inference);
        if (arm.guard !== null) condition(arm.guard, inference);
        inferActions(arm.actions, inference);
      }
      inferActions(rule.unknown, inference);
      return;
    }
    case "let": {
      const term = infer(rule.value, inference);
      inference.binds(rule.name, "let", inference.base);
      inference.scope.names.set(rule.name.text, term);
      return;
    }
    case "set": {
      inference.changes(rule.name.text);
      const value = infer(rule.value, inference);
      const known = lookUp(inference.scope, rule.name.text);
      if (known !== null) unify(known, value, null, () => {});
      return;
    }
    case "failsafe":
      inferActions(rule.actions, inference);
      return;
  }
}

function inferActions(actions: readonly Action[] | null, inference: Inference): void {
  for (const action of actions ?? []) {
    for (const argument of action.arguments) infer(argument.value, inference);
  }
}

function inferClause(clause: Clause, inference: Inference): void {
  if (clause.kind === "never" && clause.guard !== null)
    condition(clause.guard.condition, inference);
  if (clause.kind === "always") condition(clause.condition, inference);
}

/** Walks an effect on an attribute that the rules or CONTEXT know. */
export function inferEffect(
  effect: Effect,
  attribute: Term,
  evidence: Evidence,
  inference: Inference,
): void {
  const amount = infer(effect.amount, inference);
  if (effect.change === "SETS") {
    unify(attribute, amount, evidence, () => {});
    return;
  }
  const target = resolve(attribute);
  const by = resolve(amount);
  if (by.kind !== "number") return;
  if (target.kind === "number") unifyUnits(target.unit, by.unit, evidence, () => {});
  else if (target.kind === "variable") unify(target, by, evidence, () => {});
}
