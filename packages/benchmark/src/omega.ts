// OMEGA as an engine: compiled once, a full decision for each context.
import { compile, createEvaluator, type Decision, type Policy, prepareContext } from "@omega/core";
import { type Engine, type PreparedPolicy, prepared, preparedFor } from "./engine.ts";
import type { Context, Workload } from "./workloads/workload.ts";

export const omegaName = "OMEGA";
export const preparedContextName = "OMEGA, prepared context";

/** OMEGA as programs use it, then with less to do, then with more. */
export const omegaEngines: readonly Engine[] = [
  omega(omegaName, (policy) => prepared((context) => act(policy.evaluate(context)), actionNames)),
  omega(preparedContextName, (policy) =>
    preparedFor(prepareContext, (context) => act(policy.evaluate(context)), actionNames),
  ),
  omega("OMEGA, with the decision's id", (policy) =>
    prepared((context) => file(policy.evaluate(context)), actionNames),
  ),
  omega("OMEGA, reference interpreter", (policy) => {
    const evaluate = interpreter(policy);
    return prepared((context) => act(evaluate(context)), actionNames);
  }),
];

function omega(name: string, prepare: (policy: Policy) => PreparedPolicy): Engine {
  return {
    name,
    kind: "omega",
    package: "@omega/core",
    prepare: async (workload) => prepare(compileDocument(workload)),
  };
}

/** Throws where a workload's document has errors: that is a mistake in the benchmark. */
function compileDocument({ name, document }: Workload): Policy {
  const policy = compile(document);
  if (policy.ok) return policy;
  const messages = policy.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
  throw new Error(`the document of \`${name}\` has errors: ${messages.join("; ")}`);
}

/** The evaluator that never changes to emitted code. */
function interpreter({ program, settings }: Policy): (context: Context) => Decision {
  if (program === null) throw new Error("the policy has errors");
  const evaluate = createEvaluator(program, Number.POSITIVE_INFINITY);
  const options = { ...settings, now: null, trace: false };
  return (context) => evaluate(context, options);
}

/** Results end here, so that no optimiser can leave out what made them. */
const touched = { numbers: 0, length: 0 };

/** What a program looks at to act on a decision. Throws on one that is not `decided`: contexts are complete. */
function act(decision: Decision): Decision {
  const { status, actions, unknowns, usage } = decision;
  if (status !== "decided") throw new Error(`a decision is ${status}`);
  touched.numbers += actions.length + unknowns.length + usage.steps;
  return decision;
}

/** What a program looks at to keep a decision too: its id, a hash over all of it and over the context. */
function file(decision: Decision): Decision {
  touched.length += decision.id.length;
  return act(decision);
}

function actionNames({ actions }: Decision): readonly string[] {
  return actions.map(({ name }) => name);
}
