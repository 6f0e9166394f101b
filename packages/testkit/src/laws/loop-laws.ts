// Laws of loops: FOR does for each element what it does for that element, and WHILE comes to an end.
import {
  compile,
  type Decision,
  type JsonValue,
  type Policy,
  printDocument,
  type Tree,
} from "@omega/core";
import * as fc from "fast-check";
import { drawContext, type JsonRecord } from "../generate/contexts.ts";
import { type Draw, drawn } from "../generate/draw.ts";
import * as node from "../generate/nodes.ts";
import { type Attributes, drawAttributes } from "../generate/policies/attributes.ts";
import { createExpressionSource } from "../generate/policies/expressions.ts";
import {
  booleanKind,
  drawKind,
  drawTypeOf,
  type Kind,
  listOf,
  plainKind,
} from "../generate/policies/kinds.ts";
import { drawRules } from "../generate/policies/rules.ts";
import { type Scope, withVariable } from "../generate/policies/scope.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { decide, showSituation, unlessThrown } from "./situations.ts";

/** The list that the loop of these laws runs over, which nothing in its body reads by itself. */
const list = "Items";
const variable = "item";

interface Loop {
  readonly policy: Policy;
  readonly context: JsonRecord;
  readonly items: readonly JsonValue[];
  readonly [fc.toStringMethod]: () => string;
}

/** Policies of one FOR, whose body reads its element and other attributes, and a context with a list to run over. */
function loops(size: number): fc.Arbitrary<Loop | null> {
  return drawn(size, (draw) => {
    const attributes = drawAttributes(draw);
    const element = drawKind(draw, 1);
    const scope: Scope = { variables: attributes.variables, allowsIs: true, hasClock: false };
    const body = drawRules(draw, withVariable(scope, variable, element), 1);
    const loop = node.forRule(variable, node.reference(list), body);
    const text = printRules(attributes, [itemsAttribute(draw, element)], [loop]);
    const policy = unlessThrown(() => compile(text));
    if (policy === null || policy.program === null) return null;
    const context = drawContext(draw, policy.program, "part");
    const items = context[list];
    const decision = unlessThrown(() => decide({ policy }, context));
    if (!Array.isArray(items) || decision === null || decision.status === "rejected") return null;
    return {
      policy,
      context,
      items,
      [fc.toStringMethod]: () => showSituation(text, context),
    };
  });
}

function itemsAttribute(draw: Draw, element: Kind): Tree.Item {
  const value: Tree.AttributeValue = {
    kind: "typed",
    type: drawTypeOf(draw, listOf(element)),
    default: null,
    span: node.nowhere,
  };
  return node.item({ kind: "attribute", name: node.name(list), value, span: node.nowhere });
}

function printRules(
  attributes: Attributes,
  more: readonly Tree.Item[],
  rules: readonly Tree.Rule[],
): string {
  const settled = attributes.settling.map((condition, position) =>
    node.letRule(`settled${position}`, condition),
  );
  return printDocument(
    node.document([
      node.section("INTENT", [node.item(node.prose("Treat every item alike."))]),
      node.section("CONTEXT", [...attributes.items, ...more]),
      node.section(
        "RULE",
        [...settled, ...rules].map((rule) => node.item(rule)),
      ),
    ]),
  );
}

const permuted = law(
  {
    name: "for-follows-its-list",
    statement: "FOR over a list in another order gives the events of each element in that order",
    cases: 200,
  },
  loops,
  (loop) => {
    if (loop === null) return;
    const { policy, context, items } = loop;
    const order = items.map((_, position) => items.length - 1 - position);
    const reordered = order.map((position) => items[position] ?? null);
    const before = eventsByElement(decide({ policy }, context), items.length);
    const after = eventsByElement(
      decide({ policy }, { ...context, [list]: reordered }),
      items.length,
    );
    if (before === null || after === null) return;
    expectSame(
      after,
      order.map((position) => before[position]),
      "the events of each element, in the new order",
    );
  },
);

