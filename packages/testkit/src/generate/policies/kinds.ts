// The kinds of values that generated policies compute with, and the units they are written in.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";

/** Units of one dimension. Attributes and literals of a family mix freely. */
export interface UnitFamily {
  readonly name: string;
  /** "" for plain numbers. */
  readonly units: readonly string[];
  /** Absolute temperatures have differences besides. */
  readonly affine: boolean;
}

export type Kind =
  | { readonly kind: "boolean" }
  /** The members of an enumeration, else null. */
  | { readonly kind: "text"; readonly values: readonly string[] | null }
  | { readonly kind: "time" }
  | NumberKind
  | { readonly kind: "list"; readonly element: Kind }
  | { readonly kind: "record"; readonly fields: readonly KindField[] };

export interface NumberKind {
  readonly kind: "number";
  readonly family: UnitFamily;
  readonly difference: boolean;
}

interface KindField {
  readonly name: string;
  readonly kind: Kind;
  readonly optional: boolean;
}

function family(name: string, units: readonly string[], affine = false): UnitFamily {
  return { name, units, affine };
}

export const plain = family("plain", [""]);
export const length = family("length", ["m", "cm", "mm", "km", "in"]);
export const duration = family("duration", ["s", "ms", "min", "h", "d"]);
export const speed = family("speed", ["m/s", "km/h"]);
const percent = family("percent", ["%"]);
const temperature = family("temperature", ["C", "K", "F"], true);

const declaredFamilies: readonly UnitFamily[] = [
  plain,
  length,
  duration,
  speed,
  temperature,
  percent,
  family("pressure", ["kPa", "bar", "Pa"]),
  family("power", ["kW", "W"]),
  family("data", ["MB", "kB", "B", "MiB"]),
  family("dollars", ["USD"]),
  family("tariff", ["EUR/kWh"]),
];

/**
 * What undeclared attributes are of: one unit each, which nothing declared is in, so that every use agrees. A bare number
 * for an undeclared percentage may be ambiguous.
 */
const undeclaredFamilies: readonly UnitFamily[] = [
  plain,
  family("volts", ["V"]),
  family("kilograms", ["kg"]),
  percent,
];

export const booleanKind: Kind = { kind: "boolean" };
export const textKind: Kind = { kind: "text", values: null };
export const timeKind: Kind = { kind: "time" };
export const plainKind = numberKind(plain);
export const durationKind = numberKind(duration);

export function numberKind(of: UnitFamily, difference = false): NumberKind {
  return { kind: "number", family: of, difference };
}

export function listOf(element: Kind): Kind & { readonly kind: "list" } {
  return { kind: "list", element };
}

/** True of kinds whose values may be compared and assigned to each other. */
export function sameKind(first: Kind, second: Kind): boolean {
  switch (first.kind) {
    case "boolean":
    case "time":
      return second.kind === first.kind;
    case "text":
      return second.kind === "text" && second.values === first.values;
    case "number":
      return (
        second.kind === "number" &&
        second.family === first.family &&
        second.difference === first.difference
      );
    case "list":
      return second.kind === "list" && sameKind(first.element, second.element);
    case "record":
      return second === first;
  }
}

/** True of absolute temperatures, which may not be scaled or summed. */
export function isAbsolute(kind: NumberKind): boolean {
  return kind.family.affine && !kind.difference;
}

const enumerations: readonly (readonly string[])[] = [
  ["auto", "manual"],
  ["low", "middle", "high"],
  ["on", "off", "größer"],
];

const fieldNames = ["distance", "name", "badge", "level", "readings"];

/** A kind for a declared attribute, nested at most `depth` deep. */
export function drawKind(draw: Draw, depth: number): Kind {
  return draw.part("kind", () =>
    draw.weighted<Kind>([
      [6, () => drawNumberKind(draw, declaredFamilies)],
      [2, () => booleanKind],
      [2, () => ({ kind: "text", values: draw.pick([null, ...enumerations]) })],
      [1, () => timeKind],
      [depth > 0 ? 2 : 0, () => listOf(drawKind(draw, 0))],
      [depth > 0 ? 2 : 0, () => drawRecordKind(draw, () => drawKind(draw, depth - 1))],
      [depth > 0 ? 3 : 0, () => listOf(drawRecordKind(draw, () => drawKind(draw, depth - 1)))],
    ]),
  );
}

