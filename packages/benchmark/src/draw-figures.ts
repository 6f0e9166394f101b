// The charts of one run: decisions beside the peers', and parsing beside the reference parser's.
import { megabytesPerSecond } from "./bars.ts";
import { type ChartBar, drawChart } from "./chart.ts";
import { type ComparedEngine, compareEngines } from "./comparison.ts";
import type { Figures } from "./figures.ts";
import { formatDuration, formatNumber } from "./format.ts";
import { omegaName } from "./omega.ts";
import { parseName, referenceName } from "./parsing.ts";
import { spreadOf } from "./statistics.ts";

export interface Drawing {
  /** The file's name in `docs/charts`. */
  readonly file: string;
  /** What it shows, for those who cannot see it. */
  readonly title: string;
  readonly svg: string;
}

/** The charts that the figures are enough for. */
export function drawFigures(figures: Figures): readonly Drawing[] {
  return [...drawDecisions(figures), ...drawParsing(figures)];
}

function drawDecisions({ evaluation }: Figures): readonly Drawing[] {
  if (evaluation.length === 0) return [];
  const title = "Time for one decision, log scale: shorter is faster";
  const svg = drawChart({
    title,
    scale: "log",
    columns: 2,
    tick: formatTick,
    note: "×: times the hand-written function, median of rounds. Whiskers: first and third quartile.",
    panels: evaluation.map((workload) => ({
      title: workload.title,
      bars: compareEngines(workload).filter(isDrawn).map(barOf),
    })),
  });
  return [{ file: "decisions.svg", title, svg }];
}

/** The reference, OMEGA as programs use it, and the peers; their variants are left to the table. */
function isDrawn({ name, kind }: ComparedEngine, index: number): boolean {
  return index === 0 || name === omegaName || kind === "peer";
}

function barOf({ name, time, ratio }: ComparedEngine, index: number): ChartBar {
  const { median, low, high } = time;
  const text = index === 0 ? formatDuration(median) : `${formatNumber(ratio.median)} ×`;
  const tone = index === 0 ? "reference" : name === omegaName ? "omega" : "other";
  return { label: shorten(name), value: median, low, high, tone, text };
}

function drawParsing({ parsing }: Figures): readonly Drawing[] {
  if (parsing === null) return [];
  const title = "Parsing to a tree, megabytes a second, log scale: longer is faster";
  const shown = [
    { name: parseName, label: "OMEGA", tone: "omega" },
    { name: referenceName, label: "Ohm, same grammar", tone: "other" },
  ] as const;
  const panels = parsing.map(({ bytes, timings }) => ({
    title: `a document of ${formatNumber(bytes / 1e3)} KB`,
    bars: shown.flatMap(({ name, label, tone }) => {
      const rounds = timings.find((timing) => timing.name === name)?.rounds;
      if (rounds === undefined) return [];
      const { median, low, high } = spreadOf(
        rounds.map((nanoseconds) => megabytesPerSecond(bytes, nanoseconds)),
      );
      return [{ label, value: median, low, high, tone, text: `${formatNumber(median)} MB/s` }];
    }),
  }));
  const tick = (speed: number): string => String(Number(speed.toPrecision(1)));
  const note = "Median of rounds. Whiskers: first and third quartile.";
  const svg = drawChart({ title, scale: "log", columns: 2, tick, note, panels });
  return [{ file: "parsing.svg", title, svg }];
}

/** `10 ns`, `1 µs`: the ends of decades. */
function formatTick(nanoseconds: number): string {
  return formatDuration(nanoseconds).replace(".0 ", " ");
}

/** Names as short as a chart needs them. */
function shorten(name: string): string {
  return name.replace("hand-written JavaScript", "hand-written").replace(", compiled", "");
}
