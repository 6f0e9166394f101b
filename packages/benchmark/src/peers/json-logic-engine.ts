// json-logic-engine, compiled: rules as IFs in a list, the loop as a map, all of it built into one function.
import { type Engine, prepared } from "../engine.ts";
import type { Condition, SharedPolicy, SharedRule } from "../workloads/shared-policy.ts";

type Logic =
  | string
  | number
  | boolean
  | null
  | readonly Logic[]
  | { readonly [key: string]: Logic };

/** One built function of thousands of rules is slower than several of hundreds. */
const rulesInFunction = 500;

export const jsonLogicEngine: Engine = {
  name: "json-logic-engine, compiled",
  kind: "peer",
  package: "json-logic-engine",
  prepare: async ({ policy }) => {
    const { LogicEngine } = await import("json-logic-engine");
    const engine = new LogicEngine();
    const functions = logicOf(policy).map((logic) => engine.build(logic));
    return prepared(
      (context) => functions.map((run): unknown => run(context)),
      (results) => results.flat(3).filter((action): action is string => typeof action === "string"),
    );
  },
};

function logicOf({ rules, loop }: SharedPolicy): readonly Logic[] {
  const logic: Logic[] = [];
  for (let start = 0; start < rules.length; start += rulesInFunction) {
    logic.push(rules.slice(start, start + rulesInFunction).map(ruleLogic));
  }
  if (loop !== null) logic.push({ map: [{ var: loop.over }, loop.rules.map(ruleLogic)] });
  return logic;
}

function ruleLogic({ when, action }: SharedRule): Logic {
  return { if: [conditionLogic(when), action, null] };
}

function conditionLogic(condition: Condition): Logic {
  switch (condition.kind) {
    case "compare": {
      const { path, operator, value } = condition;
      const strict = operator === "==" ? "===" : operator === "!=" ? "!==" : operator;
      return { [strict]: [{ var: path }, value] };
    }
    case "one-of":
      return { in: [{ var: condition.path }, condition.values] };
    case "all":
      return { and: condition.parts.map(conditionLogic) };
    case "any":
      return { or: condition.parts.map(conditionLogic) };
  }
}
