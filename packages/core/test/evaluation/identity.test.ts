// Hashes are computed when they are asked for; nobody can tell, except by the time it takes.
import { compile, type Decision, decisionJson, prepareContext } from "@omega/core";
import { expect, test } from "vitest";
import { documentOf } from "./decide.ts";

const policy = compile(
  documentOf({
    context: "- Distance: <m>\n- Workers: <[{ name: text }]>",
    rule: "- IF Distance < 1m THEN Stop",
  }),
);
const context = { Distance: 0.5, Workers: [{ name: "Ana" }] };
const reference = decisionJson(policy.evaluate(context));

/** Decisions by the interpreter, then by emitted code. */
const decisions: readonly Decision[] = Array.from({ length: 100 }, () => policy.evaluate(context));

test("a decision spreads, clones, compares and serialises as the record it is", () => {
  for (const decision of [decisions[0], decisions[99]]) {
    const plain: Decision = JSON.parse(reference);
    expect(decision).toStrictEqual(plain);
    expect({ ...decision }).toStrictEqual(plain);
    expect(structuredClone(decision)).toStrictEqual(plain);
    expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(plain);
    expect(Object.keys(decision ?? {}).sort()).toEqual(Object.keys(plain).sort());
  }
});

test("what a host does to its context afterwards changes no hash", () => {
  const mine = structuredClone(context);
  const decided = Array.from({ length: 100 }, () => policy.evaluate(mine));
  const prepared = prepareContext(mine);
  mine.Distance = 9;
  mine.Workers.push({ name: "Eve" });
  for (const decision of decided) expect(decisionJson(decision)).toBe(reference);
  expect(decisionJson(policy.evaluate(prepared))).toBe(reference);
});

test("what only looks like a prepared context is a context", () => {
  const forged = { ...prepareContext(context), kind: "prepared-context" };
  expect(policy.evaluate(forged).actions).toEqual([]);
  expect(prepareContext({ Distance: Number.NaN })).toBeNull();
  expect(prepareContext([1])).toBeNull();
});
