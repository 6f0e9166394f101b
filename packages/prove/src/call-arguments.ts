// How encoded functions take their arguments: a list, a number, a lambda, or the value that says why there is none.
import type { CallArgument, EncodedFunction, SymbolicLambda } from "./encode-call.ts";
import type { Scope } from "./scope.ts";
import {
  alwaysUnknown,
  knownIf,
  type Scalar,
  type Slot,
  type SymbolicList,
  type SymbolicValue,
} from "./symbolic-value.ts";
import { and, not, or, type Term } from "./term.ts";

/** A function of a list and what else it takes. */
export function ofList(
  compute: (list: SymbolicList, others: readonly CallArgument[], scope: Scope) => SymbolicValue,
): EncodedFunction {
  return ([list, ...others], scope) =>
    isKind(list, "list") ? compute(list, others, scope) : alwaysUnknown;
}

/** A function of a list and a lambda. */
export function overList(
  compute: (list: SymbolicList, of: SymbolicLambda) => SymbolicValue,
): EncodedFunction {
  return ofList((list, [of]) => (typeof of === "function" ? compute(list, of) : alwaysUnknown));
}

/** A function of scalars of a kind, all its arguments. */
export function ofScalars(
  kind: Scalar["kind"],
  compute: (values: readonly Term[]) => SymbolicValue,
): EncodedFunction {
  return (values) => {
    const terms = values.flatMap((value) => (isKind(value, kind) ? [value.value] : []));
    return terms.length === values.length ? compute(terms) : alwaysUnknown;
  };
}

/** True of a value of that kind. */
export function isKind<Kind extends SymbolicValue["kind"]>(
  argument: CallArgument | undefined,
  kind: Kind,
): argument is SymbolicValue & { readonly kind: Kind } {
  return typeof argument === "object" && argument.kind === kind;
}

/** The numbers of a list that holds nothing else, in order, as many as there can be. */
export type Numbers = readonly { readonly present: Term; readonly value: Term }[];

/** A function of a list of numbers; unknown where an element is, or is no number. */
export function ofNumbers(
  compute: (list: SymbolicList, numbers: Numbers, others: readonly CallArgument[]) => SymbolicValue,
): EncodedFunction {
  return ofList((list, others) => {
    const numbers: { present: Term; value: Term }[] = [];
    let known = list.known;
    for (const { present, value } of list.slots) {
      if (value.kind === "outside") return value;
      if (value.kind === "number") {
        known = and(known, or(not(present), value.known));
        numbers.push({ present, value: value.value });
      } else {
        known = and(known, not(present));
      }
    }
    return knownIf(known, compute(list, numbers, others));
  });
}

/** What a lambda makes of each element. */
export function mapSlots(list: SymbolicList, of: SymbolicLambda): readonly Slot[] {
  return list.slots.map(({ present, value }) => ({ present, value: of([value]) }));
}
