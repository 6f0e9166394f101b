// Rules that type-check, nested, each block with the LET names before it in scope.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import type { ExpressionSource } from "./expression-source.ts";
import { createExpressionSource } from "./expressions.ts";
import {
  booleanKind,
  drawLiteralOf,
  drawQuantity,
  durationKind,
  type Kind,
  listOf,
  plain,
  plainKind,
  textKind,
  textValues,
} from "./kinds.ts";
import { freshName, listPaths, pathsIn, type Scope, withVariable } from "./scope.ts";

export const actionNames = [
  "StopMachine",
  "Alert",
  "CoolDown",
  "SlowDown",
  "Open",
  "Close",
  "Report",
  "`Call doctor`".slice(1, -1),
];

const conditionDepth = 3;

interface RuleDraft {
  readonly source: ExpressionSource;
  /** How many labels were given: each is one of its own. */
  labels: number;
}

/** A list of rules; `depth` is how deep their blocks nest. */
export function drawRules(draw: Draw, scope: Scope, depth: number): readonly Tree.Rule[] {
  const draft: RuleDraft = { source: createExpressionSource(draw), labels: 0 };
  return drawBlock(draft, scope, depth, 1, 6);
}

function drawBlock(
  draft: RuleDraft,
  scope: Scope,
  depth: number,
  least: number,
  most: number,
): readonly Tree.Rule[] {
  let inside = scope;
  return draft.source.draw
    .list(least, most, () => {
      const [rule, after] = drawRule(draft, inside, depth);
      inside = after;
      return rule;
    })
    .flat();
}

/** A rule (or a LET and the loop that counts with it) and the scope behind it. */
function drawRule(
  draft: RuleDraft,
  scope: Scope,
  depth: number,
): readonly [rules: readonly Tree.Rule[], after: Scope] {
  const { draw } = draft.source;
  const plainRule = (rule: Tree.Rule): readonly [readonly Tree.Rule[], Scope] => [[rule], scope];
  return draw.part("rule", () =>
    draw.weighted<readonly [readonly Tree.Rule[], Scope]>([
      [8, () => plainRule(drawIf(draft, scope))],
      [depth > 0 ? 4 : 0, () => plainRule(drawFor(draft, scope, depth - 1))],
      [depth > 0 ? 2 : 0, () => plainRule(drawGuard(draft, scope, depth - 1))],
      [depth > 0 ? 2 : 0, () => drawCountingLoop(draft, scope, depth - 1)],
      [3, () => plainRule(drawMatch(draft, scope))],
      [3, () => drawLet(draft, scope)],
      [1, () => plainRule(drawSet(draft, scope))],
    ]),
  );
}

function drawLabel(draft: RuleDraft): Tree.Name | null {
  if (!draft.source.draw.chance(1, 3)) return null;
  draft.labels += 1;
  return node.name(`Rule${draft.labels}`);
}

function drawUnknown(draft: RuleDraft, scope: Scope): readonly Tree.Action[] | null {
  return draft.source.draw.chance(1, 3) ? drawActions(draft, scope) : null;
}

function drawIf(draft: RuleDraft, scope: Scope): Tree.Rule {
  const { source } = draft;
  const { draw } = source;
  return {
    kind: "if",
    label: drawLabel(draft),
    branches: draw.list(1, 3, () => ({
      condition: source.of(booleanKind, scope, conditionDepth),
      actions: drawActions(draft, scope),
      span: node.nowhere,
    })),
    otherwise: draw.chance(1, 3) ? drawActions(draft, scope) : null,
    unknown: drawUnknown(draft, scope),
    span: node.nowhere,
  };
}

function drawFor(draft: RuleDraft, scope: Scope, depth: number): Tree.Rule {
  const { source } = draft;
  const { draw } = source;
  const lists = listPaths(scope);
  const found = lists.length === 0 ? null : draw.pick(lists);
  const element = found?.element ?? plainKind;
  const collection =
    found !== null && draw.chance(2, 3) ? found.expression : source.of(listOf(element), scope, 1);
  const variable = freshName(scope, "item");
  const withElement = withVariable(scope, variable, element);
  const index = draw.chance(1, 3) ? freshName(withElement, "position") : null;
  const inside = index === null ? withElement : withVariable(withElement, index, plainKind);
  const where = draw.chance(1, 3) ? source.of(booleanKind, inside, 2) : null;
  return node.forRule(variable, collection, drawBlock(draft, inside, depth, 1, 3), {
    label: drawLabel(draft),
    index: index === null ? null : node.name(index),
    where,
    unknown: drawUnknown(draft, scope),
  });
}

/** A WHILE that nothing in its body changes, as far as the generator knows: a guard. */
function drawGuard(draft: RuleDraft, scope: Scope, depth: number): Tree.Rule {
  const condition = draft.source.of(booleanKind, scope, 2);
  const body = drawBlock(draft, scope, depth, 1, 2);
  return whileRule(draft, scope, condition, null, body);
}

