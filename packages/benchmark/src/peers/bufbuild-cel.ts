// @bufbuild/cel: each rule's condition planned once, the loop as a map.
import { type Engine, prepared } from "../engine.ts";
import { printCondition } from "../workloads/print-condition.ts";
import type { Context } from "../workloads/workload.ts";
import { celDialect, celLoop } from "./cel.ts";

export const bufbuildCel: Engine = {
  name: "@bufbuild/cel",
  kind: "peer",
  package: "@bufbuild/cel",
  prepare: async ({ policy: { rules, loop } }) => {
    const { celEnv, parse, plan } = await import("@bufbuild/cel");
    const environment = celEnv();
    const planned = (expression: string): ((context: Context) => unknown) => {
      const run = plan(environment, parse(expression));
      // Contexts are plain JSON, which is among the inputs that CEL takes.
      return run as (context: Context) => unknown;
    };
    const conditions = rules.map(({ when, action }) => ({
      holds: planned(printCondition(when, celDialect(""))),
      action,
    }));
    const each = loop === null ? null : planned(celLoop(loop));
    return prepared(
      (context) => {
        const actions: string[] = [];
        for (const { holds, action } of conditions)
          if (holds(context) === true) actions.push(action);
        return { actions, elements: each === null ? [] : each(context) };
      },
      // `each` gives a list of lists of texts, as celLoop says; CEL's lists are iterable.
      ({ actions, elements }) => [
        ...actions,
        ...[...(elements as Iterable<Iterable<string>>)].flatMap((element) =>
          [...element].filter((action) => action !== ""),
        ),
      ],
    );
  },
};
