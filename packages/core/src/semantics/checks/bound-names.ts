// What the names in expressions stand for, by where they are written: LET values, loop elements, or the input's attributes.
import type { Span } from "../../source/span.ts";
import type { Expression, Item, Reference } from "../../syntax/tree.ts";
import type { Analysis, Local } from "../analysis.ts";
import { visitExpressionsOf } from "./visit-expressions.ts";

/** An expression with its place. SET can change what a name means between two moments, never within one. */
export interface Written {
  readonly expression: Expression;
  readonly item: Item;
  /** That of the rule that reads it; where a constraint's condition stands. */
  readonly moment: number;
}

/** Another expression in the same place. */
export function writtenBeside({ item, moment }: Written, expression: Expression): Written {
  return { expression, item, moment };
}

export interface BoundNames {
  /** The LET name, loop variable or parameter that a reference reads; null for an attribute. */
  readonly localOf: (reference: Reference, item: Item) => Local | null;
  /** True where a SET changes it. */
  readonly changes: (local: Local) => boolean;
  /** True where a part of the main document reads or writes such a name. */
  readonly holdsChanging: (part: Span) => boolean;
  /** The value of a LET, the collection of a loop variable or quantifier; null for a parameter or an index. */
  readonly origin: (local: Local) => Written | null;
}

/** Collects the bindings of the main document's rules and constraints. */
export function collectBoundNames(analysis: Analysis): BoundNames {
  const locals = analysis.locals.filter((local) => local.declaration.file === analysis.file);
  const read = new Map<number, Local>();
  const changed = new Set<Local>();
  for (const local of locals) {
    for (const { span, use } of local.references) {
      if (use === "write") changed.add(local);
      else read.set(span.start, local);
    }
  }
  const origins = collectOrigins(analysis);
  const changing = [...changed]
    .flatMap(({ references }) => references.map(({ span }) => span.start))
    .sort((first, second) => first - second);
  return {
    localOf: (reference, item) => read.get(item.start + reference.span.start) ?? null,
    changes: (local) => changed.has(local),
    holdsChanging: ({ start, end }) => (changing[firstFrom(changing, start)] ?? end) < end,
    origin: (local) => origins.get(local.declaration.span.start) ?? null,
  };
}

/** The index of the first of the ascending offsets that is not below `from`. */
export function firstFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the absolute offset of the name that is bound. */
function collectOrigins(analysis: Analysis): ReadonlyMap<number, Written> {
  const origins = new Map<number, Written>();
  const note = (at: { readonly start: number }, written: Written): void => {
    origins.set(written.item.start + at.start, written);
  };
  for (const { rule, item, moment } of analysis.rules) {
    if (rule.kind === "let") note(rule.name.span, { expression: rule.value, item, moment });
    if (rule.kind === "for") {
      note(rule.variable.span, { expression: rule.collection, item, moment });
    }
    visitExpressionsOf(rule, (expression) => {
      if (expression.kind !== "quantifier") return;
      note(expression.variable.span, { expression: expression.collection, item, moment });
    });
  }
  return origins;
}
