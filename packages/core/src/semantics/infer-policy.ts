// Inference over a whole policy: rules in order, then constraints and effects, imported ones included; and what had to
// wait is settled at the end.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { twoUnits } from "../diagnostics/om3-units.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Document, Expression } from "../syntax/tree.ts";
import type { BoundNames, Local, Place } from "./analysis.ts";
import { undeclaredAttribute } from "./attributes.ts";
import type { CollectedClauses } from "./collect-clauses.ts";
import type { DeclaredContext } from "./declarations.ts";
import { inferEffect, inferItem } from "./infer-rules.ts";
import { type Inference, settlePending } from "./inference.ts";
import { openScope, type Scope } from "./scope.ts";
import type { Term } from "./terms.ts";

/** Gives undeclared attributes their terms, adding them to `context`; tells where names are bound. */
export function inferTypes(
  document: Document,
  source: SourceText,
  clauses: CollectedClauses,
  context: DeclaredContext,
  reporterOf: (file: string) => Reporter,
): BoundNames {
  const bindings = new Map<string, Place & { readonly kind: Local["kind"] }>();
  const changed = new Set<string>();
  const pending: Inference["pending"] = [];
  const inferenceOf = (file: string, base: number, scope: Scope<Term>): Inference => ({
    file,
    base,
    scope,
    pending,
    attribute: (name, at) => {
      const known = context.attributes.get(name) ?? undeclaredAttribute(name, at);
      context.attributes.set(name, known);
      return known.term;
    },
    changes: (name) => changed.add(name),
    binds: (name, kind, from) => {
      if (bindings.has(name.text)) return;
      bindings.set(name.text, { file, span: moveSpan(name.span, from), kind });
    },
    conflict: (subject, { term, first, second }, at) => {
      const { evidence } = term;
      reporterOf(at.file).report(
        twoUnits,
        at.span,
        {
          name: printExpression(leadingPath(subject)),
          first: first.symbol,
          second: second.symbol,
          root: rootName(leadingPath(subject)),
        },
        evidence === null ? [] : [{ ...evidence, message: `used in ${first.symbol} here` }],
      );
    },
  });
  const inference = inferenceOf(source.file, 0, openScope());
  for (const section of document.sections) {
    if (section.keyword !== "RULE") continue;
    for (const { body, start } of section.items) {
      inference.base = start;
      inferItem(body, inference);
    }
  }
  for (const { constraint, item, source: from } of clauses.constraints) {
    inferItem(constraint, inferenceOf(from.file, item.start, openScope()));
  }
  for (const { effect, item, source: from } of clauses.effects) {
    const attribute = context.attributes.get(effect.attribute.text);
    if (attribute === undefined) continue;
    const evidence = { file: from.file, span: moveSpan(effect.amount.span, item.start) };
    inferEffect(effect, attribute.term, evidence, inferenceOf(from.file, item.start, openScope()));
  }
  settlePending(inference);
  return { bindings, changed };
}

/** The path that an expression begins with: what the reader looks for in CONTEXT. */
function leadingPath(expression: Expression): Expression {
  switch (expression.kind) {
    case "binary":
      return leadingPath(expression.left.kind === "number" ? expression.right : expression.left);
    case "unary":
      return leadingPath(expression.operand);
    default:
      return expression;
  }
}

/** The name a path begins with, where that is not the whole path. */
function rootName(expression: Expression): string | null {
  let current = expression;
  while (current.kind === "member" || current.kind === "index") current = current.object;
  return current === expression || current.kind !== "reference" ? null : current.name;
}
