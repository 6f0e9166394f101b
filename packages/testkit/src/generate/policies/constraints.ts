// Formal constraints and authorities over the actions that a generated policy takes.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import { createExpressionSource } from "./expressions.ts";
import { booleanKind } from "./kinds.ts";
import type { Scope } from "./scope.ts";

/** What the rules of a policy mention. */
export interface Mentions {
  readonly actions: readonly string[];
  readonly loopVariables: readonly string[];
}

/** The actions a policy's rules take and the loop variables they bind, each once, in order of first mention. */
export function mentionsOf(rules: readonly Tree.Rule[]): Mentions {
  const actions = new Set<string>();
  const loopVariables = new Set<string>();
  const take = (list: readonly Tree.Action[] | null): void => {
    for (const { name } of list ?? []) actions.add(name.text);
  };
  const walk = (rule: Tree.Rule | Tree.ErrorItem): void => {
    switch (rule.kind) {
      case "if":
        for (const branch of rule.branches) take(branch.actions);
        take(rule.otherwise);
        take(rule.unknown);
        break;
      case "for":
        loopVariables.add(rule.variable.text);
        for (const inner of rule.body) walk(inner.rule);
        take(rule.unknown);
        break;
      case "while":
        for (const inner of rule.body) walk(inner.rule);
        take(rule.unknown);
        break;
      case "match":
        for (const arm of rule.arms) take(arm.actions);
        take(rule.unknown);
        break;
      case "failsafe":
        take(rule.actions);
        break;
      case "let":
      case "set":
      case "error":
        break;
    }
  };
  for (const rule of rules) walk(rule);
  return { actions: [...actions], loopVariables: [...loopVariables] };
}

/** Who may take the actions, and who has to agree to some of them. */
export interface Authorities {
  readonly items: readonly Tree.Item[];
  readonly approved: readonly string[];
}

/** ACTOR items: without MAY lists, or with lists that leave nothing out. */
export function drawAuthorities(draw: Draw, { actions }: Mentions): Authorities {
  const limits = actions.length > 0 && draw.chance(1, 3);
  const cut = draw.whole(actions.length);
  const lists = [actions.slice(0, Math.max(1, cut)), actions.slice(cut)];
  const approved = actions.length > 0 && draw.chance(1, 3) ? [draw.pick(actions)] : [];
  const actor = (rank: string, role: string, position: number): Tree.Item => {
    const may = limits ? (lists[position] ?? []) : [];
    return node.item({
      kind: "actor",
      rank: node.name(rank),
      role: node.name(role),
      may: may.length === 0 ? null : may.map(node.name),
      approves: position === 1 ? approved.map(node.name) : [],
      span: node.nowhere,
    });
  };
  return {
    items: [actor("Primary", "SafetySystem", 0), actor("Secondary", "Operator", 1)],
    approved,
  };
}

/** CONSTRAINT items: prose, and clauses of every kind over actions that some rule takes. */
export function drawConstraints(
  draw: Draw,
  scope: Scope,
  mentions: Mentions,
  approved: readonly string[],
): readonly Tree.Item[] {
  return draw.list(0, 4, (position) => {
    if (mentions.actions.length === 0) return node.item(node.labelled("Legal", "nobody is hurt"));
    return node.item({
      kind: "formal-constraint",
      category: node.name(draw.pick(["Safety", "Legal", "Technical"])),
      label: draw.chance(1, 2) ? node.name(`Clause${position}`) : null,
      clause: drawClause(draw, scope, mentions, approved),
      span: node.nowhere,
    });
  });
}

function drawClause(
  draw: Draw,
  scope: Scope,
  { actions, loopVariables }: Mentions,
  approved: readonly string[],
): Tree.Clause {
  const source = createExpressionSource(draw);
  const condition = (): Tree.Expression => source.of(booleanKind, scope, 2);
  const several = (most: number): readonly Tree.Name[] => {
    const from = draw.whole(actions.length - 1);
    return actions.slice(from, from + 1 + draw.whole(most - 1)).map(node.name);
  };
  const per = (): Tree.Name | null =>
    loopVariables.length > 0 && draw.chance(1, 2) ? node.name(draw.pick(loopVariables)) : null;
  const demandable = actions.filter((name) => !approved.includes(name));
  const two = (): readonly [Tree.Name, Tree.Name] => {
    const first = draw.whole(actions.length - 1);
    const second = (first + 1 + draw.whole(actions.length - 2)) % actions.length;
    return [node.name(actions[first] ?? ""), node.name(actions[second] ?? "")];
  };
  const hasTwo = actions.length > 1;
  return draw.weighted<Tree.Clause>([
    [
      3,
      () => ({
        kind: "never",
        actions: several(3),
        guard: draw.chance(2, 3)
          ? { kind: draw.pick(["when", "unless"]), condition: condition() }
          : null,
      }),
    ],
    [
      demandable.length > 0 ? 2 : 0,
      () => ({
        kind: "always",
        action: node.name(draw.pick(demandable)),
        condition: condition(),
      }),
    ],
    [2, () => ({ kind: "at-most", count: draw.whole(3), actions: several(3), per: per() })],
    [1, () => ({ kind: "exactly-one", actions: several(3), per: per() })],
    [
      hasTwo ? 2 : 0,
      () => {
        const [first, required] = two();
        return { kind: "requires", action: first, required };
      },
    ],
    [
      hasTwo ? 1 : 0,
      () => {
        const [first, later] = two();
        return { kind: "before", action: first, later };
      },
    ],
    [1, () => ({ kind: "max-loop", count: 1 + draw.whole(5) })],
  ]);
}
