// Calls of the standard library: which of its functions are encoded, and what is true of every call.
import { listFunctions } from "./encode-list-functions.ts";
import { mathFunctions } from "./encode-math-functions.ts";
import { textFunctions } from "./encode-text-functions.ts";
import { timeFunctions } from "./encode-time-functions.ts";
import type { Scope } from "./scope.ts";
import { knownIf, knownOf, outside, type SymbolicValue } from "./symbolic-value.ts";
import { and, type Term } from "./term.ts";

/** What a lambda makes of values. */
export type SymbolicLambda = (values: readonly SymbolicValue[]) => SymbolicValue;

export type CallArgument = SymbolicValue | SymbolicLambda;

/** What a function makes of arguments that are known; that it is unknown of others is seen to. */
export type EncodedFunction = (values: readonly CallArgument[], scope: Scope) => SymbolicValue;

const functions: ReadonlyMap<string, EncodedFunction> = new Map([
  ["std::io::log", ([value]) => (isValue(value) ? value : outside("a log of nothing"))],
  ...mathFunctions,
  ...listFunctions,
  ...textFunctions,
  ...timeFunctions,
] satisfies readonly (readonly [string, EncodedFunction])[]);

/** The call's value; arguments in order. */
export function encodeCall(
  name: string,
  values: readonly CallArgument[],
  scope: Scope,
): SymbolicValue {
  const compute = functions.get(name);
  if (compute === undefined) return outside(`the function \`${name}\``);
  const known: Term[] = [];
  for (const value of values) {
    if (!isValue(value)) continue;
    if (value.kind === "outside") return value;
    known.push(knownOf(value));
  }
  return knownIf(and(...known), compute(values, scope));
}

function isValue(argument: CallArgument | undefined): argument is SymbolicValue {
  return argument !== undefined && typeof argument !== "function";
}
