// What one call of the standard library settles: its signature's names, and types with those names filled in.
import { noSuchUnit } from "../diagnostics/om3-units.ts";
import type { SignatureType, StandardFunction } from "../std/standard-function.ts";
import type { CallExpression, Expression } from "../syntax/tree.ts";
import { type Checking, shown } from "./checking.ts";
import type { ChosenSignature } from "./choose-signature.ts";
import {
  booleanType,
  describeUnit,
  integerNumber,
  isPlain,
  numberOf,
  plainNumber,
  textType,
  timeType,
  undeterminedType,
} from "./number-type.ts";
import type { Type } from "./types.ts";
import { differenceOf, parseUnit, powerUnit, rootUnit, type Unit } from "./units/unit.ts";

/** What one call has settled of its signature's names. */
export interface Call {
  readonly expression: CallExpression;
  readonly definition: StandardFunction;
  readonly name: string;
  readonly checking: Checking;
  readonly units: Map<string, { readonly unit: Unit; readonly of: Expression }>;
  readonly variables: Map<string, { readonly type: Type; readonly of: Expression }>;
}

/** The type of the call's value; null where there is no such unit, which is reported. */
export function resultType(call: Call, signature: ChosenSignature): Type | null {
  const { result } = signature;
  if (result.kind === "power") return powerType(call, signature, result.unit, result.exponent);
  return signatureType(call, result);
}

/** A signature's type with what the call settled; null where there is no such unit, which is reported. */
export function signatureType(call: Call, type: SignatureType): Type | null {
  switch (type.kind) {
    case "boolean":
      return booleanType;
    case "text":
      return textType;
    case "time":
      return timeType;
    case "plain":
      return plainNumber;
    case "integer":
      return integerNumber;
    case "number": {
      const known = call.units.get(type.unit);
      return known === undefined ? undeterminedType : numberOf(known.unit);
    }
    case "difference": {
      const known = call.units.get(type.unit);
      return known === undefined ? undeterminedType : numberOf(differenceOf(known.unit));
    }
    case "root": {
      const known = call.units.get(type.unit);
      if (known === undefined) return undeterminedType;
      if (isPlain(known.unit)) return plainNumber;
      const unit = rootUnit(known.unit);
      return unit === null ? noUnit(call, known.unit, "its square root") : numberOf(unit);
    }
    case "quantity": {
      const unit = parseUnit(type.symbol);
      return unit === null ? undeterminedType : numberOf(unit);
    }
    case "list": {
      const element = signatureType(call, type.element);
      return element === null ? null : { kind: "list", element };
    }
    case "variable":
      return call.variables.get(type.name)?.type ?? undeterminedType;
    case "record":
      return {
        kind: "record",
        open: false,
        fields: type.fields.map((field) => ({
          name: field.name,
          type: signatureType(call, field.type) ?? undeterminedType,
          optional: false,
        })),
      };
    case "power":
    case "lambda":
    case "unit-name":
      return undeterminedType;
  }
}

function powerType(
  call: Call,
  signature: ChosenSignature,
  variable: string,
  position: number,
): Type | null {
  const known = call.units.get(variable);
  if (known === undefined) return undeterminedType;
  if (isPlain(known.unit)) return plainNumber;
  const argument =
    call.expression.arguments[signature.arguments[position]?.positions[0]?.argument ?? position];
  const exponent = argument?.kind === "number" ? Number(argument.digits) : Number.NaN;
  const unit = powerUnit(known.unit, exponent);
  return unit === null
    ? noUnit(
        call,
        known.unit,
        Number.isNaN(exponent) ? "a power that is no literal" : "that power of it",
      )
    : numberOf(unit);
}

function noUnit(call: Call, unit: Unit, operation: string): null {
  const [argument] = call.expression.arguments;
  call.checking.report.report(noSuchUnit, call.expression.span, {
    text: argument === undefined ? call.name : shown(argument),
    operation,
    unit: describeUnit(unit),
  });
  return null;
}
