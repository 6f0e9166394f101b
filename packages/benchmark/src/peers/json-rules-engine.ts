// json-rules-engine: the rules in one engine, and the loop's in another that is run for each element, as it has no loops.
import { type Engine, preparedAsync } from "../engine.ts";
import type { Condition, Operator, SharedRule } from "../workloads/shared-policy.ts";
import type { Context } from "../workloads/workload.ts";

type RuleCondition =
  | {
      readonly fact: string;
      readonly path?: string;
      readonly operator: string;
      readonly value: unknown;
    }
  | { all: RuleCondition[] }
  | { any: RuleCondition[] };

const operators: Readonly<Record<Operator, string>> = {
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
  "==": "equal",
  "!=": "notEqual",
};

export const jsonRulesEngine: Engine = {
  name: "json-rules-engine",
  kind: "peer",
  package: "json-rules-engine",
  prepare: async ({ policy: { rules, loop } }) => {
    const { Engine: RulesEngine } = await import("json-rules-engine");
    const engineOf = (list: readonly SharedRule[]): InstanceType<typeof RulesEngine> =>
      new RulesEngine(list.map(ruleOf), { pathResolver });
    const once = engineOf(rules);
    const each = engineOf(loop?.rules ?? []);
    return preparedAsync(
      async (context) => {
        const runs = [await once.run(context)];
        for (const element of elementsOf(context, loop?.over)) runs.push(await each.run(element));
        return runs;
      },
      // Rules of one priority finish in any order; their places put them back.
      (runs) =>
        runs.flatMap(({ events }) =>
          events
            .map(({ type, params }) => ({ type, place: Number(params?.place) }))
            .sort((a, b) => a.place - b.place)
            .map(({ type }) => type),
        ),
    );
  },
};

function ruleOf({ when, action }: SharedRule, place: number) {
  const condition = conditionOf(when);
  const conditions = "all" in condition || "any" in condition ? condition : { all: [condition] };
  return { conditions, event: { type: action, params: { place } } };
}

function conditionOf(condition: Condition): RuleCondition {
  switch (condition.kind) {
    case "compare": {
      const { operator, value } = condition;
      return { ...factOf(condition.path), operator: operators[operator], value };
    }
    case "one-of":
      return { ...factOf(condition.path), operator: "in", value: condition.values };
    case "all":
      return { all: condition.parts.map(conditionOf) };
    case "any":
      return { any: condition.parts.map(conditionOf) };
  }
}

function factOf(path: string): { readonly fact: string; readonly path?: string } {
  const [fact = "", ...rest] = path.split(".");
  return rest.length === 0 ? { fact } : { fact, path: rest.join(".") };
}

/** Faster than the JSONPath that the engine comes with, and documented as the way to read paths of one's own. */
function pathResolver(value: object, path: string): unknown {
  let found: unknown = value;
  for (const key of path.split(".")) found = (found as Readonly<Record<string, unknown>>)[key];
  return found;
}

function elementsOf(context: Context, over: string | undefined): readonly Context[] {
  // A loop is over a list of records in every workload.
  return over === undefined ? [] : (context[over] as readonly Context[]);
}
