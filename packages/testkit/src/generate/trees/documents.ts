// Arbitrary documents: every section and every kind of item, whether or not they would check. For the laws of the parser
// and the formatter.
import { printDocument, type Tree } from "@omega/core";
import * as fc from "fast-check";
import { type Draw, drawn } from "../draw.ts";
import * as node from "../nodes.ts";
import { drawActions, drawExpression, drawLiteral, drawPath, drawType } from "./expressions.ts";
import {
  drawComments,
  drawLabel,
  drawName,
  drawProse,
  drawText,
  drawTrailingComment,
} from "./names.ts";
import { drawRule } from "./rules.ts";

/** A document's tree, which stands nowhere, and its text as the formatter writes it. */
export interface WrittenTree {
  readonly document: Tree.Document;
  readonly text: string;
  /** Failure messages show the text. */
  readonly [fc.toStringMethod]: () => string;
}

/** Any document, or a suite of examples, as tree and text. */
export function anyDocument(size: number): fc.Arbitrary<WrittenTree> {
  return drawn(size, (draw) => {
    const document = drawDocument(draw);
    const text = printDocument(document);
    return { document, text, [fc.toStringMethod]: () => `\n${text}` };
  });
}

/** Any document, or a suite of examples. */
export function drawDocument(draw: Draw): Tree.Document {
  const trailingComments = drawComments(draw);
  if (draw.chance(1, 8)) {
    return {
      kind: "document",
      suiteFor: {
        kind: "suite-header",
        policy: draw.pick(["factory.omni", "a b.omni", "../site.omni"]),
        leadingComments: drawComments(draw),
        span: node.nowhere,
      },
      sections: draw.list(0, 3, () => drawExample(draw)),
      trailingComments,
    };
  }
  return { ...node.document(drawSections(draw)), trailingComments };
}

function drawSections(draw: Draw): readonly Tree.Section[] {
  const several = (keyword: Tree.SectionKeyword, build: () => Tree.Item): Tree.Section[] =>
    draw.list(0, 1, () => drawSection(draw, keyword, build));
  return [
    ...draw.list(0, 1, () => drawIntent(draw)),
    ...several("IMPORT", () => drawFormalItem(draw, drawImport(draw))),
    ...several("ACTOR", () => drawFormalItem(draw, drawActor(draw))),
    ...several("CONTEXT", () => drawFormalItem(draw, drawAttribute(draw))),
    ...several("ASSUMPTION", () => drawProseItem(draw, node.prose(drawProse(draw, true)))),
    ...draw.list(0, 3, () =>
      drawSection(draw, "RULE", () => drawFormalItem(draw, drawRule(draw, 3))),
    ),
    ...several("CONSTRAINT", () => drawConstraint(draw)),
    ...several("IMPACT", () => drawImpact(draw)),
    ...several("TRACE", () => drawProseItem(draw, drawLabelled(draw))),
    ...several("REVIEW", () => drawReview(draw)),
    ...draw.list(0, 2, () => drawExample(draw)),
  ];
}

function drawTitle(draw: Draw): string | null {
  return draw.chance(1, 3)
    ? draw.pick(["Overheating", "worker inside the cell", "Größe 3", "2nd, less urgent", "IF THEN"])
    : null;
}

function drawSection(
  draw: Draw,
  keyword: Tree.SectionKeyword,
  build: () => Tree.Item,
): Tree.Section {
  const items = draw.list(0, 5, (position) => {
    const drawnItem = build();
    return position === 0 ? { ...drawnItem, blankLineBefore: false } : drawnItem;
  });
  return node.section(keyword, items, {
    title: drawTitle(draw),
    leadingComments: drawComments(draw),
    trailingComment: drawTrailingComment(draw),
  });
}

/** INTENT holds one item of prose, under the header or on its line. */
function drawIntent(draw: Draw): Tree.Section {
  const item = node.item(node.prose(drawProse(draw, true)));
  return node.section("INTENT", [item], { leadingComments: drawComments(draw) });
}

/** Prose keeps `#` and `//`: such items have comments above them only. */
function drawProseItem(draw: Draw, body: Tree.ItemBody): Tree.Item {
  return node.item(body, {
    blankLineBefore: draw.chance(1, 6),
    leadingComments: drawComments(draw),
  });
}

function drawFormalItem(draw: Draw, body: Tree.ItemBody): Tree.Item {
  return { ...drawProseItem(draw, body), trailingComment: drawTrailingComment(draw) };
}

function drawImport(draw: Draw): Tree.ItemBody {
  const path = draw.pick(["site.omni", "shared/site b.omni", "温度.omni"]);
  return { kind: "import", path, pathSpan: node.nowhere, span: node.nowhere };
}

function drawNames(draw: Draw): readonly Tree.Name[] {
  return draw.list(1, 3, () => node.name(drawName(draw)));
}

