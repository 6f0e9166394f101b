// One part of the benchmark, in this process: `part NAME [--quick]`. Prints its figures as JSON.
import { measureEditor } from "../editor.ts";
import { measureWorkload } from "../evaluation.ts";
import { measureGrowth } from "../growth.ts";
import { measureKeystrokes } from "../keystroke.ts";
import { measureMemory } from "../memory.ts";
import { measureParsing } from "../parsing.ts";
import { fullPlan, type Plan, quickPlan } from "../plan.ts";
import { workloads } from "../workloads/workloads.ts";

const [name = "", ...flags] = process.argv.slice(2);
const plan = flags.includes("--quick") ? quickPlan : fullPlan;

try {
  process.stdout.write(JSON.stringify(await measurePart(name, plan)), () => process.exit(0));
} catch (error) {
  process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}

async function measurePart(part: string, plan: Plan): Promise<unknown> {
  switch (part) {
    case "parse":
      return measureParsing(plan);
    case "keystroke":
      return measureKeystrokes(plan);
    case "editor":
      return measureEditor(plan);
    case "growth":
      return measureGrowth(plan);
    case "memory":
      return measureMemory(plan);
    default: {
      const workload = workloads.find(({ name }) => name === part);
      if (workload === undefined) throw new Error(`no part is called \`${part}\``);
      return measureWorkload(workload, plan);
    }
  }
}
