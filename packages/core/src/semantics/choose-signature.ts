// Which of a function's signatures a call uses, and which argument goes to which parameter. Shared by inference, which
// knows the arguments roughly, and by the check, which knows them well.
import { parseInstant, parseOffset } from "../std/instant.ts";
import type {
  Signature,
  SignatureType,
  StandardFunction,
  StandardParameter,
} from "../std/standard-function.ts";
import type { Expression } from "../syntax/tree.ts";

/** As much of an argument's type as a choice needs; `any` where it is not known. */
export type RoughKind =
  | "any"
  | "boolean"
  | "number"
  | "quantity"
  | "text"
  | "time"
  | "list"
  | "record"
  | "lambda";

export interface ChosenSignature {
  readonly arguments: readonly {
    readonly parameter: StandardParameter;
    /** One argument as a rule; of a variadic call, each argument as a member of the list. */
    readonly positions: readonly { readonly argument: number; readonly member: boolean }[];
  }[];
  readonly result: SignatureType;
  /** True where the arguments are to be made one list. */
  readonly variadic: boolean;
}

/** The signature a call uses, or null where no signature has that number of arguments. */
export function chooseSignature(
  definition: StandardFunction,
  kinds: readonly RoughKind[],
  expressions: readonly Expression[],
): ChosenSignature | null {
  const fitting = definition.signatures.filter((signature) => takes(signature, kinds.length));
  const chosen =
    fitting.find((signature) => fits(signature, kinds, expressions, kinds.length)) ??
    fitting.find((signature) => fits(signature, kinds, expressions, 1)) ??
    fitting[0];
  const [first] = definition.signatures;
  const [parameter] = first?.parameters ?? [];
  if (
    definition.variadic === true &&
    kinds.length >= 2 &&
    first !== undefined &&
    parameter !== undefined &&
    !kinds.includes("lambda") &&
    kinds[0] !== "list"
  ) {
    const positions = kinds.map((_kind, argument) => ({ argument, member: true }));
    return { arguments: [{ parameter, positions }], result: first.result, variadic: true };
  }
  if (chosen === undefined) return null;
  return {
    arguments: chosen.parameters.map((each, argument) => ({
      parameter: each,
      positions: argument < kinds.length ? [{ argument, member: false }] : [],
    })),
    result: chosen.result,
    variadic: false,
  };
}

function takes(signature: Signature, count: number): boolean {
  const required = signature.parameters.filter((parameter) => parameter.optional !== true).length;
  return count >= required && count <= signature.parameters.length;
}

function fits(
  signature: Signature,
  kinds: readonly RoughKind[],
  expressions: readonly Expression[],
  upTo: number,
): boolean {
  return kinds.slice(0, upTo).every((kind, index) => {
    const parameter = signature.parameters[index];
    return parameter !== undefined && accepts(parameter, kind, expressions[index]);
  });
}

/** Whether an argument of that kind can stand in the parameter's place. */
function accepts(
  parameter: StandardParameter,
  kind: RoughKind,
  expression: Expression | undefined,
): boolean {
  const { type } = parameter;
  if (type.kind === "lambda" || kind === "lambda") return type.kind === kind;
  if (expression?.kind === "text" && type.kind === "time")
    return parseInstant(expression.value, 0) !== null;
  if (expression?.kind === "text" && parameter.name === "offset")
    return parseOffset(expression.value) !== null;
  if (kind === "any") return true;
  switch (type.kind) {
    case "boolean":
    case "text":
    case "time":
    case "list":
    case "record":
      return kind === type.kind;
    case "plain":
    case "integer":
      return kind === "number";
    case "number":
    case "difference":
    case "power":
    case "root":
    case "quantity":
      return kind === "number" || kind === "quantity";
    case "variable":
    case "unit-name":
      return true;
  }
}
