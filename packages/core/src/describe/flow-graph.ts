// What leads to what: readings to rules, rules to actions. Where there are too many rules for a picture, those that read
// the same and do the same are one, or those of a section.

import type { Analysis, RuleInformation } from "../semantics/analysis.ts";
import { actionListsOf } from "../semantics/checks/visit-expressions.ts";
import type { Action, Rule } from "../syntax/tree.ts";
import type { Dependencies } from "./dependencies.ts";
import { isFact } from "./describe-inputs.ts";
import type { DescribedAction } from "./description.ts";

export interface FlowGraph {
  readonly inputs: readonly FlowNode[];
  readonly rules: readonly FlowRule[];
  readonly actions: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** What a node in the middle stands for. */
  readonly scale: "rule" | "alike" | "section";
  readonly ruleCount: number;
  /** Readings and actions that are not drawn, for there are too many. */
  readonly leftOut: number;
}

interface FlowNode {
  readonly id: string;
  readonly name: string;
}

interface FlowRule extends FlowNode {
  /** Ids of the rules it stands for. */
  readonly rules: readonly string[];
  /** FAILSAFE, which reads nothing by itself. */
  readonly isFailsafe: boolean;
}

interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** Taken only where something is not known. */
  readonly whenUnknown: boolean;
}

/** More than these make a picture that nobody reads. */
const mostRules = 40;
const mostEdges = 150;
const mostEnds = 30;

/** A rule that takes actions. */
interface ActingRule {
  readonly information: RuleInformation;
  readonly section: { readonly position: number; readonly title: string | null };
  readonly reads: readonly string[];
  readonly takes: readonly string[];
  readonly takesWhenUnknown: readonly string[];
}

/** The flow of a policy, as detailed as a picture can be. */
export function flowGraphOf(
  analysis: Analysis,
  dependencies: Dependencies,
  actions: readonly DescribedAction[],
): FlowGraph {
  const acting = actingRules(analysis, dependencies);
  const order = {
    inputs: [...analysis.attributes.keys()],
    actions: actions.map(({ name }) => name),
  };
  const rules = drawAt("rule", acting, order);
  if (fits(rules)) return rules;
  const alike = drawAt("alike", acting, order);
  return fits(alike) ? alike : drawAt("section", acting, order);
}

function fits({ rules, edges, leftOut }: FlowGraph): boolean {
  return rules.length <= mostRules && edges.length <= mostEdges && leftOut === 0;
}

function actingRules(analysis: Analysis, dependencies: Dependencies): readonly ActingRule[] {
  const sections = analysis.document.sections.filter(({ keyword }) => keyword === "RULE");
  const sectionOf = new Map(
    sections.flatMap((section, position) =>
      section.items.map((item) => [item, { position, title: section.title }] as const),
    ),
  );
  return analysis.rules.flatMap((information): ActingRule[] => {
    const { rule, item } = information;
    const takes = namesOf(actionListsOf(rule).filter((actions) => actions !== unknownOf(rule)));
    const takesWhenUnknown = namesOf([unknownOf(rule) ?? []]);
    if (takes.length + takesWhenUnknown.length === 0) return [];
    const section = sectionOf.get(item) ?? { position: 0, title: null };
    const reads = [...(dependencies.get(rule) ?? [])].filter((name) => {
      const attribute = analysis.attributes.get(name);
      return attribute !== undefined && !isFact(attribute);
    });
    return [{ information, section, reads, takes, takesWhenUnknown }];
  });
}

function unknownOf(rule: Rule): readonly Action[] | null {
  return "unknown" in rule ? rule.unknown : null;
}

function namesOf(lists: readonly (readonly Action[])[]): readonly string[] {
  return [...new Set(lists.flat().map(({ name }) => name.text))];
}

function drawAt(
  scale: FlowGraph["scale"],
  acting: readonly ActingRule[],
  order: { readonly inputs: readonly string[]; readonly actions: readonly string[] },
): FlowGraph {
  const groups = new Map<string, ActingRule[]>();
  for (const rule of acting) {
    const key = groupKey(scale, rule);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [rule]);
    else known.push(rule);
  }
  const edges = new Map<string, FlowEdge>();
  const draw = (edge: FlowEdge): void => {
    const key = JSON.stringify([edge.from, edge.to]);
    // A solid line says enough.
    if (!edge.whenUnknown || !edges.has(key)) edges.set(key, edge);
  };
  const rules = [...groups.values()].map((members, index): FlowRule => {
    const id = `rule ${index}`;
    for (const { reads, takes, takesWhenUnknown } of members) {
      for (const name of reads) draw({ from: `input ${name}`, to: id, whenUnknown: false });
      for (const name of takes) draw({ from: id, to: `action ${name}`, whenUnknown: false });
      for (const name of takesWhenUnknown) {
        draw({ from: id, to: `action ${name}`, whenUnknown: true });
      }
    }
    const ids = members.map(({ information }) => information.id);
    const name = scale === "section" ? (members[0]?.section.title ?? "") : (ids[0] ?? "");
    const isFailsafe = members.every(({ information }) => information.rule.kind === "failsafe");
    return { id, name, rules: ids, isFailsafe };
  });
  const inputs = mostConnected("input", order.inputs, edges);
  const actions = mostConnected("action", order.actions, edges);
  const drawn = new Set([...inputs.kept, ...actions.kept].map(({ id }) => id));
  return {
    inputs: inputs.kept,
    rules,
    actions: actions.kept,
    edges: [...edges.values()].filter(({ from, to }) => drawn.has(from) || drawn.has(to)),
    scale,
    ruleCount: acting.length,
    leftOut: inputs.leftOut + actions.leftOut,
  };
}

function groupKey(scale: FlowGraph["scale"], rule: ActingRule): string {
  const { information, section, reads, takes, takesWhenUnknown } = rule;
  switch (scale) {
    case "rule":
      return information.position;
    case "alike":
      return JSON.stringify([section.position, [...reads].sort(), takes, takesWhenUnknown]);
    case "section":
      return String(section.position);
  }
}

/** The ends with the most edges, in document order; those without any are no part of the flow. */
function mostConnected(
  kind: "input" | "action",
  names: readonly string[],
  edges: ReadonlyMap<string, FlowEdge>,
): { readonly kept: readonly FlowNode[]; readonly leftOut: number } {
  const counts = new Map<string, number>();
  for (const { from, to } of edges.values()) {
    const end = kind === "input" ? from : to;
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const nodes = names
    .map((name) => ({ id: `${kind} ${name}`, name }))
    .filter(({ id }) => counts.has(id));
  const least = [...nodes]
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .slice(0, mostEnds);
  const kept = new Set(least.map(({ id }) => id));
  return { kept: nodes.filter(({ id }) => kept.has(id)), leftOut: nodes.length - kept.size };
}
