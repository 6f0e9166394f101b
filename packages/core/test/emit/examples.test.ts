// How much of what people write runs as code: the rules of the examples that are always the interpreter's. Fewer is better;
// more means that something lost its code, and with it most of its speed.
import { fileURLToPath } from "node:url";
import { compileExamplePolicy, readExamplePolicies } from "@omega/testkit";
import { expect, test } from "vitest";
import { emitProgram } from "../../src/emit/emit-program.ts";
import { numberRules } from "../../src/emit/rule-table.ts";

const root = fileURLToPath(new URL("../../../../examples", import.meta.url));

test("nearly all rules of the examples have code of their own", () => {
  const without: Record<string, string> = {};
  let rules = 0;
  let interpreted = 0;
  for (const example of readExamplePolicies(root)) {
    const { program } = compileExamplePolicy(root, example);
    if (program === null) throw new Error(`${example.name} has errors`);
    const emitted = emitProgram(program);
    const all = numberRules(program).length;
    rules += all;
    interpreted += emitted.interpreted.length;
    if (emitted.interpreted.length > 0) {
      without[example.name] = `${emitted.interpreted.length} of ${all}`;
    }
  }
  expect(without).toEqual({
    "anti-money-laundering": "3 of 12",
    "city-traffic": "1 of 9",
    "drone-fleet": "1 of 14",
    "evaluator-features": "3 of 14",
    "incident-response": "1 of 13",
    "list-functions": "20 of 28",
    "logistics-drone": "1 of 14",
    "manufacturing-quality": "2 of 17",
    "supply-chain": "1 of 10",
    "units-and-nested-loops": "1 of 21",
  });
  expect({ interpreted, rules }).toEqual({ interpreted: 34, rules: 237 });
});
