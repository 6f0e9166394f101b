// @marcbachmann/cel-js: each rule's condition parsed once, the loop as a map.
import { type Engine, prepared } from "../engine.ts";
import { printCondition } from "../workloads/print-condition.ts";
import type { Condition, SharedRule } from "../workloads/shared-policy.ts";
import { celDialect, celLoop } from "./cel.ts";

type CelType = "double" | "string" | "bool";

const celTypes: Readonly<Record<string, CelType>> = {
  number: "double",
  string: "string",
  boolean: "bool",
};

export const celJs: Engine = {
  name: "@marcbachmann/cel-js",
  kind: "peer",
  package: "@marcbachmann/cel-js",
  prepare: async ({ policy: { rules, loop } }) => {
    const { Environment } = await import("@marcbachmann/cel-js");
    const environment = new Environment({ unlistedVariablesAreDyn: true });
    for (const [name, type] of declarationsOf(rules)) environment.registerVariable(name, type);
    const conditions = rules.map(({ when, action }) => ({
      holds: environment.parse(printCondition(when, celDialect(""))),
      action,
    }));
    const each = loop === null ? null : environment.parse(celLoop(loop));
    return prepared(
      (context) => {
        const actions: string[] = [];
        for (const { holds, action } of conditions)
          if (holds(context) === true) actions.push(action);
        return { actions, elements: each === null ? [] : each(context) };
      },
      // `each` gives a list of lists of texts, as celLoop says.
      ({ actions, elements }) => [
        ...actions,
        ...(elements as readonly (readonly string[])[]).flat().filter((action) => action !== ""),
      ],
    );
  },
};

/** The types of the top-level readings, by what they are compared with: conditions on declared variables are faster. */
function declarationsOf(rules: readonly SharedRule[]): ReadonlyMap<string, CelType> {
  const declarations = new Map<string, CelType>();
  const visit = (condition: Condition): void => {
    if (condition.kind === "all" || condition.kind === "any") condition.parts.forEach(visit);
    if (condition.kind !== "compare" || condition.path.includes(".")) return;
    declarations.set(condition.path, celTypes[typeof condition.value] ?? "string");
  };
  for (const { when } of rules) visit(when);
  return declarations;
}
