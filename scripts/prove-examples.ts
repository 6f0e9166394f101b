// `npm run prove:examples`: generates what the eighteen examples lack, and holds the claim that with it their coverage is full,
// or the rest proved unreachable; and that each states a formal constraint that is proved. Takes about two minutes.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CoverageTotals,
  compile,
  coverageMetrics,
  measureCoverage,
  type Program,
} from "@omega/core";
import { compileExamplePolicy, readExamplePolicies, readTextBelow } from "@omega/testkit";
import { defaultProveOptions, generate, prove } from "../packages/prove/src/index.ts";

const root = join(dirname(dirname(fileURLToPath(import.meta.url))), "examples");
const loadText = (path: string): string | null => readTextBelow(root, path);

function isFull(totals: CoverageTotals): boolean {
  return coverageMetrics.every((metric) => totals[metric].covered === totals[metric].total);
}

/** The first of the policy's formal constraints that holds in every context; null where none is proved. */
async function provedConstraint(program: Program): Promise<string | null> {
  for (const { id, clause } of program.constraints) {
    if (clause.kind === "max-loop") continue;
    const options = { ...defaultProveOptions, timeout: 15_000, subject: id };
    const answers = await prove(program, options);
    const isProved = answers.some(
      ({ question, outcome }) => question === "constraint" && outcome === "fine",
    );
    if (isProved) return id;
  }
  return null;
}

let failures = 0;
for (const example of readExamplePolicies(root)) {
  const policy = compileExamplePolicy(root, example);
  if (policy.program === null) throw new Error(`${example.file} has errors`);
  const compileWith = (sections: string): ReturnType<typeof compile> =>
    compile(`${example.text.trimEnd()}\n\n${sections}\n`, { file: example.file, load: loadText });
  const { examples, open, before } = await generate(policy.program, {
    examples: policy.examples,
    all: false,
    settings: policy.settings,
    loadText,
    file: example.file,
    compileWith,
    budget: 120_000,
    timeout: 10_000,
    listBound: 8,
    clock: () => performance.now(),
  });
  const whole = compileWith(examples.map(({ text }) => text).join("\n\n"));
  const totals = measureCoverage(whole, { loadText })?.totals ?? null;
  const unproved = open.filter(({ outcome }) => outcome !== "unreachable");
  const constraint = await provedConstraint(policy.program);
  const isCovered = totals !== null && unproved.length === 0 && (isFull(totals) || open.length > 0);
  const isDone = isCovered && constraint !== null;
  if (!isDone) failures++;
  const { covered, total } = totals?.mcdc ?? { covered: 0, total: 0 };
  const figures = `MC/DC ${before.mcdc.covered} → ${covered} of ${total}`;
  const more = `${examples.length} generated, ${open.length - unproved.length} proved unreachable`;
  console.log(`${isDone ? "✓" : "✗"} ${example.name.padEnd(24)} ${figures.padEnd(24)} ${more}`);
  console.log(`    ${constraint === null ? "no constraint is proved" : `${constraint} holds`}`);
  for (const { line, what, reason } of unproved)
    console.log(`    line ${line}: ${what}: ${reason}`);
}
process.exit(failures === 0 ? 0 : 1);
