// Calls of standard functions as code: the functions themselves are the interpreter's, given scalars, lists of the context
// as they stand there, and lambdas as code. Whatever comes to be unknown in a call gives the rule back.
import type { ProgramExpression, ProgramLambda } from "../semantics/program.ts";
import {
  constant,
  demand,
  hold,
  inner,
  type JsonPlace,
  type Local,
  type Scalar,
  type Scope,
  temporary,
} from "./emission.ts";
import { demandList, emitPlace, fits } from "./emit-place.ts";
import { printText } from "./print-literal.ts";

type Call = ProgramExpression & { readonly kind: "call" };

/** Code that yields an array: of scalars that are known, or of JSON as it was given. */
interface List {
  readonly code: string;
  readonly member: Scalar["kind"] | Pick<JsonPlace, "type" | "declared" | "path">;
}

/** Those that hand members to a lambda, or back, and never look into them: they may be given JSON. */
const looksAway: ReadonlySet<string> = new Set([
  "std::list::length",
  "std::list::map",
  "std::list::filter",
  "std::list::any",
  "std::list::all",
  "std::list::count",
  "std::math::sum",
]);

/** A call that yields a scalar. */
export function emitCall(expression: Call, scope: Scope): Scalar | null {
  const { kind } = expression.type;
  if (kind !== "number" && kind !== "boolean" && kind !== "text" && kind !== "time") return null;
  const called = emitCalled(expression, scope);
  if (called === null) return null;
  const code = kind === "time" ? hold(scope, `instantOf(${called.code})`) : called.code;
  const type = { number: "number", boolean: "boolean", text: "string", time: "number" }[kind];
  demand(scope, `typeof ${code} === "${type}"`);
  return { kind, code };
}

/** A variable with the call's value, undefined where it is not known; and what the members of its last list are. */
function emitCalled(
  expression: Call,
  scope: Scope,
): { readonly code: string; readonly member: List["member"] | null } | null {
  const name = expression.function;
  // What is logged must not be logged again when a rule is given back.
  if (name.startsWith("std::io::")) return null;
  const args: string[] = [];
  let member: List["member"] | null = null;
  for (const argument of expression.arguments) {
    if (argument.kind === "lambda") {
      const lambda = member === null ? null : emitLambda(argument, member, scope);
      if (lambda === null) return null;
      args.push(lambda);
    } else if (argument.type.kind === "list") {
      const list = emitList(argument, scope);
      if (list === null || (typeof list.member !== "string" && !looksAway.has(name))) return null;
      member = list.member;
      args.push(list.code);
    } else {
      const scalar = scope.emission.expressions.scalar(argument, scope);
      if (scalar === null) return null;
      args.push(scalar.kind === "time" ? `instantAt(${scalar.code})` : scalar.code);
    }
  }
  const of = constant(scope.emission, `standardFunction(${printText(name)})`);
  scope.counts = true;
  const code = hold(scope, `call(f, ${of}, [${args.join(", ")}])`);
  scope.lines.push(`if ((steps += f.visited) > most) ${scope.giveUp}`);
  return { code, member };
}

// --- lists --------------------------------------------------------------------------------------------------------

/** A list of the context, or what `map` and `filter` make of one. */
function emitList(expression: ProgramExpression, scope: Scope): List | null {
  if (expression.kind === "call") return emitListCall(expression, scope);
  if (expression.kind === "list") return emitListed(expression.elements, scope);
  const place = emitPlace(expression, scope);
  if (place === null || place.type.kind !== "list") return null;
  demandList(place, scope);
  const { element } = place.type;
  const scalar = scalarKind(element);
  const condition =
    scalar === null
      ? element.kind === "record"
        ? 'typeof member === "object" && member !== null && !Array.isArray(member)'
        : null
      : fits("member", element, place.declared);
  if (condition === null) return null;
  const check = `(list, f) => { for (const member of list) if (!(${condition})) return false; return true; }`;
  demand(scope, `${constant(scope.emission, check)}(${place.code}, f)`);
  const path = `${place.path} + "[]"`;
  return {
    code: place.code,
    member: scalar ?? { type: element, declared: place.declared, path },
  };
}

/** A list of scalars, written out. */
function emitListed(elements: readonly ProgramExpression[], scope: Scope): List | null {
  const { emission } = scope;
  const codes: string[] = [];
  let kind: Scalar["kind"] | null = null;
  for (const element of elements) {
    const scalar = emission.expressions.scalar(element, scope);
    if (scalar === null || scalar.kind === "time") return null;
    if (kind !== null && scalar.kind !== kind) return null;
    kind = scalar.kind;
    codes.push(scalar.code);
  }
  emission.longestList = Math.max(emission.longestList, codes.length);
  return kind === null ? null : { code: `[${codes.join(", ")}]`, member: kind };
}

function emitListCall(expression: Call, scope: Scope): List | null {
  const name = expression.function;
  const [, lambda] = expression.arguments;
  if (name !== "std::list::map" && name !== "std::list::filter") return null;
  if (lambda?.kind !== "lambda") return null;
  const called = emitCalled(expression, scope);
  const member = name === "std::list::map" ? scalarKind(lambda.body.type) : called?.member;
  if (called === null || member === null || member === undefined) return null;
  demand(scope, `${called.code} !== undefined`);
  return { code: called.code, member };
}

/** Lists of times hold instants where functions want them: no code for those. */
function scalarKind({ kind }: { readonly kind: string }): "number" | "boolean" | "text" | null {
  return kind === "number" || kind === "boolean" || kind === "text" ? kind : null;
}

// --- lambdas ------------------------------------------------------------------------------------------------------

/** A function of one member, which gives undefined where its value is not known. */
function emitLambda(
  { parameters, body }: ProgramLambda,
  member: List["member"],
  scope: Scope,
): string | null {
  const [parameter] = parameters;
  if (parameter === undefined || parameters.length !== 1) return null;
  const code = temporary(scope.emission);
  const local: Local =
    typeof member === "string"
      ? { kind: "member", scalar: { kind: member, code } }
      : { kind: "element", json: { ...member, code } };
  const leave = "return undefined;";
  const inside: Scope = {
    ...inner(scope),
    locals: new Map([...scope.locals, [parameter.slot, local]]),
    leave,
    giveUp: leave,
  };
  const result = scope.emission.expressions.scalar(body, inside);
  if (result === null || result.kind === "time") return null;
  return `lambda((${code}) => {\n${inside.lines.join("\n")}\nreturn ${result.code};\n})`;
}
