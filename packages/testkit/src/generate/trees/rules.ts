// Arbitrary rules: every kind, nested, labelled, commented.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import { drawActions, drawExpression, drawPattern } from "./expressions.ts";
import { drawComments, drawName, drawTrailingComment } from "./names.ts";

const expressionDepth = 3;

/** A rule whose blocks nest at most `depth` deep. */
export function drawRule(draw: Draw, depth: number): Tree.Rule {
  return draw.part("rule", () =>
    draw.weighted<Tree.Rule>([
      [6, () => drawIf(draw)],
      [depth > 0 ? 2 : 0, () => drawFor(draw, depth)],
      [depth > 0 ? 2 : 0, () => drawWhile(draw, depth)],
      [2, () => drawMatch(draw)],
      [1, () => node.letRule(drawName(draw), drawExpression(draw, expressionDepth))],
      [1, () => node.setRule(drawName(draw), drawExpression(draw, expressionDepth))],
      [1, () => ({ kind: "failsafe", actions: drawActions(draw, 1), span: node.nowhere })],
    ]),
  );
}

function drawRuleLabel(draw: Draw): Tree.Name | null {
  return draw.chance(1, 3) ? node.name(drawName(draw)) : null;
}

function drawUnknown(draw: Draw): readonly Tree.Action[] | null {
  return draw.chance(1, 3) ? drawActions(draw, 1) : null;
}

function drawIf(draw: Draw): Tree.Rule {
  return {
    kind: "if",
    label: drawRuleLabel(draw),
    branches: draw.list(1, 3, () => ({
      condition: drawExpression(draw, expressionDepth),
      actions: drawActions(draw, 1),
      span: node.nowhere,
    })),
    otherwise: draw.chance(1, 3) ? drawActions(draw, 1) : null,
    unknown: drawUnknown(draw),
    span: node.nowhere,
  };
}

/** What FOR and WHILE have between their braces. */
function drawBlock(
  draw: Draw,
  depth: number,
): { readonly body: readonly Tree.BlockItem[]; readonly closingComments: readonly string[] } {
  return {
    body: draw.list(0, 3, () => ({
      kind: "block-item",
      leadingComments: drawComments(draw),
      trailingComment: drawTrailingComment(draw),
      rule: drawRule(draw, depth - 1),
    })),
    closingComments: drawComments(draw),
  };
}

function drawFor(draw: Draw, depth: number): Tree.Rule {
  return {
    kind: "for",
    label: drawRuleLabel(draw),
    variable: node.name(drawName(draw)),
    index: draw.chance(1, 3) ? node.name(drawName(draw)) : null,
    collection: drawExpression(draw, expressionDepth),
    where: draw.chance(1, 3) ? drawExpression(draw, expressionDepth) : null,
    ...drawBlock(draw, depth),
    unknown: drawUnknown(draw),
    span: node.nowhere,
  };
}

function drawWhile(draw: Draw, depth: number): Tree.Rule {
  return {
    kind: "while",
    label: drawRuleLabel(draw),
    condition: drawExpression(draw, expressionDepth),
    maximum: draw.chance(1, 2) ? node.number(String(draw.whole(50))) : null,
    ...drawBlock(draw, depth),
    unknown: drawUnknown(draw),
    span: node.nowhere,
  };
}

function drawMatch(draw: Draw): Tree.Rule {
  return {
    kind: "match",
    label: drawRuleLabel(draw),
    subject: drawExpression(draw, expressionDepth),
    arms: draw.list(1, 3, () => ({
      leadingComments: drawComments(draw),
      trailingComment: drawTrailingComment(draw),
      pattern: drawPattern(draw),
      guard: draw.chance(1, 4) ? drawExpression(draw, 2) : null,
      actions: drawActions(draw, 1),
      span: node.nowhere,
    })),
    closingComments: drawComments(draw),
    unknown: drawUnknown(draw),
    span: node.nowhere,
  };
}
