// `npm start`: checks the eighteen example policies, runs their EXAMPLEs and decides their contexts, as a report.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Decision, type Policy, runExamples } from "@omega/core";
import {
  compileExamplePolicy,
  decideSituation,
  type ExamplePolicy,
  printDecisionFile,
  readExamplePolicies,
  readTextBelow,
} from "@omega/testkit";

const root = join(fileURLToPath(new URL("..", import.meta.url)), "examples");
const width = 80;

let failures = 0;
let contexts = 0;
const policies = readExamplePolicies(root);
for (const example of policies) report(example);

console.log(
  `${policies.length} policies, ${contexts} contexts decided, ${failures === 0 ? "everything as expected" : `${failures} not as expected`}`,
);
console.log("\nTry one yourself:");
console.log("  node packages/cli/dist/omegac.cjs run \\");
console.log("    examples/factory-safety/factory-safety.omni \\");
console.log("    --context examples/factory-safety/worker-inside.context.json");
process.exitCode = failures === 0 ? 0 : 1;

function report(example: ExamplePolicy): void {
  const policy = compileExamplePolicy(root, example);
  console.log(`${example.name}`);
  for (const line of wrap(policy.program?.intent ?? "", width - 2)) console.log(`  ${line}`);
  reportCheck(policy);
  if (policy.ok) {
    reportExamples(policy);
    for (const situation of example.situations) {
      contexts += 1;
      const decision = decideSituation(policy, situation);
      const asExpected = printDecisionFile(decision) === situation.expected;
      if (!asExpected) failures += 1;
      reportDecision(situation.name, decision, asExpected);
    }
  }
  console.log("");
}

function reportCheck(policy: Policy): void {
  const errors = policy.diagnostics.filter(({ severity }) => severity === "error");
  const warnings = policy.diagnostics.filter(({ severity }) => severity === "warning");
  if (errors.length > 0) failures += 1;
  console.log(`  checked    ${errors.length} errors, ${warnings.length} warnings`);
  for (const error of errors) console.log(`             ${error.code} ${error.message}`);
}

function reportExamples(policy: Policy): void {
  const results = runExamples(policy, { loadText: (path) => readTextBelow(root, path) });
  const passed = results.filter((result) => result.status === "passed").length;
  failures += results.length - passed;
  console.log(`  examples   ${passed} of ${results.length} hold`);
  for (const result of results) {
    if (result.status === "passed") continue;
    console.log(`             ✗ ${result.example.title}`);
    for (const line of wrap(result.message, width - 15)) console.log(`               ${line}`);
  }
}

function reportDecision(name: string, decision: Decision, asExpected: boolean): void {
  const actions = decision.actions.map((action) => action.name);
  const pending = decision.pending.map((action) => `${action.name} (awaits approval)`);
  const taken = [...actions, ...pending];
  const mark = asExpected ? "→" : "✗ not the recorded decision:";
  const text = `${mark} ${decision.status}: ${taken.length === 0 ? "no action" : taken.join(", ")}`;
  console.log(`  ${name}`);
  for (const line of wrap(text, width - 6)) console.log(`      ${line}`);
}

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
