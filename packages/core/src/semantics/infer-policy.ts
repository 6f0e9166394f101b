// Inference over a whole policy: rules in order, then constraints and effects, imported ones included; and what had to
// wait is settled at the end.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { twoUnits } from "../diagnostics/om3-units.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Document, Expression } from "../syntax/tree.ts";
import type { Local, Place } from "./analysis.ts";
import { undeclaredAttribute } from "./attributes.ts";
import type { CollectedClauses } from "./collect-clauses.ts";
import type { DeclaredContext } from "./declarations.ts";
import { inferEffect, inferItem } from "./infer-rules.ts";
import { type Inference, settlePending } from "./inference.ts";
import { openScope, type Scope } from "./scope.ts";
import type { Term } from "./terms.ts";

/** Where blocks and quantifiers bind names, by name: the first place each. */
export type Bindings = ReadonlyMap<string, Place & { readonly kind: Local["kind"] }>;

/** Gives undeclared attributes their terms, adding them to `context`; tells where names are bound. */
export function inferTypes(
  document: Document,
  source: SourceText,
  clauses: CollectedClauses,
  context: DeclaredContext,
  reporterOf: (file: string) => Reporter,
): Bindings {
  const bindings = new Map<string, Place & { readonly kind: Local["kind"] }>();
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
  const top = openScope<Term>();
  for (const section of document.sections) {
    if (section.keyword !== "RULE") continue;
    for (const { body, start } of section.items) {
      inferItem(body, inferenceOf(source.file, start, top));
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
  settlePending(inferenceOf(source.file, 0, top));
  return bindings;
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
