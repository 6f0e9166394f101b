// Calls of the standard library, checked against their signature: units unified within one call, lambdas typed by what
// they are given, unit names resolved away.
import * as names from "../diagnostics/om3-names.ts";
import { offsetNeeded } from "../diagnostics/om3-types.ts";
import * as units from "../diagnostics/om3-units.ts";
import { nearestNames } from "../source/edit-distance.ts";
import type {
  SignatureType,
  StandardFunction,
  StandardParameter,
} from "../std/standard-function.ts";
import { callableNames, findFunction } from "../std/standard-library.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { CallExpression, Expression, LambdaExpression } from "../syntax/tree.ts";
import { bind, warnOfShadowing } from "./binding.ts";
import {
  type Checking,
  converted,
  fail,
  failed,
  placeOf,
  requireFeature,
  shown,
} from "./checking.ts";
import { type ChosenSignature, chooseSignature, type RoughKind } from "./choose-signature.ts";
import { comparableParts, isReadablePattern } from "./lower-operators.ts";
import {
  booleanType,
  describeType,
  describeUnit,
  integerNumber,
  isPlain,
  numberOf,
  plainNumber,
  textType,
  timeType,
  undeterminedType,
} from "./number-type.ts";
import type { ProgramExpression, ProgramLambda } from "./program.ts";
import { openScope } from "./scope.ts";
import type { FeatureName } from "./settings.ts";
import type { NumberType, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, parseUnit, powerUnit, rootUnit, type Unit } from "./units/unit.ts";

const moduleFeatures: readonly FeatureName[] = ["math", "string", "list", "time", "io"];

/** What one call has settled of its signature's names. */
interface Call {
  readonly expression: CallExpression;
  readonly definition: StandardFunction;
  readonly name: string;
  readonly checking: Checking;
  readonly units: Map<string, { readonly unit: Unit; readonly of: Expression }>;
  readonly variables: Map<string, { readonly type: Type; readonly of: Expression }>;
}

/** `avg(x)`, `std::math::avg(x)`. */
export function lowerCall(expression: CallExpression, checking: Checking): ProgramExpression {
  const definition = findFunction(expression.path);
  if (definition === null) return unknownFunction(expression, checking);
  const written = expression.path.join("::");
  const module = moduleFeatures.find((feature) => definition.name.startsWith(`std::${feature}::`));
  if (module !== undefined) requireFeature(checking, module, `\`${written}\``, expression.pathSpan);
  const call: Call = {
    expression,
    definition,
    name: written,
    checking,
    units: new Map(),
    variables: new Map(),
  };
  const lowered = lowerPlainArguments(call, definition);
  const kinds = expression.arguments.map((argument, index) =>
    roughKind(argument, lowered[index] ?? null),
  );
  const signature = chooseSignature(definition, kinds, expression.arguments);
  if (signature === null) {
    return fail(checking, names.argumentCount, expression.span, {
      name: written,
      usage: usageOf(definition, written),
      given: expression.arguments.length,
    });
  }
  const nodes = placeArguments(call, definition, signature, lowered);
  if (nodes === null) return failed;
  if (!hasOffset(call, definition, signature)) {
    return fail(checking, offsetNeeded, expression.pathSpan, { name: written });
  }
  const result = resultType(call, signature);
  if (result === null) return failed;
  return {
    kind: "call",
    type: result,
    function: definition.name,
    arguments: nodes,
    text: printExpression(expression),
  };
}

function unknownFunction(expression: CallExpression, checking: Checking): ProgramExpression {
  const name = expression.path.join("::");
  const last = expression.path[expression.path.length - 1] ?? "";
  for (const argument of expression.arguments) {
    if (argument.kind !== "lambda") checking.lower(argument, checking);
  }
  const all = callableNames();
  const qualified = all.filter((known) => known.endsWith(`::${last}`));
  const synonym = synonyms.get(last.toLowerCase());
  return fail(checking, names.unknownFunction, expression.pathSpan, {
    name,
    suggestions:
      synonym !== undefined
        ? [synonym]
        : qualified.length > 0
          ? qualified
          : nearestNames(name, [...all, ...synonyms.keys()]).map(
              (near) => synonyms.get(near) ?? near,
            ),
  });
}

/** What other languages call functions of the library. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["average", "avg"],
  ["mean", "avg"],
  ["len", "length"],
  ["size", "length"],
  ["minimum", "min"],
  ["maximum", "max"],
  ["total", "sum"],
  ["ceiling", "std::math::ceil"],
]);

/** Arguments that are neither lambdas nor unit names; a bare text or number waits for what its parameter is. */
function lowerPlainArguments(
  call: Call,
  definition: StandardFunction,
): readonly (ProgramExpression | null)[] {
  return call.expression.arguments.map((argument, index) => {
    const deferred =
      argument.kind === "lambda" ||
      argument.kind === "number" ||
      argument.kind === "text" ||
      argument.kind === "list" ||
      definition.signatures.some(({ parameters }) => parameters[index]?.type.kind === "unit-name");
    return deferred ? null : call.checking.lower(argument, call.checking);
  });
}

