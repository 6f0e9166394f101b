// Whether an argument fits its parameter: kinds, units of one name within a call, and conversion on the way in.
import { argumentKind } from "../diagnostics/om3-names.ts";
import { absoluteTemperature, roundingWithoutUnit } from "../diagnostics/om3-units.ts";
import type { SignatureType, StandardParameter } from "../std/standard-function.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Call } from "./call-types.ts";
import { converted, failed, shown } from "./checking.ts";
import { comparableParts, isReadablePattern } from "./lower-operators.ts";
import {
  describeType,
  describeUnit,
  isPlain,
  numberOf,
  timeType,
  undeterminedType,
} from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import type { NumberType, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, parseUnit } from "./units/unit.ts";

/** An argument lowered for its parameter; null where it does not fit, which is reported. */
export function placeArgument(
  call: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
  argument: Expression,
  lowered: ProgramExpression | null,
): ProgramExpression | null {
  const { checking } = call;
  if (argument.kind === "lambda") {
    checking.report.report(argumentKind, argument.span, {
      name: call.name,
      parameter: parameter.name,
      wanted: describeSignature(wanted),
      found: "a lambda",
    });
    return null;
  }
  const expected = expectedType(call, wanted);
  const lent =
    expected === null
      ? undefined
      : { type: literalContext(argument, expected.type), of: expected.of };
  const node = lowered ?? checking.lower(argument, checking, lent);
  if (node === failed) return null;
  if (parameter.name === "pattern" && !isReadablePattern(argument, checking)) return null;
  return fitArgument(call, parameter, wanted, node, argument);
}

/** A bare literal is a plain number in a call; it takes no unit there, so none is lent to it. */
function literalContext(argument: Expression, type: Type): Type {
  return argument.kind === "number" && argument.unit === "" ? undeterminedType : type;
}

/** The type that earlier arguments settled for a parameter, for literals. */
function expectedType(
  call: Call,
  wanted: SignatureType,
): { readonly type: Type; readonly of: Expression } | null {
  const own = call.expression;
  switch (wanted.kind) {
    case "number": {
      const known = call.units.get(wanted.unit);
      return known === undefined ? null : { type: numberOf(known.unit), of: known.of };
    }
    case "variable":
      return call.variables.get(wanted.name) ?? null;
    case "time":
      return { type: timeType, of: own };
    case "quantity": {
      const unit = parseUnit(wanted.symbol);
      return unit === null ? null : { type: numberOf(unit), of: own };
    }
    case "list": {
      const element = expectedType(call, wanted.element);
      return element === null
        ? null
        : { type: { kind: "list", element: element.type }, of: element.of };
    }
    default:
      return null;
  }
}

/** The argument as its parameter needs it; null where it does not fit, which is reported. */
export function fitArgument(
  call: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
  node: ProgramExpression,
  argument: Expression,
): ProgramExpression | null {
  const { type } = node;
  const refuse = (): null => {
    call.checking.report.report(argumentKind, argument.span, {
      name: call.name,
      parameter: parameter.name,
      wanted: describeAlternatives(call, parameter, wanted),
      found: describeType(type),
    });
    return null;
  };
  if (type.kind === "undetermined") return node;
  switch (wanted.kind) {
    case "boolean":
    case "text":
    case "time":
      return type.kind === wanted.kind ? node : refuse();
    case "plain":
    case "integer":
      if (type.kind !== "number") return refuse();
      if (isPlain(type.unit)) return node;
      return call.expression.arguments.length === 1 && isRounding(call.name)
        ? askForUnit(call, type)
        : refuse();
    case "number":
      return type.kind === "number" ? fitNumber(call, wanted, node, type, argument) : refuse();
    case "quantity": {
      const unit = parseUnit(wanted.symbol);
      if (type.kind !== "number" || unit === null) return refuse();
      return sameDimension(type.unit.dimension, unit.dimension) ? converted(node, unit) : refuse();
    }
    case "list":
      return type.kind === "list"
        ? fitList(call, parameter, wanted.element, node, type.element, argument)
        : refuse();
    case "variable":
      return fitVariable(call, wanted.name, node, argument);
    case "record":
      return type.kind === "record" ? node : refuse();
    case "difference":
    case "power":
    case "root":
    case "lambda":
    case "unit-name":
      return refuse();
  }
}

