// Mentions in rules: labels, actions, and the names that blocks bind for their own lines.
import type { Tree } from "@omega/core";
import {
  bindName,
  elementPath,
  readAction,
  readExpression,
  readPattern,
} from "./expression-occurrences.ts";
import { mention, type Walk } from "./mention.ts";
import { lookUp, openScope, type Scope } from "./scope.ts";
import { symbolOf } from "./symbol.ts";

/** Notes what a rule mentions. A LET binds its name in `scope`, for the rest of its block. */
export function readRule(rule: Tree.Rule | Tree.ErrorItem, scope: Scope, walk: Walk): void {
  switch (rule.kind) {
    case "error":
      return;
    case "if":
      readLabel(rule.label, walk);
      for (const { condition, actions } of rule.branches) {
        readExpression(condition, scope, walk);
        readActions(actions, scope, walk);
      }
      readActions(rule.otherwise ?? [], scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return;
    case "for":
      readLabel(rule.label, walk);
      readFor(rule, scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return;
    case "while":
      readLabel(rule.label, walk);
      readExpression(rule.condition, scope, walk);
      readBlock(rule.body, scope, walk);
      readActions(rule.unknown ?? [], scope, walk);
      return;
    case "match":
      readLabel(rule.label, walk);
      readExpression(rule.subject, scope, walk);
      for (const { pattern, guard, actions } of rule.arms) {
        readPattern(pattern, scope, walk);
        if (guard !== null) readExpression(guard, scope, walk);
        readActions(actions, scope, walk);
      }
      readActions(rule.unknown ?? [], scope, walk);
      return;
    case "let": {
      const path = readExpression(rule.value, scope, walk);
      bindName(rule.name, path, scope, walk);
      return;
    }
    case "set": {
      readExpression(rule.value, scope, walk);
      const bound = lookUp(rule.name.text, scope, walk.asked);
      if (bound !== null) mention(walk, bound.symbol, rule.name.span, "write");
      return;
    }
    case "failsafe":
      readActions(rule.actions, scope, walk);
      return;
  }
}

function readFor(rule: Tree.ForRule, outer: Scope, walk: Walk): void {
  const path = elementPath(readExpression(rule.collection, outer, walk));
  const scope = openScope(outer);
  walk.loops.push(bindName(rule.variable, path, scope, walk));
  if (rule.index !== null) bindName(rule.index, null, scope, walk);
  if (rule.where !== null) readExpression(rule.where, scope, walk);
  readBlock(rule.body, scope, walk);
}

function readBlock(body: readonly Tree.BlockItem[], outer: Scope, walk: Walk): void {
  const scope = openScope(outer);
  for (const { rule } of body) readRule(rule, scope, walk);
}

function readActions(actions: readonly Tree.Action[], scope: Scope, walk: Walk): void {
  for (const action of actions) readAction(action, "write", scope, walk);
}

function readLabel(label: Tree.Name | null, walk: Walk): void {
  if (label === null) return;
  mention(walk, symbolOf("rule", walk.homes.policy, label.text), label.span, "declare");
}
