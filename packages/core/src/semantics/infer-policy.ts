// Inference over a whole policy: rules in order, then constraints and effects, imported ones included; and what had to
// wait is settled at the end.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { twoUnits } from "../diagnostics/om3-units.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Document, Effect, Expression } from "../syntax/tree.ts";
import type { Attribute, BoundNames, Local, Place } from "./analysis.ts";
import { undeclaredAttribute } from "./attributes.ts";
import type { CollectedClauses } from "./collect-clauses.ts";
import type { DeclaredContext } from "./declarations.ts";
import { inferEffect, inferItem } from "./infer-rules.ts";
import { type Inference, settlePending } from "./inference.ts";
import { openScope, type Scope } from "./scope.ts";
import type { Term } from "./terms.ts";

/** Inference under way: walks over items in order, then the settling of what had to wait. */
export interface PolicyInference {
  readonly attributes: Map<string, Attribute>;
  readonly bound: BoundNames;
  /** A walk over an item of `file` that begins at `base`. */
  readonly walk: (file: string, base: number, scope: Scope<Term>) => Inference;
  readonly settle: () => void;
}

/** Begins inference; attributes that nothing declares are added to `attributes` as they are met. */
export function startInference(
  attributes: Map<string, Attribute>,
  reporterOf: (file: string) => Reporter,
): PolicyInference {
  const bindings = new Map<string, Place & { readonly kind: Local["kind"] }>();
  const changed = new Set<string>();
  const pending: Inference["pending"] = [];
  const walk = (file: string, base: number, scope: Scope<Term>): Inference => ({
    file,
    base,
    scope,
    pending,
    attribute: (name, at) => {
      const known = attributes.get(name) ?? undeclaredAttribute(name, at);
      attributes.set(name, known);
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
  return { attributes, bound: { bindings, changed }, walk, settle: () => settlePending(pending) };
}

/** Gives undeclared attributes their terms, adding them to `context`; tells where names are bound. */
export function inferTypes(
  document: Document,
  source: SourceText,
  clauses: CollectedClauses,
  context: DeclaredContext,
  reporterOf: (file: string) => Reporter,
): BoundNames {
  const inference = startInference(context.attributes, reporterOf);
  const rules = inference.walk(source.file, 0, openScope());
  for (const section of document.sections) {
    if (section.keyword !== "RULE") continue;
    for (const { body, start } of section.items) {
      rules.base = start;
      inferItem(body, rules);
    }
  }
  for (const { constraint, item, source: from } of clauses.constraints) {
    inferItem(constraint, inference.walk(from.file, item.start, openScope()));
  }
  for (const { effect, item, source: from } of clauses.effects) {
    inferEffectOf(effect, item.start, from.file, inference);
  }
  inference.settle();
  return inference.bound;
}

/** Walks an effect of the item at `base`, if anything has its attribute. */
export function inferEffectOf(
  effect: Effect,
  base: number,
  file: string,
  { attributes, walk }: PolicyInference,
): void {
  const attribute = attributes.get(effect.attribute.text);
  if (attribute === undefined) return;
  const evidence = { file, span: moveSpan(effect.amount.span, base) };
  inferEffect(effect, attribute.term, evidence, walk(file, base, openScope()));
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
