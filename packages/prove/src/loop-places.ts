// Which element of which list a loop variable is bound to: what clauses that count PER a loop variable tell apart.
import { elementPath, type Ir, memberPath } from "@omega/core";
import { and, compare, no, type Term, yes } from "./term.ts";

/**
 * Where a value was read, as the evaluator writes it: `Zones[1].robots`. Null where it was calculated, so that the author's
 * words stand for it; `open` where the input decides.
 */
export type ReadPath = string | null | typeof openPath;

export const openPath = Symbol("a path that the input decides");

/** What a loop variable is bound to: an element of a list, by its index, a Real. */
export interface LoopBinding {
  readonly variable: string;
  /** The list, as bindings write it; `open` where the input decides which. */
  readonly of: string | typeof openPath;
  readonly index: Term;
}

/** Where an expression is read. */
export function pathOf(
  expression: Ir.ProgramExpression,
  paths: ReadonlyMap<number, ReadPath>,
): ReadPath {
  switch (expression.kind) {
    case "attribute":
      return expression.name;
    case "local":
      return paths.get(expression.slot) ?? null;
    case "member": {
      const object = pathOf(expression.object, paths);
      return typeof object === "string" ? memberPath(object, expression.name) : openPath;
    }
    case "index": {
      const object = pathOf(expression.object, paths);
      const { index } = expression;
      const at = index.kind === "constant" ? index.value : null;
      return typeof object === "string" && typeof at === "number"
        ? elementPath(object, at)
        : openPath;
    }
    default:
      return null;
  }
}

/** The path of the element that a loop binds. */
export function pathOfBound({ of, index }: LoopBinding): ReadPath {
  return typeof of === "string" && index.kind === "number"
    ? elementPath(of, index.value)
    : openPath;
}

/** Where the innermost binding of a variable is, with those of outer loops that its list is written with. */
export interface LoopPlace {
  readonly own: LoopBinding;
  readonly outer: readonly LoopPlace[];
}

/** The place of a variable; null where it is not bound. */
export function placeOfVariable(
  variable: string,
  bindings: readonly LoopBinding[],
): LoopPlace | null {
  // A name that is bound again hides the one before, and keeps its position.
  const known = [...new Map(bindings.map((binding) => [binding.variable, binding])).values()];
  const position = known.findIndex((binding) => binding.variable === variable);
  const own = known[position];
  if (own === undefined) return null;
  const words = new Set(
    typeof own.of === "string" ? own.of.split(/[^A-Za-z0-9_\u0080-\uffff]+/u) : [],
  );
  const around = known.slice(0, position);
  const outer = around.flatMap((binding) => {
    const place = words.has(binding.variable) ? placeOfVariable(binding.variable, around) : null;
    return place === null ? [] : [place];
  });
  return { own, outer };
}

/** Whether two places are the same; null where the input decides what lists they are of. */
export function samePlace(one: LoopPlace | null, other: LoopPlace | null): Term | null {
  if (one === null || other === null) return one === other ? yes : no;
  if (one.own.of === openPath || other.own.of === openPath) return null;
  if (one.own.of !== other.own.of || one.outer.length !== other.outer.length) return no;
  const here = compare("=", one.own.index, other.own.index);
  const around = one.outer.map((place, index) => samePlace(place, other.outer[index] ?? null));
  const known = around.filter((term) => term !== null);
  return known.length < around.length ? null : and(here, ...known);
}
