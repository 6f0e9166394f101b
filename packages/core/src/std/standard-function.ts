// The shape of a standard-library function: one entry feeds the checker, the evaluator, completion, hover and the docs.
import type { Instant, Unknown, UnknownReason, Value } from "../evaluate/value.ts";

/** Types in signatures. Names in `unit` and `variable` are unified within one call. */
export type SignatureType =
  | { readonly kind: "boolean" | "text" | "time" | "plain" | "integer" }
  /** A number in any unit, the same wherever `unit` has the same name. `absolute: false` refuses absolute temperatures. */
  | { readonly kind: "number"; readonly unit: string; readonly absolute?: boolean }
  /** A difference in that unit (stddev of absolute temperatures). */
  | { readonly kind: "difference"; readonly unit: string }
  /** `pow(x, n)`: the unit to the power of the argument at `exponent`, which must be a whole literal where x has a unit. */
  | { readonly kind: "power"; readonly unit: string; readonly exponent: number }
  | { readonly kind: "root"; readonly unit: string }
  /** A quantity of fixed unit, converted on the way in: `duration` arguments in `ms`. */
  | { readonly kind: "quantity"; readonly symbol: string }
  | { readonly kind: "list"; readonly element: SignatureType }
  | { readonly kind: "variable"; readonly name: string }
  | {
      readonly kind: "record";
      readonly fields: readonly { readonly name: string; readonly type: SignatureType }[];
    }
  | {
      readonly kind: "lambda";
      readonly parameters: readonly SignatureType[];
      readonly result: SignatureType;
    }
  /** A unit's name, `round(x, m)`: `names` is the number's unit variable, which the result then takes. Not passed on. */
  | { readonly kind: "unit-name"; readonly names: string };

export interface StandardParameter {
  readonly name: string;
  readonly type: SignatureType;
  readonly optional?: boolean;
}

/** What a call may use of its surroundings. */
export interface CallContext {
  readonly now: Instant | null;
  readonly offsetMinutes: number | null;
  /** Calls a lambda argument; counts a step. */
  readonly apply: (lambda: LambdaArgument, values: readonly Value[]) => Value;
  /** Counts one step for each collection element visited without a lambda. */
  readonly visit: (elements: number) => void;
  readonly log: (value: Value) => void;
  /** An unknown that says this call failed, with the call's text as path. */
  readonly fail: (reason: UnknownReason) => Unknown;
  /** Ends the evaluation with that limit when a result would be longer than the host allows; returns null when it fits. */
  readonly checkLength: (kind: "list" | "text", length: number) => Unknown | null;
}

/** A lambda as the evaluator hands it over; opaque to the library. */
export interface LambdaArgument {
  readonly kind: "lambda-argument";
}

export interface Signature {
  readonly parameters: readonly StandardParameter[];
  readonly result: SignatureType;
}

export interface StandardFunction {
  /** Qualified, `std::math::avg`. */
  readonly name: string;
  /** True when the last part alone may be called: `avg(x)`. */
  readonly bare: boolean;
  /**
   * Tried in order: the first whose number of parameters and whose kind of first argument (as far as it is known, a
   * list, a text, a number …) fit the call. `sum(xs)` and `sum(xs, |x| x.price)` are two; so are `length` of text and list.
   */
  readonly signatures: readonly Signature[];
  /** True when two or more plain arguments stand for one list of them: `max(a, b)` is `max([a, b])`. */
  readonly variadic?: boolean;
  /** True for functions of the clock or the document's time zone: the checker asks for an offset where it is needed. */
  readonly needsOffset?: boolean;
  readonly needsClock?: boolean;
  /** One sentence. */
  readonly summary: string;
  /** A call and its printed result; executed by a test. */
  readonly examples: readonly { readonly call: string; readonly result: string }[];
  /**
   * Arguments that are unknown never arrive (the call is then unknown already); lists may hold unknown members.
   * Never throws; a failure is `call.fail(reason)`.
   */
  readonly evaluate: (values: readonly (Value | LambdaArgument)[], call: CallContext) => Value;
}
