// Whether the arms of a MATCH leave no value over: then no example can show what happens when none fits.
import type { ProgramPattern } from "../semantics/program.ts";
import type { NumberType, Type } from "../semantics/types.ts";

interface Arm {
  readonly pattern: ProgramPattern;
  /** An arm with a guard may let any value pass. */
  readonly guard: unknown;
}

/** Whether every value of the subject's type fits some arm. A value outside of a declared type is unknown, and fits none. */
export function takesEverything(arms: readonly Arm[], type: Type): boolean {
  const patterns = arms.flatMap(({ pattern, guard }) => (guard === null ? pattern : []));
  if (patterns.some(({ kind }) => kind === "wildcard")) return true;
  const taken = new Set(patterns.flatMap((part) => (part.kind === "equals" ? [part.value] : [])));
  switch (type.kind) {
    case "boolean":
      return taken.has(true) && taken.has(false);
    case "text":
      return type.values?.every((value) => taken.has(value)) ?? false;
    case "number":
      return coversRange(patterns, type);
    default:
      return false;
  }
}

/** Whether ranges and single numbers reach from one end of the declared range to the other. */
function coversRange(patterns: ProgramPattern, type: NumberType): boolean {
  const { minimum, maximum, integer } = type;
  if (minimum === null || maximum === null) return false;
  const ranges = patterns
    .flatMap((part): readonly (readonly [number, number])[] => {
      if (part.kind === "range") return [[part.low, part.high]];
      return part.kind === "equals" && typeof part.value === "number"
        ? [[part.value, part.value]]
        : [];
    })
    .sort(([a], [b]) => a - b);
  let reached: number | null = null;
  for (const [low, high] of ranges) {
    const joins =
      reached === null ? low <= minimum : low <= (integer ? Math.floor(reached) + 1 : reached);
    if (!joins) return false;
    reached = Math.max(reached ?? high, high);
    if (reached >= maximum) return true;
  }
  return false;
}
