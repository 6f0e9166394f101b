// Where OMEGA is to stand, and where it stands by the figures of one run.
import { lead, ratioOf } from "./comparison.ts";
import type { WorkloadFigures } from "./evaluation.ts";
import type { Figures } from "./figures.ts";
import { formatDuration, formatNumber } from "./format.ts";
import { omegaName, preparedContextName } from "./omega.ts";
import { compileName, parseName } from "./parsing.ts";
import { quantile, ratiosOf, spreadOf } from "./statistics.ts";

export interface Bar {
  readonly about: string;
  readonly bar: string;
  /** Null where this run did not measure it. */
  readonly reached: Reached | null;
}

interface Reached {
  readonly text: string;
  readonly isMet: boolean;
}

/** The bars in the order of the design, each with what was reached. */
export function judge(figures: Figures): readonly Bar[] {
  return [
    {
      about: "a decision against a hand-written function, flat and large documents",
      bar: "at most 2 times the time",
      reached: againstHandWritten(figures, false, 2),
    },
    {
      about: "a decision against a hand-written function, loops",
      bar: "at most 3 times the time",
      reached: againstHandWritten(figures, true, 3),
    },
    {
      about: "a decision against the fastest peer of each workload",
      bar: "at least 5 times as fast",
      reached: againstPeers(figures),
    },
    { about: "parse to a tree", bar: "at least 20 MB/s", reached: parseSpeed(figures) },
    {
      about: "parse, check and compile a document of 2 KB, warm",
      bar: "under 1 ms",
      reached: smallDocument(figures),
    },
    {
      about: "keystroke to diagnostics, document of 200 KB, 95th percentile",
      bar: "under 5 ms",
      reached: keystroke(figures),
    },
    {
      about: "the same in an editor, by the bundled language server over stdio",
      bar: "under 50 ms",
      reached: editor(figures),
    },
    {
      about: "growth of time from 50 to 5 000 rules",
      bar: "linear within 1.5",
      reached: growth(figures),
    },
    {
      about: "`omegac check` of one small file, whole process",
      bar: "at most 1.5 times `node -e 0`",
      reached: start(figures),
    },
    {
      about: "`omegac check` of 1 000 files of 2 KB",
      bar: "under 2 s",
      reached: folder(figures),
    },
    {
      about: "the tree of a document",
      bar: "at most 30 times its text",
      reached: tree(figures),
    },
    {
      about: "retained after an evaluation",
      bar: "nothing",
      reached: retained(figures),
    },
  ];
}

function againstHandWritten(
  { evaluation }: Figures,
  hasLoop: boolean,
  most: number,
): Reached | null {
  const ratios = evaluation
    .filter((workload) => workload.hasLoop === hasLoop)
    .flatMap((workload) => {
      const ratio = ratioOf(workload, omegaName);
      if (ratio === null) return [];
      const ready = ratioOf(workload, preparedContextName);
      const aside = ready === null ? "" : ` (${formatNumber(ready)} with a prepared context)`;
      return [{ text: `${workload.title}: ${formatNumber(ratio)}${aside}`, ratio }];
    });
  if (ratios.length === 0) return null;
  return {
    text: ratios.map(({ text }) => text).join("; "),
    isMet: ratios.every(({ ratio }) => ratio <= most),
  };
}

function againstPeers({ evaluation }: Figures): Reached | null {
  const leads = evaluation.flatMap((workload: WorkloadFigures) => {
    const found = lead(workload);
    return found === null ? [] : [{ ...found, title: workload.title }];
  });
  if (leads.length === 0) return null;
  return {
    text: leads
      .map(({ title, peer, times }) => `${title}: ${formatNumber(times)} (${peer})`)
      .join("; "),
    isMet: leads.every(({ times }) => times >= 5),
  };
}

function parseSpeed({ parsing }: Figures): Reached | null {
  if (parsing === null) return null;
  const speeds = parsing.map(({ kilobytes, bytes, timings }) => {
    const rounds = timings.find(({ name }) => name === parseName)?.rounds ?? [];
    return { kilobytes, speed: megabytesPerSecond(bytes, spreadOf(rounds).median) };
  });
  return {
    text: speeds
      .map(({ kilobytes, speed }) => `${kilobytes} KB: ${formatNumber(speed)} MB/s`)
      .join("; "),
    isMet: speeds.every(({ speed }) => speed >= 20),
  };
}

/** Megabytes of a million bytes. */
export function megabytesPerSecond(bytes: number, nanoseconds: number): number {
  return (bytes / nanoseconds) * 1e3;
}

function smallDocument({ parsing }: Figures): Reached | null {
  const small = parsing?.find(({ kilobytes }) => kilobytes === 2);
  const rounds = small?.timings.find(({ name }) => name === compileName)?.rounds;
  if (rounds === undefined) return null;
  const { median } = spreadOf(rounds);
  return { text: formatDuration(median), isMet: median < 1e6 };
}

function keystroke(figures: Figures): Reached | null {
  if (figures.keystroke === null) return null;
  const late = quantile(figures.keystroke.keystrokes, 0.95);
  return { text: formatDuration(late), isMet: late < 5e6 };
}

function editor(figures: Figures): Reached | null {
  if (figures.editor === null) return null;
  const late = quantile(figures.editor.keystrokes, 0.95);
  return { text: formatDuration(late), isMet: late < 50e6 };
}

function growth(figures: Figures): Reached | null {
  const [first, last] = [figures.growth?.[0], figures.growth?.at(-1)];
  if (first === undefined || last === undefined) return null;
  const linear = last.rules / first.rules;
  const grown = (["parse", "compile", "evaluate"] as const).map((stage) => ({
    stage,
    growth: spreadOf(last[stage]).median / spreadOf(first[stage]).median / linear,
  }));
  return {
    text: grown.map(({ stage, growth }) => `${stage}: ${formatNumber(growth)}`).join("; "),
    isMet: grown.every(({ growth }) => growth <= 1.5),
  };
}

function start({ coldStart }: Figures): Reached | null {
  if (coldStart === null) return null;
  const { median } = ratiosOf(coldStart.check, coldStart.node);
  return { text: `${median.toFixed(2)} times`, isMet: median <= 1.5 };
}

function folder({ manyFiles }: Figures): Reached | null {
  if (manyFiles === null) return null;
  const { median } = spreadOf(manyFiles.runs);
  return { text: formatDuration(median * 1e6), isMet: median < 2_000 };
}

function tree({ memory }: Figures): Reached | null {
  if (memory === null) return null;
  const times = memory.treeBytesPerByte;
  return { text: `${formatNumber(times)} times`, isMet: times <= 30 };
}

/** A byte an evaluation is less than any object; what the engine's own bookkeeping moves about is of that order. */
function retained({ memory }: Figures): Reached | null {
  if (memory === null) return null;
  const most = Math.max(...memory.retained.map(({ bytesPerEvaluation }) => bytesPerEvaluation));
  return { text: `${formatNumber(Math.max(0, most))} bytes`, isMet: most < 1 };
}