const concatenated = law(
  {
    name: "for-takes-elements-one-by-one",
    statement:
      "FOR over a list gives what FOR over each of its elements gives, one after the other",
    cases: 100,
  },
  loops,
  (loop) => {
    if (loop === null) return;
    const { policy, context, items } = loop;
    const whole = eventsByElement(decide({ policy }, context), items.length);
    if (whole === null) return;
    for (const [position, item] of items.entries()) {
      const single = eventsByElement(decide({ policy }, { ...context, [list]: [item] }), 1);
      if (single !== null)
        expectSame(single[0], whole[position], `the events of element ${position}`);
    }
  },
);

const empty = law(
  {
    name: "for-over-nothing-does-nothing",
    statement: "FOR over [] takes no action and meets no unknown",
    cases: 100,
  },
  loops,
  (loop) => {
    if (loop === null) return;
    const { policy, context } = loop;
    const { actions, unknowns, status } = decide({ policy }, { ...context, [list]: [] });
    expectSame(actions, [], "actions");
    expectSame(unknowns, [], "unknowns");
    expectSame(status, "decided", "status");
  },
);

/** The events of each element, without where it stood; null where a limit cut them short. */
function eventsByElement(decision: Decision, count: number): readonly string[][] | null {
  if (decision.limits.some(({ limit }) => limit !== "whileIterations")) return null;
  const byElement = Array.from({ length: count }, (): string[] => []);
  for (const { name, args, rule, bindings } of decision.actions) {
    const place = bindings[variable] ?? "";
    const position = Number(/^Items\[(\d+)\]$/.exec(place)?.[1] ?? -1);
    const events = byElement[position];
    expectThat(events !== undefined, `${name} is bound to ${place}`);
    const within = JSON.stringify(bindings).replaceAll(place, list);
    events?.push(`${rule}: ${name} ${JSON.stringify(args)} ${within}`);
  }
  return byElement;
}

// --- WHILE --------------------------------------------------------------------------------------------------------

interface Bounded {
  readonly policy: Policy;
  readonly context: JsonRecord;
  readonly bound: number;
  readonly [fc.toStringMethod]: () => string;
}

/** A WHILE that counts and ticks, with any condition. */
function boundedLoops(size: number): fc.Arbitrary<Bounded | null> {
  return drawn(size, (draw) => {
    const attributes = drawAttributes(draw);
    const scope: Scope = { variables: attributes.variables, allowsIs: true, hasClock: false };
    const inside = withVariable(scope, "count", plainKind, true);
    const condition = createExpressionSource(draw).of(booleanKind, inside, 3);
    const count = node.reference("count");
    const bound = draw.whole(6);
    const loop: Tree.WhileRule = {
      kind: "while",
      label: null,
      condition,
      maximum: node.number(String(bound)),
      body: [
        node.setRule("count", node.binary("+", count, node.number("1"))),
        node.ifRule(node.boolean(true), [node.action("Tick")]),
      ].map(node.blockItem),
      closingComments: [],
      unknown: null,
      span: node.nowhere,
    };
    const text = printRules(attributes, [], [node.letRule("count", node.number("0")), loop]);
    const policy = unlessThrown(() => compile(text));
    if (policy === null || policy.program === null) return null;
    const context = drawContext(draw, policy.program, "part");
    return { policy, context, bound, [fc.toStringMethod]: () => showSituation(text, context) };
  });
}

const bounded = law(
  {
    name: "while-is-bounded",
    statement: "a WHILE runs at most MAX times, and says so where it would have gone on",
    cases: 150,
  },
  boundedLoops,
  (example) => {
    if (example === null) return;
    const { policy, context, bound } = example;
    const { actions, limits } = decide({ policy }, context);
    expectThat(actions.length <= bound, `${actions.length} turns of ${bound}`);
    const isCut = limits.some(({ limit }) => limit === "whileIterations");
    if (isCut) expectSame(actions.length, bound, "turns before the limit");
  },
);

export const loopLaws: readonly Law[] = [permuted, concatenated, empty, bounded];
