// From a type as CONTEXT writes it, `<0..100 %>`, to the type that the checker computes with.

import type { Reporter } from "../diagnostics/diagnostic.ts";
import * as diagnostics from "../diagnostics/om3-declarations.ts";
import type { Span } from "../source/span.ts";
import type { TypeBase, TypeExpression } from "../syntax/tree.ts";
import { literalIn } from "./literals.ts";
import {
  integerNumber,
  isTemperature,
  numberOf,
  plainNumber,
  textType,
  undeterminedType,
} from "./number-type.ts";
import type { Type } from "./types.ts";
import { convertLiteral } from "./units/conversion.ts";
import { differenceOf, one, parseUnit } from "./units/unit.ts";

/** The type. A range that holds nothing is reported and left out. */
export function declaredType(expression: TypeExpression, report: Reporter): Type {
  return baseType(expression.base, expression.span, report);
}

function baseType(base: TypeBase, at: Span, report: Reporter): Type {
  switch (base.kind) {
    case "scalar-type":
      return scalarType(base.name);
    case "unit-type": {
      const unit = parseUnit(base.unit);
      // The parser takes a type with an unknown unit for prose.
      if (unit === null) return undeterminedType;
      return numberOf(base.difference && isTemperature(unit) ? differenceOf(unit) : unit);
    }
    case "range-type": {
      const unit = base.unit === "" ? one : parseUnit(base.unit);
      if (unit === null) return undeterminedType;
      const minimum = convertLiteral(base.low, unit, unit);
      const maximum = convertLiteral(base.high, unit, unit);
      if (minimum === null || maximum === null || minimum > maximum) {
        const problem = minimum === null || maximum === null ? "number" : "order";
        report.report(diagnostics.rangeProblem, at, { low: base.low, high: base.high, problem });
        return numberOf(unit);
      }
      return { ...numberOf(unit), minimum, maximum };
    }
    case "enumeration-type":
      return { kind: "text", values: base.values };
    case "list-type":
      return { kind: "list", element: declaredType(base.element, report) };
    case "record-type":
      return {
        kind: "record",
        fields: base.fields.map((field) => ({
          name: field.name.text,
          type: declaredType(field.type, report),
          optional: field.type.optional,
        })),
        open: false,
      };
  }
}

function scalarType(name: "number" | "integer" | "boolean" | "text" | "time"): Type {
  switch (name) {
    case "number":
      return plainNumber;
    case "integer":
      return integerNumber;
    case "text":
      return textType;
    case "boolean":
    case "time":
      return { kind: name };
  }
}

/** `FRESH 5s` in milliseconds; null without, and where it is no positive duration, which is reported. */
export function freshMilliseconds(expression: TypeExpression, report: Reporter): number | null {
  const literal = expression.fresh;
  if (literal === null) return null;
  const unit = parseUnit("ms");
  const value = unit === null || literal.unit === "" ? null : literalIn(literal, unit);
  if (value === null || value <= 0) {
    report.report(diagnostics.freshnessProblem, literal.span, {
      text: `${literal.digits}${literal.unit}`,
    });
    return null;
  }
  return value;
}
