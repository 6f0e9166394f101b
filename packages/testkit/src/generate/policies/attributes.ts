// The CONTEXT of generated policies: attributes declared in every way, some only used.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import {
  drawKind,
  drawLiteralOf,
  drawQuantity,
  drawTypeOf,
  drawUndeclaredKind,
  type Kind,
  textKind,
} from "./kinds.ts";
import type { Variable } from "./scope.ts";

const declaredNames = [
  "Distance",
  "Workers",
  "Mode",
  "Reading",
  "Größe",
  "Max",
  "Session Kind",
  "Aisle",
];
const undeclaredNames = ["Load", "Ready", "Note", "Crates"];

/** CONTEXT items and what they and undeclared names put in scope. */
export interface Attributes {
  readonly items: readonly Tree.Item[];
  readonly variables: readonly Variable[];
  /** For every undeclared name a condition that settles its kind. */
  readonly settling: readonly Tree.Expression[];
}

export function drawAttributes(draw: Draw): Attributes {
  const declared = draw.list(1, declaredNames.length, (position) =>
    drawAttribute(draw, declaredNames[position] ?? "Other"),
  );
  const undeclared = draw.list(0, undeclaredNames.length, (position) => ({
    name: undeclaredNames[position] ?? "Another",
    kind: drawUndeclaredKind(draw, 1),
    settable: false,
  }));
  const metadata = draw.chance(1, 6) ? [attributeItem("Domain", proseValue("factory_floor"))] : [];
  const hours = draw.chance(1, 3) ? [attributeItem("TimeZone", proseValue("+07:00"))] : [];
  const domain = metadata.length === 0 ? [] : [variable("Domain", textKind)];
  return {
    items: [...metadata, ...hours, ...declared.map(({ item }) => item)],
    variables: [...domain, ...declared.map(({ variable: made }) => made), ...undeclared],
    settling: undeclared.flatMap(({ name, kind }) => settle(draw, node.reference(name), kind)),
  };
}

/** Conditions from which the checker can tell the kind of all parts of an undeclared attribute. */
function settle(draw: Draw, expression: Tree.Expression, kind: Kind): readonly Tree.Expression[] {
  switch (kind.kind) {
    case "list":
      return settle(draw, node.reference("each"), kind.element).map((condition) =>
        node.quantifier("ANY", "each", expression, condition),
      );
    case "record":
      return kind.fields.flatMap((field) =>
        settle(draw, node.member(expression, field.name), field.kind),
      );
    case "number":
      return [node.binary(">", expression, drawQuantity(draw, kind))];
    case "boolean":
    case "text":
    case "time":
      return [node.binary("==", expression, drawLiteralOf(draw, kind))];
  }
}

function variable(name: string, kind: Kind): Variable {
  return { name, kind, settable: false };
}

function proseValue(words: string): Tree.AttributeValue {
  return { kind: "prose-value", text: words, span: node.nowhere };
}

function attributeItem(name: string, value: Tree.AttributeValue): Tree.Item {
  return node.item({ kind: "attribute", name: node.name(name), value, span: node.nowhere });
}

function drawAttribute(
  draw: Draw,
  name: string,
): { readonly item: Tree.Item; readonly variable: Variable } {
  const kind = drawKind(draw, 2);
  return { item: attributeItem(name, drawDeclaration(draw, kind)), variable: variable(name, kind) };
}

/** A type, alone or with a default, `?` or FRESH, or a sample. */
function drawDeclaration(draw: Draw, kind: Kind): Tree.AttributeValue {
  const typed = (
    type: Tree.TypeExpression,
    standIn: Tree.Expression | null,
  ): Tree.AttributeValue => ({
    kind: "typed",
    type,
    default: standIn,
    span: node.nowhere,
  });
  const isScalar = kind.kind !== "list" && kind.kind !== "record";
  const isSampled = isScalar && kind.kind !== "time" && !isEnumeration(kind) && !isDifference(kind);
  return draw.weighted<Tree.AttributeValue>([
    [6, () => typed(drawTypeOf(draw, kind), null)],
    [2, () => typed(drawTypeOf(draw, kind, true), null)],
    [
      isScalar ? 2 : 0,
      () =>
        typed(
          { ...drawTypeOf(draw, kind), fresh: node.number("5", draw.pick(["s", "min"])) },
          null,
        ),
    ],
    [isSampled ? 2 : 0, () => drawDefault(draw, kind, typed)],
    [
      isSampled ? 1 : 0,
      () => ({ kind: "sample", literal: drawLiteralOf(draw, kind), span: node.nowhere }),
    ],
  ]);
}

/** The default has to fit the type: no ranges and integers here, whatever the literal. */
function drawDefault(
  draw: Draw,
  kind: Kind,
  typed: (type: Tree.TypeExpression, standIn: Tree.Expression | null) => Tree.AttributeValue,
): Tree.AttributeValue {
  const type =
    kind.kind === "number"
      ? node.type(
          kind.family.units[0] === ""
            ? { kind: "scalar-type", name: "number" }
            : { kind: "unit-type", unit: draw.pick(kind.family.units), difference: false },
        )
      : drawTypeOf(draw, kind);
  return typed(type, drawLiteralOf(draw, kind));
}

function isEnumeration(kind: Kind): boolean {
  return kind.kind === "text" && kind.values !== null;
}

function isDifference(kind: Kind): boolean {
  return kind.kind === "number" && kind.difference;
}
