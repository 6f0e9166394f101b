// Cedar by its WebAssembly build, policies parsed beforehand: a permit for each rule, and which of them held is the answer.
// It has no loops, so the loop's rules are asked for each element.
import { type Engine, prepared } from "../engine.ts";
import { type Dialect, printCondition } from "../workloads/print-condition.ts";
import type { SharedRule } from "../workloads/shared-policy.ts";
import type { Context } from "../workloads/workload.ts";

const dialect: Dialect = {
  and: "&&",
  or: "||",
  equal: "==",
  unequal: "!=",
  path: (path) => `context.${path}`,
  number: String,
  oneOf: (path, values) => `${JSON.stringify(values)}.contains(${path})`,
};

export const cedar: Engine = {
  name: "Cedar, WebAssembly",
  kind: "peer",
  package: "@cedar-policy/cedar-wasm",
  prepare: async ({ name, policy: { rules, loop } }) => {
    const engine = await import("@cedar-policy/cedar-wasm/nodejs");
    const preparse = (id: string, list: readonly SharedRule[]): void => {
      const answer = engine.preparsePolicySet(id, { staticPolicies: policiesOf(list) });
      if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
    };
    const ask = (id: string, context: Context) =>
      engine.statefulIsAuthorized({
        principal: { type: "User", id: "controller" },
        action: { type: "Action", id: "decide" },
        resource: { type: "Plant", id: "plant" },
        // Contexts are plain JSON of whole numbers, texts, booleans, lists and records, all of which Cedar takes.
        context: context as Parameters<typeof engine.statefulIsAuthorized>[0]["context"],
        preparsedPolicySetId: id,
        entities: [],
      });
    preparse(name, rules);
    preparse(`${name} each`, loop?.rules ?? []);
    return prepared(
      (context) => {
        const answers = rules.length === 0 ? [] : [{ list: rules, answer: ask(name, context) }];
        if (loop !== null) {
          for (const element of context[loop.over] as readonly Context[]) {
            answers.push({ list: loop.rules, answer: ask(`${name} each`, element) });
          }
        }
        return answers;
      },
      (answers) =>
        answers.flatMap(({ list, answer }) => {
          if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
          const { reason } = answer.response.diagnostics;
          return reason
            .map(Number)
            .sort((a, b) => a - b)
            .map((place) => list[place]?.action ?? "");
        }),
    );
  },
};

/** Policies by their rule's place. */
function policiesOf(rules: readonly SharedRule[]): Record<string, string> {
  return Object.fromEntries(
    rules.map(({ when }, place) => [
      String(place),
      `permit(principal, action, resource) when { ${printCondition(when, dialect)} };`,
    ]),
  );
}
