// Calls of standard functions from emitted code.
import type { Instant, Unknown, Value } from "../evaluate/value.ts";
import { isInstant, isUnknown } from "../evaluate/value.ts";
import type { CallContext, LambdaArgument, StandardFunction } from "../std/standard-function.ts";
import { standardFunctions } from "../std/standard-library.ts";
import type { Frame } from "./frame.ts";

type Evaluate = StandardFunction["evaluate"];

/** A lambda as code: undefined where its value is not known, or takes more than code does to be known. */
interface NativeLambda extends LambdaArgument {
  readonly of: (member: Value) => Value | undefined;
}

/** A function's code by its qualified name. */
export function standardFunction(name: string): Evaluate {
  return standardFunctions.get(name)?.evaluate ?? ((_values, { fail }) => fail("invalid argument"));
}

/** Hands a lambda to a function. */
export function lambda(of: NativeLambda["of"]): NativeLambda {
  return { kind: "lambda-argument", of };
}

/** A time as functions are given it. */
export function instantAt(milliseconds: number): Instant {
  return { kind: "time", milliseconds };
}

/** A time as code holds it. */
export function instantOf(value: Value | undefined): number | undefined {
  return value !== undefined && isInstant(value) ? value.milliseconds : undefined;
}

/**
 * What a function makes of its arguments; undefined where that is unknown, may be longer than the host allows, or takes
 * the interpreter to be found out. The steps that it takes are then in `frame.visited`.
 */
export function call(
  frame: Frame,
  evaluate: Evaluate,
  values: readonly (Value | LambdaArgument)[],
): Value | undefined {
  frame.visited = 0;
  frame.lost = false;
  frame.calls ??= callContext(frame);
  const value = evaluate(values, frame.calls);
  const isTooLong =
    (typeof value === "string" && value.length > frame.textLength) ||
    (Array.isArray(value) && value.length > frame.listLength);
  return frame.lost || isTooLong || isUnknown(value) ? undefined : value;
}

/** What functions may use of their surroundings. Once something is lost, they only come to an end. */
function callContext(frame: Frame): CallContext {
  const lose = (): Unknown => {
    frame.lost = true;
    return lost;
  };
  return {
    now: frame.options.instant,
    offsetMinutes: frame.native.program.offsetMinutes,
    apply(handle, [member]) {
      if (frame.lost || member === undefined || !isNative(handle)) return lose();
      const visited = frame.visited + 1;
      if (visited > frame.most) return lose();
      const value = handle.of(member);
      // Calls in the lambda have counted theirs themselves.
      frame.visited = visited;
      return value ?? lose();
    },
    visit(elements) {
      frame.visited += elements;
    },
    log: lose,
    fail: lose,
    checkLength(kind, length) {
      return length <= (kind === "list" ? frame.listLength : frame.textLength) ? null : lose();
    },
  };
}

const lost: Unknown = { kind: "unknown", causes: [] };

function isNative(handle: LambdaArgument): handle is NativeLambda {
  return "of" in handle;
}