function drawActor(draw: Draw): Tree.ItemBody {
  return {
    kind: "actor",
    rank: node.name(draw.pick(["Primary", "Secondary", "Third party"])),
    role: node.name(
      draw.pick(["SafetySystem", "Head of Safety", "安全", "MAY", "Doctor (on call)"]),
    ),
    may: draw.chance(1, 2) ? drawNames(draw) : null,
    approves: draw.chance(1, 3) ? drawNames(draw) : [],
    span: node.nowhere,
  };
}

function drawAttribute(draw: Draw): Tree.ItemBody {
  return {
    kind: "attribute",
    name: node.name(drawLabel(draw)),
    value: draw.weighted<Tree.AttributeValue>([
      [
        4,
        () => ({
          kind: "typed",
          type: drawType(draw, 3),
          default: draw.chance(1, 3) ? drawLiteral(draw, 2) : null,
          span: node.nowhere,
        }),
      ],
      [2, () => ({ kind: "sample", literal: drawLiteral(draw, 2), span: node.nowhere })],
      [
        1,
        () => ({
          kind: "prose-value",
          text: draw.pick(["drone_fleet", "85 bananas", "+07:00", "(none)", "Größe: 3", "a - b"]),
          span: node.nowhere,
        }),
      ],
    ]),
    span: node.nowhere,
  };
}

function drawLabelled(draw: Draw): Tree.LabelledItem {
  const references = draw.chance(1, 3)
    ? draw.list(1, 2, () => draw.pick(["TooClose", "R3.1"]))
    : [];
  return node.labelled(drawLabel(draw), drawProse(draw, true), references);
}

function drawConstraint(draw: Draw): Tree.Item {
  if (draw.chance(1, 3)) return drawProseItem(draw, drawLabelled(draw));
  return drawFormalItem(draw, {
    kind: "formal-constraint",
    category: node.name(draw.pick(["Safety", "Legal", "Technical", "Trade-off", "环境"])),
    label: draw.chance(1, 2) ? node.name(draw.pick(["NoRestart", "two words", "IF"])) : null,
    clause: drawClause(draw),
    span: node.nowhere,
  });
}

function drawClause(draw: Draw): Tree.Clause {
  const action = (): Tree.Name => node.name(drawName(draw));
  const condition = (): Tree.Expression => drawExpression(draw, 2);
  const per = (): Tree.Name | null => (draw.chance(1, 3) ? action() : null);
  return draw.weighted<Tree.Clause>([
    [
      3,
      () => ({
        kind: "never",
        actions: drawNames(draw),
        guard: draw.chance(1, 2)
          ? { kind: draw.pick(["when", "unless"]), condition: condition() }
          : null,
      }),
    ],
    [1, () => ({ kind: "always", action: action(), condition: condition() })],
    [1, () => ({ kind: "at-most", count: draw.whole(3), actions: drawNames(draw), per: per() })],
    [1, () => ({ kind: "exactly-one", actions: drawNames(draw), per: per() })],
    [1, () => ({ kind: "requires", action: action(), required: action() })],
    [1, () => ({ kind: "before", action: action(), later: action() })],
    [1, () => ({ kind: "max-loop", count: draw.whole(50) })],
  ]);
}

function drawImpact(draw: Draw): Tree.Item {
  if (draw.chance(1, 2)) return drawProseItem(draw, drawLabelled(draw));
  return drawFormalItem(draw, {
    kind: "effect",
    action: node.name(drawName(draw)),
    change: draw.pick(["RAISES", "LOWERS", "SETS"]),
    attribute: node.name(drawName(draw)),
    amount: drawExpression(draw, 1),
    span: node.nowhere,
  });
}

function drawReview(draw: Draw): Tree.Item {
  return drawProseItem(
    draw,
    draw.chance(1, 3) ? node.prose(drawProse(draw, false)) : drawLabelled(draw),
  );
}

function drawExample(draw: Draw): Tree.Section {
  return drawSection(draw, "EXAMPLE", () => drawFormalItem(draw, drawStep(draw)));
}

function drawStep(draw: Draw): Tree.ExampleStep {
  const span = node.nowhere;
  return draw.weighted<Tree.ExampleStep>([
    [
      3,
      () => ({
        kind: "given",
        assignments: draw.list(1, 3, () => ({
          target: drawPath(draw),
          value: drawLiteral(draw, 2),
        })),
        span,
      }),
    ],
    [1, () => ({ kind: "given-file", path: drawText(draw), span })],
    [1, () => ({ kind: "at", instant: "2026-05-01T08:00:00Z", span })],
    [4, () => ({ kind: "expect", expectation: drawExpectation(draw), span })],
  ]);
}

function drawExpectation(draw: Draw): Tree.Expectation {
  return draw.weighted<Tree.Expectation>([
    [
      4,
      () => ({
        kind: draw.pick(["occur", "only", "not", "pending"]),
        actions: drawActions(draw, 1),
      }),
    ],
    [1, () => ({ kind: "nothing" })],
    [1, () => ({ kind: "unknown", paths: draw.list(1, 2, () => drawPath(draw)) })],
    [1, () => ({ kind: "violation", labels: drawNames(draw) })],
    [1, () => ({ kind: "status", status: node.name(draw.pick(["decided", "limited"])) })],
  ]);
}
