// The page and the charts of a run, from figures made up for the purpose.
import { expect, test } from "vitest";
import { drawFigures } from "./draw-figures.ts";
import type { EngineFigures, WorkloadFigures } from "./evaluation.ts";
import type { Figures } from "./figures.ts";
import { compileName, parseName } from "./parsing.ts";
import { writeReport } from "./report.ts";

const engine = (
  name: string,
  kind: EngineFigures["kind"],
  rounds: readonly number[],
  checkedContexts = 1_000,
): EngineFigures => ({ name, kind, rounds, checkedContexts });

const flat: WorkloadFigures = {
  workload: "flat",
  title: "5 flat rules",
  hasLoop: false,
  engines: [
    engine("hand-written JavaScript", "hand-written", [30, 40, 300]),
    engine("OMEGA", "omega", [60, 60, 600]),
    engine("slow-engine", "peer", [3_000, 4_000, 30_000], 12),
    engine("<fast> engine", "peer", [240, 360, 2_400]),
  ],
  skipped: [{ name: "absent-engine", reason: "no build\nfor this machine" }],
};

const nothing: Figures = {
  date: "2026-11-21",
  isQuick: false,
  minutes: 6.2,
  machine: {
    node: "20.20.2",
    v8: "11.3",
    platform: "linux x64",
    processor: "A processor",
    cores: 2,
    memoryGigabytes: 24,
    load: 0.5,
  },
  versions: [{ name: "slow-engine", version: null }],
  evaluation: [],
  parsing: null,
  keystroke: null,
  editor: null,
  growth: null,
  coldStart: null,
  manyFiles: null,
  memory: null,
};

const reportOf = (figures: Partial<Figures>): string => {
  const all = { ...nothing, ...figures };
  return writeReport(all, drawFigures(all));
};

test("what was not measured is said to be, and has no chapter", () => {
  const report = reportOf({});
  expect(report).toContain("| parse to a tree | at least 20 MB/s | not measured |  |");
  expect(report.match(/^## .*/gm)).toEqual([
    "## Where OMEGA is to stand, and where it stands",
    "## Versions",
  ]);
  expect(drawFigures(nothing)).toEqual([]);
});

test("tells when and on what it was measured", () => {
  expect(reportOf({})).toContain(
    "Measured on 2026-11-21 by `npm run bench`, which wrote this page: Node.js 20.20.2 (V8 11.3) on linux x64, A processor, 2 cores, 24 GB of memory; the load average was 0.50 when it began, and it took 7 min.",
  );
});

test("engines are compared round by round, in medians and quartiles", () => {
  const report = reportOf({ evaluation: [flat] });
  expect(report).toContain("| OMEGA | 2.0 |");
  expect(report).toContain("| slow-engine | 100 |");
  expect(report).toContain("| OMEGA | 60 ns (60–330) |");
  expect(report).toContain("| slow-engine | 4.0 µs (3.5–17) |");
});

test("bars are judged by what was reached", () => {
  const report = reportOf({ evaluation: [flat] });
  expect(report).toContain("| at most 2 times the time | 5 flat rules: 2.0 | met |");
  expect(report).toContain(
    "| at least 5 times as fast | 5 flat rules: 4.0 (<fast> engine) | **not met** |",
  );
});

test("tells who was checked on fewer contexts, and who is missing", () => {
  const report = reportOf({ evaluation: [flat] });
  expect(report).toContain("on 1 000 random contexts of each workload.");
  expect(report).toContain("as time allowed: slow-engine on 5 flat rules: 12.");
  expect(report).toContain(
    "absent-engine could not be loaded on this machine: no build for this machine",
  );
});

test("parsing is told in megabytes a second", () => {
  const timings = [
    { name: parseName, rounds: [100_000] },
    { name: compileName, rounds: [900_000] },
  ];
  const report = reportOf({ parsing: [{ kilobytes: 2, bytes: 2_000, timings }] });
  expect(report).toContain("| parse to a tree | 100 µs (100–100), 20 MB/s |");
  expect(report).toContain("| at least 20 MB/s | 2 KB: 20 MB/s | met |");
  expect(report).toContain("| under 1 ms | 900 µs | met |");
});

test("growth is linear where a rule takes as long among many as among few", () => {
  const growth = [50, 5_000].map((rules) => ({
    rules,
    bytes: rules * 50,
    parse: [rules * 1_000],
    compile: [rules * rules * 10],
    evaluate: [rules * 10],
  }));
  const report = reportOf({ growth });
  expect(report).toContain("| parse | 1.0 µs | 1.0 µs | 1.0 |");
  expect(report).toContain("| compile | 500 ns | 50 µs | 100 |");
  expect(report).toContain("| parse: 1.0; compile: 100; evaluate: 1.0 | **not met** |");
});

test("a chart has a bar for every engine, and its labels are text", () => {
  const [drawing] = drawFigures({ ...nothing, evaluation: [flat] });
  expect(drawing?.svg.match(/<rect class="(reference|omega|other)"/g)).toHaveLength(4);
  expect(drawing?.svg).toContain(">&lt;fast&gt; engine</text>");
  expect(reportOf({ evaluation: [flat] })).toContain(`](charts/${drawing?.file})`);
});
