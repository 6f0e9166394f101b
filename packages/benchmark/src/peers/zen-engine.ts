// GoRules Zen, the native build: a decision graph with one table for the rules and one, in loop mode, for the loop.
import { type Engine, preparedAsync } from "../engine.ts";
import { type Dialect, printCondition } from "../workloads/print-condition.ts";
import type { SharedPolicy, SharedRule } from "../workloads/shared-policy.ts";

interface Hit {
  readonly action: string;
}

const dialect: Dialect = {
  and: "and",
  or: "or",
  equal: "==",
  unequal: "!=",
  path: (path) => path,
  number: String,
  oneOf: (path, values) => `${path} in ${JSON.stringify(values)}`,
};

export const zenEngine: Engine = {
  name: "GoRules Zen, native",
  kind: "peer",
  package: "@gorules/zen-engine",
  prepare: async ({ policy }) => {
    const { ZenEngine } = await import("@gorules/zen-engine");
    const decision = new ZenEngine().createDecision(graphOf(policy));
    return preparedAsync(
      (context) => decision.evaluate(context),
      ({ result }) => {
        // The graph's two tables give these lists, one of them in a list for each element.
        const { rules, loop } = result as {
          readonly rules?: readonly Hit[];
          readonly loop?: readonly (readonly Hit[])[];
        };
        return [...(rules ?? []), ...(loop ?? []).flat()].map(({ action }) => action);
      },
    );
  },
};

function graphOf({ rules, loop }: SharedPolicy): object {
  const position = { x: 0, y: 0 };
  const tables = [
    ...(rules.length === 0 ? [] : [tableOf("rules", rules, {})]),
    ...(loop === null
      ? []
      : [tableOf("loop", loop.rules, { executionMode: "loop", inputField: loop.over })]),
  ];
  return {
    nodes: [
      { id: "input", name: "input", type: "inputNode", position },
      ...tables.map((table) => ({ ...table, position })),
      { id: "output", name: "output", type: "outputNode", position },
    ],
    edges: tables.flatMap(({ id }) => [
      { id: `to ${id}`, type: "edge", sourceId: "input", targetId: id },
      { id: `from ${id}`, type: "edge", sourceId: id, targetId: "output" },
    ]),
  };
}

/** A table that collects the action of each row whose only cell, an expression, holds. */
function tableOf(id: string, rules: readonly SharedRule[], mode: object) {
  return {
    id,
    name: id,
    type: "decisionTableNode",
    content: {
      hitPolicy: "collect",
      inputs: [{ id: "when", name: "when" }],
      outputs: [{ id: "action", name: "action", field: "action" }],
      rules: rules.map(({ when, action }, place) => ({
        _id: `${id} ${place}`,
        when: printCondition(when, dialect),
        action: JSON.stringify(action),
      })),
      passThrough: false,
      outputPath: id,
      ...mode,
    },
  };
}
