// `omegac simulate`: a policy over time, with the Effects of what it does applied between ticks.
import { resolve } from "node:path";
import { adjustOptions, configuredOptions, mostTicks, type Program, simulate } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { decisionOptions, layOver, requireInstant } from "../input/decision-options.ts";
import { openRunnable } from "../input/open-runnable.ts";
import { readAssignments } from "../input/read-assignments.ts";
import { readContext } from "../input/read-context.ts";
import type { Series } from "../input/read-series.ts";
import { writeOutput } from "../input/write-file.ts";
import { printSimulation, simulationCsv } from "../output/print-simulation.ts";
import type { Session } from "../session.ts";

const TICKS = 60;

export const simulateCommand = defineCommand(
  {
    name: "simulate",
    summary: "decide tick by tick under declared Effects: does it settle, oscillate or run away",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      ...decisionOptions,
      ticks: {
        kind: "count",
        placeholder: "N",
        short: "n",
        summary: `how many ticks (${TICKS}, or the length of the series, unless given)`,
      },
      tick: {
        kind: "text",
        placeholder: "DURATION",
        summary: "how far the clock moves on between two ticks: 1s, 5min, 1h (1s unless given)",
      },
      series: {
        kind: "text",
        placeholder: "FILE",
        summary: "readings from elsewhere, a row for each tick: CSV or .jsonl; `-` reads CSV",
      },
      saturate: {
        kind: "switch",
        summary: "keep numbers within their declared range, whatever effects say",
      },
      svg: { kind: "text", placeholder: "FILE", summary: "write a chart" },
      format: {
        kind: "choice",
        choices: ["pretty", "json", "csv"],
        default: "pretty",
        summary: "how to print the ticks",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Decides from a context, applies the document's Effects of the actions taken, moves the clock on, and decides again. Then says where that leads: the policy settles, oscillates with a period, or runs away; or that it cannot be told.",
      "Actions that wait for approval or are withheld have no effect. An effect is applied once for each time its action is taken.",
    ],
    examples: [
      {
        line: "omegac simulate cooling.omni --set InletTemperature=30C --ticks 40",
        meaning: "from one reading",
      },
      {
        line: "omegac simulate cooling.omni --series day.csv --tick 5min --svg day.svg",
        meaning: "along a day of readings, with a chart",
      },
    ],
  },
  async (session, [operand = ""], options) => {
    const tickMilliseconds = readDuration(options.tick ?? "1s");
    requireInstant(options.now);
    const ticks = options.ticks;
    if (ticks !== null && (ticks < 1 || ticks > mostTicks)) {
      throw new Failure(`\`--ticks ${ticks}\` has to be from 1 to ${mostTicks}`);
    }
    const fromStdin = [operand, options.context, options.series].filter((each) => each === "-");
    if (fromStdin.length > 1) throw new Failure("stdin can be one of policy, context and series");
    const opened = await openRunnable(session, operand, options["stdin-filename"]);
    if (opened === null) return exitCode.findings;
    const { document, policy, program } = opened;
    const now = options.now ?? new Date(session.host.now()).toISOString();
    const given = options.context === null ? {} : await readContext(session, options.context);
    const context = layOver(given, readAssignments(session, document, options.set), policy, now);
    const series = await readRows(session, program, options.series, ticks ?? mostTicks);
    const samples = options["sample-defaults"];
    const simulation = simulate(program, context, {
      ticks: ticks ?? series?.rows.length ?? TICKS,
      tickMilliseconds,
      saturate: options.saturate,
      series: series?.rows ?? [],
      evaluation: adjustOptions(configuredOptions(policy.settings), {
        now,
        ...(samples === null ? {} : { sampleDefaults: samples === "on" }),
      }),
    });
    if (typeof simulation === "string") throw new Failure(simulation);
    if (program.effects.length === 0) {
      await session.note(
        "note: the document declares no Effects, so nothing changes but by the clock and the series\n",
      );
    }
    switch (options.format) {
      case "pretty":
        await session.print(printSimulation(simulation, session.style, session.width));
        break;
      case "json":
        await session.print(`${JSON.stringify(simulation)}\n`);
        break;
      case "csv":
        await session.print(simulationCsv(simulation));
    }
    if (options.svg !== null) {
      const { drawSimulation } = await import("../output/draw-simulation.ts");
      const location = resolve(session.host.folder, options.svg);
      const complaint = writeOutput(
        location,
        options.svg,
        drawSimulation(simulation, document.file.path, session.style.phrase),
      );
      if (complaint !== null) throw new Failure(complaint);
      await session.note(`the chart is in ${options.svg}\n`);
    }
    return exitCode.clean;
  },
);

async function readRows(
  session: Session,
  program: Program,
  operand: string | null,
  most: number,
): Promise<Series | null> {
  if (operand === null) return null;
  const { readSeries } = await import("../input/read-series.ts");
  const series = await readSeries(session, program, operand, most);
  if (series.unread.length > 0) {
    await session.note(`note: the policy does not read ${series.unread.join(", ")}\n`);
  }
  return series;
}

const units: { readonly [symbol: string]: number } = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds, whole and at least one. */
function readDuration(text: string): number {
  const [, digits = "", symbol = ""] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/.exec(text) ?? [];
  const milliseconds = Number(digits) * (units[symbol] ?? Number.NaN);
  if (Number.isSafeInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new Failure(
    `\`--tick ${text}\` is no duration`,
    "write it like 500ms, 1s, 5min, 1h or 1d; it has to come to whole milliseconds",
  );
}
