// Policies that check without errors: declared and undeclared attributes, rules, constraints and authorities that fit each
// other. For the laws of checking and evaluation.
import { printDocument, type Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import * as node from "../nodes.ts";
import { drawAttributes } from "./attributes.ts";
import { drawAuthorities, drawConstraints, type Mentions, mentionsOf } from "./constraints.ts";
import { drawQuantity, type Kind } from "./kinds.ts";
import { actionNames, drawRules } from "./rules.ts";
import type { Scope, Variable } from "./scope.ts";

/** A document and the documents it imports, by path. */
export interface WrittenPolicy {
  readonly document: Tree.Document;
  readonly text: string;
  readonly imported: ReadonlyMap<string, string>;
}

/** What to leave out of a policy, for laws that hold without it. */
export interface PolicyShape {
  readonly constraints: boolean;
  readonly failsafe: boolean;
}

export const wholePolicy: PolicyShape = { constraints: true, failsafe: true };

/** A policy that checks without errors. */
export function drawPolicy(draw: Draw, shape: PolicyShape = wholePolicy): WrittenPolicy {
  const attributes = drawAttributes(draw);
  const site = draw.chance(1, 8) ? drawSite(draw) : null;
  const scope: Scope = {
    variables: [...attributes.variables, ...(site?.variables ?? [])],
    allowsIs: true,
    hasClock: draw.chance(2, 3),
  };
  const failsafe = shape.failsafe && draw.chance(1, 4) ? [drawFailsafe(draw)] : [];
  const rules = [
    ...attributes.settling.map((condition) => node.ifRule(condition, [node.action("Report")])),
    ...drawRules(draw, scope, 3),
    ...failsafe,
  ];
  const cut = draw.chance(1, 4) ? draw.whole(rules.length) : rules.length;
  const mentions = mentionsOf(rules);
  const { items: actors, approved } = drawAuthorities(draw, mentions);
  const constraints = shape.constraints ? drawConstraints(draw, scope, mentions, approved) : [];
  const document = node.document([
    node.section("INTENT", [node.item(node.prose("The cell never harms the people in it."))]),
    ...(site === null ? [] : [node.section("IMPORT", [importItem()])]),
    node.section("ACTOR", actors),
    node.section("CONTEXT", attributes.items),
    node.section("RULE", rules.slice(0, cut).map(ruleItem)),
    ...(cut < rules.length
      ? [node.section("RULE", rules.slice(cut).map(ruleItem), { title: "Further" })]
      : []),
    node.section("CONSTRAINT", [
      node.item(node.labelled("Ethical", "people come first")),
      ...constraints,
    ]),
    node.section("IMPACT", [
      node.item(node.labelled("Benefit", "fewer injuries")),
      node.item(node.labelled("Risk", "more stops")),
      ...drawEffects(draw, attributes.variables, mentions),
    ]),
    node.section("TRACE", [node.item(node.labelled("Regulation", "ISO 13849-1"))]),
  ]);
  const imported = new Map(site === null ? [] : [["site.omni", site.text]]);
  return { document, text: printDocument(document), imported };
}

function ruleItem(rule: Tree.Rule): Tree.Item {
  return node.item(rule);
}

function drawFailsafe(draw: Draw): Tree.Rule {
  const actions = draw.list(1, 2, () => node.action(draw.pick(actionNames)));
  return { kind: "failsafe", actions, span: node.nowhere };
}

/** Effects of actions on attributes that can be raised, lowered or set. */
function drawEffects(
  draw: Draw,
  variables: readonly Variable[],
  { actions }: Mentions,
): readonly Tree.Item[] {
  const numbers = variables.flatMap(({ name, kind }) =>
    kind.kind === "number" && !kind.family.affine && kind.family.units.length > 1
      ? [{ name, kind }]
      : [],
  );
  if (numbers.length === 0 || actions.length === 0) return [];
  return draw.list(0, 2, () => {
    const { name, kind } = draw.pick(numbers);
    return node.item({
      kind: "effect",
      action: node.name(draw.pick(actions)),
      change: draw.pick(["RAISES", "LOWERS", "SETS"]),
      attribute: node.name(name),
      amount: drawQuantity(draw, kind),
      span: node.nowhere,
    });
  });
}

// --- imports ------------------------------------------------------------------------------------------------------

interface Site {
  readonly text: string;
  readonly variables: readonly Variable[];
}

function importItem(): Tree.Item {
  return node.item({
    kind: "import",
    path: "site.omni",
    pathSpan: node.nowhere,
    span: node.nowhere,
  });
}

/** A document to import: its attributes come into scope, its constraint is about its own action. */
function drawSite(draw: Draw): Site {
  const limit: Kind = { kind: "boolean" };
  const condition = node.reference("SiteOpen");
  const attribute: Tree.AttributeItem = {
    kind: "attribute",
    name: node.name("SiteOpen"),
    value: {
      kind: "typed",
      type: node.type({ kind: "scalar-type", name: "boolean" }, { optional: draw.chance(1, 2) }),
      default: null,
      span: node.nowhere,
    },
    span: node.nowhere,
  };
  const never: Tree.FormalConstraint = {
    kind: "formal-constraint",
    category: node.name("Safety"),
    label: node.name("SiteRule"),
    clause: {
      kind: "never",
      actions: [node.name(draw.pick(["OpenGate", ...actionNames]))],
      guard: { kind: "unless", condition },
    },
    span: node.nowhere,
  };
  const document = node.document([
    node.section("INTENT", [node.item(node.prose("The site is safe."))]),
    node.section("CONTEXT", [node.item(attribute)]),
    node.section("RULE", [node.item(node.ifRule(condition, [node.action("OpenGate")]))]),
    node.section("CONSTRAINT", [node.item(never)]),
  ]);
  return {
    text: printDocument(document),
    variables: [{ name: "SiteOpen", kind: limit, settable: false }],
  };
}
