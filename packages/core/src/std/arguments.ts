// How standard functions take their arguments: members must be known and of the kind a function works on.
import { isUnknown, joinUnknowns, type Unknown, type Value } from "../evaluate/value.ts";
import type { CallContext, LambdaArgument } from "./standard-function.ts";

export type Argument = Value | LambdaArgument;

/** True of a lambda handed over by the evaluator. */
export function isLambda(argument: Argument | undefined): argument is LambdaArgument {
  return typeof argument === "object" && "kind" in argument && argument.kind === "lambda-argument";
}

/** True of a list value. */
export function isList(argument: Argument | undefined): argument is readonly Value[] {
  return Array.isArray(argument);
}

/** The joined unknown of all unknown values among `members`, or null when all are known. */
export function unknownAmong(members: readonly Value[]): Unknown | null {
  let joined: Unknown | null = null;
  for (const member of members) {
    if (isUnknown(member)) joined = joined === null ? member : joinUnknowns(joined, member);
  }
  return joined;
}

/** The argument as a list of known values: its unknown members joined, or `wrong kind`. Counts its visits. */
export function knownList(
  argument: Argument | undefined,
  call: CallContext,
): readonly Value[] | Unknown {
  if (!isList(argument)) return call.fail("wrong kind");
  call.visit(argument.length);
  return unknownAmong(argument) ?? argument;
}

/** The argument as a list of numbers, or why it is none. */
export function numberList(
  argument: Argument | undefined,
  call: CallContext,
): readonly number[] | Unknown {
  const list = knownList(argument, call);
  if (!isList(list)) return list;
  const numbers: number[] = [];
  for (const member of list) {
    if (typeof member !== "number") return call.fail("wrong kind");
    numbers.push(member);
  }
  return numbers;
}

/** True of the result of the functions above when it is the list asked for. */
export function isListOf<Member>(list: readonly Member[] | Unknown): list is readonly Member[] {
  return Array.isArray(list);
}

/** A finite number, or the unknown `overflow`. */
export function finite(result: number, call: CallContext): Value {
  return Number.isFinite(result) ? result : call.fail("overflow");
}
