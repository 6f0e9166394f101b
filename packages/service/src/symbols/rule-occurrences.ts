// Mentions in rules: labels, actions, and the names that blocks bind for their own lines.
import type { Tree } from "@omega/core";
import {
  bindName,
  elementPath,
  readAction,
  readExpression,
  readPattern,
  type Scope,
} from "./expression-occurrences.ts";
import { mention, type Walk } from "./mention.ts";
import { symbolOf } from "./symbol.ts";

/** Notes what a rule mentions. Gives the scope of the rules after it in its block: a LET binds for the rest of it. */
export function readRule(rule: Tree.Rule | Tree.ErrorItem, scope: Scope, walk: Walk): Scope {
  switch (rule.kind) {
    case "error":
      return scope;
    case "if":
      readLabel(rule.label, walk);
      for (const { condition, actions } of rule.branches) {
        readExpression(condition, scope, walk);
        readActions(actions, scope, walk);
      }
      readActions(rule.otherwise ?? [], scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return scope;
    case "for":
      readLabel(rule.label, walk);
      readFor(rule, scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return scope;
    case "while":
      readLabel(rule.label, walk);
      readExpression(rule.condition, scope, walk);
      readBlock(rule.body, scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return scope;
    case "match":
      readLabel(rule.label, walk);
      readExpression(rule.subject, scope, walk);
      for (const { pattern, guard, actions } of rule.arms) {
        readPattern(pattern, scope, walk);
        if (guard !== null) readExpression(guard, scope, walk);
        readActions(actions, scope, walk);
      }
      readActions(rule.unknown ?? [], scope, walk);
      return scope;
    case "let": {
      const path = readExpression(rule.value, scope, walk);
      return bindName(rule.name, path, scope, walk);
    }
    case "set": {
      readExpression(rule.value, scope, walk);
      const bound = scope.get(rule.name.text);
      if (bound !== undefined) mention(walk, bound.symbol, rule.name.span, "write");
      return scope;
    }
    case "failsafe":
      readActions(rule.actions, scope, walk);
      return scope;
  }
}

function readFor(rule: Tree.ForRule, outer: Scope, walk: Walk): void {
  const path = elementPath(readExpression(rule.collection, outer, walk));
  let scope = bindName(rule.variable, path, outer, walk);
  const loop = scope.get(rule.variable.text)?.symbol ?? null;
  walk.loops.set(rule.variable.text, walk.loops.has(rule.variable.text) ? null : loop);
  if (rule.index !== null) scope = bindName(rule.index, null, scope, walk);
  if (rule.where !== null) readExpression(rule.where, scope, walk);
  readBlock(rule.body, scope, walk);
}

function readBlock(body: readonly Tree.BlockItem[], outer: Scope, walk: Walk): void {
  let scope = outer;
  for (const { rule } of body) scope = readRule(rule, scope, walk);
}

function readActions(actions: readonly Tree.Action[], scope: Scope, walk: Walk): void {
  for (const action of actions) readAction(action, "write", scope, walk);
}

function readLabel(label: Tree.Name | null, walk: Walk): void {
  if (label === null) return;
  mention(walk, symbolOf("rule", walk.policy, label.text), label.span, "declare");
}
