// What leads to what: readings to rules, rules to actions. Where there are too many rules for a picture, those that read
// the same and do the same are one, or those of a section.

import type { Analysis, RuleInformation } from "../semantics/analysis.ts";
import { actionListsOf } from "../semantics/checks/visit-expressions.ts";
import type { Action, Rule, Section } from "../syntax/tree.ts";
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
  /** Readings, sections and actions that are not drawn, for there are too many. */
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
const fewestEnds = 12;

/** A rule that takes actions. */
interface ActingRule {
  readonly information: RuleInformation;
  readonly section: Section;
  readonly reads: readonly string[];
  readonly takes: readonly string[];
  readonly takesWhenUnknown: readonly string[];
}

/** The flow of a policy, as detailed as a picture can be; and where that is by section, the flow of each section. */
export function flowGraphsOf(
  analysis: Analysis,
  dependencies: Dependencies,
  actions: readonly DescribedAction[],
): { readonly whole: FlowGraph; readonly sections: ReadonlyMap<Section, FlowGraph> } {
  const acting = actingRules(analysis, dependencies);
  const order: Order = {
    inputs: [...analysis.attributes.keys()],
    actions: actions.map(({ name }) => name),
  };
  const whole = drawInDetail(acting, order) ?? drawSections(acting, order);
  const sections = new Map<Section, FlowGraph>();
  const [first] = acting;
  if (whole.scale !== "section" || acting.every(({ section }) => section === first?.section)) {
    return { whole, sections };
  }
  for (const [section, rules] of grouped(acting, ({ section }) => section)) {
    const graph = drawInDetail(rules, order);
    if (graph !== null) sections.set(section, graph);
  }
  return { whole, sections };
}

/** Names in document order. */
interface Order {
  readonly inputs: readonly string[];
  readonly actions: readonly string[];
}

/** A node for each rule, or for rules that are alike; null where that makes no picture. */
function drawInDetail(acting: readonly ActingRule[], order: Order): FlowGraph | null {
  for (const scale of ["rule", "alike"] as const) {
    const graph = drawAt(scale, acting, order, mostEnds);
    if (fits(graph)) return graph;
  }
  return null;
}

/** Sections, with fewer and fewer ends until their lines can be followed. */
function drawSections(acting: readonly ActingRule[], order: Order): FlowGraph {
  let ends = mostEnds;
  let graph = drawAt("section", acting, order, ends);
  while (graph.edges.length > mostEdges && ends > fewestEnds) {
    ends -= 6;
    graph = drawAt("section", acting, order, ends);
  }
  return graph;
}

function fits({ rules, edges, leftOut }: FlowGraph): boolean {
  return rules.length <= mostRules && edges.length <= mostEdges && leftOut === 0;
}

function actingRules(analysis: Analysis, dependencies: Dependencies): readonly ActingRule[] {
  const sections = analysis.document.sections.filter(({ keyword }) => keyword === "RULE");
  const sectionOf = new Map(
    sections.flatMap((section) => section.items.map((item) => [item, section] as const)),
  );
  return analysis.rules.flatMap((information): ActingRule[] => {
    const { rule, item } = information;
    const takes = namesOf(actionListsOf(rule).filter((actions) => actions !== unknownOf(rule)));
    const takesWhenUnknown = namesOf([unknownOf(rule) ?? []]);
    const section = sectionOf.get(item);
    if (section === undefined || takes.length + takesWhenUnknown.length === 0) return [];
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
  order: Order,
  ends: number,
): FlowGraph {
  const groups = [...grouped(acting, (rule) => groupKey(scale, rule)).values()];
  const shown = largest(groups, scale === "section" ? mostRules : groups.length);
  const edges = new Map<string, FlowEdge>();
  const draw = (edge: FlowEdge): void => {
    const key = JSON.stringify([edge.from, edge.to]);
    // A solid line says enough.
    if (!edge.whenUnknown || !edges.has(key)) edges.set(key, edge);
  };
  const rules = shown.map((members, index): FlowRule => {
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
  const inputs = mostConnected("input", order.inputs, edges, ends);
  const actions = mostConnected("action", order.actions, edges, ends);
  const drawn = new Set([...inputs.kept, ...actions.kept].map(({ id }) => id));
  return {
    inputs: inputs.kept,
    rules,
    actions: actions.kept,
    edges: [...edges.values()].filter(({ from, to }) => drawn.has(from) || drawn.has(to)),
    scale,
    ruleCount: acting.length,
    leftOut: inputs.leftOut + actions.leftOut + groups.length - shown.length,
  };
}

/** By key, in the order the keys are met. */
function grouped<Key>(
  acting: readonly ActingRule[],
  keyOf: (rule: ActingRule) => Key,
): ReadonlyMap<Key, readonly ActingRule[]> {
  const groups = new Map<Key, ActingRule[]>();
  for (const rule of acting) {
    const key = keyOf(rule);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [rule]);
    else known.push(rule);
  }
  return groups;
}

/** The groups of the most rules, in document order. */
function largest(
  groups: readonly (readonly ActingRule[])[],
  most: number,
): readonly (readonly ActingRule[])[] {
  const kept = new Set([...groups].sort((a, b) => b.length - a.length).slice(0, most));
  return groups.filter((group) => kept.has(group));
}

function groupKey(scale: FlowGraph["scale"], rule: ActingRule): string | Section {
  const { information, section, reads, takes, takesWhenUnknown } = rule;
  switch (scale) {
    case "rule":
      return information.position;
    case "alike":
      return JSON.stringify([section.span.start, [...reads].sort(), takes, takesWhenUnknown]);
    case "section":
      return section;
  }
}

/** The ends with the most edges, in document order; those without any are no part of the flow. */
function mostConnected(
  kind: "input" | "action",
  names: readonly string[],
  edges: ReadonlyMap<string, FlowEdge>,
  most: number,
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
    .slice(0, most);
  const kept = new Set(least.map(({ id }) => id));
  return { kept: nodes.filter(({ id }) => kept.has(id)), leftOut: nodes.length - kept.size };
}