const isRounding = (name: string): boolean => /(?:^|::)(?:round|floor|ceil)$/.test(name);

function askForUnit(call: Call, type: NumberType): null {
  const { expression, checking } = call;
  checking.report.report(roundingWithoutUnit, expression.span, {
    name: call.name,
    unit: type.unit.symbol,
    insertAt: checking.report.base + (expression.arguments[0]?.span.end ?? expression.span.end),
  });
  return null;
}

function fitNumber(
  call: Call,
  wanted: Extract<SignatureType, { kind: "number" }>,
  node: ProgramExpression,
  type: NumberType,
  argument: Expression,
): ProgramExpression | null {
  const { checking } = call;
  if (wanted.absolute === false && type.unit.affine) {
    if (argument.kind === "number") {
      call.units.set(wanted.unit, { unit: differenceOf(type.unit), of: argument });
      return { ...node, type: numberOf(differenceOf(type.unit)) };
    }
    checking.report.report(absoluteTemperature, argument.span, {
      text: shown(argument),
      doing: `used with \`${call.name}\``,
      isList: node.type.kind === "list",
    });
    return null;
  }
  const known = call.units.get(wanted.unit);
  if (known === undefined) {
    call.units.set(wanted.unit, { unit: type.unit, of: argument });
    return node;
  }
  const lead: ProgramExpression = { kind: "constant", type: numberOf(known.unit), value: 0 };
  const parts = comparableParts(
    { node: lead, expression: known.of },
    { node, expression: argument },
    checking,
  );
  return parts === null ? null : parts[1].node;
}

function fitList(
  call: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
  node: ProgramExpression,
  element: Type,
  argument: Expression,
): ProgramExpression | null {
  if (element.kind === "undetermined") {
    if (wanted.kind === "variable")
      fitVariable(call, wanted.name, { ...node, type: element }, argument);
    return node;
  }
  // The list's members are fitted as one of them would be; a conversion then goes over the list.
  const member = fitArgument(call, parameter, wanted, { ...node, type: element }, argument);
  if (member === null) return null;
  if (member.type.kind === "number" && node.type.kind === "list") {
    const list = converted(node, member.type.unit);
    return list.kind === "convert"
      ? list
      : { ...node, type: { kind: "list", element: member.type } };
  }
  return node;
}

function fitVariable(
  call: Call,
  name: string,
  node: ProgramExpression,
  argument: Expression,
): ProgramExpression | null {
  const known = call.variables.get(name);
  if (known === undefined || known.type.kind === "undetermined") {
    call.variables.set(name, { type: node.type, of: argument });
    return node;
  }
  const lead: ProgramExpression = { kind: "constant", type: known.type, value: false };
  const parts = comparableParts(
    { node: lead, expression: known.of },
    { node, expression: argument },
    call.checking,
  );
  return parts === null ? null : parts[1].node;
}

/** What a parameter takes, in any of the function's signatures with that many arguments. */
function describeAlternatives(
  { definition, expression }: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
): string {
  const signatures = definition.signatures.filter(
    ({ parameters }) => parameters.length === expression.arguments.length,
  );
  const own = signatures.find(({ parameters }) => parameters.includes(parameter));
  const index = own?.parameters.indexOf(parameter) ?? -1;
  if (signatures.length < 2 || index < 0) return describeSignature(wanted);
  const described = signatures.flatMap(({ parameters }) => {
    const other = parameters[index];
    return other === undefined ? [] : [describeSignature(other.type)];
  });
  return [...new Set(described)].join(" or ");
}

function describeSignature(type: SignatureType): string {
  switch (type.kind) {
    case "boolean":
      return "true or false";
    case "text":
      return "text";
    case "time":
      return "a point in time";
    case "plain":
      return "a plain number";
    case "integer":
      return "a whole number";
    case "number":
    case "difference":
    case "power":
    case "root":
      return "a number";
    case "quantity": {
      const unit = parseUnit(type.symbol);
      return unit === null ? "a quantity" : describeUnit(unit);
    }
    case "list": {
      const element = describeSignature(type.element);
      return element === "anything" ? "a list" : `a list of ${element.replace(/^an? /, "")}s`;
    }
    case "variable":
      return "anything";
    case "record":
      return "a record";
    case "lambda":
      return "a lambda";
    case "unit-name":
      return "a unit's name";
  }
}