function roughKind(argument: Expression, node: ProgramExpression | null): RoughKind {
  if (argument.kind === "lambda" || argument.kind === "text" || argument.kind === "list")
    return argument.kind;
  if (argument.kind === "number") return argument.unit === "" ? "number" : "quantity";
  const type = node?.type ?? undeterminedType;
  if (type.kind === "undetermined") return "any";
  if (type.kind === "number") return isPlain(type.unit) ? "number" : "quantity";
  return type.kind;
}

/** The arguments in their places, converted; null where one does not fit, which is reported. */
function placeArguments(
  call: Call,
  definition: StandardFunction,
  signature: ChosenSignature,
  lowered: readonly (ProgramExpression | null)[],
): readonly (ProgramExpression | ProgramLambda)[] | null {
  const placed = new Map<StandardParameter, ProgramExpression | ProgramLambda>();
  let complete = true;
  const place = (
    parameter: StandardParameter,
    node: ProgramExpression | ProgramLambda | null,
  ): void => {
    if (node === null) complete = false;
    else placed.set(parameter, node);
  };
  // Lambdas come last: what they are given follows from the other arguments.
  for (const { parameter, positions } of signature.arguments) {
    if (parameter.type.kind === "lambda") continue;
    if (signature.variadic) {
      place(parameter, placeMembers(call, parameter, lowered));
      continue;
    }
    const [position] = positions;
    const argument =
      position === undefined ? undefined : call.expression.arguments[position.argument];
    if (position === undefined || argument === undefined) continue;
    if (parameter.type.kind === "unit-name") {
      if (!nameUnit(call, definition, parameter.type.names, argument)) complete = false;
      continue;
    }
    place(
      parameter,
      placeArgument(call, parameter, parameter.type, argument, lowered[position.argument] ?? null),
    );
  }
  if (complete) {
    for (const { parameter, positions } of signature.arguments) {
      const [position] = positions;
      const argument =
        position === undefined ? undefined : call.expression.arguments[position.argument];
      if (parameter.type.kind === "lambda" && argument !== undefined) {
        place(parameter, placeLambda(call, parameter.type, argument));
      }
    }
  }
  if (!complete) return null;
  roundInNamedUnit(call, signature, placed);
  return signature.arguments.flatMap(({ parameter }) => placed.get(parameter) ?? []);
}

/** `max(a, b)`: the arguments as one list, in the first one's unit. */
function placeMembers(
  call: Call,
  parameter: StandardParameter,
  lowered: readonly (ProgramExpression | null)[],
): ProgramExpression | null {
  const element = parameter.type.kind === "list" ? parameter.type.element : parameter.type;
  const elements: ProgramExpression[] = [];
  for (const [index, argument] of call.expression.arguments.entries()) {
    const node = placeArgument(call, parameter, element, argument, lowered[index] ?? null);
    if (node === null) return null;
    elements.push(node);
  }
  return {
    kind: "list",
    type: { kind: "list", element: elements[0]?.type ?? undeterminedType },
    elements,
  };
}

// ---- one argument ------------------------------------------------------------------------------------------------

