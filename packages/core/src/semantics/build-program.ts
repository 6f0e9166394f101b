// What a program says of its document besides rules: intent, attributes and the least loop bound.
import type { Document } from "../syntax/tree.ts";
import type { Attribute } from "./analysis.ts";
import type { ProgramAttribute, ProgramConstraint } from "./program.ts";
import { resolve } from "./terms.ts";

/** An attribute as the evaluator reads it. */
export function programAttribute(attribute: Attribute): ProgramAttribute {
  const { name, type, declaration, sample } = attribute;
  return {
    name,
    type,
    declared: declaration !== null && !unitIsInferred(attribute),
    optional: declaration?.optional === true,
    sample,
    default: attribute.default,
    freshMilliseconds: declaration?.freshMilliseconds ?? null,
    line: declaration?.line ?? 0,
  };
}

/** A bare sample says less of the unit than a declaration: a bare percentage stays ambiguous. */
function unitIsInferred({ term, declaration }: Attribute): boolean {
  const resolved = resolve(term);
  return (
    declaration?.body.value.kind === "sample" && resolved.kind === "number" && resolved.unit.owned
  );
}

/** The INTENT in one line; "" without one. */
export function intentOf(document: Document): string {
  for (const { keyword, items } of document.sections) {
    const [first] = items;
    if (keyword === "INTENT" && first?.body.kind === "prose") return first.body.text;
  }
  return "";
}

/** The least `MAX LOOP n`. */
export function leastLoop(constraints: readonly ProgramConstraint[]): number | null {
  let least: number | null = null;
  for (const { clause } of constraints) {
    if (clause.kind === "max-loop") least = Math.min(clause.count, least ?? clause.count);
  }
  return least;
}
