// The subjects of conditions: which expressions have the same value, and which values they can have at all.
import { printExpression } from "../../syntax/print-expression.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Analysis } from "../analysis.ts";
import { shortened, shown } from "../checking.ts";
import type { Type } from "../types.ts";
import { type BoundNames, type Written, writtenBeside } from "./bound-names.ts";
import type { Subject } from "./formula.ts";
import { everyNumber, numbersBetween } from "./number-set.ts";
import type { KnownValues } from "./possible-values.ts";

import { visitExpression } from "./visit-expressions.ts";

/** What the reading of subjects and conditions needs of the document. */
export interface Readings {
  readonly analysis: Analysis;
  readonly names: BoundNames;
}

/** LET names of LET names are followed this far. */
const furthest = 32;

/** LET names that nothing changes stand for their value: follows them to what is read in the end. */
export function resolveNames(written: Written, { names }: Readings): Written {
  let current = written;
  for (let step = 0; step < furthest && current.expression.kind === "reference"; step++) {
    const local = names.localOf(current.expression, current.item);
    if (local === null || local.kind !== "let" || names.changes(local)) return current;
    const origin = names.origin(local);
    if (origin === null) return current;
    current = origin;
  }
  return current;
}

/** The subject that an expression is: attributes, paths, sums and calls alike. */
export function subjectOf(written: Written, readings: Readings): Subject {
  const resolved = resolveNames(written, readings);
  const type = typeOf(resolved, readings);
  const trusted = isReading(resolved, readings);
  const counted = isCount(resolved.expression);
  const text = printExpression(resolved.expression);
  return {
    key: `${text} ${boundIn(resolved, readings)}`,
    texts: [resolved === written ? shortened(text) : shown(written.expression)],
    domain: counted ? counts : domainOf(type, trusted),
    whole: counted || (trusted && type?.kind === "number" && type.integer),
    declared: trusted ? type : null,
  };
}

/** The settled type of an expression; null where it was not checked. */
export function typeOf({ item, expression }: Written, { analysis }: Readings): Type | null {
  return analysis.typeOf(item, expression);
}

/** Two expressions have one key only where they have one value: the text, and what its names are bound to. */
export function keyOf(written: Written, readings: Readings): string {
  return `${printExpression(written.expression)} ${boundIn(written, readings)}`;
}

/** What the names in an expression are bound to, in order; "" where they are all attributes. */
function boundIn({ expression, item, moment }: Written, { names }: Readings): string {
  const bound: string[] = [];
  visitExpression(expression, (part) => {
    if (part.kind !== "reference") return;
    const local = names.localOf(part, item);
    if (local === null) return;
    const declared = local.declaration.span.start - item.start;
    // What the expression binds itself, a quantifier's variable, means the same in both texts.
    if (declared >= expression.span.start && declared < expression.span.end) return;
    bound.push(names.changes(local) ? `${local.slot}@${moment}` : String(local.slot));
  });
  return bound.length === 0 ? "" : bound.join(",");
}

/** True of paths into the input: their values are checked against the declared type when they are read. */
function isReading(written: Written, readings: Readings): boolean {
  const { expression } = written;
  switch (expression.kind) {
    case "member":
    case "index":
      return isReading(writtenBeside(written, expression.object), readings);
    case "reference": {
      const local = readings.names.localOf(expression, written.item);
      if (local === null) return readings.analysis.attributes.has(expression.name);
      if (local.kind !== "loop" && local.kind !== "quantifier") return false;
      const collection = readings.names.origin(local);
      return collection !== null && isReading(resolveNames(collection, readings), readings);
    }
    default:
      return false;
  }
}

const counts: KnownValues = { kind: "numbers", numbers: numbersBetween(0, null) };

function isCount(expression: Expression): boolean {
  const name = expression.kind === "call" ? expression.path.at(-1) : undefined;
  return name === "length" || name === "count";
}

/** What conditions can be when they are known. */
export const truthDomain: KnownValues = { kind: "names", names: new Set(["true", "false"]) };

function domainOf(type: Type | null, trusted: boolean): KnownValues {
  if (type?.kind === "boolean") return truthDomain;
  if (type?.kind === "number") {
    const numbers = trusted ? numbersBetween(type.minimum, type.maximum) : everyNumber;
    return { kind: "numbers", numbers };
  }
  if (type?.kind === "text" && type.values !== null && trusted) {
    return { kind: "names", names: new Set(type.values.map(textName)) };
  }
  return { kind: "any" };
}

/** A text among the names of possible values. */
export function textName(text: string): string {
  return JSON.stringify(text);
}

/** The bounds that a type declares, for messages: `0..100 %`; null where it has none. */
export function describeBounds(type: Type | null): string | null {
  if (type?.kind === "text" && type.values !== null) return type.values.map(textName).join(" | ");
  if (type?.kind !== "number" || (type.minimum === null && type.maximum === null)) return null;
  const unit = type.unit.symbol === "" ? "" : ` ${type.unit.symbol}`;
  return `${type.minimum ?? ""}..${type.maximum ?? ""}${unit}`;
}
