// Expressions that type-check, of any kind: the entry to conditions and values.
import type { Draw } from "../draw.ts";
import { drawCondition } from "./conditions.ts";
import type { ExpressionSource } from "./expression-source.ts";
import { drawValue } from "./values.ts";

/** A source of expressions of every kind. */
export function createExpressionSource(draw: Draw): ExpressionSource {
  const source: ExpressionSource = {
    draw,
    of: (kind, scope, depth) =>
      kind.kind === "boolean"
        ? drawCondition(source, scope, depth)
        : drawValue(source, kind, scope, depth),
  };
  return source;
}
