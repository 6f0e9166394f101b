// IF and MATCH as values, and patterns: code that takes the first of several ways.
import type { ProgramExpression, ProgramPattern } from "../semantics/program.ts";
import { adopt, inner, type Scalar, type Scope, temporary } from "./emission.ts";
import { printLiteral, printNumber } from "./print-literal.ts";

type Node<Kind extends ProgramExpression["kind"]> = ProgramExpression & { readonly kind: Kind };

/** One way to a value: taken where all its conditions hold; code, or a condition to be written when it is come to. */
interface Way {
  readonly matches: string | null;
  readonly condition: ProgramExpression | null;
  readonly value: ProgramExpression;
}

/** The value of the first branch whose condition holds. */
export function emitConditional(expression: Node<"conditional">, scope: Scope): Scalar | null {
  const ways = expression.branches.map(
    ({ condition, value }): Way => ({ matches: null, condition, value }),
  );
  const otherwise: Way = { matches: null, condition: null, value: expression.otherwise };
  return emitWays([...ways, otherwise], scope);
}

/** The value of the first arm that takes the subject; where none does, that is the interpreter's to say. */
export function emitMatchValue(expression: Node<"match-value">, scope: Scope): Scalar | null {
  const subject = scope.emission.expressions.scalar(expression.subject, scope);
  if (subject === null) return null;
  const ways: Way[] = [];
  for (const { pattern, guard, value } of expression.arms) {
    const matches = emitPattern(subject, pattern);
    if (matches === null) return null;
    ways.push({ matches, condition: guard, value });
  }
  return emitWays(ways, scope);
}

function emitWays(ways: readonly Way[], scope: Scope): Scalar | null {
  const { expressions } = scope.emission;
  const result = temporary(scope.emission);
  const tried = inner(scope);
  let kind: Scalar["kind"] | null = null;
  for (const { matches, condition, value } of ways) {
    const taken = inner(tried);
    const unless = temporary(scope.emission);
    if (matches !== null) taken.lines.push(`if (!(${matches})) break ${unless};`);
    const holds = condition === null ? "true" : expressions.condition(condition, taken);
    if (holds === null) return null;
    if (holds !== "true") taken.lines.push(`if (!${holds}) break ${unless};`);
    const scalar = expressions.scalar(value, taken);
    if (scalar === null || (kind !== null && scalar.kind !== kind)) return null;
    kind = scalar.kind;
    taken.lines.push(`${result} = ${scalar.code};`, `break ${result};`);
    tried.lines.push(`${unless}: {`, ...taken.lines, "}");
    adopt(tried, taken);
  }
  if (kind === null) return null;
  adopt(scope, tried);
  // Behind the last way that has a condition stands what to do where no way was taken.
  scope.leaves = true;
  scope.lines.push(`let ${result};`, `${result}: {`, ...tried.lines, scope.leave, "}");
  return { kind, code: result };
}

/** That the pattern takes the subject, as an expression; null where that is not plain to see. */
export function emitPattern({ kind, code }: Scalar, pattern: ProgramPattern): string | null {
  const alternatives: string[] = [];
  for (const alternative of pattern) {
    switch (alternative.kind) {
      case "wildcard":
        return "true";
      case "equals": {
        const { value } = alternative;
        if (typeof value !== (kind === "text" ? "string" : kind)) return null;
        if (typeof value === "object") return null;
        alternatives.push(`${code} === ${printLiteral(value)}`);
        break;
      }
      case "range": {
        if (kind !== "number") return null;
        const { low, high } = alternative;
        alternatives.push(`(${code} >= ${printNumber(low)} && ${code} <= ${printNumber(high)})`);
      }
    }
  }
  return alternatives.length === 0 ? "false" : alternatives.join(" || ");
}
