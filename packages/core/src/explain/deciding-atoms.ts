// Which atoms of a condition decided its outcome: those whose being otherwise would have changed it.
import type { TraceAtom } from "../evaluate/decision.ts";
import type { Condition, ProgramExpression } from "../semantics/program.ts";

type Truth = TraceAtom["value"];

/**
 * The atoms that decided `condition`, given what each came to: flipping one alone changes the outcome. Where none does
 * so alone (`a OR b`, both false), all that were evaluated did it together. In the condition's order.
 */
export function decidingAtoms(
  condition: Condition,
  atoms: readonly TraceAtom[],
): readonly TraceAtom[] {
  const values = atoms.map((atom) => atom.value);
  const outcome = truthOf(condition.expression, values);
  const alone = atoms.filter((atom, index) =>
    others(atom.value).some((value) => {
      const changed = values.map((known, place) => (place === index ? value : known));
      return truthOf(condition.expression, changed) !== outcome;
    }),
  );
  const evaluated = atoms.filter((atom) => atom.value !== "not evaluated");
  return alone.length > 0 ? alone : evaluated;
}

function others(value: Truth): readonly Truth[] {
  switch (value) {
    case "true":
      return ["false"];
    case "false":
      return ["true"];
    case "unknown":
      return ["true", "false"];
    case "not evaluated":
      return [];
  }
}

/** Strong Kleene over the atoms; what was not evaluated counts as unknown, which a deciding side absorbs. */
function truthOf(expression: ProgramExpression, atoms: readonly Truth[]): Truth {
  switch (expression.kind) {
    case "atom":
      return atoms[expression.index] === "not evaluated"
        ? "unknown"
        : (atoms[expression.index] ?? "unknown");
    case "constant":
      return expression.value === true ? "true" : expression.value === false ? "false" : "unknown";
    case "not":
      return negation(truthOf(expression.operand, atoms));
    case "logical": {
      const left = truthOf(expression.left, atoms);
      const right = truthOf(expression.right, atoms);
      const decisive = expression.operator === "AND" ? "false" : "true";
      if (left === decisive || right === decisive) return decisive;
      return left === "unknown" || right === "unknown" ? "unknown" : negation(decisive);
    }
    default:
      return "unknown";
  }
}

function negation(value: Truth): Truth {
  return value === "true" ? "false" : value === "false" ? "true" : value;
}
