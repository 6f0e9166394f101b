// Arithmetic on numbers and times, and changes of unit: arithmetic.ts of the evaluator over exact numbers.
import { convertNumber, type Ir, parseUnit, type Type } from "@omega/core";
import { earliestInstant, latestInstant } from "./encode-inputs.ts";
import { alwaysUnknown, type SymbolicValue } from "./symbolic-value.ts";
import { and, apply, asReal, asWhole, calculate, compare, not, real, type Term } from "./term.ts";

type Node<Kind extends Ir.ProgramExpression["kind"]> = Extract<
  Ir.ProgramExpression,
  { kind: Kind }
>;

/** `left operator right`; unknown where the evaluator's is, but for overflow. */
export function encodeArithmetic(
  { operator, type }: Pick<Node<"arithmetic">, "operator" | "type">,
  left: SymbolicValue,
  right: SymbolicValue,
): SymbolicValue {
  if (left.kind === "outside") return left;
  if (right.kind === "outside") return right;
  if (left.kind === "number" && right.kind === "number") {
    const known = and(left.known, right.known);
    const divides = operator === "/" || operator === "MOD";
    return {
      kind: "number",
      known: divides ? and(known, not(compare("=", right.value, real(0)))) : known,
      value: calculateNumbers(operator, left.value, right.value),
    };
  }
  if (left.kind === "time" && right.kind === "time" && operator === "-") {
    const value = inUnitOf(type, calculate("-", left.value, right.value));
    return { kind: "number", known: and(left.known, right.known), value };
  }
  if (left.kind === "time" && right.kind === "number" && (operator === "+" || operator === "-")) {
    return laterBy(left, right, operator);
  }
  if (left.kind === "number" && right.kind === "time" && operator === "+") {
    return laterBy(right, left, operator);
  }
  return alwaysUnknown;
}

function calculateNumbers(operator: Node<"arithmetic">["operator"], left: Term, right: Term): Term {
  switch (operator) {
    case "+":
    case "-":
    case "*":
      return calculate(operator, left, right);
    case "/":
      return apply("/", left, right);
    case "MOD":
      return apply("mod", left, right);
  }
}

/** A duration in the unit of the type, out of milliseconds. */
function inUnitOf(type: Type, milliseconds: Term): Term {
  const millisecond = parseUnit("ms");
  if (type.kind !== "number" || millisecond === null) return milliseconds;
  const size = convertNumber(1, type.unit, millisecond) ?? 1;
  if (size === 1) return milliseconds;
  return size > 1
    ? apply("/", milliseconds, real(size))
    : apply("*", milliseconds, real(convertNumber(1, millisecond, type.unit) ?? 1));
}

type Scalar = Extract<SymbolicValue, { readonly value: Term }>;

/** The instant so many milliseconds later or earlier; unknown beyond the years that instants cover. */
export function laterBy(instant: Scalar, duration: Scalar, operator: "+" | "-"): SymbolicValue {
  const sum = calculate(operator, instant.value, duration.value);
  // Halves of a millisecond go towards the future.
  const value = asReal(asWhole(apply("+", sum, real(0.5))));
  const isInstant = and(
    compare("<=", real(earliestInstant), value),
    compare("<=", value, real(latestInstant)),
  );
  return { kind: "time", known: and(instant.known, duration.known, isInstant), value };
}

/** The number in another unit, element by element of a list; in the order in which the interpreter rounds. */
export function convert(
  value: SymbolicValue,
  conversion: Node<"convert">["conversion"],
): SymbolicValue {
  if (value.kind === "outside" || value.kind === "unknown") return value;
  if (value.kind === "list") {
    const slots = value.slots.map((slot) => ({ ...slot, value: convert(slot.value, conversion) }));
    return { ...value, slots };
  }
  if (value.kind !== "number") return alwaysUnknown;
  const { shift, multiply, divide, add } = conversion;
  let number = value.value;
  if (shift !== 0) number = calculate("+", number, real(shift));
  if (multiply !== 1) number = calculate("*", number, real(multiply));
  if (divide !== 1) number = apply("/", number, real(divide));
  if (add !== 0) number = calculate("+", number, real(add));
  return { ...value, value: number };
}
