// Inference over calls of the standard library: parameters tell arguments their kind, and arguments of one unit or kind
// tell each other.
import type { SignatureType, StandardFunction } from "../std/standard-function.ts";
import { findFunction } from "../std/standard-library.ts";
import type { CallExpression, Expression, LambdaExpression } from "../syntax/tree.ts";
import { chooseSignature, type RoughKind } from "./choose-signature.ts";
import { agree, type Inference, within } from "./inference.ts";
import {
  booleanTerm,
  findUnit,
  fixedUnit,
  listTerm,
  numberTerm,
  openUnit,
  recordTerm,
  resolve,
  type Term,
  textTerm,
  timeTerm,
  type UnitTerm,
  variableTerm,
} from "./terms.ts";
import { differenceOf, one, parseUnit } from "./units/unit.ts";

type Infer = (expression: Expression, inference: Inference) => Term;

/** The term of a call's result; its arguments learn what the parameters say of them. */
export function inferCall(expression: CallExpression, inference: Inference, infer: Infer): Term {
  const definition = findFunction(expression.path);
  const terms = expression.arguments.map((argument, index) =>
    argument.kind === "lambda" || isUnitName(definition, index) ? null : infer(argument, inference),
  );
  const signature =
    definition === null
      ? null
      : chooseSignature(
          definition,
          expression.arguments.map((argument, index) => roughKind(argument, terms[index] ?? null)),
          expression.arguments,
        );
  if (signature === null) {
    for (const argument of expression.arguments) {
      if (argument.kind === "lambda") inferLambda(argument, [], inference, infer);
    }
    return variableTerm();
  }
  const binding: Binding = { units: new Map(), variables: new Map() };
  signature.arguments.forEach(({ parameter, positions }) => {
    if (parameter.type.kind === "lambda") return;
    for (const position of positions) {
      const argument = expression.arguments[position.argument];
      const term = terms[position.argument];
      if (argument === undefined || term === undefined || term === null) continue;
      const wanted = termOfSignature(
        position.member ? memberOf(parameter.type) : parameter.type,
        binding,
      );
      if (wanted !== null) expect(argument, term, wanted, inference);
    }
  });
  signature.arguments.forEach(({ parameter, positions }) => {
    const [position] = positions;
    const argument = position === undefined ? undefined : expression.arguments[position.argument];
    if (parameter.type.kind !== "lambda" || argument?.kind !== "lambda") return;
    const parameters = parameter.type.parameters.map(
      (type) => termOfSignature(type, binding) ?? variableTerm(),
    );
    const result = termOfSignature(parameter.type.result, binding);
    const body = inferLambda(argument, parameters, inference, infer);
    if (result !== null) agree(result, body, argument.body, inference);
  });
  return termOfSignature(signature.result, binding) ?? numberTerm(openUnit());
}

/** An argument in the place of a parameter; text beside a time waits as in comparisons. */
function expect(argument: Expression, term: Term, wanted: Term, inference: Inference): void {
  if (argument.kind === "text" && resolve(wanted).kind === "time") return;
  agree(wanted, term, argument, inference);
}

function isUnitName(definition: StandardFunction | null, index: number): boolean {
  return (
    definition?.signatures.some(
      ({ parameters }) => parameters[index]?.type.kind === "unit-name",
    ) === true
  );
}

function memberOf(type: SignatureType): SignatureType {
  return type.kind === "list" ? type.element : type;
}

function inferLambda(
  lambda: LambdaExpression,
  parameters: readonly Term[],
  inference: Inference,
  infer: Infer,
): Term {
  let body: Term = variableTerm();
  within(
    inference,
    lambda.parameters.map((name, index) => [name.text, parameters[index] ?? variableTerm()]),
    () => {
      body = infer(lambda.body, inference);
    },
  );
  return body;
}

function roughKind(argument: Expression, term: Term | null): RoughKind {
  if (argument.kind === "lambda") return "lambda";
  const kind = term === null ? "variable" : resolve(term).kind;
  if (kind === "variable") return "any";
  if (kind === "number" && term !== null) {
    const resolved = resolve(term);
    const unit = resolved.kind === "number" ? findUnit(resolved.unit).unit : null;
    return unit !== null && unit !== one ? "quantity" : "number";
  }
  return kind;
}

interface Binding {
  readonly units: Map<string, UnitTerm>;
  readonly variables: Map<string, Term>;
}

/** The term of a signature's type in one call; null where the check alone can tell. */
function termOfSignature(type: SignatureType, binding: Binding): Term | null {
  switch (type.kind) {
    case "boolean":
      return booleanTerm;
    case "text":
      return textTerm;
    case "time":
      return timeTerm;
    case "plain":
      return numberTerm(fixedUnit(one));
    case "integer":
      return numberTerm(fixedUnit(one), true);
    case "number":
      return numberTerm(remember(binding.units, type.unit, openUnit));
    case "quantity": {
      const unit = parseUnit(type.symbol);
      return unit === null ? null : numberTerm(fixedUnit(unit));
    }
    case "list": {
      const element = termOfSignature(type.element, binding);
      return element === null ? null : listTerm(element);
    }
    case "variable":
      return remember(binding.variables, type.name, variableTerm);
    case "record": {
      const fields = new Map<string, Term>();
      for (const field of type.fields) {
        fields.set(field.name, termOfSignature(field.type, binding) ?? variableTerm());
      }
      return recordTerm(fields, false);
    }
    case "difference": {
      const unit = findUnit(remember(binding.units, type.unit, openUnit));
      return numberTerm(unit.unit === null ? unit : fixedUnit(differenceOf(unit.unit)));
    }
    case "power":
    case "root":
    case "lambda":
    case "unit-name":
      return null;
  }
}

function remember<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}