/** A kind for an attribute that only its use gives one. */
export function drawUndeclaredKind(draw: Draw, depth: number): Kind {
  return draw.part("kind", () =>
    draw.weighted<Kind>([
      [4, () => drawNumberKind(draw, undeclaredFamilies)],
      [2, () => booleanKind],
      [2, () => textKind],
      [depth > 0 ? 1 : 0, () => listOf(drawNumberKind(draw, undeclaredFamilies))],
      [depth > 0 ? 1 : 0, () => listOf(drawRecordKind(draw, () => drawUndeclaredKind(draw, 0)))],
    ]),
  );
}

function drawNumberKind(draw: Draw, families: readonly UnitFamily[]): NumberKind {
  const of = draw.pick(families);
  return numberKind(of, of.affine && draw.chance(1, 4));
}

function drawRecordKind(draw: Draw, drawFieldKind: () => Kind): Kind {
  const fields = draw.list(1, 3, (position) => ({
    name: fieldNames[position] ?? "more",
    kind: drawFieldKind(),
    optional: draw.chance(1, 4),
  }));
  return { kind: "record", fields };
}

/** The type of a declaration, with ranges, integers and units where the kind allows them. */
export function drawTypeOf(draw: Draw, kind: Kind, optional = false): Tree.TypeExpression {
  return node.type(drawTypeBase(draw, kind), { optional });
}

function drawTypeBase(draw: Draw, kind: Kind): Tree.TypeBase {
  switch (kind.kind) {
    case "boolean":
    case "time":
      return { kind: "scalar-type", name: kind.kind };
    case "text":
      return kind.values === null
        ? { kind: "scalar-type", name: "text" }
        : { kind: "enumeration-type", values: kind.values };
    case "number":
      return drawNumberType(draw, kind);
    case "list":
      return { kind: "list-type", element: drawTypeOf(draw, kind.element) };
    case "record":
      return {
        kind: "record-type",
        fields: kind.fields.map((field) => ({
          name: node.name(field.name),
          type: drawTypeOf(draw, field.kind, field.optional),
        })),
      };
  }
}

function drawNumberType(draw: Draw, { family: of, difference }: NumberKind): Tree.TypeBase {
  const unit = draw.pick(of.units);
  if (difference) return { kind: "unit-type", unit, difference };
  if (draw.chance(1, 4)) {
    return {
      kind: "range-type",
      low: draw.pick(["0", "-10", "-0.5"]),
      high: draw.pick(["20", "100", "7.5"]),
      unit,
    };
  }
  if (unit !== "") return { kind: "unit-type", unit, difference };
  return { kind: "scalar-type", name: draw.pick(["number", "integer"]) };
}

const digits = ["1", "0", "2", "3", "5", "10", "0.5", "20", "1.5", "2.25", "100", "0.1"];

/** A literal of a number kind, in any of its units. */
export function drawQuantity(draw: Draw, { family: of }: NumberKind): Tree.NumberLiteral {
  const sign = draw.chance(1, 10) ? "-" : "";
  return node.number(sign + draw.pick(digits), draw.pick(of.units));
}

export const textValues = ["a", "ok", "", "Ana", "E12", "ICU-3", "größer", "a,b", "安全"];
export const instants = [
  "2026-05-01T08:00:00Z",
  "2026-05-02T23:59:59+07:00",
  "2026-05-01T07:59:58.5Z",
];

/** A literal of any kind; of time, a call that makes one of a text. */
export function drawLiteralOf(draw: Draw, kind: Kind): Tree.Expression {
  switch (kind.kind) {
    case "boolean":
      return node.boolean(draw.chance(1, 2));
    case "text":
      return node.text(draw.pick(kind.values ?? textValues));
    case "time":
      return node.call("std::time::add", node.text(draw.pick(instants)), node.number("0", "s"));
    case "number": {
      // A bare `5C` is taken for an absolute temperature where nothing else says what it is.
      const literal = drawQuantity(draw, kind);
      return kind.difference ? node.call("abs", literal) : literal;
    }
    case "list": {
      // Of what kind the members of `[]` are, nobody can say: not where a text may stand for a time.
      const least = kind.element.kind === "number" || kind.element.kind === "text" ? 0 : 1;
      return node.list(draw.list(least, 3, () => drawLiteralOf(draw, kind.element)));
    }
    case "record":
      return node.record(
        kind.fields.map((field) => [field.name, drawLiteralOf(draw, field.kind)] as const),
      );
  }
}
