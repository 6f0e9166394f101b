// Which results of arithmetic may be off in their last digit, so that `==` on them is left to chance.
import type { Expression } from "../../syntax/tree.ts";
import type { Written } from "./bound-names.ts";
import { type Readings, resolveNames, typeOf } from "./subject.ts";

/** Functions whose results round whatever they are given. */
const rounding: ReadonlySet<string> = new Set(["avg", "stddev", "sqrt"]);
/** Functions whose results are as exact as what they are given. */
const adding: ReadonlySet<string> = new Set(["sum", "pow"]);

/** True of a number that was computed and may have been rounded. Readings and literals are what they are. */
export function isInexact(written: Written, readings: Readings): boolean {
  if (typeOf(written, readings)?.kind !== "number") return false;
  const resolved = resolveNames(written, readings);
  const { expression } = resolved;
  const within = (part: Expression): Written => ({ ...resolved, expression: part });
  if (expression.kind === "unary") return isInexact(within(expression.operand), readings);
  if (expression.kind === "call") {
    const name = expression.path.at(-1) ?? "";
    return (
      rounding.has(name) || (adding.has(name) && !isWhole(resolved, readings, { left: mostParts }))
    );
  }
  if (expression.kind !== "binary") return false;
  switch (expression.operator) {
    case "/":
      return true;
    case "+":
    case "-":
    case "*":
      return !isWhole(resolved, readings, { left: mostParts });
    default:
      return false;
  }
}

/** Past this many parts, LET values included, a number is taken to be whole: nothing is claimed of it. */
const mostParts = 200;

/** True of numbers without fraction: whole literals, integers of the input, counts, and what is computed of them. */
function isWhole(written: Written, readings: Readings, parts: { left: number }): boolean {
  if (parts.left-- <= 0) return true;
  const { expression, item, moment } = resolveNames(written, readings);
  const within = (part: Expression): boolean =>
    isWhole({ expression: part, item, moment }, readings, parts);
  const type = typeOf({ expression, item, moment }, readings);
  if (type?.kind !== "number") return false;
  if (type.integer) return true;
  switch (expression.kind) {
    case "number":
      return Number.isInteger(Number(expression.digits)) && expression.unit === "";
    case "unary":
      return within(expression.operand);
    case "binary":
      return expression.operator !== "/" && within(expression.left) && within(expression.right);
    case "reference": {
      // A LET name that SET changes: as whole as what it begins with.
      const local = readings.names.localOf(expression, item);
      const origin = local === null || local.kind !== "let" ? null : readings.names.origin(local);
      return origin !== null && isWhole(origin, readings, parts);
    }
    default:
      return false;
  }
}
