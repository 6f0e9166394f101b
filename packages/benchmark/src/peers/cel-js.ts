// @marcbachmann/cel-js: each rule's condition parsed once, the loop as a map.
import { type Engine, prepared } from "../engine.ts";
import { printCondition } from "../workloads/print-condition.ts";
import { celDialect, celLoop } from "./cel.ts";

export const celJs: Engine = {
  name: "@marcbachmann/cel-js",
  kind: "peer",
  package: "@marcbachmann/cel-js",
  prepare: async ({ policy: { rules, loop } }) => {
    const { Environment } = await import("@marcbachmann/cel-js");
    const environment = new Environment({ unlistedVariablesAreDyn: true });
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
