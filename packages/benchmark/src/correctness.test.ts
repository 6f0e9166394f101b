// The workloads themselves: the OMEGA document, the policy for the peers and the function by hand must mean the same.
// The peers are left to the benchmark; here their policy is read by the plainest interpreter.
import { describe, expect, test } from "vitest";
import { compareActions, describeMismatch } from "./correctness.ts";
import { type PreparedPolicy, prepared } from "./engine.ts";
import { handWrittenEngines } from "./hand-written.ts";
import { omegaEngines } from "./omega.ts";
import type { Condition, SharedPolicy, SharedRule } from "./workloads/shared-policy.ts";
import { type Context, contextsOf } from "./workloads/workload.ts";
import { workloads } from "./workloads/workloads.ts";

const forever = (): boolean => true;

describe.each(workloads)("$title", (workload) => {
  const contexts = contextsOf(workload, 20, 1);
  const handWritten = handWrittenEngines(workload);

  test("some rules fire, and not all", async () => {
    const { rules, loop } = workload.policy;
    const most = contexts.length * (rules.length + 50 * (loop?.rules.length ?? 0));
    let fired = 0;
    for (const context of contexts) fired += (await reference().actions(context)).length;
    expect(fired).toBeGreaterThan(0);
    expect(fired).toBeLessThan(most / 2);
  });

  // Which way OMEGA is asked is left to the benchmark too.
  test.each([...handWritten.slice(1), ...omegaEngines.slice(0, 1)])("$name", async (engine) => {
    const policy = await engine.prepare(workload);
    const compared = await compareActions(reference(), policy, contexts, forever);
    expect(compared).toEqual({ contexts: 20, mismatch: null });
  });

  test("the policy for the peers", async () => {
    const policy = prepared(
      (context) => interpret(workload.policy, context),
      (actions) => actions,
    );
    const compared = await compareActions(reference(), policy, contexts, forever);
    expect(compared).toEqual({ contexts: 20, mismatch: null });
  });

  function reference(): PreparedPolicy {
    const { decide } = workload.handWritten[0];
    return prepared(decide, (actions) => actions);
  }
});

describe("a comparison", () => {
  const policyOf = (decide: (context: Context) => readonly string[]): PreparedPolicy =>
    prepared(decide, (actions) => actions);
  const reference = policyOf(({ x }) => (x === 2 ? ["Stop"] : []));
  const contexts = [{ x: 1 }, { x: 2 }, { x: 3 }];

  test("ends at the first context that differs, and tells it", async () => {
    const compared = await compareActions(
      reference,
      policyOf(() => []),
      contexts,
      forever,
    );
    const mismatch = { context: { x: 2 }, expected: ["Stop"], actual: [] };
    expect(compared).toEqual({ contexts: 2, mismatch });
    expect(describeMismatch("a peer", mismatch)).toBe(
      [
        "a peer takes other actions than the hand-written function",
        "expected: Stop",
        "actual:   nothing",
        'context:  {"x":2}',
      ].join("\n"),
    );
  });

  test("tells on how many contexts it had time", async () => {
    const compared = await compareActions(reference, reference, contexts, () => false);
    expect(compared).toEqual({ contexts: 1, mismatch: null });
  });
});

// --- the plainest interpreter -------------------------------------------------------------------------------------

function interpret({ rules, loop }: SharedPolicy, context: Context): readonly string[] {
  const elements = loop === null ? [] : context[loop.over];
  if (!Array.isArray(elements)) throw new Error("a loop is over a list");
  return [rules, ...elements.map(() => loop?.rules ?? [])].flatMap((list, turn) =>
    fired(list, turn === 0 ? context : elements[turn - 1]),
  );
}

function fired(rules: readonly SharedRule[], context: Context): readonly string[] {
  return rules.filter(({ when }) => holds(when, context)).map(({ action }) => action);
}

function holds(condition: Condition, context: Context): boolean {
  switch (condition.kind) {
    case "all":
      return condition.parts.every((part) => holds(part, context));
    case "any":
      return condition.parts.some((part) => holds(part, context));
    case "one-of":
      return condition.values.some((value) => value === read(context, condition.path));
    case "compare": {
      const value = read(context, condition.path);
      switch (condition.operator) {
        case "==":
          return value === condition.value;
        case "!=":
          return value !== condition.value;
        case "<":
          return Number(value) < Number(condition.value);
        case "<=":
          return Number(value) <= Number(condition.value);
        case ">":
          return Number(value) > Number(condition.value);
        case ">=":
          return Number(value) >= Number(condition.value);
      }
    }
  }
}

function read(context: Context, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
      context,
    );
}
