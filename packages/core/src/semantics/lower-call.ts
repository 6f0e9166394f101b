// Calls of the standard library, checked against their signature: units unified within one call, lambdas typed by what
// they are given, unit names resolved away.
import * as names from "../diagnostics/om3-names.ts";
import { offsetNeeded } from "../diagnostics/om3-types.ts";
import { unitNameExpected } from "../diagnostics/om3-units.ts";
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
import { type Call, resultType, signatureType } from "./call-types.ts";
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
import { fitArgument, placeArgument } from "./fit-argument.ts";
import { asCondition } from "./lower-condition.ts";
import { describeUnit, isPlain, undeterminedType } from "./number-type.ts";
import type { ProgramExpression, ProgramLambda } from "./program.ts";
import { openScope } from "./scope.ts";
import type { FeatureName } from "./settings.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, parseUnit } from "./units/unit.ts";

const moduleFeatures: readonly FeatureName[] = ["math", "string", "list", "time", "io"];

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
  if (result === null) return null;
  return { kind: "lambda", parameters, body: asCondition(result, argument.body, checking) };
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
    checking.report.report(unitNameExpected, argument.span, {
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

/** Functions of the calendar need an offset: given, or the document's. */
function hasOffset(call: Call, definition: StandardFunction, signature: ChosenSignature): boolean {
  if (definition.needsOffset !== true || call.checking.facts.offsetMinutes !== null) return true;
  return signature.arguments.some(
    ({ parameter, positions }) => parameter.name === "offset" && positions.length > 0,
  );
}

function usageOf(definition: StandardFunction, written: string): string {
  const usages = definition.signatures.map(
    ({ parameters }) =>
      `\`${written}(${parameters.map((parameter) => parameter.name).join(", ")})\``,
  );
  return [...new Set(usages)].join(" or ");
}
