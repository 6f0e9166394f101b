// The truth of conditions, asked through whole documents: `IF condition THEN Yes ELSE No UNKNOWN Perhaps`.
import { type Program, printDocument, type Tree } from "@omega/core";
import * as fc from "fast-check";
import { drawContext, type Fit, type JsonRecord } from "../generate/contexts.ts";
import { type Draw, drawn } from "../generate/draw.ts";
import * as node from "../generate/nodes.ts";
import { type Attributes, drawAttributes } from "../generate/policies/attributes.ts";
import type { ExpressionSource } from "../generate/policies/expression-source.ts";
import { createExpressionSource } from "../generate/policies/expressions.ts";
import type { Scope } from "../generate/policies/scope.ts";
import { compileWritten, decide, showSituation, unlessThrown } from "./situations.ts";

export type Truth = "true" | "false" | "unknown";

/** Conditions over the same attributes, and a context to judge them in. */
export interface Question {
  readonly text: string;
  readonly program: Program;
  readonly context: JsonRecord;
  /** The truth of each condition in a context, the question's own unless another is given. */
  readonly judge: (context?: JsonRecord) => readonly Truth[];
  readonly [fc.toStringMethod]: () => string;
}

/** Questions whose conditions `build` draws; null where they do not check, or the context is none. */
export function questions(
  size: number,
  fit: Fit,
  build: (source: ExpressionSource, scope: Scope) => readonly Tree.Expression[],
): fc.Arbitrary<Question | null> {
  return drawn(size, (draw) => {
    const attributes = drawAttributes(draw);
    const scope: Scope = { variables: attributes.variables, allowsIs: false, hasClock: true };
    const conditions = build(createExpressionSource(draw), scope);
    return ask(draw, attributes, conditions, fit);
  });
}

function ask(
  draw: Draw,
  attributes: Attributes,
  conditions: readonly Tree.Expression[],
  fit: Fit,
): Question | null {
  const text = printDocument(
    node.document([
      node.section("INTENT", [node.item(node.prose("Tell whether it is so."))]),
      node.section("CONTEXT", attributes.items),
      node.section("RULE", [
        ...conditions.map((condition, position) => questionItem(condition, position)),
        ...attributes.settling.map((condition) =>
          node.item(node.ifRule(condition, [node.action("Settle")])),
        ),
      ]),
    ]),
  );
  const policy = unlessThrown(() => compileWritten({ text, imported: new Map() }));
  if (policy === null || policy.program === null) return null;
  const { program } = policy;
  const context = drawContext(draw, program, fit);
  const decision = unlessThrown(() => decide({ policy }, context));
  if (decision === null || decision.status === "rejected") return null;
  const judge = (other: JsonRecord = context): readonly Truth[] => {
    const { actions } = decide({ policy }, other, { sampleDefaults: false });
    return conditions.map((_, position) => truthOf(actions, `Question${position}`));
  };
  return {
    text,
    program,
    context,
    judge,
    [fc.toStringMethod]: () => showSituation(text, context),
  };
}

function questionItem(condition: Tree.Expression, position: number): Tree.Item {
  return node.item(
    node.ifRule(condition, [node.action("Yes")], {
      label: node.name(`Question${position}`),
      otherwise: [node.action("No")],
      unknown: [node.action("Perhaps")],
    }),
  );
}

function truthOf(
  actions: readonly { readonly name: string; readonly rule: string }[],
  rule: string,
): Truth {
  switch (actions.find((action) => action.rule === rule)?.name) {
    case "Yes":
      return "true";
    case "No":
      return "false";
    default:
      return "unknown";
  }
}
