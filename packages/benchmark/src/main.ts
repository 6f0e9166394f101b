// `npm run bench`: measures every part in turn and writes docs/performance.md, its raw figures and its charts.
// `--quick` takes a short look and `--only PART` (any number of times) looks at some parts; both print and write nothing,
// unless `--to FOLDER` says where.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runPart } from "./children.ts";
import { type ColdStartFigures, measureColdStart } from "./cold-start.ts";
import { drawFigures } from "./draw-figures.ts";
import type { EditorFigures } from "./editor.ts";
import type { WorkloadFigures } from "./evaluation.ts";
import type { Figures } from "./figures.ts";
import type { GrowthFigures } from "./growth.ts";
import type { KeystrokeFigures } from "./keystroke.ts";
import { describeMachine, versionOf } from "./machine.ts";
import { measureManyFiles } from "./many-files.ts";
import type { MemoryFigures } from "./memory.ts";
import { omegaEngines } from "./omega.ts";
import type { ParsingFigures } from "./parsing.ts";
import { peers } from "./peers/peers.ts";
import { fullPlan, quickPlan } from "./plan.ts";
import { writeReport } from "./report.ts";
import { workloads } from "./workloads/workloads.ts";

const docs = fileURLToPath(new URL("../../../docs", import.meta.url));
const parts = [
  ...workloads.map(({ name }) => name),
  "parse",
  "keystroke",
  "editor",
  "growth",
  "start",
  "folder",
  "memory",
];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    to: { type: "string" },
  },
});

const unknown = values.only.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(", ")}; there are ${parts.join(", ")}`);
  process.exitCode = 2;
} else {
  try {
    await run();
  } catch (error) {
    console.error(`\nstopped: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

async function run(): Promise<void> {
  const figures = await measureAll();
  const drawings = drawFigures(figures);
  const report = writeReport(figures, drawings);
  const isPartial = values.quick || values.only.length > 0;
  const folder = values.to ?? (isPartial ? null : docs);
  if (folder === null) {
    console.log(`\n${report}`);
    return;
  }
  mkdirSync(join(folder, "charts"), { recursive: true });
  writeFileSync(join(folder, "performance.md"), report);
  writeFileSync(join(folder, "performance.json"), `${JSON.stringify(roundFigures(figures))}\n`);
  for (const { file, svg } of drawings) writeFileSync(join(folder, "charts", file), svg);
  console.log(`\nwritten to ${folder}`);
}

async function measureAll(): Promise<Figures> {
  const plan = values.quick ? quickPlan : fullPlan;
  const machine = describeMachine();
  const start = process.hrtime.bigint();
  const evaluation: WorkloadFigures[] = [];
  for (const { name } of workloads) {
    const measured = await measureIn<WorkloadFigures>(name);
    if (measured !== null) evaluation.push(measured);
  }
  const parsing = await measureIn<readonly ParsingFigures[]>("parse");
  const keystroke = await measureIn<KeystrokeFigures>("keystroke");
  const editor = await measureIn<EditorFigures>("editor");
  const growth = await measureIn<readonly GrowthFigures[]>("growth");
  const coldStart: ColdStartFigures | null = announce("start") ? measureColdStart(plan) : null;
  const manyFiles = announce("folder") ? measureManyFiles(plan) : null;
  const memory = await measureIn<MemoryFigures>("memory");
  return {
    date: new Date().toISOString().slice(0, 10),
    isQuick: plan.isQuick,
    minutes: Number(process.hrtime.bigint() - start) / 6e10,
    machine,
    versions: packages().map((name) => ({ name, version: versionOf(name) })),
    evaluation,
    parsing,
    keystroke,
    editor,
    growth,
    coldStart,
    manyFiles,
    memory,
  };
}

/** Measures a part in a process of its own; null where it was not asked for. */
async function measureIn<Part>(part: string): Promise<Part | null> {
  // What children/part.ts prints for this part.
  return announce(part) ? ((await runPart(part, values.quick)) as Part) : null;
}

/** Whether a part is to be measured; says so. */
function announce(part: string): boolean {
  if (values.only.length > 0 && !values.only.includes(part)) return false;
  console.log(`measuring ${part}`);
  return true;
}

function packages(): readonly string[] {
  const names = [...omegaEngines, ...peers].flatMap((engine) => engine.package ?? []);
  return [...new Set(names)];
}

/** Raw figures keep four digits; more are noise. */
function roundFigures(figures: Figures): unknown {
  return JSON.parse(JSON.stringify(figures), (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value,
  );
}
