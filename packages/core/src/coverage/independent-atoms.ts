// Masking MC/DC over three values: which atoms of a condition decided an evaluation of it alone.
import type { AtomValue } from "../evaluate/trace.ts";
import type { ProgramExpression } from "../semantics/program.ts";

/**
 * The atoms, by index, that decided an evaluation of a condition by themselves: each was true or false, and no other
 * part masks it. On the way from the atom to the root of the condition every AND needs its other side true or not
 * evaluated, every OR its other side false or not evaluated; NOT masks nothing. Had such an atom been the other of true
 * and false, the condition would have been so, too. An unknown side masks: beside it the atom cannot turn false into
 * true. An unknown atom decides nothing, so an evaluation that came to unknown has no deciding atom.
 *
 * Modified condition/decision coverage in its masking form: Hayhurst, Veerhusen, Chilenski and Rierson, "A Practical
 * Tutorial on Modified Condition/Decision Coverage", NASA TM-2001-210876 (2001); Chilenski, "An Investigation of Three
 * Forms of the MC/DC Criterion", DOT/FAA/AR-01/18 (2001); CAST-10 (2002); DO-178C. The third value is OMEGA's own.
 *
 * `values` holds what each atom of the condition `expression` is of came to, by index. Linear in the condition's size.
 */
export function independentAtoms(
  expression: ProgramExpression,
  values: readonly AtomValue[],
): readonly number[] {
  const truths = new Map<ProgramExpression, AtomValue>();
  noteTruth(expression, values, truths);
  const independent: number[] = [];
  const descend = (part: ProgramExpression): void => {
    switch (part.kind) {
      case "atom":
        if (isKnown(values[part.index])) independent.push(part.index);
        return;
      case "not":
        descend(part.operand);
        return;
      case "logical": {
        const neutral = part.operator === "AND" ? "true" : "false";
        const lets = (side: ProgramExpression): boolean => {
          const truth = truths.get(side);
          return truth === neutral || truth === "not evaluated";
        };
        if (lets(part.right)) descend(part.left);
        if (lets(part.left)) descend(part.right);
        return;
      }
      default:
        return;
    }
  };
  descend(expression);
  return independent;
}

function isKnown(value: AtomValue | undefined): boolean {
  return value === "true" || value === "false";
}

/** Strong Kleene, from the atoms up; what has no evaluated atom was not evaluated. */
function noteTruth(
  part: ProgramExpression,
  values: readonly AtomValue[],
  truths: Map<ProgramExpression, AtomValue>,
): AtomValue {
  const truth = truthOf(part, values, truths);
  truths.set(part, truth);
  return truth;
}

function truthOf(
  part: ProgramExpression,
  values: readonly AtomValue[],
  truths: Map<ProgramExpression, AtomValue>,
): AtomValue {
  switch (part.kind) {
    case "atom":
      return values[part.index] ?? "not evaluated";
    case "not": {
      const operand = noteTruth(part.operand, values, truths);
      return operand === "true" ? "false" : operand === "false" ? "true" : operand;
    }
    case "logical": {
      const left = noteTruth(part.left, values, truths);
      const right = noteTruth(part.right, values, truths);
      const decisive = part.operator === "AND" ? "false" : "true";
      if (left === decisive || right === decisive) return decisive;
      if (left === "unknown" || right === "unknown") return "unknown";
      return left === "not evaluated" ? left : right;
    }
    default:
      return "not evaluated";
  }
}