/** `LET n = 0`, and a WHILE whose body counts it up. */
function drawCountingLoop(
  draft: RuleDraft,
  scope: Scope,
  depth: number,
): readonly [readonly Tree.Rule[], Scope] {
  const { source } = draft;
  const { draw } = source;
  const counter = freshName(scope, "count");
  const inside = withVariable(scope, counter, plainKind, true);
  const bound = draw.chance(2, 3)
    ? node.number(String(draw.whole(6)))
    : source.of(plainKind, scope, 1);
  const condition = node.binary("<", node.reference(counter), bound);
  const step = node.setRule(
    counter,
    node.binary("+", node.reference(counter), node.number(draw.pick(["1", "2", "0"]))),
  );
  const body = [step, ...drawBlock(draft, inside, depth, 0, 2)];
  const maximum = draw.chance(1, 2) ? node.number(String(draw.whole(5))) : null;
  const loop = whileRule(draft, inside, condition, maximum, body);
  return [[node.letRule(counter, node.number("0")), loop], inside];
}

function whileRule(
  draft: RuleDraft,
  scope: Scope,
  condition: Tree.Expression,
  maximum: Tree.NumberLiteral | null,
  body: readonly Tree.Rule[],
): Tree.Rule {
  return {
    kind: "while",
    label: drawLabel(draft),
    condition,
    maximum,
    body: body.map(node.blockItem),
    closingComments: [],
    unknown: drawUnknown(draft, scope),
    span: node.nowhere,
  };
}

function drawMatch(draft: RuleDraft, scope: Scope): Tree.Rule {
  const { source } = draft;
  const { draw } = source;
  const paths = pathsIn(scope).filter(({ kind }) => isMatchable(kind));
  const path = paths.length === 0 ? null : draw.pick(paths);
  const kind = path?.kind ?? plainKind;
  const subject = path !== null && draw.chance(2, 3) ? path.expression : source.of(kind, scope, 1);
  const arm = (pattern: Tree.Pattern): Tree.MatchArm => ({
    leadingComments: [],
    trailingComment: null,
    pattern,
    guard: draw.chance(1, 4) ? source.of(booleanKind, scope, 2) : null,
    actions: drawActions(draft, scope),
    span: node.nowhere,
  });
  const arms = draw.list(1, 3, () => arm(drawPatternOf(draw, kind)));
  const otherwise = draw.chance(1, 2) ? [{ ...arm(node.pattern(node.wildcard)), guard: null }] : [];
  return {
    kind: "match",
    label: drawLabel(draft),
    subject,
    arms: [...arms, ...otherwise],
    closingComments: [],
    unknown: drawUnknown(draft, scope),
    span: node.nowhere,
  };
}

function isMatchable(kind: Kind): boolean {
  if (kind.kind === "list") return kind.element.kind === "number" && kind.element.family === plain;
  return kind.kind === "boolean" || kind.kind === "text" || kind.kind === "number";
}

/** Alternatives of literals and ranges, as the subject's kind allows. */
function drawPatternOf(draw: Draw, kind: Kind): Tree.Pattern {
  const alternatives = draw.list(1, 3, () => {
    if (kind.kind === "number" && draw.chance(1, 3)) {
      const unit = draw.pick(kind.family.units);
      const low = node.number(draw.pick(["0", "1", "-5"]), unit);
      return node.rangePattern(low, node.number(draw.pick(["2", "10", "20"]), unit));
    }
    return node.literalPattern(
      kind.kind === "number" ? drawQuantity(draw, kind) : drawLiteralOf(draw, kind),
    );
  });
  return node.pattern(...alternatives);
}

function drawLet(draft: RuleDraft, scope: Scope): readonly [readonly Tree.Rule[], Scope] {
  const { source } = draft;
  const { draw } = source;
  const paths = pathsIn(scope);
  const kind =
    paths.length === 0 || draw.chance(1, 3)
      ? draw.pick([plainKind, booleanKind, textKind, durationKind, listOf(plainKind)])
      : draw.pick(paths).kind;
  const variable = freshName(scope, "value");
  const rule = node.letRule(variable, source.of(kind, scope, 2));
  return [[rule], withVariable(scope, variable, kind, true)];
}

function drawSet(draft: RuleDraft, scope: Scope): Tree.Rule {
  const { source } = draft;
  const settable = scope.variables.filter((variable) => variable.settable);
  if (settable.length === 0) return drawIf(draft, scope);
  const { name, kind } = source.draw.pick(settable);
  return node.setRule(name, source.of(kind, scope, 2));
}

/** One to three actions, with arguments of every kind. */
function drawActions(draft: RuleDraft, scope: Scope): readonly Tree.Action[] {
  return draft.source.draw.list(1, 3, () => drawAction(draft, scope));
}

function drawAction({ source }: RuleDraft, scope: Scope): Tree.Action {
  const { draw } = source;
  const actionName = draw.pick(actionNames);
  return draw.weighted<Tree.Action>([
    [5, () => node.action(actionName)],
    [2, () => node.action(actionName, node.argument(node.text(draw.pick(textValues))))],
    [
      2,
      () => {
        const values = draw.list(1, 2, (position) => {
          const named = draw.chance(2, 3) ? `argument${position}` : null;
          return node.argument(drawArgument(source, scope), named);
        });
        return node.action(actionName, ...values);
      },
    ],
  ]);
}

function drawArgument(source: ExpressionSource, scope: Scope): Tree.Expression {
  const { draw } = source;
  const paths = pathsIn(scope);
  if (paths.length > 0 && draw.chance(1, 2)) return draw.pick(paths).expression;
  return draw.weighted<Tree.Expression>([
    [2, () => drawQuantity(draw, durationKind)],
    [1, () => source.of(plainKind, scope, 2)],
    [1, () => source.of(textKind, scope, 1)],
    [1, () => source.of(booleanKind, scope, 1)],
  ]);
}