function placeArgument(
  call: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
  argument: Expression,
  lowered: ProgramExpression | null,
): ProgramExpression | null {
  const { checking } = call;
  if (argument.kind === "lambda") {
    checking.report.report(names.argumentKind, argument.span, {
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
function fitArgument(
  call: Call,
  parameter: StandardParameter,
  wanted: SignatureType,
  node: ProgramExpression,
  argument: Expression,
): ProgramExpression | null {
  const { type } = node;
  const refuse = (): null => {
    call.checking.report.report(names.argumentKind, argument.span, {
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
        ? roundingWithoutUnit(call, type)
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

function roundingWithoutUnit(call: Call, type: NumberType): null {
  const { expression, checking } = call;
  checking.report.report(units.roundingWithoutUnit, expression.span, {
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
    checking.report.report(units.absoluteTemperature, argument.span, {
      text: shown(argument),
      doing: `used with \`${call.name}\``,
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

// ---- lambdas and unit names --------------------------------------------------------------------------------------

function placeLambda(
  call: Call,
  wanted: Extract<SignatureType, { kind: "lambda" }>,
  argument: Expression,
): ProgramLambda | null {
  const { checking, name } = call;
  if (argument.kind !== "lambda") {
    checking.lower(argument, checking);
    checking.report.report(names.lambdaMisuse, argument.span, {
      problem: "wanted",
      name,
      parameters: 1,
    });
    return null;
  }
  requireFeature(checking, "lambdas", "a lambda", argument.span);
  if (argument.parameters.length !== wanted.parameters.length) {
    checking.report.report(names.lambdaMisuse, argument.span, {
      problem: "parameters",
      name,
      parameters: wanted.parameters.length,
    });
    return null;
  }
  const outer = checking.scope;
  checking.scope = openScope(outer);
  const parameters = argument.parameters.map((parameter, index) => {
    const signature = wanted.parameters[index];
    const type =
      signature === undefined
        ? undeterminedType
        : (signatureType(call, signature) ?? undeterminedType);
    warnOfShadowing(checking, parameter.text, "parameter", parameter.span);
    const local = bind(checking, parameter.text, "parameter", type, parameter.span);
    local.scope = placeOf(checking, argument.body.span).span;
    return { name: parameter.text, slot: local.slot };
  });
  const body = checking.lower(argument.body, checking);
  checking.scope = outer;
  if (body === failed) return null;
  const result = fitResult(call, wanted.result, body, argument);
  return result === null ? null : { kind: "lambda", parameters, body: result };
}

function fitResult(
  call: Call,
  wanted: SignatureType,
  body: ProgramExpression,
  lambda: LambdaExpression,
): ProgramExpression | null {
  return fitArgument(call, { name: "the lambda's value", type: wanted }, wanted, body, lambda.body);
}

/** `round(x, km)`: the named unit becomes the call's. False where it is none that fits, which is reported. */
function nameUnit(
  call: Call,
  definition: StandardFunction,
  variable: string,
  argument: Expression,
): boolean {
  const { checking } = call;
  const text = unitText(argument);
  const unit = text === null ? null : parseUnit(text);
  const known = call.units.get(variable);
  if (known === undefined) return unit !== null;
  if (unit === null || !sameDimension(unit.dimension, known.unit.dimension)) {
    checking.report.report(units.unitNameExpected, argument.span, {
      text: printExpression(argument),
      of: shown(known.of),
      found: describeUnit(known.unit),
      unit: unit === null ? null : describeUnit(unit),
    });
    return false;
  }
  const affine = known.unit.affine ? unit : differenceOf(unit);
  call.units.set(variable, { unit: affine, of: argument });
  return definition.signatures.length > 0;
}

/** A unit's name as the expression parser sees it: `m`, or `km / h` of two names. */
function unitText(expression: Expression): string | null {
  switch (expression.kind) {
    case "reference":
      return expression.name;
    case "binary": {
      if (expression.operator !== "/" && expression.operator !== "*") return null;
      const left = unitText(expression.left);
      const right = unitText(expression.right);
      return left === null || right === null ? null : `${left}${expression.operator}${right}`;
    }
    default:
      return null;
  }
}

/** Rounding happens in the named unit, so the number is brought to it first. */
function roundInNamedUnit(
  call: Call,
  signature: ChosenSignature,
  placed: Map<StandardParameter, ProgramExpression | ProgramLambda>,
): void {
  const named = signature.arguments.find(({ parameter }) => parameter.type.kind === "unit-name");
  if (named?.parameter.type.kind !== "unit-name") return;
  const unit = call.units.get(named.parameter.type.names)?.unit;
  for (const [parameter, node] of placed) {
    if (unit !== undefined && node.kind !== "lambda") placed.set(parameter, converted(node, unit));
  }
}

// ---- results -----------------------------------------------------------------------------------------------------

function resultType(call: Call, signature: ChosenSignature): Type | null {
  const { result } = signature;
  if (result.kind === "power") return powerType(call, signature, result.unit, result.exponent);
  return signatureType(call, result);
}

/** A signature's type with what the call settled; null where there is no such unit, which is reported. */
function signatureType(call: Call, type: SignatureType): Type | null {
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
  call.checking.report.report(units.noSuchUnit, call.expression.span, {
    text: argument === undefined ? call.name : shown(argument),
    operation,
    unit: describeUnit(unit),
  });
  return null;
}

/** Functions of the calendar need an offset: given, or the document's. */
function hasOffset(call: Call, definition: StandardFunction, signature: ChosenSignature): boolean {
  if (definition.needsOffset !== true || call.checking.facts.offsetMinutes !== null) return true;
  return signature.arguments.some(
    ({ parameter, positions }) => parameter.name === "offset" && positions.length > 0,
  );
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

function usageOf(definition: StandardFunction, written: string): string {
  const usages = definition.signatures.map(
    ({ parameters }) =>
      `\`${written}(${parameters.map((parameter) => parameter.name).join(", ")})\``,
  );
  return [...new Set(usages)].join(" or ");
}
